# Broadcasts: for coordinators, and for those who get one.

command-broadcast = Broadcasts
help-broadcast = ⁨/broadcast⁩ broadcasts: write, choose the people, send

# The list and the page of one
broadcasts = Broadcasts. Which one shall I open?
broadcasts-none = You have written no broadcast yet.
button-broadcast-new = A new one
button-broadcast-one = { $name } · { $state }
broadcast-unnamed = Message of { $day }
broadcast-copy-of = { $name } (copy)
broadcast-page = "{ $name }" · { $state }
broadcast-page-topic = Topic: { $topic }
broadcast-page-words = Content ({ $languages }): { $words }
broadcast-kind-text = text
broadcast-kind-photo = picture
broadcast-kind-video = video
broadcast-kind-voice = voice
broadcast-kind-audio = audio file
broadcast-kind-document = file
broadcast-kind-animation = animation
broadcast-kind-album = album
broadcast-kind-words = { $kind }, { $words }
broadcast-page-empty = It has no words yet.
broadcast-page-doors = Buttons: { $labels }
broadcast-page-at =
    { $repeats ->
        [weekly] When: { $at }, then every week
        [monthly] When: { $at }, then every month
       *[once] When: { $at }
    }
broadcast-page-posted = It is posted in the channel, too.
broadcast-state-draft = draft
broadcast-state-asked = waits for a second yes
broadcast-state-planned = planned
broadcast-state-freezing = writing down recipients
broadcast-state-sending = being sent
broadcast-state-paused = standing still
broadcast-state-canceled = canceled
broadcast-state-done = sent
broadcast-topic-awareness = awareness
broadcast-topic-courses = courses
broadcast-topic-news = news
broadcast-platform-telegram = Telegram
broadcast-platform-bale = Bale
broadcast-platform-none = not sent
button-broadcast-words = Words
button-broadcast-name = Name
button-broadcast-topic = Topic
button-broadcast-doors = Buttons
button-broadcast-people = People
button-broadcast-posted = Channel, too
button-broadcast-look = Preview
button-broadcast-test = Test to myself
button-broadcast-send = Send
button-broadcast-copy = Copy
button-broadcast-drop = Delete
button-broadcast-drop-sure = Yes, delete it
broadcast-drop = Delete the draft "{ $name }"?
broadcast-dropped = Deleted.
broadcast-copied = There is a new draft with the same words.
broadcast-no-draft = This is no draft any more. Copy it to change it.
broadcast-look = Readers of { $spoken } see this ({ $messengers }):
broadcast-tested = I have sent it to you.
broadcast-only-looked = This is a sample; it works for recipients.

# Writing
broadcast-ask-body = Send or forward the message in { $spoken } here: text, photo, album, video, voice or file.
broadcast-ask-correct = Write the right { $spoken } text, or send the right picture or file with its words. A picture only takes the place of a picture; in an album or a voice message only the words change.
broadcast-ask-name = What shall it be called? Only colleagues see this.
broadcast-ask-link = Write the words of the button and the address in one message, like: Our site ⁨https://example.org⁩
broadcast-ask-when = On which day, at what time? Like 1405/9/20 16:30
broadcast-ask-segment = Under which name shall I keep these people?
button-broadcast-quit = Never mind
broadcast-quit = All right. Your next message is not for this any more.
broadcast-retry-body = This cannot be sent to many. Send text, a photo, a video, voice or a file.
broadcast-retry-name = Write the name in one line.
broadcast-retry-link = It needs a short label (up to 24 letters) and an address that begins with ⁨https://⁩.
broadcast-retry-when = I did not understand this time, or it is over. Write it like 1405/9/20 16:30.
broadcast-retry-segment = Write the name in one line.
broadcast-caption-long = Words under a picture or a file may have 1024 letters. Make them shorter.
broadcast-text-long = This is too long for one message. Make it shorter.
broadcast-album = See more:
broadcast-which-topic = What is it about? Anybody can refuse a topic.
broadcast-which-language = Which language? Whoever has none of their own gets the main one.
button-broadcast-write = Write { $spoken }
button-broadcast-rewrite = Change { $spoken }
button-broadcast-unwrite = Without { $spoken }
broadcast-doors = Up to three buttons fit under a message.
button-broadcast-undoor = Remove: { $label }
button-broadcast-door-link = An address
button-broadcast-door-assessment = Start the assessment
button-broadcast-door-course = See a course
button-broadcast-door-series = Start a series
broadcast-which = Which one?
broadcast-nothing = There is nothing to choose from now.

