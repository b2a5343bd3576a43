# Who lives in the home of a case, as its counselor keeps it.
button-household = Household
household-title = The household of { $code }:
household-none = We do not know yet who lives in the home of { $code }.
household-line =
    { NUM($place) }. { $kind ->
        [adult] adult
       *[child] child or teenager
    }{ $age ->
        [none] { "" }
       *[other] { ", " }{ $age }
    }{ $concerned ->
        [yes] { " · the request is about them" }
       *[no] { "" }
    }
household-how-old = How old is the child or teenager of { $code }?
button-household-adult = One more adult
button-household-child = One more child
button-household-drop = Take { NUM($place) } out
timeline-household_changed = changed the household
