"""The register of certificates and its look-up (W8.12)."""

import re
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from common.jobs import STALE_AFTER, JobState
from editorial.choices import BoardRole
from enrolment.certificates import admin_views, loading, services
from enrolment.certificates.keys import certificate_reindexed
from enrolment.certificates.loading import batch_run
from enrolment.certificates.services import (
    batch_confirm,
    batch_create,
    batch_propose,
    batch_refuse,
    batch_store,
    batches_purge,
    certificate_read,
    change_decide,
    change_propose,
)
from enrolment.choices import CertificateStatus, RegisterState
from enrolment.models import Certificate, CertificateBatch
from privacy.models import PrivacyAudit
from tests.enrolment.making import make_officers
from tests.factories import make_member

HEADER = "Số hiệu,Số vào sổ,Họ và tên,Ngày sinh,Loại,Ngày cấp,Số quyết định,Ngày quyết định"
ROWS = (
    "A 1234567,2026/01,Nguyễn Thị Mơ,05/09/2008,thpt,15/08/2026,1234/QĐ-SGDĐT,10/08/2026",
    "A 1234568,2026/02,Trần Văn Đá,06/09/2008,thpt,15/08/2026,1234/QĐ-SGDĐT,10/08/2026",
)
HELD = {"number": "a1234567", "name": "nguyen thi mo", "birth": "5/9/2008"}


@pytest.fixture
def officers(department):
    return make_officers(department)


def list_of(*rows: str) -> ContentFile:
    return ContentFile("\n".join((HEADER, *(rows or ROWS))).encode("utf-8-sig"), name="so-goc.csv")


def tried(institution, user, *rows: str) -> CertificateBatch:
    batch = batch_create(file=list_of(*rows), institution=institution, user=user)
    batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    return batch


def stored(institution, user, *rows: str) -> CertificateBatch:
    batch = tried(institution, user, *rows)
    batch_store(batch=batch, user=user)
    batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    return batch


def confirmed(institution, editor, chief) -> Certificate:
    batch = stored(institution, editor)
    batch_propose(batch=batch, user=editor)
    batch_confirm(batch=batch, user=chief)
    return next(
        c for c in Certificate.objects.all() if c.unseal_field("sealed_body")["number"] == "A 1234567"
    )


def verify(institution, address: str = "/van-bang/", **entered: str):
    host = institution.site.hostname
    headers = {"host": host, "origin": f"http://{host}"}
    return Client(enforce_csrf_checks=True).post(address, entered, headers=headers)


def text(response) -> str:
    return response.content.decode()


def test_a_list_is_tried_stored_sealed_and_its_file_deleted(department, officers):
    batch = tried(department, officers[0])
    assert (batch.state, batch.is_checked, Certificate.objects.count()) == (JobState.DONE, True, 0)
    batch_store(batch=batch, user=officers[0])
    batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.register_state, batch.file.name, Certificate.objects.count()) == (
        RegisterState.READY,
        "",
        2,
    )
    for row in Certificate.objects.values():
        assert not any(plain in str(row) for plain in ("Mơ", "1234567", "05092008", "Đá"))


def test_every_mistake_is_told_with_its_cell_and_nothing_is_stored(department, officers):
    stored(department, officers[0])
    batch = tried(
        department,
        officers[0],
        ROWS[0],
        ROWS[1].replace("A 1234568", ""),
        ROWS[1].replace("1234568", "1234569").replace("thpt", "x"),
    )
    assert (batch.wrong, batch.is_checked) == (3, False)
    assert [fault["cell"] for fault in batch.faults] == ["A2", "A3", "E4"]
    with pytest.raises(ValidationError):
        batch_store(batch=batch, user=officers[0])


def test_a_second_person_confirms(department, officers):
    batch = stored(department, officers[0])
    batch_propose(batch=batch, user=officers[0])
    with pytest.raises(ValidationError, match=r"second person|người thứ hai"):
        batch_confirm(batch=batch, user=officers[0])
    assert not Certificate.objects.filter(is_confirmed=True).exists()
    batch_confirm(batch=batch, user=officers[1])
    assert Certificate.objects.filter(is_confirmed=True).count() == 2


def test_a_list_that_is_refused_goes_with_its_rows(department, officers):
    batch = stored(department, officers[0])
    batch_refuse(batch=batch, user=officers[1])
    assert not Certificate.objects.exists()


