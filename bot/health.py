"""/healthz, /readyz and /metrics, on loopback: is it alive, does it serve, what waits."""

import asyncio
from collections.abc import Collection, Mapping

from aiohttp import web
from prometheus_client import CollectorRegistry, Gauge, generate_latest

from bot.clock import Clock
from bot.domain.capabilities import CAPABILITIES
from bot.domain.people import Platform
from bot.messengers.health import Health
from bot.messengers.poller import ALARM
from bot.storage.database import Database, DatabaseTrouble
from bot.storage.state import state

SILENT_TOO_LONG = 120_000
"""Milliseconds without a successful poll after which we do not claim to serve."""


class HealthPage:
    """Serves until told to stop. `polling` tells which messengers are asked for news by us."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        healths: Mapping[Platform, Health],
        *,
        polling: Collection[Platform],
    ) -> None:
        self._database, self._clock, self._healths = database, clock, healths
        self._polling = polling
        self._since = clock.now()

    async def run(self, listen: str, stop: asyncio.Event) -> None:
        app = web.Application()
        app.router.add_get("/healthz", self._alive)
        app.router.add_get("/readyz", self._ready)
        app.router.add_get("/metrics", self._metrics)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        host, _, port = listen.rpartition(":")
        await web.TCPSite(runner, host, int(port)).start()
        try:
            await stop.wait()
        finally:
            await runner.cleanup()

    async def _alive(self, _: web.Request) -> web.Response:
        problems = self._problems()
        return web.json_response({"problems": problems}, status=503 if problems else 200)

    def _problems(self) -> list[str]:
        now = self._clock.now()
        found = []
        for platform, health in self._healths.items():
            if health.dead_token is not None:
                found.append(f"{platform}: the token is not accepted")
            heard = max(health.last_poll, self._since)
            if platform in self._polling and now - heard > SILENT_TOO_LONG:
                found.append(f"{platform}: no answer for {(now - heard) // 1000} seconds")
            if CAPABILITIES[platform].waiting and health.backlog >= ALARM:
                found.append(f"{platform}: {health.backlog} updates came at once, more may wait")
        return found

    async def _ready(self, _: web.Request) -> web.Response:
        try:
            counts = await state(self._database, self._clock.now())
        except DatabaseTrouble:
            return web.json_response({"problems": ["the database does not answer"]}, status=503)
        problems = self._problems()
        body = {"problems": problems, **counts}
        return web.json_response(body, status=503 if problems else 200)

    async def _metrics(self, _: web.Request) -> web.Response:
        try:
            counts = await state(self._database, self._clock.now())
        except DatabaseTrouble:
            return web.Response(status=503, text="the database does not answer\n")
        registry = CollectorRegistry()
        rows = Gauge(
            "hamdeli_rows", "Rows by table and state", ["table", "state"], registry=registry
        )
        lag = Gauge(
            "hamdeli_lag_milliseconds", "Age of the oldest row", ["table"], registry=registry
        )
        for name, count in counts["inbox"].items():
            rows.labels("inbox", name).set(count)
        for name, classes in counts["outbox"].items():
            rows.labels("outbox", name).set(sum(classes.values()))
        for name, count in counts["cases"].items():
            rows.labels("cases", name).set(count)
        rows.labels("alerts", "open").set(counts["alerts"]["open"])
        for name, count in counts["due"].items():
            rows.labels("due", name).set(count)
        for name, age in counts["lag"].items():
            lag.labels(name).set(age)
        many = Gauge("hamdeli_too_many", "429 answers", ["platform"], registry=registry)
        for platform, health in self._healths.items():
            many.labels(platform.value).set(health.too_many)
        return web.Response(body=generate_latest(registry), content_type="text/plain")
