import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [
        ("assessment", "0001_states_and_letters"),
        ("assessment", "0001_tables"),
        ("assessment", "0002_first_steps"),
        ("assessment", "0002_links"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("network", "0001_gathered"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="BoardLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters_written",
                                to="network.institution",
                                verbose_name="authority",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters_received",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="written by",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="text")),
                        ("keys", models.JSONField(default=list)),
                        ("complete_by", models.DateField(null=True, verbose_name="to be completed by")),
                        (
                            "recipients",
                            models.PositiveSmallIntegerField(default=0, verbose_name="recipients"),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="sent")),
                        ("resolved_at", models.DateTimeField(null=True, verbose_name="settled")),
                    ],
                    options={
                        "verbose_name": "letter to a board",
                        "verbose_name_plural": "letters to boards",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["institution", "resolved_at"], name="board_letter_open")
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="FirstStepsDismissal",
                    fields=[
                        (
                            "institution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="first_steps_dismissal",
                                serialize=False,
                                to="network.institution",
                            ),
                        ),
                        ("dismissed_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "dismissal of the first steps",
                        "verbose_name_plural": "dismissals of the first steps",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="SiteState",
                    fields=[
                        (
                            "institution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="site_state",
                                serialize=False,
                                to="network.institution",
                            ),
                        ),
                        ("missing", models.PositiveSmallIntegerField(default=0, verbose_name="empty")),
                        ("partly", models.PositiveSmallIntegerField(default=0, verbose_name="out of date")),
                        (
                            "overdue",
                            models.PositiveSmallIntegerField(default=0, verbose_name="review overdue"),
                        ),
                        ("total", models.PositiveSmallIntegerField(default=0, verbose_name="required")),
                        ("severity", models.PositiveIntegerField(default=0, editable=False)),
                        ("worst_key", models.CharField(blank=True, max_length=32)),
                        ("stale_from", models.DateField(null=True)),
                        ("review_due_on", models.DateField(null=True)),
                        ("published_at", models.DateTimeField(null=True)),
                        ("has_chief", models.BooleanField(default=False)),
                        ("signed_in_at", models.DateTimeField(null=True)),
                        ("feedback_waiting", models.PositiveIntegerField(default=0)),
                        ("feedback_since", models.DateTimeField(null=True)),
                        ("waiting_since", models.DateTimeField(null=True)),
                        ("assessed_at", models.DateTimeField()),
                        ("is_due", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "state of a site",
                        "verbose_name_plural": "states of sites",
                        "indexes": [
                            models.Index(
                                models.OrderBy(models.F("severity"), descending=True),
                                models.F("stale_from"),
                                models.F("institution"),
                                name="site_state_worst",
                            ),
                            models.Index(fields=["is_due", "assessed_at"], name="site_state_due"),
                        ],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
