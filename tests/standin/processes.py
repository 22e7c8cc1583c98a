"""The bot as a process of its own, started with its own command against the stand-in."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from standin.pointed import VARIABLE
from standin.world import CONFIGURED, ROLE, TOKEN

if TYPE_CHECKING:
    from standin.acting import Discord

_TESTS: Final = Path(__file__).parents[1]
_ENDING: Final = 15.0
#: What the bot inherits of the environment; all else would make a test depend on the machine.
_INHERITED: Final = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "COVERAGE_PROCESS_START")


class BotProcess:
    """A running bot; its log is a file."""

    #: Where it looks for modules first.
    PATHS: tuple[Path, ...] = (_TESTS, _TESTS.parent)

    def __init__(  # noqa: PLR0913  # each has a default
        self,
        discord: Discord | str,
        folder: Path,
        log: Path,
        *,
        command: str = "run",
        module: str = "standin.pointed",
        token: str | None = TOKEN,
        encoding: str = "utf-8",
        **settings: str,
    ) -> None:
        """Start it on a knowledge folder; ``settings`` are those of its configuration.

        ``module`` is what stands in for ``bot``: it points discord.py at the stand-in.
        """
        self.log_file = log
        address = discord if isinstance(discord, str) else discord.standin.address
        environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        environment |= {
            "PYTHONPATH": os.pathsep.join(map(str, self.PATHS)),
            "PYTHONIOENCODING": encoding,
            VARIABLE: address,
            "READOUT_ADMINS": str(CONFIGURED),
            "READOUT_ADMIN_ROLES": str(ROLE),
            "READOUT_LOG_FORMAT": "human",
            # tests ask faster than any user; those of the limits set them
            "READOUT_USER_PER_MINUTE": "0",
            "READOUT_ALL_PER_MINUTE": "0",
            **({"DISCORD_TOKEN": token} if token is not None else {}),
            **{f"READOUT_{name.upper()}": value for name, value in settings.items()},
        }
        with log.open("ab") as out:
            self.process = subprocess.Popen(  # noqa: S603  # the bot itself
                [sys.executable, "-m", module, command, "--knowledge", str(folder)],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=environment,
                cwd=log.parent,  # where there is no config.yaml
            )

    @property
    def log(self) -> str:
        """All that it has logged or printed."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def wait_for_log(self, text: str, seconds: float = _ENDING) -> None:
        """Wait until the log holds a text."""
        deadline = time.monotonic() + seconds
        while text not in self.log:
            is_over = time.monotonic() >= deadline or self.process.poll() is not None
            assert not is_over or text in self.log, f"the log never said {text!r}:\n{self.log}"
            time.sleep(0.02)

    def ended(self, seconds: float = _ENDING) -> int:
        """Wait until it ends; return its exit status."""
        return self.process.wait(seconds)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop; return its exit status. What does not stop in time is killed."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
