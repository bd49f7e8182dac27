import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages

from privacy.choices import AuditAction, EndAction, Ended
from privacy.models import ArchivePackage, DeletionRecord, PrivacyAudit, Submission
from privacy.services import purge_expired
from privacy.services.retention.archive import package_hand_over, package_read
from tests.factories import make_user
from tests.privacy.retention.makers import rule, sent

RULES = [rule("handle", 30, at_end=EndAction.ARCHIVE)]


@pytest.fixture
def package(school, now):
    for _number in range(2):
        sent(school, rules=RULES)
    purge_expired(now=now)
    return ArchivePackage.objects.get()


def stored(path):
    with storages["private"].open(path) as file:
        return file.read()


def test_a_sealed_package_is_made_before_the_rows_go(package):
    assert not Submission.objects.exists()
    assert package.count == 2
    assert DeletionRecord.objects.get().ended == Ended.ARCHIVE
    assert "Cổng trường".encode() not in stored(package.path)


def test_who_hands_it_over_reads_it_on_record(package, school):
    user = make_user()
    clear = package_read(package=package, user=user, purpose="handle")
    assert hashlib.sha256(clear).hexdigest() == package.sha256
    with zipfile.ZipFile(io.BytesIO(clear)) as file:
        records = [json.loads(file.read(name)) for name in file.namelist()]
    assert {r["answers"]["message"] for r in records} == {"Cổng trường ngập"}
    assert [d["decision"] for d in records[0]["decisions"]] == ["given", "given"]
    entry = PrivacyAudit.objects.get(action=AuditAction.EXPORT)
    assert (entry.user, entry.count, entry.purpose) == (user, 2, "handle")


def test_after_it_was_handed_over_file_and_key_are_gone(package, now, django_capture_on_commit_callbacks):
    path = package.path
    with django_capture_on_commit_callbacks(execute=True):
        package_hand_over(
            package=package, receipt="Biên bản 5/BB-LT ngày 23/11/2026", user=make_user(), now=now
        )
    package.refresh_from_db()
    assert (package.path, package.sealed_key, package.receipt) == ("", "", "Biên bản 5/BB-LT ngày 23/11/2026")
    assert not storages["private"].exists(path)
    assert DeletionRecord.objects.latest("number").what == "privacy.archivepackage"
    with pytest.raises(ValidationError, match="was handed over"):
        package_read(package=package, user=make_user(), purpose="handle")


def test_it_needs_the_record_of_delivery(package, now):
    with pytest.raises(ValidationError, match="number and date of the record"):
        package_hand_over(package=package, receipt=" ", user=make_user(), now=now)


def test_what_nobody_fetches_ends_after_180_days(package, now):
    assert purge_expired(now=now + timedelta(days=179)).packages == 0
    assert purge_expired(now=now + timedelta(days=181)).packages == 1
    package.refresh_from_db()
    assert (package.path, package.handed_over_at) == ("", None)
