"""A parent's whole way, and what is left of it afterwards: nothing but the proof, also when yesterday's backup comes back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.search.models import IndexEntry

from editorial.choices import BoardRole
from feedback.choices import CaseState
from feedback.models import (
    ConsultationAnswer,
    ConsultationPage,
    ConsultationResultPage,
    FeedbackCase,
    Opinion,
)
from feedback.services import opinions_group
from feedback.services.cases import case_answer, case_change, case_read
from feedback.services.reminders import consultation_timers_run
from privacy.choices import EraseReason, RequestKind
from privacy.models import (
    Certificate,
    ConsentEvent,
    DeletionRecord,
    FormDraft,
    LookupKey,
    PrivacyAudit,
    Purpose,
    SubjectRequest,
    Submission,
    SubmissionFile,
)
from privacy.rights.requests import request_carry_out
from privacy.selectors import broken_links
from privacy.services import holidays_load, purge_expired
from privacy.services.retention.records import digest_of, log_lines
from privacy.services.retention.replay import is_behind
from tests.factories import make_member, make_page
from tests.feedback.participation import answer, make_consultation
from tests.privacy.remains import (
    PRIVATE,
    caches_holding,
    letters_about,
    mail_holding,
    proof_that_leads_to_a_row,
    remains_of,
    stored_files,
)
from tests.privacy.retention.makers import Copy
from tests.privacy.rights.visitor import PATH, Visitor
from tests.privacy.sender import ANSWERS, Sender
from tests.privacy.uploads import made

WORD = "DAUVET7"
PHONE = "0987654321"
MONTH = timedelta(days=31)
TABLES = ("privacy_", "feedback_", "network_letter")
COMPLAINT = ANSWERS | {
    "kind": "complaint",
    "subject": f"{WORD} giờ tan học",
    "message": f"Cổng trường đông xe {WORD}, mong nhà trường xem lại cho các cháu.",
    "name": f"Trần Thị {WORD}",
    "email": f"{WORD.lower()}@example.org",
    "phone": PHONE,
}


@pytest.fixture(autouse=True)
def _calendar(db):
    holidays_load()


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    """What other tests have stored is none of this one's remains."""
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "private"},
    }
    settings.STORAGES = settings.STORAGES | {"private": private}


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What waits for the end of a transaction is done at the end of the block: bytes go, the deletion log is written."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def consultation(school) -> ConsultationPage:
    return make_consultation(school)


class Parent(Visitor):
    """Somebody who comes back with the codes of the receipt that a sender sees."""

    def __init__(self, sender: Sender):
        self.host, self.path = sender.host, PATH
        self.reference, self.secret = sender.codes()
        self.client = Client(enforce_csrf_checks=True)

    def certificate(self) -> Certificate:
        self.act("certificate")
        assert self.response.content.startswith(b"%PDF-")
        return Certificate.objects.latest("pk")

    def withdraw(self, code: str) -> None:
        purpose = Purpose.objects.get(
            institution=self.submission.institution, form=self.submission.form, code=code
        )
        self.open().act(f"withdraw:{purpose.pk}").confirm()


