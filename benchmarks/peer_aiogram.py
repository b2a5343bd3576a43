"""An aiogram bot with memory storage; only the finished case is written to a database.

python -m benchmarks.peer_aiogram URL TOKEN FOLDER
"""

import asyncio
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks import the_form


class Walk(StatesGroup):
    typing = State()
    pressing = State()


def _keyboard(step: int) -> InlineKeyboardMarkup | None:
    shown = the_form.buttons(step)
    if not shown:
        return None
    rows = [[InlineKeyboardButton(text=text, callback_data=data)] for text, data in shown]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _keep(state: FSMContext, answer: str) -> list[str]:
    answers = [*(await state.get_data())["answers"], answer]
    await state.update_data(answers=answers)
    return answers


def _router(folder: Path) -> Router:
    router, database = Router(), the_form.opened(folder)

    @router.message(CommandStart())
    async def start(message: Message, state: FSMContext) -> None:
        await state.set_state(Walk.typing)
        await state.set_data({"answers": []})
        await message.answer(the_form.QUESTIONS[0])

    @router.message(Walk.typing, F.text)
    async def typed(message: Message, state: FSMContext) -> None:
        step = len(await _keep(state, message.text or ""))
        if step == the_form.TYPED:
            await state.set_state(Walk.pressing)
        await message.answer(the_form.QUESTIONS[step], reply_markup=_keyboard(step))

    @router.callback_query(Walk.pressing, F.data)
    async def pressed(query: CallbackQuery, state: FSMContext) -> None:
        answers = await _keep(state, (query.data or "").partition(":")[2])
        await query.answer()
        assert isinstance(query.message, Message)
        if len(answers) < len(the_form.QUESTIONS):
            text, step = the_form.QUESTIONS[len(answers)], len(answers)
            await query.message.edit_text(text, reply_markup=_keyboard(step))
            return
        the_form.keep_case(database, query.from_user.id, answers)
        await state.clear()
        await query.message.edit_text(the_form.THANKS)

    return router


async def main() -> None:
    url, token, folder = sys.argv[1:]
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(_router(Path(folder)))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main())
