"""What Prometheus is told: everything that is counted, read at the moment it asks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
)
from prometheus_client.registry import Collector

from bot.operating.counts import Durations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prometheus_client import Metric

    from bot.connection.gateway import Gateway
    from bot.operating.pulse import Pulse
    from bot.service import Service


class Metrics:
    """The page that Prometheus reads."""

    content_type = "text/plain; version=0.0.4; charset=utf-8"

    def __init__(self, service: Service, gateway: Gateway, pulse: Pulse) -> None:
        """Read from these whenever asked."""
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(_Readout(service, gateway, pulse))
        ProcessCollector(registry=self._registry)

    def page(self) -> bytes:
        """Return the page as it is now."""
        return generate_latest(self._registry)


class _Readout(Collector):
    def __init__(self, service: Service, gateway: Gateway, pulse: Pulse) -> None:
        self._service = service
        self._gateway = gateway
        self._pulse = pulse

    def collect(self) -> Iterator[Metric]:
        """Yield every metric with its value of now."""
        counts = self._service.counts
        yield _counter(
            "readout_answers",
            "Answers given.",
            ("command", "status"),
            {(command, str(status)): n for (command, status), n in counts.answers.items()},
        )
        yield _histogram(
            "readout_seconds", "How long it took, the reply included.", counts.durations
        )
        yield _counter(
            "readout_held_back",
            "Questions and offers beyond an allowance, and what came too late.",
            ("what",),
            {(what,): n for what, n in counts.held_back.items()},
        )
        yield _counter(
            "readout_reloads",
            "Reloads.",
            ("result",),
            {(result,): n for result, n in counts.reloads.items()},
        )
        yield CounterMetricFamily(
            "readout_unreadable_events",
            "Events of Discord's that could not be understood.",
            counts.unreadable,
        )
        yield from self._edition()
        yield from self._connection()

    def _edition(self) -> Iterator[Metric]:
        edition = self._service.desk.current
        yield InfoMetricFamily(
            "readout_edition", "The edition that answers.", {"fingerprint": edition.fingerprint}
        )
        yield _gauge(
            "readout_edition_loaded_timestamp_seconds",
            "When it was loaded.",
            edition.since.timestamp(),
        )
        yield _gauge("readout_edition_records", "Its records.", len(edition.base.records))

    def _connection(self) -> Iterator[Metric]:
        connected, known = self._gateway.shards
        is_connected = self._gateway.is_connected
        yield _gauge("readout_gateway_connected", "1 if every shard is.", is_connected)
        yield _gauge("readout_gateway_shards", "Shards of this process.", known)
        yield _gauge("readout_gateway_shards_connected", "Those that are connected.", connected)
        latency = self._gateway.latency
        if latency is not None:
            yield _gauge(
                "readout_gateway_latency_seconds", "Until a heartbeat is acknowledged.", latency
            )
        yield _gauge(
            "readout_event_loop_lag_seconds", "The most of the last minute.", self._pulse.lag
        )
        yield _gauge(
            "readout_start_timestamp_seconds",
            "When the bot began to answer.",
            time.time() - self._service.counts.uptime,
        )


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, float(value))


def _counter(
    name: str, about: str, labels: Iterable[str], values: Mapping[tuple[str, ...], int]
) -> Metric:
    family = CounterMetricFamily(name, about, labels=list(labels))
    for held, value in sorted(values.items()):
        family.add_metric(list(held), value)
    return family


def _histogram(name: str, about: str, by_what: Mapping[str, Durations]) -> Metric:
    family = HistogramMetricFamily(name, about, labels=["what"])
    for what, durations in sorted(by_what.items()):
        buckets, below = [], 0
        for bound, count in zip((*Durations.BOUNDS, "+Inf"), durations.counts, strict=True):
            below += count
            buckets.append((str(bound), float(below)))
        family.add_metric([what], buckets, durations.total)
    return family
