"""Lists of people stop before publication: files at their upload, pages at their submission; somebody else decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.rich_text import expand_db_html
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from editorial.choices import PublicationKind
from editorial.models import Publication, SiteDocument
from privacy.guard.deciding import check_mask, check_refuse, check_release, checks_end_due
from privacy.guard.reviewers import may_decide, reviewers_of
from privacy.models import GuardCheck, GuardDecision, GuardGround, GuardState
from privacy.selectors import broken_links
from sections.models import ArticlePage
from sections.procedures.presentation import file_entry
from tests.factories import make_member

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Minh Đức", "Giàng A Páo", "Vũ Thu Hà"]
LISTED = "STT;Họ và tên;Ngày sinh;Điện thoại\n" + "\n".join(
    f"{n};{name};0{n}/0{n}/2011;091234567{n}" for n, name in enumerate(NAMES, start=1)
)
CALM = "Môn;Giá\nToán;12.000\nVăn;15.000\nAnh;9.000\n"
NOTE = "Phụ huynh của cả sáu em đã ký phiếu đồng ý."


@pytest.fixture(autouse=True)
def _files_on_disk(settings, tmp_path):
    """The view that gives files out reads them from the disk."""
    settings.MEDIA_ROOT = tmp_path
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = settings.STORAGES | {"default": storage}


def upload(desk, user, text: str = LISTED, title: str = "Danh sách lớp 6A") -> SiteDocument:
    file = SimpleUploadedFile("danh-sach.csv", text.encode("utf-8-sig"), "text/csv")
    desk.client(user).post(reverse("wagtaildocs:add"), {"title": title, "file": file})
    return SiteDocument.objects.get(title=title)


def check_of(instance) -> GuardCheck:
    return GuardCheck.objects.exclude(state=GuardState.LAPSED).get(object_id=str(instance.pk))


def consent() -> GuardGround:
    return GuardGround.objects.get(code="consent")


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def release(check, user, days: int = 30, **kwargs):
    return check_release(check=check, user=user, ground=consent(), ends_on=in_days(days), note=NOTE, **kwargs)


def reader(desk) -> Client:
    return Client(SERVER_NAME=desk.institution.site.hostname)


def listing_body() -> dict:
    rows = "".join(f"<li>{name}, sinh ngày 0{n}/03/2011</li>" for n, name in enumerate(NAMES, start=1))
    return nested_form_data({"body": streamfield([("paragraph", rich_text(f"<ul>{rows}</ul>"))])})


class TestFiles:
    def test_an_uploaded_list_waits_and_readers_do_not_get_it(self, desk, people):
        document = upload(desk, people.author)
        check = check_of(document)
        assert (check.state, check.people, check.institution) == (GuardState.WAITING, 6, desk.institution)
        assert {item.kind for item in check.found.items} == {"birth", "phone"}
        assert reader(desk).get(document.url).status_code == 404
        assert desk.client(people.chief).get(document.url).status_code == 200

    def test_what_is_kept_names_nobody(self, desk, people):
        check = check_of(upload(desk, people.author))
        stored = str(check.findings)
        assert "Nguyễn V. A" in stored
        assert not any(name in stored for name in NAMES)
        assert "0912345671" not in stored

    def test_an_ordinary_file_is_given_to_readers(self, desk, people):
        document = upload(desk, people.author, CALM, "Bảng giá")
        assert check_of(document).state == GuardState.CLEAR
        assert reader(desk).get(document.url).status_code == 200

    def test_a_scan_without_text_waits_and_says_why(self, desk, people):
        document = SiteDocument.objects.create(
            title="Bản quét",
            file=SimpleUploadedFile("quet.pdf", b"%PDF-1.4 nothing"),
            collection=desk.institution.collection,
        )
        check = check_of(document)
        assert (check.state, check.found.unreadable) == (GuardState.WAITING, "broken")

    def test_a_released_file_is_given_until_its_day_and_then_closed_by_the_timer(self, desk, people):
        document = upload(desk, people.author)
        release(check_of(document), people.chief)
        assert reader(desk).get(document.url).status_code == 200
        assert checks_end_due(now=timezone.now() + timedelta(days=30))["files"] == 0
        assert checks_end_due(now=timezone.now() + timedelta(days=31)) == {"files": 1, "pages": 0, "left": 0}
        assert check_of(document).state == GuardState.ENDED
        self._is_said_to_be_withdrawn(desk, document)
        assert checks_end_due(now=timezone.now() + timedelta(days=32))["files"] == 0

    def _is_said_to_be_withdrawn(self, desk, document) -> None:
        """The address answers with the reason, a link in a text is none any more, another site knows nothing of it."""
        gone = reader(desk).get(document.url)
        assert gone.status_code == 410
        html = gone.content.decode()
        assert document.title in html
        assert str(timezone.localdate().year) in html
        link = f'<p><a linktype="document" id="{document.pk}">Danh sách</a></p>'
        text = str(expand_db_html(link))
        assert "href" not in text
        assert 'class="withdrawn"' in text
        document.refresh_from_db()
        assert document.withdrawn_on == timezone.localdate(check_of(document).decided_at)
        row = render_to_string("components/file_link.html", file_entry(document))
        assert "<a" not in row.partition("</span>")[0]
        assert document.title in row
        assert f"{document.withdrawn_on:%d/%m/%Y}" in row
        assert Client(SERVER_NAME="nowhere.example").get(document.url).status_code in (400, 404)

    def test_another_version_of_a_released_file_waits_again(self, desk, people):
        document = upload(desk, people.author)
        release(check_of(document), people.chief)
        document.file = SimpleUploadedFile(
            "moi.csv", (LISTED + "\n7;Bùi Văn Khoa;07/07/2011;0912345678").encode()
        )
        document.save()
        assert (check_of(document).state, check_of(document).people) == (GuardState.WAITING, 7)

    def test_a_new_version_of_a_withdrawn_file_is_a_link_again(self, desk, people):
        document = upload(desk, people.author)
        release(check_of(document), people.chief)
        checks_end_due(now=timezone.now() + timedelta(days=31))
        document.refresh_from_db()
        assert document.withdrawn_on
        document.file = SimpleUploadedFile("moi.csv", CALM.encode())
        document.save()
        document.refresh_from_db()
        assert document.withdrawn_on is None

    def test_a_masked_copy_is_a_file_of_its_own_that_lists_nobody(self, desk, people):
        document = upload(desk, people.author)
        copy = check_mask(check=check_of(document), user=people.chief)
        text = SiteDocument.objects.get(pk=copy.pk).file.read().decode("utf-8-sig")
        assert "Nguyễn V. A" in text
        assert "****5671" in text
        assert not any(name in text for name in NAMES)
        assert check_of(copy).state == GuardState.CLEAR
        assert check_of(document).state == GuardState.MASKED
        assert reader(desk).get(document.url).status_code == 404


class TestWhoDecides:
    def test_nobody_releases_what_they_uploaded(self, desk, people):
        check = check_of(upload(desk, people.chief))
        assert not may_decide(people.chief, check)
        with pytest.raises(PermissionDenied, match=r"người khác quyết định"):
            release(check, people.chief)

    def test_where_the_only_reviewer_uploaded_it_the_head_decides_then_the_authority(
        self, desk, people, province
    ):
        check = check_of(upload(desk, people.chief))
        assert reviewers_of(check) == [people.chief_hs]
        head = make_member(province.a, "head")
        assert reviewers_of(check) == [head]

    @pytest.mark.parametrize("who", ["author", "editor", "chief_b", "root"])
    def test_nobody_else_decides(self, desk, people, who):
        check = check_of(upload(desk, people.author))
        with pytest.raises(PermissionDenied):
            release(check, getattr(people, who))

    @pytest.mark.parametrize("who", ["author", "editor", "chief_b", "root"])
    def test_the_screen_of_a_check_is_a_404_for_all_others(self, desk, people, province, who):
        check = check_of(upload(desk, people.author))
        home = province.b if who == "chief_b" else province.a
        client = Client(SERVER_NAME=home.site.hostname)
        client.force_login(getattr(people, who))
        assert client.get(reverse("privacy_guard_check", args=[check.uid])).status_code == 404

    def test_every_decision_is_a_link_of_the_chain(self, desk, people):
        check = check_of(upload(desk, people.author))
        check_refuse(check=check, user=people.chief, note="Không có căn cứ.")
        release(check, people.chief)
        decisions = GuardDecision.objects.filter(institution=desk.institution)
        assert [d.state for d in decisions] == [GuardState.REFUSED, GuardState.RELEASED]
        assert decisions[1].citation == consent().citation
        assert broken_links(desk.institution, GuardDecision) == []

    def test_a_release_names_a_ground_that_holds_a_day_within_its_reach_and_a_reason(self, desk, people):
        check = check_of(upload(desk, people.author))
        for days in (0, 366):
            with pytest.raises(ValidationError) as error:
                release(check, people.chief, days)
            assert "ends_on" in error.value.message_dict
        ground = consent()
        ground.valid_to = in_days(-1)
        ground.save()
        with pytest.raises(ValidationError) as error:
            release(check, people.chief)
        assert "ground" in error.value.message_dict


class TestPages:
    def test_a_page_with_a_list_is_not_submitted_and_waits_for_the_reviewer(self, desk, people):
        page = desk.draft(people.author)
        response = desk.submit(people.author, page, **listing_body())
        assert not page.workflow_in_progress
        assert check_of(page).people == 6
        assert "Nguyễn Văn An" not in str(response.context["form"].errors)

    def test_a_released_page_goes_through_the_chain_and_off_the_site_after_its_day(self, desk, people):
        body = listing_body()
        page = desk.article(people.author, **body)
        desk.submit(people.author, page, **body)
        release(check_of(page), people.chief)
        desk.submit(people.author, page, **body)
        desk.act(people.editor, page, "approve")
        page = ArticlePage.objects.get(pk=page.pk)
        desk.act(people.chief, page, "approve")
        page.refresh_from_db()
        assert page.live
        assert checks_end_due(now=timezone.now() + timedelta(days=31))["pages"] == 1
        page.refresh_from_db()
        assert not page.live
        record = Publication.objects.get(page=page, kind=PublicationKind.UNPUBLISH)
        assert record.approved_by is None
        assert f"{in_days(30):%d/%m/%Y}" in record.reason

    def test_a_page_whose_list_was_taken_out_is_submitted(self, desk, people):
        page = desk.draft(people.author)
        desk.submit(people.author, page, **listing_body())
        desk.submit(
            people.author,
            page,
            **nested_form_data({"body": streamfield([("paragraph", rich_text("<p>Sáu em đạt giải.</p>"))])}),
        )
        assert page.workflow_in_progress
        assert GuardCheck.objects.get(object_id=str(page.pk)).state == GuardState.LAPSED
