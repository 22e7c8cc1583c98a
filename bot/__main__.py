"""``readout``, or ``python -m bot``: one command, and what its end means for the shell."""

from __future__ import annotations

import io
import os
import sys

from bot.command_line import CLOSED, CONFIG_FAULTS, FOLDER_FAULTS, INTERRUPTED
from bot.command_line import main as run_command
from bot.config import ConfigFaultsError
from bot.facts.faults import FaultsFoundError


def main() -> None:
    """Run the command that the shell was given, and end with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # what the terminal's encoding lacks is written as an escape, not a traceback
            stream.reconfigure(errors="backslashreplace")
    try:
        status = run_command()
        sys.stdout.flush()
    except ConfigFaultsError as error:
        status = _tell(error, CONFIG_FAULTS)
    except FaultsFoundError as error:
        status = _tell(error, FOLDER_FAULTS)
    except BrokenPipeError:
        # whoever read the output has had enough; Python would complain once more when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = CLOSED
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


def _tell(error: FaultsFoundError, status: int) -> int:
    sys.stderr.write(f"{error}\n")
    return status


if __name__ == "__main__":
    main()
