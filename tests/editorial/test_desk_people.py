"""What the desk says of people: to those who lead a board, and at a fixed cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.desk import desk_for
from editorial.desk.people import AccessReviewPart, InvitationsPart
from editorial.services.invitations import invitation_create
from network.models import Institution
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def test_invitations_are_counted_for_those_who_lead_the_board(province, people):
    now = timezone.now()
    assert InvitationsPart().context(desk_for(people.chief, now=now)) is None
    invitation_create(institution=province.a, role="author", email="a@example.edu.vn")
    invitation_create(
        institution=province.a, role="author", email="b@example.edu.vn", now=now - timedelta(days=30)
    )
    invitation_create(institution=province.b, role="author", email="c@example.edu.vn")
    found = InvitationsPart().context(desk_for(people.chief, now=now))
    assert (found["open"], found["expired"], found["asked"]) == (1, 1, 0)
    assert InvitationsPart().context(desk_for(people.editor, now=now)) is None


def test_an_overdue_review_is_shown_to_the_head(province, people):
    head = make_member(province.a, "head")
    now = timezone.now()
    assert AccessReviewPart().context(desk_for(head, now=now)) is None
    Institution.objects.filter(pk=province.a.pk).update(created_at=now - timedelta(days=200))
    with CaptureQueriesContext(connection) as queries:
        rows = AccessReviewPart().context(desk_for(head, now=now))["rows"]
    assert [row["institution"] for row in rows] == [province.a]
    assert rows[0]["due"].is_overdue
    assert len(queries) <= 6
    assert AccessReviewPart().context(desk_for(people.chief, now=now)) is None


def test_the_desk_is_drawn_with_both(province, people, client):
    head = make_member(province.a, "head")
    invitation_create(institution=province.a, role="author", email="a@example.edu.vn")
    Institution.objects.update(created_at=timezone.now() - timedelta(days=200))
    client.force_login(head)
    html = client.get("/admin/").content.decode()
    assert "/admin/people/" in html
    assert f"/admin/people/review/{province.a.pk}/" in html
    assert "session-clock.js" in html
