# The switchboard: what is held and assigned by hand; and families that come back.

switchboard-title = Assigned by hand. Only a supervisor gives the cases of these parts to colleagues:
switchboard-none = No part of the queue is assigned by hand now. Cases of immediate acuity are never held back.
switchboard-line =
    { $part }
    { $who }, since { $since }
switchboard-held =
    { $count ->
        [0] No case waits for you.
       *[other] Waiting for you: { NUM($count) }
    }
button-hold-all = Assign all by hand
button-hold-topic = One topic
button-hold-province = One province
button-hold-end = End: { $part }
button-assign = Give { $code } to…
hold-all = the whole queue
hold-which-topic = Which topic?
hold-which-province = Which province?
hold-already = This part is assigned by hand already.
hold-begun = From now on you give the cases of "{ $part }" to colleagues: /switchboard. Cases of immediate acuity are not held back; anybody can claim them.
hold-ended = "{ $part }" is not assigned by hand any more. Colleagues claim again.
card-by-hand = A supervisor assigns this case.
card-reserved = Until { $until } the earlier counselor can claim it first.
refused-by-hand = A supervisor assigns this case by hand.
refused-reserved = For some minutes this case is kept for the family's earlier counselor.

# By hand
assign-how = Write the code of the case after the command: /assign and then the code
assign-not-waiting = Case { $code } is not in the queue. To move it: /transfer
assign-whom = To whom do you give case { $code }?
assign-not-possible = That did not work: it does not wait any more, or this colleague cannot have it.
assigned = Case { $code } was given to { $who }.
assigned-you = A supervisor gave you case { $code }, and the family waits for you. If you cannot, give it back before the first answer.
button-assigned-back = I cannot, give it back
assigned-back-why = What is the reason? Case { $code } goes back to the queue.
assigned-given-back = Case { $code } is back in the queue.
assigned-too-late = After the first answer, hand it over to a colleague.
assigned-refused = Case { $code } was given back by { $who }: { $reason }. It is in the queue again.

# A family that comes back
returning-offer =
    A family that talked with you before has come back. Case { $code }
    Acuity { $acuity } · topic: { $topic }
    For { $span } only you can claim it; then it is open to all.
returning-family = First we ask the colleague who talked with you before. If you would like somebody else, press the button.
button-other-counselor = Somebody else, please
returning-other = All right. We ask other colleagues.
returning-open = Your request is open to all colleagues.
returning-taken = Somebody has taken your request. If you would like somebody else, just write that to them.
returning-wish = The family of case { $code } would like to talk with another colleague this time. Please leave it to the others.
