from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from network.choices import InstitutionType
from privacy import codes, selectors
from privacy.choices import AuditAction
from privacy.models import (
    AppendOnlyError,
    ConsentEvent,
    Notice,
    PrivacyAudit,
    PublishedNoticeError,
    Purpose,
    Submission,
)
from privacy.services import audit_record, notice_publish
from tests.factories import make_institution

TEXTS = {"title": "Quy chế", "summary": "Tóm tắt", "body": "<p>Nội dung</p>", "changes": "Sửa mục 2"}


@pytest.mark.parametrize(
    "field", ["title", "body", "body_en", "summary", "number", "in_force_from", "changes"]
)
def test_a_published_notice_does_not_change(school, field):
    notice = Notice.objects.current(school)
    value = {"number": 9, "in_force_from": date(2020, 1, 1)}.get(field, "khác")
    setattr(notice, field, value)
    with pytest.raises(PublishedNoticeError, match=r"does not change|không thay đổi"):
        notice.save()


def test_a_published_notice_cannot_be_removed_or_changed_in_bulk(school):
    notice = Notice.objects.current(school)
    with pytest.raises(PublishedNoticeError):
        notice.delete()
    with pytest.raises(PublishedNoticeError):
        Notice.objects.update(title="khác")
    with pytest.raises(PublishedNoticeError):
        Notice.objects.all().delete()


def test_saving_a_published_notice_unchanged_is_no_error(school):
    notice = Notice.objects.current(school)
    before = notice.sha256
    notice.save()
    assert notice.sha256 == before == notice.fingerprint()


def test_a_number_is_given_once(school):
    copy = Notice.objects.current(school)
    copy.pk, copy._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)


def test_the_next_version_follows_and_the_earlier_one_stays(school):
    first = Notice.objects.current(school)
    second = notice_publish(institution=school, texts=TEXTS, approved_by=None)
    assert (first.number, second.number) == (1, 2)
    assert Notice.objects.current(school) == second
    assert Notice.objects.filter(pk=first.pk).exists()


def test_a_notice_is_in_force_from_its_day_on(school):
    tomorrow = timezone.localdate() + timedelta(days=1)
    coming = notice_publish(institution=school, texts=TEXTS, approved_by=None, in_force_from=tomorrow)
    assert Notice.objects.current(school) != coming
    assert Notice.objects.current(school, on=tomorrow) == coming


def test_an_institution_without_its_own_notice_shows_the_nearest_one_above(department):
    agency = make_institution("HS.P", "Phòng Giáo dục", InstitutionType.AGENCY, department)
    school = agency.add_child(code="HS.P1", name="Trường Mầm non Hoa Sen", type=InstitutionType.PRESCHOOL)
    assert Notice.objects.current(school).institution == agency
    assert [n.institution for n in Notice.objects.in_force(school)] == [agency, department]


def test_a_notice_speaks_the_readers_language(school):
    notice = Notice.objects.current(school)
    with translation.override("en"):
        assert notice.local_title == "Regulation on the protection of personal information"
    with translation.override("vi"):
        assert notice.local_title == "Quy chế bảo vệ thông tin cá nhân"


@pytest.mark.parametrize("days", [0, 100_000])
def test_nothing_is_kept_for_ever(school, days):
    with pytest.raises(IntegrityError), transaction.atomic():
        Purpose.objects.create(institution=school, form="x", code="y", text="z", retention_days=days)


def test_a_legal_duty_names_its_article(school):
    with pytest.raises(IntegrityError), transaction.atomic():
        Purpose.objects.create(
            institution=school, form="x", code="y", text="z", retention_days=9, legal_basis="law"
        )


def test_a_reference_has_no_letters_that_look_alike():
    for _turn in range(200):
        prefix, *rest = codes.new_reference("GY").split("-")
        assert prefix == "GY"
        assert [len(part) for part in rest] == [4, 4]
        assert not set("".join(rest)) & set("01ILOU")


def test_codes_are_understood_however_they_are_typed():
    assert codes.normalised_reference(" gy 7k3m9q2x") == "GY-7K3M-9Q2X"
    assert codes.normalised_secret("abcd efgh2345") == "ABCD-EFGH-2345"


def test_the_second_factor_is_stored_as_a_hash_only(sender):
    _reference, secret = sender.to_receipt().codes()
    submission = Submission.objects.get()
    assert secret not in submission.secret_hash
    assert submission.check_secret(secret.lower().replace("-", " "))
    assert not submission.check_secret("ABCD-EFGH-2345")


@pytest.mark.parametrize("model", [ConsentEvent, PrivacyAudit])
class TestProof:
    @pytest.fixture(autouse=True)
    def _sent(self, sender, school):
        sender.to_receipt()
        with transaction.atomic():
            audit_record(institution=school, action=AuditAction.DENY, object_ref="x")

    def test_an_entry_is_never_changed_or_removed(self, model):
        entry = model.objects.first()
        for act in (
            entry.save,
            entry.delete,
            model.objects.all().delete,
            lambda: model.objects.update(number=9),
            lambda: model.objects.bulk_update([entry], ["number"]),
        ):
            with pytest.raises(AppendOnlyError):
                act()

    def test_the_chain_holds_as_it_was_written(self, model, school):
        assert model.objects.count() >= 2
        assert selectors.broken_links(school, model) == []

    def test_an_edited_entry_shows(self, model, school):
        field = {"ConsentEvent": {"decision": "given"}, "PrivacyAudit": {"object_ref": "y"}}[model.__name__]
        last = model.objects.last()
        model._base_manager.filter(pk=last.pk).update(**field)
        assert selectors.broken_links(school, model) == [last.number]

    def test_an_entry_left_out_shows(self, model, school):
        first = model.objects.first()
        rows = model._base_manager.filter(pk=first.pk + 0)
        if model is PrivacyAudit:
            with transaction.atomic():
                audit_record(institution=school, action=AuditAction.DENY, object_ref="z")
            rows = model._base_manager.filter(number=2)
        rows._raw_delete(rows.db)
        assert selectors.broken_links(school, model)
