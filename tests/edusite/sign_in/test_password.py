"""The first factor: one door, one answer, one run of the hasher."""

from unittest.mock import patch

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.edusite.sign_in.conftest import LOGIN
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

RESET = "/tai-khoan/quen-mat-khau/"


def hasher_runs(login: str, password: str = "không đúng") -> int:
    with patch.object(
        MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode
    ) as run:
        Client().post(LOGIN, {"login": login, "password": password})
    return run.call_count


@pytest.mark.parametrize("by", ["username", "email"])
def test_a_person_signs_in_by_user_name_or_address(people, by):
    client = Client()
    text = getattr(people.author, by).upper() if by == "email" else people.author.username
    response = client.post(LOGIN, {"login": f" {text} ", "password": PASSWORD})
    assert (response.status_code, response.url) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


def test_known_unknown_and_closed_accounts_cost_one_run_of_the_hasher(people):
    closed = make_user(is_active=False)
    invited = make_user(username="ten-la-dia-chi@example.edu.vn", email="ten-la-dia-chi@example.edu.vn")
    double = [make_user(email="chung@example.edu.vn"), make_user(email="chung@example.edu.vn")]
    without = make_user()
    without.set_unusable_password()
    without.save()
    logins = ["khong-co", "khong-co@example.edu.vn", people.author.username, people.author.email]
    logins += [closed.username, closed.email, invited.username, double[0].email, without.username]
    assert {login: hasher_runs(login) for login in logins} == dict.fromkeys(logins, 1)


def test_the_answer_says_nothing_of_whether_the_account_exists(people):
    def answer(login: str) -> str:
        body = Client().post(LOGIN, {"login": login, "password": "không đúng"}).content.decode()
        return body.replace(login, "")

    def without_token(body: str) -> str:
        return "\n".join(line for line in body.splitlines() if "csrfmiddlewaretoken" not in line)

    first, second = (without_token(answer(x)) for x in (people.author.username, "khong-co"))
    assert first == second
    assert 'role="alert"' in first


def test_a_closed_account_is_told_so_only_with_its_password():
    user = make_user(is_active=False)
    assert Client().post(LOGIN, {"login": user.username, "password": "sai"}).status_code == 200
    response = Client().post(LOGIN, {"login": user.username, "password": PASSWORD})
    assert response.url == "/tai-khoan/da-dong/"
    assert Client().get(response.url).status_code == 200


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/admin/login/", LOGIN),
        ("/admin/login/?next=/admin/pages/", LOGIN + "?next=%2Fadmin%2Fpages%2F"),
        ("/admin/login/?next=https://example.com/", LOGIN),
        ("/admin/logout/", "/tai-khoan/dang-xuat/"),
        ("/admin/password_reset/", RESET),
        ("/admin/password_reset/done/", RESET),
        ("/admin/password_reset/confirm/MQ/abc-123/", RESET),
        ("/admin/", LOGIN + "?next=/admin/"),
    ],
)
def test_every_stock_door_leads_to_ours(school, path, to):
    response = Client().get(path)
    assert (response.status_code, response.url) == (302, to)


def test_a_stock_door_takes_no_password(people):
    client = Client()
    response = client.post("/admin/login/", {"username": people.root.username, "password": PASSWORD})
    assert response.status_code == 405
    assert client.get("/admin/").status_code == 302


def test_nobody_signs_up():
    for path in ("/tai-khoan/signup/", "/tai-khoan/dang-ky/", "/accounts/signup/"):
        assert Client().get(path).status_code == 404


def test_after_signing_in_one_stays_on_this_site(people):
    for target, to in (("/admin/pages/", "/admin/pages/"), ("https://example.com/", "/admin/")):
        sent = {"login": people.author.username, "password": PASSWORD, "next": target}
        assert Client().post(LOGIN, sent).url == to


@pytest.mark.parametrize("by", ["username", "email"])
def test_a_forgotten_password_is_set_anew_by_a_link(people, by, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(RESET, {"email": getattr(people.author, by)})
    letter = mail.outbox.pop()
    assert letter.to == [people.author.email]
    path = "/tai-khoan/" + letter.body.partition("/tai-khoan/")[2].split()[0]
    client = Client()
    page = client.get(path, follow=True)
    assert path not in page.request["PATH_INFO"]
    new = "một mật khẩu khác hẳn"
    wrong = client.post(page.request["PATH_INFO"], {"password1": new, "password2": "lệch"})
    assert wrong.context["form"].errors["password2"]
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert get_user_model().objects.get(pk=people.author.pk).check_password(new)
    assert client.get("/admin/").status_code == 302, "the link sets a password; it does not sign in"
    assert client.get(path, follow=True).context["token_fail"]


def test_asking_for_a_link_looks_and_costs_the_same_for_a_stranger(
    people, django_capture_on_commit_callbacks
):
    answers, costs = [], []
    for text in (people.author.email, "khong-co@example.edu.vn"):
        with (
            CaptureQueriesContext(connection) as queries,
            django_capture_on_commit_callbacks(execute=True),
        ):
            response = Client().post(RESET, {"email": text})
        answers.append((response.status_code, response.url))
        costs.append([query["sql"].split(None, 3)[:3] for query in queries if "letter" in query["sql"]][:1])
    assert answers[0] == answers[1] == (302, reverse("account_reset_password_done"))
    assert costs[0] == costs[1] != [[]]
    assert [letter.to for letter in mail.outbox] == [[people.author.email]]


def test_a_changed_password_ends_the_other_sessions_and_a_letter_says_so(
    people, django_capture_on_commit_callbacks
):
    here, there = Client(), Client()
    for client in (here, there):
        client.post(LOGIN, {"login": people.author.username, "password": PASSWORD})
    new = "một mật khẩu khác hẳn"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert (
        here.post("/tai-khoan/mat-khau/", form | {"oldpassword": "sai"}).context["form"].errors["oldpassword"]
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert here.post("/tai-khoan/mat-khau/", form).status_code == 302
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302
    assert [letter.to for letter in mail.outbox] == [[people.author.email]]
    page = here.get("/tai-khoan/")
    assert len(page.context["sessions"]) == 1


def test_the_account_page_of_the_admin_changes_no_password_and_no_address(people):
    client = Client()
    client.force_login(people.author)
    html = client.get("/admin/account/").content.decode()
    assert "old_password" not in html
    assert "name_email-email" not in html
    assert reverse("account_security") in html
