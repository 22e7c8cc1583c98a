"""Verbs of being for or against something: 'who opposes it', 'does China support it'.

Like verbs of saying they ask for what somebody holds on a subject. Sources seldom use the very verb
that is asked with; where no record has it, all that is held on the subject is shown, and a note
says that the verb was set aside.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed
from bot.answers._plain.roles import Role
from bot.search.forms import fold
from bot.search.stems import stem

if TYPE_CHECKING:
    from bot.answers._plain.reading import Reading
    from bot.answers._plain.tokens import Token

_VERBS: Final = listed(
    "support back favour favor approve endorse welcome praise oppose reject resist condemn denounce"
    " criticise criticize deny contradict contradicts contradicting disagree disagrees dispute"
    " disputes against поддерживает поддерживают поддержал одобряет одобрил приветствует"
    " выступает осуждает осудил отвергает критикует противоречит спорит против за 支持 赞成 反对"
    " 谴责 批评 否认 矛盾"
)
_STEMS: Final = frozenset(stem(fold(verb)) for verb in _VERBS)


def is_stance(word: Token) -> bool:
    """Whether a word is such a verb."""
    return all(one in _STEMS for one in word.stems)


def set_aside(reading: Reading) -> tuple[Reading, str] | None:
    """Return a reading without such verbs, and what to say of them; None where it has none.

    A subject must be left for it to be on: a topic that is named, or a word. Of a person no verb is
    set aside, or whoever is condemned by nobody would be shown with all that others say of them.
    """
    verbs = [word for word in reading.words if is_stance(word)]
    others = tuple(word for word in reading.words if word not in verbs)
    topics = [one for one in reading.mentions if one.role is not Role.BY and one.ids("topic")]
    if not verbs or not reading.mentions or not (topics or others):
        return None
    called = ", ".join(f"'{verb.mark}'" for verb in verbs)
    note = f"No record has {called} on that; this is what is held on it."
    return replace(reading, words=others), note
