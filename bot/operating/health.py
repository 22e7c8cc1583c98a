"""The optional HTTP port: ``/healthz`` for whatever restarts the bot, ``/metrics`` for Prometheus.

Neither tells anything about users; still the port is bound to this machine unless told otherwise.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.operating.metrics import Metrics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.connection.gateway import Gateway
    from bot.operating.pulse import Pulse
    from bot.service import Service

#: So late is nobody answered in time: Discord waits for three seconds. Only the last seconds count,
#: or a bot that was held up once would be restarted after it had recovered.
_MOST_LAG: Final = 2.0


class Health:
    """What is served while the bot runs."""

    def __init__(self, service: Service, gateway: Gateway, pulse: Pulse) -> None:
        """Tell of these."""
        self._service = service
        self._gateway = gateway
        self._pulse = pulse
        self._metrics = Metrics(service, gateway, pulse)

    @contextlib.asynccontextmanager
    async def served(self, host: str, port: int) -> AsyncIterator[int]:
        """Listen while the context lasts, and give the port; raise ``OSError`` if it is taken."""
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._page)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            yield runner.addresses[0][1]
        finally:
            await runner.cleanup()

    async def _healthz(self, _request: web.Request) -> web.Response:
        lag, connected = self._pulse.lag_now, self._gateway.is_connected
        is_well = connected and lag < _MOST_LAG
        told = {
            "status": "ok" if is_well else "failing",
            "gateway": "connected" if connected else "not connected",
            "edition": self._service.desk.current.fingerprint,
            "event_loop_lag_ms": round(lag * 1_000, 1),
        }
        return web.json_response(told, status=200 if is_well else 503)

    async def _page(self, _request: web.Request) -> web.Response:
        headers = {"Content-Type": Metrics.content_type}
        return web.Response(body=self._metrics.page(), headers=headers)
