import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0004_purposes_of_activities"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="processingactivity",
            name="approved_content",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="processingactivity",
            name="proposed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="processingactivity",
            name="submitted_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="handed in"),
        ),
        migrations.CreateModel(
            name="RegisterEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("written", "Written"),
                            ("submitted", "Handed in for approval"),
                            ("recalled", "Taken back"),
                            ("returned", "Returned"),
                            ("approved", "Approved"),
                            ("changed", "Changed after approval"),
                            ("closed", "Ended"),
                        ],
                        max_length=9,
                        verbose_name="act",
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=16)),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "activity",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="privacy.processingactivity",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="privacy.notice",
                    ),
                ),
            ],
            options={
                "verbose_name": "act in the register of personal information",
                "verbose_name_plural": "acts in the register of personal information",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("activity__isnull", True), ("notice__isnull", False)),
                            models.Q(("activity__isnull", False), ("notice__isnull", True)),
                            _connector="OR",
                        ),
                        name="register_event_of_one",
                    )
                ],
            },
        ),
    ]
