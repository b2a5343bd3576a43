# The view of supervisors and administrators: the overview, its picture, the clocks of the service.

# The counselor, before a further answer is late
reply-due = The family of case { $code } has waited { $waited } for your answer. { $left } remain to answer.
reply-late = The family of case { $code } has waited { $waited } for your answer. The time to answer has passed.
