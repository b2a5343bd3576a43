# The view of supervisors and administrators: the overview, its picture, the clocks of the service.

# The counselor, before a further answer is late
reply-due = خانوادهٔ پروندهٔ { $code } از { $waited } پیش منتظر جواب شماست. برای جواب { $left } مانده است.
reply-late = خانوادهٔ پروندهٔ { $code } از { $waited } پیش منتظر جواب شماست. وقت جواب گذشته است.
