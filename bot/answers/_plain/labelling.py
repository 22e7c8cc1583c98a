"""Which words of a question are names, which grammar, and which were mistyped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answers._plain.cue_words import Cue
from bot.answers._plain.cues import cue_at, cue_in_characters, misspelt_cue
from bot.answers._plain.tokens import Token, words_of
from bot.search.forms import fold, has_cjk
from bot.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.edition import Edition
    from bot.search.lexicon import Hit, Lexicon, Sense
    from bot.search.rows import Rows

_LONGEST_BEFORE: Final = 3  # words of a name before one that is mistyped
_SHORT: Final = 5
_JOINING: Final = frozenset(("and", "or", "vs", "versus"))
_ROWS: Final = _JOINING | {"between"}  # what a row of names begins with


def tokens_of(edition: Edition, text: str, dated: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the tokens of a text in order; ``dated`` are the places of dates in it."""
    return list(_named(edition.lexicon, edition.rows, words_of(text, dated)))


def is_known(edition: Edition, word: str) -> bool:
    """Whether a word means anything here: in a name, also mistyped, as grammar or in a record."""
    folded, lexicon = fold(word), edition.lexicon
    return bool(
        folded in edition.rows
        or cue_at([folded], 0)
        or lexicon.at([folded], [stem(folded)], 0)
        or lexicon.corrected(folded)
    )


def correct(edition: Edition, tokens: list[Token]) -> list[Token]:
    """Return the tokens with slips of the finger in names, then in words of grammar, mended.

    A word that stands in a record is no slip.
    """
    lexicon, rows = edition.lexicon, edition.rows
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.is_content and token.text not in rows:
            found = (_mended(lexicon, tokens, at, one) for one in lexicon.corrected(token.text))
            tokens = next(filter(None, found), tokens)
        at += 1
    for at, token in enumerate(tokens):
        if token.is_content and token.text not in rows and not in_place_of_a_name(tokens, at):
            token.cue = misspelt_cue(token.text)
    return tokens


def _named(lexicon: Lexicon, rows: Rows, words: Sequence[Token]) -> Iterator[Token]:
    shouted = all(not word.mark.islower() for word in words if word.mark.isascii())
    folded = [word.text for word in words]
    stems = [stem(word) for word in folded]
    at = 0
    while at < len(words):
        word = words[at]
        if word.dated or word.initial:
            yield word
            at += 1
        elif has_cjk(word.text):
            yield from _in_characters(lexicon, rows, word)
            at += 1
        else:
            end = _together(words, at)
            hit = lexicon.at(folded[at:end], stems[at:end], 0)
            cued = cue_at(folded[at:end], 0)
            if hit and cued and hit.words <= cued[0]:
                is_name = hit.words == cued[0] and _is_state(lexicon, words, at, shouted=shouted)
                hit = hit if is_name else None
            token, count = _taken(words, at, hit, cued)
            yield token
            at += count


def _taken(
    words: Sequence[Token], at: int, hit: Hit | None, cued: tuple[int, Cue] | None
) -> tuple[Token, int]:
    """Return the name or else the cue that begins with a word, and how many words it takes."""
    if hit:
        return _joined(words[at : at + hit.words], senses=hit.senses), hit.words
    if cued:
        return _joined(words[at : at + cued[0]], cue=cued[1]), cued[0]
    return words[at], 1


def _is_state(lexicon: Lexicon, words: Sequence[Token], at: int, *, shouted: bool) -> bool:
    """Whether a word of grammar is a state: 'us' as 'US', 'the us' or in 'china us trade'."""
    before = words[at - 1].text if at else ""
    if before == "the" or (_capital(words[at]) and not shouted):
        return True
    return _beside_names(lexicon, words, at)


