"""The queue: filters, counts, the next one, quotas, and what it costs (W9.4)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.choices import ApplicationState, Channel, WishOutcome
from enrolment.models import Application, Wish
from enrolment.processing.checking import application_take_next, applications_assign
from enrolment.processing.selectors import (
    QueueFilter,
    application_by_code,
    campaigns_of,
    counts_of,
    office_for,
    place_counts,
    queue,
    queue_neighbours,
)
from network.choices import InstitutionType
from privacy.models import Notice, Submission
from tests.enrolment.making_applications import make_application
from tests.factories import make_institution, make_member

S = ApplicationState
TODAY = date(2026, 6, 10)


def listed(world, user, **chosen):
    office = office_for(user, world.campaign)
    return list(queue(office, QueueFilter.of(chosen), user, TODAY))


@pytest.fixture
def three(world):
    return [
        make_application(world.campaign, (world.school, "chuyen", {"catchment": 1}), (world.other, "chuyen")),
        make_application(
            world.campaign,
            (world.school, "thuong", {"points": 2}),
            state=S.MORE,
            due_on=TODAY - timedelta(days=1),
            channel=Channel.PAPER,
        ),
        make_application(
            world.campaign,
            (world.other, "chuyen", {"is_first": True}),
            state=S.VALID,
            candidate_number="050001",
        ),
    ]


def test_each_filter_finds_its_own(three, world):
    one, two, three_ = three
    assert listed(world, world.editor) == [one, two]
    assert listed(world, world.authority) == three
    assert listed(world, world.authority, school=str(world.other.pk)) == [three_]
    assert listed(world, world.editor, state="more") == [two]
    assert listed(world, world.editor, state="overdue") == [two]
    assert listed(world, world.editor, channel="paper") == [two]
    assert listed(world, world.editor, catchment="1") == [one]
    assert listed(world, world.editor, priority="points") == [two]
    assert listed(world, world.authority, priority="first") == [three_]
    assert listed(world, world.editor, priority="none") == [one]
    assert listed(world, world.editor, place=f"{world.school.pk}/thuong") == [two]
    assert listed(world, world.editor, place=f"{world.other.pk}/chuyen") == []
    assert listed(world, world.stranger, named="1") == [one]
    assert listed(world, world.editor, sort="newest") == [two, one]


def test_counts_tell_what_is_late_and_what_waits(three, world):
    counts = counts_of(office_for(world.authority, world.campaign).rows(), TODAY)
    assert (counts.all, counts.overdue, counts.proposed) == (3, 1, 0)
    assert counts.states == {"submitted": 1, "more": 1, "valid": 1}


def test_quotas_count_wishes_and_places(three, world):
    three[2].wishes.update(outcome=WishOutcome.ADMITTED)
    Application.objects.filter(pk=three[2].pk).update(state=S.CONFIRMED)
    lines = {one.place.key: one for one in place_counts(office_for(world.authority, world.campaign))}
    other = lines[f"{world.other.pk}/chuyen"]
    assert (other.quota, other.wishes, other.first, other.valid, other.confirmed, other.left) == (
        1,
        2,
        1,
        1,
        1,
        0,
    )
    assert len(place_counts(office_for(world.editor, world.campaign))) == 2


def test_the_next_one_is_given_to_one_person_only(three, world):
    more = make_application(world.campaign, (world.school, "chuyen"))
    make_application(world.campaign, (world.school, "chuyen"), proposed_state=S.INVALID)
    first = application_take_next(campaign=world.campaign, user=world.editor)
    second = application_take_next(campaign=world.campaign, user=world.chief)
    assert {first.pk, second.pk} == {three[0].pk, more.pk}
    assert application_take_next(campaign=world.campaign, user=world.chief) is None


def test_what_others_have_in_hand_stays_there(three, world):
    uids = [one.uid for one in three]
    assert applications_assign(campaign=world.campaign, user=world.editor, uids=uids) == 2
    assert applications_assign(campaign=world.campaign, user=world.chief, uids=uids) == 0
    assert applications_assign(campaign=world.campaign, user=world.editor, uids=uids, take=False) == 2


def test_a_campaign_is_for_those_who_have_a_part_in_it(world):
    assert [page.pk for page in campaigns_of({world.school.pk})] == [world.campaign.pk]
    far = make_institution("HS03", "Trường THPT Sông Cái", InstitutionType.UPPER_SECONDARY, world.department)
    client = Client()
    client.force_login(make_member(far, BoardRole.CHIEF))
    for name in ("queue", "quotas", "numbers", "scores"):
        assert client.get(reverse(f"enrolment_{name}", args=[world.campaign.pk])).status_code == 404
    client.force_login(world.editor)
    assert client.get(reverse("enrolment_queue", args=[world.campaign.pk])).status_code == 200


@pytest.mark.parametrize("name", ["queue", "quotas", "numbers", "scores"])
def test_a_screen_leads_only_to_screens_that_open_for_the_person(world, name):
    places = reverse("enrolment_places", args=[world.campaign.pk])
    client = Client()
    for user, opens in ((world.editor, False), (world.authority, True)):
        client.force_login(user)
        shown = client.get(reverse(f"enrolment_{name}", args=[world.campaign.pk])).content.decode()
        assert (f'href="{places}"' in shown) is opens
        assert (client.get(places).status_code == 200) is opens
    assert (
        f'href="{reverse("enrolment_queue", args=[world.campaign.pk])}"'
        in client.get(places).content.decode()
    )


def _many(world, number):
    notice = Notice.objects.filter(institution=world.department, number__gt=0).first()
    now = timezone.now()
    sent = Submission.objects.bulk_create(
        Submission(
            reference=f"TS-{n:08}",
            institution=world.department,
            form="admission",
            notice=notice,
            sealed_answers="x",
            expires_at=now,
        )
        for n in range(number)
    )
    made = Application.objects.bulk_create(
        Application(
            submission=one,
            campaign=world.campaign,
            child_digest=f"{one.pk:064}",
            sealed_identity="x",
            handler=world.school,
            lot_code=f"L{one.pk:09}",
        )
        for one in sent
    )
    Wish.objects.bulk_create(
        Wish(application=one, position=1, school=world.school, track="chuyen") for one in made
    )


def test_five_thousand_applications_cost_as_many_queries_as_two(three, world):
    client = Client()
    client.force_login(world.authority)
    addresses = [
        reverse("enrolment_queue", args=[world.campaign.pk]) + "?priority=none&sort=due",
        reverse("enrolment_quotas", args=[world.campaign.pk]),
        reverse("enrolment_case", args=[three[0].uid]),
    ]

    def costs():
        found = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    few = costs()
    _many(world, 5000)
    assert costs() == few


def test_one_is_opened_by_its_code_and_no_address_holds_it(three, world, client):
    one, _two, three_ = three
    office = office_for(world.editor, world.campaign)
    assert application_by_code(office, one.submission.reference.lower().replace("-", " ")) == one
    assert application_by_code(office_for(world.authority, world.campaign), "050001") == three_
    assert application_by_code(office, "050001") is None
    assert application_by_code(office_for(world.stranger, world.campaign), one.submission.reference) == one
    for text in ("", "Nguyễn Văn Thử"):
        assert application_by_code(office, text) is None
    client.force_login(world.authority)
    queue_url = reverse("enrolment_queue", args=[world.campaign.pk])
    answer = client.post(f"{queue_url}?state=valid", {"act": "find", "code": "050001"})
    assert answer["Location"] == f"{reverse('enrolment_case', args=[three_.uid])}?state=valid"
    for code in ("050001", one.submission.reference, "nichts"):
        assert code not in client.post(queue_url, {"act": "find", "code": code})["Location"]
    html = client.get(queue_url, {"q": "050001"}).content.decode()
    assert 'name="q"' not in html.split("<main")[1]
    assert "?q=" not in html


@pytest.mark.parametrize("sort", ["", "newest", "since", "due", "reference", "number"])
def test_neighbours_follow_the_queue_in_every_order(three, world, sort):
    for _number in range(3):
        make_application(world.campaign, (world.school, "thuong"))
    rows = list(queue_of(world, sort))
    assert len(rows) == 6
    for place, row in enumerate(rows):
        asked = queue_of(world, sort)
        with CaptureQueriesContext(connection) as caught:
            found = queue_neighbours(asked, row, sort)
        assert len(caught) == 2
        assert all("LIMIT 1" in query["sql"] for query in caught.captured_queries)
        before = rows[place - 1].uid if place else None
        after = rows[place + 1].uid if place + 1 < len(rows) else None
        assert found == [before, after], (sort, place)


def queue_of(world, sort):
    office = office_for(world.authority, world.campaign)
    return queue(office, QueueFilter(sort=sort), world.authority, TODAY)


def test_who_leaves_the_queue_still_has_a_next_one(three, world):
    one, two, _three = three
    Application.objects.filter(pk=one.pk).update(state=S.VALID)
    one.refresh_from_db()
    office = office_for(world.editor, world.campaign)
    rows = queue(office, QueueFilter(state="more"), world.editor, TODAY)
    assert queue_neighbours(rows, one, "") == [None, two.uid]


def test_pages_of_the_queue_keep_their_filters(world, client):
    for _number in range(51):
        make_application(world.campaign, (world.school, "thuong"))
    make_application(world.campaign, (world.school, "thuong"), state=S.VALID)
    client.force_login(world.editor)
    url = reverse("enrolment_queue", args=[world.campaign.pk])
    first = client.get(url, {"state": "submitted", "sort": "newest"})
    html = first.content.decode()
    assert (
        "?state=submitted&amp;sort=newest&amp;p=2" in html or "state=submitted" in html.split("p=2")[0][-40:]
    )
    second = client.get(url, {"state": "submitted", "sort": "newest", "p": "2"})
    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 1)
    with CaptureQueriesContext(connection) as caught:
        client.get(reverse("enrolment_case", args=[second.context["rows"][0].uid]) + "?state=submitted")
    Application.objects.filter(state=S.SUBMITTED).exclude(pk=second.context["rows"][0].pk).update(
        state=S.VALID
    )
    with CaptureQueriesContext(connection) as again:
        client.get(reverse("enrolment_case", args=[second.context["rows"][0].uid]) + "?state=submitted")
    assert len(again) == len(caught)
