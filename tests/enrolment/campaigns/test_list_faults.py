"""A worker that is killed while it reads an authority's list or puts it in: nothing is seen of it, and another ends it (W9.4)."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from common.jobs import STALE_AFTER, JobState
from editorial.choices import BoardRole
from enrolment.campaigns import list_loading, list_services
from enrolment.campaigns.letters import LISTED
from enrolment.campaigns.list_loading import list_run
from enrolment.campaigns.list_services import list_apply, lists_resume
from enrolment.campaigns.school_list import Reader
from enrolment.models import ListedSchool, SchoolList
from network.models import Letter
from tests.enrolment.campaigns.test_school_list import (
    _kept_world,
    _world,
    campaign,
    officer,
    schools,
    tried,
)
from tests.factories import make_member
from tests.support.killing import killed

__all__ = ["_kept_world", "_world", "campaign", "officer", "schools"]

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _by_the_worker(monkeypatch):
    """Every list counts as a large one, and nobody works on it before the test says so."""
    monkeypatch.setattr(list_services, "SMALL_BYTES", 0)
    monkeypatch.setattr(list_services, "SMALL_SCHOOLS", 0)
    monkeypatch.setattr(list_services, "run_school_list", SimpleNamespace(enqueue=lambda pk: None))


def later(job: SchoolList) -> SchoolList:
    """The job as it is after its worker has not been heard of for a while, and another one took it up."""
    assert list_run(list_id=job.pk) is False, "its worker may still live"
    past = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    assert SchoolList.objects.filter(pk=job.pk, state=JobState.RUNNING).update(heartbeat_at=past) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            list_services, "run_school_list", SimpleNamespace(enqueue=lambda pk: list_run(list_id=pk))
        )
        assert [one.pk for one in lists_resume()] == [job.pk]
    return SchoolList.objects.get(pk=job.pk)


def in_the_middle(place: str):
    """The blow falls when a function of the loading has done its work, before what it wrote is committed."""

    def arm(patch, blow):
        real = getattr(list_loading, place)

        def dies(*args, **values):
            real(*args, **values)
            blow()

        patch.setattr(list_loading, place, dies)

    return arm


def while_reading(patch, blow):
    real = Reader.read

    def dies(reader, watch=None):
        real(reader, watch)
        blow()

    patch.setattr(Reader, "read", dies)


def test_whoever_is_killed_while_reading_leaves_nothing(schools, campaign, officer, monkeypatch):
    found = tried(campaign, officer)
    killed(monkeypatch, while_reading, lambda: list_run(list_id=found.pk))
    found.refresh_from_db()
    assert (found.state, found.rows_count, found.shares) == (JobState.RUNNING, 0, [])
    found = later(found)
    assert (found.state, found.rows_count, found.attempts, found.may_be_put_in) == (JobState.DONE, 5, 2, True)


@pytest.mark.parametrize("place", ["_write", "_store"])
def test_whoever_is_killed_while_putting_in_leaves_nothing(schools, campaign, officer, monkeypatch, place):
    make_member(schools[0], BoardRole.CHIEF)
    found = tried(campaign, officer)
    assert list_run(list_id=found.pk)
    list_apply(school_list=found, user=officer)
    killed(monkeypatch, in_the_middle(place), lambda: list_run(list_id=found.pk))
    found.refresh_from_db()
    assert (found.state, found.applied_at, bool(found.file)) == (JobState.RUNNING, None, True)
    assert not ListedSchool.objects.exists()
    assert not Letter.objects.filter(kind=LISTED).exists()
    found = later(found)
    assert (found.state, found.changed, found.file.name) == (JobState.DONE, 2, "")
    assert ListedSchool.objects.count() == 2
    assert Letter.objects.filter(kind=LISTED).count() == 1


def test_whoever_is_killed_before_the_file_went_leaves_none(schools, campaign, officer, monkeypatch):
    found = tried(campaign, officer)
    assert list_run(list_id=found.pk)
    list_apply(school_list=found, user=officer)
    storage, name = found.file.storage, found.file.name

    def arm(patch, blow):
        patch.setattr(list_loading, "file_forget", lambda job: blow())

    killed(monkeypatch, arm, lambda: list_run(list_id=found.pk))
    assert storage.exists(name)
    rows = list(ListedSchool.objects.order_by("pk").values())
    assert len(rows) == 2
    found = later(found)
    assert (found.state, found.changed, found.file.name) == (JobState.DONE, 2, "")
    assert not storage.exists(name)
    assert list(ListedSchool.objects.order_by("pk").values()) == rows
