"""The strict YAML reader: what it refuses, where exactly, and that nothing can crash it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.facts.decoding import FORBIDDEN, LARGEST_FILE, LONGEST_LINE, decode
from bot.facts.reader import MOST_DEPTH, read
from bot.facts.tree import index_of

if TYPE_CHECKING:
    from bot.facts.faults import Fault
    from bot.facts.tree import Node, Step


class Refused(NamedTuple):
    """A file, the place where it is refused, and part of what is said."""

    text: str | bytes
    line: int
    column: int
    wrong: str
    todo: str


REFUSED = {
    "duplicate key": Refused("a: 1\nb: 2\na: 3\n", 3, 1, "'a' stands a second time", "merge"),
    "duplicate key, where the first is": Refused("b: 2\na: 1\na: 3", 3, 1, "in line 2", "merge"),
    "duplicate key in brackets": Refused("x: {a: 1, a: 2}", 1, 11, "'a' stands a second", "merge"),
    "anchor": Refused("a: &here 1\n", 1, 4, "the anchor '&here'", "write values out"),
    "anchor on a list": Refused("a: &l [1]\n", 1, 4, "the anchor '&l'", "write values out"),
    "alias": Refused("a: &x 1\nb: *x\n", 2, 4, "the alias '*x'", "write the value out"),
    "tag": Refused("a: !!int 1\n", 1, 4, "the tag 'tag:yaml.org,2002:int'", "every value is text"),
    "tag on a mapping": Refused("a: !x {b: c}\n", 1, 4, "the tag '!x'", "every value is text"),
    "directive": Refused("%YAML 1.1\n---\na: 1\n", 1, 1, "a YAML directive", "delete the line"),
    "second document": Refused("a: 1\n---\nb: 2\n", 2, 1, "a second document", "a second file"),
    "comment behind a value": Refused("a: no 3 # of 4\n", 1, 4, "' #' behind", "quote the value"),
    "comment behind an entry": Refused("a:\n  - b #c\n", 2, 5, "' #' behind", "quote the value"),
    "comment below a value": Refused("a:\n  b: no\n    #3 of\n  c: d\n", 2, 6, "'#'", "quote the"),
    "comment further below": Refused("a: no \n\n #3 of 4\n# b\n", 1, 4, "begins with '#'", "quote"),
    "comment below an entry": Refused("a:\n  - no\n    #3 of 4", 2, 5, "begins with '#'", "quote"),
    "escaped tab": Refused('a: "x\\ty"\n', 1, 4, "invisible character U+0009", "delete it"),
    "escaped bell": Refused('a: "x\\a"\n', 1, 4, "invisible character U+0007", "delete it"),
    "escaped lone surrogate": Refused('a: "\\uD800"\n', 1, 7, "not readable as YAML", ""),
    "nested too deep": Refused(
        f"a: {'[' * 30}{']' * 30}\n", 1, 3 + MOST_DEPTH, "nested over 20", "close the brackets"
    ),
    "a list at the top": Refused("- a\n- b\n", 1, 1, "the file is no mapping", "start with a sec"),
    "a text at the top": Refused("only words\n", 1, 1, "the file is no mapping", "start with a s"),
    "a list as key": Refused("a:\n  ? [b, c]\n  : d\n", 2, 5, "a key that is a list", "plain word"),
    "a mapping as key": Refused("? {a: b}\n: c\n", 1, 3, "a key that is a list or", "plain word"),
    "colon in a plain value": Refused("a: b: c\n", 1, 5, "mapping values are not", "put a value"),
    "no colon": Refused("a: 1\nloose words\nb: 2\n", 2, 1, "could not find expected", "'key: val"),
    "entry without its space": Refused("a:\n- b\n-c\nd: e\n", 3, 1, "could not find", "'key: val"),
    "outdented key": Refused("a:\n    b: 1\n  c: 2\n", 3, 3, "did not find expected key", "inden"),
    "outdented entry": Refused(
        "a:\n  - b\n  c: d\n", 3, 3, "did not find expected '-' indicator", "line this up"
    ),
    "open bracket": Refused("a: [b, c\nd: e\n", 2, 2, "did not find expected ',' or ']'", "']'"),
    "open brace": Refused("a: {b: c\nd: e\n", 2, 2, "did not find expected ',' or '}'", "'}'"),
    "open quote": Refused('a: "b\nc: d\n', 3, 1, "found unexpected end of stream", "close the q"),
    "document in a quote": Refused('a: "b\n---\nc"', 2, 1, "unexpected document ind", "close the"),
    "at sign": Refused("a: @b\n", 1, 4, "found character that cannot start", "quote a value"),
    "backtick": Refused("a: `b`\n", 1, 4, "found character that cannot start", "quote a value"),
    "unknown escape": Refused('a: "\\q"\n', 1, 5, "unknown escape character", "double the back"),
    "list beside its key": Refused("a: - b\n", 1, 4, "block sequence entries", "line of its own"),
    "nothing in brackets": Refused("a: [,]\n", 1, 5, "did not find expected node", "write a val"),
    "another complaint": Refused("a: |x\n  b\n", 1, 5, "not readable as YAML", "check indentation"),
    "tab as indentation": Refused("a:\n\tb: c\n", 2, 1, "a tab", "use spaces"),
    "tab in a value": Refused("a: b\n# ж\nc: d\te\n", 3, 5, "a tab", "use spaces"),
    "NUL": Refused("a: b\0c\n", 1, 5, "invisible character U+0000", "delete it"),
    "line separator": Refused("a: b\u2028c\n", 1, 5, "invisible character U+2028", "delete it"),
    "soft hyphen": Refused("a: b\u00adc\n", 1, 5, "invisible character U+00AD", "delete it"),
    "space without a width": Refused("a: b\u200bc\n", 1, 5, "character U+200B", "delete it"),
    "turned direction": Refused("a: b\u202ec\n", 1, 5, "invisible character U+202E", "delete it"),
    "escaped direction": Refused('a: "\\u2066b"\n', 1, 4, "invisible character U+2066", "delete"),
    "byte order mark inside": Refused("a: \ufeffb\n", 1, 4, "character U+FEFF", "delete it"),
    "UTF-16": Refused("a: b\n".encode("utf-16"), 1, 1, "the file is UTF-16", "save it as UTF-8"),
    "UTF-16 the other way": Refused(b"\xfe\xff\0a", 1, 1, "the file is UTF-16", "save it as UTF-8"),
    "UTF-32": Refused("a: b\n".encode("utf-32"), 1, 1, "the file is UTF-32", "save it as UTF-8"),
    "Latin-1 behind a carriage return": Refused(b"a: b\rc: \xe9", 2, 4, "byte 0xe9", "as UTF-8"),
    "Latin-1": Refused(b"a: \xd0\xb6\nb: d\xe9\n", 2, 5, "byte 0xe9", "as UTF-8"),
    "long line": Refused(
        f"a: b\nc: {'d' * LONGEST_LINE}\n", 2, 1, "a line of more than 100,000", "break it into"
    ),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_refuses_with_place_and_advice(refused: Refused) -> None:
    """Each thing that is refused is reported at its line and column, with what to do about it."""
    text = refused.text
    _, faults = read(text if isinstance(text, bytes) else text.encode(), "file.yaml")
    told = {(fault.line, fault.column): fault for fault in faults}
    assert (refused.line, refused.column) in told, faults
    fault = told[refused.line, refused.column]
    assert refused.wrong in fault.wrong
    assert refused.todo in fault.todo
    assert str(fault).startswith(f"file.yaml:{refused.line}:{refused.column}: ")


def test_reports_all_faults_of_a_file() -> None:
    """A fault that leaves the structure clear does not end the reading: all are reported."""
    text = b"a: &x 1\nb: *x\nc: !t 2\nd: e # f\na: 3\n"
    _, faults = read(text, "f")
    assert [(fault.line, fault.column) for fault in faults] == [
        (1, 4), (2, 4), (3, 4), (4, 4), (5, 1),
    ]  # fmt: skip


def test_keeps_every_scalar_as_text() -> None:
    """No scalar becomes a number, a truth value, a date or nothing: all stay as written."""
    values = ["NO", "12:30", "2025-12-02", "0o17", "1e3", "null", "~", "true", "0x1F", "1_000"]
    text = "\n".join(f"k{place}: {value}" for place, value in enumerate(values))
    tree, faults = read(text.encode(), "f")
    assert not faults
    assert list(tree.data.values()) == values


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 'b # c'\n", {"a": "b # c"}),
        ("a: b#c\n", {"a": "b#c"}),
        ("# a comment\na: b\n# another\n", {"a": "b"}),
        ("a:\n  b: c\n\n  # one\n    # two\n# three\nd: e\n", {"a": {"b": "c"}, "d": "e"}),
        ("a:\n  - b\n  # of c\n  - 'c'\n    # deeper\n", {"a": ["b", "c"]}),
        ("a: [\n  b, # of c\n  # of d\n  c\n]\n", {"a": ["b", "c"]}),
        ("a: 'don''t'\n", {"a": "don't"}),
        ('a: "\\u0416\\n"\n', {"a": "Ж\n"}),
        ("a: >\n  b\n  c\n", {"a": "b c\n"}),
        ("a: |\n  b # c\n", {"a": "b # c\n"}),
        ("a:\nb: c\n", {"a": "", "b": "c"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("", {}),
        ("# nothing but a comment\n", {}),
    ],
)
def test_reads_what_curators_write(text: str, data: Node) -> None:
    """Comments on lines of their own, quotes, block scalars and empty values read as in YAML."""
    tree, faults = read(text.encode(), "f")
    assert not faults
    assert tree.data == data
    assert tree.is_whole


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_are_line_breaks(line_break: str) -> None:
    """CRLF and CR end lines like LF does, in content and in positions."""
    tree, faults = read(f"a:{line_break}  b: c{line_break}  b: d".encode(), "f")
    assert tree.data == {"a": {"b": "c"}}
    assert [(fault.line, fault.column) for fault in faults] == [(3, 3)]


def test_a_byte_order_mark_at_the_start_is_no_part_of_the_text() -> None:
    """A UTF-8 byte order mark, as some editors write it, changes neither keys nor columns."""
    tree, faults = read(b"\xef\xbb\xbfa: b\na: c\n", "f")
    assert tree.data == {"a": "b"}
    assert [(fault.line, fault.column) for fault in faults] == [(2, 1)]


def test_columns_count_characters() -> None:
    """A column counts what one sees as characters, not bytes, also outside the basic plane."""
    _, faults = read("ключ: {名字: 😀😀, x: *a}\n".encode(), "f")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 19)]


def test_a_duplicate_keeps_the_first_value() -> None:
    """Of two values under one key the first is kept, and positions behind them stay right."""
    tree, _ = read(b"s:\n  a: {x: 1}\n  a: {y: 2, z: [3]}\n  b: {x: 4}\n", "f")
    assert tree.data == {"s": {"a": {"x": "1"}, "b": {"x": "4"}}}
    assert tree.position(index_of(tree.data, 0, ("s", "b", "x"))) == (4, 10)


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 400,
        b"[" * 200_000,
        b"[\n" * 200_000,
        b"a: " + b"[" * 90_000,
        b"{a: " * 20_000,
        b"- " * 40_000,
        b"? " * 40_000,
        b"a:\n" + b"".join(b" " * depth + b"a:\n" for depth in range(1, 1_000)),
        b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(1_000)),
        b"\xef\xbb\xbf" * 1_000,
        b"\0" * 100_000,
        b"!" * 50_000,
        b"&" * 50_000,
        b"#" * 90_000,
        b'a: "' + b"\\" * 90_000,
        b"%" * 1_000,
        b"--- " * 10_000,
    ],
    ids=lambda raw: f"{raw[:8]!r}",
)
def test_survives_rubbish(raw: bytes) -> None:
    """Rubbish of any kind is refused at a place within the file."""
    tree, faults = read(raw, "f")
    assert faults or tree.data == {}
    assert_inside(faults, raw)


def test_survives_a_line_of_100_mb() -> None:
    """A line of 100 MB is refused without being parsed."""
    raw = b"a: " + b"x" * 100_000_000
    _, faults = read(raw, "f")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 1)]
    assert "a line of more than" in faults[0].wrong


@pytest.mark.parametrize("length", [LONGEST_LINE - 1, LONGEST_LINE, LONGEST_LINE + 1])
def test_a_line_may_be_just_so_long(length: int) -> None:
    """The longest line that is allowed is read, wherever it stands, and one character more not."""
    long = f"b: {'x' * (length - 3)}"
    _, faults = read(f"a: y\n{long}\nc: z\n".encode(), "f")
    assert [(fault.line, fault.column) for fault in faults] == [(2, 1)] * (length > LONGEST_LINE)


def test_every_forbidden_character_is_found() -> None:
    """No character that is refused hides behind the shortcut for texts of printable ones."""
    refused = [code for code in range(0x11_0000) if FORBIDDEN.match(chr(code))]
    assert not any(chr(code).isprintable() for code in refused)
    hidden = [chr(code) for code in refused if not 0xD800 <= code <= 0xDFFF and code != 0x0D]
    assert all(isinstance(decode(f"a{sign}b".encode(), "f"), list) for sign in hidden)


def test_reports_every_line_with_what_cannot_be_seen() -> None:
    """Tabs and unseen characters are told of every line in one go, each line's first."""
    faults = decode(b"a: b\tc\td\n\te: f\nok: x\n g\0\n", "f")
    assert isinstance(faults, list)
    assert [(fault.line, fault.column) for fault in faults] == [(1, 5), (2, 1), (4, 3)]


