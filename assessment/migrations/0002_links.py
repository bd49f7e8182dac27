import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("assessment", "0002_first_steps"),
    ]

    initial = True

    dependencies = [
        ("assessment", "0001_tables"),
        ("network", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            },
        ),
        migrations.AddField(
            model_name="boardletter",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="letters_received",
                to="network.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="boardletter",
            name="sender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="letters_written",
                to="network.institution",
                verbose_name="authority",
            ),
        ),
        migrations.AddField(
            model_name="boardletter",
            name="sent_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="written by",
            ),
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
                ("overdue", models.PositiveSmallIntegerField(default=0, verbose_name="review overdue")),
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
            },
        ),
        migrations.AddIndex(
            model_name="boardletter",
            index=models.Index(fields=["institution", "resolved_at"], name="board_letter_open"),
        ),
    ]
