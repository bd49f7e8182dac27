import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0014_activities_of_rights"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("initial", "First assessment"),
                            ("periodic", "A year has passed"),
                            ("change", "Something has changed"),
                            ("incident", "After an incident"),
                        ],
                        max_length=8,
                        verbose_name="reason",
                    ),
                ),
                ("changes", models.JSONField(default=list, editable=False)),
                ("opened_at", models.DateTimeField(verbose_name="due since")),
                ("due_on", models.DateField(db_index=True, verbose_name="due")),
                ("release", models.CharField(blank=True, max_length=40, verbose_name="release")),
                ("facts", models.JSONField(default=dict, editable=False)),
                (
                    "risk",
                    models.CharField(
                        blank=True,
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        max_length=6,
                        verbose_name="remaining risk",
                    ),
                ),
                ("done_at", models.DateTimeField(editable=False, null=True, verbose_name="done")),
                (
                    "done_by",
                    models.ForeignKey(
                        editable=False,
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
                        related_name="privacy_assessments",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "assessment of personal information",
                "verbose_name_plural": "assessments of personal information",
                "ordering": ["-opened_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AssessmentAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("point", models.CharField(max_length=20)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "fulfilment",
                    models.CharField(
                        choices=[("met", "Fulfilled"), ("partly", "In part"), ("not_met", "Not fulfilled")],
                        max_length=7,
                        verbose_name="fulfilled",
                    ),
                ),
                ("text", models.TextField(verbose_name="finding")),
                ("remedy", models.TextField(blank=True, verbose_name="what is to be done")),
                ("written_at", models.DateTimeField()),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="privacy.assessment",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of an assessment",
                "verbose_name_plural": "answers of assessments",
                "ordering": ["assessment", "point", "number"],
            },
        ),
        migrations.CreateModel(
            name="CompetentBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=255, verbose_name="name in English")),
                ("competent_for", models.CharField(max_length=500, verbose_name="competent for")),
                ("address", models.CharField(blank=True, max_length=255, verbose_name="address")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="telephone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("citation", models.CharField(max_length=255, verbose_name="article of the law")),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="competent_bodies",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "competent body",
                "verbose_name_plural": "competent bodies",
                "ordering": ["institution", "name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("disclosed", "Disclosed or published"),
                            ("stolen", "Stolen or copied"),
                            ("lost", "Lost or destroyed"),
                            ("changed", "Changed without right"),
                            ("misused", "Used for something else"),
                            ("attack", "Attack on the system"),
                            ("outage", "Failure of the system"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Time, place, act and its author as far as known. Name no one affected.",
                        verbose_name="what happened",
                    ),
                ),
                ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="happened")),
                (
                    "detected_at",
                    models.DateTimeField(help_text="The clocks run from here.", verbose_name="discovered"),
                ),
                (
                    "touches_data",
                    models.BooleanField(default=True, verbose_name="personal information is concerned"),
                ),
                (
                    "is_cyber",
                    models.BooleanField(default=False, verbose_name="attack on or failure of systems"),
                ),
                ("is_serious", models.BooleanField(default=False, verbose_name="serious")),
                (
                    "stops_service",
                    models.BooleanField(
                        default=False, verbose_name="public order is at stake or services are down for many"
                    ),
                ),
                (
                    "has_location",
                    models.BooleanField(
                        default=False, verbose_name="location or biometric information is concerned"
                    ),
                ),
                ("systems", models.CharField(blank=True, max_length=500, verbose_name="systems concerned")),
                (
                    "data_types",
                    models.CharField(blank=True, max_length=500, verbose_name="kinds of information"),
                ),
                ("forms", models.JSONField(blank=True, default=list, verbose_name="forms concerned")),
                ("since", models.DateField(blank=True, null=True, verbose_name="submissions from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="submissions until")),
                (
                    "affected",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="people affected"),
                ),
                ("affected_is_counted", models.BooleanField(default=False, editable=False)),
                ("consequences", models.TextField(blank=True, verbose_name="possible consequences")),
                ("measures", models.TextField(blank=True, verbose_name="measures taken and planned")),
                ("advice", models.TextField(blank=True, verbose_name="advice to the people affected")),
                ("cause", models.TextField(blank=True, verbose_name="cause")),
                ("lessons", models.TextField(blank=True, verbose_name="lessons")),
                (
                    "risk",
                    models.CharField(
                        blank=True,
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        max_length=6,
                        verbose_name="risk for people",
                    ),
                ),
                ("contained_at", models.DateTimeField(editable=False, null=True, verbose_name="contained")),
                (
                    "public_from",
                    models.DateTimeField(editable=False, null=True, verbose_name="announced on the site"),
                ),
                ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed")),
                ("is_drill", models.BooleanField(default=False, editable=False, verbose_name="drill")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="network.institution",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "incident",
                "verbose_name_plural": "incidents",
                "ordering": ["-detected_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="IncidentEvent",
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
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("opened", "Entered in the register"),
                            ("noted", "Noted"),
                            ("changed", "Details changed"),
                            ("contained", "Contained"),
                            ("reported", "Reported"),
                            ("printed", "Report printed"),
                            ("told", "People told"),
                            ("closed", "Closed"),
                        ],
                        max_length=9,
                        verbose_name="act",
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="privacy.incident",
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
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an incident",
                "verbose_name_plural": "steps of incidents",
                "ordering": ["institution", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IncidentRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=255, verbose_name="what is to be done")),
                ("name_en", models.CharField(blank=True, max_length=255, verbose_name="in English")),
                (
                    "applies",
                    models.CharField(
                        choices=[
                            ("data", "personal information is concerned"),
                            ("outage", "public order is at stake or services are down for many"),
                            ("serious", "a serious attack or failure"),
                            ("cyber", "any attack on or failure of systems"),
                            ("location", "location or biometric information is concerned"),
                        ],
                        max_length=8,
                        verbose_name="applies to",
                    ),
                ),
                ("hours", models.PositiveSmallIntegerField(help_text="0: at once.", verbose_name="hours")),
                ("citation", models.CharField(max_length=255, verbose_name="article of the law")),
                ("valid_from", models.DateField(verbose_name="in force from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "clock of incidents",
                "verbose_name_plural": "clocks of incidents",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("code", "valid_from"), name="incident_rule_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("given_at", models.DateTimeField(db_index=True, verbose_name="read")),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="privacy.notice"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "acknowledgement",
                "verbose_name_plural": "acknowledgements",
                "ordering": ["-given_at", "-pk"],
                "indexes": [
                    models.Index(fields=["institution", "user", "-given_at"], name="acknowledgement_newest")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_at", None)), fields=("institution",), name="assessment_open_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentanswer",
            constraint=models.UniqueConstraint(
                fields=("assessment", "point", "number"), name="assessment_answer_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.UniqueConstraint(
                fields=("institution", "number"), name="incident_number_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentevent",
            constraint=models.UniqueConstraint(
                fields=("institution", "number"), name="incident_event_unique"
            ),
        ),
    ]
