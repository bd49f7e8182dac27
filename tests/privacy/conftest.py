from dataclasses import replace
from types import SimpleNamespace

import pytest

from network.choices import InstitutionType
from privacy import registry, short_road
from privacy.forms import machines
from privacy.models import Submission
from tests.factories import make_institution
from tests.privacy.sender import Sender
from tests.support.worlds import kept_for_module, own_copy


@pytest.fixture(autouse=True)
def _nobody_types_before(monkeypatch, settings):
    """No answer is from a store, and a form may be sent as soon as it is shown."""
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0
    monkeypatch.setattr(machines, "MIN_SECONDS", 0)


def _build() -> SimpleNamespace:
    department = make_institution(
        email="vanphong@hoason.example.edu.vn", complaints_email="khieunai@hoason.example.edu.vn"
    )
    school = make_institution(
        "HS01",
        "Trường Tiểu học Đồi Chè",
        InstitutionType.PRIMARY,
        department,
        email="doiche@example.edu.vn",
        complaints_email="khieunai.doiche@example.edu.vn",
    )
    return SimpleNamespace(department=department, school=school)


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def _world(_kept_world, db):
    return own_copy(_kept_world, _build)


@pytest.fixture
def department(_world):
    return _world.department


@pytest.fixture
def school(_world):
    return _world.school


@pytest.fixture
def sender(school):
    return Sender(school)


@pytest.fixture
def rush(monkeypatch):
    """The feedback form as one that a province sends at once; nobody may send the same subject twice."""
    short_road.forget()

    def claim(page, answers):
        found = answers["subject"] if answers["subject"].startswith("child") else ""
        if found and any(
            s.unseal_field("sealed_answers")["subject"] == found for s in Submission.objects.all()
        ):
            raise registry.SubmissionRefusedError("There is one already.")
        return found

    kind = replace(registry.form_kind("feedback"), is_rushed=True, claim=claim, networks=50)
    monkeypatch.setitem(registry._forms, "feedback", kind)
    yield kind
    short_road.forget()


@pytest.fixture
def roads(monkeypatch):
    """How many forms the short road has taken."""
    taken = []
    quick = short_road.answer_quickly

    def counted(request):
        response = quick(request)
        taken.append(response is not None)
        return response

    monkeypatch.setattr(short_road, "answer_quickly", counted)
    return taken
