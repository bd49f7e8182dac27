import pytest

from privacy.services import holidays_load
from tests.privacy.rights.visitor import Visitor


@pytest.fixture(autouse=True)
def _calendar(db):
    holidays_load()


@pytest.fixture
def visitor(sender):
    """Somebody who sent feedback, agreed to all of it and accepted that it is passed on, with both codes in hand."""
    return Visitor(sender)
