"""The days of a town go by, and at the end every part is accounted for."""

from collections import Counter
from typing import Any

from bot.handlers.series import series_plans
from tests.faults.drips_people import LIBRARY, TICKS, moment
from tests.faults.drips_world import Town


async def account(town: Town) -> dict[str, int]:
    """Of every run, each part was sent once, was skipped and counted, or is still to come."""
    read = town.database.read
    sent = {row["run_id"]: row["n"] for row in await read(
        "SELECT run_id, count(*) AS n FROM series_sent GROUP BY run_id")}  # fmt: skip
    skipped: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    parts = await read("SELECT subject, state, reason FROM due WHERE kind = ?", series_plans.PART)
    for row in parts:
        skipped[row["subject"]] += row["state"] == "skipped"
        waiting[row["subject"]] += row["state"] == "waiting"
    for run in await read("SELECT id, series, state, part FROM series_runs"):
        known, last = run["id"], LIBRARY[run["series"]].last
        past = sent.get(known, 0) + skipped[known]
        done = run["state"] == "done" and past == last and not waiting[known]
        stopped = run["state"] == "stopped" and past == run["part"] and not waiting[known]
        live = run["state"] in ("running", "paused")
        goes_on = live and waiting[known] == 1 and past == run["part"] - 1
        by_hand = live and not waiting[known] and past == run["part"]
        if not (done or stopped or goes_on or by_hand):
            town.wrong.append(f"run {dict(run)}: {past} past, {waiting[known]} waiting")
    (failed,) = await read("SELECT count(*) AS n FROM due WHERE state = 'failed'")
    if failed["n"] or town.letters != town.sent or town.sent != sum(sent.values()):
        town.wrong.append(f"{failed['n']} failed; {town.sent} sent in {town.letters} letters")
    return dict(Counter(row["reason"] for row in parts if row["state"] == "skipped"))


async def play(town: Town, days: int, kills: int, outage: range) -> dict[str, Any]:
    """The days go by; what came of them, in figures. `outage`: days without the service."""
    await town.settle()
    ticks = [(day, *tick) for day in range(days) if day not in outage for tick in TICKS]
    deadly = set(town.chance.sample(ticks, kills))
    for day, hour, minute in ticks:
        town.now = moment(day, hour, minute)
        if (hour, minute) == (12, 0):
            await town.morning(day)
        await town.tick(day, (hour, minute), kill=(day, hour, minute) in deadly)
    skipped = await account(town)
    courses = await town.terms.account(town.tools) if town.terms is not None else {}
    return {
        "people": town.size, "series": len(LIBRARY), "days": days, "kills": town.kills,
        "outage days": len(outage), "runs": town.runs, "parts sent": town.sent,
        "skipped": skipped, "courses": courses,
    }  # fmt: skip
