import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import common.migration_operations
import network.models.jobs


class Migration(migrations.Migration):
    replaces = [
        ("network", "0001_initial"),
        ("network", "0002_timers_and_letters"),
        ("network", "0003_own_picture_model"),
        ("network", "0004_known_since"),
        ("network", "0005_letters_as_chosen"),
        ("network", "0006_accounts"),
        ("network", "0001_tables"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("editorial", "0001_media"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="AccountSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("session_key", models.CharField(max_length=40, unique=True)),
                        ("browser", models.CharField(blank=True, max_length=80, verbose_name="browser")),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="signed in"),
                        ),
                        (
                            "seen_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="last used"),
                        ),
                    ],
                    options={
                        "verbose_name": "open session",
                        "verbose_name_plural": "open sessions",
                        "ordering": ["-seen_at"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="AccountState",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="account_state",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("disabled_at", models.DateTimeField(null=True, verbose_name="disabled")),
                        (
                            "disabled_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("idle", "Not used for a long time"),
                                    ("no_board", "On no board any more"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="reason",
                            ),
                        ),
                        ("warned_at", models.DateTimeField(null=True)),
                        ("enabled_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "state of an account",
                        "verbose_name_plural": "states of accounts",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Institution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.CharField(max_length=255, unique=True)),
                        ("depth", models.PositiveIntegerField()),
                        ("numchild", models.PositiveIntegerField(default=0)),
                        ("code", models.CharField(max_length=64, verbose_name="code")),
                        ("name", models.CharField(max_length=255, verbose_name="name")),
                        (
                            "short_name",
                            models.CharField(blank=True, max_length=80, verbose_name="short name"),
                        ),
                        (
                            "english_name",
                            models.CharField(blank=True, max_length=255, verbose_name="name in English"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("department", "department of education and training"),
                                    ("agency", "education agency"),
                                    ("facility", "education facility"),
                                ],
                                editable=False,
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("department", "Department of Education and Training"),
                                    ("agency", "Education agency"),
                                    ("kindergarten", "Kindergarten"),
                                    ("preschool", "Preschool"),
                                    ("primary", "Primary school"),
                                    ("lower_secondary", "Lower secondary school"),
                                    ("upper_secondary", "Upper secondary school"),
                                    ("universal", "School of several levels"),
                                    ("continuing", "Continuing education centre"),
                                    ("vocational_continuing", "Vocational and continuing education centre"),
                                    ("community", "Community learning centre"),
                                    ("other_centre", "Other centre of continuing education"),
                                ],
                                max_length=24,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "ownership",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("public", "Public"),
                                    ("private", "Private"),
                                    ("people_founded", "People-founded"),
                                    ("", "Not stated"),
                                ],
                                max_length=16,
                                verbose_name="ownership",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=500, verbose_name="address")),
                        ("phone", models.CharField(blank=True, max_length=100, verbose_name="phone")),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for information"
                            ),
                        ),
                        (
                            "complaints_email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="e-mail for complaints"
                            ),
                        ),
                        (
                            "opening_hours",
                            models.CharField(blank=True, max_length=255, verbose_name="opening hours"),
                        ),
                        ("head_name", models.CharField(blank=True, max_length=120, verbose_name="head")),
                        (
                            "head_title",
                            models.CharField(blank=True, max_length=120, verbose_name="title of the head"),
                        ),
                        (
                            "brand_colour",
                            models.CharField(
                                default="#0b5c8c",
                                max_length=7,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^#[0-9a-fA-F]{6}$",
                                        "A colour is written as # and six digits, such as #0b5c8c.",
                                    )
                                ],
                                verbose_name="brand colour",
                            ),
                        ),
                        (
                            "logo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="logo",
                            ),
                        ),
                        (
                            "hero_image",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="picture of the home page",
                            ),
                        ),
                        (
                            "operation_mode",
                            models.CharField(
                                choices=[
                                    ("own", "Own investment"),
                                    ("hired", "Hired service"),
                                    ("provided", "Provided service"),
                                ],
                                default="provided",
                                max_length=10,
                                verbose_name="way the site is run",
                            ),
                        ),
                        ("provider", models.CharField(blank=True, max_length=255, verbose_name="provider")),
                        (
                            "domain_reason",
                            models.CharField(
                                blank=True,
                                help_text="Required where the site's address does not end in .edu.vn (circular 37/2020, article 3.1b).",
                                max_length=500,
                                verbose_name="reason for an address outside edu.vn",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Active"),
                                    ("closed", "Closed"),
                                    ("merged", "Merged into another institution"),
                                ],
                                default="active",
                                editable=False,
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "status_reason",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=500,
                                verbose_name="reason of the status",
                            ),
                        ),
                        (
                            "status_since",
                            models.DateField(
                                default=django.utils.timezone.localdate,
                                editable=False,
                                verbose_name="status since",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="predecessors",
                                to="network.institution",
                                verbose_name="merged into",
                            ),
                        ),
                        (
                            "site",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="institution",
                                to="wagtailcore.site",
                            ),
                        ),
                        ("home_key", models.UUIDField(editable=False, null=True, unique=True)),
                        (
                            "collection",
                            models.OneToOneField(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="institution",
                                to="wagtailcore.collection",
                            ),
                        ),
                        ("folded", models.CharField(default="", editable=False, max_length=900)),
                        ("listed", models.JSONField(default=dict, editable=False)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("updated_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "verbose_name": "institution",
                        "verbose_name_plural": "institutions",
                        "indexes": [models.Index(fields=["status", "kind"], name="institution_status_kind")],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("code"), name="institution_code_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterPreference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letter_preferences",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("kind", models.CharField(max_length=80)),
                        (
                            "delivery",
                            models.CharField(
                                choices=[
                                    ("at_once", "At once"),
                                    ("weekly", "In the weekly letter"),
                                    ("never", "Not at all"),
                                ],
                                max_length=8,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "choice of letters",
                        "verbose_name_plural": "choices of letters",
                        "constraints": [
                            models.UniqueConstraint(fields=("user", "kind"), name="letter_preference_unique")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="TimerRun",
                    fields=[
                        ("name", models.CharField(max_length=80, primary_key=True, serialize=False)),
                        ("known_since", models.DateTimeField(default=django.utils.timezone.now)),
                        ("started_at", models.DateTimeField(null=True, verbose_name="started")),
                        ("finished_at", models.DateTimeField(null=True, verbose_name="finished")),
                        ("succeeded_at", models.DateTimeField(null=True, verbose_name="last done")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not yet run"),
                                    ("running", "Running now"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                ],
                                default="",
                                max_length=8,
                            ),
                        ),
                        ("error", models.CharField(blank=True, max_length=120)),
                        ("note", models.CharField(blank=True, max_length=255)),
                        ("seconds", models.FloatField(default=0)),
                        ("failures", models.PositiveIntegerField(default=0)),
                        ("worker", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "verbose_name": "run of a timer",
                        "verbose_name_plural": "runs of timers",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="WorkerBeat",
                    fields=[
                        ("worker", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("started_at", models.DateTimeField(verbose_name="started")),
                        ("seen_at", models.DateTimeField(verbose_name="last seen")),
                    ],
                    options={
                        "verbose_name": "sign of life of a worker",
                        "verbose_name_plural": "signs of life of workers",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="InstitutionHost",
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
                                related_name="former_hosts",
                                to="network.institution",
                            ),
                        ),
                        ("hostname", models.CharField(max_length=255, unique=True, verbose_name="host name")),
                        ("since", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "former host name",
                        "verbose_name_plural": "former host names",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=80)),
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="to",
                            ),
                        ),
                        ("address", models.EmailField(blank=True, max_length=254)),
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
                        ("about", models.JSONField(default=dict)),
                        ("key", models.CharField(editable=False, max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("sending", "Being sent"),
                                    ("held", "Kept for the weekly letter"),
                                    ("sent", "Sent"),
                                    ("dropped", "Nothing to send"),
                                    ("failed", "Given up"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.CharField(blank=True, max_length=120)),
                        ("created_at", models.DateTimeField()),
                        ("not_before", models.DateTimeField()),
                        ("claimed_at", models.DateTimeField(null=True)),
                        ("claim", models.CharField(blank=True, editable=False, max_length=64)),
                        ("sent_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "letter",
                        "verbose_name_plural": "letters",
                        "indexes": [
                            models.Index(fields=["state", "not_before"], name="letter_state_due"),
                            models.Index(fields=["user", "state"], name="letter_user_state"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("waiting", "sending", "held"))),
                                fields=("key",),
                                name="letter_unsent_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("address", ""), ("user__isnull", False)),
                                    ("user__isnull", True),
                                    _connector="OR",
                                ),
                                name="letter_one_recipient",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProvisioningJob",
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("heartbeat_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                                verbose_name="authority",
                            ),
                        ),
                        (
                            "file",
                            models.FileField(
                                storage=network.models.jobs.private_storage,
                                upload_to="provisioning/%Y/%m/",
                                verbose_name="list",
                            ),
                        ),
                        ("filename", models.CharField(max_length=255)),
                        ("mapping", models.JSONField(blank=True, default=dict)),
                        (
                            "domain",
                            models.CharField(
                                default="{slug}.localhost", max_length=255, verbose_name="address template"
                            ),
                        ),
                        (
                            "type_change",
                            models.BooleanField(
                                default=False, verbose_name="rows may change the type of an institution"
                            ),
                        ),
                        (
                            "send_invitations",
                            models.BooleanField(default=True, verbose_name="invite by e-mail"),
                        ),
                        ("dry_run", models.BooleanField(default=True)),
                    ],
                    options={
                        "verbose_name": "list of institutions",
                        "verbose_name_plural": "lists of institutions",
                        "ordering": ["-created_at"],
                        "indexes": [
                            models.Index(fields=["state", "heartbeat_at"], name="provisioning_job_state")
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ProvisioningRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="network.provisioningjob",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="row")),
                        ("code", models.CharField(max_length=255, verbose_name="code")),
                        ("name", models.CharField(max_length=500, verbose_name="name")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("created", "created"),
                                    ("updated", "updated"),
                                    ("unchanged", "unchanged"),
                                    ("rejected", "not taken"),
                                ],
                                max_length=10,
                                verbose_name="result",
                            ),
                        ),
                        (
                            "host",
                            models.CharField(blank=True, max_length=255, verbose_name="address of the site"),
                        ),
                        ("pages", models.PositiveIntegerField(default=0, verbose_name="pages")),
                        ("messages", models.JSONField(default=list, verbose_name="remarks")),
                    ],
                    options={
                        "verbose_name": "row of a list",
                        "verbose_name_plural": "rows of a list",
                        "ordering": ["number"],
                        "indexes": [models.Index(fields=["job", "status"], name="provisioning_row_status")],
                        "constraints": [
                            models.UniqueConstraint(fields=("job", "number"), name="provisioning_row_unique")
                        ],
                    },
                ),
            ],
        ),
    ]
