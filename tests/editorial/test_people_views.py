"""The screens of people: whose they are, what they cost, what they say."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from editorial.models import AccessReview, BoardEvent, Invitation
from editorial.selectors import access_review_due, has_role
from editorial.services.board import board_member_add
from editorial.services.invitations import invitation_create
from editorial.views.people_acts import ACTS
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(province):
    return make_member(province.a, "head", last_name="Thủ Trưởng")


def entered(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def act_url(person, institution, act: str) -> str:
    return reverse("editorial_person_act", args=[person.pk, institution.pk, act])


def test_the_list_shows_the_own_board_only(province, people):
    html = entered(people.chief).get(reverse("editorial_people")).content.decode()
    assert people.editor.get_full_name() in html
    assert people.chief_b.get_full_name() not in html
    assert province.b.name not in html
    both = entered(people.chief_hs).get(reverse("editorial_people")).content.decode()
    assert people.chief_b.get_full_name() in both
    assert people.editor.get_full_name() in both


@pytest.mark.parametrize("who", ["author", "editor"])
def test_who_manages_nobody_has_no_list(people, who):
    client = entered(getattr(people, who))
    assert client.get(reverse("editorial_people")).status_code in (302, 403, 404)
    assert reverse("editorial_people") not in client.get("/admin/").content.decode()


def test_another_sites_person_does_not_exist(province, people):
    client = entered(people.chief)
    paths = [reverse("editorial_person", args=[people.editor_b.pk])]
    paths += [act_url(people.editor_b, province.b, act) for act in ACTS]
    paths += [act_url(people.editor_b, province.a, act) for act in ACTS]
    paths += [act_url(people.editor, province.b, act) for act in ACTS]
    paths += [reverse("editorial_access_review", args=[province.b.pk])]
    for path in paths:
        assert client.get(path).status_code == 404, path
        assert client.post(path, {"reason": "x", "roles": ["chief"]}).status_code == 404, path
    invitation = invitation_create(institution=province.b, role="author", email="b@example.edu.vn")
    for act in ("renew", "withdraw"):
        path = reverse("editorial_invitation_act", args=[invitation.pk, act])
        assert client.post(path).status_code == 404
    assert not BoardEvent.objects.exists()


def test_only_the_boards_that_the_reader_manages_are_shown_of_a_person(province, people):
    board_member_add(institution=province.b, role="author", user=people.editor)
    html = entered(people.chief).get(reverse("editorial_person", args=[people.editor.pk])).content.decode()
    assert province.a.name in html
    assert province.b.name not in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "Biên Tập Hai"}, {"editor2"}),
        ({"role": "chief"}, {"chief"}),
        ({"state": "closed"}, {"author"}),
        ({"state": "factor", "role": "editor"}, {"editor", "editor2"}),
        ({"q": "\x00"}, {"author", "editor", "editor2", "chief"}),
        ({"institution": "abc"}, {"author", "editor", "editor2", "chief"}),
    ],
)
def test_the_list_is_searched_and_filtered(people, query, found):
    people.author.is_active = False
    people.author.save()
    response = entered(people.chief).get(reverse("editorial_people"), query)
    assert {row.user.pk for row in response.context["rows"]} == {getattr(people, who).pk for who in found}


def test_the_list_costs_the_same_for_many_people_and_sites(province, people):
    client = entered(people.chief_hs)

    def cost() -> int:
        client.get(reverse("editorial_people"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("editorial_people")).status_code == 200
        return len(queries)

    before = cost()
    for number in range(3):
        school = make_institution(
            f"HS7{number}", f"Trường {number}", "primary", province.hs, run=province.run
        )
        for role in ("author", "editor", "chief"):
            make_member(school, role)
        invitation_create(institution=school, role="author", email=f"m{number}@example.edu.vn")
    assert cost() == before


def test_a_chief_invites_through_the_form(province, people, django_capture_on_commit_callbacks):
    client = entered(people.chief)
    path = reverse("editorial_people_invite")
    assert client.get(path).status_code == 200
    form = {"institution": province.a.pk, "email": "moi@example.edu.vn", "role": "editor", "reason": ""}
    assert client.post(path, form | {"institution": province.b.pk}).status_code == 422
    refused = client.post(path, form | {"role": "head"})
    assert refused.status_code == 422
    assert refused.context["form"].errors["role"]
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(path, form).status_code == 302
    assert mail.outbox[-1].to == ["moi@example.edu.vn"]
    html = client.get(reverse("editorial_people")).content.decode()
    assert "moi@example.edu.vn" in html
    invitation = Invitation.objects.get()
    client.post(reverse("editorial_invitation_act", args=[invitation.pk, "withdraw"]))
    assert not Invitation.objects.exists()


def test_every_act_has_a_page_and_says_what_is_missing(province, people, head):
    client = entered(head)
    for act in ACTS:
        path = act_url(people.editor, province.a, act)
        assert client.get(path).status_code == 200, act
    assert client.post(act_url(people.editor, province.a, "suspend"), {"reason": ""}).status_code == 422
    assert client.post(act_url(people.editor, province.a, "roles"), {"reason": ""}).status_code == 422
    assert client.get(act_url(people.editor, province.a, "khac")).status_code == 404
    done = client.post(
        act_url(people.editor, province.a, "leave"),
        {"reason": "Chuyển công tác", "successor": people.editor2.pk},
    )
    assert done.url == reverse("editorial_people")
    assert not has_role(type(people.editor).objects.get(pk=people.editor.pk), province.a, "editor")


def test_a_chief_does_not_touch_the_head_or_themselves(province, people, head):
    client = entered(people.chief)
    for person in (head, people.chief):
        html = client.get(reverse("editorial_person", args=[person.pk])).content.decode()
        assert act_url(person, province.a, "suspend") not in html
        response = client.post(act_url(person, province.a, "suspend"), {"reason": "Thử"})
        assert response.status_code == 422
        assert response.context["form"].non_field_errors()


def test_the_record_is_shown_and_downloaded_for_the_own_boards(province, people, head):
    entered(people.chief).post(
        act_url(people.author, province.a, "roles"), {"roles": ["editor"], "reason": "=1+1"}
    )
    client = entered(head)
    path = reverse("editorial_people_history")
    assert people.author.get_full_name() in client.get(path).content.decode()
    sheet = load_workbook(io.BytesIO(client.get(path, {"export": "xlsx"}).content)).active
    rows = list(sheet.values)
    assert len(rows) == 2
    assert people.author.get_full_name() in rows[1]
    assert sheet.cell(2, 8).data_type == "s"
    other = entered(people.chief_b)
    assert people.author.get_full_name() not in other.get(path).content.decode()
    assert other.get(path, {"institution": province.a.pk}).status_code == 404


def test_the_head_looks_through_the_rights_twice_a_year(province, people, head):
    path = reverse("editorial_access_review", args=[province.a.pk])
    assert entered(people.chief).get(path).status_code in (302, 403)
    client = entered(head)
    client.post(path)
    review = AccessReview.objects.get()
    items = {item.person: item for item in review.items.all()}
    assert set(items) == {people.author, people.editor, people.editor2, people.chief, head}
    html = client.get(path).content.decode()
    assert f'name="item-{items[people.editor].pk}" value="end"' in html
    assert f'name="item-{items[head].pk}" value="end"' not in html
    keep = {f"item-{item.pk}": "keep" for item in items.values()}
    last = client.post(path, keep | {f"item-{items[people.chief].pk}": "end"})
    assert last.status_code == 422, "the last chief editor stays"
    assert not review.items.exclude(decision="").exists(), "nothing half done"
    ended = keep | {f"item-{items[people.editor2].pk}": "end"}
    ended.pop(f"item-{items[people.author].pk}")
    client.post(path, ended)
    review.refresh_from_db()
    assert review.closed_at is None
    client.post(path, {f"item-{items[people.author].pk}": "keep"})
    review.refresh_from_db()
    assert review.closed_name == head.get_full_name()
    assert not has_role(type(head).objects.get(pk=people.editor2.pk), province.a, "editor")
    sheet = load_workbook(io.BytesIO(client.get(path, {"export": "xlsx"}).content)).active
    assert sheet.max_row == 6
    due = access_review_due(province.a)
    assert not due.is_overdue
    assert access_review_due(province.a, timezone.now() + timedelta(days=190)).is_overdue


def test_an_expired_invitation_says_what_to_do_and_tells_the_board_once_a_day(
    province, people, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invitation_create(institution=province.a, role="editor", email="moi@example.edu.vn")
    path = re.search(r"/loi-moi/[\w-]+/", mail.outbox.pop().body)[0]
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    page = Client().get(path)
    assert page.status_code == 404
    assert province.a.name in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    with django_capture_on_commit_callbacks(execute=True):
        asked = Client().post(path)
    assert 'role="status"' in asked.content.decode()
    assert [letter.to for letter in mail.outbox] == [[people.chief.email]]
    assert "moi@example.edu.vn" not in mail.outbox[0].subject + mail.outbox[0].body
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(path)
    assert len(mail.outbox) == 1
    assert BoardEvent.objects.filter(kind="asked").count() == 1
    entered(people.chief).post(
        reverse("editorial_invitation_act", args=[Invitation.objects.get().pk, "renew"])
    )
    assert Invitation.objects.get().expires_at > timezone.now()


def test_an_unknown_link_says_nothing_of_any_board(province):
    page = Client().post("/loi-moi/khong-co/")
    assert page.status_code == 404
    assert province.a.name not in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2].partition("</main")[0]
