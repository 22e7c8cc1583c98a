"""A terminal of its own for a program: what is typed into it, and what it shows."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_PATIENCE: Final = 30.0  # seconds until a test gives up waiting
_SEQUENCES: Final = re.compile(r"\x1b\][^\x07]*\x07|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>()][0-9A-Z]?")


class Terminal:
    """``python -m bot`` in a pseudo-terminal of 80 columns."""

    def __init__(self, *arguments: str, home: Path) -> None:
        """Start the program with a home folder of its own."""
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (40, 80))
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG"}}
        environment = {"TERM": "xterm-256color", "HOME": str(home), "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-m", "bot", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**kept, **environment},
            start_new_session=True,
        )
        os.close(theirs)
        self._seen = ""
        self.shown = ""

    def __enter__(self) -> Self:
        """Use it until the block ends."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, if it still runs."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._ours, text.encode())

    def wait_for(self, text: str) -> str:
        """Wait until the program shows a text; return what it showed since the last one."""
        end = time.monotonic() + _PATIENCE
        while text not in self._seen:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"{text!r} is not shown, but: {self._seen!r}")
        before, found, self._seen = self._seen.partition(text)
        return before + found

    def answer(self) -> str:
        """Wait for the end of an answer and the next prompt; return what was shown till then."""
        return self.wait_for("\r\nEdition ") + self.wait_for("\r\nreadout>")

    def ended(self) -> int:
        """Wait until the program ends; return its exit status."""
        end = time.monotonic() + _PATIENCE
        while self._read(end):
            pass
        return self._process.wait(_PATIENCE)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(end - time.monotonic(), 0))
        try:
            raw = os.read(self._ours, 65_536) if ready else b""
        except OSError:  # the program has closed its side
            raw = b""
        if b"\x1b[6n" in raw:
            self.type("\x1b[1;1R")  # as a terminal tells where the cursor is
        self._seen += _SEQUENCES.sub("", raw.decode("utf-8", "replace"))
        self.shown += raw.decode("utf-8", "replace")
        return bool(raw)
