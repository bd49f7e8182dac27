"""The record of publications, and the way off the site."""

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from editorial.choices import PublicationKind
from editorial.models import ChainRefusedError, Publication
from editorial.services.guard import system_publication
from editorial.services.publications import page_withdraw
from sections.rules import RequiredSectionError
from tests.editorial.desk import ARTICLE, messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(desk, people):
    return desk.publish(desk.article(people.author), people)


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
    draft = desk.article(people.author, slug="nhap")
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


def test_the_record_is_limited_to_the_persons_own_boards(desk, people, live):
    assert ARTICLE["title"] in desk.get(people.author, "editorial_publications").content.decode()
    assert ARTICLE["title"] in desk.get(people.root, "editorial_publications").content.decode()
    for user in (people.chief_b, people.chief_hs):
        response = desk.get(user, "editorial_publications")
        assert response.status_code == 200
        assert ARTICLE["title"] not in response.content.decode()


def test_the_record_is_downloaded_as_csv_without_formulas(desk, people):
    page = desk.article(people.author, title="=1+1 học kỳ")
    desk.publish(page, people)
    response = desk.get(people.chief, "editorial_publications", export="csv")
    assert response["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][2] == "'=1+1 học kỳ"
    assert people.chief.get_full_name() in rows[1]


def test_the_record_outlives_page_and_people(desk, people, live):
    with system_publication(reason="Đóng trang"):
        live.delete()
    people.author.delete()
    record = Publication.objects.get(title=ARTICLE["title"])
    assert record.page_id is None
    assert record.institution == desk.institution
    assert record.writer_names == "Lê Thị Tác Giả"
    assert record.submitted_name == "Lê Thị Tác Giả"
