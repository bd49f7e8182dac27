"""A list of schools in the hands of the worker: small ones at once, the progress, a kill, and the end of its file (W9.4)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from common.jobs import STALE_AFTER, JobState
from editorial.choices import BoardRole
from enrolment.campaigns import list_loading, list_services
from enrolment.campaigns.letters import LISTED
from enrolment.campaigns.list_loading import list_run
from enrolment.campaigns.list_services import (
    KEPT,
    list_apply,
    list_drop,
    list_read_again,
    lists_resume,
    school_lists_purge,
)
from enrolment.campaigns.school_list import Reader
from enrolment.list_files import FILE_DAYS
from enrolment.models import ListedSchool, SchoolList
from network.models import Letter
from tests.enrolment.campaigns.test_school_list import (
    ROWS,
    _kept_world,
    _world,
    campaign,
    csv_of,
    officer,
    schools,
    signed_in,
    tried,
    xlsx_of,
)
from tests.factories import make_member
from tests.support.killing import KilledError

__all__ = ["_kept_world", "_world", "campaign", "officer", "schools"]


@pytest.fixture
def large(monkeypatch):
    """Every list counts as a large one."""
    monkeypatch.setattr(list_services, "SMALL_BYTES", 0)
    monkeypatch.setattr(list_services, "SMALL_SCHOOLS", 0)


def later(job):
    """The job as it is after its worker has not been heard of for a while, and another one took it up."""
    past = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    assert SchoolList.objects.filter(pk=job.pk, state=JobState.RUNNING).update(heartbeat_at=past) == 1
    assert [one.pk for one in lists_resume()] == [job.pk]
    # The backend of the tests has carried out what was queued.
    return SchoolList.objects.get(pk=job.pk)


def test_a_large_list_is_read_and_put_in_by_the_worker(department, schools, campaign, officer, large):
    client = signed_in(officer, department)
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    page = client.post(url, {"file": xlsx_of(ROWS)}).url
    found = SchoolList.objects.get()
    assert (found.state, found.rows_count, found.file.name.split("/")[0]) == (JobState.QUEUED, 0, "schools")
    assert "chi-tieu" not in found.file.name
    status = reverse("enrolment_school_list_status", args=[found.uid])
    said = client.get(page).content.decode()
    assert status in said
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in said
    assert 'name="act"' not in said
    assert client.get(status).json()["busy"] is True
    assert client.post(status, {"act": "apply"}).status_code == 405
    for act in ("apply", "drop", "again"):
        client.post(page, {"act": act})
    found.refresh_from_db()
    assert (found.state, found.dropped_at) == (JobState.QUEUED, None)
    assert list_run(list_id=found.pk)
    assert client.get(status).json() == {
        "state": "done",
        "label": str(JobState.DONE.label),
        "done": 5,
        "total": 5,
        "percent": 100,
        "busy": False,
    }
    said = client.get(page).content.decode()
    assert "http-equiv" not in said
    assert "Bến Đò" in said
    client.post(page, {"act": "apply", "whole": "yes"})
    assert not ListedSchool.objects.exists()
    assert status in client.get(page).content.decode()
    assert list_run(list_id=found.pk)
    assert ListedSchool.objects.count() == 2
    found.refresh_from_db()
    assert (found.state, found.changed, found.applied_by, found.file.name) == (JobState.DONE, 2, officer, "")
    assert not list_run(list_id=found.pk)


def test_a_small_list_needs_no_worker(schools, campaign, officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        found = tried(campaign, officer)
        assert found.may_be_put_in
        found = list_apply(school_list=found, user=officer)
    assert found.applied_at
    assert [one.__qualname__ for one in callbacks if "queue" in one.__qualname__] == []


@pytest.mark.parametrize("place", ["_write", "_store"])
def test_whoever_is_killed_while_putting_in_leaves_nothing(schools, campaign, officer, monkeypatch, place):
    make_member(schools[0], BoardRole.CHIEF)
    found = tried(campaign, officer)
    real = getattr(list_loading, place)

    def dies(*args, **values):
        real(*args, **values)
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(list_loading, place, dies)
        with pytest.raises(KilledError):
            list_apply(school_list=found, user=officer)
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
    storage, name = found.file.storage, found.file.name

    def dies(_job):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(list_loading, "file_forget", dies)
        with pytest.raises(KilledError):
            list_apply(school_list=found, user=officer)
    assert storage.exists(name)
    found.refresh_from_db()
    assert found.applied_at
    rows = list(ListedSchool.objects.order_by("pk").values())
    found = later(found)
    assert (found.state, found.changed, found.file.name) == (JobState.DONE, 2, "")
    assert not storage.exists(name)
    assert list(ListedSchool.objects.order_by("pk").values()) == rows


def test_a_worker_that_was_given_up_stores_nothing(schools, campaign, officer, large, monkeypatch):
    found = tried(campaign, officer)
    real = Reader.read

    def slow(reader, watch=None):
        SchoolList.objects.filter(pk=found.pk).update(runner=None, state=JobState.QUEUED)
        real(reader)

    with monkeypatch.context() as patch:
        patch.setattr(Reader, "read", slow)
        assert not list_run(list_id=found.pk)
    found.refresh_from_db()
    assert (found.state, found.rows_count) == (JobState.QUEUED, 0)
    assert list_run(list_id=found.pk)


def test_the_progress_of_reading_never_goes_back(schools, campaign, officer, large, monkeypatch):
    rows = [["THPT1", "", "", "", "", f"Xã {n}", "", "", ""] for n in range(40)]
    found = tried(campaign, officer, rows)
    seen = []
    monkeypatch.setattr("common.jobs.HEARTBEAT_SECONDS", 0)
    real = list_loading.Progress._save
    monkeypatch.setattr(
        list_loading.Progress, "_save", lambda self, *said: (seen.append(said), real(self, *said))
    )
    assert list_run(list_id=found.pk)
    done = [number for number, _total in seen]
    assert done == sorted(done)
    assert len(set(done)) > 20
    assert seen[-1] == (40, 40)


def test_whoever_is_no_officer_any_more_puts_nothing_in(schools, campaign, officer, large):
    found = tried(campaign, officer)
    officer.groups.clear()
    list_run(list_id=found.pk)
    found.refresh_from_db()
    assert (found.state, bool(found.error)) == (JobState.FAILED, True)
    assert not found.may_be_put_in


def test_a_file_that_is_no_list_says_so_on_its_page(department, schools, campaign, officer):
    file = csv_of(ROWS, name="chi-tieu.docx")
    client = signed_in(officer, department)
    url = reverse("enrolment_campaign_list", args=[campaign.pk])
    page = client.post(url, {"file": file}).url
    found = SchoolList.objects.get()
    assert found.state == JobState.FAILED
    said = client.get(page).content.decode()
    assert "chi-tieu.docx" in found.error
    assert found.error in said.replace("&quot;", '"')
    assert 'value="apply"' not in said
    assert 'value="again"' in said


def test_a_file_that_is_too_large_is_not_stored(schools, campaign, officer, monkeypatch):
    file = csv_of(ROWS)
    file.size = 21 * 1_048_576
    with pytest.raises(ValidationError):
        list_services.list_create(campaign=campaign, file=file, user=officer)
    assert not SchoolList.objects.exists()


def test_the_file_goes_when_the_list_is_thrown_away(
    schools, campaign, officer, django_capture_on_commit_callbacks
):
    found = tried(campaign, officer)
    storage, name = found.file.storage, found.file.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        list_drop(school_list=found, user=officer)
    found.refresh_from_db()
    assert (found.file.name, storage.exists(name)) == ("", False)
    with pytest.raises(ValidationError):
        list_read_again(school_list=found, user=officer)


def test_the_file_goes_on_its_day_and_the_list_later(schools, campaign, officer):
    found = tried(campaign, officer)
    storage, name, now = found.file.storage, found.file.name, timezone.now()
    assert school_lists_purge(now=now + FILE_DAYS - timedelta(hours=1)) == 0
    assert school_lists_purge(now=now + FILE_DAYS + timedelta(hours=1)) == 1
    assert not storage.exists(name)
    found.refresh_from_db()
    assert found.may_be_put_in
    with pytest.raises(ValidationError):
        list_read_again(school_list=found, user=officer)
    assert school_lists_purge(now=now + KEPT + timedelta(hours=1)) == 1
    assert not SchoolList.objects.exists()


def test_a_list_that_is_being_worked_on_is_not_forgotten(schools, campaign, officer, large):
    found = tried(campaign, officer)
    assert school_lists_purge(now=timezone.now() + KEPT + timedelta(days=1)) == 0
    assert found.file.storage.exists(found.file.name)


def test_the_file_goes_with_the_campaign(schools, campaign, officer, django_capture_on_commit_callbacks):
    found = tried(campaign, officer)
    storage, name = found.file.storage, found.file.name
    with django_capture_on_commit_callbacks(execute=True):
        SchoolList.objects.filter(campaign=campaign).delete()
    assert not storage.exists(name)
