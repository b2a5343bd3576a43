"""Colleagues: roles, shifts, presence, and how they are."""
