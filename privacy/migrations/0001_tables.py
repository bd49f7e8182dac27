import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("privacy", "0001_initial"),
    ]

    initial = True

    dependencies = [
        ("network", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
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
                ("step", models.CharField(max_length=20)),
                ("sealed_data", models.TextField(editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField(db_index=True)),
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
            ],
            options={
                "verbose_name": "unfinished form",
                "verbose_name_plural": "unfinished forms",
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
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=255, verbose_name="title in English")),
                (
                    "summary",
                    models.TextField(
                        help_text="Two or three sentences, shown above each form.", verbose_name="summary"
                    ),
                ),
                ("summary_en", models.TextField(blank=True, verbose_name="summary in English")),
                ("body", wagtail.fields.RichTextField(verbose_name="text")),
                ("body_en", wagtail.fields.RichTextField(blank=True, verbose_name="text in English")),
                ("changes", models.TextField(blank=True, verbose_name="what is new in this version")),
                ("changes_en", models.TextField(blank=True, verbose_name="what is new, in English")),
                (
                    "in_force_from",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="in force from"),
                ),
                ("published_at", models.DateTimeField(editable=False, null=True, verbose_name="published")),
                ("is_generated", models.BooleanField(default=False, editable=False)),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice on personal information",
                "verbose_name_plural": "notices on personal information",
                "ordering": ["institution", "-number"],
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
                    "action",
                    models.CharField(
                        choices=[
                            ("create", "Received"),
                            ("read", "Read"),
                            ("change", "Changed"),
                            ("export", "Exported"),
                            ("deny", "Access refused"),
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
                            ("request", "To carry out a request of the sender about their information"),
                            ("inspect", "Inspection or check ordered by the head or a competent agency"),
                        ],
                        max_length=8,
                        verbose_name="purpose",
                    ),
                ),
                ("object_ref", models.CharField(max_length=120, verbose_name="object")),
                ("count", models.PositiveIntegerField(default=1, verbose_name="records")),
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
                "verbose_name": "access to personal information",
                "verbose_name_plural": "access to personal information",
                "ordering": ["institution", "number"],
                "abstract": False,
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
                ("code", models.SlugField(blank=True, max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=255, verbose_name="name in English")),
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
                ("is_active", models.BooleanField(default=True, verbose_name="asked for")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="privacy_recipients",
                        to="network.institution",
                    ),
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
            ],
            options={
                "verbose_name": "recipient",
                "verbose_name_plural": "recipients",
                "ordering": ["position", "pk"],
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
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("text", models.CharField(max_length=500, verbose_name="purpose")),
                ("text_en", models.CharField(blank=True, max_length=500, verbose_name="purpose in English")),
                (
                    "legal_basis",
                    models.CharField(
                        choices=[("consent", "Your consent"), ("law", "A duty under the law")],
                        default="consent",
                        max_length=8,
                        verbose_name="legal basis",
                    ),
                ),
                ("citation", models.CharField(blank=True, max_length=255, verbose_name="article of the law")),
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
                ("is_optional", models.BooleanField(default=False, verbose_name="optional")),
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
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="purposes",
                        to="network.institution",
                    ),
                ),
                (
                    "recipients",
                    models.ManyToManyField(
                        blank=True, related_name="purposes", to="privacy.recipient", verbose_name="recipients"
                    ),
                ),
            ],
            options={
                "verbose_name": "purpose",
                "verbose_name_plural": "purposes",
                "ordering": ["form", "position", "pk"],
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
                ("form", models.CharField(max_length=64, verbose_name="form")),
                ("language", models.CharField(default="vi", max_length=8)),
                ("snapshot", models.JSONField(default=dict)),
                ("snapshot_sha256", models.CharField(max_length=64)),
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
                ("draft_hash", models.CharField(editable=False, max_length=64, null=True, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="received"
                    ),
                ),
                ("expires_at", models.DateTimeField(db_index=True, verbose_name="kept until")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="network.institution",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="privacy.notice",
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
            ],
            options={
                "verbose_name": "submission",
                "verbose_name_plural": "submissions",
                "ordering": ["-created_at", "-pk"],
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
                ("number", models.PositiveBigIntegerField(editable=False)),
                (
                    "occurred_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="when"
                    ),
                ),
                ("prev_hash", models.CharField(editable=False, max_length=64)),
                ("hash", models.CharField(editable=False, max_length=64)),
                ("subject", models.UUIDField(db_index=True, editable=False)),
                ("form", models.CharField(max_length=64)),
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
                        choices=[("web", "On the website"), ("paper", "On paper"), ("phone", "By telephone")],
                        default="web",
                        max_length=5,
                    ),
                ),
                ("language", models.CharField(default="vi", max_length=8)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
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
                    "submission",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="consents",
                        to="privacy.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on personal information",
                "verbose_name_plural": "decisions on personal information",
                "ordering": ["institution", "number"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("institution", "number"), name="notice_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="privacyaudit",
            constraint=models.UniqueConstraint(fields=("institution", "number"), name="audit_number_unique"),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.UniqueConstraint(
                fields=("institution", "form", "code"), name="purpose_code_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(("retention_days__gte", 1), ("retention_days__lte", 3653)),
                name="purpose_retention_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("legal_basis", "consent"), models.Q(("citation", ""), _negated=True), _connector="OR"
                ),
                name="purpose_law_cited",
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["institution", "form", "-created_at"], name="submission_desk"),
        ),
        migrations.AddConstraint(
            model_name="consentevent",
            constraint=models.UniqueConstraint(
                fields=("institution", "number"), name="consent_number_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="consentevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose__isnull", True), ("recipient__isnull", True), _connector="OR"),
                name="consent_purpose_or_recipient",
            ),
        ),
    ]
