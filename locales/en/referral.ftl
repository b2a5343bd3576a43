# Partner institutions, and referrals of cases to them.

# Partners, as administrators see them
partners-list =
    { $count ->
        [0] There is no partner yet.
       *[other] Partners: { NUM($count) }
    }
partners-line =
    { $name } · { $kind }{ $active ->
        [yes] { "" }
       *[no] { " · off" }
    }
button-partner = { $name }
button-new-partner = New partner
partner-page =
    { $name } · { $kind }
    Where: { $regions }
    Topics: { $topics }
    Accepts: { $accepts }
    Contact: { $hours }
    { $active ->
        [yes] Takes new referrals.
       *[no] Takes no new referrals.
    }
partner-people =
    { $count ->
        [0] Nobody from there is in the messenger; referrals go as letters.
       *[other] Their people in the messenger: { NUM($count) }
    }
button-invite-partner = Invite one of them
button-partner-off = No more referrals
button-partner-on = Refer again
partner-switched-off = No new referrals go to { $name } from now on. What was sent stays.
partner-switched-on = From now on { $name } takes referrals again.

# Describing a partner
partner-name = What is the institution called? Write the name that families know. To leave: /cancel
partner-name-title = Name
partner-kind = What kind of institution is it?
partner-kind-title = Kind
partner-kind-social = Social
partner-kind-cultural = Cultural
partner-kind-educational = Educational
partner-kind-health = Health
partner-kind-legal = Legal
partner-regions = Which provinces is it for? You can also type a name.
partner-regions-title = Where
partner-regions-everywhere = The whole country
partner-topics = Which topics does it take?
partner-topics-title = Topics
partner-topics-couple = { intake-topic-couple }
partner-topics-marriage = { intake-topic-marriage }
partner-topics-divorce = { intake-topic-divorce }
partner-topics-parenting = { intake-topic-parenting }
partner-topics-teenager = { intake-topic-teenager }
partner-topics-grief = { intake-topic-grief }
partner-topics-stress = { intake-topic-stress }
partner-topics-violence = { intake-topic-violence }
partner-topics-addiction = { intake-topic-addiction }
partner-topics-money = { intake-topic-money }
partner-topics-work = { intake-topic-work }
partner-topics-housing = { intake-topic-housing }
partner-topics-school = { intake-topic-school }
partner-topics-health = { intake-topic-health }
partner-topics-elders = { intake-topic-elders }
partner-topics-legal = { intake-topic-legal }
partner-topics-lonely = { intake-topic-lonely }
partner-topics-other = { intake-topics-other }
partner-topics-everything = All topics
partner-accepts = Whom does it accept, on what conditions?
partner-accepts-title = Accepts
partner-hours = How and when can it be reached? The family reads this once it is accepted.
partner-hours-title = Contact
partner-review = Is this right? “Send” keeps it in the list.
partner-review-title = Check

# A referral, as the counselor writes it
refer-which = Which case do you refer?
refer-unknown-code = There is no case with this code. Look at the code again.
refer-no-partner = There is no partner yet. Ask an administrator to add one.
refer-choose = Where should case { $code } be referred? The better fits come first.
refer-partner =
    { $name } · { $kind }{ $fits ->
        [yes] { " · fits" }
       *[no] { "" }
    }{ $accepts ->
        [none] { "" }
       *[other] { "\u000A" }Takes: { $accepts }
    }
    Contact: { $hours }
button-refer = Refer
refer-twice = This case is referred there already, and that is still open.
refer-to = Referral of { $code } to { $partner }
refer-gone = This referral is not open any more. Begin again with /refer.
form-canceled = All right, put aside.
referral-urgency = By when should they answer?
referral-urgency-title = Answer due
referral-urgency-emergency = Within 24 hours
referral-urgency-urgent = Within 72 hours
referral-urgency-normal = Within two weeks
referral-shares = What may the partner know? Only this goes, and the family is asked before.
referral-shares-title = What is shared
referral-shares-topic = Topic
referral-shares-region = Province and county
referral-shares-household = The household
referral-shares-acuity = Urgency
referral-shares-summary = Counselor's summary
referral-summary = Write a short summary for the partner. The family reads it before it goes. To leave: /cancel
referral-summary-title = Summary
referral-review = “Send” asks the family. If they agree, this is what goes.
referral-review-title = Check
referral-asked = The family of { $code } is asked about { $partner }. You will hear what they say.
referral-asked-later = The family of { $code } does not want us to write first. When they write, we ask them about { $partner }.
referral-cannot-ask = The family of { $code } cannot be asked, and nothing went to { $partner }. Talk to a supervisor.

# A referral, as colleagues see it
referral-line = Referral to { $partner }: { $state }, { $at }
referral-because = Reason for refusing: { $reason }
referral-family-said-no = The family said no.
referral-overridden = No consent in the bot; sent by a supervisor: { $reason }
referral-state-drafted = not asked yet
referral-state-consent_asked = waits for the family
referral-state-sent = waits for the partner
referral-state-accepted = accepted
referral-state-refused = refused
referral-state-expired = never answered
referral-state-done = done
referral-state-revoked = taken back
button-revoke = Take the referral back
referral-revoked = The referral of { $code } to { $partner } was taken back.
referral-moved-on = This referral has moved on meanwhile. Look with /refer.
referral-sent-staff = The family of { $code } agreed. The referral went to { $partner }.
# review: pending
referral-declined-staff = The family of { $code } does not want { $partner }, and nothing went. If a life is in danger, talk to a supervisor.
referral-withdrawn-staff = The family of { $code } withdrew its consent about { $partner }.
referral-staff-accepted = { $partner } accepted the referral of { $code }.
referral-staff-refused = { $partner } refused the referral of { $code }. Reason: { $reason }
referral-staff-done = { $partner } says that the referral of { $code } is done.
referral-silent = The time for the referral of { $code } is over, and { $partner } has not answered.
referral-remind-by-hand = Half of the time for the referral of { $code } is over. Call { $partner }, and press its answer under the letter.
referral-expired-staff = The referral of { $code } to { $partner } was never answered and is closed.
referral-on-paper = Nobody from { $partner } is in the messenger. Hand the letter over, and press the answer with the buttons under it.

