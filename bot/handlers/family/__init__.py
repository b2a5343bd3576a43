"""What families meet: the way in, consent, discretion, their accounts, and coming back."""
