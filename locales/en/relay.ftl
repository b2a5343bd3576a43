# Messages on their way between a family and its counselor.

relay-header = { $code } · message { NUM($number) }
relay-header-edited = { $code } · message { NUM($number) } · edited
button-case-label = { $head }

# Asked or said to whoever writes
relay-kept = It has arrived. This message and your next ones are kept for the colleague who answers you.
relay-no-contact = I do not pass on contact cards, so that you stay unknown. If it is needed, write the number yourself.
relay-no-kind = I cannot pass on this kind of message. Send text, a photo, voice, video or a file.
relay-ask-location = This message shows where you are. Shall I send it?
relay-ask-identity = This message has a number or an address in it and may tell who you are. Shall I send it?
button-send-it = Send it
button-drop-it = Do not send
relay-confirmed = It goes to the talk { $code }.
relay-dropped = All right, I did not send it.
# review: pending
relay-not-arrived = This message did not reach our colleague; it is not your fault. We have told those who run the service. If there is danger, just write “help now”.

# To staff
relay-which = Which case is this message for? It has not gone anywhere yet.
not-your-talk = That message belongs to a case that is not yours. I sent nothing.
no-open-talk = You have no case right now. Queue: /queue
receipt-delivered = Delivered · { $code }
receipt-held = The family of { $code } asked us not to write first. Your message is kept and arrives when they write.
receipt-failed-unreachable = Not delivered · { $code }: the chat is closed, or they have blocked us.
receipt-failed-refused = Not delivered · { $code }: the messenger did not accept this message. Send it another way.
family-unreachable = Messages do not reach the family of { $code }. Until they write again, nothing automatic is sent.
erased-staff = The family has erased its data. Case { $code } is closed and the talk has ended.
