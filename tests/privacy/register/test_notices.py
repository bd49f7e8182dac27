"""Notices from draft to archive: four eyes, differences, inheritance, announcement, PDF."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation

from privacy.models import Notice, Submission
from privacy.pdf import PdfError, render_pdf
from privacy.register.announcements import alerts_for
from privacy.register.differences import blocks_of, notice_sections, words_html
from privacy.services import (
    notice_approve,
    notice_discard,
    notice_draft,
    notice_edit,
    notice_publish,
    notice_return,
    notice_submit,
)
from privacy.services.approval import RefusedError
from tests.factories import home_of, make_member

NEW_TEXT = "<p>Mục bổ sung về máy quay</p>"


def today():
    return timezone.localdate()


def published(institution, writer, approver, **values):
    """The next version, written by one and approved by the other."""
    days = values.pop("announced_days", 14)
    since = values.pop("in_force_from", today())
    addition = values.pop("is_addition", False)
    draft = notice_draft(institution=institution, user=writer, is_addition=addition)
    values = {"body": NEW_TEXT, "body_en": "", "changes": "Thêm mục máy quay"} | values
    notice_edit(notice=draft, user=writer, values=values)
    notice_submit(notice=draft, user=writer)
    draft.refresh_from_db()
    return notice_approve(
        notice=draft, user=approver, seen=draft.sha256, in_force_from=since, announced_days=days
    )


def get(institution, path):
    return Client().get(path, headers={"host": institution.site.hostname})


def test_a_draft_begins_with_the_text_in_force_and_there_is_one(school, chief):
    draft = notice_draft(institution=school, user=chief)
    assert draft.body == Notice.objects.current(school).body
    assert (draft.number, draft.is_draft) == (0, True)
    assert notice_draft(institution=school, user=chief) == draft


def test_a_draft_is_shown_to_no_reader(school, chief):
    draft = notice_draft(institution=school, user=chief)
    notice_edit(notice=draft, user=chief, values={"body": NEW_TEXT})
    for path in ("/thong-tin-ca-nhan/", "/thong-tin-ca-nhan/thay-doi.xml"):
        assert "máy quay" not in get(school, path).content.decode()
    assert get(school, "/thong-tin-ca-nhan/phien-ban/0/").status_code == 404


def test_another_hand_approves_and_the_version_is_in_force(school, chief, head):
    notice = published(school, chief, head)
    assert (notice.number, notice.approved_by, notice.is_intact) == (2, head, True)
    assert Notice.objects.current(school) == notice
    assert "máy quay" in get(school, "/thong-tin-ca-nhan/").content.decode()


def test_nobody_approves_what_they_wrote_where_somebody_else_can(school, chief, head):
    with pytest.raises(RefusedError, match=r"nobody approves what they wrote|không ai tự duyệt"):
        published(school, head, head)
    draft = Notice.objects.get(institution=school, number=0)
    assert notice_approve(notice=draft, user=chief, seen=draft.sha256, in_force_from=today()).number == 2


def test_a_chief_who_is_alone_publishes(school, chief):
    assert published(school, chief, chief).number == 2


def test_the_next_version_says_what_is_new_and_is_not_the_same(school, chief):
    draft = notice_draft(institution=school, user=chief)
    with pytest.raises(ValidationError, match=r"what is new|điểm mới"):
        notice_submit(notice=draft, user=chief)
    notice_edit(notice=draft, user=chief, values={"changes": "Không có gì"})
    with pytest.raises(RefusedError, match=r"says the same|giống"):
        notice_submit(notice=draft, user=chief)


def test_a_version_does_not_begin_in_the_past_or_before_the_one_it_replaces(school, chief, head):
    with pytest.raises(ValidationError):
        published(school, chief, head, in_force_from=today() - timedelta(days=1))
    draft = Notice.objects.get(institution=school, number=0)
    later = today() + timedelta(days=9)
    notice_approve(notice=draft, user=head, seen=draft.sha256, in_force_from=later)
    with pytest.raises(ValidationError):
        published(school, chief, head, body="<p>khác</p>", in_force_from=today())


def test_a_colleagues_change_is_not_written_over(school, chief, head):
    draft = notice_draft(institution=school, user=chief)
    notice_edit(notice=draft, user=chief, values={"body": NEW_TEXT})
    with pytest.raises(RefusedError, match=r"Somebody else has changed|Người khác đã sửa"):
        notice_edit(notice=draft, user=head, values={"body": "<p>khác</p>"}, seen="0" * 64)


def test_an_editor_writes_no_notice(school):
    with pytest.raises(RefusedError):
        notice_draft(institution=school, user=make_member(school, "editor"))


def test_a_returned_draft_can_be_written_again_and_thrown_away(school, chief, head):
    draft = notice_draft(institution=school, user=chief)
    notice_edit(notice=draft, user=chief, values={"body": NEW_TEXT, "changes": "Mới"})
    notice_submit(notice=draft, user=chief)
    notice_return(notice=draft, user=head, reason="Viết rõ hơn")
    notice_edit(notice=draft, user=chief, values={"body": "<p>Rõ hơn</p>"})
    notice_discard(notice=draft, user=chief)
    assert Notice.objects.filter(institution=school).count() == 1


def test_provisioning_leaves_a_draft_alone(school, chief):
    from tests.factories import apply_steps

    draft = notice_draft(institution=school, user=chief)
    school.name = "Trường Tiểu học Đồi Chè Mới"
    school.save()
    assert "notice" in apply_steps(school).changes
    draft.refresh_from_db()
    assert draft.is_draft
    assert Notice.objects.current(school).number == 2


class TestInheritance:
    @pytest.fixture
    def authority_text(self, department):
        return notice_publish(
            institution=department,
            texts={
                "title": "Quy chế của Sở",
                "summary": "Tóm tắt của Sở",
                "body": "<p>Điều chung của Sở</p>",
                "covers_members": True,
            },
            approved_by=None,
        )

    def test_a_school_that_wrote_none_follows_the_authority(self, school, authority_text):
        assert Notice.objects.current(school) == authority_text
        assert "Điều chung của Sở" in get(school, "/thong-tin-ca-nhan/").content.decode()

    def test_its_own_earlier_versions_stay_in_its_archive(self, school, authority_text):
        assert "Trường Tiểu học Đồi Chè" in get(school, "/thong-tin-ca-nhan/phien-ban/1/").content.decode()

    def test_what_a_school_wrote_itself_comes_first(self, school, authority_text, chief, head):
        own = published(school, chief, head)
        assert Notice.objects.current(school) == own

    def test_an_addition_stands_below_the_newest_text_of_the_authority(
        self, school, department, authority_text, chief, head
    ):
        addition = published(school, chief, head, is_addition=True)
        assert Notice.objects.current(school) == addition
        html = get(school, "/thong-tin-ca-nhan/").content.decode()
        assert html.index("Điều chung của Sở") < html.index("Mục bổ sung về máy quay")
        notice_publish(
            institution=department,
            texts={"title": "Quy chế của Sở", "summary": "T", "body": "<p>Điều chung đã sửa</p>"},
            approved_by=None,
        )
        html = get(school, "/thong-tin-ca-nhan/").content.decode()
        assert "Điều chung đã sửa" in html
        assert "máy quay" in html

    def test_what_is_sent_under_an_addition_names_both_texts(
        self, school, authority_text, chief, head, sender
    ):
        addition = published(school, chief, head, is_addition=True)
        sender.to_receipt()
        shown = Submission.objects.get().snapshot["notice"]
        assert (shown["number"], shown["sha256"]) == (addition.number, addition.sha256)
        assert shown["base"] == {"number": authority_text.number, "sha256": authority_text.sha256}

    def test_a_form_goes_on_under_the_authoritys_text(self, school, authority_text, sender):
        sender.to_receipt()
        assert Submission.objects.get().notice == authority_text

    def test_the_authority_at_the_top_adds_to_nobody(self, department):
        chief = make_member(department, "chief")
        with pytest.raises(RefusedError, match=r"no regulation of an authority above|không có quy chế"):
            notice_draft(institution=department, user=chief, is_addition=True)


class TestAnnouncement:
    def test_each_page_says_so_for_some_days(self, school, chief, head):
        assert alerts_for(school) == []
        published(school, chief, head, announced_days=14)
        cache.clear()
        assert "alert--info" in get(school, "/").content.decode()
        (alert,) = alerts_for(school, on=today() + timedelta(days=14))
        assert alert["url"] == "/thong-tin-ca-nhan/"
        assert alerts_for(school, on=today() + timedelta(days=15)) == []

    def test_it_names_the_day_of_a_version_that_is_still_to_come(self, school, chief, head):
        since = today() + timedelta(days=5)
        published(school, chief, head, in_force_from=since)
        cache.clear()
        with translation.override("en"):
            assert f"comes into force on {since:%d/%m/%Y}" in alerts_for(school)[0]["text"]
        page = get(school, "/thong-tin-ca-nhan/phien-ban/2/")
        assert page.status_code == 200
        assert "alert--info" in page.content.decode()

    def test_a_new_site_announces_nothing(self, school, department):
        assert alerts_for(school) == alerts_for(department) == []

    def test_the_authoritys_change_is_said_where_it_holds_and_only_there(self, school, department):
        notice_publish(
            institution=department,
            texts={"title": "Q", "summary": "T", "body": "<p>x</p>", "announced_until": today()},
            approved_by=None,
        )
        cache.clear()
        assert len(alerts_for(department)) == 1
        assert alerts_for(school) == []

    def test_approving_shows_it_at_once_although_pages_remember(
        self, school, chief, head, django_capture_on_commit_callbacks
    ):
        assert alerts_for(school) == []
        with django_capture_on_commit_callbacks(execute=True):
            published(school, chief, head)
        assert len(alerts_for(school)) == 1

    def test_the_feed_lists_the_versions(self, school, chief, head):
        published(school, chief, head)
        response = get(school, "/thong-tin-ca-nhan/thay-doi.xml")
        assert response["Content-Type"].startswith("application/atom+xml")
        assert "Thêm mục máy quay" in response.content.decode()


class TestDifferences:
    def test_words_that_went_and_came_are_marked(self):
        assert words_html("lưu 365 ngày", "lưu 30 ngày") == "lưu <del>365</del><ins>30</ins> ngày"

    def test_markup_in_a_text_is_text(self):
        assert words_html("a", "<b>") == "<del>a</del><ins>&lt;b&gt;</ins>"

    def test_paragraphs_are_told_apart(self):
        assert blocks_of("<h2>Một</h2><p>hai <b>ba</b></p><ul><li>bốn</li></ul>") == ["Một", "hai ba", "bốn"]

    def test_only_what_differs_is_listed(self, school, chief, head):
        before = Notice.objects.current(school)
        after = Notice(institution=school, title=before.title, summary=before.summary)
        after.body = before.body + NEW_TEXT
        (section,) = notice_sections(before, after)
        assert [row.html for row in section.rows if row.is_change] == ["<ins>Mục bổ sung về máy quay</ins>"]

    def test_readers_see_it_for_every_version_but_the_first(self, school, chief, head):
        published(school, chief, head, body=Notice.objects.current(school).body + NEW_TEXT)
        html = get(school, "/thong-tin-ca-nhan/phien-ban/2/thay-doi/").content.decode()
        assert "<ins>Mục bổ sung về máy quay</ins>" in html
        assert get(school, "/thong-tin-ca-nhan/phien-ban/1/thay-doi/").status_code == 404


class TestPdf:
    def pdf(self, school, path="/thong-tin-ca-nhan/phien-ban/1.pdf"):
        response = get(school, path)
        assert response["Content-Type"] == "application/pdf"
        return pikepdf.open(io.BytesIO(response.content))

    def test_it_is_pdf_a_with_its_fonts_inside(self, school):
        document = self.pdf(school)
        with document.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "U")
        assert "/OutputIntents" in document.Root
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert any(name in descriptor for name in ("/FontFile2", "/FontFile3"))
            assert "BeVietnamPro" in str(font.BaseFont).replace("-", "")

    def test_it_names_its_title_and_speaks_the_readers_language(self, school):
        for path, title in (
            ("/thong-tin-ca-nhan/phien-ban/1.pdf", "Quy chế bảo vệ thông tin cá nhân"),
            ("/en/thong-tin-ca-nhan/phien-ban/1.pdf", "Regulation on the protection"),
        ):
            document = self.pdf(school, path)
            with document.open_metadata() as meta:
                assert title in meta["dc:title"]

    def test_a_version_is_made_once(self, school, monkeypatch):
        self.pdf(school)
        monkeypatch.setattr("privacy.register.views.public.render_pdf", None)
        self.pdf(school)

    def test_where_the_system_cannot_make_it_the_print_view_is_given(self, school, monkeypatch):
        def fail(*args):
            raise PdfError("Pango is not installed.")

        monkeypatch.setattr("privacy.register.views.public.render_pdf", fail)
        response = get(school, "/thong-tin-ca-nhan/phien-ban/1.pdf")
        assert response.url == "/thong-tin-ca-nhan/phien-ban/1/ban-in/"

    def test_a_document_reaches_nothing_outside_of_itself(self, tmp_path, settings):
        secret = tmp_path / "x.txt"
        secret.write_text("x")
        for url in ("http://127.0.0.1:9/x.png", secret.as_uri()):
            (tmp_path / "t.html").write_text(f'<img src="{url}">')
            settings.TEMPLATES = [
                settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
            ]
            with pytest.raises(PdfError):
                render_pdf("t.html", {})


def test_the_print_view_is_the_document_alone(school):
    html = get(school, "/thong-tin-ca-nhan/phien-ban/1/ban-in/").content.decode()
    assert 'class="is-document"' in html
    assert Notice.objects.current(school).sha256 in html


def test_the_notice_is_on_the_home_page_of_each_language(school):
    assert home_of(school)
    assert 'href="/thong-tin-ca-nhan/"' in get(school, "/").content.decode()
