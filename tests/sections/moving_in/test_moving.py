"""A former site becomes drafts: with its pictures and files, its old addresses, and a report of the rest."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import translation
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from network.models import Institution
from sections.exchange.choices import Source, Work
from sections.exchange.services.batches import batch_start
from sections.exchange.services.media import media_drop
from sections.exchange.services.runner import batch_run
from sections.models import ArticlePage, DocumentPage, ImportBatch, InformationPage, NewsIndexPage
from sections.moving_in.services import site_create
from tests.factories import make_institution, make_member, make_page, section_of
from tests.sections.moving_in.former import TABLES, wxr

OTHER = {"title": "Bài khác", "author_name": "Tổ Văn", "source_name": "Nhà trường"}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        institution = make_institution()
        yield institution.pk, make_member(institution, "author").pk
        transaction.set_rollback(True)


@pytest.fixture
def institution(db, built):
    return Institution.objects.select_related("site", "collection").get(pk=built[0])


@pytest.fixture
def author(db, built):
    return get_user_model().objects.get(pk=built[1])


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def archive(**extra: bytes) -> ContentFile:
    picture, packed = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(picture, "PNG")
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("backup/uploads/news/2017_05/co.png", picture.getvalue())
        file.writestr("backup/uploads/laws/qd-12.txt", "Nội dung quyết định".encode())
        for name, data in extra.items():
            file.writestr(name, data)
    return ContentFile(packed.getvalue(), name="uploads.zip")


def tables() -> dict:
    found = json.loads(json.dumps(TABLES))
    found["vi_news_rows"][0]["homeimgfile"] = "2017_05/co.png"
    found["vi_laws_row"][0]["files"] = "qd-12.txt"
    return found


def former(institution, author, files=None, rows=None) -> ImportBatch:
    content = ContentFile(json.dumps({"tables": rows or tables()}).encode(), name="site.json")
    return site_create(
        institution=institution, source=Source.NUKEVIET, file=content, files=files, user=author, language="en"
    )


def do(batch: ImportBatch, work: Work, user) -> ImportBatch:
    batch_start(batch=batch, work=work, user=user)
    assert batch_run(batch_id=batch.pk)
    batch.refresh_from_db()
    assert not batch.error
    return batch


def remarks(batch: ImportBatch) -> list[str]:
    return [message["text"] for row in batch.rows.all() for message in row.messages]


def test_a_dry_run_names_what_has_no_place_and_what_is_missing_and_stores_nothing(institution, author):
    batch = do(former(institution, author), Work.CHECK, author)
    assert list(batch.rows.values_list("status", flat=True)) == ["created"] * 3 + ["left_out"]
    assert remarks(batch) == [
        "The picture “co.png” is not in the archive.",
        "The file “qd-12.txt” is not in the archive.",
        "It was not public on the former site.",
        "Polls have no place among pages: answers that were given cannot be taken over.",
    ]
    assert not ArticlePage.objects.filter(owner=author).exists()
    assert not Redirect.objects.exists()


def test_everything_becomes_drafts_with_files_addresses_and_author(institution, author):
    batch = do(former(institution, author, archive()), Work.CHECK, author)
    assert not get_image_model().objects.filter(collection=institution.collection).exists()
    do(batch, Work.APPLY, author)
    article = ArticlePage.objects.get(owner=author)
    assert (article.live, article.kind, article.topic) == (False, "notice", "Thông báo")
    assert article.image.collection == institution.collection
    assert (article.is_republished, article.source_url) == (True, "https://bao.example.vn")
    document = DocumentPage.objects.get(owner=author)
    assert document.number == "12/QĐ-SGDĐT"
    assert document.files.get().file.title == "Quyết định số 12/QĐ-SGDĐT"
    assert InformationPage.objects.get(owner=author).title == "Lịch sử trường"
    redirect = Redirect.objects.get(old_path="/news/thong-bao/khai-giang-7.html")
    assert (redirect.site, redirect.redirect_page_id) == (institution.site, article.pk)


def test_moving_in_twice_makes_nothing_twice(institution, author):
    do(do(former(institution, author, archive()), Work.CHECK, author), Work.APPLY, author)
    counts = (ArticlePage.objects.count(), Redirect.objects.count(), get_document_model().objects.count())
    again = do(do(former(institution, author, archive()), Work.CHECK, author), Work.APPLY, author)
    assert list(again.rows.values_list("status", flat=True)) == ["unchanged"] * 3 + ["left_out"]
    assert counts == (
        ArticlePage.objects.count(),
        Redirect.objects.count(),
        get_document_model().objects.count(),
    )


def test_undoing_takes_the_drafts_and_their_addresses(institution, author):
    batch = do(do(former(institution, author, archive()), Work.CHECK, author), Work.APPLY, author)
    do(batch, Work.UNDO, author)
    assert not ArticlePage.objects.filter(owner=author).exists()
    assert not Redirect.objects.exists()


def test_undoing_takes_along_the_files_that_nothing_else_uses(institution, author):
    batch = do(do(former(institution, author, archive()), Work.CHECK, author), Work.APPLY, author)
    picture = ArticlePage.objects.get(owner=author).image
    kept = make_page(section_of(institution, NewsIndexPage), ArticlePage, live=False, image=picture, **OTHER)
    do(batch, Work.UNDO, author)
    assert list(get_image_model().objects.filter(collection=institution.collection)) == [picture]
    assert not get_document_model().objects.filter(collection=institution.collection).exists()
    kept.delete()
    assert media_drop(batch=batch) == 1
    assert not get_image_model().objects.filter(collection=institution.collection).exists()


def test_undoing_leaves_a_file_that_waits_in_a_draft_beside_a_published_page(institution, author):
    batch = do(do(former(institution, author, archive()), Work.CHECK, author), Work.APPLY, author)
    picture = ArticlePage.objects.get(owner=author).image
    page = make_page(section_of(institution, NewsIndexPage), ArticlePage, **OTHER)
    page.image = picture
    page.save_revision()
    do(batch, Work.UNDO, author)
    assert get_image_model().objects.filter(pk=picture.pk).exists()


def test_a_program_in_the_archive_is_not_taken_along(institution, author):
    rows = tables()
    rows["vi_news_detail"][0]["bodyhtml"] = '<p><a href="/uploads/x.pdf">x</a></p>'
    batch = do(
        former(institution, author, archive(**{"uploads/x.pdf": b"MZ\x90\x00"}), rows), Work.CHECK, author
    )
    assert any(text.startswith("“x.pdf” was not taken along:") for text in remarks(batch))


def test_a_document_without_number_or_issuer_is_faulty_and_says_so(institution, author):
    rows = tables()
    rows["vi_laws_row"][0]["code"] = ""
    batch = do(former(institution, author, archive(), rows), Work.CHECK, author)
    assert "The former site does not say: number and symbol." in remarks(batch)


def test_the_command_does_what_the_screen_does(institution, author, tmp_path):
    file, output = tmp_path / "site.xml", io.StringIO()
    file.write_bytes(wxr())
    options = {
        "institution": institution.code,
        "source": "wordpress",
        "user": author.username,
        "language": "en",
    }
    call_command("import_site", file, **options, stdout=output)
    assert output.getvalue().splitlines()[-1] == "created 2, left_out 2"
    assert not ArticlePage.objects.filter(owner=author).exists()
    call_command("import_site", file, **options, apply=True, stdout=output)
    article = ArticlePage.objects.get(owner=author)
    assert article.body[0].value.source == "<p>Dòng một<br/>dòng hai</p><p>Đoạn sau</p>"
    file.write_bytes(b"<rss>")
    with pytest.raises(CommandError, match="valid XML"):
        call_command("import_site", file, **options, stdout=output)
