"""A Bot API emulator: the messenger's side of the conversation, for rehearsal and tests.

Imports nothing from the rest of `bot`: the bot under it speaks plain HTTP to it.
"""

from bot.sandbox.server import Emulator
from bot.sandbox.world import Chat, Message, Person, World

__all__ = ["Chat", "Emulator", "Message", "Person", "World"]