def _beside_names(lexicon: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a short word stands in a row of names: 'china us trade', 'us and russia'."""
    before = [word.text for word in words[max(0, at - 2) : at]][::-1]
    behind = [word.text for word in words[at + 1 : at + 3]]
    named = [_begins_with_name(lexicon, some) for some in (before, behind)]
    return named[0] or (named[1] and (not before or before[0] in _ROWS))


def _begins_with_name(lexicon: Lexicon, words: Sequence[str]) -> bool:
    words = words[1:] if words and words[0] in _JOINING else words[:1]
    return bool(words) and lexicon.at(words, [stem(word) for word in words], 0) is not None


def _together(words: Sequence[Token], at: int) -> int:
    """Return up to where words are not parted by anything stronger than a comma."""
    end = at + 1
    while end < len(words) and words[end].stop <= 0 and not words[end].dated:
        end += 1
    return end


def _capital(word: Token) -> bool:
    return word.mark.isupper() and len(word.text) > 1


def _joined(
    words: Sequence[Token], *, senses: tuple[Sense, ...] = (), cue: Cue | None = None
) -> Token:
    text = " ".join(word.text for word in words)
    mark = " ".join(word.mark for word in words)
    return Token(text, mark, words[0].stop, senses=senses, cue=cue)


def _in_characters(lexicon: Lexicon, rows: Rows, run: Token) -> Iterator[Token]:
    """Part a run of Chinese characters into names, grammar, and what is neither."""
    text = run.text
    stop = run.stop
    at = start = 0
    while at < len(text):
        hit = lexicon.in_characters(text, at)
        cued = cue_in_characters(text, at)
        # '会谈' is a word, though '会' alone is grammar; what asks for something stays what it is
        asks = cued is not None and cued[1] is not Cue.PLAIN
        word = 0 if asks else rows.word_in_characters(text, at)
        length = max(hit.words if hit else 0, cued[0] if cued else 0, word)
        if not length:
            at += 1
            continue
        if start < at:
            yield Token(text[start:at], text[start:at], stop)
            stop = 0
        piece = text[at : at + length]
        if hit and hit.words == length:
            yield Token(piece, piece, stop, senses=hit.senses)
        else:
            is_cue = cued is not None and cued[0] == length
            yield Token(piece, piece, stop, cue=cued[1] if cued and is_cue else None)
        stop = 0
        at += length
        start = at
    if start < len(text):
        yield Token(text[start:], text[start:], stop)


def _mended(lexicon: Lexicon, tokens: list[Token], at: int, other: str) -> list[Token] | None:
    """Return the tokens with a name in them for the word in one place, or None."""
    ahead = [*tokens[:at], replace(tokens[at], text=other), *tokens[at + 1 :]]
    for first in range(max(0, at - _LONGEST_BEFORE), at + 1):
        if any(has_cjk(token.text) or token.dated for token in ahead[first : at + 1]):
            continue
        parts = [
            word for token in ahead[first : _together(ahead, first)] for word in token.text.split()
        ]
        hit = lexicon.at(parts, [stem(word) for word in parts], 0)
        taken, count = 0, 0
        while hit and count < hit.words and first + taken < len(tokens):
            count += len(ahead[first + taken].text.split())
            taken += 1
        is_name = hit and count == hit.words and first + taken > at
        if hit and is_name and not _is_another_word(tokens[at].text, other, hit.senses):
            name = _joined(ahead[first : first + taken], senses=hit.senses)
            name.corrected = tokens[at].text
            return [*tokens[:first], name, *tokens[first + taken :]]
    return None


def _is_another_word(word: str, other: str, senses: Sequence[Sense]) -> bool:
    """Whether a short word for a topic differs in one letter, as 'spare' and 'space' do.

    Topics are called by common words, of which many are that near to each other.
    """
    short = len(word) == len(other) <= _SHORT and sorted(word) != sorted(other)
    return short and all(sense.kind == "topic" for sense in senses)


def in_place_of_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name would stand here: behind 'did', before 'said', or with a capital inside."""
    before = tokens[at - 1] if at else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    capital = tokens[at].mark[:1].isupper() and before is not None
    return (
        capital
        or (before is not None and before.shows(Cue.AUX | Cue.ABOUT | Cue.BY))
        or (behind is not None and behind.shows(Cue.SAY))
    )
