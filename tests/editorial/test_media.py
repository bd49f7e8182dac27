"""Author, source and terms of pictures and files, from the upload to the submission of a page that shows them (W7.3)."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupCollectionPermission
from wagtail.test.utils.form_data import nested_form_data, streamfield

from common.pictures import FILE_NAME, NO_WORDS
from editorial.forms.media import TITLE_IS_FILE_NAME
from editorial.models import SiteDocument, SiteImage, media_of, missing_for_submission
from sections.models import ArticlePage, DocumentPage

pytestmark = pytest.mark.django_db
SOURCED = {"author_name": "Tổ Ngữ văn", "source_name": "Nhà trường"}


def make_image(institution, **fields) -> SiteImage:
    fields = {"title": "Sân trường", "description": "Học sinh chào cờ"} | SOURCED | fields
    return SiteImage.objects.create(file=get_test_image_file(), collection=institution.collection, **fields)


def make_document(institution, **fields) -> SiteDocument:
    fields = {"title": "Kế hoạch năm học"} | SOURCED | fields
    file = ContentFile(b"x", name="ke-hoach.txt")
    return SiteDocument.objects.create(file=file, collection=institution.collection, **fields)


def png(name: str = "san-truong.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, get_test_image_file().file.getvalue(), "image/png")


def figure(image, **fields):
    return ("figure", {"image": image, "alt": "", "decorative": False, "caption": ""} | fields)


class TestUpload:
    def test_what_is_uploaded_without_a_word_is_the_institutions_own(self, desk, people):
        data = {"title": "Sân trường", "file": png(), "description": "Học sinh chào cờ"}
        desk.client(people.author).post(reverse("wagtailimages:add"), data)
        image = SiteImage.objects.get()
        assert (image.author_name, image.source_name) == (desk.institution.name, desk.institution.name)
        assert image.collection == desk.institution.collection
        assert image.lacking() == []

    def test_what_was_published_elsewhere_is_claimed_by_nobody(self, desk, people):
        data = {"title": "Sân trường", "file": png(), "is_republished": "on"}
        desk.client(people.author).post(reverse("wagtailimages:add"), data)
        image = SiteImage.objects.get()
        assert image.author_name == ""
        assert len(image.lacking()) == 4

    def test_many_pictures_at_once_get_the_form_with_author_and_source_filled_in(self, desk, people):
        response = desk.client(people.author).post(
            reverse("wagtailimages:add_multiple"),
            {"title": "san truong", "files[]": png()},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        answer = json.loads(response.content)
        assert answer["success"]
        assert f'value="{desk.institution.name}"' in answer["form"]
        for name in ("is_republished", "source_url", "reuse_terms", "is_decorative", "people_shown"):
            assert f'name="image-{answer["image_id"]}-{name}"' in answer["form"]

    def test_the_upload_tab_of_the_chooser_asks_the_same(self, desk, people):
        url = reverse("wagtailimages_chooser:create")
        data = {"image-chooser-upload-title": "Sân", "image-chooser-upload-file": png()}
        response = desk.client(people.author).post(url, data)
        assert response.json()["step"] == "chosen"
        assert SiteImage.objects.get().source_name == desk.institution.name
        chooser = desk.get(people.author, "wagtailimages_chooser:choose").json()["html"]
        assert "image-chooser-upload-author_name" in chooser

    def test_the_name_of_a_file_is_no_description_of_a_picture(self, desk, people):
        data = {"title": "Sân trường", "file": png(), "description": "IMG_2034"}
        response = desk.client(people.author).post(reverse("wagtailimages:add"), data)
        assert response.context["form"].errors["description"] == [FILE_NAME]

    def test_the_name_of_a_file_is_no_title_of_a_document(self, desk, people):
        file = SimpleUploadedFile("quyet-dinh-12.txt", b"x")
        data = {"title": "quyet-dinh-12", "file": file}
        response = desk.client(people.author).post(reverse("wagtaildocs:add"), data)
        assert response.context["form"].errors["title"] == [TITLE_IS_FILE_NAME]
        assert not SiteDocument.objects.exists()

    def test_a_file_named_like_a_file_is_stored_once_it_has_a_title_in_words(self, desk, people):
        client = desk.client(people.author)
        first = client.post(
            reverse("wagtaildocs:add_multiple"),
            {"title": "quyet-dinh-12", "files[]": SimpleUploadedFile("quyet-dinh-12.txt", b"Quyet dinh")},
            headers={"x-requested-with": "XMLHttpRequest"},
        ).json()
        assert not SiteDocument.objects.exists()
        pk = first["uploaded_file_id"]
        url = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[pk])
        ajax = {"x-requested-with": "XMLHttpRequest"}
        refused = client.post(url, {f"uploaded-document-{pk}-title": "quyet-dinh-12"}, headers=ajax).json()
        assert not refused["success"]
        assert str(TITLE_IS_FILE_NAME) in refused["form"]
        stored = client.post(url, {f"uploaded-document-{pk}-title": "Quyết định số 12"}, headers=ajax).json()
        assert stored["success"]
        document = SiteDocument.objects.get(pk=stored["doc_id"])
        assert (document.title, document.file.read()) == ("Quyết định số 12", b"Quyet dinh")
        assert document.collection == desk.institution.collection

    def test_a_title_that_was_there_before_the_rule_does_not_lock_the_form(self, desk, people):
        document = make_document(desk.institution, title="quyet-dinh-12")
        url = reverse("wagtaildocs:edit", args=[document.pk])
        desk.client(people.editor).post(url, {"title": "quyet-dinh-12", "author_name": "Văn phòng"})
        document.refresh_from_db()
        assert document.author_name == "Văn phòng"

    def test_the_rights_of_a_board_hold_for_the_new_models_and_end_at_its_own_collection(
        self, province, desk, people
    ):
        foreign = make_image(province.b)
        assert GroupCollectionPermission.objects.filter(collection=province.a.collection).exists()
        assert desk.get(people.editor, "wagtailimages:edit", foreign.pk).status_code in (302, 403, 404)
        own = make_image(province.a)
        assert desk.get(people.editor, "wagtailimages:edit", own.pk).status_code == 200
        assert desk.get(people.author, "wagtailimages:edit", own.pk).status_code in (302, 403, 404)


class TestSubmission:
    def test_a_page_with_a_republished_picture_without_source_stays_a_draft(self, desk, people):
        image = make_image(desk.institution, is_republished=True, source_name="")
        page = desk.article(people.author, image=str(image.pk))
        response = desk.submit(people.author, page)
        assert not page.workflow_in_progress
        (text,) = response.context["form"].non_field_errors()
        assert "“Sân trường”" in text
        assert reverse("wagtailimages:edit", args=[image.pk]) in response.content.decode()

        SiteImage.objects.filter(pk=image.pk).update(
            source_name="Báo Hòa Sơn", source_url="https://bao.example/anh", reuse_terms="permission"
        )
        desk.submit(people.author, page)
        assert page.workflow_in_progress

    def test_a_picture_whose_people_did_not_consent_is_not_handed_to_the_board(self, desk):
        image = make_image(desk.institution, people_shown="none")
        page = ArticlePage(title="Tin", image=image, **SOURCED)
        assert list(missing_for_submission(page)) == [f"siteimage-{image.pk}"]

    def test_starting_the_workflow_in_code_asks_for_the_pictures_too(self, desk, people):
        image = make_image(desk.institution, author_name="")
        page = desk.article(people.author, image=str(image.pk))
        with pytest.raises(ValidationError) as error:
            page.get_workflow().start(page, people.author)
        assert list(error.value.message_dict) == [f"siteimage-{image.pk}"]

    def test_files_in_texts_links_and_rows_are_all_found(self, desk):
        one, two, three = (make_document(desk.institution, title=f"Kế hoạch {n}") for n in "abc")
        image = make_image(desk.institution)
        body = [
            figure(image),
            ("file", {"document": one, "title": ""}),
            ("paragraph", f'<p><a linktype="document" id="{two.pk}">Tải về</a></p>'),
        ]
        page = DocumentPage(title="Công văn", body=body)
        page.files.create(file=three)
        assert [item.pk for item in media_of(page)] == [image.pk, *(d.pk for d in (one, two, three))]

    def test_the_number_of_queries_does_not_grow_with_the_pictures(self, desk, django_assert_num_queries):
        images = [make_image(desk.institution) for _number in range(5)]
        few = ArticlePage(title="Tin", body=[figure(images[0])], **SOURCED)
        many = ArticlePage(title="Tin", body=[figure(image) for image in images], **SOURCED)
        for page in (few, many):
            with django_assert_num_queries(1):
                assert missing_for_submission(page) == {}

    def test_a_picture_in_the_text_without_words_is_named_by_its_place(self, desk):
        image = make_image(desk.institution, description="")
        body = [
            ("heading", "Mở đầu"),
            figure(image),
            figure(image, decorative=True),
            figure(image, alt="IMG_1.png"),
        ]
        faults = missing_for_submission(ArticlePage(title="Tin", body=body, **SOURCED))
        assert list(faults) == ["body"]
        assert str(NO_WORDS) in faults["body"]
        assert str(FILE_NAME) in faults["body"]
        assert " 2 " in faults["body"]
        assert " 4 " in faults["body"]
        assert " 3 " not in faults["body"]

    def test_the_words_are_asked_at_the_block_and_not_in_a_draft(self, desk, people):
        image = make_image(desk.institution, description="")
        block = ("figure", {"image": str(image.pk), "alt": "", "caption": ""})
        body = nested_form_data({"body": streamfield([block])})
        page = desk.article(people.author, **body)
        assert page.get_latest_revision().as_object().body[0].value["image"] == image
        response = desk.submit(people.author, page, **body)
        assert not page.workflow_in_progress
        error = response.context["form"].errors.as_data()["body"][0]
        assert error.block_errors[0].block_errors["alt"].messages == [NO_WORDS]

    def test_the_pictures_own_description_is_enough(self, desk, people):
        image = make_image(desk.institution)
        page = desk.article(people.author, image=str(image.pk), image_alt="")
        desk.submit(people.author, page)
        assert page.workflow_in_progress

    def test_what_was_published_elsewhere_needs_its_terms(self, desk, people):
        link = {"is_republished": "on", "source_url": "https://bao.example/bai"}
        page = desk.article(people.author, **link)
        response = desk.submit(people.author, page, **link)
        assert set(response.context["form"].errors) == {"reuse_terms"}

    def test_a_section_page_is_asked_for_the_sources_of_its_pictures(self, desk):
        image = make_image(desk.institution, author_name="")
        desk.news.body = [figure(image)]
        assert list(missing_for_submission(desk.news)) == [f"siteimage-{image.pk}"]


def test_the_form_of_the_record_refuses_a_picture_without_source_or_words(desk, people):
    institution = desk.institution
    hero = make_image(institution, description="", author_name="")
    url = reverse("network:institution", args=[institution.pk])
    response = desk.client(people.chief).post(url, {"hero_image": hero.pk, "brand_colour": "#0b5c8c"})
    errors = response.context["form"].errors
    assert "hero_image" in errors
    institution.refresh_from_db()
    assert institution.hero_image is None
