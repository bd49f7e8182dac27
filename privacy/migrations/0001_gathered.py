import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [
        ("privacy", "0001_initial"),
        ("privacy", "0001_tables"),
        ("privacy", "0002_activities_and_officers"),
        ("privacy", "0003_activities_of_forms"),
        ("privacy", "0004_purposes_of_activities"),
        ("privacy", "0005_register_events"),
        ("privacy", "0006_requests_and_calendar"),
        ("privacy", "0008_retention"),
        ("privacy", "0009_fields_of_built_forms"),
        ("privacy", "0010_sealed_files"),
        ("privacy", "0011_retention_totals"),
        ("privacy", "0012_cases_and_floods"),
        ("privacy", "0013_agreements_and_drafts"),
        ("privacy", "0014_activities_of_rights"),
        ("privacy", "0015_inspection_and_incidents"),
        ("privacy", "0017_publication_guard"),
        ("privacy", "0019_regular_assessments"),
        ("privacy", "0020_guard_words"),
        ("privacy", "0021_subjects_in_english"),
        ("privacy", "0022_agreement_papers"),
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
                    name="ArchivePackage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="archive_packages",
                                to="network.institution",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "package for the archive",
                        "verbose_name_plural": "packages for the archive",
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
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
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="privacy_assessments",
                                to="network.institution",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                choices=[
                                    ("initial", "First assessment"),
                                    ("periodic", "Regular assessment"),
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
                    ],
                    options={
                        "verbose_name": "assessment of personal information",
                        "verbose_name_plural": "assessments of personal information",
                        "ordering": ["-opened_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("done_at", None)),
                                fields=("institution",),
                                name="assessment_open_unique",
                            )
                        ],
                        "indexes": [],
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
                        ("name", models.CharField(max_length=255, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=255, verbose_name="name in English"),
                        ),
                        ("competent_for", models.CharField(max_length=500, verbose_name="competent for")),
                        ("address", models.CharField(blank=True, max_length=255, verbose_name="address")),
                        ("phone", models.CharField(blank=True, max_length=60, verbose_name="telephone")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        ("citation", models.CharField(max_length=255, verbose_name="article of the law")),
                        ("valid_from", models.DateField(verbose_name="from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="until")),
                    ],
                    options={
                        "verbose_name": "competent body",
                        "verbose_name_plural": "competent bodies",
                        "ordering": ["institution", "name", "pk"],
                        "indexes": [],
                        "constraints": [],
                    },
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
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
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="deletion_number_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FloodBreak",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="flood_breaks",
                                to="network.institution",
                            ),
                        ),
                        ("form", models.CharField(max_length=64, verbose_name="form")),
                        (
                            "began_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="began"),
                        ),
                        ("until", models.DateTimeField(db_index=True, verbose_name="until")),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                    ],
                    options={
                        "verbose_name": "break of a form",
                        "verbose_name_plural": "breaks of forms",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("institution", "form"),
                                name="flood_break_once",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="FormDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("step", models.CharField(max_length=20)),
                        ("sealed_data", models.TextField(editable=False)),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("expires_at", models.DateTimeField(db_index=True)),
                    ],
                    options={
                        "verbose_name": "unfinished form",
                        "verbose_name_plural": "unfinished forms",
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="form_totals",
                                to="network.institution",
                            ),
                        ),
                        ("form", models.CharField(max_length=64, verbose_name="form")),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("key", models.CharField(max_length=40)),
                        ("first_on", models.DateField(verbose_name="from")),
                        ("last_on", models.DateField(verbose_name="until")),
                        (
                            "number",
                            models.PositiveIntegerField(editable=False, null=True, verbose_name="answers"),
                        ),
                        ("table", models.JSONField(default=list, editable=False)),
                        ("sealed_counts", models.TextField(blank=True, editable=False)),
                        ("final_at", models.DateTimeField(editable=False, null=True, verbose_name="final")),
                    ],
                    options={
                        "verbose_name": "totals of a form",
                        "verbose_name_plural": "totals of forms",
                        "ordering": ["-last_on", "form", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "form", "key"), name="totals_key_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("final_at__isnull", True), ("sealed_counts", ""), _connector="OR"
                                ),
                                name="totals_final_keep_no_counts",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuardDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("number", models.PositiveBigIntegerField(editable=False)),
                        (
                            "occurred_at",
                            models.DateTimeField(
                                db_index=True, default=django.utils.timezone.now, verbose_name="when"
                            ),
                        ),
                        ("prev_hash", models.CharField(editable=False, max_length=64)),
                        ("hash", models.CharField(editable=False, max_length=64)),
                        ("check_uid", models.UUIDField(db_index=True)),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "being read"),
                                    ("clear", "nothing found"),
                                    ("waiting", "waits for a decision"),
                                    ("released", "released until its end date"),
                                    ("refused", "publication refused"),
                                    ("masked", "replaced by a masked copy"),
                                    ("lookup", "turned into an individual look-up"),
                                    ("ended", "taken down, its time is over"),
                                    ("lapsed", "changed since, no longer there"),
                                ],
                                max_length=8,
                                verbose_name="decision",
                            ),
                        ),
                        ("digest", models.CharField(max_length=64)),
                        ("people", models.PositiveIntegerField(default=0, verbose_name="people listed")),
                        (
                            "citation",
                            models.CharField(blank=True, max_length=300, verbose_name="legal source"),
                        ),
                        ("ends_on", models.DateField(null=True, verbose_name="on the site until")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision before publication",
                        "verbose_name_plural": "decisions before publication",
                        "ordering": ["institution", "number"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="guard_number_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuardGround",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, unique=True)),
                        ("text", models.CharField(max_length=300, verbose_name="ground")),
                        (
                            "text_en",
                            models.CharField(blank=True, max_length=300, verbose_name="ground in English"),
                        ),
                        ("citation", models.CharField(max_length=300, verbose_name="legal source")),
                        (
                            "max_days",
                            models.PositiveIntegerField(verbose_name="longest time on the site, in days"),
                        ),
                        ("valid_from", models.DateField(verbose_name="in force from")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "ground for publishing a list",
                        "verbose_name_plural": "grounds for publishing lists",
                        "ordering": ["position", "code"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Holiday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True, verbose_name="day")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("off", "day off"), ("working", "working day made up for another")],
                                default="off",
                                max_length=7,
                                verbose_name="kind",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=120, verbose_name="name in English"),
                        ),
                        (
                            "source",
                            models.CharField(
                                help_text="The law or the announcement that names the day.",
                                max_length=255,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "is_provisional",
                            models.BooleanField(
                                default=False,
                                help_text="Counted as it stands until the announcement of the year is entered.",
                                verbose_name="not announced yet",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "day in the calendar",
                        "verbose_name_plural": "days in the calendar",
                        "ordering": ["day"],
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="incidents",
                                to="network.institution",
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
                            models.DateTimeField(
                                help_text="The clocks run from here.", verbose_name="discovered"
                            ),
                        ),
                        (
                            "touches_data",
                            models.BooleanField(
                                default=True, verbose_name="personal information is concerned"
                            ),
                        ),
                        (
                            "is_cyber",
                            models.BooleanField(
                                default=False, verbose_name="attack on or failure of systems"
                            ),
                        ),
                        ("is_serious", models.BooleanField(default=False, verbose_name="serious")),
                        (
                            "stops_service",
                            models.BooleanField(
                                default=False,
                                verbose_name="public order is at stake or services are down for many",
                            ),
                        ),
                        (
                            "has_location",
                            models.BooleanField(
                                default=False, verbose_name="location or biometric information is concerned"
                            ),
                        ),
                        (
                            "systems",
                            models.CharField(blank=True, max_length=500, verbose_name="systems concerned"),
                        ),
                        (
                            "data_types",
                            models.CharField(blank=True, max_length=500, verbose_name="kinds of information"),
                        ),
                        ("forms", models.JSONField(blank=True, default=list, verbose_name="forms concerned")),
                        ("since", models.DateField(blank=True, null=True, verbose_name="submissions from")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="submissions until")),
                        (
                            "affected",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="people affected"
                            ),
                        ),
                        ("affected_is_counted", models.BooleanField(default=False, editable=False)),
                        ("consequences", models.TextField(blank=True, verbose_name="possible consequences")),
                        ("measures", models.TextField(blank=True, verbose_name="measures taken and planned")),
                        (
                            "advice",
                            models.TextField(blank=True, verbose_name="advice to the people affected"),
                        ),
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
                        (
                            "contained_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="contained"),
                        ),
                        (
                            "public_from",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="announced on the site"
                            ),
                        ),
                        ("closed_at", models.DateTimeField(editable=False, null=True, verbose_name="closed")),
                        (
                            "is_drill",
                            models.BooleanField(default=False, editable=False, verbose_name="drill"),
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "incident",
                        "verbose_name_plural": "incidents",
                        "ordering": ["-detected_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="incident_number_unique"
                            )
                        ],
                        "indexes": [],
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
                        (
                            "hours",
                            models.PositiveSmallIntegerField(help_text="0: at once.", verbose_name="hours"),
                        ),
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
                            models.UniqueConstraint(
                                fields=("code", "valid_from"), name="incident_rule_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="ListLookup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="title")),
                        (
                            "reference_label",
                            models.CharField(max_length=80, verbose_name="what the reference is called"),
                        ),
                        (
                            "key_kind",
                            models.CharField(
                                choices=[
                                    ("code", "a personal code, printed for each person"),
                                    ("birth", "the date of birth"),
                                ],
                                max_length=5,
                                verbose_name="second key",
                            ),
                        ),
                        ("columns", models.JSONField(default=list)),
                        ("rows_count", models.PositiveIntegerField(default=0, verbose_name="number of rows")),
                        ("ends_on", models.DateField(db_index=True, verbose_name="open until")),
                        ("is_open", models.BooleanField(default=True, verbose_name="look-up is open")),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ],
                    options={
                        "verbose_name": "individual look-up",
                        "verbose_name_plural": "individual look-ups",
                        "ordering": ["-made_at", "-pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notices",
                                to="network.institution",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="number")),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        (
                            "title_en",
                            models.CharField(blank=True, max_length=255, verbose_name="title in English"),
                        ),
                        (
                            "summary",
                            models.TextField(
                                help_text="Two or three sentences, shown above each form.",
                                verbose_name="summary",
                            ),
                        ),
                        ("summary_en", models.TextField(blank=True, verbose_name="summary in English")),
                        ("body", wagtail.fields.RichTextField(verbose_name="text")),
                        ("body_en", wagtail.fields.RichTextField(blank=True, verbose_name="text in English")),
                        ("changes", models.TextField(blank=True, verbose_name="what is new in this version")),
                        ("changes_en", models.TextField(blank=True, verbose_name="what is new, in English")),
                        (
                            "is_addition",
                            models.BooleanField(
                                default=False,
                                help_text="The text of the authority above holds here as well, in its newest version; this one comes after it.",
                                verbose_name="adds to the regulation of the authority",
                            ),
                        ),
                        (
                            "covers_members",
                            models.BooleanField(
                                default=False,
                                help_text="Institutions below that have written no regulation of their own follow this one.",
                                verbose_name="holds for the members too",
                            ),
                        ),
                        (
                            "in_force_from",
                            models.DateField(
                                default=django.utils.timezone.localdate, verbose_name="in force from"
                            ),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="published"),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="handed in"),
                        ),
                        (
                            "announced_until",
                            models.DateField(
                                editable=False, null=True, verbose_name="announced on the site until"
                            ),
                        ),
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
                        ("is_generated", models.BooleanField(default=False, editable=False)),
                        ("sha256", models.CharField(editable=False, max_length=64)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "notice on personal information",
                        "verbose_name_plural": "notices on personal information",
                        "ordering": ["institution", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="notice_number_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="PrivacyAudit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        (
                            "action",
                            models.CharField(
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
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("handle", "To handle this submission"),
                                    ("answer", "To answer the sender"),
                                    (
                                        "request",
                                        "To carry out a request of the sender about their information",
                                    ),
                                    (
                                        "inspect",
                                        "Inspection or check ordered by the head or a competent agency",
                                    ),
                                ],
                                max_length=8,
                                verbose_name="purpose",
                            ),
                        ),
                        ("object_ref", models.CharField(max_length=120, verbose_name="object")),
                        ("count", models.PositiveIntegerField(default=1, verbose_name="records")),
                    ],
                    options={
                        "verbose_name": "access to personal information",
                        "verbose_name_plural": "access to personal information",
                        "ordering": ["institution", "number"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="audit_number_unique"
                            )
                        ],
                        "indexes": [],
                    },
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
                        "indexes": [],
                    },
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="activities",
                                to="network.institution",
                            ),
                        ),
                        ("code", models.SlugField(max_length=64, verbose_name="code")),
                        ("name", models.CharField(max_length=255, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=255, verbose_name="name in English"),
                        ),
                        ("description", models.TextField(blank=True, verbose_name="what is done")),
                        (
                            "description_en",
                            models.TextField(blank=True, verbose_name="what is done, in English"),
                        ),
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
                            "subjects_en",
                            models.CharField(
                                blank=True,
                                help_text="For example: parents, pupils. Shown on the English pages.",
                                max_length=255,
                                verbose_name="whose information, in English",
                            ),
                        ),
                        (
                            "includes_children",
                            models.BooleanField(default=False, verbose_name="information on children"),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=255, verbose_name="where it comes from"),
                        ),
                        (
                            "storage",
                            models.CharField(blank=True, max_length=255, verbose_name="where it is kept"),
                        ),
                        ("measures", models.TextField(blank=True, verbose_name="protective measures")),
                        (
                            "leaves_country",
                            models.BooleanField(default=False, verbose_name="leaves the country"),
                        ),
                        ("fields", models.JSONField(blank=True, default=list, editable=False)),
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
                            "approved_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="approved"),
                        ),
                        ("approved_sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("approved_content", models.JSONField(blank=True, default=dict, editable=False)),
                        ("proposed", models.JSONField(blank=True, default=dict, editable=False)),
                        (
                            "submitted_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="handed in"),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "verbose_name": "processing activity",
                        "verbose_name_plural": "processing activities",
                        "ordering": ["institution", "name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "code"), name="activity_code_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Recipient",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="privacy_recipients",
                                to="network.institution",
                            ),
                        ),
                        ("code", models.SlugField(blank=True, max_length=40, verbose_name="code")),
                        ("name", models.CharField(max_length=255, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=255, verbose_name="name in English"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("authority", "Education authority"),
                                    ("state", "Other state agency"),
                                    ("school", "School or centre"),
                                    ("company", "Company"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("what_for", models.CharField(max_length=500, verbose_name="what for")),
                        (
                            "what_for_en",
                            models.CharField(blank=True, max_length=500, verbose_name="what for, in English"),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
                                verbose_name="institution of this installation",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="asked for")),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "recipient",
                        "verbose_name_plural": "recipients",
                        "ordering": ["position", "pk"],
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
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
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.notice",
                            ),
                        ),
                        ("given_at", models.DateTimeField(db_index=True, verbose_name="read")),
                    ],
                    options={
                        "verbose_name": "acknowledgement",
                        "verbose_name_plural": "acknowledgements",
                        "ordering": ["-given_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["institution", "user", "-given_at"], name="acknowledgement_newest"
                            )
                        ],
                        "constraints": [],
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
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="privacy.assessment",
                            ),
                        ),
                        ("point", models.CharField(max_length=20)),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "fulfilment",
                            models.CharField(
                                choices=[
                                    ("met", "Fulfilled"),
                                    ("partly", "In part"),
                                    ("not_met", "Not fulfilled"),
                                ],
                                max_length=7,
                                verbose_name="fulfilled",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="finding")),
                        ("remedy", models.TextField(blank=True, verbose_name="what is to be done")),
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
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "answer of an assessment",
                        "verbose_name_plural": "answers of assessments",
                        "ordering": ["assessment", "point", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "point", "number"), name="assessment_answer_number"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuardCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.CharField(max_length=36)),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("digest", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "being read"),
                                    ("clear", "nothing found"),
                                    ("waiting", "waits for a decision"),
                                    ("released", "released until its end date"),
                                    ("refused", "publication refused"),
                                    ("masked", "replaced by a masked copy"),
                                    ("lookup", "turned into an individual look-up"),
                                    ("ended", "taken down, its time is over"),
                                    ("lapsed", "changed since, no longer there"),
                                ],
                                db_index=True,
                                default="reading",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("findings", models.JSONField(default=dict)),
                        ("people", models.PositiveIntegerField(default=0, verbose_name="people listed")),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by",
                            ),
                        ),
                        ("authors", models.JSONField(default=list)),
                        (
                            "checked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="read on"),
                        ),
                        (
                            "ground",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.guardground",
                                verbose_name="ground",
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(db_index=True, null=True, verbose_name="on the site until"),
                        ),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided on")),
                        ("result", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "verbose_name": "check before publication",
                        "verbose_name_plural": "checks before publication",
                        "ordering": ["-checked_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id", "-checked_at"], name="guard_of_object"
                            ),
                            models.Index(fields=["institution", "state", "-checked_at"], name="guard_desk"),
                        ],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
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
                            "incident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="privacy.incident",
                            ),
                        ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="incident_event_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="ListLookupRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "lookup",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="privacy.listlookup",
                            ),
                        ),
                        ("digest", models.CharField(max_length=64)),
                        ("sealed_row", models.TextField(editable=False)),
                    ],
                    options={
                        "verbose_name": "row of a look-up",
                        "verbose_name_plural": "rows of look-ups",
                        "constraints": [
                            models.UniqueConstraint(fields=("lookup", "digest"), name="lookup_row_unique")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Processor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="As it stands on the signed paper.",
                                max_length=120,
                                verbose_name="number of the agreement",
                            ),
                        ),
                        ("signed_on", models.DateField(verbose_name="signed on")),
                        (
                            "valid_to",
                            models.DateField(
                                help_text="A letter reminds you 60, 30 and 7 days before.",
                                verbose_name="valid until",
                            ),
                        ),
                        (
                            "kept_at",
                            models.CharField(
                                blank=True,
                                help_text="For example: office, file 12.",
                                max_length=255,
                                verbose_name="where the signed paper is kept",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="ended on"),
                        ),
                        ("reminded_on", models.DateField(blank=True, editable=False, null=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="processors",
                                to="network.institution",
                            ),
                        ),
                        ("name", models.CharField(max_length=255, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=255, verbose_name="name in English"),
                        ),
                        (
                            "what_for",
                            models.CharField(max_length=500, verbose_name="what it does for the institution"),
                        ),
                        (
                            "what_for_en",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="what it does, in English"
                            ),
                        ),
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
                            "commitments",
                            models.TextField(
                                help_text="Confidentiality, security, reports of incidents, return and erasure.",
                                verbose_name="what it commits itself to",
                            ),
                        ),
                        ("subprocessors", models.TextField(blank=True, verbose_name="whom it uses itself")),
                        (
                            "leaves_country",
                            models.BooleanField(default=False, verbose_name="information leaves the country"),
                        ),
                        (
                            "activities",
                            models.ManyToManyField(
                                blank=True,
                                related_name="processors",
                                to="privacy.processingactivity",
                                verbose_name="processing activities",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "outside processor",
                        "verbose_name_plural": "outside processors",
                        "ordering": ["valid_to", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_to__gte", models.F("signed_on"))),
                                name="processor_days_in_order",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Purpose",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="purposes",
                                to="network.institution",
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="purposes",
                                to="privacy.processingactivity",
                                verbose_name="processing activity",
                            ),
                        ),
                        ("form", models.CharField(max_length=64, verbose_name="form")),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        ("text", models.CharField(max_length=500, verbose_name="purpose")),
                        (
                            "text_en",
                            models.CharField(blank=True, max_length=500, verbose_name="purpose in English"),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                choices=[("consent", "Your consent"), ("law", "A duty under the law")],
                                default="consent",
                                max_length=8,
                                verbose_name="legal basis",
                            ),
                        ),
                        (
                            "citation",
                            models.CharField(blank=True, max_length=255, verbose_name="article of the law"),
                        ),
                        (
                            "retention_days",
                            models.PositiveIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(3653),
                                ],
                                verbose_name="kept for days",
                            ),
                        ),
                        (
                            "retention_starts",
                            models.CharField(
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
                        (
                            "at_end",
                            models.CharField(
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
                        ("is_optional", models.BooleanField(default=False, verbose_name="optional")),
                        (
                            "is_publication",
                            models.BooleanField(
                                default=False,
                                help_text="From the age of seven a child says so too (law 91/2025, article 24).",
                                verbose_name="the information is published",
                            ),
                        ),
                        (
                            "is_sensitive",
                            models.BooleanField(
                                default=False,
                                help_text="The person is told so before consenting (decree 356/2025, article 6).",
                                verbose_name="sensitive information",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="in use")),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        (
                            "recipients",
                            models.ManyToManyField(
                                blank=True,
                                related_name="purposes",
                                to="privacy.recipient",
                                verbose_name="recipients",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "purpose",
                        "verbose_name_plural": "purposes",
                        "ordering": ["form", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "form", "code"), name="purpose_code_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("retention_days__gte", 1), ("retention_days__lte", 3653)),
                                name="purpose_retention_finite",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("legal_basis", "consent"),
                                    models.Q(("citation", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="purpose_law_cited",
                            ),
                        ],
                        "indexes": [],
                    },
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
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
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
                            "notice",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="privacy.notice",
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
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="when")),
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, unique=True, verbose_name="reference code"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="network.institution",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="page",
                            ),
                        ),
                        ("form", models.CharField(max_length=64, verbose_name="form")),
                        ("language", models.CharField(default="vi", max_length=8)),
                        ("snapshot", models.JSONField(default=dict)),
                        ("snapshot_sha256", models.CharField(max_length=64)),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="privacy.notice",
                            ),
                        ),
                        ("sealed_answers", models.TextField(editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("active", "Active"),
                                    ("restricted", "Restricted"),
                                    ("withdrawn", "Withdrawn"),
                                    ("anonymised", "Anonymised"),
                                    ("erased", "Erased"),
                                ],
                                default="active",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("secret_hash", models.CharField(editable=False, max_length=255)),
                        (
                            "draft_hash",
                            models.CharField(editable=False, max_length=64, null=True, unique=True),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_index=True, default=django.utils.timezone.now, verbose_name="received"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="closed on"),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="decided on"
                            ),
                        ),
                        ("expires_at", models.DateTimeField(db_index=True, verbose_name="kept until")),
                        (
                            "at_end",
                            models.CharField(
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
                        ("trim_at", models.DateTimeField(db_index=True, editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "submission",
                        "verbose_name_plural": "submissions",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["institution", "form", "-created_at"], name="submission_desk"
                            )
                        ],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="surveys",
                                to="network.institution",
                            ),
                        ),
                        ("form", models.CharField(max_length=64, verbose_name="form")),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("closed_on", models.DateField(verbose_name="closed on")),
                        (
                            "complete_on",
                            models.DateField(db_index=True, verbose_name="completed by itself on"),
                        ),
                        (
                            "completed_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="completed"),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("completed_at", None)),
                                fields=("institution", "form"),
                                name="survey_open_unique",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("complete_on__gte", models.F("closed_on"))),
                                name="survey_days_in_order",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="TransferAgreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="As it stands on the signed paper.",
                                max_length=120,
                                verbose_name="number of the agreement",
                            ),
                        ),
                        ("signed_on", models.DateField(verbose_name="signed on")),
                        (
                            "valid_to",
                            models.DateField(
                                help_text="A letter reminds you 60, 30 and 7 days before.",
                                verbose_name="valid until",
                            ),
                        ),
                        (
                            "kept_at",
                            models.CharField(
                                blank=True,
                                help_text="For example: office, file 12.",
                                max_length=255,
                                verbose_name="where the signed paper is kept",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, editable=False, null=True, verbose_name="ended on"),
                        ),
                        ("reminded_on", models.DateField(blank=True, editable=False, null=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="transfer_agreements",
                                to="network.institution",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agreements",
                                to="privacy.recipient",
                                verbose_name="recipient",
                            ),
                        ),
                        ("purpose", models.TextField(verbose_name="1. purpose of the transfer")),
                        (
                            "data_types",
                            models.TextField(verbose_name="2. whose information, and which kinds"),
                        ),
                        ("term", models.TextField(verbose_name="3. how long the recipient uses it")),
                        (
                            "deletion",
                            models.TextField(verbose_name="4. how and when the recipient erases it"),
                        ),
                        ("basis", models.TextField(verbose_name="5. legal basis of the transfer")),
                        ("protection", models.TextField(verbose_name="6. how both sides protect it")),
                        (
                            "responsibility",
                            models.TextField(
                                verbose_name="7. how both sides serve people's rights and answer for a breach"
                            ),
                        ),
                        (
                            "is_sensitive",
                            models.BooleanField(
                                default=False, verbose_name="sensitive information is transferred"
                            ),
                        ),
                        (
                            "is_encrypted",
                            models.BooleanField(
                                default=False,
                                help_text="Required for sensitive information (decree 356/2025, article 7).",
                                verbose_name="it is encrypted or made anonymous before it is transferred",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "transfer agreement",
                        "verbose_name_plural": "transfer agreements",
                        "ordering": ["valid_to", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("valid_to__gte", models.F("signed_on"))),
                                name="transfer_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_sensitive", False), ("is_encrypted", True), _connector="OR"
                                ),
                                name="transfer_sensitive_encrypted",
                            ),
                        ],
                        "indexes": [],
                    },
                ),
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agreement_papers",
                                to="network.institution",
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
                        (
                            "processor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="papers",
                                to="privacy.processor",
                            ),
                        ),
                        ("sealed_meta", models.TextField(editable=False)),
                        ("sealed_key", models.TextField(editable=False)),
                        ("stored_as", models.CharField(editable=False, max_length=120, unique=True)),
                        ("stored_size", models.PositiveIntegerField(editable=False)),
                        ("stored_sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "scan",
                            models.CharField(
                                choices=[
                                    ("clean", "No virus found"),
                                    ("none", "Not scanned: no scanner is set up"),
                                ],
                                max_length=5,
                                verbose_name="virus scan",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "serial",
                            models.CharField(max_length=24, unique=True, verbose_name="serial number"),
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
                            "submission",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="certificates",
                                to="privacy.submission",
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        ("content_sha256", models.CharField(max_length=64)),
                        (
                            "issued_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="issued"),
                        ),
                        ("ended_at", models.DateTimeField(null=True, verbose_name="no longer holds since")),
                    ],
                    options={
                        "verbose_name": "certificate",
                        "verbose_name_plural": "certificates",
                        "ordering": ["-issued_at", "-pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "submission",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="consents",
                                to="privacy.submission",
                            ),
                        ),
                        ("subject", models.UUIDField(db_index=True, editable=False)),
                        ("form", models.CharField(max_length=64)),
                        (
                            "purpose",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.purpose",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.recipient",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                choices=[
                                    ("given", "Accepted"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("not_asked", "Not asked"),
                                ],
                                max_length=9,
                                verbose_name="decision",
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="wording shown")),
                        ("wording_sha256", models.CharField(max_length=64)),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.notice",
                            ),
                        ),
                        ("notice_sha256", models.CharField(max_length=64)),
                        ("step", models.CharField(max_length=20)),
                        (
                            "actor",
                            models.CharField(
                                choices=[
                                    ("self", "The person"),
                                    ("child", "The child"),
                                    ("representative", "The representative"),
                                    ("staff", "Staff, on request"),
                                ],
                                default="self",
                                max_length=14,
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("web", "On the website"),
                                    ("paper", "On paper"),
                                    ("phone", "By telephone"),
                                ],
                                default="web",
                                max_length=5,
                            ),
                        ),
                        ("language", models.CharField(default="vi", max_length=8)),
                    ],
                    options={
                        "verbose_name": "decision on personal information",
                        "verbose_name_plural": "decisions on personal information",
                        "ordering": ["institution", "number"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "number"), name="consent_number_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("purpose__isnull", True), ("recipient__isnull", True), _connector="OR"
                                ),
                                name="consent_purpose_or_recipient",
                            ),
                        ],
                        "indexes": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="legal_holds",
                                to="network.institution",
                            ),
                        ),
                        ("form", models.CharField(blank=True, max_length=64, verbose_name="form")),
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
                        (
                            "starts_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="from"),
                        ),
                        ("ends_on", models.DateField(verbose_name="until")),
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
                        ("placed_at", models.DateTimeField(auto_now_add=True)),
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
                        ("lifted_at", models.DateTimeField(editable=False, null=True, verbose_name="lifted")),
                    ],
                    options={
                        "verbose_name": "hold on erasure",
                        "verbose_name_plural": "holds on erasure",
                        "ordering": ["-ends_on", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="hold_term_in_order",
                            )
                        ],
                        "indexes": [],
                    },
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
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lookup_keys",
                                to="privacy.submission",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "look-up key",
                        "verbose_name_plural": "look-up keys",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("submission", "kind", "digest"), name="lookup_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="SubjectRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, unique=True, verbose_name="reference code"
                            ),
                        ),
                        ("secret_hash", models.CharField(blank=True, editable=False, max_length=255)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="subject_requests",
                                to="network.institution",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="requests",
                                to="privacy.submission",
                            ),
                        ),
                        ("subject", models.UUIDField(db_index=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("view", "See what is stored"),
                                    ("copy", "Get a copy"),
                                    ("correct", "Correct"),
                                    ("add", "Add what is missing"),
                                    ("withdraw", "Withdraw consent"),
                                    ("unshare", "Stop passing on"),
                                    ("drop", "Remove optional details"),
                                    ("erase", "Erase"),
                                    ("restrict", "Restrict the use"),
                                    ("object", "Object to the use"),
                                    ("protect", "Protective measures"),
                                    ("complain", "Complain"),
                                    ("certify", "Certificate of what is stored"),
                                    ("regrant", "New secret code"),
                                ],
                                max_length=8,
                                verbose_name="what is asked for",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("web", "On the website"),
                                    ("paper", "On paper"),
                                    ("phone", "By telephone"),
                                ],
                                default="web",
                                max_length=5,
                                verbose_name="how it came",
                            ),
                        ),
                        (
                            "actor",
                            models.CharField(
                                choices=[
                                    ("self", "The person"),
                                    ("child", "The child"),
                                    ("representative", "The representative"),
                                    ("staff", "Staff, on request"),
                                ],
                                default="self",
                                max_length=14,
                                verbose_name="who asks",
                            ),
                        ),
                        ("language", models.CharField(default="vi", max_length=8)),
                        ("sealed_detail", models.TextField(blank=True, editable=False)),
                        ("sealed_reply", models.TextField(blank=True, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received, waits for a reply"),
                                    ("accepted", "Answered, being carried out"),
                                    ("done", "Carried out"),
                                    ("refused", "Refused"),
                                    ("dropped", "Taken back"),
                                ],
                                db_index=True,
                                default="received",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("is_immediate", models.BooleanField(default=False, editable=False)),
                        ("rule", models.CharField(editable=False, max_length=40)),
                        (
                            "citation",
                            models.CharField(blank=True, max_length=255, verbose_name="article of the law"),
                        ),
                        (
                            "received_at",
                            models.DateTimeField(
                                db_index=True, default=django.utils.timezone.now, verbose_name="received"
                            ),
                        ),
                        ("reply_due", models.DateField(verbose_name="reply due on")),
                        ("fulfil_due", models.DateField(db_index=True, verbose_name="to be carried out by")),
                        ("replied_at", models.DateTimeField(null=True, verbose_name="answered")),
                        (
                            "has_third_party",
                            models.BooleanField(
                                default=False, verbose_name="a processor or recipient has to act as well"
                            ),
                        ),
                        ("extended_at", models.DateTimeField(null=True, verbose_name="extended")),
                        (
                            "extension_reason",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="reason of the extension"
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(blank=True, max_length=40, verbose_name="ground of the refusal"),
                        ),
                        ("ground_citation", models.CharField(blank=True, max_length=255)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed")),
                        ("told_head_at", models.DateTimeField(editable=False, null=True)),
                        ("told_authority_at", models.DateTimeField(editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "request about personal information",
                        "verbose_name_plural": "requests about personal information",
                        "ordering": ["fulfil_due", "pk"],
                        "indexes": [
                            models.Index(fields=["institution", "state", "fulfil_due"], name="request_desk")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fulfil_due__gte", models.F("reply_due")),
                                    ("is_immediate", True),
                                    _connector="OR",
                                ),
                                name="request_clocks_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "refused"), _negated=True),
                                    models.Q(("ground", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="request_refusal_has_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("extended_at__isnull", True),
                                    models.Q(("extension_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="request_extension_has_reason",
                            ),
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
                        (
                            "submission",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="privacy.submission",
                            ),
                        ),
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
                        ("field", models.CharField(max_length=64)),
                        ("sealed_meta", models.TextField(editable=False)),
                        ("sealed_key", models.TextField(editable=False)),
                        ("stored_as", models.CharField(editable=False, max_length=120, unique=True)),
                        ("stored_size", models.PositiveIntegerField(editable=False)),
                        ("stored_sha256", models.CharField(editable=False, max_length=64)),
                        (
                            "scan",
                            models.CharField(
                                choices=[
                                    ("clean", "No virus found"),
                                    ("none", "Not scanned: no scanner is set up"),
                                ],
                                max_length=5,
                                verbose_name="virus scan",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Disclosure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="disclosures",
                                to="network.institution",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="disclosures",
                                to="privacy.submission",
                            ),
                        ),
                        ("subject", models.UUIDField(db_index=True, editable=False)),
                        ("form", models.CharField(max_length=64)),
                        (
                            "recipient",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="privacy.recipient",
                                verbose_name="recipient",
                            ),
                        ),
                        (
                            "recipient_name",
                            models.CharField(max_length=255, verbose_name="name of the recipient"),
                        ),
                        ("fields", models.JSONField(default=list, verbose_name="fields")),
                        (
                            "basis",
                            models.CharField(
                                choices=[("consent", "the person accepted it"), ("law", "a law requires it")],
                                max_length=7,
                                verbose_name="basis",
                            ),
                        ),
                        (
                            "citation",
                            models.CharField(blank=True, max_length=255, verbose_name="article of the law"),
                        ),
                        (
                            "consent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="privacy.consentevent",
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(blank=True, max_length=120, verbose_name="how it was sent"),
                        ),
                        (
                            "is_encrypted",
                            models.BooleanField(default=False, verbose_name="encrypted on the way"),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "sent_at",
                            models.DateTimeField(
                                db_index=True, default=django.utils.timezone.now, verbose_name="passed on"
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="passed on by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "passing on",
                        "verbose_name_plural": "passings on",
                        "ordering": ["-sent_at", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("basis", "consent"),
                                    models.Q(("citation", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="disclosure_law_cited",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="RequestEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="privacy.subjectrequest",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                        (
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        ("action", models.CharField(max_length=16, verbose_name="what")),
                        ("sealed_note", models.TextField(blank=True, editable=False)),
                    ],
                    options={
                        "verbose_name": "step of a request",
                        "verbose_name_plural": "steps of requests",
                        "ordering": ["at", "pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="RevisionNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        (
                            "disclosure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="privacy.disclosure",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="revisions",
                                to="privacy.subjectrequest",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("corrected", "corrected or added to"),
                                    ("erased", "erased"),
                                    ("stopped", "no longer to be used"),
                                    ("restricted", "its use is restricted"),
                                ],
                                max_length=10,
                                verbose_name="what happened",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(blank=True, max_length=24, verbose_name="reference code"),
                        ),
                        ("fields", models.JSONField(default=list)),
                        ("sealed_change", models.TextField(blank=True, editable=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("due", "to be sent"),
                                    ("sent", "sent"),
                                    ("acknowledged", "acknowledged"),
                                ],
                                db_index=True,
                                default="due",
                                max_length=12,
                                verbose_name="state",
                            ),
                        ),
                        ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("due_on", models.DateField(db_index=True, verbose_name="due on")),
                        ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                        ("reminded_at", models.DateTimeField(null=True, verbose_name="reminded")),
                        ("escalated_at", models.DateTimeField(null=True, verbose_name="escalated")),
                        ("acknowledged_at", models.DateTimeField(null=True, verbose_name="acknowledged")),
                        (
                            "acknowledged_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("web", "On the website"),
                                    ("paper", "On paper"),
                                    ("phone", "By telephone"),
                                ],
                                max_length=5,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice of revision",
                        "verbose_name_plural": "notices of revision",
                        "ordering": ["due_on", "pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