def test_a_list_that_was_only_tried_can_be_thrown_away_with_its_file(
    department, officers, django_capture_on_commit_callbacks
):
    batch = tried(department, officers[0], ROWS[0].replace("thpt", "x"))
    storage, name = batch.file.storage, batch.file.name
    client = Client()
    client.force_login(officers[1])
    address = reverse("enrolment_certificate_batch", args=[batch.uid])
    assert 'value="refuse"' in text(client.get(address))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"act": "refuse"})
    batch.refresh_from_db()
    assert (batch.register_state, batch.file.name, batch.faults) == (RegisterState.REFUSED, "", [])
    assert not storage.exists(name)
    assert 'value="refuse"' not in text(client.get(address))


def test_while_the_worker_has_a_list_its_page_shows_how_far_it_is(department, officers):
    batch = tried(department, officers[0])
    CertificateBatch.objects.filter(pk=batch.pk).update(
        state=JobState.RUNNING, heartbeat_at=timezone.now(), done=500, total=2000
    )
    client = Client()
    client.force_login(officers[0])
    page = text(client.get(reverse("enrolment_certificate_batch", args=[batch.uid])))
    status = reverse("enrolment_certificate_batch_status", args=[batch.uid])
    assert f'data-provisioning-status="{status}"' in page
    assert 'value="25"' in page
    assert str(RegisterState.CHECKED.label) not in page, "the bar says how it stands, and nothing else does"
    assert 'name="act"' not in page
    found = client.get(status).json()
    assert (found["done"], found["total"], found["busy"]) == (500, 2000, True)
    assert client.post(status, {"act": "refuse"}).status_code == 405
    with pytest.raises(ValidationError):
        batch_refuse(batch=batch, user=officers[0])
    stranger = Client()
    stranger.force_login(make_member(department, BoardRole.AUTHOR))
    assert stranger.get(status).status_code == 404


def test_whoever_looks_how_far_a_list_is_has_it_taken_up_again(department, officers, monkeypatch):
    batch = tried(department, officers[0])
    monkeypatch.setattr(services, "run_certificate_batch", SimpleNamespace(enqueue=lambda pk: None))
    past = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    CertificateBatch.objects.filter(pk=batch.pk).update(state=JobState.RUNNING, heartbeat_at=past)
    client = Client()
    client.force_login(officers[0])
    client.get(reverse("enrolment_certificate_batch_status", args=[batch.uid]))
    batch.refresh_from_db()
    assert batch.state == JobState.QUEUED


def test_a_page_says_that_there_are_more_mistakes_than_it_names(department, officers, monkeypatch):
    monkeypatch.setattr(loading, "SHOWN_FAULTS", 2)
    monkeypatch.setattr(admin_views, "SHOWN_FAULTS", 2)
    client = Client()
    client.force_login(officers[0])
    with translation.override("vi"):
        said = gettext("Only the first %(number)s mistakes are kept. Correct them first.") % {"number": 2}
    for rows, is_cut in (
        ((ROWS[0].replace("thpt", "x"), ROWS[1]), False),
        ((ROWS[0].replace("thpt", "x"),) * 3, True),
    ):
        batch = tried(department, officers[0], *rows)
        page = text(client.get(reverse("enrolment_certificate_batch", args=[batch.uid])))
        assert (said in page) is is_cut


def test_another_institution_has_no_hand_in_it(department, school, officers):
    stranger = make_member(school, BoardRole.CHIEF)
    batch = stored(department, officers[0])
    with pytest.raises(PermissionDenied):
        batch_propose(batch=batch, user=stranger)
    client = Client()
    client.force_login(stranger)
    certificate = Certificate.objects.first()
    assert client.get(reverse("enrolment_certificate_batch", args=[batch.uid])).status_code == 404
    assert client.get(reverse("enrolment_certificate", args=[certificate.uid])).status_code == 404


