import pytest

from enrolment.results import answering, lookup
from tests.privacy.conftest import _kept_world, _nobody_types_before, _world, department, school, sender

__all__ = ["_kept_world", "_nobody_types_before", "_world", "department", "school", "sender"]


@pytest.fixture(autouse=True)
def _nothing_known_before():
    """What a process keeps for seconds is nothing to the next test."""
    lookup.answers_forget()
    answering.frames_forget()
    yield
    lookup.answers_forget()
    answering.frames_forget()
