import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0004_consultations_and_questions"),
        ("network", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="feedbackcase",
            name="about_page",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="answered_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="answered"),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="answered by",
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="assigned_to",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="handled by",
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="due_on",
            field=models.DateField(
                db_index=True, editable=False, null=True, verbose_name="to be answered by"
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="kind",
            field=models.CharField(blank=True, editable=False, max_length=10, verbose_name="kind"),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="passed_to",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="network.institution",
                verbose_name="passed on to",
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="reminded_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="sealed_answer",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="seen_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="seen by the sender"),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="suspicion",
            field=models.CharField(
                blank=True,
                choices=[("links", "Many links"), ("same", "The same words were sent before")],
                db_index=True,
                editable=False,
                max_length=5,
                verbose_name="kept apart",
            ),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="told_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="letter sent"),
        ),
        migrations.AddField(
            model_name="feedbackcase",
            name="words",
            field=models.CharField(blank=True, db_index=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="feedbackpage",
            name="shows_statistics",
            field=models.BooleanField(
                default=False,
                help_text="Numbers for each kind in this year and the last one; fewer than five are not told apart.",
                verbose_name="show how much came and was answered",
            ),
        ),
        migrations.AlterField(
            model_name="feedbackcase",
            name="changed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="changed by",
            ),
        ),
        migrations.AlterField(
            model_name="feedbackcase",
            name="state",
            field=models.CharField(
                choices=[
                    ("received", "Received"),
                    ("handled", "Being handled"),
                    ("passed", "Passed on"),
                    ("answered", "Answered"),
                    ("closed", "Closed"),
                ],
                db_index=True,
                default="received",
                max_length=8,
                verbose_name="state",
            ),
        ),
        migrations.CreateModel(
            name="FeedbackCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField()),
                ("kind", models.CharField(max_length=10)),
                ("received", models.PositiveIntegerField(default=0)),
                ("answered", models.PositiveIntegerField(default=0)),
                ("in_time", models.PositiveIntegerField(default=0)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "number of pieces of feedback",
                "verbose_name_plural": "numbers of pieces of feedback",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "month", "kind"), name="feedback_count_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UsefulCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_key", models.UUIDField()),
                ("day", models.DateField()),
                ("is_useful", models.BooleanField()),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("missing", "What I looked for is not here"),
                            ("unclear", "It is hard to understand"),
                            ("old", "It is out of date"),
                            ("broken", "Something does not work"),
                        ],
                        max_length=8,
                    ),
                ),
                ("number", models.PositiveIntegerField(default=0)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers about a page",
                "verbose_name_plural": "answers about pages",
                "indexes": [models.Index(fields=["institution", "day"], name="useful_count_period")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page_key", "day", "is_useful", "reason"), name="useful_count_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_useful", False), ("reason", ""), _connector="OR"),
                        name="useful_reason_beside_no",
                    ),
                ],
            },
        ),
    ]
