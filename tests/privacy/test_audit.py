"""The record of access: who sees it, what it says, that it holds, where it goes."""

from __future__ import annotations

import io
import json
import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import load_workbook

from editorial.choices import BoardRole
from edusite.logs import audit_handler
from feedback.models import FEEDBACK
from privacy import readers
from privacy.audit.selectors import CHAINS, chains_checked
from privacy.audit.views import described
from privacy.choices import AuditAction
from privacy.models import ChainedEntry, PrivacyAudit, PrivacyOfficer, Submission
from privacy.services import audit_record, file_store, purge_expired, submission_decrypt, submission_read
from privacy.uploads.checks import CheckedUpload
from tests.factories import make_member, make_superuser, make_user
from tests.privacy.sender import Sender

SCREENS = ("privacy_audit", "privacy_audit_results", "privacy_audit_check", "privacy_audit_export")


@pytest.fixture
def submission(sender):
    sender.to_receipt()
    return Submission.objects.get()


@pytest.fixture
def officer(school):
    user = make_member(school, BoardRole.AUTHOR, name="Hạnh")
    day = timezone.localdate() - timedelta(days=9)
    PrivacyOfficer.objects.create(institution=school, user=user, appointed_on=day, decision="01/QĐ-HS01")
    return user


@pytest.fixture
def file(submission):
    upload = CheckedUpload(name="đơn.pdf", kind="pdf", content_type="application/pdf", data=b"DAUTEP8")
    return file_store(upload=upload, field="attachment", submission=submission)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def actions() -> list[tuple]:
    return list(PrivacyAudit.objects.order_by("number").values_list("action", "user_id", "purpose"))


# Who sees it


@pytest.mark.parametrize("name", SCREENS)
def test_the_officer_sees_the_record_and_nobody_else_of_the_board(school, department, officer, name):
    assert signed_in(officer).get(reverse(name)).status_code == 200
    for user in (
        make_member(school, BoardRole.AUTHOR),
        make_member(school, BoardRole.EDITOR),
        make_member(school, BoardRole.CHIEF),
        make_superuser(),
    ):
        assert signed_in(user).get(reverse(name)).status_code == 404


def test_the_chief_sees_it_where_no_officer_was_appointed(school, submission):
    html = signed_in(make_member(school, BoardRole.CHIEF)).get(reverse("privacy_audit")).content.decode()
    assert submission.reference in html


def test_the_record_of_another_institution_is_not_in_the_list(department, officer, submission):
    audit_record(institution=department, action=AuditAction.EXPORT, object_ref="DẤUNGOÀI")
    html = signed_in(officer).get(reverse("privacy_audit")).content.decode()
    assert submission.reference in html
    assert "DẤUNGOÀI" not in html
    chief = make_member(department, BoardRole.CHIEF)
    html = signed_in(chief).get(reverse("privacy_audit")).content.decode()
    assert "DẤUNGOÀI" in html
    assert submission.reference not in html


def test_the_list_names_who_what_and_for_which_purpose(officer, submission):
    submission_read(submission=submission, user=officer, purpose="inspect")
    submission_decrypt(submission=submission, what_for="retention")
    response = signed_in(officer).get(reverse("privacy_audit"))
    html = response.content.decode()
    assert officer.get_full_name() in html
    assert submission.reference in html
    assert "no-store" in response["Cache-Control"]
    assert [action for action, _user, _purpose in actions()] == ["create", "read", "decrypt"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("action=read", True),
        ("action=export", False),
        ("purpose=handle", True),
        ("purpose=inspect", False),
        ("person=hạnh", True),
        ("person=không ai", False),
        ("occurred_at_from=2020-01-01&occurred_at_to=2020-02-01", False),
        ("action=%00&purpose=x&person=%00&institution=99999999999999999999&occurred_at_from=x&p=x", True),
    ],
)
def test_the_list_is_narrowed(officer, submission, query, shown):
    submission_read(submission=submission, user=officer, purpose="handle")
    PrivacyAudit.objects.filter(action="create")._raw_delete("default")
    response = signed_in(officer).get(f"{reverse('privacy_audit')}?{query}")
    assert response.status_code == 200
    assert (submission.reference in response.content.decode()) == shown


