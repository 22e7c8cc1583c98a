"""Long work beside the event loop, on a thread that nobody waits for when the bot stops."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

ResultT = TypeVar("ResultT")
Params = ParamSpec("Params")


class Unawaited(ThreadPoolExecutor):
    """An executor whose threads nobody waits for: a name server that hangs holds up no stop."""

    def submit(
        self, fn: Callable[Params, ResultT], /, *args: Params.args, **kwargs: Params.kwargs
    ) -> Future[ResultT]:
        """Do something on a thread of its own."""
        future: Future[ResultT] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
                future.set_exception(error)

        threading.Thread(target=run, name="unawaited", daemon=True).start()
        return future


async def aside(work: Callable[[], ResultT]) -> ResultT:
    """Do work on a thread of its own and return its result.

    Other than with ``asyncio.to_thread``, the end of the event loop or of the process does not wait
    for a thread at work.
    """
    return await asyncio.wrap_future(Unawaited(1).submit(work))
