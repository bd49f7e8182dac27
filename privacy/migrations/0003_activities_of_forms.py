"""Every form that a site has becomes an entry of its register, in force as it was."""

from django.db import migrations
from django.utils import timezone

NAMES = {"feedback": ("Phản ánh, kiến nghị, góp ý", "Feedback and complaints")}


def register_forms(apps, schema_editor):
    Purpose = apps.get_model("privacy", "Purpose")
    Activity = apps.get_model("privacy", "ProcessingActivity")
    open_rows = Purpose.objects.filter(activity__isnull=True)
    pairs = set(open_rows.values_list("institution_id", "form"))
    Activity.objects.bulk_create(
        [
            Activity(
                institution_id=pk,
                code=form,
                name=NAMES.get(form, (form, ""))[0],
                name_en=NAMES.get(form, ("", ""))[1],
                status="approved",
                is_generated=True,
                approved_at=timezone.now(),
            )
            for pk, form in sorted(pairs)
        ],
        batch_size=500,
    )
    for activity in Activity.objects.iterator():
        Purpose.objects.filter(institution_id=activity.institution_id, form=activity.code).update(
            activity=activity
        )


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_activities_and_officers")]

    operations = [migrations.RunPython(register_forms, migrations.RunPython.noop)]
