import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0011_retention_totals"),
    ]

    operations = [
        migrations.CreateModel(
            name="FloodBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("began_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="began")),
                ("until", models.DateTimeField(db_index=True, verbose_name="until")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="flood_breaks",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "break of a form",
                "verbose_name_plural": "breaks of forms",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("institution", "form"),
                        name="flood_break_once",
                    )
                ],
            },
        ),
    ]
