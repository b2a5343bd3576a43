"""A claimed case: its file, notes, tasks, replies, hand-overs, and its closing."""
