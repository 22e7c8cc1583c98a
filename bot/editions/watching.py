"""Reloading by itself: when the folder has changed, and then stayed as it is for a moment."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Final

from watchfiles import awatch

from bot.editions.aside import aside
from bot.editions.reloading import BusyError
from bot.editions.settling import stamp
from bot.facts.folder import is_folder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.service import Service

_log = logging.getLogger(__name__)
_QUIET: Final = 1_000  # milliseconds without a change: whatever writes has finished
_LATEST: Final = 60_000  # milliseconds after which nobody waits for quiet any longer
#: Not every file system tells of changes, and none tells of a folder that was replaced.
_LOOK: Final = 30_000  # milliseconds
_AGAIN: Final = 5.0  # seconds, where the folder is not there


async def watch(service: Service) -> None:
    """Reload whenever the folder is another than the one that was read last, until cancelled."""
    async for _ in _moments(service.folder):
        if await aside(lambda: stamp(service.folder)) != service.reloader.seen:
            # while another reload is under way there is nothing to do: it is looked at again soon
            with contextlib.suppress(BusyError):
                await service.reload_unasked("the folder has changed")


async def _moments(folder: Path) -> AsyncIterator[None]:
    """Yield whenever it is worth to look at the folder."""
    while True:
        try:
            async for _ in awatch(
                folder,
                watch_filter=None,
                debounce=_LATEST,
                step=_QUIET,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                ignore_permission_denied=True,
            ):
                yield
                if not await aside(lambda: is_folder(folder)):
                    break
        except (OSError, RuntimeError) as error:
            _log.debug("the folder cannot be watched at the moment", exc_info=error)
        await asyncio.sleep(_AGAIN)
        yield
