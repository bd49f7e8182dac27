"""A demonstration database of an older version is kept beside the new one."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from edusite.demo.outgrown import is_outgrown

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded():
    return MigrationRecorder(connection)


def test_a_database_of_today_is_not_outgrown():
    assert not is_outgrown()


def test_one_that_has_all_that_was_gathered_goes_on(recorded):
    recorded.record_unapplied("editorial", "0001_media")
    recorded.record_applied("editorial", "0001_initial")
    assert not is_outgrown()


def test_one_from_the_middle_is_outgrown(recorded):
    recorded.record_unapplied("network", "0001_gathered")
    recorded.migration_qs.filter(app="network").exclude(name="0001_initial").delete()
    recorded.record_applied("network", "0001_initial")
    assert is_outgrown()
