# Administration: invitations, colleagues, the group, and the state of the service.

invite-role = For which role is the invitation?
invite-link =
    Invitation for { $role } { $alias }. It works once, for 7 days; give it to nobody else.

    { $link }
button-join = Join
invite-invalid = This invitation no longer works. Ask the administrator for a new one.
staff-list =
    { $count ->
        [0] There are no colleagues yet.
       *[other] Colleagues: { NUM($count) }
    }
staff-line =
    { $oncall ->
        [yes] { $who } · cases: { NUM($held) } · on call
       *[no] { $who } · cases: { NUM($held) }
    }
button-on-call = On call: { $alias }
button-off-call = Off call: { $alias }
button-dismiss = End role: { $alias }
button-sure-dismiss = Yes, end the role
dismiss-sure = End the role of { $who }? Their open cases go back to the queue.
dismissed = The role of { $who } has ended; their open cases went back to the queue.
duty-changed = On call changed for { $alias }.
member-left = { $alias } has left the group. The role has ended and open cases went back to the queue.
group-lost = Cards do not reach the counselor group. Put the bot back into the group; until then the queue works with /queue.
group-help = Only cards come here. Everything else happens in the private chat with { $name }.
counselor-unreachable = A message of the family does not reach the counselor of case { $code }. Contact them, or end their role with /staff so that the case goes back to the queue.
message-lost = A message ({ $kind }) was not delivered: { $reason }
health =
    In the queue: { NUM($queue) }
    In talks: { NUM($claimed) }
    Open alerts: { NUM($alerts) }
    Messages not read: { NUM($inbox) }
    Messages not sent: { NUM($outbox) }
    Messages put aside: { NUM($parked) }

outage-admins = The service had no connection to { $messenger } for { $span }. Messages of that time, if they arrived, are answered most urgent first.
due-failed = The timed task { $kind } failed five times and was put aside. See the service log.