def test_what_was_erased_since_and_who_left_has_a_word_in_the_list(officer, submission):
    reader = make_user("Đi Rồi")
    submission_read(submission=submission, user=reader, purpose="handle")
    reader.delete()
    submission.delete()
    assert signed_in(officer).get(reverse("privacy_audit")).status_code == 200


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("consultation:1969ba9f-2bab-44b0-9736-c2d402da2714", "Đợt lấy ý kiến"),
        ("privacy.legalhold:7", "7"),
        ("feedback", "feedback"),
        ("no.such:7", "no.such:7"),
    ],
)
def test_what_is_no_submission_is_named_in_words_and_not_by_its_key(reference, words):
    with translation.override("vi"):
        [entry] = described([PrivacyAudit(object_ref=reference, action="read")])
    assert entry.what.endswith(words)
    assert "1969ba9f" not in entry.what
    assert "legalhold" not in entry.what


def test_the_list_takes_as_many_queries_for_many_as_for_one(officer, submission, school):
    client = signed_in(officer)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("privacy_audit"))
        return len(caught)

    queries()
    before = queries()
    for _turn in range(3):
        Sender(school).to_receipt()
    for row in Submission.objects.all():
        submission_read(submission=row, user=make_user(), purpose="handle")
    assert queries() == before


# The chains


def test_the_check_says_that_the_chains_hold_and_where_they_do_not(officer, school, submission):
    client = signed_in(officer)
    assert not any(result.broken for result in chains_checked([school]))
    assert client.post(reverse("privacy_audit_check")).context["is_sound"]
    PrivacyAudit._base_manager.filter(number=1)._raw_delete("default")
    submission_read(submission=submission, user=officer, purpose="handle")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE privacy_privacyaudit SET purpose = 'answer'")
    response = client.post(reverse("privacy_audit_check"))
    assert not response.context["is_sound"]
    assert "2" in response.content.decode()


def test_every_chain_of_proof_is_checked():
    assert set(CHAINS) == set(ChainedEntry.__subclasses__())


def test_the_chain_holds_after_entries_of_more_than_a_year_went(officer, school, submission):
    submission_read(submission=submission, user=officer, purpose="handle")
    now = timezone.now()
    later = now + timedelta(days=367)
    with transaction.atomic():
        audit_record(institution=school, action=AuditAction.EXPORT, object_ref="feedback", user=officer)
    PrivacyAudit._base_manager.filter(action="export")
    assert purge_expired(now=later).audit_entries >= 2
    assert not any(result.broken for result in chains_checked([school]))


# Export


@pytest.mark.parametrize("fmt", ["xlsx", "csv"])
def test_the_record_is_exported_for_a_purpose_and_that_goes_on_record(officer, school, submission, fmt):
    data = {"institution": school.pk, "fmt": fmt, "purpose": "inspect"}
    response = signed_in(officer).post(reverse("privacy_audit_export"), data)
    assert response["Content-Disposition"].endswith(f'.{fmt}"')
    if fmt == "xlsx":
        sheet = load_workbook(io.BytesIO(response.content)).active
        cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    else:
        cells = response.content.decode("utf-8-sig").replace('"', "").replace("\r\n", ",").split(",")
    assert submission.reference in cells
    assert actions()[-1] == ("export", officer.pk, "inspect")


