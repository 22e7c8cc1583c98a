"""Exit statuses, as in ``sysexits.h``; they are documented for whoever restarts the bot."""

from __future__ import annotations

from typing import Final

STOPPED: Final = 0
BAD_FOLDER: Final = 65
REFUSED: Final = 69
UNWRITTEN: Final = 74
BAD_TOKEN: Final = 77
BAD_CONFIG: Final = 78
INTERRUPTED: Final = 130  # as shells count signals
CLOSED_PIPE: Final = 141
