"""What the search is measured on: real names and sentences, or else generated ones.

The folder holds ``names.txt``, ``queries.jsonl``, ``sentences.txt`` and ``unrelated.txt``: a name,
a look-up, a sentence, a line of chatter in each line. Where more names are needed than there are,
their words are recombined; further sentences are walks through the pairs of words of the real ones.

Questions are halved by their checksums: thresholds are chosen on one half of them, and what is
reported is measured on the other.
"""

from __future__ import annotations

import itertools
import json
import random
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from bot.search.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLASSES: Final = (
    *("exact", "edit1", "edit2", "swap", "swap+e1", "missing", "joined", "prefix", "prefix+e1"),
)
#: The look-ups ask for names among the first so many.
ASKED_FOR: Final = 1_000
_PER_CLASS: Final = 100
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ONSETS: Final = "b br c ch d dr f g gr h j k kr l m n p pr r s sh st t tr v w z".split()  # noqa: SIM905 - reads best so
_VOWELS: Final = "a e i o u ai ei ou".split()  # noqa: SIM905 - reads best so
_CODAS: Final = ["", "", "", "n", "r", "s", "l", "m", "k", "tt"]


class Query(NamedTuple):
    """A look-up of a kind of mistake, and the name it means."""

    kind: str
    words: str
    answer: str

    @property
    def folded(self) -> str:
        """The name meant, as it is compared."""
        return fold(self.answer)


class Data(NamedTuple):
    """Names to find, what is asked, sentences, and lines that ask for no name at all."""

    names: list[str]
    queries: list[Query]
    sentences: list[str]
    unrelated: list[str]
    real: bool

    @classmethod
    def read(cls, folder: Path | None) -> Data:
        """Read the folder, or generate what it would hold."""
        if folder is None:
            return _generated()
        lines = [json.loads(line) for line in _lines(folder / "queries.jsonl")]
        return cls(
            names=list(dict.fromkeys(_lines(folder / "names.txt"))),
            queries=[Query(line["class"], line["query"], line["answer"]) for line in lines],
            sentences=list(dict.fromkeys(_lines(folder / "sentences.txt"))),
            unrelated=_lines(folder / "unrelated.txt"),
            real=True,
        )

    def many_names(self, count: int) -> list[str]:
        """Return so many names, no two the same: those there are, then others of their words."""
        if count <= len(self.names):
            return self.names[:count]
        draw = random.Random(count)  # noqa: S311 - the same names in each run
        first = [name.split()[:-1] for name in self.names if " " in name]
        last = [name.split()[-1] for name in self.names]
        known = dict.fromkeys(self.names)
        while len(known) < count:
            known[" ".join([*draw.choice(first), draw.choice(last)])] = None
        return list(known)

    def many_sentences(self, count: int) -> list[str]:
        """Return so many sentences, no two the same."""
        if count <= len(self.sentences):
            return self.sentences[:count]
        draw = random.Random(count)  # noqa: S311 - the same sentences in each run
        next_words: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in self.sentences:
            for word, after in itertools.pairwise(["", *sentence.split(), ""]):
                next_words[word].append(after)
        known = dict.fromkeys(self.sentences)
        while len(known) < count:
            known[" ".join(_walk(next_words, draw))] = None
        return list(known)

    def excerpts(self, words: int, count: int) -> list[tuple[str, str]]:
        """Return runs of words out of sentences that have more, each with its sentence."""
        draw = random.Random(words)  # noqa: S311 - the same excerpts in each run
        long = [sentence for sentence in self.sentences if len(sentence.split()) > words + 1]
        pairs = []
        for sentence in draw.sample(long, min(count, len(long))):
            written = sentence.split()
            at = draw.randrange(len(written) - words + 1)
            pairs.append((" ".join(written[at : at + words]), sentence))
        return pairs

    def half(self, *, drawing: bool) -> Data:
        """Return the data with one half of the questions: to draw thresholds with, or to report."""
        return self._replace(
            queries=[each for each in self.queries if draws(each.words) is drawing],
            unrelated=[line for line in self.unrelated if draws(line) is drawing],
        )


def draws(text: str) -> bool:
    """Whether a question is of the half that thresholds are drawn with, by its checksum."""
    return crc32(text.encode()) % 2 == 0


def misspelt(text: str, edits: int, draw: random.Random) -> str:
    """Return a text with so many typing errors: a letter more, less, another, or two swapped."""
    for _ in range(edits):
        letters = [at for at, letter in enumerate(text) if letter.isalpha()]
        at = draw.choice(letters)
        letter = draw.choice(_LETTERS)
        text = draw.choice(
            [
                text[:at] + letter + text[at:],
                text[:at] + text[at + 1 :],
                text[:at] + letter + text[at + 1 :],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            ]
        )
    return text


def asked_for(name: str, kind: str, draw: random.Random) -> str | None:
    """Return a look-up for a name with a kind of mistake; None if the name is too short for it."""
    words = name.lower().split()
    if len(words) < 2 or (kind == "missing" and len(words) < 3):
        return None
    if kind.startswith("swap"):
        words = [words[-1], *words[:-1]]
    if kind == "missing":
        del words[1]
    text = "".join(words) if kind == "joined" else " ".join(words)
    if kind.startswith("prefix"):
        text = text[: draw.randint(len(words[0]) + 2, len(text))]
    edits = {"edit1": 1, "edit2": 2, "swap+e1": 1, "prefix+e1": 1}.get(kind, 0)
    return misspelt(text, edits, draw)


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip()]


def _walk(next_words: dict[str, list[str]], draw: random.Random) -> Iterator[str]:
    word = draw.choice(next_words[""])
    for _ in range(40):
        if not word:
            return
        yield word
        word = draw.choice(next_words[word])


def _generated() -> Data:
    draw = random.Random(3)  # noqa: S311 - the same data in each run
    given = [_word(draw, 2) for _ in range(3_000)]
    surnames = [_word(draw, 3) for _ in range(30_000)]
    known: dict[str, None] = {}
    while len(known) < 100_000:
        middle = [draw.choice(given)] * draw.choice([0, 0, 1])
        known[" ".join([draw.choice(given), *middle, draw.choice(surnames)]).title()] = None
    names = list(known)
    vocabulary = [_word(draw, draw.randint(1, 3)) for _ in range(12_000)]
    common = [1 / (1 + rank) for rank in range(len(vocabulary))]
    sentences = [
        " ".join(draw.choices(vocabulary, common, k=draw.randint(6, 32))) for _ in range(20_000)
    ]
    queries: list[Query] = []
    for kind in CLASSES:
        asked = (
            (name, asked_for(name, kind, draw)) for name in draw.sample(names[:ASKED_FOR], 500)
        )
        answered = (Query(kind, words, name) for name, words in asked if words)
        queries += itertools.islice(answered, _PER_CLASS)
    unrelated = [
        " ".join(draw.choices(vocabulary, common, k=draw.randint(2, 14))) for _ in range(300)
    ]
    return Data(names, queries, sentences, unrelated, real=False)


def _word(draw: random.Random, syllables: int) -> str:
    return "".join(
        draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS) for _ in range(syllables)
    )