def test_stops_telling_what_cannot_be_seen() -> None:
    """A file full of tabs gives a hundred faults, and one that says that more may follow."""
    faults = decode(b"\ta: b\n" * 150, "f")
    assert isinstance(faults, list)
    assert len(faults) == 101
    assert ["more below" in fault.wrong for fault in faults] == [False] * 100 + [True]


def test_refuses_a_file_beyond_its_limit() -> None:
    """More bytes than the limit are refused before they are decoded."""
    faults = decode(bytes(LARGEST_FILE + 1), "f")
    assert isinstance(faults, list)
    assert "more than 256 MB" in faults[0].wrong


def test_progress_runs_from_0_to_1() -> None:
    """Progress is told in ascending parts of the whole."""
    parts: list[float] = []
    read(b"a:\n" + b"  - b\n" * 100_000, "f", parts.append)
    assert len(parts) > 3
    assert parts == sorted(parts)
    assert 0 <= parts[0] <= parts[-1] <= 1


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_give_a_tree_or_faults(raw: bytes) -> None:
    """Whatever the bytes, reading ends with a tree or with faults inside the file."""
    tree, faults = read(raw, "f")
    assert tree.is_whole or faults
    assert_inside(faults, raw)


YAMLISH = st.text(st.sampled_from("ab:-?#&*!|>'\"%@`{}[],.~ \n\r\t\\0Ж中\u2028\ufeff\x85"))


