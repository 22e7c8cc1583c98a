"""Words of diplomacy that mean nearly the same, so that a question need not hit on the curator's.

Each row holds what happens or is done between states, in three languages; whoever asks for one word
of a row is answered by records that hold any of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from bot.search.forms import fold, has_cjk
from bot.search.stems import stem

_ROWS: Final = """
    visit trip travel journey tour визит поездка ездил приезжал приехал приезд посетил посещал
        прибыл 访问 出访 到访 访;
    meet met meeting encounter summit встреча встретился встретились встречались встречался 会见
        会晤 见了 见面 会面 相见;
    talks negotiation negotiations discussion discussions consultation consultations
        переговоры консультации беседа 会谈 谈判 磋商 协商;
    sign signed signing conclude concluded подписал подписали подписан подписание 签署 签订 签;
    agreement agreements deal deals accord соглашение соглашения договоренность 协议 协定;
    support back backing endorse favour favor approve поддержал поддерживает поддержка 支持 赞成;
    oppose against opposition reject resist resistance против 反对 抵制;
    call calls urge urges demand appeal призвал призывает призыв 呼吁 敦促 要求;
    warn warning caution предупредил предостерег предупреждение 警告;
    condemn denounce criticise criticize осудил осуждает 谴责 批评;
    deny denial refute отрицает отрицал опроверг 否认 驳斥;
    propose proposal initiative предложил предложение инициатива 提出 倡议 建议;
    result results outcome outcomes consequence итог итоги результат результаты 结果 成果;
    treaty pact договор 条约 條約;
    declaration communique декларация коммюнике 声明 宣言;
    country countries state nation страна страны государство 国家;
    invade invasion attack attacked вторжение вторглась нападение напала напал 入侵 进攻;
    celebrate celebration commemorate commemoration празднование торжества 庆祝 纪念;
    anniversary anniversaries годовщина годовщину годовщины юбилей 周年;
    victory победа победы победе победу 胜利;
    article articles статья статьи статье статью 文章;
    decree указ указа указе указом 令 法令 总统令;
    citizen citizens гражданин гражданина граждане граждан гражданам 公民;
    principle principles принцип принципы принципов 原则;
    round rounds раунд раунда раунды 轮;
    record рекорд рекорда рекордный 纪录;
    reach reached amount достиг достигла достигло достигли составил составила составило составляет
        达到 达;
    billion bn bln миллиард миллиарда миллиардов миллиарды млрд 十亿 亿;
    dollar dollars usd доллар доллара долларов долл 美元;
    hour hours hrs час часа часов часы 小时;
    cause causes reason reasons причина причины причин 原因;
    withdraw withdrawal pullout вывод вывести 撤军 撤出;
    troops soldiers войска войск солдаты 军队 部队;
    abstain abstained abstention воздержался воздерживался воздержалась 弃权;
    vote votes voting голосование голосования голосовал 投票;
    neutral neutrality нейтралитет нейтральный нейтрален нейтральна 中立;
    company companies firm firms компания компании компаний фирмы 公司 企业;
    weapon weapons arms оружие оружия оружием вооружения 武器;
    supply supplies supplying supplied deliver delivery поставляет поставлял поставки поставка 供应;
    friend friends friendship друг друзья дружба дружбы 朋友 友谊;
    trust доверие доверия доверии 信任;
    history историческая история истории 历史;
    threat threats угроза угрозы угроз 威胁;
    challenge challenges вызов вызовы вызовов 挑战;
    reform reforms реформа реформы реформу 改革;
    growth grow растет рост роста 增长;
    briefing conference брифинг брифинга 记者会 发布会;
    thank appreciate appreciation gratitude благодарит благодарил поблагодарил благодарность 感谢;
    joint совместное совместная совместный совместного совместной 联合;
    leader leaders лидер лидеры лидеров лидерам 领导人;
    guarantee guarantees гарантия гарантии гарантий 保证;
    cooperation cooperate сотрудничество сотрудничества сотрудничестве 合作;
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in _ROWS.split(";"):
        stems = frozenset(stem(fold(word)) for word in row.split())
        for one in stems:
            table[one] = table.get(one, frozenset()) | stems
    return table


_MEANINGS: Final = _table()
_CHARACTERS: Final = frozenset(word for word in _MEANINGS if has_cjk(word))
_LONGEST: Final = max(map(len, _CHARACTERS))


@lru_cache(maxsize=4_096)
def meanings(stemmed: str) -> frozenset[str]:
    """Return the stems of the words that mean nearly the same, itself among them."""
    return _MEANINGS.get(stemmed, frozenset()) | {stemmed}


def word_in_characters(text: str, first: int) -> int:
    """Return how many characters from one on are a word of the rows, or 0."""
    for count in range(min(_LONGEST, len(text) - first), 0, -1):
        if text[first : first + count] in _CHARACTERS:
            return count
    return 0
