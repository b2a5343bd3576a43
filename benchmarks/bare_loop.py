"""A loop with no framework that keeps nothing: what the emulator and its people can take.

python -m benchmarks.bare_loop URL TOKEN FOLDER
"""

import asyncio
import json
import sys
from typing import Any

import aiohttp

from benchmarks import the_form


class Bot:
    def __init__(self, http: aiohttp.ClientSession, token: str) -> None:
        self._http, self._token = http, token
        self._steps: dict[int, int] = {}

    async def call(self, method: str, **parameters: Any) -> Any:
        async with self._http.post(f"/bot{self._token}/{method}", json=parameters) as response:
            return json.loads(await response.read())["result"]

    async def handle(self, update: dict[str, Any]) -> None:
        query = update.get("callback_query")
        person = (query or update["message"])["from"]["id"]
        starts = query is None and update["message"]["text"] == "/start"
        step = self._steps[person] = 0 if starts else self._steps[person] + 1
        last = step == len(the_form.QUESTIONS)
        content: dict[str, Any] = {"text": the_form.THANKS if last else the_form.QUESTIONS[step]}
        rows = [[{"text": text, "callback_data": data}] for text, data in the_form.buttons(step)]
        if rows:
            content["reply_markup"] = {"inline_keyboard": rows}
        if query is None:
            await self.call("sendMessage", chat_id=person, **content)
            return
        number = query["message"]["message_id"]
        await asyncio.gather(
            self.call("answerCallbackQuery", callback_query_id=query["id"]),
            self.call("editMessageText", chat_id=person, message_id=number, **content),
        )


async def main() -> None:
    url, token, _ = sys.argv[1:]
    async with aiohttp.ClientSession(
        url, connector=aiohttp.TCPConnector(limit=256), cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        bot, offset, under_way = Bot(http, token), 0, set[asyncio.Task[None]]()
        while True:
            for update in await bot.call("getUpdates", offset=offset, timeout=10):
                offset = update["update_id"] + 1
                task = asyncio.create_task(bot.handle(update))
                under_way.add(task)
                task.add_done_callback(under_way.discard)


if __name__ == "__main__":
    asyncio.run(main())
