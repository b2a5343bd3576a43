# What families meet outside the questions: greeting, menu, the request, privacy, erasure.

# review: pending
greeting =
    Hello. This is Hamdeli; counselors and social workers talk with families here. First the bot asks a few short questions, then a person answers you.

    If there is danger right now:
    115 ambulance
    123 social emergency service
welcome-back = Welcome. Let us go on where you were.

# Menu
menu = What shall we do?
menu-start = I want to talk
menu-resume = Go on with the questions
menu-status = Where is my request?
menu-help-now = I need help now
menu-privacy = My privacy
menu-language = Language | زبان
# review: pending
help-family =
    Write whenever you like, or press one of the buttons. If there is danger, press “I need help now”.

    /status where your request is
    /series short messages; /saved what you keep
    /courses courses; /join to join with your partner's code
    /here I am at the lesson; /verify whether a certificate is valid
    /reminders reminders and quiet hours
    /exit quick exit, when somebody comes
    /cancel put away, or take it back
    /privacy what we keep
    /delete erase your data
    /language language; /link join two messengers
refused-command = This command is for our colleagues. Your options: /menu

# The request
request-received =
    Your message has arrived. Your tracking code:
    { $code }

    { $expectation } You will get your answer here, and until then you can keep writing.
request-completed = Thank you. Your answers were added to request { $code }.
wait-place =
    { $ahead ->
        [0] Nobody is before you, but we do not know the exact time.
        [one] { NUM($ahead) } person is before you, and we do not know the exact time.
       *[other] { NUM($ahead) } people are before you, and we do not know the exact time.
    }
wait-place-usual =
    { $ahead ->
        [0] Nobody is before you; it usually takes about { $span } to get an answer.
        [one] { NUM($ahead) } person is before you; it usually takes about { $span } to get an answer.
       *[other] { NUM($ahead) } people are before you; it usually takes about { $span } to get an answer.
    }
status-none = You have no request yet. Whenever you are ready, let us begin.
status-waiting =
    Request { $code } is waiting for its turn.

    { $expectation }
status-claimed = A colleague has your request { $code }. Whatever you write here reaches them.
# review: pending
status-closed = The talk { $code } ended { $at }. If you need it again, let us begin anew.
claimed-family = Hello. From now on somebody here reads your messages and answers. Write whenever it suits you.
# review: pending
closed-family = The talk { $code } ends here. Whenever you need it again, write here.
thanks-back = You are welcome. Take care of yourself.
after-closing = The earlier talk is closed, but we are here. Shall we begin again?

# Leaving
canceled = All right, we have put the questions away and erased the answers to them. Begin anew whenever you like.
cancel-nothing = No question is open right now.
cancel-request = Do you want to take your request back? It then leaves the queue.
button-withdraw = I take it back
button-keep-waiting = I keep my place
cancel-talk = Your talk with our colleague is open. If you do not want to go on, just write them that.
stays = All right, your request keeps its place.
withdrawn = You have taken request { $code } back. Begin again whenever you like.
withdraw-too-late = A colleague has just taken your request. If you do not want to go on, write them just that.

# Privacy and erasure
# review: pending
privacy =
    What we keep: your answers and messages, and the address of this chat so that we can answer. We do not keep your name or number. What you write is kept encrypted.

    Who reads it: your counselor and their supervisor; for your safety the supervisor sometimes reads while you write. If you write of danger, the colleague on call sees that message too. None of them sees your name, number or account, unless you write it.

    When we tell others: if a life is in danger or a child is being harmed. Where we can, we talk to you first. The bot itself reports to nobody.

    When it is erased: whenever you want. /cancel erases unfinished answers, and /delete all that we hold, at that moment. Only a few numbers without a name stay, such as topic, province and date; backup copies are put away later.

    What is not in our hands: the messenger company can see this chat. A message that has reached the counselor's phone stays there. Anybody who opens your phone can read too; please delete the messages on your phone yourself.
# review: pending
erase-sure = All your answers and messages with us will be erased, for good. An open request will be closed. Shall we erase?
# review: pending
button-erase = Yes, erase
# review: pending
button-keep = No, keep it
erase-kept = All right, nothing was erased.
# review: pending
erased = What we held is erased. Please delete the messages on your phone yourself. Write anew whenever you like.

# After a long outage
# review: pending
outage-family = Sorry, for some time messages did not reach us. If you wrote anything meanwhile, please write it once more.

# Permissions
# review: pending
consent-line = { "\u200F" }{ $purpose }: { $given ->
        [yes] you allow it
       *[no] you do not allow it
    }
consent-followup = Asking how you are later
consent-statistics = Nameless statistics
button-consent = { $given ->
        [yes] Take back: { $purpose }
       *[no] Allow: { $purpose }
    }
consent-kept = All right, noted.
