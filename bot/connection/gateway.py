"""Whether Discord can reach the bot at this moment, whichever client holds the connection."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord.ext import commands


class Gateway:
    """The connection to Discord; while it is being made anew there is no ``client``."""

    def __init__(self) -> None:
        """Start without a connection."""
        self.client: commands.AutoShardedBot | None = None

    @property
    def shards(self) -> tuple[int, int]:
        """How many shards are connected, and how many there are."""
        if self.client is None or not self.client.is_ready():
            return 0, 0
        shards = self.client.shards.values()
        return sum(not shard.is_closed() for shard in shards), len(shards)

    @property
    def is_connected(self) -> bool:
        """Whether every shard is connected."""
        connected, known = self.shards
        return 0 < known == connected

    @property
    def latency(self) -> float | None:
        """Seconds until Discord acknowledges a heartbeat, on the slowest shard; None if unknown."""
        held = [] if self.client is None else [seconds for _, seconds in self.client.latencies]
        known = [seconds for seconds in held if math.isfinite(seconds)]
        return max(known, default=None)
