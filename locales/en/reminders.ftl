# One place for all that comes by itself, and the hours in which nothing comes.

command-reminders = My reminders
reminders = These come by themselves:
reminders-none = Nothing comes by itself at the moment.
reminder-line = { NUM($place) }. { $text }
reminder-button = { NUM($place) }. { $label }
reminder-appointment = Appointment: { $at }
reminder-series = Messages of “{ $title }”: { $at }
reminder-series-waits = Messages of “{ $title }”: { $why ->
        [case] from the day after your talk ends
       *[hand] whenever you take them yourself
    }
# review: pending
reminder-follow-up = Asking how you are: { $at }
button-later-day = A day later
button-follow-up-stop = Do not ask
reminder-moved = All right, it comes a day later.
reminder-stopped = All right, it does not come.

# Quiet hours
quiet-hours = Quiet hours: from { $begins } to { $ends } nothing comes by itself.
quiet-never = There are no quiet hours.
button-quiet = Change the quiet hours
button-clock = { $clock }
button-quiet-usual = As for everybody
quiet-from = From which hour shall nothing come?
quiet-until = From { $begins } until which hour?
quiet-kept = All right, in these hours nothing comes by itself.
