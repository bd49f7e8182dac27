import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [
        ("editorial", "0001_tables"),
        ("editorial", "0002_head_of_the_institution"),
        ("editorial", "0003_pictures_and_files"),
        ("editorial", "0004_copy_pictures_and_files"),
        ("editorial", "0005_empty_stock_media"),
        ("editorial", "0006_regulations"),
        ("editorial", "0007_chain_settings_escalation"),
        ("editorial", "0008_heads_step"),
        ("editorial", "0009_people_of_boards"),
        ("editorial", "0010_page_reviews"),
        ("editorial", "0011_mandates"),
        ("editorial", "0002_links"),
        ("editorial", "0003_acts_in_one_record"),
        ("editorial", "0004_emergency"),
        ("editorial", "0005_files_withdrawn"),
    ]

    dependencies = [
        ("auth", "__first__"),
        ("editorial", "0001_media"),
        ("network", "0001_gathered"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="AccessReview",
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
                                related_name="access_reviews",
                                to="network.institution",
                            ),
                        ),
                        (
                            "opened_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="opened"),
                        ),
                        ("closed_at", models.DateTimeField(null=True, verbose_name="closed")),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="closed by",
                            ),
                        ),
                        ("closed_name", models.CharField(blank=True, max_length=160)),
                    ],
                    options={
                        "verbose_name": "review of access",
                        "verbose_name_plural": "reviews of access",
                        "ordering": ["-opened_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("institution",),
                                name="access_review_open_unique",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="BoardGroup",
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
                                related_name="board_groups",
                                to="network.institution",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("author", "Author"),
                                    ("editor", "Editor"),
                                    ("chief", "Chief editor"),
                                    ("head", "Head of the institution"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "group",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="board_group",
                                to="auth.group",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "board group",
                        "verbose_name_plural": "board groups",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "role"), name="board_group_role_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="BoardTaskState",
                    fields=[
                        (
                            "taskstate_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="wagtailcore.taskstate",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                                verbose_name="board",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("author", "Author"),
                                    ("editor", "Editor"),
                                    ("chief", "Chief editor"),
                                    ("head", "Head of the institution"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "escalated_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                                verbose_name="escalated from",
                            ),
                        ),
                        (
                            "escalation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nobody", "nobody on the board has this role"),
                                    ("suspended", "every account with this role is suspended"),
                                    (
                                        "own",
                                        "everybody with this role has written, changed, submitted or appraised the page",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="reason of the escalation",
                            ),
                        ),
                        (
                            "is_stuck",
                            models.BooleanField(default=False, verbose_name="nobody can take this step"),
                        ),
                        ("with_editor", models.BooleanField(default=True)),
                        ("with_head", models.BooleanField(default=False)),
                        ("people", models.JSONField(default=dict)),
                        ("finished_name", models.CharField(blank=True, max_length=310)),
                    ],
                    options={
                        "verbose_name": "step of the board",
                        "verbose_name_plural": "steps of the board",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.taskstate",),
                ),
                migrations.CreateModel(
                    name="ChainSettings",
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
                                related_name="chain_settings",
                                to="network.institution",
                            ),
                        ),
                        (
                            "with_editor",
                            models.BooleanField(
                                default=True,
                                verbose_name="an editor appraises before the chief editor approves",
                            ),
                        ),
                        (
                            "head_sections",
                            models.JSONField(
                                blank=True,
                                default=list,
                                verbose_name="sections that the head approves as well",
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="changed by",
                            ),
                        ),
                        (
                            "changed_name",
                            models.CharField(blank=True, max_length=310, verbose_name="changed by"),
                        ),
                        ("changed_at", models.DateTimeField(verbose_name="changed at")),
                    ],
                    options={
                        "verbose_name": "settings of the approval chain",
                        "verbose_name_plural": "settings of the approval chain",
                        "ordering": ["-changed_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["institution", "-changed_at"], name="chain_settings_newest")
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                                related_name="invitations",
                                to="network.institution",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("author", "Author"),
                                    ("editor", "Editor"),
                                    ("chief", "Chief editor"),
                                    ("head", "Head of the institution"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("token_hash", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "invited_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="invited by",
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("expires_at", models.DateTimeField(verbose_name="expires")),
                        ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                        ("asked_at", models.DateTimeField(null=True, verbose_name="new one asked for")),
                        ("accepted_at", models.DateTimeField(null=True, verbose_name="accepted")),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="accepted by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invitation",
                        "verbose_name_plural": "invitations",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("accepted_at__isnull", True)),
                                fields=("institution", "role", "email"),
                                name="invitation_open_unique",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Mandate",
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
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="mandates",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        ("user_name", models.CharField(max_length=310)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mandates",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mandates_given",
                                to="network.institution",
                                verbose_name="authority",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("author", "Author"),
                                    ("editor", "Editor"),
                                    ("chief", "Chief editor"),
                                    ("head", "Head of the institution"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        ("started_at", models.DateTimeField(verbose_name="from")),
                        ("until", models.DateTimeField(verbose_name="until")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                        (
                            "ended_how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("back", "Handed back"),
                                    ("time", "Time was up"),
                                    ("sign-out", "Signed out"),
                                    ("role", "No longer chief editor of the authority"),
                                    ("closed", "The site was closed"),
                                    ("single", "A single step on the people of the board"),
                                ],
                                max_length=8,
                                verbose_name="how it ended",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "act on a member's site",
                        "verbose_name_plural": "acts on members' sites",
                        "ordering": ["-started_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["institution", "-started_at"], name="mandate_institution")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user",),
                                name="mandate_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until__gt", models.F("started_at"))),
                                name="mandate_has_an_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("role__in", ["editor", "chief"])), name="mandate_role"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PageReview",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(unique=True)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="page_reviews",
                                to="network.institution",
                            ),
                        ),
                        ("is_required", models.BooleanField(default=False)),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                help_text="The member of the board who keeps this page up to date.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                blank=True,
                                help_text="Gets the same reminders, and stands in while the first is away.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="second person",
                            ),
                        ),
                        (
                            "interval_days",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Empty: what the catalogue of sections says, otherwise a year.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(7),
                                    django.core.validators.MaxValueValidator(1095),
                                ],
                                verbose_name="days between reviews",
                            ),
                        ),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="review on")),
                        (
                            "confirmed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="found still right"),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="found still right by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "upkeep of a page",
                        "verbose_name_plural": "upkeep of pages",
                        "indexes": [
                            models.Index(fields=["review_on"], name="page_review_on"),
                            models.Index(
                                fields=["institution", "review_on"], name="page_review_institution_on"
                            ),
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("publish", "Approved for publication"),
                                    ("unpublish", "Withdrawn"),
                                    ("system", "Published by the system"),
                                    ("emergency", "Published at once by the head"),
                                ],
                                max_length=10,
                                verbose_name="decision",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="publications",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="page",
                            ),
                        ),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("address", models.CharField(blank=True, max_length=2000, verbose_name="address")),
                        (
                            "revision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="version",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="submitted by",
                            ),
                        ),
                        ("submitted_name", models.CharField(blank=True, max_length=310)),
                        ("submitted_at", models.DateTimeField(null=True, verbose_name="submitted at")),
                        (
                            "appraised_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="appraised by",
                            ),
                        ),
                        ("appraised_name", models.CharField(blank=True, max_length=310)),
                        ("appraised_at", models.DateTimeField(null=True, verbose_name="appraised at")),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by",
                            ),
                        ),
                        ("approved_name", models.CharField(blank=True, max_length=310)),
                        ("approved_at", models.DateTimeField(null=True, verbose_name="approved at")),
                        (
                            "with_editor",
                            models.BooleanField(default=True, verbose_name="with the editor's step"),
                        ),
                        (
                            "head_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="approved by the head",
                            ),
                        ),
                        ("head_name", models.CharField(blank=True, max_length=310)),
                        ("head_at", models.DateTimeField(null=True, verbose_name="approved by the head at")),
                        ("escalations", models.JSONField(default=list)),
                        (
                            "author_name",
                            models.CharField(blank=True, max_length=160, verbose_name="author as shown"),
                        ),
                        ("source_name", models.CharField(blank=True, max_length=200, verbose_name="source")),
                        (
                            "source_url",
                            models.CharField(blank=True, max_length=2000, verbose_name="link to the source"),
                        ),
                        ("section", models.CharField(blank=True, max_length=32, verbose_name="section")),
                        ("go_live_at", models.DateTimeField(null=True, verbose_name="to be published at")),
                        ("expire_at", models.DateTimeField(null=True, verbose_name="expires at")),
                        ("published_at", models.DateTimeField(null=True, verbose_name="on the site since")),
                        ("cancelled_at", models.DateTimeField(null=True, verbose_name="cancelled at")),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "verbose_name": "publication",
                        "verbose_name_plural": "publications",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["institution", "-created_at"], name="publication_institution"
                            ),
                            models.Index(fields=["page", "-created_at"], name="publication_page"),
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Regulation",
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
                                related_name="regulations",
                                to="network.institution",
                            ),
                        ),
                        ("kind", models.CharField(max_length=16, verbose_name="regulation")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Waiting for the head"),
                                    ("approved", "Approved"),
                                ],
                                default="draft",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(editable=False, null=True, verbose_name="version"),
                        ),
                        ("title", models.CharField(max_length=500, verbose_name="title")),
                        (
                            "title_en",
                            models.CharField(blank=True, max_length=500, verbose_name="title in English"),
                        ),
                        ("parts", models.JSONField(default=list)),
                        ("facts", models.JSONField(default=dict)),
                        ("facts_sha256", models.CharField(editable=False, max_length=64)),
                        ("facts_at", models.DateTimeField(verbose_name="drafted from the settings of")),
                        ("body", models.TextField(blank=True, verbose_name="text")),
                        ("body_en", models.TextField(blank=True, verbose_name="text in English")),
                        (
                            "changes",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is new in this version"
                            ),
                        ),
                        (
                            "changes_en",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="what is new, in English"
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("submitted_name", models.CharField(blank=True, editable=False, max_length=310)),
                        (
                            "submitted_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="submitted at"),
                        ),
                        (
                            "return_reason",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=2000,
                                verbose_name="reason of the return",
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
                            ),
                        ),
                        ("approved_name", models.CharField(blank=True, editable=False, max_length=310)),
                        (
                            "approved_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="approved at"),
                        ),
                        (
                            "approving_institution",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("signer_name", models.CharField(blank=True, editable=False, max_length=310)),
                        ("signer_title", models.CharField(blank=True, editable=False, max_length=160)),
                        (
                            "symbol",
                            models.CharField(blank=True, max_length=80, verbose_name="number and symbol"),
                        ),
                        ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                        ("issued_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                        (
                            "effective_on",
                            models.DateField(blank=True, null=True, verbose_name="effective from"),
                        ),
                        ("sha256", models.CharField(blank=True, editable=False, max_length=64)),
                        ("review_on", models.DateField(blank=True, null=True, verbose_name="review on")),
                        ("reminded_on", models.DateField(editable=False, null=True)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("updated_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "verbose_name": "regulation",
                        "verbose_name_plural": "regulations",
                        "ordering": ["institution", "kind", "-version", "-pk"],
                        "indexes": [models.Index(fields=["status", "review_on"], name="regulation_review")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "kind", "version"), name="regulation_version_unique"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status__in", ["draft", "submitted"])),
                                fields=("institution", "kind"),
                                name="regulation_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "approved"), _negated=True),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("effective_on__isnull", False),
                                        ("issued_on__isnull", False),
                                        ("version__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="regulation_approved_whole",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SuspendedRole",
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
                                related_name="suspended_roles",
                                to="network.institution",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("author", "Author"),
                                    ("editor", "Editor"),
                                    ("chief", "Chief editor"),
                                    ("head", "Head of the institution"),
                                ],
                                max_length=8,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="suspended_roles",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "since",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="since"),
                        ),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                    ],
                    options={
                        "verbose_name": "suspended role",
                        "verbose_name_plural": "suspended roles",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "role", "user"), name="suspended_role_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Upkeep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "institution",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="upkeep",
                                to="network.institution",
                            ),
                        ),
                        (
                            "department",
                            models.CharField(
                                blank=True,
                                help_text="For example “Tổ Văn phòng”.",
                                max_length=200,
                                verbose_name="standing department",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Name, title, official e-mail or telephone. It is published.",
                                max_length=250,
                                verbose_name="technical contact official",
                            ),
                        ),
                        (
                            "mail_contact",
                            models.CharField(
                                blank=True,
                                help_text="Name, title, official e-mail or telephone. It is published.",
                                max_length=250,
                                verbose_name="contact official for e-mail",
                            ),
                        ),
                        (
                            "mail_domain",
                            models.CharField(
                                blank=True,
                                help_text="For example thptdoiche.edu.vn.",
                                max_length=120,
                                verbose_name="domain of the e-mail addresses",
                            ),
                        ),
                        (
                            "mail_service",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="provider of the e-mail service"
                            ),
                        ),
                        (
                            "meetings",
                            models.CharField(
                                choices=[
                                    ("month", "once a month"),
                                    ("quarter", "once a quarter"),
                                    ("term", "once a school term"),
                                ],
                                default="quarter",
                                max_length=8,
                                verbose_name="the board meets",
                            ),
                        ),
                        (
                            "news_days",
                            models.PositiveSmallIntegerField(
                                default=2, verbose_name="working days for dealing with a submitted article"
                            ),
                        ),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(
                                default=10, verbose_name="working days for answering feedback"
                            ),
                        ),
                        (
                            "plan",
                            models.TextField(
                                blank=True,
                                help_text="One item in each line, with its date: “Tháng 7/2027: diễn tập phục hồi dữ liệu”.",
                                max_length=3000,
                                verbose_name="upgrade and maintenance plan",
                            ),
                        ),
                        (
                            "plan_review_on",
                            models.DateField(blank=True, null=True, verbose_name="review date of the plan"),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="As it stands before the date of a document, for example “Hòa Sơn”.",
                                max_length=120,
                                verbose_name="place of issue",
                            ),
                        ),
                        (
                            "symbol",
                            models.CharField(
                                blank=True,
                                help_text="What stands behind the number, for example QĐ-THPTĐC.",
                                max_length=60,
                                verbose_name="symbol of decisions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "operation",
                        "verbose_name_plural": "operation",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="AccessReviewItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="editorial.accessreview",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person",
                            ),
                        ),
                        ("person_name", models.CharField(max_length=160)),
                        ("roles", models.CharField(max_length=60, verbose_name="roles")),
                        ("last_sign_in", models.DateTimeField(null=True, verbose_name="last sign-in")),
                        (
                            "has_second_factor",
                            models.BooleanField(default=False, verbose_name="second factor"),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[("keep", "Confirmed"), ("end", "Ended")],
                                max_length=4,
                                verbose_name="decision",
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "verbose_name": "person in a review of access",
                        "verbose_name_plural": "people in reviews of access",
                        "ordering": ["person_name", "pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="BoardEvent",
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
                                related_name="board_events",
                                to="network.institution",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("invited", "Invited"),
                                    ("renewed", "Invitation sent again"),
                                    ("withdrawn", "Invitation withdrawn"),
                                    ("asked", "Asked for a new invitation"),
                                    ("joined", "Joined the board"),
                                    ("roles", "Roles changed"),
                                    ("suspended", "Suspended"),
                                    ("reinstated", "Reinstated"),
                                    ("removed", "Left the board"),
                                    ("handed_over", "Work handed over"),
                                    ("factor", "Second factor taken away"),
                                    ("reopened", "Account opened again"),
                                    ("reviewed", "Rights looked through"),
                                ],
                                max_length=12,
                                verbose_name="act",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="when")),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                        ("actor_name", models.CharField(blank=True, max_length=160)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="whom",
                            ),
                        ),
                        ("person_name", models.CharField(blank=True, max_length=254)),
                        (
                            "roles_before",
                            models.CharField(blank=True, max_length=60, verbose_name="roles before"),
                        ),
                        (
                            "roles_after",
                            models.CharField(blank=True, max_length=60, verbose_name="roles after"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                        ("as_authority", models.BooleanField(default=False, verbose_name="by the authority")),
                        (
                            "mandate",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="board_events",
                                to="editorial.mandate",
                                verbose_name="act on a member's site",
                            ),
                        ),
                        ("details", models.JSONField(default=dict)),
                    ],
                    options={
                        "verbose_name": "act on a board",
                        "verbose_name_plural": "acts on boards",
                        "ordering": ["-at", "-pk"],
                        "indexes": [
                            models.Index(fields=["institution", "-at"], name="board_event_of_institution")
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="PublicationWriter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="writers",
                                to="editorial.publication",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="writer",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=310, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "writer of a publication",
                        "verbose_name_plural": "writers of publications",
                        "ordering": ["pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="RegulationEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "regulation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="editorial.regulation",
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                choices=[
                                    ("drafted", "Drafted from the settings of the site"),
                                    ("edited", "Own provisions changed"),
                                    ("refreshed", "Brought up to date with the settings"),
                                    ("submitted", "Handed to the head"),
                                    ("recalled", "Taken back by the board"),
                                    ("returned", "Returned by the head"),
                                    ("approved", "Approved by the head"),
                                    ("reviewed", "Reviewed without a change"),
                                ],
                                max_length=10,
                                verbose_name="act",
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
                        ("name", models.CharField(blank=True, max_length=310, verbose_name="name")),
                        ("at", models.DateTimeField(verbose_name="at")),
                        ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
                    ],
                    options={
                        "verbose_name": "act on a regulation",
                        "verbose_name_plural": "acts on regulations",
                        "ordering": ["at", "pk"],
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to="editorial.pagereview",
                            ),
                        ),
                        ("review_on", models.DateField()),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("soon", "Due soon"),
                                    ("due", "Due"),
                                    ("chief", "Overdue, told to the chief editor"),
                                    ("authority", "Overdue, told to the authority"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on", models.DateField()),
                    ],
                    options={
                        "verbose_name": "reminder of a review",
                        "verbose_name_plural": "reminders of reviews",
                        "indexes": [models.Index(fields=["user", "on"], name="review_notice_user_on")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("review", "review_on", "stage", "user"), name="review_notice_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("user__isnull", True)),
                                fields=("review", "review_on", "stage"),
                                name="review_notice_nobody_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WithdrawalProposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "page",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="withdrawal_proposals",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="page",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="withdrawal_proposals",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "board",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                                verbose_name="board",
                            ),
                        ),
                        (
                            "escalation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nobody", "nobody on the board has this role"),
                                    ("suspended", "every account with this role is suspended"),
                                    (
                                        "own",
                                        "everybody with this role has written, changed, submitted or appraised the page",
                                    ),
                                ],
                                max_length=10,
                                verbose_name="reason of the escalation",
                            ),
                        ),
                        (
                            "is_stuck",
                            models.BooleanField(default=False, verbose_name="nobody can take this step"),
                        ),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("reason", models.CharField(max_length=500, verbose_name="reason")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting for the chief editor"),
                                    ("accepted", "accepted: the page was withdrawn"),
                                    ("refused", "refused"),
                                    ("lapsed", "lapsed: the page is no longer on the site"),
                                ],
                                default="waiting",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        ("proposed_name", models.CharField(max_length=310, verbose_name="proposed by")),
                        ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "decided_name",
                            models.CharField(blank=True, max_length=310, verbose_name="decided by"),
                        ),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                        ("answer", models.CharField(blank=True, max_length=500, verbose_name="answer")),
                        (
                            "publication",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="proposals",
                                to="editorial.publication",
                                verbose_name="record",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "proposal to withdraw a page",
                        "verbose_name_plural": "proposals to withdraw pages",
                        "ordering": ["-proposed_at", "-pk"],
                        "indexes": [
                            models.Index(fields=["state", "board"], name="withdrawal_proposal_board")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "waiting")),
                                fields=("page",),
                                name="withdrawal_proposal_waiting_unique",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
