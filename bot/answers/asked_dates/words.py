"""The words that dates are made of, in English, Russian and Chinese, with what each means.

Words stand as ``tokens`` gives them: in small letters, е for ё, full-width forms made plain.
Russian words are listed as stems with the endings of their declension. Lists hold closed classes of
the languages (months, prepositions, units of time), never words of some text.
"""

from __future__ import annotations

from typing import Final


def _inflected(stems: str, endings: str) -> list[str]:
    """Return each stem with each ending; ``-`` stands for none."""
    ends = ["" if ending == "-" else ending for ending in endings.split()]
    return [stem + ending for stem in stems.split() for ending in ends]


def _numbered(lists: str, first: int = 1) -> dict[str, int]:
    """Return the words of each part between bars with its number."""
    parts = enumerate(lists.split("|"), first)
    return {word: number for number, part in parts for word in part.split()}


def _listed(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())


#: Phrases by their first word, the longest first.
Phrases = dict[str, tuple[tuple[str, ...], ...]]


def _phrases(lists: str) -> Phrases:
    """Return the phrases between commas by their first words."""
    phrases = sorted((tuple(phrase.split()) for phrase in lists.split(",")), key=len, reverse=True)
    return {
        first: tuple(phrase for phrase in phrases if phrase[0] == first)
        for first in dict.fromkeys(phrase[0] for phrase in phrases)
    }


_SOFT: Final = "ь я ю е ем и ям ями ях ей"
_ADJECTIVE: Final = (
    "ый ий ой ая яя ое ее ого его ой ей ому ему ом ем ую юю ым им ье ья ьего ьей ьем ьему ью ые ых"
)

MONTHS: Final[dict[str, int]] = {
    **_numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
        "|september sept sep|october oct|november nov|december dec"
    ),
    **{
        form: number
        for number, (stem, endings) in enumerate(
            (
                *(("январ", _SOFT), ("феврал", _SOFT), ("март", "- а у е ом")),
                *(("апрел", _SOFT), ("ма", "й я ю е ем"), ("июн", _SOFT), ("июл", _SOFT)),
                *(("август", "- а у е ом"), ("сентябр", _SOFT), ("октябр", _SOFT)),
                *(("ноябр", _SOFT), ("декабр", _SOFT)),
            ),
            1,
        )
        for form in _inflected(stem, endings)
    },
    **_numbered("янв|фев февр||апр||||авг|сен сент|окт|ноя нояб|дек"),
}
#: The case in which Russian says that something lies in a month, never which day of it.
WITHIN_MONTH: Final = frozenset(month for month in MONTHS if month[-1] in "ех" and month > "а")
#: Months that are names or other words as well: alone in a sentence they are no dates.
NAMELIKE: Final = _listed(
    "march mar april may june jun august jan jul aug sept sep oct nov dec feb apr"
    " март марта май мая маем янв фев февр апр авг сен сент окт ноя нояб дек"
)
#: What a mistyped word is compared with.
FULL_MONTHS: Final = tuple(month for month in MONTHS if len(month) >= 5)  # noqa: PLR2004  # 'march'

#: The first month of each season.
SEASONS: Final[dict[str, int]] = {
    word: number * 3
    for word, number in _numbered(
        "spring весна весны весне весну весной 春天 春季 春"
        "|summer лето лета лету летом лете 夏天 夏季 夏"
        "|autumn fall осень осени осенью 秋天 秋季 秋"
        "|winter зима зимы зиме зиму зимой 冬天 冬季 冬"
    ).items()
}
#: Seasons that are other words as well, even behind a preposition.
DOUBTFUL_SEASONS: Final = _listed("fall 春 夏 秋 冬 лета лету лете")

