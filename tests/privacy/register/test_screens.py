"""The screens of the register, as each kind of person meets them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text

from editorial.desk import desk_for
from editorial.desk.privacy import PrivacyRegisterPart
from editorial.services.board import board_member_add
from network.choices import InstitutionType
from privacy.choices import ActivityStatus
from privacy.models import (
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    Purpose,
    Recipient,
    TransferAgreement,
)
from privacy.register.selectors import register_states
from privacy.services import activity_submit, activity_touch, notice_draft
from tests.factories import make_institution, make_member, make_superuser
from tests.privacy.register.conftest import appoint

TODAY = date(2026, 11, 22)


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def processor_of(institution, *, days=30, **fields):
    today = timezone.localdate()
    values = {
        "name": "Công ty lưu trữ",
        "what_for": "lưu trữ máy chủ",
        "number": "05/HĐ",
        "commitments": "bảo mật",
    }
    dates = {"signed_on": today - timedelta(days=100), "valid_to": today + timedelta(days=days)}
    return Processor.objects.create(institution=institution, **values | dates | fields)


def purpose_rows(*rows, initial=0):
    """The data of a formset of purposes."""
    data = {"purpose-TOTAL_FORMS": str(len(rows)), "purpose-INITIAL_FORMS": str(initial)}
    base = {"legal_basis": "consent", "retention_starts": "submit", "at_end": "erase"}
    for number, row in enumerate(rows):
        data |= {f"purpose-{number}-{name}": value for name, value in (base | row).items()}
    return data


class TestWhoOpensIt:
    @pytest.mark.parametrize("role", ["chief", "head"])
    def test_who_leads_the_board_goes_straight_to_the_register(self, school, role):
        client = client_of(make_member(school, role))
        response = client.get(reverse("privacy_register"))
        assert response.url == reverse("privacy_register_site", args=[school.pk])
        assert "Phản ánh, kiến nghị, góp ý" in client.get(response.url).content.decode()

    def test_an_officer_opens_it_and_the_menu_shows_it(self, school, chief):
        officer = make_member(school, "author")
        url = reverse("privacy_register_site", args=[school.pk])
        assert client_of(officer).get(url).status_code == 302
        appoint(school, officer)
        client = client_of(officer)
        assert client.get(url).status_code == 200
        assert "/admin/privacy/register/" in client.get("/admin/").content.decode()

    @pytest.mark.parametrize("make", [make_superuser, lambda: None])
    def test_an_administrator_and_a_stranger_do_not(self, school, make):
        user = make()
        client = client_of(user) if user else Client()
        assert client.get(reverse("privacy_register_site", args=[school.pk])).status_code == 302

    def test_the_authority_sees_numbers_and_opens_no_members_register(self, school, department):
        client = client_of(make_member(department, "chief"))
        html = client.get(reverse("privacy_register_members")).content.decode()
        assert school.name in html
        assert reverse("privacy_register_site", args=[school.pk]) not in html
        assert client.get(reverse("privacy_register_site", args=[school.pk])).status_code == 404

    def test_a_school_has_no_list_of_members(self, chief):
        assert client_of(chief).get(reverse("privacy_register_members")).status_code == 302

    def test_who_serves_two_boards_chooses(self, school, other_school, chief):
        board_member_add(institution=other_school, role="chief", user=chief)
        html = client_of(chief).get(reverse("privacy_register")).content.decode()
        assert school.name in html
        assert other_school.name in html

    def test_the_list_costs_the_same_for_few_and_for_many(self, school, department, chief):
        def cost():
            client = client_of(chief)
            client.get(reverse("privacy_register"))
            with CaptureQueriesContext(connection) as caught:
                client.get(reverse("privacy_register"), {"q": ""})
            return len(caught)

        for number in range(2):
            other = make_institution(f"HS1{number}", f"Trường {number}", InstitutionType.PRIMARY, department)
            board_member_add(institution=other, role="chief", user=chief)
        before = cost()
        for number in range(2, 5):
            other = make_institution(f"HS1{number}", f"Trường {number}", InstitutionType.PRIMARY, department)
            board_member_add(institution=other, role="chief", user=chief)
        assert cost() == before


class TestActivity:
    def test_a_new_one_is_written_handed_in_and_approved_on_screen(self, school, chief, head):
        client = client_of(chief)
        data = {"name": "Camera cổng trường", "unit": "Bảo vệ"} | purpose_rows(
            {"text": "bảo đảm an toàn", "retention_days": "15"}, {"text": ""}
        )
        response = client.post(reverse("privacy_activity_add", args=[school.pk]), data)
        activity = ProcessingActivity.objects.get(institution=school, name="Camera cổng trường")
        assert response.url == reverse("privacy_activity", args=[activity.pk])
        assert (activity.code, activity.status) == ("camera-cong-truong", ActivityStatus.DRAFT)
        assert Purpose.objects.get(activity=activity).code == "bao-dam-an-toan"
        client.post(reverse("privacy_activity_act", args=[activity.pk, "submit"]))
        client = client_of(head)
        page = client.get(reverse("privacy_activity", args=[activity.pk]))
        seen = page.context["seen"]
        client.post(reverse("privacy_activity_act", args=[activity.pk, "approve"]), {"seen": seen})
        activity.refresh_from_db()
        assert activity.status == ActivityStatus.APPROVED

    def test_a_button_adds_a_row_without_script_and_keeps_what_was_typed(self, school, chief):
        data = {"name": "X", "more": "1"} | purpose_rows({"text": "một"})
        response = client_of(chief).post(reverse("privacy_activity_add", args=[school.pk]), data)
        html = response.content.decode()
        assert 'name="purpose-1-text"' in html
        assert 'value="một"' in html or ">một</textarea>" in html
        assert not ProcessingActivity.objects.filter(institution=school, name="X").exists()

    def test_a_law_without_its_article_is_refused_beside_the_field(self, school, chief):
        data = {"name": "X"} | purpose_rows({"text": "một", "retention_days": "9", "legal_basis": "law"})
        response = client_of(chief).post(reverse("privacy_activity_add", args=[school.pk]), data)
        assert response.status_code == 422
        assert response.context["rows"].forms[0].errors["citation"]

    @pytest.mark.parametrize("days", ["0", "99999", "-4", "x"])
    def test_no_purpose_is_kept_for_ever(self, school, chief, days):
        data = {"name": "X"} | purpose_rows({"text": "một", "retention_days": days})
        assert (
            client_of(chief).post(reverse("privacy_activity_add", args=[school.pk]), data).status_code == 422
        )

    def test_a_change_shows_beside_what_was_approved(self, school, activity, chief):
        client = client_of(chief)
        rows = activity.described()["purposes"]
        data = {"name": activity.name, "unit": "Tổ Văn phòng"} | purpose_rows(
            *({"text": r["text"], "code": r["code"], "retention_days": "30"} for r in rows), initial=len(rows)
        )
        client.post(reverse("privacy_activity_edit", args=[activity.pk]), data)
        page = client.get(reverse("privacy_activity", args=[activity.pk]))
        assert "<del>365</del><ins>30</ins>" in page.content.decode()
        assert Purpose.objects.get(institution=school, form="feedback", code="handle").retention_days == 365

    def test_the_reason_of_a_return_stands_on_top_until_it_is_handed_in_again(
        self, draft_activity, chief, head
    ):
        activity_submit(activity=draft_activity, user=chief)
        url = reverse("privacy_activity_act", args=[draft_activity.pk, "return"])
        client_of(head).post(url, {"reason": "Giữ lâu quá"})
        page = client_of(chief).get(reverse("privacy_activity", args=[draft_activity.pk]))
        assert page.context["returned"] == "Giữ lâu quá"
        activity_submit(activity=draft_activity, user=chief)
        page = client_of(chief).get(reverse("privacy_activity", args=[draft_activity.pk]))
        assert "returned" not in page.context

    def test_an_act_that_does_not_exist_is_not_found(self, activity, chief):
        url = reverse("privacy_activity_act", args=[activity.pk, "khac"])
        assert client_of(chief).post(url).status_code == 404


class TestRecords:
    def transfer(self, recipient, **changes):
        data = dict.fromkeys(TransferAgreement.CONTENTS, "như trong văn bản")
        data |= {
            "recipient": recipient.pk,
            "number": "01/TT",
            "signed_on": "2026-01-05",
            "valid_to": "2027-01-05",
        }
        return data | changes

    def test_an_agreement_has_all_seven_contents(self, school, chief):
        recipient = Recipient.objects.filter(institution=school).first()
        client, url = client_of(chief), reverse("privacy_record_add", args=[school.pk, "transfer"])
        for name in TransferAgreement.CONTENTS:
            assert client.post(url, self.transfer(recipient, **{name: ""})).status_code == 422
        assert len(TransferAgreement.CONTENTS) == 7
        assert client.post(url, self.transfer(recipient)).status_code == 302
        assert TransferAgreement.objects.get(recipient=recipient).institution == school

    def test_sensitive_information_is_not_transferred_in_clear(self, school, chief):
        recipient = Recipient.objects.filter(institution=school).first()
        client, url = client_of(chief), reverse("privacy_record_add", args=[school.pk, "transfer"])
        response = client.post(url, self.transfer(recipient, is_sensitive="on"))
        assert response.context["form"].errors["is_encrypted"]
        assert (
            client.post(url, self.transfer(recipient, is_sensitive="on", is_encrypted="on")).status_code
            == 302
        )

    def test_a_recipient_of_another_institution_cannot_be_chosen(self, school, other_school, chief):
        foreign = Recipient.objects.filter(institution=other_school).first()
        url = reverse("privacy_record_add", args=[school.pk, "transfer"])
        assert client_of(chief).post(url, self.transfer(foreign)).status_code == 422

    def test_what_people_were_asked_about_is_not_reworded(self, school, chief):
        recipient = Recipient.objects.filter(institution=school).first()
        client, url = client_of(chief), reverse("privacy_record", args=["recipient", recipient.pk])
        assert client.get(url).context["form"] is None
        data = {"name": "Công ty X", "kind": "company", "what_for": "quảng cáo"}
        assert client.post(url, data).status_code == 422
        recipient.refresh_from_db()
        assert recipient.name != "Công ty X"

    def test_asking_for_a_recipient_stops_at_once_and_the_activity_is_looked_at_again(self, school, chief):
        recipient = Recipient.objects.filter(institution=school, purposes__isnull=False).first()
        form = recipient.purposes.first().form
        client_of(chief).post(reverse("privacy_record_end", args=["recipient", recipient.pk]))
        recipient.refresh_from_db()
        assert not recipient.is_active
        assert ProcessingActivity.objects.get(institution=school, code=form).status == ActivityStatus.OUTDATED

    def test_an_unknown_kind_of_record_is_not_found(self, school, chief):
        assert (
            client_of(chief).get(reverse("privacy_record_add", args=[school.pk, "khac"])).status_code == 404
        )

    def test_a_processor_stands_on_the_public_register_while_its_agreement_runs(self, school, activity):
        processor = processor_of(school)
        processor.activities.add(activity)

        def page():
            return (
                Client()
                .get("/thong-tin-ca-nhan/bieu-mau/", headers={"host": school.site.hostname})
                .content.decode()
            )

        assert "Công ty lưu trữ" in page()
        Processor.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
        assert "Công ty lưu trữ" not in page()


class TestOfficers:
    def data(self, person):
        return {
            "person": person.pk,
            "decision": "12/QĐ-THĐC",
            "appointed_on": f"{timezone.localdate():%Y-%m-%d}",
            "is_qualified": "on",
        }

    def test_the_head_appoints_and_the_officer_takes_over(self, school, chief, head):
        officer = make_member(school, "editor")
        url = reverse("privacy_officer_add", args=[school.pk])
        assert client_of(chief).post(url, self.data(officer)).status_code == 302
        assert not PrivacyOfficer.objects.exists()
        client_of(head).post(url, self.data(officer))
        assert PrivacyOfficer.objects.get(institution=school).user == officer

    def test_nobody_from_outside_the_board_is_appointed(self, school, other_school, head):
        outsider = make_member(other_school, "editor")
        url = reverse("privacy_officer_add", args=[school.pk])
        assert client_of(head).post(url, self.data(outsider)).status_code == 422

    def test_an_appointment_ends_and_stays_on_record(self, school, head):
        officer = appoint(school, make_member(school, "editor"))
        url = reverse("privacy_officer_end", args=[officer.pk])
        client_of(head).post(url, {"ends_on": f"{timezone.localdate():%Y-%m-%d}"})
        officer.refresh_from_db()
        assert officer.ends_on == timezone.localdate()


class TestNotice:
    def test_it_is_drafted_handed_in_and_approved_on_screen(self, school, chief, head):
        client = client_of(chief)
        response = client.post(reverse("privacy_notices", args=[school.pk]), {"full": "1"})
        draft = Notice.objects.get(institution=school, number=0)
        assert response.url == reverse("privacy_notice_edit", args=[draft.pk])
        form = client.get(response.url).context["form"]
        data = {name: form[name].value() or "" for name in form.fields}
        data |= {name: rich_text(data[name]) for name in ("body", "body_en")}
        data |= {"title": "Quy chế mới của trường", "changes": "Tên mới", "submit": "1"}
        assert client.post(response.url, data).status_code == 302
        client = client_of(head)
        page = client.get(response.url)
        decision = {"seen": page.context["decision"]["seen"].value(), "announced_days": "7"}
        decision["in_force_from"] = f"{timezone.localdate():%Y-%m-%d}"
        client.post(reverse("privacy_notice_act", args=[draft.pk, "approve"]), decision)
        assert Notice.objects.current(school).title == "Quy chế mới của trường"

    def test_its_writer_is_told_that_another_decides(self, school, chief, head):
        draft = notice_draft(institution=school, user=head)
        Notice.objects.filter(pk=draft.pk)
        draft.submitted_at = timezone.now()
        draft.save()
        page = client_of(head).get(reverse("privacy_notice_edit", args=[draft.pk]))
        assert not page.context["may_decide"]
        assert client_of(chief).get(page.wsgi_request.path).context["may_decide"]


class TestDesk:
    def part(self, user):
        return PrivacyRegisterPart().context(desk_for(user, timezone.now()))

    def test_it_lists_what_waits_what_changed_and_what_runs_out(self, school, draft_activity, chief, head):
        assert self.part(head) is None
        activity_submit(activity=draft_activity, user=chief)
        activity_touch(institution=school, code="feedback", what="form")
        processor_of(school, days=20)
        part = self.part(head)
        assert (len(part["waiting"]), len(part["outdated"]), len(part["agreements"])) == (1, 1, 1)
        html = client_of(head).get("/admin/").content.decode()
        assert reverse("privacy_activity", args=[draft_activity.pk]) in html

    def test_an_author_and_an_administrator_have_none(self, school, draft_activity, chief):
        activity_submit(activity=draft_activity, user=chief)
        assert self.part(make_member(school, "author")) is None
        assert self.part(make_superuser()) is None

    def test_it_costs_the_same_for_one_row_and_for_many(self, school, chief):
        def cost():
            with CaptureQueriesContext(connection) as caught:
                self.part(type(chief).objects.get(pk=chief.pk))
            return len(caught)

        processor_of(school)
        before = cost()
        for _turn in range(4):
            processor_of(school)
        assert cost() == before

    def test_states_cost_the_same_for_one_institution_and_for_many(self, school, other_school, department):
        with CaptureQueriesContext(connection) as one:
            register_states([school.pk], on=TODAY)
        with CaptureQueriesContext(connection) as many:
            register_states([school.pk, other_school.pk, department.pk], on=TODAY)
        assert len(one) == len(many)
