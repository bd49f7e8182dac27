import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0007_calendar_2026_2027"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="submission",
            name="at_end",
            field=models.CharField(
                choices=[
                    ("erase", "erase"),
                    ("anonymise", "keep totals only"),
                    ("archive", "hand over to the archive, then erase"),
                ],
                default="erase",
                max_length=9,
                verbose_name="then",
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="closed_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="closed on"),
        ),
        migrations.AddField(
            model_name="submission",
            name="decided_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="decided on"),
        ),
        migrations.AddField(
            model_name="submission",
            name="trim_at",
            field=models.DateTimeField(db_index=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="privacyaudit",
            name="action",
            field=models.CharField(
                choices=[
                    ("create", "Received"),
                    ("read", "Read"),
                    ("change", "Changed"),
                    ("export", "Exported"),
                    ("deny", "Access refused"),
                    ("erase", "Erased"),
                ],
                max_length=8,
                verbose_name="action",
            ),
        ),
        migrations.CreateModel(
            name="DeletionRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(editable=False)),
                (
                    "occurred_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="when"
                    ),
                ),
                ("prev_hash", models.CharField(editable=False, max_length=64)),
                ("hash", models.CharField(editable=False, max_length=64)),
                ("what", models.CharField(default="privacy.submission", max_length=80)),
                ("form", models.CharField(blank=True, max_length=64, verbose_name="form")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("expired", "Its period is over"),
                            ("withdrawn", "Consent withdrawn"),
                            ("request", "Request of the person"),
                            ("completed", "Survey completed"),
                            ("order", "Order of a competent agency"),
                            ("replay", "Erased before, came back with a copy of the database"),
                        ],
                        max_length=9,
                        verbose_name="reason",
                    ),
                ),
                (
                    "ended",
                    models.CharField(
                        choices=[
                            ("whole", "erased"),
                            ("part", "answers erased in part"),
                            ("totals", "erased, totals kept"),
                            ("archive", "handed over to the archive, then erased"),
                        ],
                        default="whole",
                        max_length=7,
                        verbose_name="what was done",
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=255, verbose_name="rule")),
                ("counts", models.JSONField(default=dict)),
                ("subjects", models.JSONField(default=list)),
                ("details", models.JSONField(blank=True, default=dict)),
                ("request_sha256", models.CharField(blank=True, max_length=64)),
                ("logged_at", models.DateTimeField(editable=False, null=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "record of deletion",
                "verbose_name_plural": "records of deletion",
                "ordering": ["institution", "number"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("logged_at__isnull", True)),
                        fields=["number"],
                        name="deletion_not_logged",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("institution", "number"), name="deletion_number_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form", models.CharField(blank=True, max_length=64, verbose_name="form")),
                (
                    "reason",
                    models.TextField(
                        help_text="What it is needed for. Name no person.", verbose_name="reason"
                    ),
                ),
                (
                    "citation",
                    models.CharField(
                        help_text="Number, date and issuer of the document or article.",
                        max_length=255,
                        verbose_name="ordered by",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("placed_at", models.DateTimeField(auto_now_add=True)),
                ("lifted_at", models.DateTimeField(editable=False, null=True, verbose_name="lifted")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="legal_holds",
                        to="network.institution",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="privacy.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "hold on erasure",
                "verbose_name_plural": "holds on erasure",
                "ordering": ["-ends_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="hold_term_in_order"
                    )
                ],
            },
        ),
    ]