# Who
segment-audience-families = To: families
segment-audience-counselors = To: counselors and social workers
segment-audience-volunteers = To: volunteers
segment-provinces = Place: { $names }
segment-topics = Need: { $names } (only those who agreed)
segment-stages = Took a course for: { $names }
segment-course =
    { $taken ->
        [yes] Were in the course "{ $title }"
       *[no] Were not in the course "{ $title }"
    }
segment-any-course =
    { $taken ->
        [yes] Were in some course
       *[no] Were in no course
    }
segment-series = Took the series "{ $title }"
segment-language = Language: { $name }
segment-platform = Messenger: { $name }
segment-seen = Were here in the last { NUM($days) } days
segment-unseen = Have not been here for { NUM($days) } days
segment-rest = Got nothing from us by itself for { NUM($days) } days
segment-case =
    { $without ->
        [true] Without those whose case is open
       *[false] Also those whose case is open
    }
segment-always = Never: whoever is in danger, is in a conversation now, refused this topic, or did not let us write first.
segment-count =
    { $count ->
        [0] Nobody at the moment.
       *[other] Now: { NUM($count) } people
    }
segment-any = Any
segment-days =
    { $days ->
        [0] Any
       *[other] { NUM($days) } days
    }
segment-taken-either = Either
segment-taken-yes = Took a course
segment-taken-no = Took none
segment-ask-audience = Who is it for?
segment-ask-place = Which provinces?
segment-ask-need = Which need? Only those who agreed to get messages by their need.
segment-ask-stage = For which part of life did they take a course?
segment-ask-taken = Did they take a course? You may also choose one.
segment-ask-series = Which series did they take?
segment-ask-language = In which language?
segment-ask-platform = In which messenger?
segment-ask-seen = Last here within how many days?
segment-ask-unseen = Not here for how many days?
segment-ask-rest = Nothing from us by itself for how many days?
button-segment-audience = Role
button-segment-place = Place
button-segment-need = Need
button-segment-stage = Part of life
button-segment-taken = Course
button-segment-series = Series
button-segment-language = Language
button-segment-platform = Messenger
button-segment-seen = Seen lately
button-segment-unseen = Not seen lately
button-segment-rest = Left in peace
button-segment-case = Open case
button-segment-save = Keep
button-segment-saved = Kept ones
button-segment-reset = Start over
button-segment-done = Done
button-segment-drop = Delete
segment-saved = "{ $name }" is kept.
segments-saved = Which one?
segments-none = You have kept none.

# Before it leaves
broadcast-check = "{ $name }" is ready.
broadcast-check-count =
    { $count ->
        [0] Nobody at the moment. Choose other people.
       *[other] Exactly { NUM($count) } people
    }
broadcast-check-span = Estimate: { $span }, until { $at }. Talks always come first, and everybody gets it in their own hours; some up to three days later.
broadcast-check-quiet = These are quiet hours; it begins { $at }.
broadcast-check-second = A second colleague must say yes.
button-broadcast-now = Send it now
button-broadcast-at = At another time
button-broadcast-at-once = Without a time
button-broadcast-then = Send it at that time
button-broadcast-once = Once
button-broadcast-weekly = Every week
button-broadcast-monthly = Every month
broadcast-nobody = Nobody at the moment.
broadcast-second-asked = I have asked the colleagues who can say yes.
broadcast-second-nobody = There is no other colleague who can say yes. Ask an administrator to invite a coordinator.
broadcast-second =
    { $who } would like to send "{ $name }" to { NUM($count) } people. Do you say yes?
button-broadcast-approve = I say yes
button-broadcast-back = Back to draft
broadcast-own = Somebody else says yes to what you wrote or sent.
broadcast-decided = This has been decided.
broadcast-approved = Approved.
broadcast-was-approved = { $who } said yes to "{ $name }".
broadcast-was-sent-back = { $who } made "{ $name }" a draft again.

