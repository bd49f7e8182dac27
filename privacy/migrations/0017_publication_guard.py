import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("network", "0001_tables"),
        ("privacy", "0016_clocks_and_bodies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("text_en", models.CharField(blank=True, max_length=300, verbose_name="ground in English")),
                ("citation", models.CharField(max_length=300, verbose_name="legal source")),
                ("max_days", models.PositiveIntegerField(verbose_name="longest time on the site, in days")),
                ("valid_from", models.DateField(verbose_name="in force from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force until")),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "ground for publishing a list",
                "verbose_name_plural": "grounds for publishing lists",
                "ordering": ["position", "code"],
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
                ("rows_count", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("ends_on", models.DateField(db_index=True, verbose_name="open until")),
                ("is_open", models.BooleanField(default=True, verbose_name="open")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "individual look-up",
                "verbose_name_plural": "individual look-ups",
                "ordering": ["-made_at", "-pk"],
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
                ("people", models.PositiveIntegerField(default=0, verbose_name="people")),
                ("citation", models.CharField(blank=True, max_length=300, verbose_name="legal source")),
                ("ends_on", models.DateField(null=True, verbose_name="on the site until")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="reason")),
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
                    models.UniqueConstraint(fields=("institution", "number"), name="guard_number_unique")
                ],
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
                ("people", models.PositiveIntegerField(default=0, verbose_name="people")),
                ("authors", models.JSONField(default=list)),
                ("checked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="read")),
                ("ends_on", models.DateField(db_index=True, null=True, verbose_name="on the site until")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                ("result", models.CharField(blank=True, max_length=40)),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
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
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
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
            ],
            options={
                "verbose_name": "check before publication",
                "verbose_name_plural": "checks before publication",
                "ordering": ["-checked_at", "-pk"],
                "indexes": [
                    models.Index(fields=["content_type", "object_id", "-checked_at"], name="guard_of_object"),
                    models.Index(fields=["institution", "state", "-checked_at"], name="guard_desk"),
                ],
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
                ("digest", models.CharField(max_length=64)),
                ("sealed_row", models.TextField(editable=False)),
                (
                    "lookup",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="privacy.listlookup",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a look-up",
                "verbose_name_plural": "rows of look-ups",
                "constraints": [
                    models.UniqueConstraint(fields=("lookup", "digest"), name="lookup_row_unique")
                ],
            },
        ),
    ]
