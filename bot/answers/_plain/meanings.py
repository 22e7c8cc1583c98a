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
        会晤 见面 会面 相见;
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
    invade invasion вторжение вторглась 入侵;
    celebrate celebration commemorate commemoration празднование торжества 庆祝 纪念;
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