# Without the family's consent
# review: pending
button-override = Send without consent
# review: pending
override-why = Why should it go to { $partner } without the family's consent in the bot? The reason and your role are kept.
# review: pending
override-life = A life is in danger
# review: pending
override-child = A child is being harmed
# review: pending
override-spoken = They agreed in the talk
# review: pending
override-done = The referral went to { $partner }. The bot tells the family nothing; tell them yourself when it is safe.
# review: pending
override-staff = A supervisor sent the referral of { $code } to { $partner } without the family's consent in the bot. The bot does not tell the family.

# The family's say
# review: pending
referral-plain = We have a question for you. Whenever it suits you, press the button.
button-show-question = Show me
# review: pending
referral-consent = Your counselor suggests that we put you in touch with { $partner }, so that they can help too. If you agree, we tell them only this:
referral-code-title = Tracking code
# review: pending
referral-choice = We do not tell them your name, number or account. Whatever you answer, your talk goes on. You can take your permission back at any time.
# review: pending
button-agree = Yes, tell them
# review: pending
button-disagree = No, I don't want that
# review: pending
referral-agreed = Thank you. We tell { $partner }; /status shows how it stands. If you change your mind, press this button.
# review: pending
referral-declined = All right, we do not tell them, and nothing went. Your talk here goes on.
# review: pending
button-withdraw-referral = I take my consent back
# review: pending
referral-withdrawn = You took your consent back, and we tell { $partner }. We remove what we wrote from our chat with them; what they have read stays read.
referral-question-over = This question is not open any more.
referral-news = There is news for you. Whenever you like, press /status.
referral-family-sent = We told { $partner } about you and wait for their answer.
# review: pending
referral-family-accepted =
    { $partner } can take you. { $hours ->
        [none] Ask your counselor how to reach them.
       *[other] Contact: { $hours }
    }
    Tell them this code: { $code }
# review: pending
referral-family-refused = { $partner } cannot help right now. Talk with your counselor about other ways.
# review: pending
referral-family-expired = { $partner } did not answer, and this is closed. Talk with your counselor about other ways.
# review: pending
referral-family-done = { $partner } says that your matter there is done. If anything is left, write here.
# review: pending
referral-family-revoked = What we told { $partner } about you was taken back.

# The partner's side
help-partner =
    Referrals arrive here. Accept, refuse, or say that it is done with the buttons.

    /referrals open referrals
    /language language
referral-letter =
    Referral from Hamdeli to { $partner }
    Code: { $code }
    Answer due: { $urgency }
referral-acuity =
    { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    }
referral-reach = The family is reached only through this bot and its counselor. We send no name and no number.
# review: pending
referral-letter-override = There is no consent of the family in the bot. The supervisor's reason: { $reason }
referral-stands = State: { $state }
button-accept-referral = We accept
button-refuse-referral = We refuse
button-referral-done = It is done
refuse-why = What is the reason for refusing { $code }?
refusal-full = We have no room
refusal-topic = Not our topic
refusal-region = Not our region
refusal-unclear = We know too little
refusal-other = Another reason
refusal-kept = Noted: the referral of { $code } was not accepted.
referral-you-accepted = You accepted. The counselor knows.
referral-you-refused = Noted. The counselor knows.
referral-you-done = Done. The counselor knows.
referral-answered-already = You have answered before: { $state }
referral-too-late = This referral does not wait for this answer any more: { $state }
referrals-none = There is no open referral.
referral-taken-back = The referral of { $code } is not open any more, and its text was removed.
referral-reminder = The referral of { $code } has no answer yet. Do you accept it?
referral-reminder-limit = The time for the referral of { $code } is over. You can still answer.

# What hangs
referral-waits-consent_asked = The family { $code } has not said yet whether we may refer it to { $partner }. Perhaps it can be asked in the talk.
referral-waits-drafted = We have not asked the family { $code } about { $partner } yet, because it has not written.
referral-unanswered-consent_asked = The family { $code } did not answer, and the referral to { $partner } is closed; nothing was sent. If it is still needed, use /refer again.
referral-unanswered-drafted = The family { $code } did not write, and we could not ask. The referral to { $partner } is closed and nothing was sent.
referral-finish = You accepted the referral { $code } { $span } ago. If it is finished, press “It is done”.
referral-unfinished = { $partner } accepted the referral { $code } { $span } ago and has not said that it is done. Ask them, or the family.
referral-unfinished-long = The referral { $code } is not finished: { $partner } accepted it, and several reminders had no answer.
# On paper
paper-organization = Hamdeli
paper-title = Letter of referral to { $partner }
paper-caption = The letter of { $code }, to print. Please hand it to that institution only.
