"""Appeals against marks, from the form to the outcome (W8.11)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from editorial.choices import BoardRole
from enrolment.choices import AppealState
from enrolment.models import Appeal
from enrolment.results.services.appeals import appeal_confirm, appeal_propose
from privacy.calendar import add_working_days
from privacy.models import PrivacyAudit
from tests.enrolment.making import make_exam, make_officers, published
from tests.factories import make_member
from tests.privacy.sender import Sender

ENTERED = {
    "number": "00120001",
    "name": "Nguyễn Thị Mơ",
    "birth": "05/09/2008",
    "subjects": ["toan", "van"],
    "reason": "Em làm hết bài.",
}


def send(department, exam):
    sender = Sender(department, f"{exam.relative_url(department.site)}phuc-khao/").open()
    sender.send(ENTERED).send().send({"consent-review": "on"})
    return sender


@pytest.fixture
def exam(department):
    return make_exam(department)


@pytest.fixture
def officers(department):
    return make_officers(department)


@pytest.fixture
def appeal(department, exam):
    send(department, exam)
    return Appeal.objects.select_related("submission").get()


def test_a_candidate_appeals_and_the_clock_runs_from_the_last_day(appeal, exam):
    assert appeal.state == AppealState.RECEIVED
    assert appeal.due_on == add_working_days(exam.appeals_until, 15)
    assert "Mơ" not in str(appeal.submission.sealed_answers)


def test_the_receipt_says_where_and_until_when_the_outcome_comes(department, exam):
    html = send(department, exam).html
    assert 'href="/tra-cuu-phuc-khao/"' in html
    assert f"{Appeal.objects.get().due_on:%d/%m/%Y}" in html


def test_each_step_says_that_it_is_an_appeal(department, exam):
    sender = Sender(department, f"{exam.relative_url(department.site)}phuc-khao/").open()
    with translation.override("vi"):
        title = gettext("Appeal: %(examination)s") % {"examination": exam.title}
    assert f"<h1>{title}</h1>" in sender.html
    assert f"{title} | " in sender.html.partition("</title>")[0]
    assert f"<h1>{title}</h1>" in send(department, exam).html


def test_after_the_last_day_no_appeal_is_taken(department):
    today = timezone.localdate()
    exam = make_exam(
        department, appeals_from=today - timedelta(days=9), appeals_until=today - timedelta(days=1)
    )
    sender = Sender(department, f"{exam.relative_url(department.site)}phuc-khao/").open()
    assert 'name="number"' not in sender.html


def test_the_outcome_is_read_with_both_codes_once_a_second_person_confirmed(
    appeal, officers, department, exam
):
    from privacy.codes import hashed_secret

    appeal.submission.secret_hash = hashed_secret("ABCDEFGHJKMN")
    appeal.submission.save()
    host = department.site.hostname

    def look(secret="ABCD-EFGH-JKMN"):
        codes = {"reference": appeal.submission.reference, "secret": secret}
        return Client().post("/tra-cuu-phuc-khao/", codes, headers={"host": host})

    appeal_propose(appeal=appeal, user=officers[0], outcome=AppealState.CHANGED, text="Toán 7,25 thay 6,75")
    assert "7,25" not in look().content.decode()
    with pytest.raises(ValidationError, match=r"second person|người thứ hai"):
        appeal_confirm(appeal=appeal, user=officers[0])
    appeal_confirm(appeal=appeal, user=officers[1])
    assert "Toán 7,25 thay 6,75" in look().content.decode()
    assert "7,25" not in look("WRON-GWRO-NGWR").content.decode()
    appeal.submission.refresh_from_db()
    assert appeal.submission.decided_on == timezone.localdate()


@pytest.mark.parametrize("outcome", [AppealState.CHANGED, AppealState.KEPT])
def test_until_a_corrected_list_is_published_both_are_told_that_look_ups_show_the_earlier_score(
    appeal, officers, department, exam, outcome
):
    from privacy.codes import hashed_secret

    appeal.submission.secret_hash = hashed_secret("ABCDEFGHJKMN")
    appeal.submission.save()
    codes = {"reference": appeal.submission.reference, "secret": "ABCD-EFGH-JKMN"}
    host = {"host": department.site.hostname}
    officer = Client(headers=host)
    officer.force_login(officers[0])

    def is_told() -> list[bool]:
        family = Client().post("/en/tra-cuu-phuc-khao/", codes, headers=host).content.decode()
        with translation.override("vi"):
            sentence = gettext(
                "Look-ups show the earlier score still: load and publish a list with all corrections."
            )
        office = officer.get(reverse("enrolment_appeal", args=[appeal.uid])).content.decode()
        return ["shows the earlier score until" in family, sentence in office]

    appeal_propose(appeal=appeal, user=officers[0], outcome=outcome, text="Toán 7,25")
    appeal_confirm(appeal=appeal, user=officers[1])
    assert is_told() == [False, False]
    decided = timezone.now()
    published(exam, *officers)
    assert is_told() == [False, False]
    Appeal.objects.filter(pk=appeal.pk).update(decided_at=decided + timedelta(hours=1))
    assert is_told() == [outcome == AppealState.CHANGED] * 2


def test_nothing_is_read_without_a_purpose_and_each_reading_is_on_record(appeal, officers, school):
    client = Client()
    client.force_login(officers[0])
    address = reverse("enrolment_appeal", args=[appeal.uid])
    assert "Mơ" not in client.get(address).content.decode()
    assert client.post(address, {"act": "open"}).status_code == 422
    before = PrivacyAudit.objects.count()
    opened = client.post(address, {"act": "open", "purpose": "handle"}).content.decode()
    assert "Nguyễn Thị Mơ" in opened
    assert PrivacyAudit.objects.count() == before + 1
    stranger = Client()
    stranger.force_login(make_member(school, BoardRole.CHIEF))
    assert stranger.get(address).status_code == 404


def test_the_desk_of_the_second_person_says_that_an_outcome_waits(appeal, officers, department):
    home, waiting = reverse("wagtailadmin_home"), f"{reverse('enrolment_appeals')}?state=proposed"

    def is_shown(user) -> bool:
        client = Client(headers={"host": department.site.hostname})
        client.force_login(user)
        return waiting in client.get(home).content.decode()

    assert not any(is_shown(user) for user in officers)
    appeal_propose(appeal=appeal, user=officers[0], outcome=AppealState.CHANGED, text="Toán 7,25 thay 6,75")
    assert [is_shown(user) for user in officers] == [False, True]
