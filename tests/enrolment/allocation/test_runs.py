"""An assignment is computed, proposed, published by a second person, and taken back before anybody answers (W9.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.allocation import publishing
from enrolment.allocation.reading import obstacles, register_obstacle
from enrolment.allocation.runs import job_start, run_drop, run_propose, run_return
from enrolment.allocation.working import job_run
from enrolment.applications.states import application_move
from enrolment.choices import AllocationState, AllocationWork, ApplicationState, Ranking, WishOutcome
from enrolment.models import (
    Allocation,
    AllocationJob,
    AllocationRow,
    AllocationSheet,
    Application,
    ApplicationEntry,
    Wish,
)
from network.models import Letter
from tests.enrolment.making_places import (
    apply,
    computed,
    make_world,
    places,
    proposed,
    published,
    worked,
)
from tests.factories import make_member

COMPUTE, PUBLISH, TAKE_BACK = AllocationWork.COMPUTE, AllocationWork.PUBLISH, AllocationWork.TAKE_BACK
STATES = ApplicationState


@pytest.fixture
def world(department, school):
    return make_world(department, school)


def states_of(world) -> dict[str, str]:
    return dict(Application.objects.filter(campaign=world.campaign).values_list("lot_code", "state"))


def refused(act, text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        act()
    assert text in caught.value.messages


def test_places_go_by_score_and_the_order_of_wishes(world):
    best, second, third = (apply(world, score) for score in (30, 29, 28))
    only_a = apply(world, 20, wishes="a")
    run = published(world)
    assert places(world) == {best.lot_code: "a", second.lot_code: "a", third.lot_code: "b"}
    assert states_of(world) == {
        best.lot_code: STATES.ADMITTED,
        second.lot_code: STATES.ADMITTED,
        third.lot_code: STATES.ADMITTED,
        only_a.lot_code: STATES.WAITING,
    }
    assert run.state == AllocationState.PUBLISHED
    assert run.totals[f"{world.school.pk}/a"]["last"]["score"] == "29.000"
    assert only_a.wishes.get().waiting_number == 2
    best.refresh_from_db()
    assert best.due_on == run.confirm_until > timezone.localdate()
    assert set(best.wishes.values_list("outcome", flat=True)) == {"admitted", "unneeded"}


def test_each_application_has_one_line_in_its_record(world):
    for score in (30, 29, 28, 27):
        apply(world, score)
    published(world)
    entries = ApplicationEntry.objects.filter(application__campaign=world.campaign)
    assert set(entries.values_list("from_state", "is_shown", "user")) == {("valid", True, world.chief.pk)}
    assert entries.count() == 4


def test_without_a_waiting_phase_nobody_waits(department, school):
    world = make_world(department, school, waits=False)
    for score in (30, 29):
        apply(world, score, wishes="a")
    last = apply(world, 20, wishes="a")
    published(world)
    last.refresh_from_db()
    assert last.state == STATES.NOT_ADMITTED
    assert last.wishes.get().outcome == WishOutcome.NOT_ADMITTED


def test_what_is_not_decided_stands_in_the_way(world):
    apply(world, 30, state=STATES.SUBMITTED)
    apply(world, None)
    texts = [one.text for one in obstacles(world.campaign)]
    assert texts == [
        "1 hồ sơ chưa được kiểm tra hoặc hoàn thiện.",
        "2 nguyện vọng chưa có điểm.",
    ] or texts == [
        "1 application has not been checked or completed.",
        "2 wishes have no score.",
    ]
    with pytest.raises(ValidationError):
        job_start(campaign=world.campaign, work=COMPUTE, user=world.editor)


def test_before_the_deadline_nothing_is_computed(world):
    apply(world, 30)
    early = world.campaign.closes_at - timedelta(minutes=1)
    assert len(obstacles(world.campaign, now=early)) == len(obstacles(world.campaign)) + 1


def test_wishes_without_score_are_left_out_where_an_officer_says_so(world):
    there, absent = apply(world, 10), apply(world, None)
    published(world, leaves_out=True)
    assert places(world) == {there.lot_code: "a"}
    absent.refresh_from_db()
    assert absent.state == STATES.NOT_ADMITTED


def test_another_part_can_name_what_is_missing(world, monkeypatch):
    from enrolment.allocation import reading

    monkeypatch.setattr(reading, "_reasons", [])
    apply(world, 30)
    register_obstacle(lambda campaign: ["Còn thiếu minh chứng."])
    refused(lambda: computed(world), "Còn thiếu minh chứng.")


def test_a_direct_admission_takes_one_of_the_places(world):
    direct = apply(world, 1, state=STATES.CONFIRMED, wishes="a")
    direct.wishes.update(outcome=WishOutcome.ADMITTED)
    apply(world, 30, wishes="a")
    second = apply(world, 29, wishes="a")
    run = published(world)
    assert run.totals[f"{world.school.pk}/a"]["quota"] == 1
    assert run.totals[f"{world.school.pk}/a"]["direct"] == 1
    second.refresh_from_db()
    assert second.state == STATES.WAITING


def test_whoever_computed_or_proposed_it_does_not_publish_it(world):
    apply(world, 30)
    run = proposed(world)
    with pytest.raises(ValidationError) as caught:
        job_start(campaign=world.campaign, work=PUBLISH, user=world.editor, allocation=run)
    assert caught.value.code == "second-person"


def test_the_job_asks_for_the_second_person_again(world):
    apply(world, 30)
    run = proposed(world)
    job = AllocationJob.objects.create(
        campaign=world.campaign, allocation=run, work=PUBLISH, created_by=world.editor, state="queued"
    )
    job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, places(world)) == ("failed", {})


def test_strangers_and_schools_do_not_compute(world, school):
    apply(world, 30)
    stranger = make_member(school, BoardRole.CHIEF)
    author = make_member(world.department, BoardRole.AUTHOR)
    for user in (stranger, author):
        with pytest.raises(PermissionDenied):
            job_start(campaign=world.campaign, work=COMPUTE, user=user)
    run = computed(world)
    for act in (run_propose, run_drop):
        with pytest.raises(PermissionDenied):
            act(allocation=run, user=stranger)


def test_a_change_after_the_computation_stops_the_publication(world):
    one = apply(world, 30)
    run = proposed(world)
    one.wishes.filter(position=1).update(score=29)
    job = worked(world, PUBLISH, world.chief, allocation=run)
    assert job.state == "failed"
    assert places(world) == {}
    assert states_of(world) == {one.lot_code: STATES.VALID}


def test_a_returned_run_may_be_computed_anew_and_says_what_changed(world):
    first, second, third = (apply(world, score, wishes="a") for score in (30, 29, 28))
    run = proposed(world)
    run_return(allocation=run, user=world.chief, reason="Thiếu điểm của một em.")
    third.wishes.update(score=31)
    again = computed(world)
    assert again.number == 2
    assert again.changes == {"run": 1, "applications": 2, "classes": {f"{world.school.pk}/a": [1, 1]}}
    run.refresh_from_db()
    assert run.state == AllocationState.DROPPED
    assert not AllocationRow.objects.filter(allocation=run).exists()
    assert AllocationSheet.objects.filter(allocation=again).exists() is False
    assert {first.lot_code, second.lot_code} >= set(places(world))


def test_the_same_input_gives_the_same_hashes(world):
    for score in (30, 29, 28, 27, 26, 25):
        apply(world, score)
    one, other = computed(world), computed(world)
    assert (one.input_sha256, one.output_sha256) == (other.input_sha256, other.output_sha256)
    Wish.objects.filter(application__campaign=world.campaign, score=30).update(score=24)
    third = computed(world)
    assert third.input_sha256 != one.input_sha256


def test_the_second_person_gets_a_letter(world):
    apply(world, 30)
    run = proposed(world)
    letters = Letter.objects.filter(kind="enrolment.places_wait")
    assert [(letter.user_id, letter.about) for letter in letters] == [
        (world.chief.pk, {"allocation": run.pk})
    ]


def test_taking_back_makes_applications_valid_again(world):
    one, other = apply(world, 30), apply(world, 20, wishes="a")
    run = published(world)
    job = worked(world, TAKE_BACK, world.chief, allocation=run, reason="Sai điểm môn Toán.")
    assert job.error == ""
    assert set(states_of(world).values()) == {STATES.VALID}
    assert set(Wish.objects.values_list("outcome", "waiting_number")) == {("open", None)}
    entry = ApplicationEntry.objects.filter(application=other).last()
    assert entry.unseal_field("sealed_text").endswith("Sai điểm môn Toán.")
    one.submission.refresh_from_db()
    assert one.submission.decided_on is None
    assert published(world).number == 2


def test_nothing_is_taken_back_once_a_family_has_answered(world):
    one = apply(world, 30)
    run = published(world)
    application_move(application=one, to=STATES.CONFIRMED)
    job = worked(world, TAKE_BACK, world.chief, allocation=run, reason="Sai điểm.")
    assert job.state == "failed"
    run.refresh_from_db()
    assert run.state == AllocationState.PUBLISHED


def test_taking_back_needs_a_reason(world):
    apply(world, 30)
    run = published(world)
    with pytest.raises(ValidationError) as caught:
        job_start(campaign=world.campaign, work=TAKE_BACK, user=world.chief, allocation=run, reason=" ")
    assert caught.value.code == "reason"


def test_a_crash_in_the_middle_of_the_publication_leaves_nothing(world, monkeypatch):
    apply(world, 30)
    run = proposed(world)
    job = job_start(campaign=world.campaign, work=PUBLISH, user=world.chief, allocation=run)

    def crash(*args, **kwargs):
        raise RuntimeError("power")

    monkeypatch.setattr(publishing, "entries_write", crash)
    with pytest.raises(RuntimeError), transaction.atomic():
        job_run(job_id=job.pk)
    monkeypatch.undo()
    run.refresh_from_db()
    assert run.state == AllocationState.PROPOSED
    assert set(states_of(world).values()) == {STATES.VALID}
    AllocationJob.objects.filter(pk=job.pk).update(state="queued")
    assert job_run(job_id=job.pk)
    assert set(states_of(world).values()) == {STATES.ADMITTED}


def test_a_job_that_is_taken_up_after_its_commit_changes_nothing(world):
    apply(world, 30)
    run = proposed(world)
    job = worked(world, PUBLISH, world.chief, allocation=run)
    AllocationJob.objects.filter(pk=job.pk).update(state="queued")
    entries = ApplicationEntry.objects.count()
    assert job_run(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, ApplicationEntry.objects.count()) == ("done", entries)


def test_a_computation_that_was_killed_leaves_no_half_run(world):
    apply(world, 30)
    Allocation.objects.create(campaign=world.campaign, number=1, method="x", state=AllocationState.BUILDING)
    run = computed(world)
    assert list(Allocation.objects.values_list("pk", flat=True)) == [run.pk]


def test_one_publication_at_a_time(world):
    apply(world, 30)
    published(world)
    with pytest.raises(ValidationError) as caught:
        job_start(campaign=world.campaign, work=COMPUTE, user=world.editor)
    assert caught.value.code == "published"


def statements_to_publish(world, number: int) -> int:
    for _number in range(number):
        apply(world, None)
    run = proposed(world)
    job = job_start(campaign=world.campaign, work=PUBLISH, user=world.chief, allocation=run)
    with CaptureQueriesContext(connection) as caught:
        job_run(job_id=job.pk)
    assert run.totals[f"{world.school.pk}/a"]["wishes"] == number
    return len(caught)


def test_publishing_many_takes_as_many_statements_as_publishing_few(department, school):
    few = make_world(department, school, ranking=Ranking.LOT)
    count = statements_to_publish(few, 2)
    Application.objects.all().delete()
    Allocation.objects.all().delete()
    assert statements_to_publish(few, 14) <= count + 1
