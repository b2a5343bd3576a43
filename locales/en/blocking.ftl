# Abuse of staff, blocks, and too many messages in a minute.

# To the person
# review: pending
blocked-until = Until { $until } we cannot answer you here; after that we listen again. If there is danger, write “help now” here, or call one of these numbers:
# review: pending
blocked-forever = We cannot answer you here any more, and we know that this is hard to read. If there is danger, write “help now” here, or call one of these numbers:
blocked-press = We cannot answer now. If there is danger, write “help now”.
# review: pending
flood-family = Your messages come one after the other, and none is lost; your counselor reads them together. If there is danger, write “help now”.

# To the counselor
button-abuse = Abuse of staff
abuse-sure = Shall I tell a supervisor that you met abuse in case { $code }? Until they decide you need not answer.
button-abuse-tell = Yes, tell them
button-abuse-keep = No, I go on
abuse-told = I have told a supervisor. Thank you for saying it; you need not bear this alone.
abuse-told-already = The supervisors know of case { $code }.
abuse-not-told = All right, case { $code } goes on as before.
abuse-blocked = { $who } has blocked the family of { $code }, and the case is no longer with you. Take care of yourself; talk with a supervisor if you need to.
abuse-given-back = { $who } has given case { $code } back to the queue, so that a colleague goes on.
abuse-left = { $who } has looked at case { $code } and did not block. If it is hard for you to go on, tell a supervisor.

# To those who decide
block-how = To block: /block and a case code. Words of danger and “help now” always reach us.
block-nobody = Case { $code } has nobody in a messenger who could be blocked.
block-reported = { $who } says that they met abuse in case { $code }. What shall we do?
block-which = For how long is the family of { $code } to be blocked?
button-block-days =
    { $days ->
        [0] For ever
        [one] { NUM($days) } day
       *[other] { NUM($days) } days
    }
button-block-other = A colleague goes on
button-block-not = No block
block-why = The family of { $code }: what is the reason?
block-reason-insults = Insults
block-reason-harassment = Sexual harassment
block-reason-threats = Threats against colleagues
block-reason-advertising = Advertising or nuisance
block-reason-other = Another reason
block-what = What becomes of case { $code }?
button-block-close = It is closed
button-block-keep = It comes to me
block-already = They were blocked, or are a colleague of ours.
block-no-end = for ever
block-done = The family of { $code } is blocked, until: { $until }
block-case-stays = Case { $code } stays open: what was ever urgent is closed by a supervisor, while a colleague has it.
block-case-unmoved = Case { $code } stays where it was.
block-given-back = Case { $code } is back in the queue.
block-left = The family of { $code } is not blocked.
block-of = { NUM($place) }. { $code } · { $reason } · until: { $until }
button-block-lift = Lift block { NUM($place) }
block-lifted = Lifted.
block-over = The block of the family of { $code } is over.

# Folded messages
flood-note = { $code } · { NUM($count) } more messages, one after the other
flood-line = { NUM($number) } · { $text }
flood-file = { NUM($number) } · { $kind ->
        [photo] a photo
        [voice] a voice note
        [video] a film
       *[other] a file
    } { $text }
button-flood-files = Photos and files
listening-flood = Reading along · { $code } · { NUM($number) } messages of the family, one after the other
