# When others may see the phone: quick exit, own words, neutral lines. Nothing here may give the matter away.

# What others may read: no word of these says what we are
veil = You have a new message.
button-show = Show it
quiet =
    { $recipe ->
        [tea] Today's recipe, cardamom tea: crush a few pods and put them into the pot with the tea. Leave it for ten minutes.
        [rice] Today's recipe, plain rice: cook the rice in twice as much water with a little salt. When the water is gone, add butter and steam it.
        [soup] Today's recipe, barley soup: cook barley and carrots gently for an hour. Add lemon juice and parsley at the end.
        [eggs] Today's recipe, tomato omelet: grate two tomatoes and let the water go. Break the eggs and stir gently.
       *[salad] Today's recipe, Shirazi salad: cut cucumber, tomato and onion finely. Add sour grape juice and mint just before eating.
    }

# Quick exit
button-exit = Quick exit
command-exit = Quick exit
# review: pending
exit-explained = Quick exit deletes the messages of the last two days from this chat. After that we send you nothing, until you write your word to return.
# review: pending
exit-limits =
    { $own ->
        [yes] Your word to return is the one you chose.
       *[no] Your word to return is “I am back”.
    } Change it with /codeword, and set a word for help with /safeword.

    These may stay: older messages, notifications already seen, screenshots, other devices and our name in the list of chats.
# review: pending
exit-back = Welcome back. The messages of the two days before you left are deleted here. Older messages, notifications, screenshots, other devices and our name in the list of chats may still show something.
# review: pending
exit-guessed = While you were away, another word was written here { NUM($count) } times. If that was not you, somebody else may have seen the phone. You can set a new word with /codeword.

# Words of one's own
codeword-how = Write it like this: /codeword and then your word, for example “winter rose”. It has three letters or more and differs from the word for help.
codeword-set = The word is kept with us, and your message is deleted. After quick exit you return with this word only. After five mistakes, wait: a minute at first, longer each time, an hour at most.
# review: pending
safeword-how = Write it like this: /safeword and then your word, for example “the rain came”. It has three letters or more and differs from the word to return.
# review: pending
safeword-set = The word is kept with us, and your message is deleted. Whenever you write only this word, our colleagues are told and the numbers for help come.

# What people say in a whole message
heard-exit = quick exit
heard-back = I am back|I'm back
# review: pending
heard-help = help now|I need help now

# To staff
exit-staff = The family { $code } left by quick exit. Nothing is delivered until they return; your messages wait.
back-staff = The family { $code } is back. What waited arrives now.
details-silenced = Left by quick exit. Nothing is delivered until they return; your messages wait.
alert-silenced = They left by quick exit. We showed nothing of this alert on their phone, and your messages do not reach them until they return.
receipt-veiled = Delivered · { $code }: as a neutral line; they have not opened it yet.
receipt-opened = Opened · { $code }
receipt-scheduled = The family { $code } has named its hours. Your message is kept and arrives { $at }, or earlier if they write.
receipt-silenced = The family { $code } left by quick exit. Your message is kept and arrives when they return.
