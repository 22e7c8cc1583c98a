"""The words by which a question shows what it asks for, in English, Russian and Chinese.

These are grammar: question words, prepositions, pronouns, auxiliaries, particles, the verbs and
nouns of saying and of happening, and forms of politeness. No name and no subject stands here; what
is not here and is no name is a word that the answer must hold.
"""

from __future__ import annotations

from enum import IntFlag, auto
from typing import Final


class Cue(IntFlag):
    """What a word of grammar shows."""

    PLAIN = 0  # nothing but that it is grammar
    ABOUT = auto()  # what stands behind it is what is spoken of
    BY = auto()  # whoever stands behind it speaks
    IN = auto()  # what stands behind it may be a place
    AUX = auto()  # a subject may stand behind it
    SAY = auto()  # a verb of saying or thinking
    VOICE = auto()  # a noun for what somebody says or holds
    QUOTE = auto()  # word for word
    WHO = auto()
    POST = auto()
    WHEN = auto()
    WHERE = auto()
    EVENT = auto()
    AMOUNT = auto()
    TRUTH = auto()
    SOURCE = auto()
    HELP = auto()
    WRITE = auto()  # who wrote it
    RECENT = auto()  # the latest there is
    GREET = auto()
    OFFICIAL = auto()  # by official sources
    REPORTED = auto()  # by reports
    OPINION = auto()  # by opinion pieces
    ASKING = auto()  # the question itself
    SELF = auto()  # the one who asks, or the one who is asked
    PERSON = auto()  # he, she, they: somebody who was named before
    ARTICLE = auto()
    AND = auto()
    OPEN = auto()  # a question word that may open a question behind something else


