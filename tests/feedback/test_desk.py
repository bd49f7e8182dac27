import csv
import io

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from editorial.choices import BoardRole
from feedback.models import FeedbackCase, FeedbackPage
from feedback.services import case_change, case_read
from privacy.choices import AuditAction
from privacy.models import PrivacyAudit, Submission
from tests.factories import make_member, make_review, make_superuser, make_user, section_of
from tests.privacy.sender import Sender, tables_holding

MARKER = "DẤUPHẢNÁNH7"


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def submission(sender):
    sender.to_receipt(message=MARKER, subject="=HYPERLINK(1)")
    return Submission.objects.get()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def case_url(submission) -> str:
    return reverse("feedback_case", args=[submission.uid])


def last_audit():
    return PrivacyAudit.objects.order_by("pk").last()


def test_the_chief_sees_the_list_without_a_word_of_what_was_written(chief, submission):
    html = signed_in(chief).get(reverse("feedback_desk")).content.decode()
    assert submission.reference in html
    assert MARKER not in html


def test_reading_needs_a_purpose(chief, submission):
    client = signed_in(chief)
    before = PrivacyAudit.objects.count()
    assert MARKER not in client.get(case_url(submission)).content.decode()
    response = client.post(case_url(submission))
    assert response.status_code == 422
    assert MARKER not in response.content.decode()
    assert PrivacyAudit.objects.count() == before


def test_reading_is_on_record_with_its_purpose(chief, submission):
    response = signed_in(chief).post(case_url(submission), {"purpose": "handle"})
    assert MARKER in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    entry = last_audit()
    assert (entry.user_id, entry.action, entry.purpose) == (chief.pk, AuditAction.READ, "handle")
    assert entry.object_ref == f"privacy.submission:{submission.uid}"


@pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR])
def test_other_members_of_the_board_have_no_desk(school, submission, role):
    client = signed_in(make_member(school, role))
    assert client.get(reverse("feedback_desk")).status_code == 404
    assert client.post(case_url(submission), {"purpose": "handle"}).status_code == 404


def test_the_editor_who_answers_for_the_page_has_a_desk(school, submission):
    editor = make_member(school, BoardRole.EDITOR)
    page = section_of(school, FeedbackPage)
    make_review(page, responsible=editor)
    assert MARKER in signed_in(editor).post(case_url(submission), {"purpose": "handle"}).content.decode()


def test_somebody_responsible_who_left_the_board_has_none(school, submission):
    person = make_user()
    make_review(section_of(school, FeedbackPage), responsible=person)
    assert signed_in(person).post(case_url(submission), {"purpose": "handle"}).status_code in (302, 404)


def test_feedback_of_another_institution_is_not_found(department, submission):
    client = signed_in(make_member(department, BoardRole.CHIEF))
    listed = client.get(reverse("feedback_desk"))
    assert listed.status_code == 200
    assert submission.reference not in listed.content.decode()
    assert client.get(case_url(submission)).status_code == 404
    assert client.post(case_url(submission), {"purpose": "handle"}).status_code == 404
    data = {"institution": submission.institution_id, "purpose": "handle"}
    assert client.post(reverse("feedback_export"), data).status_code == 404


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 30])
def test_an_export_of_no_institution_is_not_found(chief, submission, number):
    data = {"institution": number, "purpose": "handle"}
    assert signed_in(chief).post(reverse("feedback_export"), data).status_code == 404


def test_an_administrator_of_the_installation_reads_nothing(submission):
    client = signed_in(make_superuser())
    assert client.post(case_url(submission), {"purpose": "handle"}).status_code == 404


def test_nobody_reads_without_signing_in(submission):
    assert Client().post(case_url(submission), {"purpose": "handle"}).status_code == 302


def test_the_menu_shows_the_desk_to_those_who_have_one(chief, school):
    address = reverse("feedback_desk")
    assert address in signed_in(chief).get(reverse("wagtailadmin_home")).content.decode()
    author = make_member(school, BoardRole.AUTHOR)
    assert address not in signed_in(author).get(reverse("wagtailadmin_home")).content.decode()


