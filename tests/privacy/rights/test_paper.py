"""What staff change for somebody who came with a paper: with the same rules and proofs as on the person's own pages."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from editorial.choices import BoardRole
from privacy.choices import Actor, Method, RequestKind
from privacy.models import ConsentEvent, PrivacyAudit, RevisionNotice, SubjectRequest
from privacy.pdf import PdfError, PdfLibraryError
from privacy.rights import certificates
from privacy.rights.carrying_out import answer_correct, execute, executions_for
from privacy.rights.requests import request_extend, request_open
from tests.factories import make_member
from tests.privacy.rights.test_pages import share
from tests.privacy.sender import tables_holding

PROOF = "Xem căn cước tại văn phòng sáng nay"
NEW = "Giờ tan học mới"


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


def on_paper(visitor, school, chief, kind=RequestKind.CORRECT, **values) -> SubjectRequest:
    return request_open(
        institution=school,
        kind=kind,
        submission=visitor.submission,
        detail={"text": "Xin sửa"},
        actor=Actor.REPRESENTATIVE,
        method=Method.PAPER,
        user=chief,
        **values,
    )


def press(client, asked, act: str, **data):
    return client.post(reverse("privacy_request", args=[asked.uid]), {"act": act} | data)


class TestCorrecting:
    @pytest.fixture
    def asked(self, visitor, school, chief):
        return on_paper(visitor, school, chief)

    def test_is_offered_for_each_detail_and_done_with_the_forms_own_rules(self, client, asked, chief):
        client.force_login(chief)
        page = press(client, asked, "contents").content.decode()
        assert 'value="correct:subject"' in page
        assert 'value="drop:' not in page
        assert press(client, asked, "correct:subject").status_code == 200
        wrong = press(client, asked, "correct:subject", go="1", subject="", **{"proof-proof": PROOF})
        assert wrong.status_code == 422
        assert press(client, asked, "correct:subject", go="1", subject=NEW).status_code == 422
        done = press(client, asked, "correct:subject", go="1", subject=NEW, **{"proof-proof": PROOF})
        assert done.status_code == 302
        assert asked.submission.__class__.objects.get().unseal_field("sealed_answers")["subject"] == NEW

    def test_is_on_record_with_the_paper_and_the_proof(self, visitor, asked, chief):
        share(visitor.submission)
        before = PrivacyAudit.objects.count()
        shown = {"label": "Tiêu đề", "value": NEW}
        answer_correct(request=asked, user=chief, name="subject", value=NEW, shown=shown, proof=PROOF)
        assert PrivacyAudit.objects.count() == before + 1
        entry = PrivacyAudit.objects.order_by("-number").first()
        assert (entry.action, entry.user, entry.purpose) == ("change", chief, "request")
        step = asked.events.get(action="corrected")
        assert (step.user, step.unseal_field("sealed_note")) == (chief, f"Tiêu đề: {PROOF}")
        assert SubjectRequest.objects.get(pk=asked.pk).method == Method.PAPER
        assert SubjectRequest.objects.filter(is_immediate=True).count() == 0
        assert RevisionNotice.objects.get().request == asked
        assert not tables_holding(NEW)
        assert not tables_holding(PROOF)

    def test_is_for_who_answers_for_it_and_for_an_open_request_of_that_kind(
        self, visitor, school, department, asked, chief
    ):
        shown = {"label": "Tiêu đề", "value": NEW}
        values = {"name": "subject", "value": NEW, "shown": shown, "proof": PROOF}
        for role in (BoardRole.EDITOR, BoardRole.HEAD):
            with pytest.raises(PermissionDenied):
                answer_correct(request=asked, user=make_member(school, role), **values)
        with pytest.raises(PermissionDenied):
            answer_correct(request=asked, user=make_member(department, BoardRole.CHIEF), **values)
        other = on_paper(visitor, school, chief, RequestKind.VIEW)
        with pytest.raises(ValidationError, match=r"."):
            answer_correct(request=other, user=chief, **values)

    def test_does_not_reach_a_detail_that_no_purpose_keeps(self, client, asked, chief):
        client.force_login(chief)
        assert press(client, asked, "correct:no-such", go="1").status_code == 302
        assert press(client, asked, "drop:subject", go="1").status_code == 302
        assert not asked.events.filter(action__in=["corrected", "removed"]).exists()


class TestRemoving:
    def test_takes_an_optional_detail_and_leaves_the_rest(self, client, visitor, school, chief):
        asked = on_paper(visitor, school, chief, RequestKind.DROP)
        client.force_login(chief)
        page = press(client, asked, "contents").content.decode()
        name = page.partition('value="drop:')[2].partition('"')[0]
        assert name
        assert press(client, asked, f"drop:{name}", go="1", **{"proof-proof": PROOF}).status_code == 302
        answers = visitor.submission.unseal_field("sealed_answers")
        assert not answers.get(name)
        assert answers["subject"]
        assert asked.events.filter(action="removed").exists()


class TestNarrowing:
    def test_one_purpose_on_paper_has_the_same_proof_as_on_the_web(self, visitor, school, chief):
        asked = on_paper(visitor, school, chief, RequestKind.WITHDRAW)
        acts = [act for act, _label in executions_for(asked)]
        assert acts[0] == "withdraw"
        optional = next(
            act
            for act in acts[1:]
            if ConsentEvent.objects.filter(purpose=act.partition(":")[2], purpose__is_optional=True).exists()
        )
        before = ConsentEvent.objects.count()
        execute(optional, request=asked, user=chief)
        event = ConsentEvent.objects.order_by("-number").first()
        assert ConsentEvent.objects.count() == before + 1
        assert (event.decision, event.method, event.actor) == ("withdrawn", "paper", "representative")
        assert visitor.submission.unseal_field("sealed_answers")["subject"]
        with pytest.raises(ValidationError):
            execute("withdraw:0", request=asked, user=chief)


class TestPeriods:
    def test_of_a_request_from_before_2026_are_those_of_the_decree_of_then(self, visitor, school, chief):
        asked = on_paper(visitor, school, chief, received=date(2025, 12, 30))
        assert (asked.rule, asked.fulfil_due) == ("decree-13-2023", date(2026, 1, 2))
        assert "13/2023" in asked.citation
        with pytest.raises(ValidationError, match=r"."):
            request_extend(request=asked, user=chief, until=date(2026, 1, 9), reason="Nhiều hồ sơ")

    def test_from_before_the_first_rule_are_refused_in_words(self, client, school, chief):
        client.force_login(chief)
        data = {
            "institution": school.pk,
            "kind": "view",
            "method": "paper",
            "actor": "self",
            "received": "2020-05-04",
            "detail": "Xin xem",
        }
        response = client.post(reverse("privacy_request_new"), data)
        assert response.status_code == 422
        assert "01/07/2023" in response.content.decode()
        assert not SubjectRequest.objects.exists()


class TestCertificate:
    @pytest.mark.parametrize("error", [PdfLibraryError("no Pango"), PdfError("no font")])
    def test_that_cannot_be_made_says_so_on_the_desk(
        self, client, visitor, school, chief, monkeypatch, error
    ):
        asked = on_paper(visitor, school, chief, RequestKind.CERTIFY)

        def render(*args, **kwargs):
            raise error

        monkeypatch.setattr(certificates.pdf, "render_pdf", render)
        client.force_login(chief)
        response = client.post(
            reverse("privacy_request", args=[asked.uid]), {"act": "certificate"}, follow=True
        )
        assert response.status_code == 200
        html = response.content.decode()
        assert ("Pango" in html) == isinstance(error, PdfLibraryError)
        assert "messages" in html
