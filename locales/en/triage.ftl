# Urgency and its reasons, changing it, a minor's case, and contacts that were no matter for us.

# Reasons of triage
reason-danger_now = said there is danger right now
reason-danger_unsure = not sure of being safe
reason-danger_words = the words tell of danger
reason-words_suicide = the words tell of suicide
reason-words_violence = the words tell of violence
reason-words_child = the words tell of harm to a child
reason-words_medical = the words tell of danger to the body
reason-safety_self = has thought of self-harm
reason-safety_self_now = thinks of self-harm right now
reason-safety_self_recent = has thought of self-harm lately
reason-safety_self_past = has thought of self-harm in the past
reason-safety_hurt_me = somebody has hurt them
reason-safety_hurt_me_now = somebody hurts them right now
reason-safety_hurt_me_recent = somebody has hurt them lately
reason-safety_hurt_me_past = somebody has hurt them in the past
reason-safety_hurt_by_me = somebody was hurt by them
reason-safety_hurt_by_me_now = somebody is being hurt by them right now
reason-safety_hurt_by_me_recent = somebody was hurt by them lately
reason-safety_hurt_by_me_past = somebody was hurt by them in the past
reason-safety_child = a child was harmed
reason-safety_child_now = a child is being harmed right now
reason-safety_child_recent = a child was harmed lately
reason-safety_child_past = a child was harmed in the past
reason-minor_safety = a minor who is not safe
reason-minor_violence = a minor who tells of violence
reason-violence_together = lives with the one who hurts
reason-violence_afraid = is afraid of the one who hurts
reason-burden_pregnant = somebody at home is pregnant
reason-burden_newborn = a newborn at home
reason-burden_disability = somebody at home has a disability
reason-burden_illness = somebody at home is seriously ill
reason-burden_displaced = displaced
reason-burden_home_lost = lost their home
reason-burden_income_lost = lost their income
reason-k6_high = much distress in the short questions
reason-who5_low = little well-being in the short questions

# Changing the urgency
acuity-level-immediate = Immediate
acuity-level-high = High
acuity-level-medium = Medium
acuity-level-low = Low
acuity-how = Write the case code after the command: /acuity and the code
acuity-which = The acuity of case { $code } is “{ $now }”. What should it be?
acuity-reason = Set the acuity of case { $code } to “{ $level }”? Press the reason.
acuity-why-danger_grew = The danger has grown
acuity-why-danger_passed = The danger has passed
acuity-why-safe_with_support = Safe now, with support
acuity-why-misheard = We misheard the words
acuity-why-other_facts = We learned something new
acuity-kept = The acuity of case { $code } stays as it was.
acuity-moved = The acuity of this case has just changed. Look again.
acuity-done =
    The acuity of case { $code } went from “{ $before }” to “{ $after }”.
    Reason: { $reason }
acuity-told =
    The acuity of case { $code } went from “{ $before }” to “{ $after }”.
    Reason: { $reason }
    By { $who }
details-acuity-changed = Acuity from “{ $before }” to “{ $after }”: { $reason } ({ $who }, { $at })
button-acuity = Change the acuity
button-keep-acuity = Leave it
code-mistyped = This code is not right. Look at it once more.
code-unknown = We have no case { $code }.

# A minor's case
# review: pending
details-minor = This is a minor's case. Do not tell them it stays between you; talk about danger with the safeguarding lead.
# review: pending
minor-waits = Case { $code } is a minor's. Until a supervisor answers for the minor's safety, colleagues cannot claim it.
button-lead = I lead on safety
lead-yours = You lead on safety in case { $code }. Colleagues can claim it now.
lead-already-yours = You lead on safety in { $code } already.
lead-told = { $who } leads on safety in case { $code }.
lead-other = { $who } leads on safety in this case.
refused-minor = This is a minor's case; first a supervisor must press “I lead on safety”.
next-none = There is no case in the queue that you can claim now.
next-passed-over = A more urgent case still waits: { $code } · { $acuity ->
        [immediate] immediate
        [high] high
        [medium] medium
       *[low] low
    } urgency

# No matter for us
close-kind = Case { $code } was not a matter for us. What was it?
contact-kind-silent = Said nothing
contact-kind-joke = A joke
contact-kind-wrong_number = Came by mistake
contact-kind-abuse = Insults or harassment

# Help
help-supervisor =
    /overview the service at a glance
    /acuity change the acuity of a case
    /switchboard hold and assign by hand
    /assign give a waiting case to a colleague
    /staff colleagues and who is on call
    /feedback what families thought
    /listen read along in a talk; its counselor knows
    /whisper a message to its counselor; the family does not see it
    /block block by a case code, and the list of blocks
    /welfare colleagues who may be tired
