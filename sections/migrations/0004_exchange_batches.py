import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sections.models.exchange


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("sections", "0003_news_events_press_offers"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(default="vi", max_length=5)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "Uploaded"),
                            ("mapped", "Columns confirmed"),
                            ("queued", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="uploaded",
                        max_length=10,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("seconds", models.FloatField(default=0)),
                ("error", models.CharField(blank=True, max_length=500)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("runner", models.UUIDField(editable=False, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("heartbeat_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("list", "List (XLSX, CSV, JSON)"),
                            ("nukeviet", "Site made with NukeViet"),
                            ("wordpress", "Site made with WordPress"),
                        ],
                        default="list",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("exchange", models.CharField(blank=True, max_length=60)),
                (
                    "file",
                    models.FileField(
                        storage=sections.models.exchange.private_storage,
                        upload_to="exchange/%Y/%m/",
                        verbose_name="list",
                    ),
                ),
                ("filename", models.CharField(max_length=255)),
                (
                    "files",
                    models.FileField(
                        blank=True,
                        storage=sections.models.exchange.private_storage,
                        upload_to="exchange/%Y/%m/",
                        verbose_name="files of the former site",
                    ),
                ),
                ("mapping", models.JSONField(blank=True, default=dict)),
                (
                    "work",
                    models.CharField(
                        choices=[
                            ("check", "Dry run"),
                            ("apply", "Drafts are made"),
                            ("undo", "Undone"),
                            ("submit", "Handed to the board"),
                            ("agree", "Agreed to"),
                            ("return", "Returned"),
                        ],
                        default="check",
                        max_length=8,
                        verbose_name="step",
                    ),
                ),
                ("run", models.UUIDField(editable=False, null=True)),
                ("comment", models.TextField(blank=True)),
                ("applied_at", models.DateTimeField(null=True, verbose_name="drafts made")),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="handed to the board")),
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
                (
                    "acting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="created by",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_batches",
                        to="network.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="section",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of pages",
                "verbose_name_plural": "lists of pages",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="row")),
                ("key", models.CharField(blank=True, max_length=255)),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("created", "new"),
                            ("changed", "changed"),
                            ("unchanged", "unchanged"),
                            ("faulty", "faulty"),
                            ("left_out", "not placed"),
                            ("undone", "undone"),
                        ],
                        max_length=10,
                        verbose_name="result",
                    ),
                ),
                ("messages", models.JSONField(default=list, verbose_name="remarks")),
                ("was_clean", models.BooleanField(default=False)),
                ("decided", models.UUIDField(editable=False, null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="sections.importbatch",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="imported_rows",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
                (
                    "workflow_state",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="imported_rows",
                        to="wagtailcore.workflowstate",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of a list of pages",
                "verbose_name_plural": "rows of a list of pages",
                "ordering": ["number"],
            },
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["institution", "-created_at"], name="import_batch_institution"),
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["state", "heartbeat_at"], name="import_batch_state"),
        ),
        migrations.AddIndex(
            model_name="importedrow",
            index=models.Index(fields=["batch", "status"], name="imported_row_status"),
        ),
        migrations.AddConstraint(
            model_name="importedrow",
            constraint=models.UniqueConstraint(fields=("batch", "number"), name="imported_row_unique"),
        ),
    ]
