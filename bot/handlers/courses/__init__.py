"""Courses: catalogue, cohorts, seats, lessons, certificates."""