class TestVerifying:
    def test_what_somebody_knows_is_confirmed_and_nothing_else_told(self, department, officers):
        confirmed(department, *officers)
        response = verify(department, **HELD)
        assert "alert--success" in text(response)
        for more in ("Mơ", "2026/01", "1234/Q", "15/08/2026"):
            assert more not in text(response)
        assert not response.cookies

    @pytest.mark.parametrize(
        "wrong", [{"number": "A 1234568"}, {"name": "Nguyễn Thị Mây"}, {"birth": "06/09/2008"}]
    )
    def test_one_wrong_entry_and_an_unknown_number_are_one_answer(self, department, officers, wrong):
        confirmed(department, *officers)
        miss, unknown = verify(department, **HELD | wrong), verify(department, **HELD | {"number": "Z 9"})
        assert miss.content == unknown.content
        assert "alert--success" not in text(miss)
        assert len(miss.content) == len(verify(department, **HELD).content)

    def test_what_is_not_confirmed_answers_nobody(self, department, officers):
        stored(department, officers[0])
        assert "alert--success" not in text(verify(department, **HELD))

    def test_another_site_does_not_answer_for_it(self, department, school, officers):
        confirmed(department, *officers)
        assert "alert--success" not in text(verify(school, **HELD))

    def test_the_code_of_the_paper_opens_nothing_without_the_date_of_birth(self, department, officers):
        certificate = confirmed(department, *officers)
        address = f"/van-bang/{certificate.uid}/"
        page = Client().get(address, headers={"host": department.site.hostname})
        assert page.status_code == 200
        assert 'name="number"' not in text(page)
        assert "Mơ" not in text(page)
        assert "alert--success" in text(verify(department, address, birth="05/09/2008"))
        assert "alert--success" not in text(verify(department, address, birth="05/09/2007"))

    def test_from_the_code_of_one_paper_a_way_leads_to_the_form_for_another(self, department, officers):
        certificate = confirmed(department, *officers)
        headers = {"host": department.site.hostname}
        coded = text(Client().get(f"/van-bang/{certificate.uid}/", headers=headers))
        assert '<a href="/van-bang/">' in coded.partition("<main")[2]
        assert (
            '<a href="/van-bang/">'
            not in text(Client().get("/van-bang/", headers=headers)).partition("<main")[2]
        )

    def test_who_guesses_is_stopped(self, department, officers):
        confirmed(department, *officers)
        statuses = [verify(department, **HELD | {"birth": f"{n + 10}/09/2008"}).status_code for n in range(6)]
        assert statuses == [200] * 5 + [429]
        assert "alert--success" not in text(verify(department, **HELD))


class TestChanges:
    def test_a_revocation_by_two_people_is_told(self, department, officers):
        certificate = confirmed(department, *officers)
        values = {
            "status": CertificateStatus.REVOKED,
            "decision": "9/QĐ",
            "decided_on": date(2026, 9, 1),
            "reason": "Gian lận",
        }
        change = change_propose(certificate=certificate, user=officers[0], **values)
        with pytest.raises(ValidationError, match=r"second person|người thứ hai"):
            change_decide(change=change, user=officers[0], agrees=True)
        change_decide(change=change, user=officers[1], agrees=True)
        answer = text(verify(department, **HELD))
        title = re.search(r'class="alert__title">(.*?)</p>', answer.partition("<main")[2], re.DOTALL)[1]
        with translation.override("vi"):
            assert pgettext("certificate", "Revoked") in title, (
                "a level of urgency says nothing about a paper"
            )
        assert "alert--danger" in answer
        assert "01/09/2026" in answer
        assert "Gian lận" not in answer

    def test_who_verifies_a_corrected_one_is_sent_to_the_decision(self, department, officers):
        certificate = confirmed(department, *officers)
        told = _(
            "Entries of this certificate were corrected: ask the holder for the decision and compare it with the paper."
        )
        with translation.override("vi"):
            assert str(told) not in text(verify(department, **HELD))
            change = change_propose(
                certificate=certificate,
                user=officers[0],
                status=CertificateStatus.CORRECTED,
                decision="9/QĐ",
                decided_on=date(2026, 9, 1),
                reason="Sai ngày sinh",
            )
            self._is_on_the_desk_of_the_second(department, certificate, officers)
            change_decide(change=change, user=officers[1], agrees=True)
            assert str(told) in text(verify(department, **HELD))

    def _is_on_the_desk_of_the_second(self, department, certificate, officers):
        """By what it is and the number of the decision; whoever proposed it can withdraw it, the second reads who that was."""
        words = _("Change of a certificate: %(status)s, decision %(decision)s")
        address = reverse("enrolment_certificate", args=[certificate.uid])
        for user, is_second in ((officers[0], False), (officers[1], True)):
            client = Client(headers={"host": department.site.hostname})
            client.force_login(user)
            desk, page = text(client.get(reverse("wagtailadmin_home"))), text(client.get(address))
            shown = words % {"status": CertificateStatus.CORRECTED.label, "decision": "9/QĐ"}
            assert (shown in desk) is is_second
            assert (str(pgettext("certificate", "Withdraw the proposal")) in page) is not is_second
            assert officers[0].get_full_name() in page.partition("<main")[2]

    def test_who_verifies_one_that_was_issued_again_is_told_to_compare_the_day(self, department, officers):
        certificate = confirmed(department, *officers)
        told = _(
            "This certificate was issued again: a paper of an earlier day is not valid any more. Compare the day of issue on the "
            "paper."
        )
        with translation.override("vi"):
            assert str(told) not in text(verify(department, **HELD))
            change = change_propose(
                certificate=certificate,
                user=officers[0],
                status=CertificateStatus.REISSUED,
                decision="9/QĐ",
                decided_on=date(2026, 9, 1),
                reason="Ghi sai họ tên",
            )
            change_decide(change=change, user=officers[1], agrees=True)
            answer = text(verify(department, **HELD))
        assert str(told) in answer
        assert "01/09/2026" in answer
        assert "Ghi sai" not in answer

    def test_what_fits_the_present_status_is_preset_and_nothing_else_is_taken(self, department, officers):
        certificate = confirmed(department, *officers)
        editor, chief = Client(), Client()
        editor.force_login(officers[0])
        chief.force_login(officers[1])
        address = reverse("enrolment_certificate", args=[certificate.uid])
        entered = {"act": "change", "decision": "9/QĐ", "decided_on": "01/09/2026", "reason": "Sai ngày sinh"}
        offered = {
            "issued": ["corrected", "reissued", "revoked"],
            "corrected": ["corrected", "reissued", "revoked"],
            "revoked": ["issued", "corrected", "reissued"],
        }
        for present, to in (("issued", "corrected"), ("corrected", "corrected"), ("corrected", "revoked")):
            screen = text(editor.get(address))
            assert re.findall(r'<option value="(\w+)"', screen) == offered[present]
            assert re.findall(r'<option value="(\w+)" selected', screen) == offered[present][:1]
            certificate.refresh_from_db()
            assert f"{certificate.get_status_display()}, " in screen
            assert f"{certificate.status_on:%d/%m/%Y}." in screen
            assert editor.post(address, entered | {"status": to}).status_code == 302
            assert 'name="decision"' not in text(editor.get(address)), "one change at a time"
            change = certificate.changes.filter(state=RegisterState.PROPOSED).get()
            chief.post(address, {"act": "confirm", "change": change.pk})
        assert re.findall(r'<option value="(\w+)"', text(editor.get(address))) == offered["revoked"]
        assert editor.post(address, entered | {"status": "revoked"}).status_code == 422

    def test_each_reading_of_an_officer_is_on_record(self, department, officers):
        certificate = confirmed(department, *officers)
        before = PrivacyAudit.objects.count()
        assert certificate_read(certificate=certificate, user=officers[0])["name"] == "Nguyễn Thị Mơ"
        assert PrivacyAudit.objects.count() == before + 1
        assert PrivacyAudit.objects.order_by("-number").first().user == officers[0]


