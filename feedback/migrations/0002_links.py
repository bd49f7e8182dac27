import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("feedback", "0002_picture_words"),
        ("feedback", "0003_upkeep_moves"),
    ]

    initial = True

    dependencies = [
        ("feedback", "0001_tables"),
        ("privacy", "0001_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="feedbackcase",
            name="submission",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="feedback_case",
                to="privacy.submission",
            ),
        ),
    ]