# Under way
broadcast-bar = "{ $name }" · { $state }
broadcast-freezing = { NUM($count) } recipients so far
broadcast-bar-line = { $bar } { NUM($share) }%
broadcast-bar-done = { NUM($done) } of { NUM($count) }
broadcast-fate-waiting = { NUM($count) } got none
broadcast-fate-taken = { NUM($count) } on their way
broadcast-fate-sent = { NUM($count) } delivered
broadcast-fate-unreachable = { NUM($count) } out of reach
broadcast-fate-unknown = { NUM($count) } unknown; not sent again
broadcast-fate-opted_out = { NUM($count) } did not want it
broadcast-fate-skipped = { NUM($count) } left out
broadcast-later = { NUM($count) } wait for their own hours
broadcast-speed = { $speed } a second, { NUM($left) } left; until the end: { $span }
broadcast-halt = It stopped by itself: too many errors ({ $why }). Look, then go on or cancel.
broadcast-mending =
    { $how ->
        [delete] Taking back: { NUM($count) } left
       *[edit] Correcting: { NUM($count) } left
    }
broadcast-not-now = This is not possible now; something has changed.
button-broadcast-pause = Pause
button-broadcast-resume = Go on
button-broadcast-cancel = Cancel
button-broadcast-cancel-sure = Yes, cancel it
broadcast-cancel = Cancel "{ $name }"? Whoever has not got it yet will not.
button-broadcast-page = Its page
button-broadcast-progress = Progress
button-broadcast-report = Report
button-broadcast-report-again = A fresh report
button-broadcast-correct = Correct the message
button-broadcast-correct-sure = Yes, correct it
broadcast-correct-stays = On { $messengers } the picture or file stays as it is; its words and buttons change.
broadcast-doors-sent = The buttons of a message that was sent. When you have changed them, press “Yes, correct it”.
button-broadcast-withdraw = Take it back
button-broadcast-withdraw-sure = Yes, delete it there
broadcast-correct-other = This cannot take the place of what was sent. Of a text, an album, and a voice message only the words change.
broadcast-correct-sure = Correct "{ $name }" for those who have got it? It works up to 48 hours after sending.
broadcast-withdraw = Delete "{ $name }" for those who have got it? It works up to 48 hours after sending.
broadcast-mends = { NUM($count) } messages, at the pace of sending.

# The report
broadcast-report = Report of "{ $name }" · { $topic }
broadcast-pressed = { NUM($pressed) } pressed a button, { NUM($begun) } conversations began
broadcast-arrived = { NUM($count) } came from the channel
broadcast-sent-by = Sent by { $who }
broadcast-approved-by = Approved by { $who }
broadcast-report-later = Later presses still count; opened addresses do not.
broadcast-count = { NUM($count) }
broadcast-tile-sent = delivered
broadcast-tile-unreachable = out of reach
broadcast-tile-unknown = unknown
broadcast-tile-opted-out = refused
broadcast-tile-pressed = pressed
broadcast-tile-begun = conversations
broadcast-legend-sent = delivered
broadcast-legend-unreachable = out of reach
broadcast-legend-unknown = unknown
broadcast-legend-opted_out = refused

# For those who get one
button-broadcast-stop = Do not send more
button-broadcast-come = Talk to us
button-broadcast-assessment = Start a conversation
button-broadcast-course = See the course
button-broadcast-series = Start this series
broadcast-stopped = All right, no more about { $topic }. The rest is in ⁨/reminders⁩.
broadcast-gone = This is not open any more. The rest is here: ⁨/menu⁩
button-broadcast-wishes = Messages to many
broadcast-wishes = Sometimes we send a message to many:
broadcast-wish =
    { $comes ->
        [yes] ✓ { $topic }
       *[no] { $topic }: does not come
    }
button-broadcast-off = Stop: { $topic }
button-broadcast-on = Send: { $topic }
# review: pending
broadcast-wish-contact = Because you asked us not to write first, or to write so that nobody notices, these do not come to you.
# review: pending
broadcast-wish-first =
    { $given ->
        [yes] You have agreed that we send these to you.
       *[no] We have not asked yet whether we may write first. Until you say so, we do not.
    }
button-broadcast-want =
    { $given ->
        [yes] Yes, send them
       *[no] Do not send them
    }
# review: pending
broadcast-wish-need =
    { $given ->
        [yes] You have agreed that we send what fits the topic of your request.
       *[no] We send nothing by the topic of your request.
    }
button-broadcast-need =
    { $given ->
        [yes] By my need, yes
       *[no] Not by my need
    }
