"""Two officers press the same button in the same moment (W9.4)."""

from __future__ import annotations

import threading
from functools import partial
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from editorial.choices import BoardRole
from enrolment.applications.states import application_locked
from enrolment.choices import ApplicationState, Entry
from enrolment.models import Application
from enrolment.processing.checking import application_take_next
from enrolment.processing.deciding import decision_confirm, decision_propose, decision_return
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*calls) -> list[Exception | None]:
    """Run the calls, each on a connection of its own where the database has more than one writer; answers what each raised."""
    raised: list[Exception | None] = [None] * len(calls)
    is_parallel = connection.vendor == "postgresql"
    gate = threading.Barrier(len(calls) if is_parallel else 1)

    def run(number: int, call) -> None:
        try:
            gate.wait(10)
            call()
        except ValidationError as error:
            raised[number] = error
        finally:
            if threading.current_thread() is not threading.main_thread():
                connections.close_all()

    if not is_parallel:
        for number, call in enumerate(calls):
            run(number, call)
        return raised
    threads = [threading.Thread(target=run, args=(number, call)) for number, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return raised


@pytest.fixture
def world():
    school = make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary")
    campaign = make_campaign(school)
    make_notice(school, campaign)
    return SimpleNamespace(
        school=school,
        campaign=campaign,
        editor=make_member(school, BoardRole.EDITOR),
        chiefs=[make_member(school, BoardRole.CHIEF) for _number in range(2)],
    )


def test_one_decision_is_confirmed_or_returned_once(world):
    application = make_application(world.campaign, (world.school, "lop10"))
    decision_propose(
        application=application, user=world.editor, to=ApplicationState.INVALID, text="Ngoài độ tuổi"
    )
    one, two = (Application.objects.get(pk=application.pk) for _chief in world.chiefs)
    raised = at_once(
        partial(decision_confirm, application=one, user=world.chiefs[0]),
        partial(decision_return, application=two, user=world.chiefs[1], reason="Xem lại"),
    )
    assert sum(error is not None for error in raised) == 1, raised
    application.refresh_from_db()
    is_confirmed = raised[0] is None
    wanted = ApplicationState.INVALID if is_confirmed else ApplicationState.SUBMITTED
    assert (application.state, application.proposed_state) == (wanted, "")
    kinds = (Entry.STATE, Entry.RETURNED)
    assert application.entries.filter(kind__in=kinds).count() == 1


def test_two_who_ask_for_the_next_one_get_two(world):
    for _number in range(2):
        make_application(world.campaign, (world.school, "lop10"))
    at_once(*(partial(application_take_next, campaign=world.campaign, user=one) for one in world.chiefs))
    owners = Application.objects.values_list("assigned_to", flat=True)
    assert set(owners) == {one.pk for one in world.chiefs}


def test_officers_lock_in_the_order_of_the_website(world):
    """The website locks what was sent and then the application; two who take them the other way round wait for each other."""
    application = make_application(world.campaign, (world.school, "lop10"))
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        application_locked(application)
    tables = [
        query["sql"].partition(" FROM ")[2].split()[0].strip('"')
        for query in queries
        if "FROM" in query["sql"]
    ]
    assert tables == ["privacy_submission", "enrolment_application"]
    if connection.vendor == "postgresql":
        assert all("FOR UPDATE" in query["sql"] for query in queries if "FROM" in query["sql"])
