import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import wagtail.images.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("editorial", "0001_initial"),
    ]

    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessReviewItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_name", models.CharField(max_length=160)),
                ("roles", models.CharField(max_length=60, verbose_name="roles")),
                ("last_sign_in", models.DateTimeField(null=True, verbose_name="last sign-in")),
                ("has_second_factor", models.BooleanField(default=False, verbose_name="second factor")),
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
                ("actor_name", models.CharField(blank=True, max_length=160)),
                ("person_name", models.CharField(blank=True, max_length=254)),
                ("roles_before", models.CharField(blank=True, max_length=60, verbose_name="roles before")),
                ("roles_after", models.CharField(blank=True, max_length=60, verbose_name="roles after")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("as_authority", models.BooleanField(default=False, verbose_name="by the authority")),
                ("details", models.JSONField(default=dict)),
            ],
            options={
                "verbose_name": "act on a board",
                "verbose_name_plural": "acts on boards",
                "ordering": ["-at", "-pk"],
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
            ],
            options={
                "verbose_name": "board group",
                "verbose_name_plural": "board groups",
            },
        ),
        migrations.CreateModel(
            name="BoardTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
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
                        unique=True,
                        verbose_name="role",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of the approval chain",
                "verbose_name_plural": "steps of the approval chain",
            },
            bases=("wagtailcore.task",),
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
                ("is_stuck", models.BooleanField(default=False, verbose_name="nobody can take this step")),
                ("with_editor", models.BooleanField(default=True)),
                ("with_head", models.BooleanField(default=False)),
                ("people", models.JSONField(default=dict)),
                ("finished_name", models.CharField(blank=True, max_length=310)),
            ],
            options={
                "verbose_name": "step of the board",
                "verbose_name_plural": "steps of the board",
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
                    "with_editor",
                    models.BooleanField(
                        default=True, verbose_name="an editor appraises before the chief editor approves"
                    ),
                ),
                (
                    "head_sections",
                    models.JSONField(
                        blank=True, default=list, verbose_name="sections that the head approves as well"
                    ),
                ),
                ("changed_name", models.CharField(blank=True, max_length=310, verbose_name="changed by")),
                ("changed_at", models.DateTimeField(verbose_name="changed at")),
            ],
            options={
                "verbose_name": "settings of the approval chain",
                "verbose_name_plural": "settings of the approval chain",
                "ordering": ["-changed_at", "-pk"],
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
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                ("asked_at", models.DateTimeField(null=True, verbose_name="new one asked for")),
                ("accepted_at", models.DateTimeField(null=True, verbose_name="accepted")),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
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
                ("user_name", models.CharField(max_length=310)),
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
                ("is_required", models.BooleanField(default=False)),
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
            ],
            options={
                "verbose_name": "upkeep of a page",
                "verbose_name_plural": "upkeep of pages",
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
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("address", models.CharField(blank=True, max_length=2000, verbose_name="address")),
                ("submitted_name", models.CharField(blank=True, max_length=310)),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="submitted at")),
                ("appraised_name", models.CharField(blank=True, max_length=310)),
                ("appraised_at", models.DateTimeField(null=True, verbose_name="appraised at")),
                ("approved_name", models.CharField(blank=True, max_length=310)),
                ("approved_at", models.DateTimeField(null=True, verbose_name="approved at")),
                ("with_editor", models.BooleanField(default=True, verbose_name="with the editor's step")),
                ("head_name", models.CharField(blank=True, max_length=310)),
                ("head_at", models.DateTimeField(null=True, verbose_name="approved by the head at")),
                ("escalations", models.JSONField(default=list)),
                ("author_name", models.CharField(blank=True, max_length=160, verbose_name="author as shown")),
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
                ("name", models.CharField(blank=True, max_length=310, verbose_name="name")),
            ],
            options={
                "verbose_name": "writer of a publication",
                "verbose_name_plural": "writers of publications",
                "ordering": ["pk"],
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
                ("version", models.PositiveIntegerField(editable=False, null=True, verbose_name="version")),
                ("title", models.CharField(max_length=500, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=500, verbose_name="title in English")),
                ("parts", models.JSONField(default=list)),
                ("facts", models.JSONField(default=dict)),
                ("facts_sha256", models.CharField(editable=False, max_length=64)),
                ("facts_at", models.DateTimeField(verbose_name="drafted from the settings of")),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("body_en", models.TextField(blank=True, verbose_name="text in English")),
                (
                    "changes",
                    models.TextField(blank=True, max_length=2000, verbose_name="what is new in this version"),
                ),
                (
                    "changes_en",
                    models.TextField(blank=True, max_length=2000, verbose_name="what is new, in English"),
                ),
                ("submitted_name", models.CharField(blank=True, editable=False, max_length=310)),
                (
                    "submitted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="submitted at"),
                ),
                (
                    "return_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=2000, verbose_name="reason of the return"
                    ),
                ),
                ("approved_name", models.CharField(blank=True, editable=False, max_length=310)),
                ("approved_at", models.DateTimeField(editable=False, null=True, verbose_name="approved at")),
                ("signer_name", models.CharField(blank=True, editable=False, max_length=310)),
                ("signer_title", models.CharField(blank=True, editable=False, max_length=160)),
                ("symbol", models.CharField(blank=True, max_length=80, verbose_name="number and symbol")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="issued on")),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="effective from")),
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
                ("name", models.CharField(blank=True, max_length=310, verbose_name="name")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="note")),
            ],
            options={
                "verbose_name": "act on a regulation",
                "verbose_name_plural": "acts on regulations",
                "ordering": ["at", "pk"],
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
                ("on", models.DateField()),
            ],
            options={
                "verbose_name": "reminder of a review",
                "verbose_name_plural": "reminders of reviews",
            },
        ),
        migrations.CreateModel(
            name="SiteDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                ("file", models.FileField(upload_to="documents", verbose_name="file")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("file_size", models.PositiveBigIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, editable=False, max_length=40)),
                (
                    "author_name",
                    models.CharField(
                        blank=True,
                        help_text="The person or unit that made it.",
                        max_length=160,
                        verbose_name="author",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True,
                        help_text="Where it comes from. For your own, the name of your institution.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                (
                    "is_republished",
                    models.BooleanField(default=False, verbose_name="published elsewhere before"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Required for what was published elsewhere.",
                        verbose_name="link to the source",
                    ),
                ),
                (
                    "reuse_terms",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote", "Free to quote with the source named"),
                            ("cc-by", "Creative Commons Attribution 4.0"),
                            ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("permission", "Only with permission of the source"),
                            ("state", "Official text of a state agency"),
                        ],
                        help_text="Required for what was published elsewhere. Left empty for your own: free to quote with the source named.",
                        max_length=12,
                        verbose_name="terms of reuse",
                    ),
                ),
            ],
            options={
                "verbose_name": "file to download",
                "verbose_name_plural": "files to download",
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SiteImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, default="", max_length=255, verbose_name="description"),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "author_name",
                    models.CharField(
                        blank=True,
                        help_text="The person or unit that made it.",
                        max_length=160,
                        verbose_name="author",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True,
                        help_text="Where it comes from. For your own, the name of your institution.",
                        max_length=200,
                        verbose_name="source",
                    ),
                ),
                (
                    "is_republished",
                    models.BooleanField(default=False, verbose_name="published elsewhere before"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Required for what was published elsewhere.",
                        verbose_name="link to the source",
                    ),
                ),
                (
                    "reuse_terms",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote", "Free to quote with the source named"),
                            ("cc-by", "Creative Commons Attribution 4.0"),
                            ("cc-by-nc", "Creative Commons Attribution-NonCommercial 4.0"),
                            ("permission", "Only with permission of the source"),
                            ("state", "Official text of a state agency"),
                        ],
                        help_text="Required for what was published elsewhere. Left empty for your own: free to quote with the source named.",
                        max_length=12,
                        verbose_name="terms of reuse",
                    ),
                ),
                (
                    "is_decorative",
                    models.BooleanField(
                        default=False,
                        help_text="It says nothing that the text does not say; screen readers pass over it.",
                        verbose_name="mere decoration",
                    ),
                ),
                (
                    "people_shown",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nobody", "Nobody can be recognised"),
                            ("consent", "People can be recognised, and their consent is on file"),
                            ("none", "People can be recognised, consent is missing"),
                        ],
                        help_text="A picture of people who did not consent is not handed to the board.",
                        max_length=8,
                        verbose_name="people in the picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="SiteImageRendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
            ],
            options={
                "verbose_name": "size of a picture",
                "verbose_name_plural": "sizes of pictures",
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
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
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("reason", models.CharField(max_length=500, verbose_name="reason")),
            ],
            options={
                "verbose_name": "suspended role",
                "verbose_name_plural": "suspended roles",
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
                ("is_stuck", models.BooleanField(default=False, verbose_name="nobody can take this step")),
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
                ("proposed_name", models.CharField(max_length=310, verbose_name="proposed by")),
                ("proposed_at", models.DateTimeField(verbose_name="proposed at")),
                ("decided_name", models.CharField(blank=True, max_length=310, verbose_name="decided by")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="answer")),
            ],
            options={
                "verbose_name": "proposal to withdraw a page",
                "verbose_name_plural": "proposals to withdraw pages",
                "ordering": ["-proposed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AccessReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="opened")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed")),
                ("closed_name", models.CharField(blank=True, max_length=160)),
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
            ],
            options={
                "verbose_name": "review of access",
                "verbose_name_plural": "reviews of access",
                "ordering": ["-opened_at"],
            },
        ),
    ]
