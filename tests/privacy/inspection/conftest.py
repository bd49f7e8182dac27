import pytest
from django.utils import timezone
from django.utils.translation import override

from editorial.choices import BoardRole
from tests.factories import make_member


@pytest.fixture(autouse=True)
def _in_english():
    """Messages are asserted in the language of the code."""
    with override("en"):
        yield


@pytest.fixture
def now():
    """Of today: the notices of new institutions are in force from the day on which they are made."""
    return timezone.now()


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def stranger(department):
    return make_member(department, BoardRole.AUTHOR)
