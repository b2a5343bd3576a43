"""Broadcasts: written, aimed, approved, sent, reported."""
