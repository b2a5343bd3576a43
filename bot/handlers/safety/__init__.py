"""Danger: numbers at once, alerts that climb until somebody has them, safety plans, acuity."""
