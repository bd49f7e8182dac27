from django.db import migrations

KINDS = {
    "submitted_notifications": "editorial.submitted",
    "approved_notifications": "editorial.approved",
    "rejected_notifications": "editorial.rejected",
}


def keep_choices(apps, schema_editor):
    """Who had switched a kind of letter off in Wagtail's own panel gets none of it from the outbox either."""
    profiles = apps.get_model("wagtailusers", "UserProfile").objects
    preferences = apps.get_model("network", "LetterPreference").objects
    for field, kind in KINDS.items():
        people = profiles.filter(**{field: False}).values_list("user_id", flat=True)
        rows = [preferences.model(user_id=pk, kind=kind, delivery="never") for pk in people]
        preferences.bulk_create(rows, ignore_conflicts=True, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0004_known_since"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [migrations.RunPython(keep_choices, migrations.RunPython.noop)]
