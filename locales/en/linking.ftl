# One person in two messengers: the code, the choice of the way, parting again

link-nowhere = Hamdeli is only in { $messenger } for now.
# review: pending
link-code =
    With this code your account in the other messenger joins this same request. It works for ten minutes, once:
    { $code }

    Press the button on your own phone, or write there: ⁨/link⁩ and the code. Give the code to nobody.
button-link-there = Go to { $messenger }
link-rests = Several codes were wrong. Try again in a little while.
link-unknown = This code does not work. Press ⁨/link⁩ in the other messenger to get a new one.
link-over = The time of this code is over. Get a new one.
link-not-now = Two accounts cannot be joined now.
link-same-messenger = Only one account of each messenger can be joined.
link-both-staff = Both accounts have a role. Ask an administrator to end one of them, then join them.
link-open-case = One of these accounts has an open request. Join them when that is over.
# review: pending
link-sure =
    Is this { $here } account yours, and the { $there } account that got the code?

    From then on both have one request and one talk. Whoever opens one of the two sees new messages.
button-link-yes = Yes, join them
button-link-no = No
link-dropped = Not joined. Everything stays as it is.
link-done = Joined.
# review: pending
link-done-there =
    Your account in { $messenger } was joined to this one. If that was not you, press ⁨/link⁩ and part them.
link-words = If you had chosen a code word or a word for help in the other account, choose it again: ⁨/codeword⁩ and ⁨/safeword⁩.

link-and = { $first } and { $second }
link-settings = Your accounts in { $messengers } are joined.
link-prefer =
    Messages: { $where ->
        [telegram] in Telegram
        [bale] in Bale
       *[last] where you wrote last
    }
link-fallback =
    If one does not work: { $allowed ->
        [yes] we write in the other
       *[no] we wait
    }
link-talk =
    Private talk: { $where ->
        [telegram] only in Telegram
        [bale] only in Bale
       *[any] as all other messages
    }
button-link-prefer = Where messages go
button-link-fallback = Use of the other
button-link-talk = Where private talk goes
button-link-part = Part them
# review: pending
link-part = Which account is to be parted? Your request and your talk stay in the other one. The parted account is told nothing.
button-link-off = { $messenger }
link-parted = Parted. From now on you are in { $messenger } only.

# What counselors hear
merged-kept = The family of { $code } had written from another messenger, too. Request { $other } is closed, and what was open in it came to { $code }.
merged-closed = Request { $other } was joined with { $code }: both are of one family. { $who } goes on; tell them what they must know.
merged-waits = Request { $other } was joined with { $code }: both are of one family. { $code } is more urgent and nobody has it yet.
timeline-merged = joined into another request of the same family
timeline-merged_in = another request of the same family joined this one

# After an outage
# review: pending
late-message =
    This message of yours came late: it was under way for { $span }, because { $messenger } and we had lost each other. Sorry. We are back, and reading.
outage-question = { $messenger } and we had lost each other, and your answer may not have reached us. This was the question:

# What the messengers see
# review: pending
privacy-messengers =
    What a messenger and those who run it can see: a talk with a bot is not encrypted from end to end. They can see words, pictures and voice, your number, and when you write.
# review: pending
privacy-of-telegram = Telegram: the company and its servers are outside Iran. It is filtered in the country and at times cut off.
# review: pending
privacy-of-bale = Bale: the company and its servers are inside Iran and follow the law there. Mostly it works without a break.
# review: pending
privacy-choose = Write sensitive things where it is safer for you. You may say that private talk comes in one of the two only.
# review: pending
privacy-careful = Leave out names and addresses where they are not needed.

backlog-admins = More than { NUM($count) } updates wait for us at once in { $messenger }. It keeps two thousand only; if the service is slow, have a look.
