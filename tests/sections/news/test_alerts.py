"""Announcements on every page: whose, how long, how urgent, and the way around the chain in an emergency."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.choices import PublicationKind
from editorial.desk import desk_for
from editorial.desk.emergency import EmergencyPart
from editorial.models import ChainRefusedError, Publication
from editorial.services.emergency import (
    NOT_HEAD,
    NOTHING_NEW,
    OWN_WORK,
    REASON_NEEDED,
    emergency_look,
    may_publish_at_once,
    page_publish_at_once,
)
from network.models import Letter
from sections.alerts import alerts_for
from sections.models import AlertPage, ArticlePage, NewsIndexPage
from sections.models.alerts import NOT_URGENT, TOO_LONG
from sections.page_forms import ONLY_AUTHORITIES
from tests.factories import make_member, make_page, section_of
from tests.sections.news.conftest import browser

HOUR = timedelta(hours=1)


def announce(institution, title="Nghỉ học vì bão", **fields) -> AlertPage:
    now = timezone.now()
    fields = {
        "summary": "Toàn trường nghỉ hôm nay.",
        "level": "warning",
        "shown_until": now + 5 * HOUR,
        "author_name": "Văn phòng",
        "source_name": institution.name,
        "date": timezone.localdate(),
    } | fields
    return make_page(section_of(institution, NewsIndexPage), AlertPage, title=title, **fields)


def titles(institution, **kwargs) -> list[str]:
    return [row["title"] for row in alerts_for(institution, **kwargs)]


def test_it_stands_on_its_own_site_only(net):
    announce(net.a)
    assert titles(net.a) == ["Nghỉ học vì bão"]
    assert titles(net.b) == titles(net.hs) == []


def test_an_authority_s_stands_on_the_sites_of_its_members_under_its_name(net):
    announce(net.hs, scope="members")
    assert titles(net.hs) == ["Nghỉ học vì bão"]
    (row,) = alerts_for(net.b)
    assert row["from_name"] == net.hs.local_name


def test_it_comes_and_goes_by_itself(net):
    now = timezone.now()
    announce(net.a, shown_from=now + HOUR, shown_until=now + 3 * HOUR)
    assert titles(net.a, now=now) == []
    assert titles(net.a, now=now + 2 * HOUR) == ["Nghỉ học vì bão"]
    assert titles(net.a, now=now + 3 * HOUR) == []


def test_the_most_urgent_stands_first(net):
    for level in ("info", "urgent", "attention", "warning"):
        announce(net.a, title=level, level=level)
    assert titles(net.a) == ["urgent", "warning", "attention", "info"]


def test_a_page_shows_it_in_words_and_lets_the_reader_fold_it_without_a_script(net):
    announce(net.hs, scope="members", level="urgent")
    response = browser(net.a).get("/")
    html = response.content.decode()
    assert "Nghỉ học vì bão" in html
    assert '<details open><summary class="alert__title">' in html
    assert not response.cookies


def test_pages_ask_the_database_once_and_then_the_cache(net):
    announce(net.a)
    alerts_for(net.a)
    with CaptureQueriesContext(connection) as found:
        alerts_for(net.a)
    assert len(found) == 0


def test_a_school_does_not_speak_on_other_sites(net, people):
    section = section_of(net.a, NewsIndexPage)
    page = AlertPage()
    form_class = AlertPage.get_edit_handler().get_form_class()
    values = {
        "title": "Nghỉ học",
        "level": "info",
        "scope": "members",
        "shown_until": "2099-01-01 10:00",
        "author_name": "Văn phòng",
        "source_name": "Trường",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    form = form_class(values, instance=page, parent_page=section, for_user=people.author)
    assert not form.is_valid()
    assert form.errors["scope"] == [str(ONLY_AUTHORITIES)]


@pytest.fixture
def head(net):
    return make_member(net.a, "head", last_name="Hiệu Trưởng")


def draft(net, user, **fields) -> AlertPage:
    page = announce(net.a, live=False, **({"level": "urgent"} | fields))
    page.save_revision(user=user)
    return page


def test_the_head_publishes_an_urgent_one_at_once_and_the_record_says_so(
    net, people, head, django_capture_on_commit_callbacks
):
    page = draft(net, people.author)
    with django_capture_on_commit_callbacks(execute=True):
        publication = page_publish_at_once(page=page, user=head, reason="Lũ tràn đường")
    page.refresh_from_db()
    publication.refresh_from_db()
    assert page.live
    assert titles(net.a) == ["Nghỉ học vì bão"]
    assert publication.kind == PublicationKind.EMERGENCY
    assert (publication.approved_by, publication.reason) == (head, "Lũ tràn đường")
    assert publication.published_at is not None
    assert [writer.user for writer in publication.writers.all()] == [people.author]
    told = set(Letter.objects.filter(kind="editorial.published_at_once").values_list("user", flat=True))
    assert told == {people.editor.pk, people.chief.pk}


@pytest.mark.parametrize("who", ["author", "editor", "chief", "chief_hs", "chief_b"])
def test_nobody_else_does_where_there_is_a_head(net, people, head, who):
    page = draft(net, people.author)
    with pytest.raises(ChainRefusedError) as error:
        page_publish_at_once(page=page, user=getattr(people, who), reason="Lũ")
    assert str(error.value) == str(NOT_HEAD)
    page.refresh_from_db()
    assert not page.live


def test_the_chief_editor_does_where_no_head_has_an_account(net, people):
    assert may_publish_at_once(people.chief, draft(net, people.author))
    assert not may_publish_at_once(people.editor, AlertPage.objects.get())


def test_it_needs_a_reason_and_something_new(net, people, head):
    page = draft(net, people.author)
    with pytest.raises(ValidationError) as error:
        page_publish_at_once(page=page, user=head, reason="  ")
    assert error.value.messages == [str(REASON_NEEDED)]
    page_publish_at_once(page=page, user=head, reason="Lũ")
    with pytest.raises(ChainRefusedError) as again:
        page_publish_at_once(page=page, user=head, reason="Lũ")
    assert str(again.value) == str(NOTHING_NEW)


@pytest.mark.parametrize(
    ("fields", "text"),
    [({"level": "warning"}, NOT_URGENT), ({"shown_until": timezone.now() + timedelta(days=9)}, TOO_LONG)],
)
def test_what_is_not_urgent_or_not_short_waits_for_the_chain(net, people, head, fields, text):
    with pytest.raises(ChainRefusedError) as error:
        page_publish_at_once(page=draft(net, people.author, **fields), user=head, reason="Lũ")
    assert str(error.value) == str(text)


def test_the_screen_opens_for_the_chief_editor_only_where_there_is_no_head(net, people):
    screen = reverse("editorial_publish_at_once", args=[draft(net, people.author).pk])
    client = browser(net.a, people.chief)
    assert client.get(screen).status_code == 200
    make_member(net.a, "head")
    assert client.get(screen).headers["Location"] == reverse("wagtailadmin_home")
    assert browser(net.b, people.chief_b).get(screen).status_code == 404


def test_an_article_is_never_published_at_once(net, people, head):
    page = make_page(
        section_of(net.a, NewsIndexPage),
        ArticlePage,
        live=False,
        title="Bài",
        author_name="A",
        source_name="B",
    )
    page.save_revision(user=people.author)
    assert not may_publish_at_once(head, page)
    client = browser(net.a, head)
    assert client.get(reverse("editorial_publish_at_once", args=[page.pk])).status_code == 404


def test_somebody_else_looks_at_it_afterwards(net, people, head):
    page = draft(net, people.editor)
    publication = page_publish_at_once(page=page, user=head, reason="Lũ")
    assert EmergencyPart().context(desk_for(people.chief, timezone.now()))["count"] == 1
    with pytest.raises(ChainRefusedError) as error:
        emergency_look(publication=publication, user=people.editor)
    assert str(error.value) == str(OWN_WORK)
    late = EmergencyPart().context(desk_for(people.chief, timezone.now() + timedelta(days=2)))
    assert late["rows"][0].is_late
    emergency_look(publication=publication, user=people.chief)
    publication = Publication.objects.get(pk=publication.pk)
    assert publication.appraised_by == people.chief
    assert EmergencyPart().context(desk_for(people.chief, timezone.now())) is None


def test_the_screens_lead_through_it(net, people, head):
    page = draft(net, people.author)
    client = browser(net.a, head)
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    url = reverse("editorial_publish_at_once", args=[page.pk])
    assert url in editor
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": "Lũ tràn đường"}).status_code == 302
    publication = Publication.objects.get(page_id=page.pk)
    look = reverse("editorial_emergency", args=[publication.pk])
    assert browser(net.a, people.chief).post(look).status_code == 302
    assert browser(net.b, people.chief_b).get(look).status_code == 404
    assert browser(net.a, people.author).get(url)["Location"] == "/admin/"
