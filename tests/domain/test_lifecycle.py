"""How near a case stands to a colleague, and for how long a closed one can be opened again."""

from dataclasses import replace

from bot.domain.case import Case, Outcome, Status
from bot.domain.ids import CaseId, ClosingId, PersonId
from bot.domain.lifecycle import (
    MOVES,
    REOPENS,
    Move,
    Stage,
    Who,
    allows,
    may_decide,
    nearness,
    reopens,
    stage,
)
from bot.domain.people import Scope
from bot.domain.triage import Acuity

MARYAM, NARGES, OMID, NOON = PersonId(1), PersonId(2), PersonId(3), 1_790_000_000_000
WAITING = Case(CaseId(9), "c", MARYAM, Status.WAITING, Acuity.MEDIUM, "grief", "", "", "any", NOON)
CLAIMED = replace(WAITING, status=Status.CLAIMED, counselor_id=NARGES)
CLOSED = replace(CLAIMED, status=Status.CLOSED, closed_at=NOON, outcome=Outcome.HELPED)


def test_an_open_case_is_ones_own_or_one_of_the_team() -> None:
    assert nearness(CLAIMED, NARGES, NOON) is Scope.OWN
    assert nearness(CLAIMED, OMID, NOON) is Scope.TEAM
    assert nearness(WAITING, NARGES, NOON) is Scope.TEAM


def test_a_closed_case_stays_ones_own_for_a_month_and_is_nobodys_team() -> None:
    assert nearness(CLOSED, NARGES, NOON + REOPENS - 1) is Scope.OWN
    assert nearness(CLOSED, NARGES, NOON + REOPENS) is Scope.ALL
    assert nearness(CLOSED, OMID, NOON) is Scope.ALL


def test_nobody_is_near_to_a_request_of_their_own() -> None:
    for case in (WAITING, CLAIMED, CLOSED):
        assert nearness(case, MARYAM, NOON) is None


def test_a_closing_is_looked_at_by_somebody_else() -> None:
    assert may_decide(CLAIMED, OMID)
    assert not may_decide(CLAIMED, NARGES)
    assert not may_decide(CLAIMED, MARYAM)


def test_what_is_closed_opens_again_for_a_month_unless_its_words_are_gone() -> None:
    assert reopens(CLOSED, NOON + REOPENS - 1)
    assert not reopens(CLOSED, NOON + REOPENS)
    assert not reopens(replace(CLOSED, outcome=Outcome.ERASED), NOON)
    assert not reopens(replace(CLOSED, outcome=Outcome.MERGED), NOON)
    assert not reopens(CLAIMED, NOON)


def test_a_claimed_case_whose_closing_is_asked_for_is_closing() -> None:
    asked = replace(CLAIMED, closing_id=ClosingId(5))
    assert (stage(CLAIMED), stage(asked)) == (Stage.CLAIMED, Stage.CLOSING)
    # What was asked before the case went back to the queue has lost its sense.
    assert stage(replace(WAITING, closing_id=ClosingId(5))) is Stage.WAITING
    assert allows(Move.APPROVE, asked)
    assert not allows(Move.CLOSE, asked)


def test_only_another_supervisor_decides_about_a_closing() -> None:
    decided = {move for move, way in MOVES.items() if way.by is Who.ANOTHER_SUPERVISOR}
    assert decided == {Move.APPROVE, Move.SEND_BACK}
