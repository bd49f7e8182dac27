"""What is kept for transactional tests comes back as it was (tests/support/restored.py)."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from wagtail.models import Locale, Page

from tests.support.restored import rows_kept, rows_put_back

pytestmark = pytest.mark.django_db


def test_emptied_tables_hold_the_same_rows_again():
    creation = connection.creation
    kept = rows_kept(creation)
    assert {"wagtailcore_page", "auth_permission", "django_content_type"} <= kept.keys()
    with connection.cursor() as cursor:
        for table in (Permission._meta.db_table, "privacy_holiday"):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
    assert not Permission.objects.exists()
    rows_put_back(creation, kept)
    again = rows_kept(creation)
    assert again.keys() == kept.keys()
    for table, (columns, rows) in kept.items():
        assert again[table][0] == columns
        assert sorted(map(repr, again[table][1])) == sorted(map(repr, rows))


def test_a_table_that_holds_rows_is_left_alone():
    creation = connection.creation
    kept = rows_kept(creation)
    Locale.objects.create(language_code="fr")
    rows_put_back(creation, kept)
    assert Locale.objects.count() == 3
    assert Page.objects.filter(depth=1).count() == 1
