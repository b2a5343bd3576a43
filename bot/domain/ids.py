"""The identifiers of our rows: one type each, so that they cannot be mixed up."""

from typing import NewType

PersonId = NewType("PersonId", int)
CaseId = NewType("CaseId", int)
AlertId = NewType("AlertId", int)
RelayId = NewType("RelayId", int)
InviteId = NewType("InviteId", int)
NoteId = NewType("NoteId", int)
InboxId = NewType("InboxId", int)
OutboxId = NewType("OutboxId", int)
DueId = NewType("DueId", int)
PartnerId = NewType("PartnerId", int)
ReferralId = NewType("ReferralId", int)
TransferId = NewType("TransferId", int)
HoldId = NewType("HoldId", int)
ClosingId = NewType("ClosingId", int)
TaskId = NewType("TaskId", int)
GoalId = NewType("GoalId", int)
MemberId = NewType("MemberId", int)
PlanId = NewType("PlanId", int)
AppointmentId = NewType("AppointmentId", int)
ScreeningId = NewType("ScreeningId", int)
ReplyId = NewType("ReplyId", int)
DraftId = NewType("DraftId", int)
ListenerId = NewType("ListenerId", int)
BlockId = NewType("BlockId", int)
ReportId = NewType("ReportId", int)
FloodId = NewType("FloodId", int)
DebriefId = NewType("DebriefId", int)
RunId = NewType("RunId", int)
CourseId = NewType("CourseId", int)
CohortId = NewType("CohortId", int)
LessonId = NewType("LessonId", int)
MaterialId = NewType("MaterialId", int)
BookingId = NewType("BookingId", int)
ParticipantId = NewType("ParticipantId", int)
CertificateId = NewType("CertificateId", int)
LinkId = NewType("LinkId", int)
BroadcastId = NewType("BroadcastId", int)
SegmentId = NewType("SegmentId", int)
DonationId = NewType("DonationId", int)

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def short(number: int) -> str:
    """The number in base 36, for button data, where every byte counts."""
    if number < 0:
        raise ValueError("an id is never negative")
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
        if not number:
            return text


def unshort(text: str) -> int | None:
    """The number behind `short`, or None for anything else (forged button data)."""
    if not (0 < len(text) <= 13) or not all(c in _DIGITS for c in text):
        return None
    number = int(text, 36)
    return number if number < 2**63 else None
