"""Criteria of a search travel in buttons and come back; nothing else is taken for them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import Status
from bot.domain.criteria import Criteria, packed, unpacked
from bot.domain.ids import PersonId
from bot.domain.triage import TOPICS, Acuity
from bot.handlers.presses import LIMIT, press

DAYS = st.none() | st.integers(693_596, 803_532)
CRITERIA = st.builds(
    Criteria,
    st.none() | st.sampled_from(TOPICS),
    st.none() | st.sampled_from(Status),
    st.none() | st.sampled_from(Acuity),
    st.none() | st.sampled_from(("23", "07", "abroad")),
    st.none() | st.integers(0, 2**63 - 1).map(PersonId),
    DAYS,
    DAYS,
)


@given(CRITERIA)
def test_criteria_come_back_from_a_button_as_they_were(criteria: Criteria) -> None:
    data = press("find", "status", *packed(criteria), "1y2p0ij32e8e7")
    assert len(data) <= LIMIT
    assert unpacked(packed(criteria)) == criteria


@given(st.lists(st.text("0123456789abcz_-", max_size=8), max_size=5))
def test_whatever_is_forged_is_criteria_or_nothing(parts: list[str]) -> None:
    found = unpacked(parts)
    assert found is None or packed(found) == tuple(parts)
