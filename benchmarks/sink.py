"""A Bot API server that takes every message at once and forgets it.

python -m benchmarks.sink PORT
"""

import itertools
import json
import sys

from aiohttp import web


def main() -> None:
    numbers = itertools.count(1)

    async def answer(request: web.Request) -> web.Response:
        if request.path.endswith("getMe"):
            result: dict[str, object] = {
                "id": 1,
                "is_bot": True,
                "first_name": "x",
                "username": "x",
            }
        else:
            typed = request.content_type == "application/json"
            body = await request.json() if typed else await request.post()
            chat = {"id": int(str(body["chat_id"])), "type": "private", "first_name": "x"}
            result = {"message_id": next(numbers), "date": 1_790_000_000, "text": "x", "chat": chat}
        text = json.dumps({"ok": True, "result": result})
        return web.Response(text=text, content_type="application/json")

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)


if __name__ == "__main__":
    main()
