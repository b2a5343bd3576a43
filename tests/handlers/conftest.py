"""The middle of the road, for stories about single use cases."""

from tests.databases import *  # noqa: F403 (fixtures)
from tests.faults.conftest import middle  # noqa: F401 (fixture)
