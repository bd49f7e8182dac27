"""The rights pages as somebody with both codes uses them."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from privacy.choices import Actor, Decision, RequestKind, RequestState, RevisionKind, SubmissionState
from privacy.models import (
    Certificate,
    ConsentEvent,
    DeletionRecord,
    PrivacyAudit,
    Recipient,
    RevisionNotice,
    SubjectRequest,
    Submission,
)
from privacy.selectors import broken_links
from privacy.services import disclosure_record, purge_expired, submission_read
from privacy.services.retention.records import digest_of
from tests.factories import make_user
from tests.privacy.rights.visitor import Visitor
from tests.privacy.sender import ANSWERS, tables_holding


def vi(text: str) -> str:
    with override("vi"):
        return gettext(text)


def share(submission, fields=("subject", "message", "email")):
    recipient = (
        Recipient.objects.filter(institution=submission.institution, purposes__form="feedback")
        .distinct()
        .get()
    )
    return disclosure_record(submission=submission, fields=fields, basis="consent", recipient=recipient)


class TestTheDoor:
    def test_both_codes_open_the_file(self, visitor):
        visitor.open()
        assert visitor.response.status_code == 200
        assert ANSWERS["subject"] in visitor.html
        assert "tr%E1" not in visitor.response.request["PATH_INFO"]

    def test_codes_may_be_typed_in_small_letters_without_dashes(self, visitor):
        visitor.open(visitor.reference.lower().replace("-", ""), visitor.secret.lower().replace("-", " "))
        assert ANSWERS["subject"] in visitor.html

    def test_a_wrong_secret_and_an_unknown_code_get_the_same_answer(self, visitor):
        wrong = visitor.open(secret="AAAA-BBBB-CCCC")
        first = (wrong.response.status_code, _without_tokens(wrong.html, visitor.reference))
        unknown = visitor.open("GY-2222-2222", "AAAA-BBBB-CCCC")
        second = (unknown.response.status_code, _without_tokens(unknown.html, "GY-2222-2222"))
        assert first == second
        assert first[0] == 422

    def test_the_sixth_attempt_with_a_code_is_refused_even_if_right(self, visitor):
        for _number in range(5):
            assert visitor.open(secret="AAAA-BBBB-CCCC").response.status_code == 422
        assert visitor.open().response.status_code == 429

    def test_another_institutions_host_does_not_open_it(self, visitor, department):
        visitor.host = department.site.hostname
        assert visitor.open().response.status_code == 422

    def test_no_session_is_made_and_the_answer_is_not_kept(self, visitor):
        visitor.open()
        assert set(visitor.client.cookies) <= {"csrftoken", "__Host-csrftoken", "edusite_csrftoken"}
        assert "no-store" in visitor.response["Cache-Control"]

    def test_the_opened_file_cannot_be_used_in_another_browser(self, visitor, sender):
        visitor.open()
        token = visitor.hidden()["file"]
        other = Visitor(sender)
        other.start()
        other.send({"act": "file", "file": token})
        assert other.response.status_code == 410

    def test_it_closes_after_half_an_hour(self, visitor, time_machine_now):
        visitor.open()
        time_machine_now(minutes=31)
        assert visitor.send({"act": "file"}).response.status_code == 410

    def test_opening_is_on_record_without_a_name(self, visitor):
        visitor.open()
        entry = PrivacyAudit.objects.filter(action="read").get()
        assert entry.user_id is None

    def test_nothing_is_chosen_in_advance(self, visitor):
        visitor.start()
        assert " checked" not in visitor.html
        visitor.open()
        assert " checked" not in visitor.html


class TestTheFile:
    def test_one_value_is_corrected_and_the_recipient_is_told(self, visitor):
        share(visitor.submission)
        visitor.open().act("correct:subject")
        visitor.confirm(subject="Cổng phụ ngập khi mưa")
        assert "Cổng phụ ngập khi mưa" in visitor.html
        assert visitor.submission.unseal_field("sealed_answers")["subject"] == "Cổng phụ ngập khi mưa"
        notice = RevisionNotice.objects.get()
        assert (notice.kind, notice.fields) == (RevisionKind.CORRECTED, ["subject"])
        assert notice.unseal_field("sealed_change")["subject"]["value"] == "Cổng phụ ngập khi mưa"
        assert not tables_holding("Cổng phụ ngập")

    def test_a_correction_that_breaks_a_rule_between_fields_is_refused(self, visitor):
        visitor.open().act("correct:email")
        visitor.confirm(email="")
        assert visitor.response.status_code == 422
        assert "trả lời" in visitor.html

    def test_what_was_left_out_can_be_added(self, visitor):
        visitor.open().act("correct:phone")
        visitor.confirm(phone="0912 345 678")
        assert "0912 345 678" in visitor.html
        assert SubjectRequest.objects.get(kind=RequestKind.ADD).state == RequestState.DONE

    def test_an_optional_detail_is_removed(self, visitor):
        visitor.open().act("drop:name").confirm()
        assert ANSWERS["name"] not in visitor.html
        assert "name" not in visitor.submission.unseal_field("sealed_answers")

    def test_a_needed_detail_has_no_button_to_remove_it(self, visitor):
        assert "drop:message" not in visitor.open().buttons()
        assert visitor.send({"act": "drop:message"}).response.status_code == 409

    def test_an_optional_purpose_is_withdrawn_with_what_serves_only_it(self, visitor):
        contact = ConsentEvent.objects.get(purpose__code="contact").purpose_id
        visitor.open().act(f"withdraw:{contact}").confirm()
        assert ANSWERS["email"] not in visitor.html
        assert ANSWERS["subject"] in visitor.html
        newest = ConsentEvent.objects.filter(purpose=contact).latest("number")
        assert newest.decision == Decision.WITHDRAWN

    def test_of_an_optional_purpose_recipients_are_told_only_what_served_it(self, visitor):
        share(visitor.submission)
        contact = ConsentEvent.objects.get(purpose__code="contact").purpose_id
        visitor.open().act(f"withdraw:{contact}").confirm()
        notice = RevisionNotice.objects.get()
        assert (notice.kind, notice.fields) == (RevisionKind.STOPPED, ["email"])

    def test_withdrawing_what_is_needed_erases_all_and_leaves_a_proof(self, visitor):
        handle = ConsentEvent.objects.get(purpose__code="handle").purpose_id
        visitor.open().act(f"withdraw:{handle}").confirm()
        assert vi("Your information was erased") in visitor.html
        assert not Submission.objects.exists()
        assert DeletionRecord.objects.exists()

    def test_passing_on_is_refused_later_and_who_received_it_is_told(self, visitor):
        share(visitor.submission)
        visitor.open()
        visitor.act(visitor.button("refuse")).confirm()
        assert RevisionNotice.objects.get().kind == RevisionKind.STOPPED
        assert ConsentEvent.objects.filter(recipient__isnull=False).latest("number").decision == "withdrawn"
        assert "refuse" not in {value.partition(":")[0] for value in visitor.buttons()}

    def test_all_is_erased(self, visitor):
        share(visitor.submission)
        visitor.open().act("erase")
        visitor.confirm()
        assert not Submission.objects.exists()
        assert RevisionNotice.objects.get().kind == RevisionKind.ERASED
        request = SubjectRequest.objects.get(kind=RequestKind.ERASE)
        assert request.state == RequestState.DONE
        assert visitor.open(request.reference).html.count(request.reference) > 0

    def test_the_use_is_restricted_and_allowed_again(self, visitor):
        visitor.open().act("restrict").confirm()
        assert visitor.submission.state == SubmissionState.RESTRICTED
        visitor.act("restrict").confirm()
        assert visitor.submission.state == SubmissionState.ACTIVE

    def test_a_complaint_starts_the_clocks_of_staff(self, visitor):
        visitor.open().act("ask")
        visitor.confirm(kind="complain", text="Tôi không đồng ý cách xử lý.")
        request = SubjectRequest.objects.get(kind=RequestKind.COMPLAIN)
        assert request.state == RequestState.RECEIVED
        assert request.unseal_field("sealed_detail") == {"text": "Tôi không đồng ý cách xử lý."}
        assert not tables_holding("không đồng ý cách xử lý")
        visitor.act(f"take-back:{request.reference}").confirm()
        request.refresh_from_db()
        assert request.state == RequestState.DROPPED

    def test_who_acts_for_a_child_is_recorded(self, visitor):
        visitor.open(is_representative="on").act("drop:name").confirm()
        assert SubjectRequest.objects.get(kind=RequestKind.DROP).actor == Actor.REPRESENTATIVE

    def test_reads_of_staff_are_shown_as_numbers(self, visitor):
        reader = make_user("Người Đọc Riêng")
        submission_read(submission=visitor.submission, user=reader, purpose="handle")
        submission_read(submission=visitor.submission, user=reader, purpose="handle")
        visitor.open()
        assert vi("To handle this submission") in visitor.html
        assert re.search(r"\b2 (times|lần)", visitor.html)
        assert "Người Đọc Riêng" not in visitor.html


class TestDownloads:
    def test_the_copy_for_machines_holds_all(self, visitor):
        visitor.open().act("json")
        assert "attachment" in visitor.response["Content-Disposition"]
        copy = json.loads(visitor.response.content)
        assert {"field": "subject", "label": "Tiêu đề", "value": ANSWERS["subject"]} in copy[
            "answers"
        ] or any(row["value"] == ANSWERS["subject"] for row in copy["answers"])
        assert {row["decision"] for row in copy["purposes"]} == {"given"}

    def test_the_copy_to_read_is_a_page_of_its_own(self, visitor):
        visitor.open().act("html")
        assert ANSWERS["subject"] in visitor.response.content.decode()
        assert "attachment" in visitor.response["Content-Disposition"]

    def test_the_certificate_is_a_pdf_that_a_public_page_confirms(self, visitor):
        visitor.open().act("certificate")
        assert visitor.response.content.startswith(b"%PDF-")
        certificate = Certificate.objects.get()
        page = visitor.client.get(
            f"/quyen-rieng-tu/xac-nhan/{certificate.serial}/", headers={"host": visitor.host}
        )
        assert page.status_code == 200
        text = page.content.decode()
        assert vi("Genuine and up to date") in text
        assert visitor.reference not in text
        assert ANSWERS["subject"] not in text

    def test_a_correction_ends_the_certificate(self, visitor):
        visitor.open().act("certificate")
        visitor.open().act("drop:name").confirm()
        certificate = Certificate.objects.get()
        assert certificate.ended_at is not None

    def test_an_unknown_serial_is_a_404(self, visitor):
        page = visitor.client.get(
            "/quyen-rieng-tu/xac-nhan/XN-2222-2222-2222/", headers={"host": visitor.host}
        )
        assert page.status_code == 404


@pytest.fixture
def time_machine_now(monkeypatch):
    """Moves `timezone.now`, which all of the code asks."""
    real = timezone.now

    def move(**span):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(**span))

    return move


def _without_tokens(html: str, reference: str) -> str:
    return re.sub(r'value="[^"]*"', "", html.partition("<main")[2]).replace(reference, "")


def test_a_month_after_the_withdrawal_only_the_proof_is_left(visitor):
    handle = ConsentEvent.objects.get(purpose__code="handle").purpose_id
    uid = visitor.submission.uid
    assert tables_holding(visitor.reference)
    visitor.open().act(f"withdraw:{handle}").confirm()
    purge_expired(now=timezone.now() + timedelta(days=31))
    for word in (visitor.reference, ANSWERS["subject"], ANSWERS["email"]):
        assert tables_holding(word) == []
    assert not Submission.objects.exists()
    record = DeletionRecord.objects.get()
    assert record.subjects == [digest_of(uid)]
    assert broken_links(record.institution, DeletionRecord) == []
