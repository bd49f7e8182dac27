"""Who sees how much of an application."""

import pytest

from editorial.choices import BoardRole
from enrolment.policies import Reach, application_reach, applications_for, may_open_sent_application
from network.choices import InstitutionType
from tests.enrolment.making_applications import make_application
from tests.factories import make_institution, make_member, make_superuser


@pytest.fixture
def application(world):
    return make_application(world.campaign, (world.school, "chuyen"), (world.other, "chuyen"))


def test_each_sees_what_concerns_them(application, world):
    far = make_institution("HS03", "Trường THPT Sông Cái", InstitutionType.UPPER_SECONDARY, world.department)
    seen = {
        "chief": application_reach(world.chief, application),
        "editor": application_reach(world.editor, application),
        "author": application_reach(make_member(world.school, BoardRole.AUTHOR), application),
        "second school": application_reach(world.stranger, application),
        "authority": application_reach(world.authority, application),
        "stranger": application_reach(make_member(far, BoardRole.CHIEF), application),
        "administrator": application_reach(make_superuser(), application),
    }
    assert seen == {
        "chief": Reach.FULL,
        "editor": Reach.FULL,
        "author": Reach.NONE,
        "second school": Reach.WISH,
        "authority": Reach.FULL,
        "stranger": Reach.NONE,
        "administrator": Reach.NONE,
    }


def test_files_are_for_those_who_check(application, world):
    assert may_open_sent_application(world.editor, application.submission)
    assert not may_open_sent_application(world.stranger, application.submission)
    assert applications_for(world.stranger).get() == application
