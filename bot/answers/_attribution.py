"""How people say who said something, in English, Russian and Chinese: the patterns alone.

They give wordings and phrases that may name a speaker; whether a phrase names anybody is for the
base to say. All are looked for in the first or last few hundred characters only, so that no text
takes long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEAD: Final = 260
_TAIL: Final = 160

_SAID: Final = (
    r"(?:sa(?:id|ys?|ying)|t(?:old|ells?)|stat(?:ed?|es)|declare[ds]?|add(?:ed|s)?|note[ds]?"
    r"|stress(?:ed|es)?|argue[ds]?|warn(?:ed|s)?|wr(?:ote|ites?)|remark(?:ed|s)?|announce[ds]?"
    r"|claim(?:ed|s)?|emphasi[sz]e[ds]?|explain(?:ed|s)?|repl(?:y|ied|ies)|insist(?:ed|s)?"
    r"|assert(?:ed|s)?|observe[ds]?|comment(?:ed|s)?|tweet(?:ed|s)?|point(?:ed|s)? out|put it"
    r"|(?:was |is )?quoted as saying"
    r"|сказал[аи]?|говорит|говорил[аи]?|заявил[аи]?|заявля[ею]т|отметил[аи]?|отмечает"
    r"|подч[её]ркнул[аи]?|подч[её]ркивает|добавил[аи]?|сообщил[аи]?|сообщает|указал[аи]?"
    r"|ответил[аи]?|написал[аи]?|пиш[еу]т|объявил[аи]?|предупредил[аи]?|утвержда[ею]т"
    r"|утверждал[аи]?)"
)
_SAYING_CHINESE: Final = (
    r"(?:曾|还|還|也|都|真的?|是否)*(?:说过|說過|说道|說道|说|說|表示|指出|强调|強調|宣布|写道|寫道"
    r"|声称|聲稱|宣称|回应|回應|警告|补充|称|稱)(?:过|過|了)?"
)
_SAID_CHINESE: Final = rf"(?:(?:从来?|從來?|[没沒]有?|未|不)*{_SAYING_CHINESE})"
_BY: Final = (
    r"(?:according to|in the (?:words|opinion|view) of|по (?:словам|мнению|выражению)|как говорит)"
)
_ASKED: Final = re.compile(
    r"^\s*(?:(?:is|was) it (?:really )?(?:true|correct|right) (?:that )?|did |does |has |have "
    r"|правда ли,?\s*(?:что )?|верно ли,?\s*(?:что )?|это правда,?\s*(?:что )?|请问|真的?是)\s*",
    re.IGNORECASE,
)
_ASKED_BEHIND: Final = re.compile(r"(?:吗|嗎|，?(?:是|对)(?:真的|吗|嗎)+)\s*[?？]?\s*$")

_FLAGS: Final = re.IGNORECASE | re.DOTALL
_THAT: Final = r"(?:that\b|что\b|,?\s*что\b)"
#: What no narration between 'said' and 'that' holds: 'said it is false that' goes on with a claim.
_CLAIMING: Final = (
    r"(?:he|she|they|we|i|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|shall"
    r"|should|must|do|does|did|no|not|never|nobody|none|nothing|few|hardly|cannot"
    r"|он|она|они|мы|я|это|есть|был[аио]?|будет|может|не|нет|ни|никто|никогда|ничего)"
)


class _Form(NamedTuple):
    """A way in which a speaker is named; ``firm`` where nothing else can be meant.

    Without its ``cue``, which is quickly looked for, a text cannot have the form.
    """

    cue: re.Pattern[str]
    pattern: re.Pattern[str]
    firm: bool


def _firm(cue: re.Pattern[str], pattern: str) -> _Form:
    return _Form(cue, re.compile(pattern, _FLAGS), firm=True)


def _loose(cue: re.Pattern[str], pattern: str) -> _Form:
    return _Form(cue, re.compile(pattern, _FLAGS), firm=False)


_VERB: Final = re.compile(rf"\b{_SAID}\b", _FLAGS)
_VERB_CHINESE: Final = re.compile(_SAID_CHINESE)
_AFFIRMED_CHINESE: Final = re.compile(_SAYING_CHINESE)
_SOURCE: Final = re.compile(_BY, _FLAGS)
_SOURCE_CHINESE: Final = re.compile("[据據]")
_COLON: Final = re.compile("[:：]")
_BREAK: Final = re.compile(r"[—–\n-]")
_BRACKET: Final = re.compile(r"[)）\]】/]")
_BY_NAME: Final = re.compile(r"\s(?:by|от)\s", _FLAGS)

_SHORT: Final = r"(?:\w{1,4}\.\s?){0,3}"  # 'Mr. ', 'S. V. '
_WHO: Final = rf"(?P<who>{_SHORT}[^.!?;\n]{{1,120}}?)"
_REST: Final = r"\s*(?P<rest>.+)"
_WHO_CHINESE: Final = r"(?P<who>[^，。：:\n]{1,24}?)"
_STOP: Final = r"[.?!。？！]*\s*"
_LEADING: Final = (
    _firm(
        _VERB,
        rf"(?:as |как )?\b{_SAID}\b(?:\s+ли\b)?\s+(?P<who>{_SHORT}[^,，.:：\n]{{1,80}}?)"
        rf"\s*[,，:：—–]\s*(?:{_THAT})?{_REST}",
    ),
    _firm(
        _VERB,
        rf"{_WHO}\s*,?\s*\b{_SAID}\b(?:\s+(?!{_CLAIMING}\b)[^\s:,]+){{0,8}}?"
        rf"\s*(?:{_THAT}|[:：]){_REST}",
    ),
    _firm(_VERB, rf"{_WHO}\s*\b{_SAID}\b\s*[,—–-]?{_REST}"),
    _firm(_SOURCE, rf"{_BY}\s+(?P<who>[^,.:\n]{{1,80}}?)\s*[,:]{_REST}"),
    _firm(_SOURCE_CHINESE, rf"(?:据|據|根据){_WHO_CHINESE}{_SAID_CHINESE}?[，,：:]{_REST}"),
    _firm(_VERB_CHINESE, rf"{_WHO_CHINESE}{_SAID_CHINESE}\s*[：:，,]{_REST}"),
    _loose(_VERB_CHINESE, rf"{_WHO_CHINESE}{_SAID_CHINESE}{_REST}"),
    _firm(_COLON, rf"(?P<who>[^:：\n.!?]{{1,60}}?)\s*(?::\s|：){_REST}"),
    _loose(_BREAK, rf"(?P<who>[^:：\n!?]{{1,60}}?)\s*(?:\s[—–-]\s|\n){_REST}"),
)
_TRAILING: Final = (
    _firm(
        _VERB,
        rf"(?P<rest>.*)[,，.!?—–-]\s*(?:as |как )?\b{_SAID}\b\s+(?P<who>[^\n]{{1,80}}?){_STOP}",
    ),
    _firm(
        _VERB,
        rf"(?P<rest>.*)[,，.!?—–-]\s*(?:as )?(?P<who>[^,，.!?—–\n]{{1,80}}?)\s+\b{_SAID}\b"
        rf"(?:\s[^,]{{0,60}})?{_STOP}",
    ),
    _firm(_SOURCE, rf"(?P<rest>.*)[,，—–-]\s*{_BY}\s+(?P<who>[^,\n]{{1,80}}?){_STOP}"),
    _firm(
        _VERB_CHINESE,
        rf"(?P<rest>.*)[，,。—–-]\s*(?P<who>[^，,。\n]{{1,20}}?){_SAID_CHINESE}{_STOP}",
    ),
    _loose(_BREAK, rf"(?P<rest>.*)(?:\s[—–-]+|\n|[—–])\s*(?P<who>[^—–\n]{{1,60}}?){_STOP}"),
    _loose(_BRACKET, r"(?P<rest>.*)[(（\[【/](?P<who>[^()（）\[\]【】/\n]{1,60})[)）\]】/]\W*"),
    _loose(_BY_NAME, rf"(?P<rest>.*)\s(?:by|от)\s+(?P<who>[^,\n]{{1,60}}?){_STOP}"),
)
#: Around words in quotation marks, which are told apart already: who is named beside a verb.
_BY_WHOM: Final = re.compile(rf"{_BY}\s+(?P<who>[^,.:;\n]{{1,80}})", _FLAGS)
_CLAUSE: Final = re.compile(r"[.!?;:\n]")
_CLAUSE_CHINESE: Final = re.compile(r"[，。：:\s]")
_ACCORDING: Final = re.compile(r"^(?:据|據|根据)")
_ALONE: Final = re.compile(r"\W*(?P<who>[^:：\n.!?]{1,60}?)\W*")
_LONGEST_BEFORE: Final = 120
_LONGEST_BEHIND: Final = 80


class Attribution(NamedTuple):
    """A wording, and a phrase that may name who is said to have said it.

    ``firm`` where the form leaves no doubt that a speaker is meant, whether the base knows one of
    that name or not. ``outside`` is all of the text but the wording.
    """

    wording: str
    who: str
    firm: bool
    outside: str


def attributions(text: str) -> Iterator[Attribution]:
    """Yield every way in which a text without quotation marks may name a speaker."""
    text = without_question(text)
    head, behind = text[:_HEAD], text[_HEAD:]
    for found, firm in _found(_LEADING, head):
        yield Attribution(found["rest"] + behind, found["who"], firm, head[: found.start("rest")])
    before, tail = text[:-_TAIL], text[-_TAIL:]
    for found, firm in _found(_TRAILING, tail):
        if (before + found["rest"]).strip():
            wording = before + found["rest"]
            yield Attribution(wording, found["who"], firm, tail[found.end("rest") :])


def _found(forms: Iterable[_Form], text: str) -> Iterator[tuple[re.Match[str], bool]]:
    cues = {cue: cue.search(text) is not None for cue in dict.fromkeys(form.cue for form in forms)}
    for form in forms:
        found = form.pattern.fullmatch(text) if cues[form.cue] else None
        if found:
            yield found, form.firm


def named_beside(outside: list[str]) -> Iterator[str]:
    """Yield phrases that may name a speaker, out of the text around quotations."""
    for piece in outside:
        cleaned = without_question(piece).strip().strip(",，—–- ")[-_HEAD:]
        yield from (who for who in _beside(cleaned) if who.strip())


def is_said(piece: str) -> bool:
    """Whether a piece of text says that somebody said something."""
    return bool(_VERB.search(piece) or _VERB_CHINESE.search(piece))


def _beside(text: str) -> Iterator[str]:
    by = _BY_WHOM.search(text)
    if by:
        yield by["who"]
    verb = _VERB.search(text)
    if verb:
        yield _CLAUSE.split(text[: verb.start()])[-1][-_LONGEST_BEFORE:].rstrip(", ")
        yield _CLAUSE.split(text[verb.end() :], 1)[0][:_LONGEST_BEHIND]
    verb = None if text.isascii() else _VERB_CHINESE.search(text)
    if verb:
        yield _ACCORDING.sub("", _CLAUSE_CHINESE.split(text[: verb.start()])[-1])
    if text.endswith((":", "：")):
        yield _CLAUSE.split(text[:-1])[-1]
    alone = _ALONE.fullmatch(text)
    if alone:
        yield alone["who"]


def without_question(text: str) -> str:
    """Return a text without what makes it a question: 'is it true that', 'did'."""
    return _ASKED_BEHIND.sub("", _ASKED.sub("", text, count=1))


def narrated(outside: str) -> str:
    """Return what a text around words tells beyond that somebody said them."""
    left = without_question(outside)
    for said in (_VERB, _SOURCE, _BY_NAME, _AFFIRMED_CHINESE, _SOURCE_CHINESE):
        left = said.sub(" ", left)
    return left
