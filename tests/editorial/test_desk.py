"""The admin's home is the desk, for everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.desk import Desk, DeskPart, desk_for, parts, register
from editorial.desk.boards import WeekPart
from editorial.models import BoardEvent
from editorial.services.board import board_member_add
from network.models import Institution
from tests.factories import make_member

HOME = reverse("wagtailadmin_home")


def test_a_second_part_of_a_name_is_refused():
    class Part:
        name, order, title, template_name = "test.twice", 1, "Twice", "none.html"

        def context(self, desk: Desk):
            return None

    first: DeskPart = Part()
    register(first)
    try:
        with pytest.raises(
            ValueError, match=r"A part of the desk named 'test\.twice' is registered already\."
        ):
            register(Part())
    finally:
        from editorial import desk

        del desk._parts["test.twice"]
    assert "test.twice" not in {part.name for part in parts()}


def test_no_stock_panel_is_left(client, people):
    for user in (people.author, people.chief, people.chief_hs, people.root):
        client.force_login(user)
        text = client.get(HOME).content.decode()
        for stock in ("w-summary", "w-panel", "recent-edits"):
            assert stock not in text


def test_the_desk_is_narrowed_to_a_board_on_which_the_person_serves(client, province, people):
    board_member_add(institution=province.b, role="editor", user=people.author)
    client.force_login(people.author)
    assert client.get(HOME, {"institution": province.b.pk}).status_code == 200
    assert client.get(HOME, {"institution": province.hs.pk}).status_code == 404
    assert client.get(HOME, {"institution": "x"}).status_code == 404


def test_a_desk_knows_in_which_institutions_in_scope_a_role_is_held(province):
    user = make_member(province.a, "author")
    desk = desk_for(user, timezone.now())
    assert desk.held() == desk.held("author") == {province.a.pk}
    assert desk.held("chief") == frozenset()
    with pytest.raises(Institution.DoesNotExist, match="serves on no board"):
        desk_for(user, timezone.now(), institution_id=province.b.pk)


def test_who_leads_a_board_sees_who_came_this_week_and_others_do_not(province, people):
    now = timezone.now()
    for days, name in ((1, "Mới"), (8, "Cũ")):
        BoardEvent.objects.create(
            institution=province.a, kind="joined", at=now - timedelta(days=days), person_name=name
        )
    seen = WeekPart().context(desk_for(people.chief, now))
    assert [act.person_name for act in seen["acts"]] == ["Mới"]
    assert WeekPart().context(desk_for(people.author, now))["acts"] == []
    assert WeekPart().context(desk_for(people.chief_b, now))["acts"] == []
