import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_gathered"),
        ("privacy", "0003_drafts_kept_on_request"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="formdraft",
            name="claim",
            field=models.CharField(blank=True, default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="formdraft",
            name="ready",
            field=models.CharField(blank=True, default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="formdraft",
            name="ready_until",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="formdraft",
            name="sealed_ready",
            field=models.TextField(blank=True, default="", editable=False),
        ),
        migrations.CreateModel(
            name="SentForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference code"
                    ),
                ),
                ("secret_hash", models.CharField(editable=False, max_length=255)),
                ("claim", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ("language", models.CharField(default="vi", max_length=8)),
                ("sealed_choices", models.TextField(blank=True, editable=False)),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="received")),
                ("filed_at", models.DateTimeField(editable=False, null=True, verbose_name="filed")),
                ("tries", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("error", models.CharField(blank=True, editable=False, max_length=300)),
                ("refused_at", models.DateTimeField(editable=False, null=True, verbose_name="refused")),
                (
                    "draft",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent",
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
                (
                    "page",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "acknowledged form",
                "verbose_name_plural": "acknowledged forms",
                "ordering": ["pk"],
                "indexes": [
                    models.Index(condition=models.Q(("filed_at", None)), fields=["id"], name="sent_waiting"),
                    models.Index(
                        condition=models.Q(("filed_at", None), _negated=True),
                        fields=["filed_at"],
                        name="sent_filed",
                    ),
                ],
            },
        ),
    ]
