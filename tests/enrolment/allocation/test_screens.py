"""The screens of assignments: for officers of the campaign's institution, and nobody else (W9.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.choices import BoardRole
from enrolment.allocation.lots import number_confirm, number_enter
from enrolment.allocation.working import job_run
from enrolment.choices import AllocationState
from enrolment.models import AdmissionTrack, Allocation, AllocationJob, CampaignPage
from tests.enrolment.making_places import apply, computed, make_world, proposed
from tests.factories import make_member
from tests.privacy.conftest import _build as _two
from tests.support.worlds import kept_for_module, own_copy


def _build():
    two = _two()
    world = make_world(two.department, two.school)
    world.people = [apply(world, 30 - number) for number in range(6)]
    return world


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def world(_kept_world, db):
    return own_copy(_kept_world, _build)


def signed_in(user, host: str) -> Client:
    client = Client(headers={"host": host})
    client.force_login(user)
    return client


def screen(world, user):
    client = signed_in(user, world.department.site.hostname)
    return client, reverse("enrolment_places", args=[world.campaign.pk])


def work_off(world) -> None:
    for job in AllocationJob.objects.filter(campaign=world.campaign, state="queued"):
        job_run(job_id=job.pk)


def _taken_back() -> str:
    return pgettext("assignment", "taken back")


def test_an_editor_computes_and_the_chief_publishes(world):
    client, url = screen(world, world.editor)
    assert client.get(url).status_code == 200
    assert client.post(url, {"act": "compute"}).status_code == 302
    work_off(world)
    run = Allocation.objects.get()
    page = client.get(url).content.decode()
    assert "30" in page
    client.post(url, {"act": "propose", "run": run.pk})
    client.post(url, {"act": "publish", "run": run.pk})
    work_off(world)
    run.refresh_from_db()
    assert run.state == AllocationState.PROPOSED
    chief, url = screen(world, world.chief)
    assert 'value="publish"' in chief.get(url).content.decode()
    chief.post(url, {"act": "publish", "run": run.pk})
    work_off(world)
    run.refresh_from_db()
    assert run.state == AllocationState.PUBLISHED
    chief.post(url, {"act": "take_back", "run": run.pk, "reason": "Sai điểm."})
    work_off(world)
    run.refresh_from_db()
    assert (run.state, run.reason) == (AllocationState.DROPPED, "Sai điểm.")
    assert run.state_shown == _taken_back()
    assert run.state_shown in chief.get(url).content.decode()


def test_the_second_person_returns_it_with_a_reason(world):
    run = proposed(world)
    chief, url = screen(world, world.chief)
    chief.post(url, {"act": "return", "run": run.pk, "reason": ""})
    run.refresh_from_db()
    assert run.state == AllocationState.PROPOSED
    chief.post(url, {"act": "return", "run": run.pk, "reason": "Thiếu một em."})
    run.refresh_from_db()
    assert (run.state, run.reason) == (AllocationState.COMPUTED, "Thiếu một em.")
    chief.post(url, {"act": "drop", "run": run.pk})
    run.refresh_from_db()
    assert run.state == AllocationState.DROPPED
    assert run.state_shown == run.get_state_display() != _taken_back()


def test_no_child_is_named(world):
    computed(world)
    client, url = screen(world, world.editor)
    page = client.get(url).content.decode()
    for application in world.people:
        assert application.submission.reference not in page
        assert application.lot_code not in page


def test_for_others_it_does_not_exist(world, school):
    for user in (make_member(school, BoardRole.CHIEF), make_member(world.department, BoardRole.AUTHOR)):
        client, url = screen(world, user)
        assert client.get(url).status_code == 404
        assert client.post(url, {"act": "compute"}).status_code == 404
    other = signed_in(make_member(school, BoardRole.CHIEF), school.site.hostname)
    assert world.campaign.title not in other.get(reverse("enrolment_places_index")).content.decode()


def test_an_unknown_act_or_run_is_not_found(world):
    client, url = screen(world, world.editor)
    assert client.post(url, {"act": "dance"}).status_code == 404
    assert client.post(url, {"act": "propose", "run": "999"}).status_code == 404


def test_the_progress_bar_asks_for_the_state(world):
    client, _url = screen(world, world.editor)
    status = reverse("enrolment_places_status", args=[world.campaign.pk])
    assert client.get(status).json()["busy"] is False
    computed(world)
    assert client.get(status).json()["state"] == "done"


def test_the_desk_shows_what_waits_for_a_second_person(world):
    proposed(world)
    home = reverse("wagtailadmin_home")
    url = reverse("enrolment_places", args=[world.campaign.pk])
    for user, is_shown in ((world.chief, True), (world.editor, False)):
        page = signed_in(user, world.department.site.hostname).get(home).content.decode()
        assert (url in page) is is_shown


def test_the_next_step_of_a_computed_run_stands_once_and_before_the_totals(world):
    run = computed(world)
    client, url = screen(world, world.editor)
    page = client.get(url).content.decode()
    assert page.count('value="propose"') == 1
    assert page.index('value="propose"') < page.index(run.input_sha256)
    client.post(url, {"act": "propose", "run": run.pk})
    chief, url = screen(world, world.chief)
    chief.post(url, {"act": "return", "run": run.pk, "reason": "Thiếu một em."})
    told = _("The second person returned it: %(reason)s") % {"reason": "Thiếu một em."}
    assert told in client.get(url).content.decode()


def test_a_class_that_no_notice_offers_any_more_is_named_with_its_school(world):
    AdmissionTrack.objects.filter(code="b").update(code="c")
    client, url = screen(world, world.editor)
    page = client.get(url).content.decode()
    assert f"{world.other.name} (b)" in page
    assert f"{world.other.pk}/b" not in page


class TestPublicNumber:
    @pytest.fixture
    def drawn(self, department, school):
        return make_world(department, school, code="HS03", draw_source="Giải nhất xổ số miền Bắc")

    def test_there_is_no_field_for_it_while_applications_are_taken(self, drawn):
        client, url = screen(drawn, drawn.editor)
        assert 'value="number"' in client.get(url).content.decode()
        CampaignPage.objects.filter(pk=drawn.campaign.pk).update(closes_at=timezone.now() + timedelta(days=1))
        page = client.get(url).content.decode()
        assert 'name="number"' not in page
        assert _("The public number is entered when applications are over.") in page

    def test_a_wrong_entry_stays_in_its_field_with_what_is_wrong(self, drawn):
        client, url = screen(drawn, drawn.editor)
        for act, entry in (("number", "=48291"), ("number", "")):
            answer = client.post(url, {"act": act, "number": entry})
            assert answer.status_code == 422
            assert answer.context["number_form"].errors["number"]
            assert answer.context["number_form"]["number"].value() == entry
        client.post(url, {"act": "number", "number": "71553"})
        chief, url = screen(drawn, drawn.chief)
        answer = chief.post(url, {"act": "confirm", "number": "71535"})
        assert answer.status_code == 422
        assert 'value="71535"' in answer.content.decode()
        assert "71553" not in answer.content.decode()

    def test_the_desk_of_the_second_person_shows_that_one_waits(self, drawn):
        number_enter(campaign=drawn.campaign, number="48291", user=drawn.editor)
        self._is_on_the_desk(drawn, chief=True)
        number_confirm(campaign=drawn.campaign, number="48291", user=drawn.chief)
        self._is_on_the_desk(drawn, chief=False)

    def _is_on_the_desk(self, drawn, *, chief: bool) -> None:
        words = _("%(campaign)s: public number to be confirmed") % {"campaign": drawn.campaign.title}
        home = reverse("wagtailadmin_home")
        for user, is_shown in ((drawn.chief, chief), (drawn.editor, False)):
            page = signed_in(user, drawn.department.site.hostname).get(home).content.decode()
            assert (words in page) is is_shown


def test_many_runs_stand_on_pages_and_the_published_one_is_known_on_each(world):
    published = Allocation.objects.create(
        campaign=world.campaign,
        number=1,
        state=AllocationState.PUBLISHED,
        parameters={"names": {}, "applications": 6},
    )
    Allocation.objects.bulk_create(
        Allocation(campaign=world.campaign, number=number, state=AllocationState.DROPPED)
        for number in range(2, 60)
    )
    client, url = screen(world, world.editor)
    first, second = client.get(url), client.get(f"{url}?p=2")
    assert "?p=2" in first.content.decode()
    assert [len(answer.context["runs"]) for answer in (first, second)] == [50, 9]
    assert [answer.context["published"] for answer in (first, second)] == [published, published]
