"""The real `hamdeli run` with another conversation in it: the form that the peers ask.

    python -m benchmarks.our_form      (settings come from the environment, as always)

Everything is as in production: poller, inbox, worker, sealing, outbox, sender, full commits.
Only the questions differ. They borrow the names of questions whose words exist.
"""

import argparse
from collections.abc import Mapping

from bot import content
from bot.commands import run
from bot.conversations.feedback import FEEDBACK
from bot.conversations.flow import END, Choice, Flow, Option, Question, Words


def _choice(*keys: str) -> Choice:
    return Choice(tuple(Option(key) for key in keys))


FORM = Flow(
    "intake",
    1,
    (
        Question("topic", Words(), "province"),
        Question("province", Words(), "county"),
        Question("county", Words(), "story"),
        Question("story", Words(), "consent"),
        Question("consent", _choice("full", "no"), "who"),
        Question("who", _choice("self", "other"), "danger"),
        Question("danger", _choice("no", "unsure", "now"), "contact"),
        Question("contact", _choice("any", "neutral", "wait"), END),
    ),
)


def _flows(*_: object) -> Mapping[str, Flow]:
    return {flow.name: flow for flow in (FORM, FEEDBACK)}


def main() -> None:
    # The one seam: what the house reads from its catalogue.
    vars(content)["conversations"] = _flows
    run.main(argparse.Namespace())


if __name__ == "__main__":
    main()
