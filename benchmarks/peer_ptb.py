"""A plain python-telegram-bot: ConversationHandler, stock client and polling, a commit per step.

python -m benchmarks.peer_ptb URL TOKEN FOLDER
"""

import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks import the_form

Context = Any


def _keyboard(step: int) -> InlineKeyboardMarkup | None:
    shown = the_form.buttons(step)
    if not shown:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(t, callback_data=d)] for t, d in shown])


class Bot:
    def __init__(self, folder: Path) -> None:
        self._database = the_form.opened(folder)

    async def start(self, update: Update, context: Context) -> int:
        context.user_data.clear()
        context.user_data["answers"] = []
        assert update.message
        await update.message.reply_text(the_form.QUESTIONS[0])
        return 0

    async def typed(self, update: Update, context: Context) -> int:
        message = update.message
        assert message and message.from_user and message.text
        step = self._keep(context, message.from_user.id, message.text)
        await message.reply_text(the_form.QUESTIONS[step], reply_markup=_keyboard(step))
        return step

    async def pressed(self, update: Update, context: Context) -> int:
        query = update.callback_query
        assert query and query.data
        step = self._keep(context, query.from_user.id, query.data.partition(":")[2])
        await query.answer()
        if step < len(the_form.QUESTIONS):
            await query.edit_message_text(the_form.QUESTIONS[step], reply_markup=_keyboard(step))
            return step
        the_form.keep_case(self._database, query.from_user.id, context.user_data["answers"])
        await query.edit_message_text(the_form.THANKS)
        return ConversationHandler.END

    def _keep(self, context: Context, person: int, answer: str) -> int:
        answers = context.user_data["answers"]
        the_form.keep_answer(self._database, person, len(answers), answer)
        answers.append(answer)
        return len(answers)


def main() -> None:
    url, token, folder = sys.argv[1:]
    bot = Bot(Path(folder))
    states: dict[object, Any] = {
        step: [
            MessageHandler(filters.TEXT & ~filters.COMMAND, bot.typed)
            if step < the_form.TYPED
            else CallbackQueryHandler(bot.pressed, pattern=f"^{step}:")
        ]
        for step in range(len(the_form.QUESTIONS))
    }
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(
        ConversationHandler([CommandHandler("start", bot.start)], states, [], allow_reentry=True)
    )
    application.run_polling()


if __name__ == "__main__":
    main()
