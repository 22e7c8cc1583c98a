"""Nothing that is thrown at the reader, at plain words or at /verify breaks what they promise."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from fuzz.adversarial import FILES, TEXTS
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import NASTY

FUZZ: Final = Path(__file__).parent / "fuzz"
CORPUS: Final = sorted(path for path in (FUZZ / "corpus").rglob("*") if path.is_file())
_SECONDS: Final = 3
#: Pieces of which a file or a question may be made; nonsense of these goes deeper than any other.
YAML: Final = st.sampled_from(
    (
        *(
            "topics: ",
            "people:",
            "sources:",
            "quotes:",
            "statements:",
            "events:",
            "\n",
            "  ",
            "    ",
        ),
        *(
            "- ",
            "a",
            "a-b",
            "name",
            "names",
            "says",
            "words",
            "by",
            "cite",
            "when",
            "kind",
            "title",
        ),
        *("{", "}", "[", "]", ",", ": ", "#", "'", '"', "&a ", "*a", "!!x ", "--- ", "%YAML 1.2"),
        *("2025-05-07", "2025/..", "official", "a#1", "|", "\\", ">", "\t", "谢", "\u202e"),
    )
)
WORDS: Final = st.sampled_from(
    (
        *("who is", "what did", "say about", "when did", "Lavrov", "Wang Yi", "Лавров", "王毅"),
        *(
            "taiwan",
            "Тайвань",
            "台湾",
            "since",
            "until",
            "2025",
            "may 2025",
            "в мае 2025",
            "2025年5月",
        ),
        *("между", "и", "的", "说了什么", "not", "no", "never", '"', "«", "»", "?", ",", ".", "''"),
        *(
            "<@11>",
            "@everyone",
            "/",
            "/who",
            "/verify",
            "words:",
            "about:",
            "speaker:",
            "pipe dream",
        ),
        *("wedge between", "source", "quote", "\n", "\u200b", "\u0301"),
    )
)
few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@pytest.mark.parametrize("name", FILES)
def test_files_made_to_hurt(name: str) -> None:
    """A file that swells, nests, hides something or never ends is read or refused."""
    TARGETS["folder"](FILES[name])


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "folder"])
@pytest.mark.parametrize("name", TEXTS)
def test_texts_made_to_hurt(name: str, target: str) -> None:
    """A text that no person types has an answer, within all limits, that pings nobody."""
    TARGETS[target](TEXTS[name].encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_corpus(path: Path) -> None:
    """What a fuzzer has found worth keeping breaks nothing."""
    TARGETS[path.parent.name](path.read_bytes())


@few
@given(st.lists(YAML, max_size=60).map("".join))
def test_nonsense_in_yaml(text: str) -> None:
    """Whatever is made of the pieces of a file is sound, or has faults with their places."""
    TARGETS["folder"](text.encode("utf-8", "surrogatepass"))


@few
@given(st.binary(max_size=300))
def test_any_bytes_as_a_file(raw: bytes) -> None:
    """So is whatever else a file may hold."""
    TARGETS["folder"](raw)


@pytest.mark.parametrize("target", [name for name in TARGETS if name != "folder"])
@few
@given(text=st.one_of(st.lists(WORDS, max_size=12).map(" ".join), NASTY))
def test_nonsense_as_a_question(target: str, text: str) -> None:
    """Whatever is made of the pieces of a question, and any other text, has an answer."""
    TARGETS[target](text.encode("utf-8", "surrogatepass"))


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="the extra 'fuzz' is not installed"
)
@pytest.mark.parametrize("target", ["folder", "question"])
def test_guided_by_coverage(target: str, tmp_path: Path) -> None:
    """For some seconds the fuzzer looks for what nobody thought of; longer by hand."""
    command = [sys.executable, str(FUZZ / "guided.py"), target, "--seconds", str(_SECONDS)]
    done = subprocess.run(  # noqa: S603  # the fuzzer itself
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr[-3_000:]
