"""Which keys the code builds by filling in a word, for every noun together."""

from tests import (
    keys_of_triage,
    texts_of_appointments,
    texts_of_broadcasts,
    texts_of_cases,
    texts_of_courses,
    texts_of_duty,
    texts_of_referrals,
    texts_of_search,
    texts_of_tools,
    texts_of_transfers,
)

FILLINGS = {
    **keys_of_triage.FILLINGS,
    **texts_of_referrals.FILLINGS,
    **texts_of_duty.FILLINGS,
    **texts_of_transfers.FILLINGS,
    **texts_of_cases.FILLINGS,
    **texts_of_appointments.FILLINGS,
    **texts_of_search.FILLINGS,
    **texts_of_tools.FILLINGS,
    **texts_of_courses.FILLINGS,
    **texts_of_broadcasts.FILLINGS,
}
