# A case changes hands: handed over, asked for, accepted or not.

# Whoever hands it over
button-transfer = Hand over
transfer-which = Which case do you hand over?
transfer-whom = To whom do you hand case { $code }? After that you write the hand-over note.
button-transfer-to =
    { $who }{ $duty ->
        [yes] { " · " }{ NUM($held) } open
       *[no] { " · off duty" }
    }
button-transfer-queue = Back to the queue
transfer-waits = Case { $code } is in the queue, with nobody.
transfer-pending = Case { $code } has waited for { $who } since { $at }. Until they accept, it stays where it is.
button-transfer-undo = Take it back
transfer-undone = Case { $code } stays where it was.
transfer-to = Handing { $code } to { $who }
transfer-to-queue = Giving { $code } back to the queue
handover-note = Write the hand-over note: how far you came, and what the next one must know. The family does not see it. To drop it: /cancel
handover-note-title = Hand-over note
handover-review = Shall they read this? "Send" hands the case over.
handover-review-title = Summary
transfer-gone = This case is not as it was, and was not handed over. See where it is: /transfer
transfer-offered = Case { $code } was offered to { $who }; we wait { $span } for the answer. Until they accept, the case and the messages of the family stay where they are.
transfer-offered-owner = A supervisor offered case { $code } to { $who }. Until they accept, it is yours.
transfer-queued = Case { $code } is back in the queue, in the place it had. Whoever claims it reads your note.
transfer-queued-owner = A supervisor gave case { $code } back to the queue. Your messages do not reach this family any more.
transfer-accepted = Case { $code } was accepted by { $who }. From now on the family's messages go to them, and yours reach the family no more.
transfer-refused = Case { $code } was not accepted by { $who }: { $reason }. It stays where it is.
transfer-expired = No answer from { $who } about case { $code }. It stays where it is.
transfer-receiver-left = Case { $code } was not handed to { $who }, who is no colleague of ours any more. It stays where it is.

# Whoever is to have it
transfer-offer =
    { $who } hands case { $code } to you.
    Acuity { $acuity } · topic: { $topic }
    Please answer within { $span }. Until you accept, it stays where it is.

    Hand-over note:
    { $note }
button-transfer-accept = I take it over
button-transfer-refuse = I cannot
transfer-refuse-why = What is the reason? Case { $code } stays where it is.
transfer-why-full = I have no room
transfer-why-topic = Not my topic
transfer-why-known = I know the family
transfer-why-off = I am not at work now
transfer-why-other = Another reason
transfer-refused-you = Noted. You did not accept case { $code }.
transfer-accepted-you = Case { $code } is yours. Please read the messages below before you begin.
transfer-expired-you = The time to answer is over; case { $code } stays where it was.
transfer-over = The offer of case { $code } is not open any more.
transfer-moved-on = This offer is not open any more.
details-handover =
    Hand-over note by { $who }, { $at }:
    { $note }
handover-last = The last messages of case { $code }. Reply to one of the family's, and your answer reaches it.
relay-header-colleague = { $code } · message { NUM($number) } · written by the colleague before you

# A colleague asks for a case
ask-how = Write the code of the case after the command: /ask and then the code
ask-offer = Case { $code } is with { $who }. If it should be with you, ask for it.
button-ask = Ask for it
ask-sent = We asked { $who } for case { $code } and wait { $span } for the answer.
ask-again = You have asked for it, and we wait for the answer.
ask-waits = Nobody has case { $code }. Claim it from the queue: /queue
ask-question = { $who } asks you for case { $code }. If you give it, you write the hand-over note. Without an answer within { $span } it stays with you.
button-ask-give = I hand it over
button-ask-keep = It stays with me
ask-kept = Case { $code } stays with you.
ask-declined = Case { $code } stays with { $who }, who goes on with it.
ask-expired = No answer about case { $code } from { $who }; it stays with them.
ask-over = Case { $code } is not with that colleague any more, and your question is over.
ask-waiting-offer = First take back the offer that waits for an answer: /transfer

# The family
# review: pending
transferred-family = Hello. From here on another colleague continues with you. All that you wrote is with them, and you need not begin anew.
# review: pending
transferred-family-queue = The person who talked with you cannot go on, and another colleague takes over. Your place in line is what it was. All that you wrote is with us, and you need not begin anew.
