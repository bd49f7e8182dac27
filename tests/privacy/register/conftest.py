from datetime import date

import pytest

from editorial.choices import BoardRole
from network.choices import InstitutionType
from privacy.models import PrivacyOfficer, ProcessingActivity, Purpose
from tests.factories import make_institution, make_member


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF, last_name="Trưởng ban")


@pytest.fixture
def head(school):
    return make_member(school, BoardRole.HEAD, last_name="Hiệu trưởng")


@pytest.fixture
def other_school(department):
    return make_institution("HS02", "Trường THCS Bến Đò", InstitutionType.LOWER_SECONDARY, department)


@pytest.fixture
def activity(school):
    return ProcessingActivity.objects.get(institution=school, code="feedback")


@pytest.fixture
def draft_activity(school):
    """One that nobody has handed in, with one purpose."""
    made = ProcessingActivity.objects.create(institution=school, code="cau-lac-bo", name="Đăng ký câu lạc bộ")
    Purpose.objects.create(
        institution=school, activity=made, form=made.code, code="xep-lop", text="xếp lớp", retention_days=90
    )
    return made


def appoint(institution, user, *, on=date(2026, 1, 5), until=None):
    return PrivacyOfficer.objects.create(
        institution=institution, user=user, decision="12/QĐ", appointed_on=on, ends_on=until
    )


def content_of(activity, **changes):
    """What an activity says, its first purpose changed."""
    content = activity.described()
    content["purposes"][0] |= changes
    return content