CARDINALS: Final[dict[str, int]] = {
    **_numbered(
        "one a an один одна одну одного одной|two couple два две двух|three три трех"
        "|four четыре четырех|five пять пяти|six шесть шести|seven семь семи"
        "|eight восемь восьми|nine девять девяти|ten десять десяти|eleven одиннадцать одиннадцати"
        "|twelve двенадцать двенадцати"
    ),
    **_numbered("fifteen пятнадцать пятнадцати", 15),
    **_numbered("twenty двадцать двадцати", 20),
    **_numbered("thirty тридцать тридцати", 30),
    **_numbered("fifty пятьдесят пятидесяти", 50),
    **_numbered("hundred сто ста", 100),
}
ORDINALS: Final[dict[str, int]] = {
    **_numbered(
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
        "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    ),
    "thirtieth": 30,
    **{
        form: number
        for stem, number in _numbered(
            "перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат"
            "|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат"
        ).items()
        for form in _inflected(stem, _ADJECTIVE)
    },
    **dict.fromkeys(_inflected("тридцат", _ADJECTIVE), 30),
}
#: 'twenty-first', 'двадцать первого'
TENS: Final = {"twenty": 20, "thirty": 30, "двадцать": 20, "тридцать": 30}

DAY, WEEK, MONTH, QUARTER = "day", "week", "month", "quarter"
YEAR, DECADE, CENTURY = "year", "decade", "century"
_SINGULAR: Final = {
    DAY: "day день дня дню днем дне сутки 天 日",
    WEEK: "week неделя недели неделе неделю неделей 周 星期 个星期 礼拜 个礼拜",
    MONTH: "month месяц месяца месяцу месяце месяцем 个月 月",
    QUARTER: "quarter квартал квартала кварталу квартале кварталом 季度 个季度",
    YEAR: "year yr год года году годе годом 年",
    DECADE: "decade десятилетие десятилетия десятилетии десятилетию десятилетием",
    CENTURY: "century век века веку веке веком столетие столетия столетии 世纪 个世纪",
}
_PLURAL: Final = {
    DAY: "days дни дней дням днями днях суток",
    WEEK: "weeks недель неделям неделями неделях",
    MONTH: "months месяцы месяцев месяцам месяцами месяцах",
    QUARTER: "quarters кварталы кварталов кварталах",
    YEAR: "years yrs годы лет годам годами годах",
    DECADE: "decades десятилетий десятилетиями десятилетиях",
    CENTURY: "centuries веков веках столетий столетиями столетиях",
}
SINGULAR: Final = {word: unit for unit, words in _SINGULAR.items() for word in words.split()}
UNITS: Final = SINGULAR | {word: unit for unit, words in _PLURAL.items() for word in words.split()}
HALVES: Final = _listed(
    "half половина половины половине половину полугодие полугодия полугодии полугодию"
)
YEAR_NOUNS: Final = _listed("год года году годом годе г гг годы годов годах year 年 年度")
YEAR_SUFFIXES: Final = frozenset({"г", "гг"})
#: What stands behind a year, and never behind how many of them there are; and behind a day.
OF_YEAR: Final = frozenset({"года", "году", "г"})
OF_YEARS: Final = frozenset({"году", "годом"})
OF_MONTH: Final = frozenset({"числа", "число"})
CENTURIES: Final = frozenset(_SINGULAR[CENTURY].split() + _PLURAL[CENTURY].split() + ["в"])

#: A word by itself: a unit, and how many of it away.
RELATIVE: Final[dict[str, tuple[str, int]]] = {
    **dict.fromkeys(("today", "сегодня", "今天", "今日"), (DAY, 0)),
    **dict.fromkeys(("yesterday", "вчера", "昨天", "昨日"), (DAY, -1)),
    **dict.fromkeys(("позавчера", "前天"), (DAY, -2)),
    "大前天": (DAY, -3),
    **dict.fromkeys(("tomorrow", "завтра", "明天", "明日"), (DAY, 1)),
    **dict.fromkeys(("послезавтра", "后天"), (DAY, 2)),
    "大后天": (DAY, 3),
    "上上周": (WEEK, -2),
    "下下周": (WEEK, 2),
    **dict.fromkeys(("上周", "上星期", "上个星期", "上礼拜"), (WEEK, -1)),
    **dict.fromkeys(("本周", "这周", "这星期", "这个星期"), (WEEK, 0)),
    **dict.fromkeys(("下周", "下星期", "下个星期"), (WEEK, 1)),
    **dict.fromkeys(("上个月", "上月"), (MONTH, -1)),
    **dict.fromkeys(("本月", "这个月", "当月"), (MONTH, 0)),
    **dict.fromkeys(("下个月", "下月"), (MONTH, 1)),
    **dict.fromkeys(("上季度", "上个季度"), (QUARTER, -1)),
    **dict.fromkeys(("本季度", "这个季度"), (QUARTER, 0)),
    **dict.fromkeys(("下季度", "下个季度"), (QUARTER, 1)),
    "前年": (YEAR, -2),
    "去年": (YEAR, -1),
    **dict.fromkeys(("今年", "本年"), (YEAR, 0)),
    "明年": (YEAR, 1),
    "后年": (YEAR, 2),
    "本世纪": (CENTURY, 0),
    **dict.fromkeys(("上世纪", "上个世纪"), (CENTURY, -1)),
}
NOW: Final = _listed("now present date today настоящее сегодня 今 现在 目前")
#: How far the unit behind the word lies away.
OFFSETS: Final[dict[str, int]] = {
    **_numbered("last previous|this current|next coming", -1),
    **dict.fromkeys(_inflected("позапрошл", _ADJECTIVE), -2),
    **dict.fromkeys(_inflected("прошл минувш предыдущ прошедш истекш", _ADJECTIVE), -1),
    **dict.fromkeys(_inflected("нынешн текущ", _ADJECTIVE), 0),
    **dict.fromkeys(_listed("этот эта это этого этому этой этом эту этим"), 0),
    **dict.fromkeys(_inflected("следующ будущ предстоящ", _ADJECTIVE), 1),
}
#: So many of the units behind the word, up to today.
ROLLING: Final = frozenset(("past", "过去", "最近", "近", *_inflected("последн", _ADJECTIVE)))
#: The same, with a number that must follow.
ROLLING_MANY: Final = ROLLING | frozenset(
    ("last", *_inflected("последн прошедш", "ие их им ими"), "прошлые", "прошлых", "previous")
)
AHEAD_MANY: Final = frozenset(
    ("next", "coming", "未来", *_inflected("следующ ближайш", "ие их им ими"))
)
AGO: Final = frozenset(("ago", "назад", "前", "以前", "之前"))
#: What makes so many units, in front of them or behind, lie ahead.
AHEAD: Final = _listed("in через")
LATER: Final = _listed("后 以后 之后")
#: Verbs of what is still to come: with none of them, 'in three days' tells how long it took.
FUTURE: Final = _listed("will shall ll going upcoming planned scheduled")
HALF_YEARS: Final = _listed("полгода полугода 半年")

SINCE: Final = _phrases(
    "since,as of,as from,from,starting,starting from,starting in,starting on,starting with"
    ",beginning in,ever since,с,со,начиная с,начиная со,自,自从,从,由"
)
UNTIL: Final = _phrases(
    "until,till,til,up to,up until,through,thru,not later than,no later than,by,ending,ending in"
    ",до,по,ко,вплоть до,не позднее,не позже,к,截至,截止,截止到,直到,直至,到,至"
)
BEFORE: Final = _phrases(
    "pre -,before,prior to,earlier than,ahead of,раньше,ранее,перед,прежде,早于"
)
AFTER: Final = _phrases("post -,after,later than,following,после,позже,позднее,晚于")
BETWEEN: Final = _phrases("between,in between,между,介于")
#: What a date may follow without further meaning; a doubtful word behind one is a date.
WITHIN: Final = _phrases(
    "in,on,during,within,throughout,at,as early as,as late as,в,во,за,на,в течение,от"
    ",на протяжении,в период,за период,в период с,在,于,於"
)
#: The same, but too weak to make a date of a doubtful word.
BESIDE: Final = _phrases("of,for,over,dated,for the,из,的")
#: Words between a preposition and its date that say nothing.
FILLING: Final = _listed("the of date месяца месяце")
#: Words that narrow nothing, but make a date of a doubtful word behind them: 'early may'.
EDGES: Final = _listed(
    "early late mid middle start beginning end period whole all entire начала начало начале началу"
    " конца конец конце концу середины середине середину весь всего всю период"
)
#: What a hyphen may hang on in front of a date: 'mid-2025', 'pre-2022'.
DASHED: Final = _listed("early late mid start end pre post")
#: Monday is 0.
WEEKDAYS: Final = _numbered(
    "monday mon понедельник понедельника понедельнику|tuesday tue tues вторник вторника вторнику"
    "|wednesday wed среда среду среды|thursday thu thurs четверг четверга четвергу"
    "|friday fri пятница пятницу пятницы пятнице|saturday суббота субботу субботы субботе"
    "|sunday воскресенье воскресенья воскресенью",
    0,
)
OUTSIDE: Final = "That lies outside the years 1 to 9999."
TO: Final = _phrases("to,through,thru,until,till,up to,по,до,到,至,-,~,/,и по,直到,直至")
AND: Final = _phrases("and,и,和,与,及,or,или")
#: Behind a date: from it on, before it, after it, within it.
FROM_ON: Final = _phrases(
    "onwards,onward,on,and later,or later,and after,and onwards,to date,to the present"
    ",и позже,и позднее,и далее,以来,起,开始,至今,+"
)
THEN_BEFORE: Final = _phrases("以前,之前,前,and before,or before,and earlier,or earlier")
THEN_AFTER: Final = _phrases("以后,之后,后")
BEHIND: Final = _phrases(
    "之间,期间,间,初,底,末,年 初,年 底,月 初,月 底,内,里,当中,时,的时候,включительно,inclusive"
)
DOUBTFUL_TAILS: Final = frozenset("起间内里时")
BCE: Final = _phrases(
    "公元前,bc,bce,b . c .,b . c . e .,до н . э .,до нашей эры,до н э,до рождества"
)
ABOUT: Final = _phrases(
    "about,around,circa,approximately,ca,c .,ca .,около,примерно,приблизительно,大约,约"
)

#: A number that hangs on one of these is part of something else.
JOINTS: Final = frozenset(".,-/_@&=")
#: A number in front of one of these counts something.
COUNTED: Final = _listed(
    "people persons troops soldiers men women cases items times places pages words points countries"
    " states members companies projects participants delegates percent per million billion trillion"
    " thousand hundred dollars euros yuan rubles roubles usd eur rmb km kilometers kilometres"
    " meters tons tonnes hours minutes seconds miles % $ € £ ¥ ₽ ° человек людей солдат военных раз"
    " случаев страниц слов стран компаний проектов участников процентов процента млн млрд тыс"
    " миллионов миллиардов тысяч долларов евро юаней рублей руб км тонн часов минут метров"
    " 人 名 个 亿 万 元 次 家 项 条 位 公里 美元 欧元 吨 米 页 件 种 字 号"
)
#: A number behind one of these is the name of something.
LABELS: Final = _listed(
    "paragraph para article section chapter page resolution no number nr item point room flight"
    " version document order decree line figure table clause rule bill case file unit agenda vision"
    " параграф пункт статья статьи статье глава раздел страница резолюция резолюции резолюцию номер"
    " указ закон документ пункта абзац $ € £ ¥ ₽ # № § 第"
)
#: Those of them that rather bear a year than a number of four digits: 'Putin's article 2023'.
OF_A_YEAR: Final = _listed(
    "article document decree order bill статья статьи статье указ закон документ"
)
#: What places a date that stands right behind it.
PLACING: Final = frozenset((*SINCE, *UNTIL, *BEFORE, *AFTER, *BETWEEN, *WITHIN, *BESIDE, *TO, *AND))
#: Whatever stands beside a date and is part of it, and no part of a name.
OF_DATES: Final = frozenset(
    (
        *(*PLACING, *FILLING, *EDGES, *ABOUT, *WEEKDAYS, *MONTHS, *SEASONS, *CARDINALS),
        *(*ORDINALS, *UNITS, *RELATIVE, *NOW, *OFFSETS, *ROLLING_MANY, *AHEAD_MANY, *YEAR_NOUNS),
    )
)
