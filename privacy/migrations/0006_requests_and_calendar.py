import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("privacy", "0005_register_events"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name in English")),
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
                ("serial", models.CharField(max_length=24, unique=True, verbose_name="serial number")),
                ("sha256", models.CharField(max_length=64)),
                ("content_sha256", models.CharField(max_length=64)),
                ("issued_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="issued")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="no longer holds since")),
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
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "ordering": ["-issued_at", "-pk"],
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
                ("subject", models.UUIDField(db_index=True, editable=False)),
                ("form", models.CharField(max_length=64)),
                ("recipient_name", models.CharField(max_length=255, verbose_name="name of the recipient")),
                ("fields", models.JSONField(default=list, verbose_name="fields")),
                (
                    "basis",
                    models.CharField(
                        choices=[("consent", "the person accepted it"), ("law", "a law requires it")],
                        max_length=7,
                        verbose_name="basis",
                    ),
                ),
                ("citation", models.CharField(blank=True, max_length=255, verbose_name="article of the law")),
                ("channel", models.CharField(blank=True, max_length=120, verbose_name="how it was sent")),
                ("is_encrypted", models.BooleanField(default=False, verbose_name="encrypted on the way")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "sent_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="passed on"
                    ),
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
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disclosures",
                        to="network.institution",
                    ),
                ),
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
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="passed on by",
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
            ],
            options={
                "verbose_name": "passing on",
                "verbose_name_plural": "passings on",
                "ordering": ["-sent_at", "-pk"],
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
                        choices=[("web", "On the website"), ("paper", "On paper"), ("phone", "By telephone")],
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
                ("citation", models.CharField(blank=True, max_length=255, verbose_name="article of the law")),
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
                    models.CharField(blank=True, max_length=500, verbose_name="reason of the extension"),
                ),
                ("ground", models.CharField(blank=True, max_length=40, verbose_name="ground of the refusal")),
                ("ground_citation", models.CharField(blank=True, max_length=255)),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed")),
                ("told_head_at", models.DateTimeField(editable=False, null=True)),
                ("told_authority_at", models.DateTimeField(editable=False, null=True)),
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
            ],
            options={
                "verbose_name": "request about personal information",
                "verbose_name_plural": "requests about personal information",
                "ordering": ["fulfil_due", "pk"],
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
                ("reference", models.CharField(blank=True, max_length=24, verbose_name="reference code")),
                ("fields", models.JSONField(default=list)),
                ("sealed_change", models.TextField(blank=True, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("due", "to be sent"), ("sent", "sent"), ("acknowledged", "acknowledged")],
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
                        choices=[("web", "On the website"), ("paper", "On paper"), ("phone", "By telephone")],
                        max_length=5,
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
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
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
            ],
            options={
                "verbose_name": "notice of revision",
                "verbose_name_plural": "notices of revision",
                "ordering": ["due_on", "pk"],
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
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                ("action", models.CharField(max_length=16, verbose_name="what")),
                ("sealed_note", models.TextField(blank=True, editable=False)),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="privacy.subjectrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a request",
                "verbose_name_plural": "steps of requests",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("basis", "consent"), models.Q(("citation", ""), _negated=True), _connector="OR"
                ),
                name="disclosure_law_cited",
            ),
        ),
        migrations.AddIndex(
            model_name="subjectrequest",
            index=models.Index(fields=["institution", "state", "fulfil_due"], name="request_desk"),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fulfil_due__gte", models.F("reply_due")), ("is_immediate", True), _connector="OR"
                ),
                name="request_clocks_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    models.Q(("ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="request_refusal_has_ground",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extended_at__isnull", True),
                    models.Q(("extension_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="request_extension_has_reason",
            ),
        ),
    ]