def test_a_number_is_found_under_a_new_key(department, officers, settings):
    certificate = confirmed(department, *officers)
    settings.EDUSITE_FIELD_KEYS = [
        "new:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoyMzQ1Njc=",
        *settings.EDUSITE_FIELD_KEYS,
    ]
    assert "alert--success" in text(verify(department, **HELD))
    before = certificate.digest
    certificate_reindexed(certificate)
    assert certificate.digest != before


def test_files_that_were_not_stored_go_after_a_week(department, officers):
    batch = tried(department, officers[0])
    assert batches_purge(now=timezone.now() + timedelta(days=6)) == 0
    assert batches_purge(now=timezone.now() + timedelta(days=8)) == 1
    batch.refresh_from_db()
    assert batch.file.name == ""


def test_an_officer_goes_the_whole_way_in_the_admin(department, officers):
    editor, chief = Client(), Client()
    editor.force_login(officers[0])
    chief.force_login(officers[1])
    done = editor.post(
        reverse("enrolment_certificates"), {"act": "upload", "institution": department.pk, "file": list_of()}
    )
    batch = CertificateBatch.objects.get()
    address = done["Location"]
    batch_run(batch_id=batch.pk)
    assert 'value="store"' in text(editor.get(address))
    editor.post(address, {"act": "store"})
    batch_run(batch_id=batch.pk)
    editor.post(address, {"act": "propose"})
    assert 'value="confirm"' not in text(editor.get(address))
    chief.post(address, {"act": "confirm"})
    found = chief.post(
        reverse("enrolment_certificates"),
        {"act": "find", "one-institution": department.pk, "one-number": "A1234567"},
    )
    page = chief.get(found["Location"])
    assert "data:image/svg+xml;base64," in text(page)
    assert "Mơ" not in text(page)
    assert "Mơ" in text(chief.post(found["Location"], {"act": "open"}))