class Way:
    """Both things that the parent sent, with all that came of them."""

    def __init__(self, school, consultation: ConsultationPage, chief):
        self.school, self.chief = school, chief
        self.complaint = Parent(self._complains())
        self.opinion = Parent(self._answers(consultation))
        Sender(school).to_check(subject=f"{WORD} bỏ dở")
        self.board_works(consultation)
        self.certificates = [
            self._comes_back(self.complaint, "subject", f"{WORD} cổng phụ"),
            self._comes_back(self.opinion, "name", f"Trần Nguyệt {WORD}"),
        ]
        submissions = [self.complaint.submission, self.opinion.submission]
        self.pks = [row.pk for row in submissions]
        self.digests = [digest_of(row.uid) for row in submissions]
        self.words = [WORD, WORD.lower(), PHONE, self.complaint.reference, self.opinion.reference]

    def _complains(self) -> Sender:
        sender = Sender(self.school).open()
        photo = SimpleUploadedFile(f"{WORD}.jpg", made.picture())
        sender.send(COMPLAINT | {"attachment": photo}).send().send(
            {"consent-handle": "on", "consent-contact": "on"}
        )
        assert " checked" not in sender.html
        return sender.send(dict.fromkeys(sender.share_names(), "no"))

    def _answers(self, page: ConsultationPage) -> Sender:
        said = {
            f"text-{page.points.first().key}": f"Nên lùi giờ vào lớp {WORD}",
            "text-general": f"Đồng ý {WORD}",
        }
        who = {"whom": "self", "name": f"Trần {WORD}", "email": f"{WORD.lower()}@example.org"}
        return answer(self.school, page, **who, **said)

    def board_works(self, page: ConsultationPage) -> None:
        """Read, noted, answered, grouped: the traces that handling leaves."""
        case = FeedbackCase.objects.get(submission__reference=self.complaint.reference)
        case_read(case=case, user=self.chief, purpose="handle")
        case_change(
            case=case, user=self.chief, purpose="handle", state=CaseState.HANDLED, note=f"Gọi {WORD} {PHONE}"
        )
        case_answer(case=case, user=self.chief, text=f"Kính gửi chị {WORD}")
        opinions = Opinion.objects.filter(answer__consultation=page.translation_key)
        opinions_group(
            page=page,
            institution=self.school,
            opinions=opinions.filter(point=str(page.points.first().key)),
            user=self.chief,
            purpose="handle",
            topic="Lùi giờ",
        )

    def _comes_back(self, parent: Parent, name: str, value: str) -> Certificate:
        parent.open().act(f"correct:{name}").confirm(**{name: value})
        assert value in parent.html
        return parent.open().certificate()

    def withdraw(self) -> None:
        self.complaint.withdraw("handle")
        self.opinion.withdraw("collect")


@pytest.fixture
def way(school, consultation, chief, committed) -> Way:
    with committed():
        return Way(school, consultation, chief)


def assert_nothing_is_left(way: Way) -> None:
    assert remains_of(way.words) == []
    assert mail_holding([WORD, WORD.lower(), PHONE]) == []
    for model in (
        Submission,
        SubmissionFile,
        LookupKey,
        FormDraft,
        FeedbackCase,
        ConsultationAnswer,
        Opinion,
    ):
        assert not model.objects.exists(), model
    assert stored_files() == []
    assert letters_about(way.pks) == []
    assert proof_that_leads_to_a_row() == []
    assert PrivacyAudit.objects.exists()


def assert_chains_hold(school) -> None:
    for model in (ConsentEvent, PrivacyAudit, DeletionRecord):
        assert broken_links(school, model) == [], model


def proofs(reason: EraseReason) -> list[DeletionRecord]:
    return list(DeletionRecord.objects.filter(reason=reason, ended="whole").order_by("number"))


def test_what_looks_for_remains_finds_them(way):
    """A search that finds nothing afterwards has to find it before."""
    found = "\n".join(remains_of(way.words))
    for place in (
        "Submission.sealed_answers",
        "FormDraft.sealed_data",
        "SubmissionFile.sealed_meta",
        "FeedbackCase.sealed_note",
        "FeedbackCase.sealed_answer",
        "LookupKey.sealed_value",
    ):
        assert place in found, place
    assert f"{way.complaint.reference}: table privacy_submission" in found
    assert len(stored_files()) == 1
    assert letters_about(way.pks)
    assert proof_that_leads_to_a_row()
    cache.set("probe", {"x": WORD})
    assert caches_holding(WORD) == ["default"]
    assert IndexEntry.objects.exists()
    assert IndexEntry._meta.db_table in connection.introspection.table_names(), (
        "the search index is looked at"
    )


def test_nothing_stands_in_plain_words_while_it_is_kept(way):
    assert [place for place in remains_of([WORD, PHONE]) if "sealed in" not in place] == []


def test_the_certificate_is_verified_without_showing_anything(way, school):
    for certificate, parent in zip(way.certificates, (way.complaint, way.opinion), strict=True):
        page = Client().get(f"{PATH}xac-nhan/{certificate.serial}/", headers={"host": parent.host})
        html = page.content.decode()
        assert certificate.sha256 in html
        assert [word for word in way.words if word in html] == []


