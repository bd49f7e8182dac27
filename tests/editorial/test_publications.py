"""The record of publications, and the way off the site."""

import csv
import io
from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext
from openpyxl import load_workbook

from editorial.choices import PublicationKind
from editorial.models import ChainRefusedError, Publication
from editorial.services.guard import system_publication
from editorial.services.withdrawals import page_withdraw
from editorial.views.publications import PublicationsView
from network.selectors import institution_for_page
from privacy.models import SentForm
from sections.rules import RequiredSectionError
from tests.editorial.desk import ARTICLE, Desk, messages_of
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(desk, people):
    return desk.published(people)


def test_the_chief_withdraws_a_page_with_a_reason(desk, people, live):
    html = desk.get(people.chief, "wagtailadmin_pages:edit", live.pk).content.decode()
    url = reverse("editorial_withdraw", args=[live.pk])
    assert url in html
    client = desk.client(people.chief)
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": ""}).context["form"].errors["reason"]
    live.refresh_from_db()
    assert live.live
    client.post(url, {"reason": "Số liệu sai, sẽ đăng lại."}, follow=True)
    live.refresh_from_db()
    assert not live.live
    record = Publication.objects.get(page=live, kind=PublicationKind.UNPUBLISH)
    assert record.reason == "Số liệu sai, sẽ đăng lại."
    assert record.approved_by == people.chief
    desk.publish(live, people)
    assert live.live


def test_the_chief_is_told_of_forms_that_are_still_filed(desk, people, live):
    SentForm.objects.create(
        institution=institution_for_page(live),
        page=live,
        form="x",
        token_hash="t",
        reference="GY-TEST",
        secret_hash="s",
    )
    url = reverse("editorial_withdraw", args=[live.pk])
    response = desk.client(people.chief).post(url, {"reason": "Số liệu sai"}, follow=True)
    one, more = (
        "One form that was sent there before is being filed. It is not lost.",
        "%(number)d forms that were sent there before are being filed. None of them is lost.",
    )
    with translation.override("vi"):
        assert ngettext(one, more, 1) % {"number": 1} in messages_of(response)
    assert SentForm.objects.filter(page=live, filed_at=None).exists()


@pytest.mark.parametrize("who", ["author", "editor", "chief_b", "chief_hs"])
def test_nobody_else_withdraws(desk, people, live, who):
    user = getattr(people, who)
    url = reverse("editorial_withdraw", args=[live.pk])
    html = desk.get(user, "wagtailadmin_pages:edit", live.pk).content.decode()
    assert url not in html
    response = desk.client(user).post(url, {"reason": "Không thích"})
    assert response.status_code in (302, 404)
    with pytest.raises(ChainRefusedError):
        page_withdraw(page=live, user=user, reason="Không thích")
    live.refresh_from_db()
    assert live.live


def test_a_withdrawal_needs_a_reason_and_something_to_withdraw(desk, people, live):
    with pytest.raises(ValidationError):
        page_withdraw(page=live, user=people.chief, reason="  ")
    draft = desk.draft(people.author, slug="nhap")
    with pytest.raises(ValidationError):
        page_withdraw(page=draft, user=people.chief, reason="Thử")


@pytest.mark.parametrize("who", ["chief", "root"])
def test_a_required_section_is_not_withdrawn(desk, people, who):
    user = getattr(people, who)
    html = desk.get(user, "wagtailadmin_pages:edit", desk.news.pk).content.decode()
    url = reverse("editorial_withdraw", args=[desk.news.pk])
    assert url not in html
    response = desk.client(user).post(url, {"reason": "Thử"}, follow=True)
    assert "37/2020" in messages_of(response)
    with pytest.raises(RequiredSectionError):
        page_withdraw(page=desk.news, user=user, reason="Thử")
    desk.news.refresh_from_db()
    assert desk.news.live


def test_the_editor_shows_who_wrote_appraised_and_approved(desk, people, live):
    html = desk.get(people.author, "wagtailadmin_pages:edit", live.pk).content.decode()
    for user in (people.author, people.editor, people.chief):
        assert user.get_full_name() in html


def test_the_record_is_limited_to_own_boards_and_members_of_an_authority(desk, people, live, province):
    for user in (people.author, people.root, people.chief_hs):
        assert ARTICLE["title"] in desk.get(user, "editorial_publications").content.decode()
    author_hs = make_member(province.hs, "author")
    for user, institution in ((people.chief_b, province.b), (author_hs, province.hs)):
        response = Desk(institution).get(user, "editorial_publications")
        assert response.status_code == 200
        assert ARTICLE["title"] not in response.content.decode()


def exported(desk, user, **query):
    response = desk.get(user, "editorial_publications", **query)
    assert "no-store" in response["Cache-Control"]
    return b"".join(response.streaming_content)


def test_the_record_is_downloaded_as_csv_without_formulas(desk, people):
    page = desk.draft(people.author, title="=1+1 học kỳ")
    desk.publish(page, people)
    text = exported(desk, people.chief, export="csv").decode()
    assert text.startswith("\ufeff")
    [_head, row] = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    cells = dict(zip(PublicationsView.list_export, row, strict=True))
    assert cells["title"] == "'=1+1 học kỳ"
    assert cells["approved_name"] == people.chief.get_full_name()
    assert cells["writer_names"] == people.author.get_full_name()
    assert (cells["author_name"], cells["source_name"]) == (ARTICLE["author_name"], ARTICLE["source_name"])
    assert cells["address"].startswith("http")
    record = Publication.objects.get(page=page)
    assert datetime.fromisoformat(cells["approved_at"]) == record.approved_at.replace(microsecond=0)
    assert cells["approved_at"].endswith("+07:00")


def test_the_record_is_downloaded_as_a_workbook(desk, people, live):
    sheet = load_workbook(io.BytesIO(exported(desk, people.chief, export="xlsx"))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 2
    cells = dict(zip(PublicationsView.list_export, rows[1], strict=True))
    assert cells["title"] == ARTICLE["title"]
    assert cells["appraised_text"] == people.editor.get_full_name()


def test_the_record_is_filtered(desk, people, live):
    asked = [
        ({"kind": "publish"}, True),
        ({"kind": "publish", "person": "Biên Tập"}, True),
        ({"person": "Không Ai"}, False),
        ({"kind": "unpublish"}, False),
        ({"section": "W9.2"}, True),
        ({"institution": "doi che"}, True),
        ({"institution": "suoi mo"}, False),
        ({"created_at_to": "2020-01-01"}, False),
        ({"created_at_from": "2020-01-01"}, True),
    ]
    found = [
        ARTICLE["title"] in exported(desk, people.chief, export="csv", **query).decode()
        for query, _is_found in asked
    ]
    assert found == [is_found for _query, is_found in asked]


def test_the_report_costs_the_same_for_one_row_and_for_many(desk, people, live):
    def cost() -> int:
        client = desk.client(people.chief)
        with CaptureQueriesContext(connection) as context:
            assert client.get(reverse("editorial_publications")).status_code == 200
        return len(context)

    cost()
    first = cost()
    record = Publication.objects.get(page=live)
    for _number in range(5):
        record.pk = None
        record.save()
        record.writers.create(name="Người Viết")
    assert cost() == first


def test_the_record_outlives_page_and_people(desk, people, live):
    with system_publication(reason="Đóng trang"):
        live.delete()
    people.author.delete()
    record = Publication.objects.get(title=ARTICLE["title"])
    assert record.page_id is None
    assert record.institution == desk.institution
    assert record.writer_names == "Lê Thị Tác Giả"
    assert record.submitted_name == "Lê Thị Tác Giả"
