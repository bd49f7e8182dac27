import pytest
from django.core.cache import cache

from network.choices import InstitutionType
from privacy.forms import machines
from tests.factories import make_institution
from tests.privacy.sender import Sender


@pytest.fixture(autouse=True)
def _nobody_types_before(monkeypatch, settings):
    """Counters of requests start at nothing, no answer is from a store, and a form may be sent as soon as it is shown."""
    cache.clear()
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0
    monkeypatch.setattr(machines, "MIN_SECONDS", 0)


@pytest.fixture
def department(db):
    return make_institution(
        email="vanphong@hoason.example.edu.vn", complaints_email="khieunai@hoason.example.edu.vn"
    )


@pytest.fixture
def school(department):
    return make_institution(
        "HS01",
        "Trường Tiểu học Đồi Chè",
        InstitutionType.PRIMARY,
        department,
        email="doiche@example.edu.vn",
        complaints_email="khieunai.doiche@example.edu.vn",
    )


@pytest.fixture
def sender(school):
    return Sender(school)
