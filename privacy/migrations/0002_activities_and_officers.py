import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="purpose",
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
            model_name="purpose",
            name="is_publication",
            field=models.BooleanField(
                default=False,
                help_text="From the age of seven a child says so too (law 91/2025, article 24).",
                verbose_name="the information is published",
            ),
        ),
        migrations.AddField(
            model_name="purpose",
            name="retention_starts",
            field=models.CharField(
                choices=[
                    ("submit", "the day it was received"),
                    ("close", "the day the form or matter is closed"),
                    ("year_end", "the end of the school year (31 May)"),
                    ("decision", "the day of the decision"),
                ],
                default="submit",
                max_length=8,
                verbose_name="counted from",
            ),
        ),
        migrations.CreateModel(
            name="ProcessingActivity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=64, verbose_name="code")),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=255, verbose_name="name in English")),
                ("description", models.TextField(blank=True, verbose_name="what is done")),
                ("description_en", models.TextField(blank=True, verbose_name="what is done, in English")),
                ("unit", models.CharField(blank=True, max_length=255, verbose_name="unit in charge")),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Post, telephone or e-mail; no private one.",
                        max_length=255,
                        verbose_name="contact",
                    ),
                ),
                (
                    "subjects",
                    models.CharField(
                        blank=True,
                        help_text="For example: parents, pupils.",
                        max_length=255,
                        verbose_name="whose information",
                    ),
                ),
                (
                    "includes_children",
                    models.BooleanField(default=False, verbose_name="information on children"),
                ),
                ("source", models.CharField(blank=True, max_length=255, verbose_name="where it comes from")),
                ("storage", models.CharField(blank=True, max_length=255, verbose_name="where it is kept")),
                ("measures", models.TextField(blank=True, verbose_name="protective measures")),
                ("leaves_country", models.BooleanField(default=False, verbose_name="leaves the country")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("review", "Waiting for approval"),
                            ("approved", "In force"),
                            ("outdated", "To be assessed again"),
                            ("closed", "Ended"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("is_generated", models.BooleanField(default=False, editable=False)),
                ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="approved")),
                ("approved_sha256", models.CharField(blank=True, editable=False, max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "processing activity",
                "verbose_name_plural": "processing activities",
                "ordering": ["institution", "name", "pk"],
            },
        ),
        migrations.AddField(
            model_name="purpose",
            name="activity",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="purposes",
                to="privacy.processingactivity",
                verbose_name="processing activity",
            ),
        ),
        migrations.CreateModel(
            name="PrivacyOfficer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        help_text="Number and date of the decision.",
                        max_length=255,
                        verbose_name="decision of appointment",
                    ),
                ),
                ("appointed_on", models.DateField(verbose_name="appointed on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="privacy_officers",
                        to="network.institution",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "officer for personal information",
                "verbose_name_plural": "officers for personal information",
                "ordering": ["institution", "-appointed_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("appointed_on")),
                            _connector="OR",
                        ),
                        name="officer_term_in_order",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="processingactivity",
            constraint=models.UniqueConstraint(fields=("institution", "code"), name="activity_code_unique"),
        ),
    ]
