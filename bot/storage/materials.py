"""What there is to read, see or hear before a lesson and after it: messages of any kind, sealed."""

import json
from dataclasses import dataclass

from bot.domain.courses import Side
from bot.domain.ids import LessonId, MaterialId, OutboxId
from bot.domain.outgoing import Outgoing
from bot.domain.outgoing_json import from_json, to_json
from bot.storage.database import Row
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Material:
    id: MaterialId
    lesson_id: LessonId
    side: Side
    message: Outgoing


async def add(
    work: Work, lesson: LessonId, side: Side, message: Outgoing, most: int
) -> MaterialId | None:
    """One more, behind the others. None where there are so many already."""
    number = MaterialId(work.ids.next())
    sealed = work.seal(
        json.dumps(to_json(message), ensure_ascii=False), "lesson_materials.message", number
    )
    added = await work.tx.changed(
        "INSERT INTO lesson_materials (id, lesson_id, side, message, made_at)"
        " SELECT CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT),"
        " CAST(? AS BIGINT) WHERE (SELECT count(*) FROM lesson_materials WHERE lesson_id = ?"
        " AND side = ?) < ? RETURNING id",
        number, lesson, side.value, sealed, work.now, lesson, side.value, most,
    )  # fmt: skip
    return number if added else None


async def of_lesson(work: Work, lesson: LessonId) -> list[Material]:
    """Those before it first, each side in its order."""
    rows = await work.tx.fetch(
        "SELECT id, lesson_id, side, message FROM lesson_materials WHERE lesson_id = ?"
        " ORDER BY side DESC, id",
        lesson,
    )
    return [_material(work, row) for row in rows]


async def get(work: Work, number: MaterialId) -> Material | None:
    row = await work.tx.row(
        "SELECT id, lesson_id, side, message FROM lesson_materials WHERE id = ?", number
    )
    return _material(work, row) if row else None


def _material(work: Work, row: Row) -> Material:
    opened = work.open(row["message"], "lesson_materials.message", row["id"])
    return Material(
        MaterialId(row["id"]), LessonId(row["lesson_id"]), Side(row["side"]),
        from_json(json.loads(opened)),
    )  # fmt: skip


async def remove(work: Work, lesson: LessonId, number: MaterialId) -> bool:
    """One of a lesson is taken away. False where it is gone already."""
    return await work.tx.changed(
        "DELETE FROM lesson_materials WHERE id = ? AND lesson_id = ? RETURNING id", number, lesson
    )


async def drop(work: Work, lesson: LessonId) -> None:
    """All of a lesson are taken away."""
    await work.tx.execute("DELETE FROM lesson_materials WHERE lesson_id = ?", lesson)


# What is answered to.


def remember_prompt(work: Work, row: OutboxId, lesson: LessonId, side: Side) -> None:
    """An answer to this message of ours is a material."""
    work.tx.later(
        "INSERT INTO material_prompts (outbox_id, lesson_id, side, at) VALUES (?, ?, ?, ?)",
        row, lesson, side.value, work.now,
    )  # fmt: skip


async def prompted(work: Work, chat_key: str, message_id: int) -> tuple[LessonId, Side] | None:
    """What a message of ours in this chat has asked for."""
    row = await work.tx.row(
        "SELECT p.lesson_id, p.side FROM outbox o JOIN material_prompts p ON p.outbox_id = o.id"
        " WHERE o.chat_key = ? AND o.message_id = ? AND o.kind = 'prompt'",
        chat_key, message_id,
    )  # fmt: skip
    return (LessonId(row["lesson_id"]), Side(row["side"])) if row else None


async def forget(work: Work, before: int) -> None:
    """Retention: what was asked for long ago."""
    await work.tx.execute("DELETE FROM material_prompts WHERE at < ?", before)
