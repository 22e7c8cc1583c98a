"""Imports run one way: front ends, then editions and answers, then the search, then the facts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Each layer with what it may import of ours when it runs, beside itself.
LAYERS: Final = {
    "bot.facts": (),
    "bot.search": ("bot.facts",),
    "bot.answers": ("bot.facts", "bot.search"),
    "bot.edition": ("bot.facts", "bot.search", "bot.answers"),
}
#: What draws or connects has no business below the front ends.
FRONT_ENDS: Final = {"aiohttp", "discord", "prompt_toolkit", "rich"}


class Imports(ast.NodeVisitor):
    """The modules that a file imports when it runs: not those for the type checker alone."""

    def __init__(self) -> None:
        """Start with none."""
        self.modules: set[str] = set()

    def visit_If(self, node: ast.If) -> None:
        """Pass over what is for the type checker alone."""
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        """Take down plain imports."""
        self.modules |= {alias.name for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Take down imports of names, which may be modules of ours."""
        self.modules |= {
            f"bot.{alias.name}" if node.module == "bot" else str(node.module)
            for alias in node.names
        }


def files(layer: str) -> list[Path]:
    """Return the files of a layer."""
    place = ROOT / layer.replace(".", "/")
    return sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def imported(file: Path) -> set[str]:
    """Return what a file imports when it runs."""
    imports = Imports()
    imports.visit(ast.parse(file.read_text(encoding="utf-8")))
    return imports.modules


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_what_lies_below(layer: str) -> None:
    """No module reaches up, and none below the front ends draws or connects."""
    allowed = (layer, *LAYERS[layer])
    assert files(layer)
    for file in files(layer):
        for module in imported(file):
            where = f"{file.relative_to(ROOT)} imports {module}"
            assert module.partition(".")[0] not in FRONT_ENDS, where
            if module.startswith("bot."):
                assert module.startswith(tuple(allowed)), where


def test_a_terminal_needs_nothing_of_discord() -> None:
    """Asking in a terminal does not wait until the libraries of Discord are loaded."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import bot.console.chat, sys; print('discord' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert loaded.stdout.strip() == "False"
