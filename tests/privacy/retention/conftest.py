from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from privacy.models import Purpose
from tests.privacy.retention.makers import sent

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def purposes(school):
    """The purposes of the feedback form, by code."""
    return {purpose.code: purpose for purpose in Purpose.objects.filter(institution=school, form="feedback")}


@pytest.fixture
def submission(school):
    return sent(school)


@pytest.fixture(autouse=True)
def _in_english():
    """Messages are asserted in the language of the code."""
    with override("en"):
        yield
