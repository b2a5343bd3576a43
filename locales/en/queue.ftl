# The queue: cards in the group, claiming, and what a press answers.

card =
    { $acuity ->
        [immediate] Immediate
        [high] High
        [medium] Medium
       *[low] Low
    } · { $code }
    Topic: { $topic } · { $place }
    Contact: { $contact }
    History: { $returning ->
        [yes] has an earlier case
       *[no] first time
    }
    Since { $since } · { $waited } in the queue
card-claimed = Claimed: { $who }, { $at }
card-closed = Closed: { $outcome }
button-claim = I claim it
contact-staff-any = Writing is safe
contact-staff-neutral = Plain messages only
contact-staff-wait = Do not write first
contact-staff-unknown = Not asked
claimed-by-you = { $code } is yours. Go on in the private chat with the bot.
claimed-already-yours = { $code } is yours already.
claimed-by-other = { $who } was faster.
refused-own-case = Another colleague has to claim this request.
refused-not-staff = This is for colleagues whom an administrator has invited.
queue-empty = Nobody is in the queue.
queue-title = In the queue: { NUM($count) }
queue-line =
    { $acuity ->
        [immediate] Immediate
        [high] High
        [medium] Medium
       *[low] Low
    } · { $code } · { $waited }
    Topic: { $topic } · { $place }
button-claim-code = I claim { $code }

# A claim without an answer
lease-reminder = The family of case { $code } still waits for your first answer. Without one the case goes back to the queue.
lease-released = Case { $code } had no answer and went back to the queue.
