import django.db.models.deletion
import modelsearch.index
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [("editorial", "0001_initial")]

    initial = True

    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("auth", "__first__"),
        ("axes", "0010_accessattemptexpiration"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailforms", "0005_alter_formsubmission_form_data"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
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
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.task",),
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
                        (
                            "collection",
                            models.ForeignKey(
                                default=wagtail.models.media.get_root_collection_id,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="wagtailcore.collection",
                                verbose_name="collection",
                            ),
                        ),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        ("file", models.FileField(upload_to="documents", verbose_name="file")),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                        (
                            "uploaded_by_user",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by user",
                            ),
                        ),
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
                        ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                        (
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text=None,
                                through="taggit.TaggedItem",
                                to="taggit.Tag",
                                verbose_name="tags",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file to download",
                        "verbose_name_plural": "files to download",
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "collection",
                            models.ForeignKey(
                                default=wagtail.models.media.get_root_collection_id,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="wagtailcore.collection",
                                verbose_name="collection",
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
                            models.CharField(
                                blank=True, default="", max_length=255, verbose_name="description"
                            ),
                        ),
                        ("width", models.IntegerField(editable=False, verbose_name="width")),
                        ("height", models.IntegerField(editable=False, verbose_name="height")),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                        ),
                        (
                            "uploaded_by_user",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="uploaded by user",
                            ),
                        ),
                        ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                        ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                        ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                        (
                            "file_hash",
                            models.CharField(blank=True, db_index=True, editable=False, max_length=40),
                        ),
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
                        (
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text=None,
                                through="taggit.TaggedItem",
                                to="taggit.Tag",
                                verbose_name="tags",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "picture",
                        "verbose_name_plural": "pictures",
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "focal_point_key",
                            models.CharField(blank=True, default="", editable=False, max_length=16),
                        ),
                        (
                            "image",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="renditions",
                                to="editorial.siteimage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "size of a picture",
                        "verbose_name_plural": "sizes of pictures",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("image", "filter_spec", "focal_point_key"),
                                name="editorial_rendition_unique",
                            )
                        ],
                        "indexes": [],
                    },
                    bases=(wagtail.images.models.ImageFileMixin, models.Model),
                ),
            ],
        ),
    ]
