"""The form that every bot here asks: /start, four typed answers, four buttons, one case row."""

import sqlite3
import time
from pathlib import Path

QUESTIONS = tuple(f"Question {number} of 8: how do you see it?" for number in range(1, 9))
THANKS = "Thank you. Your request is in the queue; somebody will write to you here."
LABELS = ("yes", "mostly", "hardly", "no")
TYPED = 4

SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (person INTEGER, step INTEGER, answer TEXT, at REAL);
CREATE TABLE IF NOT EXISTS cases (id INTEGER PRIMARY KEY, person INTEGER, answers TEXT, at REAL);
"""


def buttons(step: int) -> list[tuple[str, str]]:
    """Labels and data of the question at this step; empty where one types."""
    if not TYPED <= step < len(QUESTIONS):
        return []
    return [(label, f"{step}:{label}") for label in LABELS]


def opened(folder: Path) -> sqlite3.Connection:
    """A database that keeps a committed row through a power cut, as ours does."""
    connection = sqlite3.connect(folder / "peer.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.executescript(SCHEMA)
    return connection


def keep_answer(database: sqlite3.Connection, person: int, step: int, answer: str) -> None:
    database.execute("INSERT INTO answers VALUES (?, ?, ?, ?)", (person, step, answer, time.time()))
    database.commit()


def keep_case(database: sqlite3.Connection, person: int, answers: list[str]) -> None:
    database.execute(
        "INSERT INTO cases (person, answers, at) VALUES (?, ?, ?)",
        (person, "\n".join(answers), time.time()),
    )
    database.commit()
