"""Inputs made to hurt: files that swell, nest or hide something, and texts that no person types."""

from __future__ import annotations

from typing import Final

_COMBINING: Final = "a" + "\u0301" * 5_999
_LAUGHS: Final = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

#: Files of a knowledge folder.
FILES: Final[dict[str, bytes]] = {
    "nothing": b"",
    "a byte order mark": b"\xef\xbb\xbf",
    "a billion laughs": _LAUGHS.encode(),
    "nested lists": b"topics: " + b"[" * 200_000,
    "nested mappings": b"topics: " + b"{a: " * 100_000,
    "nested by indentation": b"".join(b" " * n + b"a:\n" for n in range(1_000)),
    "a huge scalar": b"topics: {a: {name: '" + b"x" * 5_000_000 + b"'}}",
    "a scalar of many lines": b"topics: {a: {name: '" + b"x\n\n" * 300_000 + b"'}}",
    "a huge key": b"topics: {" + b"k" * 1_000_000 + b": {name: N}}",
    "many keys": b"topics:\n" + b"".join(b"  k%d: {name: N}\n" % n for n in range(20_000)),
    "one key many times": b"topics:\n" + b"  k: {name: N}\n" * 5_000,
    "zero bytes": b"topics: {a: {name: 'a\0b'}}",
    "zero bytes alone": b"\0" * 100_000,
    "a lone surrogate": b"topics: {a: {name: '\xed\xa0\x80'}}",
    "an escaped surrogate": b'topics: {a: {name: "\\ud800"}}',
    "an escaped zero byte": b'topics: {a: {name: "a\\0b"}}',
    "UTF-16": "topics: {a: {name: N}}".encode("utf-16"),
    "UTF-32": "topics: {a: {name: N}}".encode("utf-32"),
    "combining characters": f"topics: {{a: {{name: '{_COMBINING}'}}}}".encode(),
    "turned around": "topics: {a: {name: '\u202eN'}}".encode(),
    "tags": b"topics: !!python/object/apply:os.system ['echo']",
    "merge keys": b"a: &a {name: N}\ntopics: {b: {<<: *a}}",
    "many documents": b"---\n" * 10_000,
    "many directives": b"%YAML 1.1\n" * 1_000,
    "many comments": b"# x\n" * 200_000,
    "an endless number": b"topics: {a: {name: " + b"9" * 99_000 + b"}}",
    "dates without end": b"events: {a: {title: T, when: " + b"2025-" * 10_000 + b", cite: [a#1]}}",
    "ids without end": b"events: {a: {title: T, cite: [" + b"a-" * 50_000 + b"#1]}}",
    "paragraphs without end": b"sources: {a: {title: T, kind: report, language: en, text: {file: f,"
    b" paragraphs: '" + b"1-2, " * 20_000 + b"'}}}",
}

#: What somebody may send as a question, a quotation or an option.
TEXTS: Final[dict[str, str]] = {
    "combining characters": _COMBINING,
    "a tower on each letter": "".join(c + "\u0301\u0323" * 20 for c in "who is lavrov") * 10,
    "zero bytes": "who is\0 lavrov\0",
    "lone surrogates": "who is \ud800 lavrov \udfff",
    "spaces": " " * 6_000,
    "invisible": "\u200b\u2060\ufeff" * 2_000,
    "turned around": "who is \u202evorval",
    "one letter": "a" * 6_000,
    "one Chinese character": "王" * 6_000,
    "words without end": "lavrov " * 850,
    "the same words": "the of and to in " * 350,
    "quotation marks": '"' * 6_000,
    "quotation marks of all kinds": "«“„\"'‚‘’”»" * 600,
    "open brackets": "(" * 6_000,
    "question marks": "?" * 6_000,
    "slashes": "/" * 6_000,
    "options": "/timeline " + "since:" * 990,
    "options of all kinds": "/timeline " + "about: since: until: " * 290,
    "numbers": "1" * 6_000,
    "dates": "2025-05-07 " * 540,
    "half dates": "2025-" * 1_200,
    "ranges": "from may to june until july since august " * 140,
    "commas": "," * 6_000,
    "hyphens": "a-" * 3_000,
    "apostrophes": "a'" * 3_000,
    "dots": "u." * 3_000,
    "negations": "not " * 1_500,
    "mentions": "<@11> <@&22> <#33> @everyone @here " * 160,
    "markdown": "**__~~||`> # - [a](b)" * 280,
    "backslashes": "\\" * 6_000,
    "emoji": "👨‍👩‍👧🇷🇺" * 500,
    "Hangul that decomposes": "각" * 2_000,
    "a ligature that grows": "ﷺ" * 2_000,
    "sharp s that grows": "ß" * 3_000,
    "dotless and dotted i": "İı" * 3_000,
    "mixed scripts": "Лavров王yi" * 600,
    "right to left": "שלום مرحبا " * 500,
    "variation selectors": "a\ufe0f\U000e0100" * 1_500,
    "lines": "\n" * 6_000,
    "all line breaks": "a\r\n\v\f\x1c\x85\u2028\u2029" * 700,
}
