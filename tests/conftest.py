"""Options of the whole suite."""

import pytest
from hypothesis import settings

# A slow machine is no mistake of ours, and the same suite gives the same result twice.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts",
        action="store_true",
        help="write what the conversations say now into tests/transcripts; review the difference",
    )
    parser.addoption(
        "--bale",
        action="store_true",
        help="plays the stories of tests/service with everybody on Bale, and Bale alone",
    )