ENGLISH: Final = {
    Cue.PLAIN: "explain explained describe described define defined elaborate clarify"
    " the+deal+with deal+with sides parties lasted lasts compare compared comparison"
    " comparing versus vs contrast difference+between differences+between difference+in never"
    " since as until till once gimme lemme wanna gonna dunno gotta for through under above"
    " below onto upon among amid despite instead besides beyond against+whom a+lot a+lot+of"
    " lots+of lots a+bit a+little a+few a+couple+of they theyre them their theirs to if else"
    " than then there here too not no yes please pls plz kindly ok okay well so"
    " btw by+the+way thanks thank+you thx cheers sorry hm hmm um lol actually really exactly"
    " ever even just only still yet already recently lately currently now again also maybe"
    " perhaps possibly quite very much more most any anything some something everything every"
    " all both each either one ones such same other others own these those this that it its"
    " itself thing things stuff matter matters issue issues case way kind sort+of guy guys"
    " man woman person people+who somebody someone anybody anyone everybody everyone fellow"
    " question questions topic topics subject subjects theme regards case+of in+terms terms"
    " have having got get give given gives show shows find look+up looking+for looking search"
    " check+out list know knows known knew want wants wanted need needs let lets see tell+me"
    " tell+us hold holds held make made makes take took takes put go goes went gone going"
    " come came comes happen be been being am wonder wonders wondering curious possible able"
    " ask asking asked answer information info facts detail details summary overview idea"
    " sure right guess mean means word thought mr ms dr sir madam comrade on+earth"
    " in+the+world the+hell the+heck+of the+heck between during within while because"
    " since+then around across via find+out finds+out figure+out came+out+of come+out+of"
    " comes+out+of turned+out point+out points+out pointed+out come+up came+up set+out"
    " sets+out per without before after together altogether specifically"
    " generally publicly officially dear exist exists include includes involve involved"
    " involving concern concerned relevant related relating connection background context"
    " material materials record records like+to",
    Cue.ABOUT: "about on regarding concerning re towards toward over with+respect+to"
    " with+regard+to in+regard+to as+for as+to with+reference+to related+to relating+to"
    " when+it+comes+to around",
    Cue.SAY | Cue.ABOUT: "think+of thinks+of thinking+of thought+of speak+of speaks+of spoke+of"
    " say+of says+of said+of make+of makes+of talk+of talked+of",
    Cue.BY: "by from of",
    Cue.BY | Cue.SAY: "according+to in+the+words+of in+the+opinion+of",
    Cue.IN: "in at to into near from inside",
    Cue.AUX: "did does do has have had is are was were will would can could shall should may"
    " might must didnt doesnt dont hasnt havent isnt arent wasnt werent wont wouldnt cant"
    " couldnt",
    Cue.SAY: "say says said saying tell tells told state states stated stating mention"
    " mentions mentioned mentioning comment comments commented commenting talk talks+about"
    " talked talking speak speaks spoke spoken speaking declare declares declared remark"
    " remarked claim claims claimed express expressed expresses think thinks thought thinking"
    " believe believes believed feel feels felt view views+on discuss discusses discussed"
    " discussing address addressed addresses raise raised stress stresses stressed emphasise"
    " emphasised emphasize emphasized utter uttered bring+up brought+up brings+up touch+on"
    " touched+on put+it refer+to referred+to refers+to respond responded responds react"
    " reacted",
    Cue.SAY | Cue.WRITE: "write writes wrote written writing author authors authored",
    Cue.VOICE: "statement statements position positions stance stances view views viewpoint"
    " opinion opinions comment comments remark remarks words take+on take attitude line+on"
    " speech+on thoughts standpoint perspective saying reaction response stand+on",
    Cue.QUOTE | Cue.VOICE: "exact+quote exact+quotes direct+quote direct+quotes quote quotes"
    " quoted quotation quotations citation+by exact+words"
    " own+words verbatim word+for+word literally literal wording",
    Cue.WHO | Cue.OPEN: "who whom whose whos whove",
    Cue.POST: "work works working employed employer leads heads leader+of leaders+of head+of"
    " headed+by led+by"
    " titles offices duties"
    " in+charge+of runs post posts position positions job role roles title office rank"
    " function serve serves occupation",
    Cue.WHEN | Cue.EVENT | Cue.OPEN: "when whens",
    Cue.WHEN | Cue.EVENT: "date dates timeline chronology time+line what+date",
    Cue.WHERE | Cue.EVENT | Cue.OPEN: "where wheres",
    Cue.EVENT: "planned scheduled coming+up lined+up happened happens happening occur occurs"
    " occurred occurring event events"
    " take+place took+place taken+place taking+place attend attended attending participate"
    " participated participants took+part going+on went+on history+of",
    Cue.AMOUNT | Cue.OPEN: "how+many+times how+much how+many how+big how+large how+high"
    " how+long how+often",
    Cue.AMOUNT: "figure figures number numbers statistic statistics amount amounts percentage"
    " percent share+of volume+of value+of total hours minutes thousand thousands million"
    " millions billion billions bn bln mln trillion trillions",
    Cue.TRUTH: "true really+say fact+check real genuine genuinely actually+say correct",
    Cue.SOURCE: "source sources citation citations reference references come+from comes+from"
    " came+from document documents origin where+from get+this+from",
    Cue.HELP: "this+base your+base the+base your+database list+topics list+of+topics help"
    " what+topics which+topics usage commands command instructions what+can+you+do what+can+i+ask"
    " how+do+you+work"
    " how+does+this+work how+does+it+work who+are+you what+are+you what+is+this"
    " how+to+use+you how+do+i+use+you how+do+i+ask what+do+you+do how+to+ask what+do+you+know"
    " what+is+this+bot what+this+is",
    Cue.RECENT: "last most+recent latest newest recent news update updates next upcoming"
    " forthcoming",
    Cue.GREET: "hey hi hello good+morning good+afternoon good+evening good+day greetings dear",
    Cue.OFFICIAL: "official officials officially official+source official+sources"
    " official+statement"
    " official+statements official+readout official+readouts readout readouts",
    Cue.REPORTED: "report reports reported reporting news+report news+reports press media"
    " journalists reporters",
    Cue.OPINION: "opinion+piece opinion+pieces opinion+article opinion+articles op+ed op+eds"
    " commentary commentaries analysts pundits columnists",
    Cue.ASKING: "question questions ask asking asked wonder wonders wondering curious",
    Cue.SELF: "i im ive id me my mine you youre youve your yours u ur we us our ours",
    Cue.PERSON: "he hes she shes him her hers his",
    Cue.ARTICLE: "the a an",
    Cue.AND: "and or & plus with",
    Cue.OPEN: "what whats which how hows why whys whether whatever whoever whichever whenever",
}
RUSSIAN: Final = {
    Cue.PLAIN: "чем+отличается чем+отличаются отличается+от отличаются+от объясни объясните опиши"
    " опишите поясни стороны сторон сторонам длились длился"
    " длилась длилось сравни сравните сравнение разница+между никогда между через над под"
    " перед среди при против+ли они их им ими них как же ли бы вот ну да нет не ни это этот"
    " эта эти этого этой этом этих тот та те то того тому том тех всё все весь всего всех вся"
    " себя свой свои своё своей своего само сам там тут здесь уже ещё еще только лишь очень"
    " более менее может можно нужно надо есть был была было были будет быть стал стало такое"
    " такая такой такие чём нибудь либо что+нибудь что+либо кто+нибудь какой+нибудь что+то"
    " кто+то пожалуйста плиз спасибо извините скажите подскажи подскажите скажи расскажи"
    " расскажите покажи покажите дай дайте найди найдите знаешь знаете знать хочу хотел"
    " хотела хотелось интересно интересует сообщи вообще именно собственно правда+же"
    " действительно+ли недавно сейчас теперь тогда потом когда+либо известно сведения"
    " информация информацию информации данные инфа факты подробности тема теме тему вопрос"
    " вопросу вопросе вопроса господин госпожа товарищ итак кстати короче слушай слушайте"
    " если то+есть имеется имеются касается насколько+я+знаю речь отвечает+на для без"
    " приехал приехала приехали приезжал приезжала приезжали приезжает ездил ездила ездили едет"
    " пришел пришла пришли прибыл прибыла прибыли ехал поехал",
    Cue.ABOUT: "о об обо про по насчёт насчет относительно касательно в+отношении по+поводу к"
    " по+вопросу по+теме на+тему на+счет касаемо",
    Cue.BY: "от у",
    Cue.BY | Cue.SAY: "со+слов по+словам по+мнению",
    Cue.IN: "в во на из до с со",
    Cue.SAY: "думаешь думаете считаешь считаете сказал сказала сказали сказать говорил"
    " говорила говорили говорит говорят говорить заявил заявила заявили заявляет заявлял"
    " заявить упоминал упоминала упоминали упомянул упомянула упоминает думает думал думают"
    " считает считал считают отзывался отозвался высказался высказалась высказывался"
    " высказывались комментировал прокомментировал комментирует отметил отмечал отмечает"
    " подчеркнул подчеркивал выразил выражал обсуждал обсуждали обсудили обсудил затрагивал"
    " затронул относится относился ответил",
    Cue.SAY | Cue.WRITE: "написал написала написали пишет пишут писал писала писали автор"
    " автора авторы",
    Cue.VOICE: "заявление заявления заявлений заявлении позиция позицию позиции мнение мнения"
    " слова слов взгляд взгляды высказывание высказывания высказываний комментарий"
    " комментарии точка+зрения точку+зрения отношение отношения+к оценка оценки реакция"
    " реакцию",
    Cue.QUOTE | Cue.VOICE: "цитата цитаты цитату цитат дословно слово+в+слово точные+слова цитируй",
    Cue.WHO | Cue.OPEN: "кто кого кому кем ком чей чья чьи чьё",
    Cue.POST: "глава главой возглавляет руководит должность должности должностью пост посту"
    " поста посте занимает занимал роль работает работа кем+является является"
    " чем+занимается",
    Cue.WHEN | Cue.EVENT | Cue.OPEN: "когда",
    Cue.WHEN | Cue.EVENT: "дата даты хронология хронологию хроника хронику",
    Cue.WHERE | Cue.EVENT | Cue.OPEN: "где куда",
    Cue.EVENT: "запланировано запланирован запланирована планируется ожидается произошло"
    " произошел произошла происходило происходит случилось случалось"
    " событие события событий событиях состоялся состоялась состоялось состоялись прошла"
    " прошёл прошли проходил проходила проходили проходило проходит было+в+мире что+было",
    Cue.AMOUNT | Cue.OPEN: "сколько насколько",
    Cue.AMOUNT: "цифра цифры цифру число числа количество объём объем сумма статистика доля раз"
    " часа часов минут минуты тысяча тысяч миллион миллиона миллионов миллиард миллиарда"
    " миллиардов миллиарды млрд млн трлн процент процента процентов",
    Cue.TRUTH: "правда верно действительно точно+ли на+самом+деле проверь проверьте проверить",
    Cue.SOURCE | Cue.OPEN: "откуда",
    Cue.SOURCE: "источник источники источников источника документ документы ссылка ссылки"
    " берется взято",
    Cue.HELP: "какие+темы список+тем какие+есть+темы в+базе помощь помоги справка команды"
    " что+ты+умеешь что+вы+умеете кто+ты кто+вы"
    " что+ты+такое как+ты+работаешь как+тобой+пользоваться что+ты+можешь что+можешь"
    " как+это+работает что+это+такое что+можно+спросить что+ты+знаешь",
    Cue.RECENT: "последние последнее последних новости нового новое ближайший ближайшая"
    " ближайшее следующий следующая следующее предстоящий предстоящая предстоящие",
    Cue.GREET: "привет здравствуйте здравствуй добрый+день доброе+утро добрый+вечер",
    Cue.OFFICIAL: "официально официальный официальные официальных официальная официальное",
    Cue.REPORTED: "сообщения сообщения+сми сми пресса прессе репортаж",
    Cue.OPINION: "колонка колонки аналитики эксперты авторские",
    Cue.ASKING: "вопрос вопросик интересно спросить",
    Cue.SELF: "я мне меня мной мой моя мои моё моего моей ты тебе тебя тобой твой твоя вы вам"
    " вас ваш ваша ваши мы нам нас наш",
    Cue.PERSON: "он она его её ее него неё нее ему нему ей ею ним ней нём нем",
    Cue.AND: "и или а также вместе+с но",
    Cue.OPEN: "что чё чо шо какой какая какое какие какого какую каков какова почему зачем"
    " чего чему чем",
}
CHINESE: Final = {
    Cue.PLAIN: "解释 说明 描述 双方 各方 雙方 比较 比較 对比 區別 区别 从来 他们 她们 他們 的"
    " 了 吗 嗎 呢 吧 啊 呀 嘛 么 是 不是 也 都 还 還 就 才 很 太 最 更 再 又 这 這 那 这个"
    " 那个 这些 那些 个 些 次 件 位 名 请 請 请问 請問 一下 一些 给 給 告诉 告訴 介绍 介紹"
    " 讲讲 说说 说一说 讲一讲 查 查询 查一下 找 搜索 看看 了解 知道 想知道 想 要 能 可以 会"
    " 會 应该 有 没有 沒有 有没有 有沒有 曾 曾经 已经 过 過 着 到底 究竟 具体 任何 什么样"
    " 内容 信息 资料 情况 消息 问题 問題 事 事情 东西 方面 相关 有关的 先生 女士 同志 阁下"
    " 谢谢 謝謝 好的 嗯 哈哈 麻烦 帮忙 帮 之间 期间 时候 期 最近 目前 现在 当时 所有 全部"
    " 哪些 第 其 此 该 所 地 得 从 把 被 让 使 由 将 等 之 而 则 与否 来 去 一 两 另外 如何",
    Cue.ABOUT: "关于 關於 对 對 对于 對於 就 有关 有關 针对 針對 谈 談 谈到 提到 提及 提到过 提过",
    Cue.BY | Cue.SAY: "据 據 根据",
    Cue.IN: "在 到 于 於 往 里 裡 上 中 内 下",
    Cue.SAY: "觉得 覺得 说 說 说过 說過 说了 说到 表示 指出 谈 談 谈到 谈过 谈论 讨论 讨论过"
    " 提到 提到过 提及 提过 讲 讲过 讲了 称 声称 宣称 认为 认为是 评论 强调 主张 回应 看待"
    " 怎么看 怎么说 表态",
    Cue.SAY | Cue.WRITE: "写 写了 写的 写过 作者",
    Cue.VOICE: "立场 立場 看法 观点 觀點 态度 態度 言论 言論 意见 意見 说法 發言 发言 讲话"
    " 表述 主张 评价 话",
    Cue.QUOTE | Cue.VOICE: "原话 原話 引用 引语 语录 引文 逐字",
    Cue.WHO | Cue.OPEN: "谁 誰 是谁 是誰 哪位 何人",
    Cue.POST: "领导人 领导 首脑 领袖 职务 職務 职位 職位 担任 官职 工作 什么人"
    " 做什么的 干什么的 是干什么 是做什么",
    Cue.WHEN | Cue.EVENT | Cue.OPEN: "什么时候 什麼時候 何时 何時 几时 哪年 哪一年 哪天 哪一天",
    Cue.WHEN | Cue.EVENT: "时间线 時間線 时间表 日期 大事记 年表",
    Cue.WHERE | Cue.EVENT | Cue.OPEN: "哪里 哪裡 哪儿 何处 在哪 在哪里",
    Cue.EVENT: "参加 參加 出席 参与 參與 发生 發生 发生了 发生过 事件 事件有哪些 举行 舉行",
    Cue.AMOUNT | Cue.OPEN: "多少 几次 幾次 几个 多大 多长 多长时间 多少时间 多少小时 多久 几",
    Cue.AMOUNT: "数字 數字 数据 數據 数额 统计 总额 额 量 亿 十亿 百万 千万 小时 分钟",
    Cue.TRUTH: "真的 真 属实 是否 确实 是真的吗 真的吗",
    Cue.SOURCE: "来源 來源 出处 出處 文件 依据 来自哪里 哪来的 从哪里来 从哪来",
    Cue.HELP: "有哪些话题 有什么话题 有哪些主题 帮助 幫助 你能做什么 你会做什么 你是谁"
    " 你是誰 你是什么"
    " 怎么用 如何使用 使用说明"
    " 命令 能做什么 可以问什么",
    Cue.RECENT: "下一次 下次 即将 最新 新闻 新聞 动态",
    Cue.GREET: "你好 您好 嗨 喂",
    Cue.OFFICIAL: "官方 正式",
    Cue.REPORTED: "报道 報道 新闻报道 媒体",
    Cue.OPINION: "评论文章 观点文章 专栏 专家",
    Cue.ASKING: "请问 請問 想问 问一下",
    Cue.SELF: "我 我们 我們 你 您 你们 您们 我的 你的",
    Cue.PERSON: "他 她",
    Cue.AND: "和 与 與 跟 及 以及 同",
    Cue.OPEN: "什么 什麼 怎么 怎麼 怎样 怎么样 为什么 為什麼 哪 哪个 啥 为何 吗",
}
