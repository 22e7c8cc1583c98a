"""``readout``, or ``python -m bot``: one command, and what its end means for the shell."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from bot.config import ConfigFaultsError
from bot.console.command_line import main as run_command
from bot.facts.faults import FaultsFoundError
from bot.operating.statuses import BAD_CONFIG, BAD_FOLDER, CLOSED_PIPE, INTERRUPTED, UNWRITTEN


def main() -> None:
    """Run the command that the shell was given, and end with its exit status."""
    _open_streams()
    try:
        status = run_command()
        sys.stdout.flush()
    except ConfigFaultsError as error:
        status = _tell(error, BAD_CONFIG)
    except FaultsFoundError as error:
        status = _tell(error, BAD_FOLDER)
    except BrokenPipeError:
        # whoever read the output has had enough
        status = CLOSED_PIPE
        _discard_output()
    except OSError as error:
        place = error.filename or "standard output"
        todo = "check that there is room, and that this user may write there"
        status = _tell(f"readout: {place}: {error.strerror}; {todo}", UNWRITTEN)
        _discard_output()
    except KeyboardInterrupt:
        status = INTERRUPTED
        _discard_output()
    sys.exit(status)


def _open_streams() -> None:
    """Let no stream be missing, and write what an encoding lacks as an escape."""
    devices = {"stdin": "r", "stdout": "w", "stderr": "w"}
    for name, mode in devices.items():
        if getattr(sys, name) is None:  # the shell closed it, or there is no console
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # for as long as the process runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Keep Python from writing what is left, and from complaining that it cannot."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: object, status: int) -> int:
    sys.stderr.write(f"{error}\n")
    return status


if __name__ == "__main__":
    main()
