"""The bot's own command, with discord.py pointed at the stand-in instead of at Discord.

READOUT_STANDIN=http://127.0.0.1:PORT python -m standin.pointed run …
"""

from __future__ import annotations

import os

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.__main__ import main

VARIABLE = "READOUT_STANDIN"


def point(address: str) -> None:
    """Let discord.py take this address for Discord's."""
    Route.BASE = f"{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{address.replace('http', 'ws', 1)}/gateway/")


if __name__ == "__main__":
    point(os.environ[VARIABLE])
    main()
