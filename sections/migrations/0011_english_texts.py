import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("sections", "0010_records_typed"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.CreateModel(
            name="EnglishText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(unique=True)),
                ("changed_at", models.DateTimeField(verbose_name="the Vietnamese page changed")),
                (
                    "taken_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="the English draft took it over"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="english_texts",
                        to="network.institution",
                    ),
                ),
                (
                    "translation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="english_text",
                        to="wagtail_localize.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "English text",
                "verbose_name_plural": "English texts",
            },
        ),
    ]
