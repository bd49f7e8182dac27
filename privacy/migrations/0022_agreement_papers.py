import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0021_subjects_in_english"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreement_papers",
                        to="network.institution",
                    ),
                ),
                (
                    "processor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="privacy.processor",
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="privacy.transferagreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "paper of an agreement",
                "verbose_name_plural": "papers of agreements",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("transfer__isnull", True), ("processor__isnull", True), _connector="XOR"
                        ),
                        name="paper_of_one_agreement",
                    )
                ],
            },
        ),
    ]
