"""The scan of a signed agreement: sealed, for who keeps the register, and gone with the agreement."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from privacy.models import AgreementPaper, PrivacyAudit, Processor
from privacy.services import field_keys_rotate, papers, register_purge
from privacy.services.files import AGREEMENTS, ORPHAN_LIFE, orphans_sweep
from privacy.services.papers import papers_of
from tests.factories import make_member
from tests.privacy.register.test_screens import client_of, processor_of
from tests.privacy.remains import storage_holding, stored_files
from tests.privacy.sender import tables_holding
from tests.privacy.uploads import made

WORD = "HOPDONG5QX"


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "private"},
    }
    settings.STORAGES = settings.STORAGES | {"private": private}


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def processor(school) -> Processor:
    return processor_of(school)


def scan(name=f"{WORD}.pdf", data=None) -> SimpleUploadedFile:
    content = data or made.pdf(lambda book: book.docinfo.__setitem__("/Title", WORD))
    return SimpleUploadedFile(name, content)


def save(chief, processor, paper=None):
    data = {
        name: getattr(processor, name)
        for name in ("name", "what_for", "number", "signed_on", "valid_to", "commitments")
    }
    url = reverse("privacy_record", args=["processor", processor.pk])
    return client_of(chief).post(url, data | ({"paper": paper} if paper else {}))


@pytest.fixture
def paper(chief, processor) -> AgreementPaper:
    assert save(chief, processor, scan()).status_code == 302
    return AgreementPaper.objects.get()


def test_is_kept_sealed_and_shown_by_its_name(chief, processor, paper):
    assert tables_holding(WORD) == storage_holding(WORD) == []
    html = client_of(chief).get(reverse("privacy_record", args=["processor", processor.pk])).content.decode()
    assert f"{WORD}.pdf" in html
    assert papers_of(processor)[0]["paper"] == paper


def test_is_opened_as_a_download_and_that_is_on_record(chief, paper):
    response = client_of(chief).post(reverse("privacy_paper", args=[paper.uid]))
    assert response.getvalue().startswith(b"%PDF-")
    assert "attachment" in response["Content-Disposition"]
    entry = PrivacyAudit.objects.order_by("-number").first()
    assert (entry.action, entry.user, entry.object_ref) == (
        "read",
        chief,
        f"privacy.agreementpaper:{paper.uid}",
    )


def test_of_another_institution_is_a_404_and_the_attempt_is_on_record(department, school, paper):
    stranger = make_member(department, BoardRole.CHIEF)
    assert client_of(stranger).post(reverse("privacy_paper", args=[paper.uid])).status_code == 404
    entry = PrivacyAudit.objects.filter(action="deny").get()
    assert (entry.institution, entry.user) == (school, stranger)


def test_that_is_no_document_is_refused_at_its_field(chief, processor):
    response = save(chief, processor, scan("hop-dong.pdf", b"<html><script>"))
    assert response.status_code == 422
    assert response.context["form"].errors["paper"]
    assert not AgreementPaper.objects.exists()


def test_an_agreement_has_at_most_ten(chief, processor, paper, monkeypatch):
    monkeypatch.setattr(papers, "MOST_PAPERS", 1)
    response = save(chief, processor, scan())
    assert response.status_code == 422
    assert "1" in response.context["form"].errors["paper"][0]
    assert AgreementPaper.objects.count() == 1


def test_is_removed_with_its_bytes(chief, paper, django_capture_on_commit_callbacks):
    assert len(stored_files()) == 1
    with django_capture_on_commit_callbacks(execute=True):
        client_of(chief).post(reverse("privacy_paper", args=[paper.uid]), {"act": "remove"})
    assert not AgreementPaper.objects.exists()
    assert stored_files() == []


def test_goes_five_years_after_the_agreement_ended(processor, paper, django_capture_on_commit_callbacks):
    Processor.objects.update(ended_on=timezone.localdate())
    for years, left in ((4, 1), (6, 0)):
        with django_capture_on_commit_callbacks(execute=True):
            register_purge(timezone.now() + timedelta(days=365 * years))
        assert AgreementPaper.objects.count() == len(stored_files()) == left


def test_is_sealed_anew_with_a_new_key(chief, paper, settings):
    new = "moi:" + base64.b64encode(b"m" * 32).decode()
    settings.EDUSITE_FIELD_KEYS = [new, *settings.EDUSITE_FIELD_KEYS]
    assert field_keys_rotate()["privacy.AgreementPaper"] == 1
    assert papers_of(Processor.objects.get())[0]["name"] == f"{WORD}.pdf"


def test_bytes_without_a_row_are_swept(paper):
    storage = storages["private"]
    name = storage.save(f"{AGREEMENTS}/ab/abandoned", scan())
    assert orphans_sweep(timezone.now(), dry_run=False) == 0
    assert orphans_sweep(timezone.now() + 2 * ORPHAN_LIFE, dry_run=False) == 1
    assert stored_files() == [paper.stored_as]
    assert not storage.exists(name)