def test_the_record_is_not_exported_without_a_purpose_or_for_another_institution(officer, school, department):
    client = signed_in(officer)
    assert (
        client.post(reverse("privacy_audit_export"), {"institution": school.pk, "fmt": "csv"}).status_code
        == 422
    )
    data = {"institution": department.pk, "fmt": "csv", "purpose": "inspect"}
    assert client.post(reverse("privacy_audit_export"), data).status_code == 404
    entry = PrivacyAudit.objects.get(institution=department, action="deny")
    assert (entry.user, entry.object_ref) == (officer, "audit:export")
    data["institution"] = "9" * 30
    assert client.post(reverse("privacy_audit_export"), data).status_code in (404, 422)


# Files of submissions


def file_url(file) -> str:
    return reverse("privacy_file", args=[file.uid])


def test_a_file_is_downloaded_for_a_purpose_and_never_shown_in_the_page(school, file, officer):
    client = signed_in(make_member(school, BoardRole.CHIEF))
    assert "đơn.pdf" not in client.get(file_url(file)).content.decode()
    assert client.post(file_url(file)).status_code == 422
    response = client.post(file_url(file), {"purpose": "handle"})
    assert response.content == b"DAUTEP8"
    assert response["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert actions()[-1][0] == "read"


def test_a_file_is_a_404_for_others_and_the_attempt_is_on_record(school, department, file):
    for user in (
        make_member(school, BoardRole.AUTHOR),
        make_member(department, BoardRole.CHIEF),
        make_superuser(),
    ):
        assert signed_in(user).post(file_url(file), {"purpose": "handle"}).status_code == 404
        assert actions()[-1][:2] == ("deny", user.pk)
    assert Client().post(file_url(file), {"purpose": "handle"}).status_code == 302


def test_a_damaged_file_says_so(school, file):
    type(file).objects.update(stored_as="nowhere")
    response = signed_in(make_member(school, BoardRole.CHIEF)).post(file_url(file), {"purpose": "handle"})
    assert response.status_code == 422


def test_a_submission_of_another_institution_is_a_404_and_the_attempt_is_on_record(department, submission):
    user = make_member(department, BoardRole.CHIEF)
    address = reverse("feedback_case", args=[submission.uid])
    assert signed_in(user).post(address, {"purpose": "handle"}).status_code == 404
    assert actions()[-1][:2] == ("deny", user.pk)


def test_readers_of_one_name_are_registered_once():
    with pytest.raises(ValueError, match="registered already"):
        readers.register(FEEDBACK, lambda user, submission: True)


# Lines for a collector


def test_each_entry_goes_to_the_collector_as_one_line_without_a_name(
    settings, submission, officer, caplog, django_capture_on_commit_callbacks
):
    settings.EDUSITE_AUDIT_LOG = "stdout"
    logger = logging.getLogger("privacy.audit")
    logger.addHandler(caplog.handler)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            submission_read(submission=submission, user=officer, purpose="handle")
    finally:
        logger.removeHandler(caplog.handler)
    line = json.loads(caplog.records[-1].getMessage())
    entry = PrivacyAudit.objects.order_by("pk").last()
    assert line["hash"] == entry.hash
    assert (line["user"], line["action"], line["purpose"]) == (officer.pk, "read", "handle")
    assert line["object"] == f"privacy.submission:{submission.uid}"
    assert officer.last_name not in caplog.text
    assert submission.reference not in caplog.text


def test_lines_that_a_collector_missed_are_printed_again(submission, school):
    output = io.StringIO()
    call_command("audit_lines", institution=school.code, since="2020-01-01", stdout=output)
    lines = [json.loads(line) for line in output.getvalue().splitlines()]
    assert [line["number"] for line in lines] == [1]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("", {"class": "logging.NullHandler"}),
        ("stdout", {"class": "logging.StreamHandler"}),
        ("syslog:/dev/log", {"address": "/dev/log"}),
        ("syslog:10.0.0.9:514", {"address": ("10.0.0.9", 514)}),
        ("/var/log/edusite/audit.jsonl", {"filename": "/var/log/edusite/audit.jsonl"}),
    ],
)
def test_the_collector_is_named_by_one_setting(target, expected):
    assert expected.items() <= audit_handler(target).items()
