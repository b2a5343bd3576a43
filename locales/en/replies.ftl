# Canned replies and macros. Their own words are in content/replies.toml and content/macros.toml.

# Choosing
reply-which = For which case?
reply-topics = A canned reply for case { $code }. Which situation?
reply-topic-opening = Beginning a talk
reply-topic-waiting = Asking to wait
reply-topic-silence = The family is silent
reply-topic-disclosure = After something hard was told
reply-topic-referral = Referral
reply-topic-closing = Ending a talk
reply-topic-own = Our own replies
reply-list = Canned replies for case { $code }:
reply-own-none = No reply has been added yet. Add one with /addreply.
reply-unknown = I found no reply of this name. Choose one by the buttons.

# Looking at it
reply-preview = The family of { $code } would get this; it has not left yet:
reply-other-language = This reply is not written in the family's language.
button-reply-send = Send
button-reply-edit = Change the text
button-reply-drop = Do not send
reply-edit-how = Take the text below, change it, and send it as a reply to that message. I show it again before it leaves.
reply-edit-text = I can only take a text here. Nothing went to the family.
reply-over = This draft is over. Nothing went to the family.
reply-dropped = All right, not sent.
reply-sent = Canned reply · { $code }
reply-place = your town
reply-helpline-hours = { $number } · { $name }, from { NUM($opens) } to { NUM($closes) } o'clock

# Adding one
addreply-how = /addreply and a name in one line, the text in the next; or /addreply and a name in reply to a message that you wrote. A name has up to { NUM($name) } characters, a text up to { NUM($text) }.
addreply-variable =
    I do not know this: ⁨{ $unknown }⁩. There are:
    { $known }
addreply-kept = The reply “{ $name }” is kept. /reply shows it.
addreply-many = You have { NUM($count) } replies, and there is room for no more. Delete one first.
button-reply-share = For everybody
button-reply-offer = Offer it to all
button-reply-delete = Delete
reply-offered = { $who } offers this reply to everybody: “{ $name }”
reply-offer-sent = I have shown it to the supervisors.
reply-shared = The reply “{ $name }” is now for all colleagues.
reply-deleted = The reply “{ $name }” is deleted.

# Macros
macro-which = What is to be done for case { $code }?
macro-preview = Case { $code }: “{ $title }”. One press does this:
macro-step-reply =
    Message to the family:
    { $text }
macro-step-note = Internal note: { $text }
macro-step-task = Follow-up on { $day }: { $text }
macro-step-acuity = Urgency: { $level } · { $reason }
macro-step-release = The case goes back to the queue.
macro-step-close = The case is closed. Outcome: { $outcome }
button-macro-do = Do it
macro-done = Case { $code }: “{ $title }” is done.
macro-dropped = All right, nothing done.
