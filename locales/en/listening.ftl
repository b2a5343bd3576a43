# A supervisor reads along in a talk. All of this is for staff.

heard-stop = off|stop|end
listen-how = /listen and a case code: new messages of both sides come to you, too, for 8 hours. The counselor of the case is told. To end it: /listen and the word “off”.
listen-begun = You read along in { $code } until { $until }. Its counselor is told. What you write in reply to these messages reaches the counselor alone.
listen-already = You read along in { $code } already.
listen-closed = Case { $code } is closed.
listen-own = You do not read along in a case of your own.
listen-none = You read along nowhere.
listen-line = Reading along in { $code } until { $until } · { NUM($count) } messages
listen-ended = Reading along in { $code } has ended · { NUM($count) } messages
listened-to = { $who } reads along in the talk of { $code }. Their messages are for you alone; the family does not see them.
listened-to-no-more = Nobody reads along in the talk of { $code } any more.

# Copies
listening-family = Reading along · { $code } · message { NUM($number) } of the family
listening-staff = Reading along · { $code } · message { NUM($number) } of the counselor
listening-edited = Reading along · { $code } · message { NUM($number) } was edited

# Words between colleagues
whisper-head = For you alone, from { $who } · { $code }
whisper-sent = { $who } has it · { $code } · the family does not see it
whisper-how = /whisper and your words: they reach the counselor of the talk that you read along in. Or reply to one of its messages.
whisper-which = You read along in several talks. Reply to one of the messages of that talk.
whisper-kind = Send text, voice, a photo or a file here. Nothing went anywhere.
whisper-nobody = This case is with nobody whom the message could reach. Nothing went anywhere.
whisper-yourself = Case { $code } is with you now. This message went nowhere; to write to the family, reply to its own message.

timeline-listening = began to read along
timeline-listened = reads along no more
timeline-whispered = wrote to a colleague beside the talk
timeline-macro = did several things with one press
timeline-reported_abuse = said that there was abuse
timeline-blocked = blocked the person
timeline-unblocked = ended the block
