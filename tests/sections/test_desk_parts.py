"""Quick actions lead to the right form of the person's own site."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from editorial.desk import desk_for
from editorial.services.board import board_member_add
from sections.desk_parts import QuickPart
from sections.models import DocumentIndexPage, EventIndexPage, NewsIndexPage
from tests.factories import make_institution, make_member, make_superuser, make_user, section_of


def links(user, **kwargs) -> list[list[str]]:
    context = QuickPart().context(desk_for(user, timezone.now(), **kwargs))
    return [[link["url"] for link in action["links"]] for action in context["actions"]] if context else []


def add_url(institution, model, page_type) -> str:
    return reverse("wagtailadmin_pages:add", args=["sections", page_type, section_of(institution, model).pk])


def test_they_open_the_forms_below_the_sections_of_the_own_site(client, db):
    department = make_institution()
    school = make_institution("HS01", "Trường Tiểu học Hoa Mai", "primary", department)
    author = make_member(school, "author")
    found = links(author)
    assert found[0] == [add_url(school, NewsIndexPage, "articlepage")]
    assert found[1] == [add_url(school, DocumentIndexPage, "documentpage")]
    events, news = section_of(school, EventIndexPage), section_of(school, NewsIndexPage)
    rest = [(events, "eventpage"), (news, "albumpage"), (news, "alertpage")]
    assert found[2:] == [
        [reverse("wagtailadmin_pages:add", args=["sections", name, page.pk])] for page, name in rest
    ]
    client.force_login(author)
    for (url,) in found:
        assert client.get(url).status_code == 200


def test_who_serves_on_two_boards_chooses_or_narrows_the_desk(db):
    department = make_institution()
    school = make_institution("HS01", "Trường Tiểu học Hoa Mai", "primary", department)
    user = make_member(school, "author")
    board_member_add(institution=department, role="editor", user=user)
    assert [len(found) for found in links(user)] == [2] * 5
    assert links(user, institution_id=school.pk)[0] == [add_url(school, NewsIndexPage, "articlepage")]


def test_who_serves_on_no_board_is_offered_nothing(db):
    make_institution()
    assert links(make_superuser()) == []
    assert links(make_user()) == []
