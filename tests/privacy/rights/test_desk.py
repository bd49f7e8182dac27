"""The desk of staff: clocks, decisions, refusals with ground, revisions, lost codes; and who is let in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from editorial.choices import BoardRole
from network.models import Letter
from network.services.letters import letters_send
from privacy.choices import Actor, Method, RequestKind, RequestState, RevisionState
from privacy.models import AppendOnlyError, PrivacyAudit, RevisionNotice, SubjectRequest, Submission
from privacy.rights.clockwork import requests_watch, revisions_watch, sweep
from privacy.rights.reach import acknowledge_token, granted_secret
from privacy.rights.regrant import regrant_approve, regrant_request
from privacy.rights.requests import (
    request_carry_out,
    request_extend,
    request_open,
    request_refuse,
    request_reply,
)
from privacy.rights.revisions import revisions_open
from tests.factories import make_member, make_superuser, make_user
from tests.privacy.rights.test_pages import share
from tests.privacy.sender import tables_holding

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
WISH = "Xin xóa số điện thoại của con tôi"


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def asked(school):
    return request_open(
        institution=school, kind=RequestKind.ERASE, detail={"text": WISH}, now=NOW, method=Method.PAPER
    )


def sign_in(client, user):
    client.force_login(user)
    return client


class TestClocks:
    def test_the_clock_starts_with_the_day_the_paper_came(self, school, chief):
        asked = request_open(
            institution=school,
            kind=RequestKind.VIEW,
            method=Method.PHONE,
            user=chief,
            received=date(2026, 2, 12),
            now=NOW,
        )
        assert (asked.reply_due, asked.fulfil_due) == (date(2026, 2, 22), date(2026, 2, 22))

    def test_a_day_in_the_future_is_refused(self, school, chief):
        with pytest.raises(ValidationError, match=r"."):
            request_open(
                institution=school, kind=RequestKind.VIEW, user=chief, received=date(2026, 3, 3), now=NOW
            )

    def test_where_others_received_it_the_end_is_later(self, visitor, school):
        share(visitor.submission)
        asked = request_open(
            institution=school, kind=RequestKind.ERASE, submission=visitor.submission, now=NOW
        )
        assert (asked.has_third_party, asked.fulfil_due) == (True, date(2026, 4, 1))

    def test_the_end_is_put_off_once_with_a_reason(self, asked, chief):
        with pytest.raises(ValidationError):
            request_extend(request=asked, user=chief, until=date(2026, 4, 1), reason=" ", now=NOW)
        with pytest.raises(ValidationError):
            request_extend(request=asked, user=chief, until=date(2026, 4, 12), reason="Nhiều hồ sơ", now=NOW)
        request_extend(request=asked, user=chief, until=date(2026, 4, 11), reason="Nhiều hồ sơ", now=NOW)
        assert asked.fulfil_due == date(2026, 4, 11)
        with pytest.raises(ValidationError):
            request_extend(request=asked, user=chief, until=date(2026, 4, 12), reason="Nữa", now=NOW)

    def test_after_the_end_it_cannot_be_put_off(self, asked, chief):
        late = NOW + timedelta(days=21)
        with pytest.raises(ValidationError):
            request_extend(request=asked, user=chief, until=date(2026, 4, 1), reason="Muộn", now=late)


class TestDecisions:
    def test_a_refusal_needs_a_ground_that_the_law_gives(self, asked, chief):
        with pytest.raises(ValidationError):
            request_refuse(request=asked, user=chief, ground="because", text="Không", now=NOW)
        with pytest.raises(ValidationError):
            request_refuse(request=asked, user=chief, ground="no-address", text="Không", now=NOW)
        request_refuse(request=asked, user=chief, ground="duty", text="Luật buộc lưu giữ.", now=NOW)
        assert asked.state == RequestState.REFUSED
        assert "điều 19" in asked.ground_citation

    def test_what_is_closed_is_not_decided_again(self, asked, chief):
        request_carry_out(request=asked, user=chief, text="Đã xóa.", now=NOW)
        with pytest.raises(ValidationError):
            request_reply(request=asked, user=chief, text="Đã nhận.", now=NOW)

    def test_each_step_stands_in_a_history_that_is_only_added_to(self, asked, chief):
        request_reply(request=asked, user=chief, text="Đã nhận.", now=NOW)
        request_carry_out(request=asked, user=chief, text="Đã xóa.", now=NOW + timedelta(days=1))
        steps = list(asked.events.order_by("at", "pk"))
        assert [step.action for step in steps] == ["received", "replied", "done"]
        assert steps[1].unseal_field("sealed_note") == "Đã nhận."
        with pytest.raises(AppendOnlyError):
            steps[0].save()
        with pytest.raises(AppendOnlyError):
            asked.events.all().delete()

    def test_strangers_and_administrators_decide_nothing(self, asked, department):
        for user in (make_user(), make_superuser(), make_member(department, BoardRole.CHIEF)):
            with pytest.raises(PermissionDenied):
                request_carry_out(request=asked, user=user, text="Đã xóa.", now=NOW)

    def test_what_the_person_wrote_is_readable_nowhere(self, asked):
        assert not tables_holding(WISH)


class TestScreens:
    def test_the_list_shows_clocks_and_nothing_of_the_content(self, client, asked, chief):
        page = sign_in(client, chief).get(reverse("privacy_requests")).content.decode()
        assert asked.reference in page
        assert "22/03/2026" in page
        assert WISH not in page

    def test_the_content_is_shown_after_a_step_that_is_on_record(self, client, asked, chief):
        url = reverse("privacy_request", args=[asked.uid])
        assert WISH not in sign_in(client, chief).get(url).content.decode()
        before = PrivacyAudit.objects.filter(user=chief, action="read").count()
        assert WISH in client.post(url, {"act": "open"}).content.decode()
        assert PrivacyAudit.objects.filter(user=chief, action="read").count() == before + 1

    def test_a_decision_is_taken_on_the_screen(self, client, asked, chief):
        url = reverse("privacy_request", args=[asked.uid])
        sign_in(client, chief)
        assert client.post(url, {"act": "refuse", "refuse-text": "Không"}).status_code == 422
        client.post(url, {"act": "refuse", "refuse-text": "Không được.", "refuse-ground": "duty"})
        asked.refresh_from_db()
        assert asked.state == RequestState.REFUSED

    def test_a_request_on_paper_is_entered(self, client, visitor, chief, school):
        sign_in(client, chief)
        data = {
            "institution": school.pk,
            "kind": "erase",
            "method": "paper",
            "actor": "representative",
            "received": "2026-02-12",
            "reference": visitor.reference.lower(),
            "detail": WISH,
        }
        response = client.post(reverse("privacy_request_new"), data)
        assert response.status_code == 302
        asked = SubjectRequest.objects.get(method=Method.PAPER)
        assert (asked.submission, asked.actor) == (visitor.submission, Actor.REPRESENTATIVE)
        url = reverse("privacy_request", args=[asked.uid])
        client.post(url, {"act": "erase"})
        assert Submission.objects.exists()
        client.post(url, {"act": "erase", "sure": "on"})
        assert not Submission.objects.exists()

    @pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.HEAD])
    def test_who_has_no_duty_has_no_desk(self, client, asked, school, role):
        sign_in(client, make_member(school, role))
        assert client.get(reverse("privacy_requests")).status_code in (302, 403, 404)
        assert client.get(reverse("privacy_request", args=[asked.uid])).status_code in (302, 403, 404)

    def test_an_administrator_reads_nothing(self, client, asked):
        sign_in(client, make_superuser())
        response = client.post(reverse("privacy_request", args=[asked.uid]), {"act": "open"})
        assert response.status_code in (302, 403, 404)
        assert WISH not in response.content.decode()

    def test_the_authority_sees_numbers_and_no_request(self, client, asked, department):
        sign_in(client, make_member(department, BoardRole.CHIEF))
        page = client.get(reverse("privacy_requests_members")).content.decode()
        assert asked.institution.name in page
        assert asked.reference not in page
        assert client.get(reverse("privacy_request", args=[asked.uid])).status_code == 404

    def test_the_list_costs_the_same_with_many_rows(self, client, school, chief, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        sign_in(client, chief)
        request_open(institution=school, kind=RequestKind.VIEW, now=NOW)
        client.get(reverse("privacy_requests"))
        with CaptureQueriesContext(
            connection,
        ) as few:
            client.get(reverse("privacy_requests"))
        for _number in range(12):
            request_open(institution=school, kind=RequestKind.VIEW, now=NOW)
        with django_assert_num_queries(len(few)):
            client.get(reverse("privacy_requests"))

    def test_the_calendar_is_kept_at_the_top_only(self, client, chief, department):
        url = reverse("privacy_days:index")
        assert sign_in(client, chief).get(url).status_code in (302, 403, 404)
        sign_in(client, make_member(department, BoardRole.CHIEF))
        assert "16" in client.get(url).content.decode()


class TestEscalation:
    def test_who_reviews_is_reminded_the_head_is_told_then_the_authority(
        self, asked, chief, school, department
    ):
        head = make_member(school, BoardRole.HEAD)
        boss = make_member(department, BoardRole.CHIEF)
        Letter.objects.all().delete()
        assert requests_watch(now=NOW)["reminded"] == 1
        assert Letter.objects.get().user == chief
        assert requests_watch(now=NOW)["reminded"] == 0
        late = NOW + timedelta(days=3)  # reply was due on Wednesday
        assert requests_watch(now=late) == {"reminded": 0, "heads": 1, "authorities": 0}
        assert Letter.objects.filter(kind="privacy.requests_overdue").get().user == head
        assert requests_watch(now=late)["heads"] == 0
        later = NOW + timedelta(days=8)
        assert requests_watch(now=later)["authorities"] == 1
        letter = Letter.objects.filter(kind="privacy.member_requests").get()
        assert letter.user == boss
        assert not SubjectRequest.objects.overdue(date(2026, 3, 10)).filter(told_head_at=None).exists()

    def test_the_letter_to_the_authority_holds_numbers_only(self, asked, department, school):
        make_member(school, BoardRole.HEAD)
        make_member(department, BoardRole.CHIEF)
        requests_watch(now=NOW + timedelta(days=3))
        requests_watch(now=NOW + timedelta(days=8))
        letters_send()
        bodies = [m.body for m in mail.outbox if school.name in m.subject]
        assert bodies
        assert all(asked.reference not in body and WISH not in body for body in bodies)

    def test_recipients_are_reminded_and_then_those_who_answer_for_it(self, visitor, chief):
        share(visitor.submission)
        [notice] = revisions_open(submission=visitor.submission, kind="erased", now=NOW)
        assert notice.due_on == date(2026, 3, 4)
        assert revisions_watch(now=NOW + timedelta(days=1))["revision_reminders"] == 0
        assert revisions_watch(now=NOW + timedelta(days=3))["revision_reminders"] == 1
        assert revisions_watch(now=NOW + timedelta(days=3))["revision_reminders"] == 0
        assert revisions_watch(now=NOW + timedelta(days=9))["revisions_escalated"] == 1
        assert Letter.objects.filter(kind="privacy.revision_late").get().user == chief

    def test_all_of_it_ends(self, asked, chief):
        request_carry_out(request=asked, user=chief, text="Đã xóa.", now=NOW)
        sweep(NOW + timedelta(days=91), False)
        asked.refresh_from_db()
        assert (asked.sealed_detail, asked.sealed_reply) == ("", "")
        assert not any(event.sealed_note for event in asked.events.all())
        assert sweep(NOW + timedelta(days=731), True) == 1
        sweep(NOW + timedelta(days=731), False)
        assert not SubjectRequest.objects.exists()


class TestRevisions:
    def test_the_letter_goes_to_the_recipient_and_its_link_acknowledges(self, visitor, client, department):
        share(visitor.submission)
        visitor.open().act("correct:subject")
        visitor.confirm(subject="Cổng phụ ngập")
        letters_send()
        [letter] = [m for m in mail.outbox if m.to == [department.email]]
        assert "Cổng phụ" not in letter.body
        notice = RevisionNotice.objects.get()
        assert notice.state == RevisionState.SENT
        path = f"/quyen-rieng-tu/sua-doi/{notice.uid}/{acknowledge_token(notice)}/"
        assert path in letter.body
        page = client.get(path, headers={"host": visitor.host})
        assert visitor.reference in page.content.decode()
        assert "Cổng phụ" not in page.content.decode()
        client.post(path, headers={"host": visitor.host})
        notice.refresh_from_db()
        assert notice.state == RevisionState.ACKNOWLEDGED
        assert (notice.sealed_change, notice.reference) == ("", "")

    def test_a_wrong_token_is_a_404(self, visitor, client):
        share(visitor.submission)
        [notice] = revisions_open(submission=visitor.submission, kind="erased")
        wrong = f"/quyen-rieng-tu/sua-doi/{notice.uid}/{'0' * 40}/"
        assert client.get(wrong, headers={"host": visitor.host}).status_code == 404

    def test_those_in_charge_at_the_recipient_read_what_is_new(self, visitor, client, department):
        share(visitor.submission)
        visitor.open().act("correct:subject")
        visitor.confirm(subject="Cổng phụ ngập")
        notice = RevisionNotice.objects.get()
        sign_in(client, make_member(department, BoardRole.CHIEF))
        url = reverse("privacy_revision_received", args=[notice.uid])
        assert "Cổng phụ" not in client.get(url).content.decode()
        assert "Cổng phụ" in client.post(url, {"act": "open"}).content.decode()


class TestLostCodes:
    def ask(self, school, contact="nguyet@example.org"):
        return regrant_request(
            institution=school,
            contact=contact,
            explanation="Tôi gửi hôm thứ Hai.",
            secret="AAAA-BBBB-CCCC",
            language="vi",
            now=NOW,
        )

    def test_the_new_secret_goes_to_the_address_of_the_submission_and_the_old_one_dies(
        self, visitor, school, chief
    ):
        asked = self.ask(school, "NGUYET@example.org")
        old = visitor.secret
        regrant_approve(
            request=asked,
            submission_uid=str(visitor.submission.uid),
            user=chief,
            proof="Đã xem căn cước tại văn phòng",
            text="Mã mới được gửi vào thư điện tử.",
            now=NOW,
        )
        assert not tables_holding("nguyet@example.org")
        letters_send()
        [letter] = [
            m for m in mail.outbox if m.to == ["nguyet@example.org"] and granted_secret(asked) in m.body
        ]
        assert visitor.reference in letter.body
        assert visitor.open(secret=old).response.status_code == 422
        assert visitor.open(secret=granted_secret(asked)).response.status_code == 200

    def test_staff_never_see_the_new_secret(self, visitor, school, chief, client):
        asked = self.ask(school)
        sign_in(client, chief)
        url = reverse("privacy_request", args=[asked.uid])
        page = client.post(url, {"act": "open"}).content.decode()
        assert visitor.reference in page
        data = {
            "act": "grant",
            "grant-submission": str(visitor.submission.uid),
            "grant-proof": "Đã gọi lại số điện thoại",
            "grant-text": "Mã mới được gửi.",
        }
        page = client.post(url, data, follow=True).content.decode()
        asked.refresh_from_db()
        assert asked.state == RequestState.DONE
        assert granted_secret(asked) not in page

    def test_without_proof_or_with_another_submission_nothing_is_given(self, visitor, school, chief):
        asked = self.ask(school, "khac@example.org")
        for proof in ("", "Đã xem căn cước"):
            with pytest.raises(ValidationError):
                regrant_approve(
                    request=asked,
                    submission_uid=str(visitor.submission.uid),
                    user=chief,
                    proof=proof,
                    text="…",
                    now=NOW,
                )
        assert visitor.open().response.status_code == 200

    def test_the_public_page_answers_the_same_whoever_asks(self, visitor, client):
        pages = []
        for contact in ("nguyet@example.org", "khong-co@example.org"):
            host = {"host": visitor.host}
            stamp = client.get("/quyen-rieng-tu/mat-ma/", headers=host).context["stamp"]
            data = {"contact": contact, "explanation": "Hôm qua", "stamp": stamp, "website": ""}
            response = client.post("/quyen-rieng-tu/mat-ma/", data, headers=host)
            assert response.status_code == 200
            pages.append(response.content.decode().count("receipt__code"))
        assert pages == [2, 2]

    def test_the_state_is_looked_up_with_the_codes_of_the_request(self, visitor, school, chief):
        asked = self.ask(school)
        request_reply(request=asked, user=chief, text="Mời đến văn phòng.", now=NOW)
        visitor.open(asked.reference, "AAAA-BBBB-CCCC")
        assert "Mời đến văn phòng." in visitor.html
