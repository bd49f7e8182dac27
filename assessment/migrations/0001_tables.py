from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("assessment", "0001_states_and_letters"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="BoardLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="text")),
                ("keys", models.JSONField(default=list)),
                ("complete_by", models.DateField(null=True, verbose_name="to be completed by")),
                ("recipients", models.PositiveSmallIntegerField(default=0, verbose_name="recipients")),
                ("created_at", models.DateTimeField(verbose_name="sent")),
                ("resolved_at", models.DateTimeField(null=True, verbose_name="settled")),
            ],
            options={
                "verbose_name": "letter to a board",
                "verbose_name_plural": "letters to boards",
                "ordering": ["-created_at", "-pk"],
            },
        ),
    ]
