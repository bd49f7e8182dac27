"""The days that differ from their weekday and that the product knows; a day that was entered by hand stays as it is."""

from django.db import migrations

from privacy.holidays import DAYS, FIELDS


def enter(apps, schema_editor):
    Holiday = apps.get_model("privacy", "Holiday")
    known = set(Holiday.objects.values_list("day", flat=True))
    Holiday.objects.bulk_create(
        Holiday(**dict(zip(FIELDS, row, strict=True))) for row in DAYS if row[0] not in known
    )


class Migration(migrations.Migration):
    dependencies = [("privacy", "0006_requests_and_calendar")]

    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
