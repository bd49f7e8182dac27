"""A list as an individual look-up: one's own row with both keys, nothing else, and nothing after its end."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from privacy.guard.lookup import (
    MISSES_AN_HOUR,
    columns_of_list,
    lookup_create,
    lookup_find_row,
    lookups_end_due,
)
from privacy.models import GuardCheck, GuardState, ListLookup, ListLookupRow, LookupKeyKind
from privacy.services.rotation import field_keys_rotate
from tests.factories import make_member

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Minh Đức", "Giàng A Páo", "Vũ Thu Hà"]
TABLE = "SBD,Họ và tên,Ngày sinh,Điểm\n" + "\n".join(
    f"HS-{n:03},{name},0{n}/04/2011,{n}.5" for n, name in enumerate(NAMES, start=1)
)


@pytest.fixture
def chief(school):
    return make_member(school, "chief")


@pytest.fixture
def check(school) -> GuardCheck:
    document = get_document_model().objects.create(
        title="Điểm thi", file=ContentFile(TABLE.encode(), name="diem.csv"), collection=school.collection
    )
    return GuardCheck.objects.get(object_id=str(document.pk))


def made(check, chief, kind=LookupKeyKind.CODE, **fields):
    values = {
        "title": "Tra cứu điểm",
        "reference": 0,
        "key_kind": kind,
        "birth": 2 if kind == LookupKeyKind.BIRTH else None,
        "shown": [1, 3],
        "ends_on": timezone.localdate() + timedelta(days=20),
    }
    return lookup_create(check=check, user=chief, **values | fields)


def ask(school, lookup, reference: str, key: str):
    client = Client(SERVER_NAME=school.site.hostname)
    return client.post(reverse("privacy_own_row", args=[lookup.uid]), {"reference": reference, "key": key})


def test_the_columns_are_those_of_the_file(check):
    assert [text for _place, text in columns_of_list(check)] == ["SBD", "Họ và tên", "Ngày sinh", "Điểm"]


def test_with_reference_and_code_a_person_sees_their_row_and_nobody_elses(school, check, chief):
    found = made(check, chief)
    assert len(dict(found.codes)) == len(NAMES)
    html = ask(school, found.lookup, "hs 002", dict(found.codes)["HS-002"].lower()).content.decode()
    assert "Trần Thị Bình" in html
    assert "2.5" in html
    assert not any(name in html for name in NAMES if name != "Trần Thị Bình")
    check.refresh_from_db()
    assert check.state == GuardState.LOOKUP


def test_a_code_of_somebody_else_opens_nothing(school, check, chief):
    found = made(check, chief)
    html = ask(school, found.lookup, "HS-002", dict(found.codes)["HS-003"]).content.decode()
    assert not any(name in html for name in NAMES)


def test_dates_of_birth_are_read_however_they_are_typed(check, chief):
    lookup = made(check, chief, LookupKeyKind.BIRTH).lookup
    for text in ("01/04/2011", "1-4-2011", "2011-04-01", "01042011"):
        assert lookup_find_row(lookup=lookup, reference="HS-001", key=text)[0] == (
            "Họ và tên",
            "Nguyễn Văn An",
        )


def test_hit_and_miss_are_of_the_same_length(school, check, chief):
    found = made(check, chief)
    hit = ask(school, found.lookup, "HS-001", dict(found.codes)["HS-001"])
    miss = ask(school, found.lookup, "HS-001", "AAA-AAA-AAA")
    assert len(hit.content) == len(miss.content)
    assert hit.status_code == miss.status_code == 200
    assert hit["Cache-Control"] == "no-store, private"


def test_after_five_misses_the_right_code_opens_nothing_for_an_hour(check, chief):
    found = made(check, chief)
    code = dict(found.codes)["HS-001"]
    for _try in range(MISSES_AN_HOUR):
        assert lookup_find_row(lookup=found.lookup, reference="HS-001", key="AAA-AAA-AAA") is None
    assert lookup_find_row(lookup=found.lookup, reference="HS-001", key=code) is None
    assert (
        lookup_find_row(lookup=found.lookup, reference="HS-002", key=dict(found.codes)["HS-002"]) is not None
    )


def test_nothing_of_a_row_is_stored_readably(check, chief):
    found = made(check, chief)
    stored = " ".join(f"{row.digest} {row.sealed_row}" for row in ListLookupRow.objects.all())
    for secret in (*NAMES, "HS-001", *dict(found.codes).values()):
        assert secret not in stored


def test_rows_are_found_again_after_the_keys_were_changed(check, chief, settings):
    found = made(check, chief)
    old = settings.EDUSITE_FIELD_KEYS
    new = "moi:" + base64.b64encode(b"m" * 32).decode()
    settings.EDUSITE_FIELD_KEYS = [new, *old]
    field_keys_rotate()
    settings.EDUSITE_FIELD_KEYS = [new]
    row = lookup_find_row(lookup=found.lookup, reference="HS-001", key=dict(found.codes)["HS-001"])
    assert row[0] == ("Họ và tên", "Nguyễn Văn An")


def test_references_that_repeat_are_refused(school, chief):
    twice = TABLE.replace("HS-002", "HS-001")
    document = get_document_model().objects.create(
        title="Điểm", file=ContentFile(twice.encode(), name="diem2.csv"), collection=school.collection
    )
    with pytest.raises(ValidationError) as error:
        made(GuardCheck.objects.get(object_id=str(document.pk)), chief)
    assert list(error.value.message_dict) == ["reference"]


def test_another_institution_has_no_such_look_up(department, check, chief):
    lookup = made(check, chief).lookup
    client = Client(SERVER_NAME=department.site.hostname)
    assert client.get(reverse("privacy_own_row", args=[lookup.uid])).status_code == 404


def test_after_its_last_day_it_is_erased_with_all_rows(check, chief):
    made(check, chief)
    assert lookups_end_due(now=timezone.now() + timedelta(days=20)) == 0
    assert ListLookupRow.objects.count() == len(NAMES)
    assert lookups_end_due(now=timezone.now() + timedelta(days=21)) == 1
    assert not ListLookup.objects.exists()
    assert not ListLookupRow.objects.exists()
