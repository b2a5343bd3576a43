# Shared words: buttons, answers, times, places, languages, commands.

# Lists and summaries
list-comma = { ", " }
review-line = { $title }: { $answer }
answer-skipped = not said
answer-voice = voice note, { NUM($seconds) } s
answer-secret = kept by us

# Buttons of questions
button-confirm = Send it
button-change = Change: { $what }
button-back = Back
button-skip = Skip
button-omit = Leave this part out
# review: pending
button-help-now = Help now
button-marked = ✓ { $label }
button-unmarked = { $label }
button-done = These
button-earlier = Earlier ones
button-later = More
button-all = Show all

# Presses
press-old = This button no longer works. Please go on from the last message.
press-counted = You pressed this before, and it has arrived.
still-open = With this change, one more question opened.
pick-one = Please choose at least one.
pick-fewer = No more than { NUM($most) }. Take one away first.
back-first = This is the first question.

# Answers that a question does not take
words-added = I have added that.
kept-early = I have kept this; it goes with your request. Now press one of the buttons.
retry-choice = I hear you; there is room for it a little later. For now, press one of the buttons.
retry-search = I did not find that place. Write a shorter name, or choose from the buttons.
retry-words = Here you can write in your own words, even one sentence.
retry-voice = I cannot listen to a voice note here. Press one of the buttons; there is room to talk a little later.
retry-long = This message is longer than { NUM($most) } letters. Send it in two messages.
retry-form = I could not read this. Write it in the form that the question shows.
retry-edited = I do not see a message that you edit here. Write your answer in a new message.
retry-location = We do not need your location, and I did not keep it. Please answer this question.
retry-contact = We do not need a phone number, and I did not keep it. Please answer this question.
retry-other = I cannot read this. Press one of the buttons, or write.
conversation-left = All right, we have left the questions. Write whenever you like.

# What people say in a whole message
heard-skip = skip|next|pass|rather not say|I would rather not say
heard-thanks = thanks|thank you|thank you very much|many thanks|thanks a lot|ok|okay|bye|goodbye
heard-menu = menu|options
heard-start = start|hello|hi|begin

# Lengths of time
span-moment = less than a minute
span-minutes =
    { $count ->
        [one] { NUM($count) } minute
       *[other] { NUM($count) } minutes
    }
span-hours =
    { $count ->
        [one] { NUM($count) } hour
       *[other] { NUM($count) } hours
    }
span-days =
    { $count ->
        [one] { NUM($count) } day
       *[other] { NUM($count) } days
    }

# Moments
when-today = today at { $clock }
when-yesterday = yesterday at { $clock }
when-tomorrow = tomorrow at { $clock }
when-day = { $day }, { $clock }

# Places
place-abroad = outside Iran
place-unknown = place not said
place-province = { $province } province
place-county = { $county }, { $province } province

# Languages
language-which = Which language shall we speak? | زبان
language-fa = فارسی
language-en = English
language-set = From here on I write in English.

# When something of ours goes wrong
may-be-repeated = (You may see this message twice; it is the same one.)
# review: pending
storage-trouble =
    Sorry, your message did not reach us. The fault is ours, not yours. Please send it again a little later.

    If there is danger, call one of these now:
    115 ambulance
    123 social emergency service
    110 police
# review: pending
parked =
    Something did not work here. It is not your fault; your message is with us, and a colleague will look at it.

    If there is danger, do not wait. Call one of these numbers:
parked-notice = One message could not be handled and was put aside: number { $id }. See the service log.

# The bot's own page in the messenger
bot-description = Hello. To begin, press the button at the bottom.
bot-short-description = You can write here.

# Command menus
command-start = Begin
command-menu = Options
command-status = Where is my request
command-privacy = Your privacy
command-language = Language
command-link = Join two messengers
command-help = Help
command-cancel = Put away or take back
command-delete = Erase my data
command-queue = Queue
command-next = Claim the most urgent case
command-mycases = My cases
command-note = Internal note
command-notes = Read the notes
command-close = Close a case
command-contact = Enter a phone or personal contact
command-refer = Refer to a partner
command-on = I am back
command-away = I am away
command-shifts = Shifts and the on-call rota
command-profile = Profiles
command-ask = Ask a colleague for a case
command-assign = Assign a waiting case
command-switchboard = Hold and assign by hand
command-transfer = Hand over a case
command-oncall = Begin or end being on call
command-alerts = Alerts and outcomes
command-invite = Invite a colleague
command-acuity = change the acuity of a case
command-staff = Colleagues
command-partners = Partners
command-referrals = Open referrals
command-donations = Donations
command-health = State of the service
command-case = The whole case
command-tasks = My tasks
command-task = New task
command-reopen = Open a case again
command-reply = A canned reply
command-addreply = Add a canned reply
command-macro = Several things with one press
command-listen = Read along in a talk
command-whisper = A message to its counselor
command-block = Block somebody, and the list of blocks
command-welfare = How colleagues are
