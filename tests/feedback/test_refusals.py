"""Whoever tries to open what is not theirs gets a 404, and the attempt is on record in the institution whose it is."""

from __future__ import annotations

import logging
from uuid import uuid4

import pytest
from django.urls import reverse

from editorial.choices import BoardRole
from feedback.models import QuestionCase
from privacy import flood, readers
from privacy.choices import RequestKind
from privacy.models import PrivacyAudit, ProcessingActivity, Submission
from privacy.rights.requests import request_open
from tests.factories import make_member
from tests.feedback.built import Filler, make_live
from tests.feedback.participation import ask, make_consultation, signed_in


@pytest.fixture
def stranger(department):
    return make_member(department, BoardRole.CHIEF)


def refused(user, url: str, where, method: str = "get", **data) -> str:
    """The object of the one entry that an attempt leaves."""
    before = PrivacyAudit.objects.filter(action="deny").count()
    assert getattr(signed_in(user), method)(url, data).status_code == 404
    entries = PrivacyAudit.objects.filter(action="deny").order_by("-number")
    assert entries.count() == before + 1
    assert (entries[0].user, entries[0].institution) == (user, where)
    return entries[0].object_ref


class TestRefusal:
    def test_of_answers_to_a_built_form_is_on_record(self, school, stranger):
        page = make_live(school, "survey")
        filler = Filler(page, school).open()
        filler.answer({"Khối lớp của con": "Khối 1", "Bạn hài lòng với bữa ăn ở mức nào?": "Hài lòng"})
        filler.send().consent()
        submission = Submission.objects.get()
        for name, method in (("answers", "get"), ("export", "post"), ("totals", "post")):
            url = reverse(f"board_form_{name}", args=[page.pk])
            assert refused(stranger, url, school, method) == page.form_code
        author = make_member(school, BoardRole.AUTHOR)
        url = reverse("board_form_answer", args=[page.pk, submission.uid])
        assert refused(author, url, school) == page.form_code
        own = make_live(school, "club")
        chief = make_member(school, BoardRole.CHIEF)
        url = reverse("board_form_answer", args=[own.pk, submission.uid])
        assert refused(chief, url, school) == f"privacy.submission:{submission.uid}"
        assert readers.may_open(chief, submission)
        assert not readers.may_open(author, submission)
        assert not readers.may_open(stranger, submission)

    def test_of_a_question_a_consultation_and_a_request_is_on_record(self, school, stranger):
        page = make_consultation(school)
        url = reverse("consultation", args=[page.translation_key])
        assert refused(stranger, url, school) == f"consultation:{page.translation_key}"
        ask(school)
        case = QuestionCase.objects.get()
        url = reverse("question_case", args=[case.uid])
        assert refused(stranger, url, school) == f"privacy.submission:{case.submission.uid}"
        asked = request_open(institution=school, kind=RequestKind.VIEW)
        url = reverse("privacy_request", args=[asked.uid])
        assert refused(stranger, url, school) == f"privacy.subjectrequest:{asked.uid}"

    def test_of_an_export_is_on_record(self, school, stranger):
        data = {"institution": str(school.pk), "purpose": "handle"}
        assert refused(stranger, reverse("feedback_export"), school, "post", **data) == "feedback:export"

    def test_of_what_the_register_and_the_archive_keep_is_on_record(self, school, stranger):
        activity = ProcessingActivity.objects.filter(institution=school).first()
        url = reverse("privacy_activity", args=[activity.pk])
        assert refused(stranger, url, school) == f"privacy.processingactivity:{activity.pk}"

    def test_of_what_is_nowhere_leaves_nothing(self, stranger):
        client = signed_in(stranger)
        for name in ("consultation", "question_case", "privacy_request"):
            assert client.get(reverse(name, args=[uuid4()])).status_code == 404
        assert not PrivacyAudit.objects.filter(action="deny").exists()


class TestBreak:
    def test_of_a_form_is_no_error_of_the_server(self, school, monkeypatch, caplog):
        page = make_live(school, "survey")
        monkeypatch.setattr(flood, "break_of", lambda institution, form: object())
        with caplog.at_level(logging.INFO, logger="django.request"):
            response = Filler(page, school).open().response
        assert response.status_code == 503
        assert response["Retry-After"] == "900"
        assert [r.levelname for r in caplog.records if r.name == "django.request"] == ["INFO"]
