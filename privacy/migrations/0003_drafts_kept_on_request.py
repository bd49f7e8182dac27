from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0002_known_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="formdraft",
            name="kept_until",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="formdraft",
            name="reference",
            field=models.CharField(editable=False, max_length=24, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="formdraft",
            name="secret_hash",
            field=models.CharField(blank=True, editable=False, max_length=255),
        ),
    ]
