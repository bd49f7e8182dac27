"""Five failures of an account from an address lock the two together for a while."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.test import Client
from django.utils import timezone

from edusite.sign_in.lockout import ALARM_FAILURES
from edusite.timers import purge_sign_in_log
from tests.edusite.sign_in.conftest import CODE, ENROL, LOGIN, enrolled, password_only
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


def attempt(login: str, password: str = "sai", address: str = "203.0.113.7", **extra):
    return Client(REMOTE_ADDR=address).post(LOGIN, {"login": login, "password": password}, **extra)


def lock(login: str, **extra):
    for _n in range(5):
        response = attempt(login, **extra)
    return response


@pytest.mark.parametrize("login", ["{user}", "{email}", "khong-co", "khong-co@example.edu.vn"])
def test_the_fifth_failure_locks_an_account_and_a_stranger_alike(people, login):
    login = login.format(user=people.editor.username, email=people.editor.email)
    answers = [attempt(login).status_code for _n in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]


def test_the_page_says_when_to_try_again(people):
    response = lock(people.editor.username)
    until = AccessAttempt.objects.get().attempt_time + timedelta(minutes=15)
    assert timezone.localtime(until).strftime("%H:%M") in response.content.decode()
    assert 880 <= int(response["Retry-After"]) <= 900
    assert "no-store" in response["Cache-Control"]
    assert attempt(people.editor.username, PASSWORD).status_code == 429, "the right password neither"


def test_the_lock_ends_by_itself_and_is_not_prolonged_by_trying(people):
    lock(people.editor.username)
    before = AccessAttempt.objects.get().attempt_time
    attempt(people.editor.username)
    assert AccessAttempt.objects.get().attempt_time == before
    AccessAttempt.objects.update(attempt_time=before - timedelta(minutes=16))
    assert attempt(people.editor.username, PASSWORD).status_code == 302


def test_one_address_locks_nobody_out_at_another(people):
    lock(people.editor.username)
    assert attempt(people.editor.username, PASSWORD, address="203.0.113.8").status_code == 302
    assert attempt(people.chief.username, PASSWORD).status_code == 302


def test_user_name_and_address_are_one_account(people):
    for login in (people.editor.username, people.editor.email, people.editor.username.upper()) * 2:
        response = attempt(login)
    assert response.status_code == 429


def test_signing_in_clears_the_count(people):
    for _n in range(4):
        attempt(people.editor.username)
    assert attempt(people.editor.username, PASSWORD).status_code == 302
    assert attempt(people.editor.username).status_code == 200


def test_behind_a_proxy_the_sender_counts_not_the_proxy(people):
    for number in range(5):
        sender = {"HTTP_X_FORWARDED_FOR": f"198.51.100.99, 203.0.113.{number}"}
        assert attempt(people.editor.username, address="127.0.0.1", **sender).status_code == 200
    same = {"HTTP_X_FORWARDED_FOR": "203.0.113.50"}
    assert lock(people.editor.username, address="127.0.0.1", **same).status_code == 429
    far = {"HTTP_X_FORWARDED_FOR": "203.0.113.50"}
    assert attempt(people.editor.username, PASSWORD, address="192.0.2.1", **far).status_code == 302


def test_codes_count_as_passwords_do(people):
    _client, app = enrolled(people.chief)
    client = password_only(people.chief)
    answers = [client.post(CODE, {"code": "000000"}).status_code for _n in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert client.post(CODE, {"code": app.code()}).status_code == 429
    assert password_only(people.chief).get(CODE).status_code == 302


def test_guessing_while_enrolling_or_changing_the_password_locks_too(people):
    client = password_only(people.author)
    client.get(ENROL)
    for _n in range(4):
        client.post(ENROL, {"code": "000000"})
    wrong = {"oldpassword": "sai", "password1": "x", "password2": "x"}
    assert client.post("/tai-khoan/mat-khau/", wrong).status_code == 429


def test_what_was_typed_is_not_stored(people, caplog):
    attempt("mật-khẩu-gõ-nhầm-ô", "sai")
    attempt(people.editor.email, "mật-khẩu-gõ-nhầm-ô")
    rows = str([*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()])
    assert "gõ-nhầm" not in rows
    assert people.editor.email not in rows
    assert people.editor.username in rows
    assert people.editor.username not in caplog.text


def test_an_account_that_is_tried_from_everywhere_raises_an_alarm_without_a_name(people, caplog):
    for number in range(ALARM_FAILURES + 1):
        attempt(people.editor.username, address=f"203.0.113.{number}")
    alarms = [record for record in caplog.records if record.message == "sign_in.many_failures"]
    assert [record.account for record in alarms] == [people.editor.pk]
    assert people.editor.username not in caplog.text


def test_the_log_of_sign_ins_is_kept_for_twelve_months(people):
    attempt(people.editor.username)
    attempt(people.editor.username, PASSWORD)
    assert purge_sign_in_log(timezone.now() + timedelta(days=364)) == "0"
    assert AccessLog.objects.count() == AccessFailureLog.objects.count() == 1
    purge_sign_in_log(timezone.now() + timedelta(days=366))
    assert AccessLog.objects.count() == AccessFailureLog.objects.count() == 0
