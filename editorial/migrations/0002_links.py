import django.db.models.deletion
import taggit.managers
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
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
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("editorial", "0001_tables"),
        ("network", "0001_tables"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="accessreview",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="access_reviews",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="accessreviewitem",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="accessreviewitem",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="editorial.accessreview"
            ),
        ),
        migrations.AddField(
            model_name="boardevent",
            name="actor",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who",
            ),
        ),
        migrations.AddField(
            model_name="boardevent",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="board_events",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="boardevent",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="whom",
            ),
        ),
        migrations.AddField(
            model_name="boardgroup",
            name="group",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="board_group", to="auth.group"
            ),
        ),
        migrations.AddField(
            model_name="boardgroup",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="board_groups",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="boardtaskstate",
            name="escalated_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.institution",
                verbose_name="escalated from",
            ),
        ),
        migrations.AddField(
            model_name="boardtaskstate",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.institution",
                verbose_name="board",
            ),
        ),
        migrations.AddField(
            model_name="chainsettings",
            name="changed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="changed by",
            ),
        ),
        migrations.AddField(
            model_name="chainsettings",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="chain_settings",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="accepted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="accepted by",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="invited_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="invited by",
            ),
        ),
        migrations.AddField(
            model_name="mandate",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mandates_given",
                to="network.institution",
                verbose_name="authority",
            ),
        ),
        migrations.AddField(
            model_name="mandate",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mandates",
                to="network.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="mandate",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="mandates",
                to=settings.AUTH_USER_MODEL,
                verbose_name="person",
            ),
        ),
        migrations.AddField(
            model_name="pagereview",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="found still right by",
            ),
        ),
        migrations.AddField(
            model_name="pagereview",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="page_reviews",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="pagereview",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                help_text="The member of the board who keeps this page up to date.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="responsible",
            ),
        ),
        migrations.AddField(
            model_name="pagereview",
            name="second",
            field=models.ForeignKey(
                blank=True,
                help_text="Gets the same reminders, and stands in while the first is away.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="second person",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="appraised_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="appraised by",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="approved by",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="head_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="approved by the head",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="institution",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="network.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="page",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="publications",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="revision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailcore.revision",
                verbose_name="version",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AddField(
            model_name="publicationwriter",
            name="publication",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="writers",
                to="editorial.publication",
            ),
        ),
        migrations.AddField(
            model_name="publicationwriter",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="writer",
            ),
        ),
        migrations.AddField(
            model_name="regulation",
            name="approved_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="regulation",
            name="approving_institution",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="regulation",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="regulations",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="regulation",
            name="submitted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="regulationevent",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="regulationevent",
            name="regulation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="events", to="editorial.regulation"
            ),
        ),
        migrations.AddField(
            model_name="reviewnotice",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="editorial.pagereview"
            ),
        ),
        migrations.AddField(
            model_name="reviewnotice",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sitedocument",
            name="collection",
            field=models.ForeignKey(
                default=wagtail.models.media.get_root_collection_id,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.collection",
                verbose_name="collection",
            ),
        ),
        migrations.AddField(
            model_name="sitedocument",
            name="tags",
            field=taggit.managers.TaggableManager(
                blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
            ),
        ),
        migrations.AddField(
            model_name="sitedocument",
            name="uploaded_by_user",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by user",
            ),
        ),
        migrations.AddField(
            model_name="siteimage",
            name="collection",
            field=models.ForeignKey(
                default=wagtail.models.media.get_root_collection_id,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="wagtailcore.collection",
                verbose_name="collection",
            ),
        ),
        migrations.AddField(
            model_name="siteimage",
            name="tags",
            field=taggit.managers.TaggableManager(
                blank=True, help_text=None, through="taggit.TaggedItem", to="taggit.Tag", verbose_name="tags"
            ),
        ),
        migrations.AddField(
            model_name="siteimage",
            name="uploaded_by_user",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to=settings.AUTH_USER_MODEL,
                verbose_name="uploaded by user",
            ),
        ),
        migrations.AddField(
            model_name="siteimagerendition",
            name="image",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="renditions",
                to="editorial.siteimage",
            ),
        ),
        migrations.AddField(
            model_name="suspendedrole",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="suspended_roles",
                to="network.institution",
            ),
        ),
        migrations.AddField(
            model_name="suspendedrole",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="suspended_roles",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="upkeep",
            name="institution",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="upkeep", to="network.institution"
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="board",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.institution",
                verbose_name="board",
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="institution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="withdrawal_proposals",
                to="network.institution",
                verbose_name="institution",
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="page",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="withdrawal_proposals",
                to=settings.WAGTAIL_PAGE_MODEL,
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="proposed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="proposed by",
            ),
        ),
        migrations.AddField(
            model_name="withdrawalproposal",
            name="publication",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="proposals",
                to="editorial.publication",
                verbose_name="record",
            ),
        ),
        migrations.AddConstraint(
            model_name="accessreview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("institution",),
                name="access_review_open_unique",
            ),
        ),
        migrations.AddIndex(
            model_name="boardevent",
            index=models.Index(fields=["institution", "-at"], name="board_event_of_institution"),
        ),
        migrations.AddConstraint(
            model_name="boardgroup",
            constraint=models.UniqueConstraint(
                fields=("institution", "role"), name="board_group_role_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="chainsettings",
            index=models.Index(fields=["institution", "-changed_at"], name="chain_settings_newest"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("accepted_at__isnull", True)),
                fields=("institution", "role", "email"),
                name="invitation_open_unique",
            ),
        ),
        migrations.AddIndex(
            model_name="mandate",
            index=models.Index(fields=["institution", "-started_at"], name="mandate_institution"),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)), fields=("user",), name="mandate_one_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gt", models.F("started_at"))), name="mandate_has_an_end"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["editor", "chief"])), name="mandate_role"
            ),
        ),
        migrations.AddIndex(
            model_name="pagereview",
            index=models.Index(fields=["review_on"], name="page_review_on"),
        ),
        migrations.AddIndex(
            model_name="pagereview",
            index=models.Index(fields=["institution", "review_on"], name="page_review_institution_on"),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["institution", "-created_at"], name="publication_institution"),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["page", "-created_at"], name="publication_page"),
        ),
        migrations.AddIndex(
            model_name="regulation",
            index=models.Index(fields=["status", "review_on"], name="regulation_review"),
        ),
        migrations.AddConstraint(
            model_name="regulation",
            constraint=models.UniqueConstraint(
                fields=("institution", "kind", "version"), name="regulation_version_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="regulation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["draft", "submitted"])),
                fields=("institution", "kind"),
                name="regulation_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="regulation",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddIndex(
            model_name="reviewnotice",
            index=models.Index(fields=["user", "on"], name="review_notice_user_on"),
        ),
        migrations.AddConstraint(
            model_name="reviewnotice",
            constraint=models.UniqueConstraint(
                fields=("review", "review_on", "stage", "user"), name="review_notice_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewnotice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", True)),
                fields=("review", "review_on", "stage"),
                name="review_notice_nobody_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="siteimagerendition",
            constraint=models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="editorial_rendition_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="suspendedrole",
            constraint=models.UniqueConstraint(
                fields=("institution", "role", "user"), name="suspended_role_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="withdrawalproposal",
            index=models.Index(fields=["state", "board"], name="withdrawal_proposal_board"),
        ),
        migrations.AddConstraint(
            model_name="withdrawalproposal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("page",),
                name="withdrawal_proposal_waiting_unique",
            ),
        ),
    ]
