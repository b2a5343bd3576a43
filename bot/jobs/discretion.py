"""What waits for a family leaves when its hours begin; what came too late after an exit goes."""

from bot.handlers import holding
from bot.handlers.desk import Desk
from bot.handlers.family import discretion
from bot.storage import held


async def watch(desk: Desk) -> None:
    for person_id in await held.people_due(desk.work):
        await holding.release(desk, person_id)
    await discretion.sweep(desk)
