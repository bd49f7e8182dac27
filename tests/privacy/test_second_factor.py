"""How second factors are kept, and how long doors take."""

import pytest
from django.contrib.auth.hashers import make_password

from privacy import codes, doors
from privacy.models import Submission
from privacy.rights.opening import file_open

pytestmark = pytest.mark.django_db
SECRET = "ABCD-EFGH-JKMN"


@pytest.fixture(autouse=True)
def _asked_anew():
    doors.forget()
    yield
    doors.forget()


def test_it_is_kept_under_a_key_that_is_not_in_the_database(settings):
    kept = codes.hashed_secret(SECRET)
    assert codes.secret_matches("abcd efgh jkmn", kept)
    assert not codes.secret_matches("ABCD-EFGH-JKMP", kept)
    settings.SECRET_KEY = "another"
    assert not codes.secret_matches(SECRET, kept)
    settings.SECRET_KEY_FALLBACKS = ["only-for-tests"]
    assert codes.secret_matches(SECRET, kept)


def test_a_slow_hash_of_an_earlier_version_still_opens(sender, school):
    reference, secret = sender.to_receipt().codes()
    Submission.objects.update(secret_hash=make_password(secret))
    assert file_open(institution=school, reference=reference, secret=secret)
    assert not file_open(institution=school, reference=reference, secret=SECRET)


@pytest.mark.parametrize("has_old", [False, True])
def test_an_unknown_reference_does_the_work_of_a_wrong_secret(sender, school, monkeypatch, has_old):
    reference, _secret = sender.to_receipt().codes()
    if has_old:
        Submission.objects.update(secret_hash=make_password("other"))
    worked = []
    monkeypatch.setattr(doors, "check_password", lambda *args: worked.append(1) or False)
    monkeypatch.setattr(codes, "check_password", lambda *args: worked.append(1) or False)
    for code in (reference, "GY-2222-2222"):
        worked.clear()
        assert file_open(institution=school, reference=code, secret=SECRET) is None
        assert len(worked) == int(has_old)


def test_without_a_reference_nothing_opens():
    assert not doors.opens("", None)
    assert not doors.opens(SECRET, "")
