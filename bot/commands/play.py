"""`hamdeli play CONVERSATION`: walks a conversation in the terminal, with no messenger at all."""

import argparse
import sys
from collections.abc import Mapping

from bot import config, content
from bot.clock import Clock
from bot.commands.opening import Problem
from bot.conversations import events
from bot.conversations import step as engine
from bot.conversations.flow import (
    Answers,
    Flow,
    Picked,
    Session,
    Spoken,
    answer_to_json,
)
from bot.domain.outgoing import Button
from bot.handlers import questions
from bot.handlers.conversation import UNREAD
from bot.handlers.desk import Speaker
from bot.handlers.family.discretion import RECIPES
from bot.handlers.house import House
from bot.handlers.presses import parts_of
from bot.handlers.safety.numbers import numbers

_HELP = "Type a number to press a button, words to write, /voice, /sticker, or /quit."


def main(options: argparse.Namespace) -> int:
    house = content.read(config.ROOT, "Asia/Tehran").house(options.language, {})
    flow = house.flows.get(options.conversation)
    if flow is None:
        names = ", ".join(sorted(house.flows))
        raise Problem(f"There is no conversation {options.conversation}; there are: {names}.")
    sys.stdout.write(_HELP + "\n")
    Play(house, flow, options.language).walk()
    return 0


PLAYED_WITH: Mapping[str, Answers] = {"intake": {"screeners": Picked("both")}}
"""What is known before a conversation begins: in the terminal every questionnaire is on."""


class Play:
    """One walk. Reads lines from standard input and ends with the conversation or the input."""

    def __init__(self, house: House, flow: Flow, language: str) -> None:
        self._me, self._house, self._flow = Speaker(house, language), house, flow
        self._session: Session | None = engine.begin(flow, "play", PLAYED_WITH.get(flow.name))

    def walk(self) -> None:
        self._ask()
        for line in sys.stdin:
            typed = line.rstrip("\n")
            if typed == "/quit":
                return
            self._does(typed)
            if self._ended:
                return

    def _does(self, typed: str) -> None:
        """What they press or write; danger comes before the question, as in a messenger."""
        pressed = self._pressed(typed)
        if pressed[:2] == ("m", "help"):
            self._helps("help")
        elif pressed[:2] == ("q", "exit"):
            self._print(self._me.say("quiet", recipe=RECIPES[0]))
            self._session = None
        else:
            finding = None if pressed else self._house.danger.find(typed)
            if finding is not None:
                self._helps(finding.category.value)
            self._do(self._event(typed, pressed), danger=finding is not None)

    def _helps(self, category: str) -> None:
        """What a family reads at once; in a messenger those on call are alerted as well."""
        me = self._me
        words = f"{me.say(f'safety-{category}')} {me.say('safety-told')} {me.say('safety-call')}"
        self._print("\n" + words + "\n" + numbers(me, category, Clock().now()))

    def _pressed(self, typed: str) -> tuple[str, ...]:
        """The parts of the button with this number; none for anything else."""
        buttons = self._buttons()
        if typed.isdecimal() and 1 <= int(typed) <= len(buttons):
            return tuple(parts_of(buttons[int(typed) - 1].data or "") or ())
        return ()

    @property
    def _ended(self) -> bool:
        return self._session is None

    def _buttons(self) -> list[Button]:
        assert self._session is not None
        rows = questions.question_buttons(self._me, self._flow, self._session)
        return [button for row in rows for button in row]

    def _event(self, typed: str, parts: tuple[str, ...]) -> events.Event:
        assert self._session is not None
        if parts:
            return events.Pressed(parts[1], parts[2], parts[3], "".join(parts[4:]))
        if typed == "/voice":
            return events.Spoke(Spoken("played", 7))
        if typed == "/sticker":
            return events.SentOther("sticker")
        labels = questions.labels(self._me, self._flow, self._session)
        skips, confirms = self._house.heard("skip", typed), questions.confirms(self._me, typed)
        return events.Typed(typed, labels, skips, confirms)

    def _do(self, event: events.Event, *, danger: bool) -> None:
        assert self._session is not None
        self._session, effects = engine.step(self._flow, self._session, event)
        if danger and any(isinstance(e, events.Say) and e.text in UNREAD for e in effects):
            return
        for effect in effects:
            self._show(effect)

    def _show(self, effect: events.Effect) -> None:
        match effect:
            case events.Ask() | events.Redraw():
                self._ask()
            case events.Say(key, arguments):
                self._print(self._me.say(key, **arguments))
            case events.Toast(key):
                self._print(f"({self._me.say(key)})")
            case events.Finished(answers):
                self._finish({name: answer_to_json(a) for name, a in answers.items()})
            case _:
                pass

    def _finish(self, answers: Mapping[str, object]) -> None:
        self._print("---")
        for name, answer in answers.items():
            self._print(f"{name} = {answer}")

    def _ask(self) -> None:
        if self._session is None:
            return
        self._print("")
        self._print(questions.question_text(self._me, self._flow, self._session))
        for place, button in enumerate(self._buttons(), 1):
            self._print(f"  {place}) {button.label}")

    def _print(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