def test_a_month_after_the_withdrawal_nothing_is_left_and_the_records_prove_it(way, school, committed):
    with committed():
        way.withdraw()
    with committed():
        purge_expired(now=timezone.now() + MONTH)
    assert_nothing_is_left(way)
    assert_chains_hold(school)
    records = proofs(EraseReason.WITHDRAWN)
    assert [record.subjects for record in records] == [[digest] for digest in way.digests]
    assert records[0].counts["files"] == 1
    assert records[0].counts["feedback.feedbackcase"] == 1
    assert records[0].counts["privacy.lookupkey"] == 2
    assert records[1].counts["feedback.opinion"] == 2
    assert {record.hash for record in records} <= {line["hash"] for line in log_lines()}
    assert not any(word in str(list(log_lines())) for word in way.words)
    assert {c.ended_at is None for c in Certificate.objects.all()} == {False}
    assert set(Certificate.objects.values_list("submission", flat=True)) == {None}


def test_what_the_board_counts_follows_what_the_sender_corrects_and_removes(way, consultation, committed):
    """A position that was removed is gone at once, a new one is counted, and the group stays with what is left."""
    point, other = (str(p.key) for p in consultation.points.all())
    opinion = Opinion.objects.get(point=point)
    with committed():
        way.opinion.open().act(f"correct:stance-{point}").confirm(**{f"stance-{point}": "agree"})
        way.opinion.open().act(f"correct:text-{other}").confirm(**{f"text-{other}": "Cháu kịp ăn sáng."})
        way.opinion.open().act("drop:text-general").confirm()
    assert set(Opinion.objects.values_list("point", "stance", "has_text")) == {
        (point, "agree", True),
        (other, "", True),
    }
    assert Opinion.objects.get(point=point).group_id == opinion.group_id is not None
    with committed():
        way.opinion.open().act(f"drop:stance-{point}").confirm()
        way.complaint.open().act("correct:kind").confirm(kind="remark")
    assert Opinion.objects.get(pk=opinion.pk).stance == ""
    assert FeedbackCase.objects.get().kind == "remark"


def test_both_codes_open_nothing_afterwards(way, committed):
    with committed():
        way.withdraw()
    for parent in (way.complaint, way.opinion):
        assert parent.open().response.status_code == 422


def test_without_a_withdrawal_it_ends_with_its_period(way, school, consultation, committed):
    """The complaint a year after it came; the answer half a year after the result was published."""
    now = timezone.now()
    published = now + timedelta(days=40)
    make_page(
        consultation,
        ConsultationResultPage,
        title="Kết quả",
        slug="ket-qua",
        author_name="x",
        source_name="x",
    )
    with committed():
        consultation_timers_run(published)
        purge_expired(now=published + timedelta(days=180))
    assert Submission.objects.count() == 2
    with committed():
        purge_expired(now=published + timedelta(days=182))
    assert Submission.objects.get().form == "feedback"
    with committed():
        purge_expired(now=now + timedelta(days=366))
    assert_nothing_is_left(way)
    assert_chains_hold(school)
    assert [r.subjects for r in proofs(EraseReason.EXPIRED)] == [[way.digests[1]], [way.digests[0]]]


def test_what_a_restored_backup_brings_back_goes_again(way, school, committed):
    bytes_before = {name: storages[PRIVATE].open(name).read() for name in stored_files()}
    backup = Copy(TABLES)
    with committed():
        way.withdraw()
        purge_expired(now=timezone.now() + MONTH)
    assert_nothing_is_left(way)

    backup.restore()
    for name, content in bytes_before.items():
        storages[PRIVATE].save(name, ContentFile(content))
    assert Submission.objects.count() == 2
    assert stored_files() == sorted(bytes_before)
    assert is_behind()
    with committed():
        purge_expired(now=timezone.now() + MONTH)

    assert_nothing_is_left(way)
    assert_chains_hold(school)
    assert not is_behind()
    again = [digest for record in proofs(EraseReason.REPLAY) for digest in record.subjects]
    assert sorted(again) == sorted(way.digests)


def test_what_was_written_in_a_closed_request_goes_with_the_submission(way, school, chief, committed):
    """The answer of staff may name the person as the request did."""
    with committed():
        way.complaint.open().act("ask")
        way.complaint.confirm(kind="complain", text=f"Tôi là {WORD}, không đồng ý.")
        request = SubjectRequest.objects.get(kind=RequestKind.COMPLAIN)
        request_carry_out(request=request, user=chief, text=f"Kính gửi {WORD}")
        way.withdraw()
        purge_expired(now=timezone.now() + timedelta(days=1))
    assert_nothing_is_left(way)
    assert SubjectRequest.objects.filter(kind=RequestKind.COMPLAIN).exists()
