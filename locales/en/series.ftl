# Series of psychoeducation: the list, one series, a part, what is kept, what colleagues see.

menu-series = Short messages
command-series = Short messages
command-saved = Messages that I keep

# The list, and one series
series-none = No series is ready yet.
series-list = These are short messages, each one small step. Which one shall we look at?
series-button = { $taken ->
        [true] { "✓ " }
       *[false] { "" }
    }{ $title }
series-about =
    { $title }

    { $about }
series-when =
    { $when ->
        [wedding] { NUM($count) } short messages before and after the day of the wedding, at { $clock }. You can end it at any time.
        [birth] { NUM($count) } short messages before and after the day of the birth, at { $clock }. You can end it at any time.
        [loss] { NUM($count) } short messages in the days and weeks after the loss, at { $clock }. You can end it at any time.
       *[daily] Each message comes at { $clock }. You can end it at any time.
    }
series-next = The next message: { $at }
series-waits = While your talk is open, no message comes by itself. We go on the day after it ends.
series-by-hand = You asked us not to write first. Take each message yourself from here: /series
button-series-take = I want to get it
button-series-now = The next message, now
button-series-back = The other series
button-series-on = Send again: { $topic }

# The beginning
series-begun = All right. We have begun “{ $title }”, and the first message comes: { $at }
series-begun-waits = All right. “{ $title }” comes from the day after your talk ends. If you like, take the first message now.
series-begun-by-hand = All right. You asked us not to write first, so take the messages of “{ $title }” yourself whenever you like.
series-taken-already = You are getting this one already.
series-declined = All right. It is here whenever you want it: /series
series-first-finish = Please finish the questions that are open first, then come back.
series-after-talk = Your talk with our colleague is open. When it is over, begin from here: /series
# review: pending
stage-day = Which date was that day, or is it? Write it like 2026-12-11. To put it away: /cancel
stage-day-title = Day
series-day-far = That day is very far away. Please write it once more.
# review: pending
series-day-past = So much time has passed since that day that all the messages lie behind it. Shall we begin from today?
button-series-fresh = Begin from today

# A part
series-head = { $title } · { NUM($part) } of { NUM($count) }
series-option = { NUM($place) }. { $option }
button-series-option = { NUM($place) }
button-series-good = It helped
button-series-bad = It did not help
button-series-keep = Keep it
button-series-later = Again tomorrow
button-series-stop = Send no more
button-series-drop = Keep it no longer
series-rated-good = We are glad. Thank you for telling us.
series-rated-bad = Thank you for telling us. Everybody has their own way.
series-kept = Kept. It is always here: /saved
series-dropped = All right, it is not in the list any more.
series-later = All right. This message comes again: { $at }
series-bound = This message belongs to these days, and another takes its place tomorrow. You can keep it.
series-over = That was the last message. We hope that one of them was of use to you.
series-quiz-right = “{ $chosen }”: we say so, too.
series-quiz-other = “{ $chosen }”: perhaps this one is better: “{ $right }”

# The end
series-stopped = All right, “{ $title }” does not come any more. If you want no more offers about this topic, tell us.
button-series-off = No more: { $topic }
series-off = All right. No more short messages about “{ $topic }”. To undo: /series
series-on = All right. Short messages about “{ $topic }” are possible again.

# What is kept
saved = You keep these. Which one shall we look at?
saved-none = You keep no message yet. Under each short message there is “Keep it”.
series-kept-button = { $title }

# Offered
# review: pending
series-offer = Perhaps a few short messages are of use to you, too, each one small step. Have a look if you like.
# review: pending
series-set =
    Your counselor thinks that these messages may be of use to you: “{ $title }”, { NUM($count) } short messages. They come after your talk has ended.

    { $about }
button-series-yes = I want them
button-series-no = No, thank you

# Colleagues
button-series = Series
series-which = For which case?
series-none-staff = No series is ready yet.
series-no-chat = The family of { $code } cannot be written to.
series-for-case = Which series for { $code }? We ask the family first, and the messages come after the talk has ended.
series-line =
    { $title } · { NUM($count) } messages · { $audience ->
        [parents] parents
        [couples] couples
       *[adults] adults
    }
    { $about }
    { $reviewed ->
        [true] Reviewed by { $reviewer }
       *[false] No professional has reviewed it yet.
    }
button-series-set = Offer: { $title }
series-refused = The family has said that it wants no messages about this topic.
series-has-it = The family is getting this series already.
series-cannot = The family cannot be written to first right now. Tell them in the talk: /series
series-asked = We have asked the family.
