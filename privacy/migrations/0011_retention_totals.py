import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0010_sealed_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchivePackage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("count", models.PositiveIntegerField(verbose_name="records")),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("path", models.CharField(blank=True, editable=False, max_length=120)),
                ("sealed_key", models.TextField(blank=True, editable=False)),
                ("made_at", models.DateTimeField(verbose_name="made")),
                ("ends_at", models.DateTimeField(db_index=True, verbose_name="kept until")),
                (
                    "handed_over_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="handed over"),
                ),
                (
                    "receipt",
                    models.CharField(
                        blank=True,
                        help_text="Number and date.",
                        max_length=255,
                        verbose_name="record of delivery",
                    ),
                ),
                ("gone_at", models.DateTimeField(editable=False, null=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="archive_packages",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "package for the archive",
                "verbose_name_plural": "packages for the archive",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FormTotals",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("key", models.CharField(max_length=40)),
                ("first_on", models.DateField(verbose_name="from")),
                ("last_on", models.DateField(verbose_name="until")),
                ("number", models.PositiveIntegerField(editable=False, null=True, verbose_name="answers")),
                ("table", models.JSONField(default=list, editable=False)),
                ("sealed_counts", models.TextField(blank=True, editable=False)),
                ("final_at", models.DateTimeField(editable=False, null=True, verbose_name="final")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="form_totals",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "totals of a form",
                "verbose_name_plural": "totals of forms",
                "ordering": ["-last_on", "form", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("closed_on", models.DateField(verbose_name="closed on")),
                ("complete_on", models.DateField(db_index=True, verbose_name="completed by itself on")),
                ("completed_at", models.DateTimeField(editable=False, null=True, verbose_name="completed")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="surveys",
                        to="network.institution",
                    ),
                ),
                (
                    "totals",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="privacy.formtotals",
                    ),
                ),
            ],
            options={
                "verbose_name": "survey",
                "verbose_name_plural": "surveys",
                "ordering": ["-closed_on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="formtotals",
            constraint=models.UniqueConstraint(
                fields=("institution", "form", "key"), name="totals_key_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="formtotals",
            constraint=models.CheckConstraint(
                condition=models.Q(("final_at__isnull", True), ("sealed_counts", ""), _connector="OR"),
                name="totals_final_keep_no_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.UniqueConstraint(
                condition=models.Q(("completed_at", None)),
                fields=("institution", "form"),
                name="survey_open_unique",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(("complete_on__gte", models.F("closed_on"))), name="survey_days_in_order"
            ),
        ),
    ]
