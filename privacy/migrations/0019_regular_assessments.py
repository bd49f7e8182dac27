from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0018_guard_grounds"),
    ]

    operations = [
        migrations.AlterField(
            model_name="assessment",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("initial", "First assessment"),
                    ("periodic", "Regular assessment"),
                    ("change", "Something has changed"),
                    ("incident", "After an incident"),
                ],
                max_length=8,
                verbose_name="reason",
            ),
        ),
    ]
