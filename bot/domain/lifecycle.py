"""The life of a case: its stages, the moves between them, and who may make each."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.case import Case, Outcome, Status
from bot.domain.ids import PersonId
from bot.domain.people import Scope

DAY = 24 * 3600 * 1000
REOPENS = 30 * DAY
"""Milliseconds after closing in which staff can open a case again, and who had it can read it."""


class Stage(StrEnum):
    """Where a case stands. `CLOSING`: claimed, and its closing waits for a supervisor's yes."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSING = "closing"
    CLOSED = "closed"


class Who(StrEnum):
    """Who makes a move. `ANOTHER_SUPERVISOR`: one who does not have the case. `DECIDER`: whoever
    decides about abuse."""

    FAMILY = "family"
    CASEWORKER = "caseworker"
    OWNER = "owner"
    ANOTHER_SUPERVISOR = "another_supervisor"
    DECIDER = "decider"
    SERVICE = "service"


class Move(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    CLOSE = "close"
    ASK_CLOSING = "ask_closing"
    TAKE_BACK = "take_back"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    ERASE = "erase"
    CLOSE_ABUSE = "close_abuse"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Transition:
    before: frozenset[Stage]
    after: Stage
    by: Who


def _of(before: tuple[Stage, ...], after: Stage, by: Who) -> Transition:
    return Transition(frozenset(before), after, by)


_HAD = (Stage.CLAIMED, Stage.CLOSING)
MOVES: dict[Move, Transition] = {
    Move.CLAIM: _of((Stage.WAITING,), Stage.CLAIMED, Who.CASEWORKER),
    # A lease that has run out, and the cases of somebody who leaves.
    Move.RELEASE: _of(_HAD, Stage.WAITING, Who.SERVICE),
    # At once, where the case was never high or immediate; else it is asked.
    Move.CLOSE: _of((Stage.CLAIMED,), Stage.CLOSED, Who.OWNER),
    Move.ASK_CLOSING: _of((Stage.CLAIMED,), Stage.CLOSING, Who.OWNER),
    Move.TAKE_BACK: _of((Stage.CLOSING,), Stage.CLAIMED, Who.OWNER),
    Move.APPROVE: _of((Stage.CLOSING,), Stage.CLOSED, Who.ANOTHER_SUPERVISOR),
    Move.SEND_BACK: _of((Stage.CLOSING,), Stage.CLAIMED, Who.ANOTHER_SUPERVISOR),
    Move.WITHDRAW: _of((Stage.WAITING,), Stage.CLOSED, Who.FAMILY),
    # By whoever had it, or a supervisor; theirs from then on.
    Move.REOPEN: _of((Stage.CLOSED,), Stage.CLAIMED, Who.CASEWORKER),
    Move.ERASE: _of((Stage.WAITING, *_HAD), Stage.CLOSED, Who.FAMILY),
    # With a block. What was ever urgent: by a supervisor, and only where somebody else has it.
    Move.CLOSE_ABUSE: _of((Stage.WAITING, *_HAD), Stage.CLOSED, Who.DECIDER),
    # Its family is the family of another open case, which goes on.
    Move.MERGE: _of((Stage.WAITING, *_HAD), Stage.CLOSED, Who.SERVICE),
}
"""Every change of a status there is. What is not here does not happen."""


def stage(case: Case) -> Stage:
    if case.status is Status.CLAIMED and case.closing_id is not None:
        return Stage.CLOSING
    return Stage(case.status.value)


def allows(move: Move, case: Case) -> bool:
    return stage(case) in MOVES[move].before


def nearness(case: Case, who: PersonId, now: int) -> Scope | None:
    """How near a case stands to a colleague; None for their own request: nobody reads about
    themselves what others wrote."""
    if case.person_id == who:
        return None
    mine = case.counselor_id == who
    if case.status is not Status.CLOSED:
        return Scope.OWN if mine else Scope.TEAM
    fresh = now - (case.closed_at or 0) < REOPENS
    return Scope.OWN if mine and fresh else Scope.ALL


def may_decide(case: Case, who: PersonId) -> bool:
    """Whether somebody else than the one who has the case looks at its closing."""
    return who not in (case.counselor_id, case.person_id)


def reopens(case: Case, now: int) -> bool:
    """Whether it can still be opened again: not after a month, not when its words are gone, and
    not when it goes on in another one."""
    gone = case.outcome in (Outcome.ERASED, Outcome.MERGED)
    closed = case.status is Status.CLOSED and not gone
    return closed and now - (case.closed_at or 0) < REOPENS