def test_a_case_moves_on_and_its_note_is_sealed(chief, submission):
    client = signed_in(chief)
    data = {"purpose": "handle", "state": "handled", "note": "DẤUGHICHÚ7"}
    assert client.post(case_url(submission), data).status_code == 302
    case = FeedbackCase.objects.get()
    assert (case.state, case.changed_by) == ("handled", chief)
    assert last_audit().action == AuditAction.CHANGE
    assert tables_holding("DẤUGHICHÚ7") == []
    assert case_read(case=case, user=chief, purpose="handle")[1] == "DẤUGHICHÚ7"


def test_a_state_that_may_not_follow_is_refused(chief, submission):
    case = FeedbackCase.objects.get()
    case_change(case=case, user=chief, purpose="handle", state="closed", note="")
    data = {"purpose": "handle", "state": "received", "note": ""}
    assert signed_in(chief).post(case_url(submission), data).status_code == 422
    case.refresh_from_db()
    assert case.state == "closed"


def exported_cells(content: bytes, fmt: str) -> list:
    if fmt == "csv":
        return [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    sheet = load_workbook(io.BytesIO(content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    return [cell.value for cell in cells]


@pytest.mark.parametrize("fmt", ["xlsx", "csv"])
def test_an_export_names_reader_and_purpose_runs_no_formula_and_is_on_record(chief, submission, fmt):
    data = {"institution": submission.institution_id, "purpose": "inspect", "fmt": fmt}
    response = signed_in(chief).post(reverse("feedback_export"), data)
    assert response["Content-Disposition"].endswith(f'.{fmt}"')
    cells = exported_cells(response.content, fmt)
    assert MARKER in cells
    if fmt == "csv":
        assert "'=HYPERLINK(1)" in cells
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@")]
    assert any(chief.get_full_name() in cell for cell in cells)
    assert any(cell.startswith(("Mục đích: ", "Purpose: ")) for cell in cells)
    entry = last_audit()
    assert (entry.action, entry.purpose, entry.count) == (AuditAction.EXPORT, "inspect", 1)


def test_an_export_needs_a_purpose(chief, submission):
    before = PrivacyAudit.objects.count()
    data = {"institution": submission.institution_id}
    assert signed_in(chief).post(reverse("feedback_export"), data).status_code == 422
    assert PrivacyAudit.objects.count() == before


def test_the_list_takes_as_many_queries_for_many_as_for_one(chief, school, submission):
    client = signed_in(chief)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("feedback_desk"))
        return len(caught)

    queries()
    before = queries()
    for _turn in range(3):
        Sender(school).to_receipt()
    assert queries() == before


def test_the_list_narrows_to_a_state(chief, submission):
    client = signed_in(chief)
    assert submission.reference in client.get(reverse("feedback_desk") + "?state=received").content.decode()
    assert submission.reference not in client.get(reverse("feedback_desk") + "?state=closed").content.decode()
    assert submission.reference in client.get(reverse("feedback_desk") + "?state=đ&p=x").content.decode()


def test_the_board_hears_of_it_by_a_mail_that_tells_nothing(
    sender, school, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        sender.to_receipt(message=MARKER)
    (message,) = mail.outbox
    reference = Submission.objects.get().reference
    assert message.to == ["khieunai.doiche@example.edu.vn"]
    assert reference in message.subject
    assert case_url(Submission.objects.get()) in message.body
    whole = message.message().as_string() + message.body + message.subject
    for told in (MARKER, "Trần Thị Minh Nguyệt", "nguyet@example.org", "Cổng trường"):
        assert told not in whole


def test_a_school_without_an_address_gets_no_mail(sender, school, django_capture_on_commit_callbacks):
    school.email = school.complaints_email = ""
    school.save()
    with django_capture_on_commit_callbacks(execute=True):
        sender.to_receipt()
    assert mail.outbox == []
    assert Submission.objects.count() == 1
