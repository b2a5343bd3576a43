"""Appointments: proposed, picked, moved, kept or missed."""
