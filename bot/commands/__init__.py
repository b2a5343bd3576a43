"""The subcommands of `hamdeli`, one file each."""
