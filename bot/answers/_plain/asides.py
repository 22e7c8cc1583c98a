"""What is said around a question: 'my boss wants to know', 'it is for my report'."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from bot.answers._negation import listed
from bot.answers._plain.cue_words import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers._plain.tokens import Token

#: How much must part two words for an aside to end there.
_PAUSE: Final = 1
_OURSELVES: Final = "readout"
_WE: Final = listed("i we im ive я мне мы нам 我 我们")
_WANTING: Final = listed(
    "need want have love like hate miss feel wish hope pray dream"
    " нужно нужен нужна нужны надо хочу хочется люблю 需要 想要 要 想 爱 喜欢"
)
_WISHED: Final = "be"  # with nothing before it that would make it a question or a statement
_SOME: Final = listed(
    "a an the some more any my your our there was were is be will for of еще мое свое 一些 更多 的"
)
_LINKS: Final = Cue.IN | Cue.AND | Cue.ARTICLE | Cue.GREET
_YEARS: Final = listed("year years год года лет летие летия летию")
_BE: Final = listed("are re")
_ADDRESSED: Final = listed("you youre ты вы 你 您")
_OWNERS: Final = listed(
    "my our your мои моя мое моего моеи моеи наш наша ваш ваша ваши твои твоя 我的 你的"
)


def without_asides(tokens: list[Token]) -> list[Token]:
    """Return the tokens; what only speaks of whoever asks or is asked counts as grammar.

    An aside is a part of the sentence, up to a pause or a question word, that names nothing and no
    date and has 'I', 'you', 'my' or 'question' in it, while another part does name something.
    """
    parts = list(_parts(tokens))
    telling = [part for part in parts if any(token.senses or token.dated for token in part)]
    for part in parts if telling else ():
        if part not in telling and (_speaks_of_us(part) or _greets(part)):
            for token in part:
                token.cue = Cue.PLAIN
    if tokens and tokens[0].text == _OURSELVES:
        tokens[0].cue = Cue.PLAIN
    for before, token in itertools.pairwise(tokens):
        if _names_us(before, token):
            token.cue = Cue.PLAIN
        if before.text in _OWNERS and token.is_content:
            token.cue = Cue.PLAIN
        if before.text.isdigit() and token.text in _YEARS:
            token.cue = Cue.PLAIN  # '25 лет договору' is its 25th anniversary
        if before.is_content and token.dated and token.text in _YEARS and not token.stop:
            # 'new year 2026' is not whatever is new in that year
            before.text, before.mark = f"{before.text} {token.text}", f"{before.mark} {token.mark}"
    return tokens


def wishes(tokens: Sequence[Token]) -> bool:
    """Return whether it says what somebody wants: 'I need some space', 'peace be with you'.

    That is no question, as it would be with 'to know', 'info', or 'on' in it.
    """
    named = [at for at, token in enumerate(tokens) if token.senses]
    if named and tokens[named[0] + 1 :] and tokens[named[0] + 1].text == _WISHED:
        return not any(token.shows(Cue.AUX | Cue.OPEN) for token in tokens[: named[0]])
    if len(named) != 1 or any(sense.kind != "topic" for sense in tokens[named[0]].senses):
        return False
    before = tokens[: named[0]]
    verbs = [at for at, token in enumerate(before) if token.text in _WANTING]
    said = [token for token in before[verbs[-1] + 1 :] if token.text not in _SOME] if verbs else []
    return bool(verbs) and any(token.text in _WE for token in before[: verbs[0]]) and not said


def greets(tokens: Sequence[Token]) -> bool:
    """Return whether it greets what it names: 'good morning China', 'hello from Beijing'."""
    if not tokens or not tokens[0].shows(Cue.GREET) or any(token.stop for token in tokens):
        return False
    return all(
        token.senses or token.cue is Cue.PLAIN or token.shows(_LINKS) for token in tokens[1:]
    )


def _speaks_of_us(part: Sequence[Token]) -> bool:
    return any(token.shows(Cue.SELF | Cue.ASKING) for token in part) and not _tells_us(part)


def _tells_us(part: Sequence[Token]) -> bool:
    """Whether it says what the one who is asked should be: 'you are now a poet'."""
    at = next((n for n, token in enumerate(part) if token.text in _ADDRESSED), len(part))
    behind = [token for token in part[at + 1 :] if token.cue is not Cue.PLAIN]
    is_verb = part[at].text == "youre" if at < len(part) else False
    if behind and behind[0].shows(Cue.AUX) and behind[0].text in _BE:
        behind, is_verb = behind[1:], True
    return is_verb and any(token.is_content for token in behind)


def _names_us(before: Token, token: Token) -> bool:
    """Whether a word is our name: 'thanks Readout', and not 'the Readout' or 'Kremlin Readout'."""
    is_name = token.text == _OURSELVES and token.mark[:1].isupper()
    return is_name and not (before.senses or before.shows(Cue.ARTICLE))


def _greets(part: Sequence[Token]) -> bool:
    """Whether it is a greeting, by name perhaps: 'hello Readout!'."""
    return part[0].shows(Cue.GREET) and sum(token.is_content for token in part) <= 1


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if part and (token.stop >= _PAUSE or token.shows(Cue.OPEN)):
            yield part
            part = []
        part.append(token)
    if part:
        yield part
