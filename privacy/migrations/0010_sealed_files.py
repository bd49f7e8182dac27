import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0009_fields_of_built_forms"),
    ]

    operations = [
        migrations.AlterField(
            model_name="privacyaudit",
            name="action",
            field=models.CharField(
                choices=[
                    ("create", "Received"),
                    ("read", "Read"),
                    ("change", "Changed"),
                    ("export", "Exported"),
                    ("decrypt", "Opened by the system"),
                    ("deny", "Access refused"),
                    ("erase", "Erased"),
                ],
                max_length=8,
                verbose_name="action",
            ),
        ),
        migrations.CreateModel(
            name="LookupKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("phone", "Telephone"),
                            ("email", "E-mail"),
                            ("number", "Number of a document"),
                            ("code", "Code"),
                        ],
                        max_length=8,
                    ),
                ),
                ("digest", models.CharField(db_index=True, editable=False, max_length=64)),
                ("sealed_value", models.TextField(editable=False)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lookup_keys",
                        to="privacy.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "look-up key",
                "verbose_name_plural": "look-up keys",
                "constraints": [
                    models.UniqueConstraint(fields=("submission", "kind", "digest"), name="lookup_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("field", models.CharField(max_length=64)),
                ("sealed_meta", models.TextField(editable=False)),
                ("sealed_key", models.TextField(editable=False)),
                ("stored_as", models.CharField(editable=False, max_length=120, unique=True)),
                ("stored_size", models.PositiveIntegerField(editable=False)),
                ("stored_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "scan",
                    models.CharField(
                        choices=[("clean", "No virus found"), ("none", "Not scanned: no scanner is set up")],
                        max_length=5,
                        verbose_name="virus scan",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="privacy.formdraft",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="privacy.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a submission",
                "verbose_name_plural": "files of submissions",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submission__isnull", True), ("draft__isnull", True), _connector="XOR"
                        ),
                        name="file_of_submission_or_draft",
                    )
                ],
            },
        ),
    ]
