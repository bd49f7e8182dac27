from datetime import timedelta

import pytest

from editorial.choices import BoardRole
from editorial.services.board import board_member_add
from privacy.inspection import staff
from privacy.services import notice_publish
from privacy.services.assessments import acknowledgements_purge, regulation_acknowledge
from tests.factories import make_member


@pytest.fixture
def author(school):
    return make_member(school, BoardRole.AUTHOR)


def test_who_has_not_read_it_stands_first(school, chief, author, now):
    regulation_acknowledge(institution=school, user=chief, now=now)
    rows = staff.people_of(school, now)
    assert [(person, has_read) for person, _last, has_read in rows] == [(author, False), (chief, True)]
    assert staff.share_of([school.pk], now) == {school.pk: (2, 1)}


def test_it_holds_a_year(school, chief, now):
    regulation_acknowledge(institution=school, user=chief, now=now)
    assert staff.missing_for(chief, [school.pk], now + timedelta(days=364)) == []
    assert staff.missing_for(chief, [school.pk], now + timedelta(days=366)) == [school.pk]


def test_a_new_version_is_read_again(school, chief, now):
    regulation_acknowledge(institution=school, user=chief, now=now)
    texts = {"title": "Quy chế", "summary": "Tóm tắt", "body": "<p>Mới</p>", "changes": "Mới"}
    notice = notice_publish(institution=school, texts=texts, approved_by=chief)
    later = notice.published_at + timedelta(seconds=1)
    assert staff.missing_for(chief, [school.pk], later) == [school.pk]
    regulation_acknowledge(institution=school, user=chief, now=later)
    assert staff.missing_for(chief, [school.pk], later) == []


def test_on_two_boards_each_is_read(school, department, chief, now):
    board_member_add(institution=department, role=BoardRole.AUTHOR, user=chief)
    regulation_acknowledge(institution=school, user=chief, now=now)
    assert staff.missing_for(chief, [school.pk, department.pk], now) == [department.pk]


def test_old_ones_go(school, chief, now):
    regulation_acknowledge(institution=school, user=chief, now=now)
    assert acknowledgements_purge(now=now + timedelta(days=3 * 365 - 1)) == 0
    assert acknowledgements_purge(now=now + timedelta(days=3 * 365 + 1)) == 1
