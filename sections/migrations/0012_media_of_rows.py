from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sections", "0011_english_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="importedrow",
            name="media",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AlterField(
            model_name="alertpage",
            name="shown_from",
            field=models.DateTimeField(
                blank=True,
                help_text="Left empty: from its publication. For example 04/09/2026 06:00.",
                null=True,
                verbose_name="shown from",
            ),
        ),
        migrations.AlterField(
            model_name="alertpage",
            name="shown_until",
            field=models.DateTimeField(
                db_index=True,
                help_text="It goes by itself. For example 05/09/2026 18:00.",
                verbose_name="shown until",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="ends_at",
            field=models.DateTimeField(
                blank=True,
                help_text="For an event of several days its last day, for example 07/09/2026 11:00.",
                null=True,
                verbose_name="ends",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="repeat_until",
            field=models.DateField(
                blank=True,
                help_text="For example 31/05/2027.",
                null=True,
                verbose_name="last day of the repetition",
            ),
        ),
        migrations.AlterField(
            model_name="eventpage",
            name="starts_at",
            field=models.DateTimeField(
                help_text="For example 05/09/2026 07:00; for a whole day the day is enough.",
                verbose_name="begins",
            ),
        ),
        migrations.AlterField(
            model_name="eventskip",
            name="day",
            field=models.DateField(help_text="For example 02/09/2026.", verbose_name="day"),
        ),
    ]
