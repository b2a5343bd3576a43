"""Hamdeli: the chat front door of a family-support organization."""

__version__ = "0.1.0"
