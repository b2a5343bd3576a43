"""Use cases: one incoming thing, one transaction. They know no messenger; they write rows."""
