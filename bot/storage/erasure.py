"""Erasure on a person's wish: their words, accounts and traces go; bare counts stay."""

from bot.domain.ids import PersonId
from bot.storage import recipients
from bot.storage.work import Work

_OF_CASES = " IN (SELECT id FROM cases WHERE person_id = ?)"

_OF_COURSES = " IN (SELECT id FROM participants WHERE person_id = ?)"

# In this order: what refers to a thing goes before the thing.
_STEPS = (
    "DELETE FROM relay_versions WHERE relay_id IN (SELECT id FROM relay WHERE case_id"
    + _OF_CASES
    + ")",
    "DELETE FROM relay WHERE case_id" + _OF_CASES,
    "DELETE FROM copies WHERE case_id" + _OF_CASES,
    "DELETE FROM notes WHERE case_id" + _OF_CASES,
    "DELETE FROM household WHERE case_id" + _OF_CASES,
    "DELETE FROM draft_prompts WHERE draft_id IN (SELECT id FROM reply_drafts WHERE case_id"
    + _OF_CASES
    + ")",
    "DELETE FROM reply_drafts WHERE case_id" + _OF_CASES,
    "DELETE FROM flooded WHERE flood_id IN (SELECT id FROM floods WHERE case_id" + _OF_CASES + ")",
    "DELETE FROM referrals WHERE urgency IS NULL AND case_id" + _OF_CASES,
    "UPDATE referrals SET summary = NULL WHERE case_id" + _OF_CASES,
    "UPDATE transfers SET note = NULL WHERE case_id" + _OF_CASES,
    "UPDATE transfers SET state = 'ended' WHERE state IN ('drafted', 'asked', 'offered')"
    " AND case_id" + _OF_CASES,
    "DELETE FROM due WHERE subject IN (SELECT id FROM appointments WHERE case_id" + _OF_CASES + ")",
    "DELETE FROM appointment_slots WHERE appointment_id IN"
    " (SELECT id FROM appointments WHERE case_id" + _OF_CASES + ")",
    "DELETE FROM appointment_times WHERE appointment_id IN"
    " (SELECT id FROM appointments WHERE case_id" + _OF_CASES + ")",
    "UPDATE appointments SET state = 'canceled', offered = 0 WHERE state IN ('open', 'confirmed')"
    " AND case_id" + _OF_CASES,
    "UPDATE appointments SET place = NULL WHERE case_id" + _OF_CASES,
    "DELETE FROM screenings WHERE case_id" + _OF_CASES,
    "DELETE FROM screening_offers WHERE case_id" + _OF_CASES,
    "UPDATE feedback SET words = NULL WHERE case_id" + _OF_CASES,
    "UPDATE closings SET note = NULL WHERE case_id" + _OF_CASES,
    "DELETE FROM tasks WHERE case_id" + _OF_CASES,
    "DELETE FROM goals WHERE case_id" + _OF_CASES,
    "DELETE FROM safety_plans WHERE case_id" + _OF_CASES,
    "UPDATE outbox SET payload = NULL, state = 'canceled', reason = 'erased'"
    " WHERE state = 'waiting' AND kind IN ('relay', 'referral', 'referral_edit', 'file', 'plan',"
    " 'reply', 'reply_edit', 'question', 'listening', 'whisper', 'folded', 'prompt')"
    " AND case_id" + _OF_CASES,
    "UPDATE outbox SET payload = NULL WHERE state <> 'waiting' AND case_id" + _OF_CASES,
    "UPDATE outbox SET payload = NULL, state = 'canceled', reason = 'erased'"
    " WHERE state = 'waiting' AND person_id = ?",
    "UPDATE outbox SET payload = NULL, person_id = NULL WHERE person_id = ?",
    "UPDATE outbox SET payload = NULL WHERE state <> 'waiting' AND alert_id IN"
    " (SELECT id FROM alerts WHERE person_id = ?)",
    "UPDATE alerts SET said = NULL, outcome_note = NULL, person_id = NULL WHERE person_id = ?",
    # Ids are never the same in two tables: a subject that is theirs is about them.
    "DELETE FROM due WHERE subject" + _OF_CASES,
    "DELETE FROM due WHERE subject = ?",
    # Also what colleagues have begun to write about their cases.
    "DELETE FROM sessions WHERE subject" + _OF_CASES,
    "DELETE FROM sessions WHERE person_id = ?",
    "DELETE FROM held WHERE person_id = ?",
    "DELETE FROM veiled WHERE person_id = ?",
    "DELETE FROM contacts WHERE person_id = ?",
    "DELETE FROM automatic_days WHERE person_id = ?",
    "UPDATE broadcasts SET made_by = NULL WHERE made_by = ?",
    "UPDATE broadcasts SET sent_by = NULL WHERE sent_by = ?",
    "UPDATE broadcasts SET approved_by = NULL WHERE approved_by = ?",
    "UPDATE segments SET made_by = NULL WHERE made_by = ?",
    "DELETE FROM broadcast_prompts WHERE person_id = ?",
    "DELETE FROM opt_outs WHERE person_id = ?",
    # Money that has come stays in the books, as an amount and a day.
    "DELETE FROM donations WHERE person_id = ? AND state IN ('offered', 'failed', 'replaced')",
    "UPDATE donations SET person_id = NULL, outbox_id = NULL, transaction_id ="
    " CASE WHEN state = 'pending' THEN transaction_id ELSE NULL END WHERE person_id = ?",
    "DELETE FROM review_wishes WHERE person_id = ?",
    "DELETE FROM due WHERE subject IN (SELECT id FROM series_runs WHERE person_id = ?)",
    "DELETE FROM series_sent WHERE run_id IN (SELECT id FROM series_runs WHERE person_id = ?)",
    "DELETE FROM series_runs WHERE person_id = ?",
    # That somebody was there stays as a bare number; their seat: see `bookings.leave_all`.
    "DELETE FROM course_screenings WHERE participant_id" + _OF_COURSES,
    "UPDATE course_feedback SET words = NULL WHERE participant_id" + _OF_COURSES,
    # The number of a certificate stays true, and says no name.
    "UPDATE certificates SET name = NULL, shown = 0 WHERE participant_id" + _OF_COURSES,
    "UPDATE participants SET person_id = NULL, name = NULL WHERE person_id = ?",
    "UPDATE cohorts SET facilitator_id = NULL WHERE facilitator_id = ?",
    "UPDATE courses SET made_by = NULL WHERE made_by = ?",
    "DELETE FROM traces WHERE chat_key IN (SELECT chat_key FROM accounts WHERE person_id = ?)",
    "DELETE FROM consents WHERE person_id = ?",
    "UPDATE inbox SET payload = NULL WHERE state <> 'new' AND chat_key IN"
    " (SELECT chat_key FROM accounts WHERE person_id = ?)",
    "DELETE FROM accounts WHERE person_id = ?",
    "DELETE FROM link_codes WHERE person_id = ?",
    "DELETE FROM link_guesses WHERE person_id = ?",
    # A former colleague: the name that colleagues used goes too.
    "DELETE FROM shifts WHERE person_id = ?",
    "DELETE FROM skills WHERE person_id = ?",
    "DELETE FROM blocks WHERE person_id = ?",
    "DELETE FROM invites WHERE used_by = ?",
    # What they wrote for all colleagues stays: it says nothing of anybody.
    "DELETE FROM replies WHERE owner_id = ? AND shared = 0",
    "DELETE FROM reply_drafts WHERE author_id = ?",
    "DELETE FROM debriefs WHERE person_id = ?",
    "DELETE FROM welfare_notices WHERE person_id = ?",
    "DELETE FROM staff WHERE person_id = ?",
)


async def erase(work: Work, person_id: PersonId) -> None:
    """Removes the person. Their cases stay as bare numbers: topic, province, dates, outcome."""
    await work.tx.execute(
        "UPDATE referrals SET state = 'revoked', moved_by = NULL, moved_at = ?"
        " WHERE urgency IS NOT NULL AND state IN ('drafted', 'consent_asked', 'sent', 'accepted')"
        " AND case_id" + _OF_CASES,
        work.now, person_id,
    )  # fmt: skip
    await recipients.erase(work, person_id)
    for sql in _STEPS:
        await work.tx.execute(sql, person_id)
    await work.tx.execute(
        "UPDATE cases SET status = 'closed', outcome = 'erased', closed_at = ?"
        " WHERE person_id = ? AND status <> 'closed'",
        work.now, person_id,
    )  # fmt: skip
    await work.tx.execute(
        "UPDATE cases SET person_id = NULL, assessment = NULL, county = '', contact = '',"
        " language = '', wish = ''"
        " WHERE person_id = ?",
        person_id,
    )
    await work.tx.execute("DELETE FROM people WHERE id = ?", person_id)
