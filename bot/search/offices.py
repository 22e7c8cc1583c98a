"""What offices are called in English, Russian and Chinese: words of three languages, no facts.

Who holds an office, and of what, is for the base alone to say; a post that it has in one language
can then be asked for in the others.
"""

from __future__ import annotations

from typing import Final

from bot.search.forms import fold

_OFFICES: Final = """
    president | президент | 总统 | 總統 | 国家主席 | 主席;
    foreign minister | minister of foreign affairs | minister for foreign affairs
        | министр иностранных дел | глава мид | 外交部长 | 外交部長 | 外长 | 外長;
    prime minister | премьер-министр | премьер | 总理 | 首相;
    premier | премьер | 总理;
    defence minister | defense minister | minister of defence | министр обороны | 国防部长 | 防长;
    secretary of the security council | секретарь совета безопасности | секретарь совбеза
        | 安全会议秘书 | 联邦安全会议秘书;
    minister | министр | 部长;
    secretary | секретарь | 秘书;
    general secretary | генеральный секретарь | генсек | 总书记;
    secretary-general | генеральный секретарь | генсек | 秘书长;
    ambassador | посол | 大使;
    spokesperson | spokesman | spokeswoman | официальный представитель | пресс-секретарь | 发言人;
    chairman | chair | chairperson | председатель | 主席;
    chancellor | канцлер | 总理;
    king | король | 国王;
    queen | королева | 女王;
    governor | губернатор | 省长 | 州长;
    mayor | мэр | 市长;
    director | директор | 主任;
    programme director | program director | программный директор | 项目主任;
    academic supervisor | научный руководитель | 学术主任;
    director-general | генеральный директор | 总干事;
    member | член | 委员;
    top diplomat | главный дипломат | 最高外交官
"""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in _OFFICES.split(";"):
        called = [" ".join(name.split()) for name in row.split("|")]
        english = [fold(name) for name in called if name.isascii()]
        for name in english:
            table[name] = tuple(other for other in called if fold(other) != name)
    return table


_CALLED: Final = _table()
_WORDS: Final = frozenset(
    fold(name) for called in _CALLED.items() for name in (called[0], *called[1])
)


def is_office(word: str) -> bool:
    """Return whether one folded word is what some office is called."""
    return word in _WORDS


def also_called(post: str) -> tuple[str, ...]:
    """Return what else a post is called, in any of the languages; nothing if it is no known one."""
    return _CALLED.get(fold(post), ())