@given(YAMLISH)
@example("? a")
@example("a: ''\n'")
@example("- - ? - a\n  ")
@settings(max_examples=500)
def test_any_text_like_yaml_gives_a_tree_or_faults(text: str) -> None:
    """Text made of YAML's own signs never crashes the reader or leaves the file's bounds."""
    tree, faults = read(text.encode(), "f")
    assert tree.is_whole or faults
    assert_inside(faults, text.encode())


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"])
    .filter(lambda character: character not in "\u2028\u2029")
)  # fmt: skip
NODES: st.SearchStrategy[Node] = st.recursive(
    PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=12,
)
TREES = st.dictionaries(PRINTABLE, NODES, max_size=4)


@given(TREES, st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_dump_of_any_tree_of_text_reads_back(data: dict[str, Node], flow: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    """What another YAML library writes of a tree of text reads back the same, places and all."""
    text = yaml.dump(
        data, default_style="'", default_flow_style=flow, allow_unicode=True, width=10_000,
        sort_keys=False,
    )  # fmt: skip
    tree, faults = read(text.encode(), "f")
    assert not faults
    assert tree.data == data
    lines = text.split("\n")
    for path, value in leaves(data):
        line, column = tree.position(index_of(data, 0, path))
        assert lines[line - 1][column - 1 :].startswith("'" + value.replace("'", "''")[:5])


def leaves(node: Node, path: tuple[Step, ...] = ()) -> list[tuple[tuple[Step, ...], str]]:
    """Return every text in a tree with its path."""
    if isinstance(node, str):
        return [(path, node)]
    children = node.items() if isinstance(node, dict) else enumerate(node)
    return [leaf for step, child in children for leaf in leaves(child, (*path, step))]


def assert_inside(faults: list[Fault], raw: bytes) -> None:
    """Every fault stands within the file, or one column or line behind its end."""
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for fault in faults:
        assert 0 <= fault.line <= len(lines) + 1
        line = lines[fault.line - 1] if 0 < fault.line <= len(lines) else b""
        assert 0 <= fault.column <= len(line) + 1
