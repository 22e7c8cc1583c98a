"""The package: what it ships, what it needs, and that the lock file says the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import bot
from bot.__main__ import main
from bot.console.places import shipped_knowledge

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
REGISTRY = "https://pypi.org/simple"
FILES = "https://files.pythonhosted.org/"


@pytest.mark.parametrize("start", [".", "bot/facts", "tests", "knowledge"])
def test_the_knowledge_of_a_checkout_is_found_from_anywhere_in_it(start: str) -> None:
    """In a checkout its own folder answers, from whichever folder the command is started."""
    assert shipped_knowledge(ROOT / start) == ROOT / "knowledge"


def test_the_checkout_around_counts_before_that_of_the_code(tmp_path: Path) -> None:
    """Inside another checkout that one's folder answers; outside of any, that of the code."""
    for name in ("pyproject.toml", "bot/__main__.py", "knowledge/base.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert shipped_knowledge(tmp_path / "bot") == tmp_path / "knowledge"
    (tmp_path / "bot/__main__.py").unlink()
    assert shipped_knowledge(tmp_path) == ROOT / "knowledge"


@pytest.mark.skipif(os.name != "posix", reason="other systems keep a folder that is in use")
def test_a_current_folder_that_is_gone_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the current folder has been deleted the checkout of the code answers."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert shipped_knowledge() == ROOT / "knowledge"


def test_an_installed_package_answers_from_its_own_base(tmp_path: Path) -> None:
    """Without a checkout the base inside the package answers, wherever the command is started."""
    (source, target), *more = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"][
        "force-include"
    ].items()
    assert not more
    installed = tmp_path / "site"
    shutil.copytree(ROOT / "bot", installed / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / source, installed / target)
    (tmp_path / "elsewhere").mkdir()
    answered = subprocess.run(  # our own program
        [sys.executable, "-c", "import bot.console.places as p; print(p.shipped_knowledge())"],
        cwd=tmp_path / "elsewhere",
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert Path(answered.stdout.strip()) == installed / "bot" / "_knowledge"


def test_the_command_is_called_readout() -> None:
    """The distribution installs one command, ``readout``, which runs ``python -m bot``."""
    assert PROJECT["project"]["scripts"] == {"readout": "bot.__main__:main"}
    (script,) = entry_points(group="console_scripts", name="readout")
    assert script.load() is main


def test_one_version() -> None:
    """The package and its metadata tell the same version."""
    assert PROJECT["project"]["version"] == bot.__version__


def test_each_dependency_gives_its_reason() -> None:
    """Every dependency stands on a line of its own with a comment that says what it is for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = PROJECT["project"]["optional-dependencies"]
    needed = [PROJECT["project"]["dependencies"], *extras.values()]
    for requirement in (requirement for group in needed for requirement in group):
        assert re.search(rf'^ +"{re.escape(requirement)}", +# \S+ \S+', text, re.MULTILINE), (
            requirement
        )


def test_the_lock_file_is_in_step_with_the_project() -> None:
    """``uv.lock`` was written for these dependencies: if not, run ``uv lock``."""
    (locked,) = [package for package in LOCK["package"] if package["name"] == "readout"]
    wanted = {_canonical(text) for text in PROJECT["project"]["dependencies"]}
    for extra in PROJECT["project"]["optional-dependencies"]:
        wanted |= {_canonical(text, extra) for text in _extras(extra)}
    found = {_as_locked(entry) for entry in locked["metadata"]["requires-dist"]}
    assert found == wanted
    assert locked["version"] == PROJECT["project"]["version"]
    assert LOCK["requires-python"] == PROJECT["project"]["requires-python"]


def test_everything_locked_has_hashes_and_comes_from_the_public_index() -> None:
    """Each file of each locked package has its SHA-256, and its address on the public index."""
    for package in LOCK["package"]:
        if package["name"] == "readout":
            continue
        assert package["source"] == {"registry": REGISTRY}
        files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
        assert files
        for file in files:
            assert file["url"].startswith(FILES)
            assert re.fullmatch("sha256:[0-9a-f]{64}", file["hash"])


def _extras(name: str) -> list[str]:
    extras: list[str] = PROJECT["project"]["optional-dependencies"][name]
    return extras


def _canonical(text: str, extra: str = "") -> tuple[str, str, str]:
    requirement = Requirement(text)
    marker = str(Marker(f"extra == '{extra}'")) if extra else str(requirement.marker or "")
    return canonicalize_name(requirement.name), _sorted(str(requirement.specifier)), marker


def _as_locked(entry: dict[str, Any]) -> tuple[str, str, str]:
    marker = str(Marker(entry["marker"])) if "marker" in entry else ""
    return canonicalize_name(entry["name"]), _sorted(entry.get("specifier", "")), marker


def _sorted(specifier: str) -> str:
    return ",".join(sorted(specifier.split(",")))
