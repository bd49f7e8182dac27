import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.choice_sets
import common.migration_operations
import sections.disclosure.items
import sections.models.exchange


class Migration(migrations.Migration):
    replaces = [
        ("sections", "0001_initial"),
        ("sections", "0002_own_media_models"),
        ("sections", "0003_credits_to_pictures"),
        ("sections", "0004_picture_words"),
        ("sections", "0005_upkeep_moves"),
        ("sections", "0001_tables"),
        ("sections", "0002_statistics_figures"),
        ("sections", "0003_news_events_press_offers"),
        ("sections", "0004_exchange_batches"),
        ("sections", "0005_procedures_and_services"),
        ("sections", "0006_units_heads_and_records"),
        ("sections", "0007_document_relations"),
        ("sections", "0008_statistics_due"),
        ("sections", "0009_disclosure_and_guidance"),
        ("sections", "0010_records_typed"),
        ("sections", "0011_english_texts"),
        ("sections", "0012_media_of_rows"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("editorial", "0001_media"),
        ("network", "0001_gathered"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="AccreditationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "accreditation and universalisation",
                        "verbose_name_plural": "accreditation and universalisation",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="AlbumPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "photo album",
                        "verbose_name_plural": "photo albums",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="AlertPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("info", "Information"),
                                    ("attention", "Attention"),
                                    ("warning", "Warning"),
                                    ("urgent", "Urgent"),
                                ],
                                default="info",
                                help_text="Urgent is for danger to people, for example a flood on the way to school.",
                                max_length=10,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("site", "This site"),
                                    ("members", "This site and those of all members"),
                                ],
                                default="site",
                                help_text="An authority may speak on its members' sites; they cannot remove it.",
                                max_length=8,
                                verbose_name="where it is shown",
                            ),
                        ),
                        (
                            "shown_from",
                            models.DateTimeField(
                                blank=True,
                                help_text="Left empty: from its publication. For example 04/09/2026 06:00.",
                                null=True,
                                verbose_name="shown from",
                            ),
                        ),
                        (
                            "shown_until",
                            models.DateTimeField(
                                db_index=True,
                                help_text="It goes by itself. For example 05/09/2026 18:00.",
                                verbose_name="shown until",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "announcement on every page",
                        "verbose_name_plural": "announcements on every page",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ArticleOffer",
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
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="offers",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="article",
                            ),
                        ),
                        ("title", models.CharField(max_length=255, verbose_name="title")),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="article_offers",
                                to="network.institution",
                                verbose_name="offered by",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("down", "To the members"), ("up", "To the authority")],
                                max_length=4,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposed_articles",
                                to="network.institution",
                                verbose_name="authority",
                            ),
                        ),
                        (
                            "types",
                            models.JSONField(blank=True, default=list, verbose_name="kinds of institution"),
                        ),
                        (
                            "duty",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Nothing: they may take it over"),
                                    ("read", "Read it and say so"),
                                    ("publish", "Publish it on their site"),
                                ],
                                default="",
                                max_length=8,
                                verbose_name="what the members have to do",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="message to the boards"
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="offered by",
                            ),
                        ),
                        ("offered_name", models.CharField(blank=True, max_length=310)),
                        (
                            "offered_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="offered at"
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended at")),
                    ],
                    options={
                        "verbose_name": "offered article",
                        "verbose_name_plural": "offered articles",
                        "ordering": ["-offered_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["institution", "direction", "-offered_at"], name="offer_institution"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("page", "direction"),
                                name="offer_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("direction", "down"), ("receiver", None)),
                                    models.Q(("direction", "up"), ("receiver__isnull", False)),
                                    _connector="OR",
                                ),
                                name="offer_receiver",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("due_on", None), ("duty", "")),
                                    models.Q(
                                        models.Q(("duty", ""), _negated=True),
                                        ("direction", "down"),
                                        ("due_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="offer_duty_has_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoardPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "board of editors and regulations",
                        "verbose_name_plural": "boards of editors and regulations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="CentrePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("language", "Foreign-language centre"),
                                    ("computer", "Computer centre"),
                                    ("both", "Foreign-language and computer centre"),
                                ],
                                default="language",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "licence_number",
                            models.CharField(
                                help_text="Example: 318/QĐ-SGDĐT.",
                                max_length=80,
                                verbose_name="number of the licence",
                            ),
                        ),
                        (
                            "licence_on",
                            models.DateField(help_text="Example: 14/08/2024.", verbose_name="licensed on"),
                        ),
                        (
                            "licence_issuer",
                            models.CharField(
                                help_text="Example: Department of Education and Training of Hòa Sơn.",
                                max_length=200,
                                verbose_name="licence issued by",
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Half a year before, the site says that it expires soon. Example: 13/08/2029.",
                                null=True,
                                verbose_name="licence valid until",
                            ),
                        ),
                        (
                            "suspended_from",
                            models.DateField(
                                blank=True,
                                help_text="Only where teaching was suspended.",
                                null=True,
                                verbose_name="suspended from",
                            ),
                        ),
                        (
                            "suspended_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Left empty: until further notice.",
                                null=True,
                                verbose_name="suspended until",
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 01/07/2026.",
                                null=True,
                                verbose_name="dissolved or licence withdrawn on",
                            ),
                        ),
                        (
                            "address",
                            models.CharField(
                                help_text="Example: 24 Cầu Đất street.",
                                max_length=250,
                                verbose_name="address",
                            ),
                        ),
                        (
                            "commune",
                            models.CharField(
                                blank=True,
                                help_text="Example: Đông Hòa ward.",
                                max_length=100,
                                verbose_name="commune or ward",
                            ),
                        ),
                        (
                            "programmes",
                            models.TextField(
                                help_text="One in each line. Example: English for children, levels A1 to B1.",
                                verbose_name="programmes",
                            ),
                        ),
                        (
                            "head_name",
                            models.CharField(
                                blank=True,
                                help_text="Full name and nothing more. Example: Lò Thị Thanh.",
                                max_length=120,
                                verbose_name="head of the centre",
                            ),
                        ),
                        (
                            "head_title",
                            models.CharField(
                                blank=True,
                                help_text="Example: Director.",
                                max_length=120,
                                verbose_name="title of the head",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="Of the centre. Example: 0299 3822 105.",
                                max_length=100,
                                verbose_name="telephone",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Of the centre. Example: vanphong@ttnn.example.",
                                max_length=254,
                                verbose_name="e-mail",
                            ),
                        ),
                        (
                            "website",
                            models.URLField(
                                blank=True,
                                help_text="Example: https://ttnn.example/.",
                                verbose_name="website",
                            ),
                        ),
                        (
                            "complaints",
                            models.CharField(
                                blank=True,
                                help_text="Office with telephone or e-mail. Left empty: the address for complaints of this site is shown.",
                                max_length=250,
                                verbose_name="complaints about the centre to",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "centre",
                        "verbose_name_plural": "centres",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="CentresPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "language and computer centres",
                        "verbose_name_plural": "language and computer centres",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ConferencePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("meeting", "Meeting"),
                                    ("conference", "Conference"),
                                    ("seminar", "Seminar"),
                                    ("training", "Training"),
                                ],
                                default="conference",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                help_text="Day and hour. Example: 12/10/2026 08:00.", verbose_name="begins at"
                            ),
                        ),
                        (
                            "ends_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Left empty: at the end of the day. Example: 12/10/2026 11:00.",
                                null=True,
                                verbose_name="ends at",
                            ),
                        ),
                        (
                            "host",
                            models.CharField(
                                help_text="The unit or office, not a private person. Example: Division of Secondary Education.",
                                max_length=200,
                                verbose_name="chaired by",
                            ),
                        ),
                        (
                            "participants",
                            models.TextField(
                                help_text="One group in each line. Example: Principals of lower secondary schools.",
                                verbose_name="participants",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Example: Hall A of the department; the offices of the schools.",
                                max_length=250,
                                verbose_name="main place and connecting points",
                            ),
                        ),
                        (
                            "system",
                            models.CharField(
                                choices=[
                                    ("ministry", "System of the Ministry of Education and Training"),
                                    ("province", "System of the province"),
                                    ("own", "System of our institution"),
                                    ("public", "Public platform"),
                                ],
                                default="own",
                                help_text="Of the Ministry where this is a connecting point of its conference.",
                                max_length=10,
                                verbose_name="whose system",
                            ),
                        ),
                        (
                            "platform",
                            models.CharField(
                                blank=True,
                                help_text="Example: Zoom, Microsoft Teams.",
                                max_length=120,
                                verbose_name="software or line",
                            ),
                        ),
                        (
                            "test_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Example: 11/10/2026 15:00.",
                                null=True,
                                verbose_name="test of the connection",
                            ),
                        ),
                        (
                            "join_url",
                            models.URLField(
                                blank=True,
                                help_text="Without a password in it. It is shown on the page only between the two moments below.",
                                max_length=500,
                                verbose_name="joining link",
                            ),
                        ),
                        (
                            "join_from",
                            models.DateTimeField(
                                blank=True,
                                help_text="Left empty: one day before it begins.",
                                null=True,
                                verbose_name="shown from",
                            ),
                        ),
                        (
                            "join_until",
                            models.DateTimeField(
                                blank=True,
                                help_text="Left empty: until it ends.",
                                null=True,
                                verbose_name="shown until",
                            ),
                        ),
                        (
                            "access_note",
                            models.CharField(
                                blank=True,
                                help_text="How those invited get the password. Never write the password itself. Example: it is in the invitation, document 812/SGDĐT-VP.",
                                max_length=300,
                                verbose_name="how to get in",
                            ),
                        ),
                        (
                            "help_contact",
                            models.CharField(
                                blank=True,
                                help_text="Telephone or e-mail of the office. Example: 0299 3822 105.",
                                max_length=200,
                                verbose_name="help with the connection",
                            ),
                        ),
                        (
                            "recording_url",
                            models.URLField(
                                blank=True,
                                help_text="Once it is over, where it may be shown to everybody.",
                                verbose_name="recording",
                            ),
                        ),
                        (
                            "change",
                            models.CharField(
                                choices=[
                                    ("planned", "Takes place as planned"),
                                    ("moved", "Moved to another time or place"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                help_text="Do not withdraw one that is cancelled: mark it, so that everybody learns of it.",
                                max_length=10,
                                verbose_name="takes place",
                            ),
                        ),
                        (
                            "change_note",
                            models.CharField(
                                blank=True,
                                help_text="Example: moved to 19 October because of the storm.",
                                max_length=250,
                                verbose_name="why, and what now",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "web conference",
                        "verbose_name_plural": "web conferences",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ConferencesPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "web conferences",
                        "verbose_name_plural": "web conferences",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ContactPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Example: 21.028511.",
                                max_digits=9,
                                null=True,
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Example: 105.804817.",
                                max_digits=9,
                                null=True,
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                help_text="A drawing that you made yourselves or may use. Its description says in words how to get there.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="plan or map of your own",
                            ),
                        ),
                        (
                            "keeps_holidays",
                            models.BooleanField(
                                default=True,
                                help_text="The holidays and the working days made up come from the calendar of the installation.",
                                verbose_name="closed on public holidays",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "contact",
                        "verbose_name_plural": "contacts",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="CoursePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("course", "Online course"),
                                    ("lecture", "E-learning lecture"),
                                    ("classroom", "Virtual classroom or platform"),
                                    ("conference", "Digital conference"),
                                ],
                                default="course",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Everybody"),
                                    ("preschool", "Preschool children and their parents"),
                                    ("primary", "Primary pupils"),
                                    ("lower", "Lower secondary pupils"),
                                    ("upper", "Upper secondary pupils"),
                                    ("adults", "Learners of continuing education"),
                                    ("parents", "Parents"),
                                    ("teachers", "Teachers"),
                                    ("managers", "Managers and staff"),
                                ],
                                default="everybody",
                                max_length=10,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Example: Mathematics.",
                                max_length=80,
                                verbose_name="subject",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                blank=True, help_text="Example: Grade 9.", max_length=40, verbose_name="grade"
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(
                                blank=True,
                                help_text="Example: Division of secondary education.",
                                max_length=200,
                                verbose_name="who offers it",
                            ),
                        ),
                        (
                            "course_url",
                            models.URLField(
                                help_text="Where it takes place. Example: https://elearning.hoason.edu.vn/toan9.",
                                verbose_name="web address",
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Empty: open at any time. Example: 05/10/2026 08:00.",
                                null=True,
                                verbose_name="begins",
                            ),
                        ),
                        (
                            "ends_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Example: 05/10/2026 11:00.",
                                null=True,
                                verbose_name="ends",
                            ),
                        ),
                        (
                            "access",
                            models.CharField(
                                blank=True,
                                help_text="Example: Free; sign in with the account of the school. Never write a password here.",
                                max_length=200,
                                verbose_name="how to get in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "course",
                        "verbose_name_plural": "courses",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="DisclosurePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "public disclosure",
                        "verbose_name_plural": "public disclosure",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="DisclosureRecord",
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
                                related_name="disclosure_records",
                                to="network.institution",
                            ),
                        ),
                        ("item", models.CharField(max_length=40)),
                        ("period", models.PositiveSmallIntegerField()),
                        ("page_key", models.UUIDField(db_index=True)),
                        ("posted_on", models.DateField()),
                        ("late_from", models.DateField(null=True)),
                        ("kept_until", models.DateField(null=True)),
                        ("withdrawn_on", models.DateField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "verbose_name": "posting of a disclosure report",
                        "verbose_name_plural": "postings of disclosure reports",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "item", "period"), name="disclosure_record_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureReminder",
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
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("late_from", models.DateField()),
                        ("stage", models.PositiveSmallIntegerField()),
                        ("sent_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "reminder of disclosure",
                        "verbose_name_plural": "reminders of disclosure",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "late_from", "stage"), name="disclosure_reminder_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureReportPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "item",
                            models.CharField(
                                choices=sections.disclosure.items.item_choices,
                                help_text="What is made public, for example “Thu, chi tài chính”. What is asked for stands below, once it is saved.",
                                max_length=40,
                                verbose_name="item",
                            ),
                        ),
                        (
                            "period",
                            models.PositiveSmallIntegerField(
                                help_text="The year in which it begins: 2025 for the school year 2025–2026, 2025 for the year 2025.",
                                validators=[
                                    django.core.validators.MinValueValidator(1990),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="year",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "disclosure report",
                        "verbose_name_plural": "disclosure reports",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="DocumentIndexPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "documents",
                        "verbose_name_plural": "documents",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="DocumentPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                help_text="For example 1234/SGDĐT-GDTrH.",
                                max_length=80,
                                verbose_name="number and symbol",
                            ),
                        ),
                        (
                            "document_type",
                            models.CharField(
                                blank=True,
                                help_text="For example Công văn, Quyết định. Left empty: as the number and symbol says (QĐ: Quyết định).",
                                max_length=60,
                                verbose_name="type",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                blank=True,
                                help_text="What it is about, for example Tuyển sinh. Fields that were used before are offered.",
                                max_length=80,
                                verbose_name="field",
                            ),
                        ),
                        (
                            "issuer",
                            models.CharField(
                                help_text="For example Bộ Giáo dục và Đào tạo.",
                                max_length=200,
                                verbose_name="issuer",
                            ),
                        ),
                        (
                            "signer_name",
                            models.CharField(
                                blank=True,
                                help_text="For example Nguyễn Văn A.",
                                max_length=120,
                                verbose_name="signed by (name)",
                            ),
                        ),
                        (
                            "signer_title",
                            models.CharField(
                                blank=True,
                                help_text="For example KT. Giám đốc, Phó Giám đốc.",
                                max_length=120,
                                verbose_name="signed by (title)",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                help_text="The day in its head, for example 05/09/2025.",
                                verbose_name="issued on",
                            ),
                        ),
                        (
                            "effective_on",
                            models.DateField(
                                blank=True,
                                help_text="For example 20/10/2025. Left empty: from the day of issue.",
                                null=True,
                                verbose_name="effective from",
                            ),
                        ),
                        (
                            "expires_on",
                            models.DateField(
                                blank=True,
                                help_text="Only where the document itself names a day, for example 31/12/2026. What another document replaces or repeals is entered there.",
                                null=True,
                                verbose_name="no longer effective from",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documents",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ELearningPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "e-learning",
                        "verbose_name_plural": "e-learning",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="EnglishText",
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
                                related_name="english_texts",
                                to="network.institution",
                            ),
                        ),
                        (
                            "translation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="english_text",
                                to="wagtail_localize.translation",
                            ),
                        ),
                        ("translation_key", models.UUIDField(unique=True)),
                        ("changed_at", models.DateTimeField(verbose_name="the Vietnamese page changed")),
                        (
                            "taken_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="the English draft took it over"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "English text",
                        "verbose_name_plural": "English texts",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="EventIndexPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "calendar of events",
                        "verbose_name_plural": "calendars of events",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="EventPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                help_text="For example 05/09/2026 07:00; for a whole day the day is enough.",
                                verbose_name="begins",
                            ),
                        ),
                        (
                            "ends_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="For an event of several days its last day, for example 07/09/2026 11:00.",
                                null=True,
                                verbose_name="ends",
                            ),
                        ),
                        (
                            "all_day",
                            models.BooleanField(
                                default=False,
                                help_text="The hours are not shown, for example for a holiday.",
                                verbose_name="whole days",
                            ),
                        ),
                        (
                            "repeats",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("daily", "Every day"),
                                    ("weekly", "Every week"),
                                    ("biweekly", "Every two weeks"),
                                    ("monthly", "Every month, on the same day"),
                                    ("yearly", "Every year"),
                                ],
                                default="",
                                help_text="For example every week for the flag ceremony.",
                                max_length=10,
                                verbose_name="is repeated",
                            ),
                        ),
                        (
                            "repeat_until",
                            models.DateField(
                                blank=True,
                                help_text="For example 31/05/2027.",
                                null=True,
                                verbose_name="last day of the repetition",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Takes place as planned"),
                                    ("moved", "Moved to another time or place"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                help_text="Do not withdraw an event that is cancelled: mark it, so that everybody learns of it.",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "state_note",
                            models.CharField(
                                blank=True,
                                help_text="For example “Hoãn vì mưa bão; lịch mới báo trước ba ngày”.",
                                max_length=250,
                                verbose_name="why, and what now",
                            ),
                        ),
                        (
                            "formerly_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Left empty for an event that moved: the time that was published before.",
                                null=True,
                                verbose_name="was to begin",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="For example “Hội trường A, tầng 2”.",
                                max_length=200,
                                verbose_name="place",
                            ),
                        ),
                        (
                            "link",
                            models.URLField(
                                blank=True,
                                help_text="For example https://hop.hoason.edu.vn/ptdt.",
                                verbose_name="link to take part online",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                blank=True,
                                help_text="For example “Cha mẹ học sinh khối 6”.",
                                max_length=200,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "organiser",
                            models.CharField(
                                blank=True,
                                help_text="For example “Tổ Ngữ văn”.",
                                max_length=200,
                                verbose_name="organiser",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "event",
                        "verbose_name_plural": "events",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="FileText",
                    fields=[
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="text_of_file",
                                serialize=False,
                                to="editorial.sitedocument",
                            ),
                        ),
                        ("digest", models.CharField(blank=True, max_length=40)),
                        ("text", models.TextField(blank=True)),
                        ("problem", models.CharField(blank=True, max_length=10)),
                        ("read_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "text of a file",
                        "verbose_name_plural": "texts of files",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuidancePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Policy"),
                                    ("regulation", "Regulation"),
                                    ("law", "Law"),
                                    ("practice", "How it is done"),
                                ],
                                default="regulation",
                                help_text="What is explained, for example a regulation.",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                help_text="What part of the work it belongs to, for example Học phí.",
                                max_length=80,
                                verbose_name="subject",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Everybody"),
                                    ("pupils", "Pupils and learners"),
                                    ("parents", "Parents"),
                                    ("teachers", "Teachers and staff"),
                                    ("schools", "Schools and centres"),
                                    ("organisations", "Organisations and companies"),
                                ],
                                default="everybody",
                                help_text="Whose question it answers, for example parents.",
                                max_length=16,
                                verbose_name="for whom",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "guidance",
                        "verbose_name_plural": "guidance",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
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
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                            "section",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="section",
                            ),
                        ),
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
                        (
                            "acting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("run", models.UUIDField(editable=False, null=True)),
                        ("comment", models.TextField(blank=True)),
                        ("applied_at", models.DateTimeField(null=True, verbose_name="drafts made")),
                        ("submitted_at", models.DateTimeField(null=True, verbose_name="handed to the board")),
                        ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
                    ],
                    options={
                        "verbose_name": "list of pages",
                        "verbose_name_plural": "lists of pages",
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [
                            models.Index(
                                fields=["institution", "-created_at"], name="import_batch_institution"
                            ),
                            models.Index(fields=["state", "heartbeat_at"], name="import_batch_state"),
                        ],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="InformationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry",
                        "verbose_name_plural": "entries",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="IntroductionPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "functions",
                            models.TextField(
                                blank=True,
                                help_text="What it is there for, one in each line. Example: Advises the director on secondary education.",
                                verbose_name="functions",
                            ),
                        ),
                        (
                            "tasks",
                            models.TextField(
                                blank=True,
                                help_text="What it does, one in each line, as in the decision. Example: Guides the plan of the school year.",
                                verbose_name="tasks",
                            ),
                        ),
                        (
                            "powers",
                            models.TextField(
                                blank=True,
                                help_text="What it may decide or ask for, one in each line. Example: Asks schools for reports.",
                                verbose_name="powers",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "introduction",
                        "verbose_name_plural": "introductions",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="LinkPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("state", "State agencies"),
                                    ("education", "Education sector"),
                                    ("learning", "Learning and libraries"),
                                    ("services", "Services for citizens"),
                                    ("organisations", "Organisations"),
                                    ("other", "Other links"),
                                ],
                                default="education",
                                max_length=14,
                                verbose_name="group",
                            ),
                        ),
                        (
                            "target_url",
                            models.URLField(
                                help_text="Example: https://moet.gov.vn/.", verbose_name="web address"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "link",
                        "verbose_name_plural": "links",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="LinksPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "links",
                        "verbose_name_plural": "links",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="NewsIndexPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "news and notices",
                        "verbose_name_plural": "news and notices",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="OnlineServicesPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "online services",
                        "verbose_name_plural": "online services",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="OpenDataPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "open data",
                        "verbose_name_plural": "open data",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="OrganisationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "functions",
                            models.TextField(
                                blank=True,
                                help_text="What it is there for, one in each line. Example: Advises the director on secondary education.",
                                verbose_name="functions",
                            ),
                        ),
                        (
                            "tasks",
                            models.TextField(
                                blank=True,
                                help_text="What it does, one in each line, as in the decision. Example: Guides the plan of the school year.",
                                verbose_name="tasks",
                            ),
                        ),
                        (
                            "powers",
                            models.TextField(
                                blank=True,
                                help_text="What it may decide or ask for, one in each line. Example: Asks schools for reports.",
                                verbose_name="powers",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("party", "Communist Party of Vietnam"),
                                    ("trade_union", "Trade union"),
                                    ("youth_union", "Ho Chi Minh Communist Youth Union"),
                                    ("pioneers", "Ho Chi Minh Young Pioneers"),
                                    ("students", "Students' association"),
                                    ("parents", "Parents' committee"),
                                    ("women", "Women's committee"),
                                    ("learning", "Association for promotion of learning"),
                                    ("red_cross", "Red Cross"),
                                    ("veterans", "Association of veterans or former teachers"),
                                    ("other", "Other organisation"),
                                ],
                                default="youth_union",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="Example: 0299 3822 105.",
                                max_length=100,
                                verbose_name="telephone",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Example: doantruong@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="e-mail",
                            ),
                        ),
                        (
                            "term_from",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Year or first year of the school year. Example: 2025.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1930),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="term from",
                            ),
                        ),
                        (
                            "term_to",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Example: 2030.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1930),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="term to",
                            ),
                        ),
                        (
                            "member_count",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="A number, no names. Example: 48.",
                                null=True,
                                verbose_name="members",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "verbose_name_plural": "organisations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="OrganisationsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisations",
                        "verbose_name_plural": "organisations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="PressItemPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("notice", "Press notice"),
                                    ("interview", "Interview"),
                                    ("statement", "Official statement"),
                                ],
                                default="notice",
                                help_text="An official statement answers a question of public concern, for example rumours about an examination.",
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "speaker",
                            models.CharField(
                                blank=True,
                                help_text="Name as signed, for example “Nguyễn Thị Hoà”.",
                                max_length=160,
                                verbose_name="who speaks",
                            ),
                        ),
                        (
                            "speaker_title",
                            models.CharField(
                                blank=True,
                                help_text="For example “Giám đốc Sở”.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "outlet",
                            models.CharField(
                                blank=True,
                                help_text="For an interview, for example “Báo Hoa Sơn”.",
                                max_length=160,
                                verbose_name="newspaper or broadcaster",
                            ),
                        ),
                        (
                            "outlet_url",
                            models.URLField(
                                blank=True,
                                help_text="For example https://baohoason.vn/phong-van.",
                                verbose_name="link to the interview",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Office, e-mail and telephone of the institution, for example “Văn phòng, bao-chi@…”.",
                                max_length=200,
                                verbose_name="contact for the press",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "entry for the press",
                        "verbose_name_plural": "entries for the press",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="PressPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "press",
                        "verbose_name_plural": "press",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ProcedurePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "full_name",
                            models.TextField(
                                blank=True,
                                help_text="Only where the name in the decision is longer than the title, which takes 255 letters.",
                                max_length=2000,
                                verbose_name="full name",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True,
                                help_text="In the national database of administrative procedures. For example: 1.005142.",
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{1,2}\\.\\d{6}(\\.[0-9A-Z.]{1,28})?$",
                                        "A code has a figure, a point and six figures, such as 1.005142.",
                                    )
                                ],
                                verbose_name="code",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                help_text="As the decision calls it. For example: Giáo dục trung học.",
                                max_length=200,
                                verbose_name="field",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    (
                                        "detailed",
                                        "Procedure whose details a law leaves to a decree or circular",
                                    ),
                                    ("not_delegated", "Procedure that no law leaves to the locality"),
                                    ("other", "Other kind"),
                                ],
                                help_text="As the national database says. May stay empty.",
                                max_length=16,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "levels",
                            common.choice_sets.ChoiceSetField(
                                help_text="For example: province level.",
                                max_length=200,
                                verbose_name="carried out at",
                            ),
                        ),
                        (
                            "audiences",
                            common.choice_sets.ChoiceSetField(
                                blank=True,
                                help_text="For example: pupils and their parents.",
                                max_length=200,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "recipient",
                            models.CharField(
                                blank=True,
                                help_text="The unit that takes applications. For example: Bộ phận Một cửa, Sở Giáo dục và Đào tạo.",
                                max_length=300,
                                verbose_name="where to hand in",
                            ),
                        ),
                        (
                            "recipient_address",
                            models.CharField(
                                blank=True,
                                help_text="Empty: the address of the institution. For example: số 12 phố Bến Sông.",
                                max_length=500,
                                verbose_name="address of that unit",
                            ),
                        ),
                        (
                            "recipient_hours",
                            models.CharField(
                                blank=True,
                                help_text="Empty: the opening hours of the institution. For example: thứ Hai–thứ Sáu, 7:30–11:30.",
                                max_length=255,
                                verbose_name="hours",
                            ),
                        ),
                        (
                            "handlers",
                            wagtail.fields.StreamField(
                                [("person", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.HandlerBlock", (), {})},
                                verbose_name="who handles applications",
                            ),
                        ),
                        (
                            "authority",
                            models.TextField(
                                blank=True,
                                help_text="For example: Sở Giáo dục và Đào tạo; trường trung học phổ thông.",
                                max_length=2000,
                                verbose_name="body that carries it out",
                            ),
                        ),
                        (
                            "competent_body",
                            models.TextField(
                                blank=True,
                                help_text="For example: Giám đốc Sở.",
                                max_length=2000,
                                verbose_name="body that decides",
                            ),
                        ),
                        (
                            "delegated_body",
                            models.TextField(
                                blank=True,
                                help_text="For example: none.",
                                max_length=2000,
                                verbose_name="body it is delegated to",
                            ),
                        ),
                        (
                            "coordinating_body",
                            models.TextField(
                                blank=True,
                                help_text="For example: Công an xã.",
                                max_length=2000,
                                verbose_name="bodies that take part",
                            ),
                        ),
                        (
                            "time_limit",
                            models.CharField(
                                blank=True,
                                help_text="From a complete application on. For example: 3 working days.",
                                max_length=300,
                                verbose_name="time limit",
                            ),
                        ),
                        ("is_free", models.BooleanField(default=False, verbose_name="no fee and no charge")),
                        (
                            "fees",
                            wagtail.fields.StreamField(
                                [("fee", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.FeeBlock", (), {})},
                                verbose_name="fees and charges",
                            ),
                        ),
                        (
                            "result",
                            models.TextField(
                                blank=True,
                                help_text="For example: decision on the change of school.",
                                max_length=6000,
                                verbose_name="what you get",
                            ),
                        ),
                        (
                            "requirements",
                            models.TextField(
                                blank=True,
                                help_text="For example: the new school has a free place.",
                                max_length=20000,
                                verbose_name="requirements and conditions",
                            ),
                        ),
                        (
                            "steps",
                            wagtail.fields.StreamField(
                                [("step", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.StepBlock", (), {})},
                                verbose_name="steps",
                            ),
                        ),
                        (
                            "components",
                            wagtail.fields.StreamField(
                                [("paper", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.ComponentBlock", (), {})},
                                verbose_name="papers and forms",
                            ),
                        ),
                        (
                            "sets",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Sets of the whole application. For example: 1.",
                                null=True,
                                verbose_name="number of sets",
                            ),
                        ),
                        (
                            "channels",
                            wagtail.fields.StreamField(
                                [("way", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.ChannelBlock", (), {})},
                                verbose_name="ways to hand in",
                            ),
                        ),
                        (
                            "online_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Full (whole way online)"),
                                    ("partial", "Partial (some steps at the office)"),
                                    ("information", "Information only"),
                                ],
                                help_text="Full: nobody has to come to the office. Empty: not online.",
                                max_length=12,
                                verbose_name="online level",
                            ),
                        ),
                        (
                            "online_url",
                            models.URLField(
                                blank=True,
                                help_text="For example: https://dichvucong.gov.vn/…",
                                max_length=500,
                                verbose_name="link to apply online",
                            ),
                        ),
                        (
                            "legal_basis",
                            wagtail.fields.StreamField(
                                [("document", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.LegalBasisBlock", (), {})},
                                verbose_name="legal basis",
                            ),
                        ),
                        (
                            "change",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("issued", "Newly issued"),
                                    ("amended", "Amended"),
                                    ("replaced", "Replaces another procedure"),
                                    ("standardised", "Standardised"),
                                ],
                                help_text="For example: newly issued.",
                                max_length=12,
                                verbose_name="what the decision did",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                help_text="Number and symbol. For example: 5252/QĐ-UBND.",
                                max_length=80,
                                verbose_name="decision that publishes it",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                blank=True,
                                help_text="For example: 26/12/2025.",
                                null=True,
                                verbose_name="date of the decision",
                            ),
                        ),
                        (
                            "effective_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty: already in force. For example: 01/01/2026.",
                                null=True,
                                verbose_name="in force from",
                            ),
                        ),
                        (
                            "changes",
                            wagtail.fields.StreamField(
                                [("change", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.ChangeBlock", (), {})},
                                verbose_name="earlier decisions",
                            ),
                        ),
                        (
                            "repealed_on",
                            models.DateField(
                                blank=True,
                                help_text="The page stays and says so. For example: 03/09/2026.",
                                null=True,
                                verbose_name="repealed from",
                            ),
                        ),
                        (
                            "repeal_decision",
                            models.CharField(
                                blank=True,
                                help_text="Number and symbol. For example: 3509/QĐ-UBND.",
                                max_length=80,
                                verbose_name="decision that repeals it",
                            ),
                        ),
                        (
                            "replaced_by_code",
                            models.CharField(
                                blank=True,
                                help_text="Code of the procedure that takes its place. For example: 1.005143.",
                                max_length=40,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{1,2}\\.\\d{6}(\\.[0-9A-Z.]{1,28})?$",
                                        "A code has a figure, a point and six figures, such as 1.005142.",
                                    )
                                ],
                                verbose_name="replaced by (code)",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "administrative procedure",
                        "verbose_name_plural": "administrative procedures",
                        "indexes": [models.Index(fields=["code"], name="procedure_code")],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ProceduresPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "administrative procedures",
                        "verbose_name_plural": "administrative procedures",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True,
                                help_text="Example: 7904512.",
                                max_length=40,
                                verbose_name="code of the project",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("national", "Of national importance"),
                                    ("a", "Group A"),
                                    ("b", "Group B"),
                                    ("c", "Group C"),
                                    ("none", "Not classified"),
                                ],
                                default="none",
                                max_length=10,
                                verbose_name="class of the project",
                            ),
                        ),
                        (
                            "investor",
                            models.CharField(
                                help_text="Example: Department of Education and Training.",
                                max_length=200,
                                verbose_name="investor (owner)",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Example: Cồn Sẻ commune.",
                                max_length=200,
                                verbose_name="place",
                            ),
                        ),
                        (
                            "capital",
                            models.PositiveBigIntegerField(
                                blank=True,
                                help_text="Figures only. Example: 28500000000.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(10000000000000000)],
                                verbose_name="total investment in đồng",
                            ),
                        ),
                        (
                            "capital_source",
                            models.CharField(
                                choices=[
                                    ("central", "Central budget"),
                                    ("local", "Local budget"),
                                    ("own", "Own revenue of the institution"),
                                    ("oda", "Official development assistance and loans"),
                                    ("private", "Contributions and private capital"),
                                    ("mixed", "Several sources"),
                                ],
                                default="local",
                                max_length=8,
                                verbose_name="source of capital",
                            ),
                        ),
                        (
                            "capital_note",
                            models.CharField(
                                blank=True,
                                help_text="Example: local budget 80 %, contributions 20 %.",
                                max_length=300,
                                verbose_name="capital in detail",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 01/03/2026.",
                                null=True,
                                verbose_name="begins on",
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True,
                                help_text="After this day it counts as behind its schedule. Example: 31/12/2027.",
                                null=True,
                                verbose_name="planned to end on",
                            ),
                        ),
                        (
                            "finished_on",
                            models.DateField(
                                blank=True,
                                help_text="Day of acceptance. Example: 20/11/2027.",
                                null=True,
                                verbose_name="completed on",
                            ),
                        ),
                        (
                            "stopped_on",
                            models.DateField(
                                blank=True,
                                help_text="Only where it does not go on.",
                                null=True,
                                verbose_name="stopped on",
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of the work, not of the money. Example: 45.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(100)],
                                verbose_name="progress in per cent",
                            ),
                        ),
                        (
                            "progress_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the two figures. Example: 30/09/2026.",
                                null=True,
                                verbose_name="as of",
                            ),
                        ),
                        (
                            "paid",
                            models.PositiveBigIntegerField(
                                blank=True,
                                help_text="So far. Example: 12400000000.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(10000000000000000)],
                                verbose_name="disbursed in đồng",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "project",
                        "verbose_name_plural": "projects",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "projects, investment and bidding",
                        "verbose_name_plural": "projects, investment and bidding",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="PublicInformationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "public information and guidance",
                        "verbose_name_plural": "public information and guidance",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="SchoolManagementPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "school management system",
                        "verbose_name_plural": "school management systems",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="SectionSlot",
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
                                related_name="section_slots",
                                to="network.institution",
                            ),
                        ),
                        ("key", models.CharField(max_length=32, verbose_name="section")),
                        ("translation_key", models.UUIDField(unique=True)),
                    ],
                    options={
                        "verbose_name": "required section",
                        "verbose_name_plural": "required sections",
                        "constraints": [
                            models.UniqueConstraint(fields=("institution", "key"), name="section_slot_unique")
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="ServicePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "online_url",
                            models.URLField(
                                blank=True,
                                help_text="Where it is used. For example: https://tracuu.example.edu.vn/",
                                max_length=500,
                                verbose_name="link to the service",
                            ),
                        ),
                        (
                            "online_page",
                            models.ForeignKey(
                                blank=True,
                                help_text="For example: the page of the admission campaign.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="or a page of this site",
                            ),
                        ),
                        (
                            "online_level",
                            models.CharField(
                                choices=[
                                    ("full", "Full (whole way online)"),
                                    ("partial", "Partial (some steps at the office)"),
                                    ("information", "Information only"),
                                ],
                                default="full",
                                help_text="Full: nobody has to come to the office.",
                                max_length=12,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                blank=True,
                                help_text="For example: Admission.",
                                max_length=200,
                                verbose_name="field",
                            ),
                        ),
                        (
                            "audiences",
                            common.choice_sets.ChoiceSetField(
                                blank=True,
                                help_text="For example: pupils and their parents.",
                                max_length=200,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="For example: Phòng Khảo thí.",
                                max_length=200,
                                verbose_name="unit in charge",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="Telephone or e-mail of the office. For example: 0200 000 081.",
                                max_length=200,
                                verbose_name="help",
                            ),
                        ),
                        (
                            "steps",
                            wagtail.fields.StreamField(
                                [("step", 0)],
                                blank=True,
                                block_lookup={0: ("sections.procedures.blocks.StepBlock", (), {})},
                                verbose_name="how to use it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "online service",
                        "verbose_name_plural": "online services",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="StatisticsPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "first_school_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Only for an institution that is younger than five years: the year in which its first school year began, for example 2023. Nobody asks for figures of the years before.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1945),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="first school year",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "statistics",
                        "verbose_name_plural": "statistics",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="StatisticsRecord",
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
                                related_name="statistics_records",
                                to="network.institution",
                            ),
                        ),
                        ("school_year", models.PositiveSmallIntegerField()),
                        ("page_key", models.UUIDField()),
                        ("counted_on", models.DateField(null=True)),
                        ("figures", models.JSONField(default=dict)),
                        ("stored_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name": "published figures of a school year",
                        "verbose_name_plural": "published figures of school years",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "school_year"), name="statistics_record_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="StatisticsRollUp",
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
                                related_name="statistics_rollups",
                                to="network.institution",
                            ),
                        ),
                        ("school_year", models.PositiveSmallIntegerField()),
                        ("figures", models.JSONField(default=dict)),
                        ("counts", models.JSONField(default=dict)),
                        ("reported", models.PositiveIntegerField(default=0)),
                        ("expected", models.PositiveIntegerField(default=0)),
                        ("refreshed_at", models.DateTimeField()),
                        ("due_since", models.DateTimeField(db_index=True, null=True)),
                    ],
                    options={
                        "verbose_name": "figures of the members for a school year",
                        "verbose_name_plural": "figures of the members for school years",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "school_year"), name="statistics_rollup_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="StatisticsYearPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "school_year",
                            models.PositiveSmallIntegerField(
                                help_text="The year in which it begins: 2025 for the school year 2025–2026.",
                                validators=[
                                    django.core.validators.MinValueValidator(1945),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="school year",
                            ),
                        ),
                        (
                            "counted_on",
                            models.DateField(
                                blank=True,
                                help_text="The day to which the figures apply, for example 30/09/2025.",
                                null=True,
                                verbose_name="counted on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figures of a school year",
                        "verbose_name_plural": "figures of school years",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="SupportPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
                            ),
                        ),
                        ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "scholarships and support",
                        "verbose_name_plural": "scholarships and support",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="SupportProgrammePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("scholarship", "Scholarship"),
                                    ("credit", "Student credit"),
                                    ("fees", "Exemption or reduction of fees"),
                                    ("allowance", "Allowance for costs of study, meals or boarding"),
                                    ("career", "Career counselling"),
                                    ("counselling", "Psychological and school counselling"),
                                    ("inclusion", "Support for pupils with disabilities"),
                                    ("service", "Other service"),
                                ],
                                default="scholarship",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Everybody"),
                                    ("preschool", "Preschool children and their parents"),
                                    ("primary", "Primary pupils"),
                                    ("lower", "Lower secondary pupils"),
                                    ("upper", "Upper secondary pupils"),
                                    ("adults", "Learners of continuing education"),
                                    ("parents", "Parents"),
                                    ("teachers", "Teachers"),
                                    ("managers", "Managers and staff"),
                                ],
                                default="everybody",
                                max_length=10,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "provider",
                            models.CharField(
                                help_text="Example: Association for promotion of learning of the province.",
                                max_length=200,
                                verbose_name="who gives it",
                            ),
                        ),
                        (
                            "who_can_apply",
                            models.TextField(
                                help_text="One condition in each line. Example: Pupils of poor households with good results.",
                                verbose_name="who can apply",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveBigIntegerField(
                                blank=True,
                                help_text="For one person, figures only. Example: 2000000.",
                                null=True,
                                verbose_name="amount in đồng",
                            ),
                        ),
                        (
                            "amount_note",
                            models.CharField(
                                blank=True,
                                help_text="Example: for each school year; or: free counselling.",
                                max_length=200,
                                verbose_name="what is given, in words",
                            ),
                        ),
                        (
                            "places",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="How many can get it. Example: 50.",
                                null=True,
                                verbose_name="how many",
                            ),
                        ),
                        (
                            "opens_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty: since ever. Example: 01/09/2026.",
                                null=True,
                                verbose_name="applications from",
                            ),
                        ),
                        (
                            "closes_on",
                            models.DateField(
                                blank=True,
                                help_text="Empty: all year round. After this day the site says that it is closed. Example: 15/10/2026.",
                                null=True,
                                verbose_name="last day of application",
                            ),
                        ),
                        (
                            "papers",
                            models.TextField(
                                blank=True,
                                help_text="One paper in each line. Example: Application with the school's confirmation.",
                                verbose_name="what has to be handed in",
                            ),
                        ),
                        (
                            "how_to_apply",
                            models.TextField(
                                help_text="One step in each line. Example: Hand in the papers to the class teacher.",
                                verbose_name="how to apply",
                            ),
                        ),
                        (
                            "apply_url",
                            models.URLField(
                                blank=True,
                                help_text="Where one applies or reads more. Example: https://vbsp.org.vn/.",
                                verbose_name="link",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="Example: 0299 3822 105.",
                                max_length=100,
                                verbose_name="telephone for questions",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Example: khuyenhoc@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="e-mail for questions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "programme of support",
                        "verbose_name_plural": "programmes of support",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="SystemModulePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "users",
                            models.CharField(
                                choices=[
                                    ("families", "Pupils and parents"),
                                    ("teachers", "Teachers"),
                                    ("staff", "Managers and staff of the school"),
                                    ("everybody", "Everybody"),
                                ],
                                default="families",
                                max_length=10,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "system",
                            models.CharField(
                                blank=True,
                                help_text="Example: Electronic school register.",
                                max_length=120,
                                verbose_name="name of the system",
                            ),
                        ),
                        (
                            "entry_url",
                            models.URLField(
                                help_text="Where one signs in. Example: https://sodiemdientu.hoason.edu.vn/.",
                                verbose_name="address of entry",
                            ),
                        ),
                        (
                            "does",
                            models.TextField(
                                help_text="One use in each line. Example: Look up marks and attendance of your child.",
                                verbose_name="what it is for",
                            ),
                        ),
                        (
                            "account",
                            models.CharField(
                                blank=True,
                                help_text="How one gets an account. Example: from the class teacher. Never write a password here.",
                                max_length=200,
                                verbose_name="which account",
                            ),
                        ),
                        (
                            "help_url",
                            models.URLField(
                                blank=True,
                                help_text="Link to the manual. Example: https://…/huong-dan.",
                                verbose_name="instructions",
                            ),
                        ),
                        (
                            "help_phone",
                            models.CharField(
                                blank=True,
                                help_text="Example: 0299 3822 105.",
                                max_length=100,
                                verbose_name="telephone for help",
                            ),
                        ),
                        (
                            "help_email",
                            models.EmailField(
                                blank=True,
                                help_text="Example: hotro@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="e-mail for help",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "module of the school management system",
                        "verbose_name_plural": "modules of the school management system",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="UnitPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "functions",
                            models.TextField(
                                blank=True,
                                help_text="What it is there for, one in each line. Example: Advises the director on secondary education.",
                                verbose_name="functions",
                            ),
                        ),
                        (
                            "tasks",
                            models.TextField(
                                blank=True,
                                help_text="What it does, one in each line, as in the decision. Example: Guides the plan of the school year.",
                                verbose_name="tasks",
                            ),
                        ),
                        (
                            "powers",
                            models.TextField(
                                blank=True,
                                help_text="What it may decide or ask for, one in each line. Example: Asks schools for reports.",
                                verbose_name="powers",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("division", "Division"),
                                    ("office", "Office or administration"),
                                    ("subject_group", "Subject group"),
                                    ("council", "Council or committee"),
                                    ("team", "Team"),
                                    ("affiliated", "Affiliated body"),
                                    ("branch", "Branch campus"),
                                    ("other", "Other unit"),
                                ],
                                default="division",
                                max_length=14,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True,
                                help_text="Example: 0299 3822 105.",
                                max_length=100,
                                verbose_name="telephone",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="Example: phongtrunghoc@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="e-mail",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Example: Room 204, house A.",
                                max_length=160,
                                verbose_name="room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "unit",
                        "verbose_name_plural": "units",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="AlbumPicture",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pictures",
                                to="sections.albumpage",
                            ),
                        ),
                        (
                            "image",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="picture",
                            ),
                        ),
                        (
                            "alt",
                            models.CharField(
                                blank=True,
                                help_text="What the picture shows here. Left empty: the picture's own description.",
                                max_length=250,
                                verbose_name="description for those who cannot see it",
                            ),
                        ),
                        (
                            "caption",
                            models.CharField(
                                blank=True,
                                help_text="For example “Đội kéo co khối 8 trước giờ thi”.",
                                max_length=250,
                                verbose_name="caption",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "picture of an album",
                        "verbose_name_plural": "pictures of an album",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ClosedPeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="closed_periods",
                                to="sections.contactpage",
                            ),
                        ),
                        (
                            "first",
                            models.DateField(
                                help_text="Example: 01/07/2026.", verbose_name="first day closed"
                            ),
                        ),
                        (
                            "last",
                            models.DateField(
                                blank=True,
                                help_text="Empty for a single day.",
                                null=True,
                                verbose_name="last day closed",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                help_text="Example: Summer holidays.", max_length=160, verbose_name="reason"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "days closed",
                        "verbose_name_plural": "days closed",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="sections.conferencepage",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="editorial.sitedocument",
                                verbose_name="file",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a conference",
                        "verbose_name_plural": "files of a conference",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="figures",
                                to="sections.disclosurereportpage",
                            ),
                        ),
                        (
                            "heading",
                            models.CharField(
                                blank=True,
                                help_text="Figures of one part stand in one table, for example Thu.",
                                max_length=120,
                                verbose_name="part",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="For example Học phí.", max_length=200, verbose_name="what"
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="For example 120000000.",
                                max_digits=18,
                                null=True,
                                verbose_name="figure",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True,
                                help_text="For example đồng, người, %.",
                                max_length=40,
                                verbose_name="unit",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True,
                                help_text="Where it is no number, for example Mức độ 2.",
                                max_length=200,
                                verbose_name="or in words",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="For example chưa quyết toán.",
                                max_length=200,
                                verbose_name="note",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "figure of a disclosure report",
                        "verbose_name_plural": "figures of a disclosure report",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="DisclosureFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="sections.disclosurereportpage",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="editorial.sitedocument",
                                verbose_name="file",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a disclosure report",
                        "verbose_name_plural": "files of a disclosure report",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="sections.documentpage",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="editorial.sitedocument",
                                verbose_name="file",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of a document",
                        "verbose_name_plural": "files of a document",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentRelation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relations",
                                to="sections.documentpage",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("amends", "Amends"),
                                    ("replaces", "Replaces"),
                                    ("repeals", "Repeals"),
                                    ("corrects", "Corrects"),
                                    ("guides", "Guides the application of"),
                                    ("based_on", "Is based on"),
                                ],
                                default="replaces",
                                max_length=8,
                                verbose_name="this document",
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                blank=True,
                                help_text="Choose it, or name it beside.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="document of this site",
                            ),
                        ),
                        (
                            "target_number",
                            models.CharField(
                                blank=True,
                                db_index=True,
                                help_text="For example 36/2017/TT-BGDĐT.",
                                max_length=80,
                                verbose_name="or its number and symbol",
                            ),
                        ),
                        (
                            "target_issued_on",
                            models.DateField(
                                blank=True,
                                help_text="For example 05/01/2024; needed where the number has no year.",
                                null=True,
                                verbose_name="issued on",
                            ),
                        ),
                        (
                            "is_partial",
                            models.BooleanField(
                                default=False,
                                help_text="Only some of its articles are replaced or repealed.",
                                verbose_name="in part",
                            ),
                        ),
                        (
                            "extent",
                            models.CharField(
                                blank=True,
                                help_text="For example khoản 2 Điều 5, Điều 7.",
                                max_length=200,
                                verbose_name="which parts",
                            ),
                        ),
                        (
                            "from_on",
                            models.DateField(
                                blank=True,
                                help_text="Left empty: from the day on which this document takes effect.",
                                null=True,
                                verbose_name="from",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "relation of documents",
                        "verbose_name_plural": "relations of documents",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="EventSkip",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="skips",
                                to="sections.eventpage",
                            ),
                        ),
                        ("day", models.DateField(help_text="For example 02/09/2026.", verbose_name="day")),
                    ],
                    options={
                        "verbose_name": "day left out",
                        "verbose_name_plural": "days left out",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuidanceBasis",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="bases",
                                to="sections.guidancepage",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                help_text="Choose it, or name it beside.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="document of this site",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="For example Nghị định 81/2021/NĐ-CP.",
                                max_length=120,
                                verbose_name="or its number and symbol",
                            ),
                        ),
                        (
                            "article",
                            models.CharField(
                                blank=True,
                                help_text="For example khoản 1 Điều 15.",
                                max_length=120,
                                verbose_name="articles",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "legal basis of guidance",
                        "verbose_name_plural": "legal bases of guidance",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuidanceQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="sections.guidancepage",
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                help_text="As people ask it, for example Ai được miễn học phí?",
                                max_length=300,
                                verbose_name="question",
                            ),
                        ),
                        (
                            "answer",
                            models.TextField(
                                help_text="In plain words; an empty line begins a new paragraph. For example: Học sinh tiểu học trường công lập.",
                                max_length=4000,
                                verbose_name="answer",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question of guidance",
                        "verbose_name_plural": "questions of guidance",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="GuidanceStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="sections.guidancepage",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                help_text="One thing to do, for example Nộp đơn và giấy xác nhận hộ nghèo cho nhà trường.",
                                max_length=1000,
                                verbose_name="step",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "step of guidance",
                        "verbose_name_plural": "steps of guidance",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="sections.importbatch",
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
                            "before",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                            ),
                        ),
                        ("media", models.JSONField(default=list, editable=False)),
                        ("was_clean", models.BooleanField(default=False)),
                        (
                            "workflow_state",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="imported_rows",
                                to="wagtailcore.workflowstate",
                            ),
                        ),
                        ("decided", models.UUIDField(editable=False, null=True)),
                    ],
                    options={
                        "verbose_name": "row of a list of pages",
                        "verbose_name_plural": "rows of a list of pages",
                        "ordering": ["number"],
                        "indexes": [models.Index(fields=["batch", "status"], name="imported_row_status")],
                        "constraints": [
                            models.UniqueConstraint(fields=("batch", "number"), name="imported_row_unique")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InstitutionDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("established", "Establishment"),
                                    ("renamed", "Change of name"),
                                    ("merged", "Merger or division"),
                                    ("duties", "Functions, tasks and powers"),
                                    ("appointed", "Appointment"),
                                    ("recognised", "Recognition"),
                                ],
                                default="established",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                help_text="Number, day and issuer come from the document. Leave empty where it is not on this site.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="document on this site",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 45/QĐ-UBND.",
                                max_length=80,
                                verbose_name="number and symbol",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 05/09/1985.",
                                null=True,
                                verbose_name="issued on",
                            ),
                        ),
                        (
                            "issuer",
                            models.CharField(
                                blank=True,
                                help_text="Example: People's Committee of the province.",
                                max_length=200,
                                verbose_name="issuer",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Example: On the establishment of the school.",
                                max_length=300,
                                verbose_name="on what",
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True,
                                help_text="Where it is published elsewhere. Example: https://vbpl.vn/…",
                                verbose_name="link",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="sections.introductionpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision on the institution",
                        "verbose_name_plural": "decisions on the institution",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Landmark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="landmarks",
                                to="sections.contactpage",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Example: Bus stop Cầu Đá, line 3.",
                                max_length=80,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "distance",
                            models.PositiveIntegerField(
                                help_text="As the crow flies, roughly. Example: 300.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(20000),
                                ],
                                verbose_name="distance in metres",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("n", "north"),
                                    ("ne", "north-east"),
                                    ("e", "east"),
                                    ("se", "south-east"),
                                    ("s", "south"),
                                    ("sw", "south-west"),
                                    ("w", "west"),
                                    ("nw", "north-west"),
                                ],
                                help_text="Where it stands, seen from the institution.",
                                max_length=2,
                                verbose_name="direction",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "landmark",
                        "verbose_name_plural": "landmarks",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="Leader",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="Example: Nguyễn Thị Hồng Phượng.",
                                max_length=120,
                                verbose_name="full name",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                help_text="Example: Deputy director.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="The address of the office. Example: pgd.phuong@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="official e-mail",
                            ),
                        ),
                        (
                            "assignment",
                            models.TextField(
                                blank=True,
                                help_text="The work that the person directs. No birth date, no home address, no private telephone.",
                                verbose_name="assignment",
                            ),
                        ),
                        (
                            "since",
                            models.DateField(
                                blank=True,
                                help_text="Example: 01/08/2024.",
                                null=True,
                                verbose_name="in office since",
                            ),
                        ),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="Fill it in when the person leaves, and add the successor as another row. From the next day on the site no longer shows the person; the history keeps title and dates only.",
                                null=True,
                                verbose_name="last day in office",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                help_text="Optional. Only with the consent of the person.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="photograph",
                            ),
                        ),
                        (
                            "photo_consent_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                                null=True,
                                verbose_name="the person agreed to the photograph on",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="heads",
                                to="sections.introductionpage",
                            ),
                        ),
                        (
                            "is_institution_head",
                            models.BooleanField(
                                default=False,
                                help_text="Name and title then come from the record of the institution, which shows them on every page; here only e-mail and assignment are asked.",
                                verbose_name="is the head of the institution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "head",
                        "verbose_name_plural": "heads",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("photo__isnull", True),
                                    ("photo_consent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="sections_leader_photo_consent",
                                violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="sections.introductionpage",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="Example: 1985.",
                                validators=[
                                    django.core.validators.MinValueValidator(1000),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "month",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="1 to 12, if it is known.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(12),
                                ],
                                verbose_name="month",
                            ),
                        ),
                        (
                            "day",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="1 to 31, if it is known.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(31),
                                ],
                                verbose_name="day",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="Example: The school is founded with six classes.",
                                max_length=200,
                                verbose_name="what happened",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True,
                                help_text="One or two sentences, without names of pupils.",
                                verbose_name="more on it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "milestone",
                        "verbose_name_plural": "milestones",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="OfferAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "offer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="sections.articleoffer",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offer_answers",
                                to="network.institution",
                            ),
                        ),
                        ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="read at")),
                        (
                            "read_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="read by",
                            ),
                        ),
                        ("read_name", models.CharField(blank=True, max_length=310)),
                        (
                            "declined_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="declined at"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "taken_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="taken over at"),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken over by",
                            ),
                        ),
                        ("taken_name", models.CharField(blank=True, max_length=310)),
                        (
                            "page",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="own article",
                            ),
                        ),
                        (
                            "source_version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="wagtailcore.revision",
                                verbose_name="version",
                            ),
                        ),
                        (
                            "source_changed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="version of"),
                        ),
                    ],
                    options={
                        "verbose_name": "answer to an offer",
                        "verbose_name_plural": "answers to offers",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("offer", "institution"), name="offer_answered_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="OpeningPeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="opening_periods",
                                to="sections.contactpage",
                            ),
                        ),
                        (
                            "desk",
                            models.CharField(
                                choices=[
                                    ("office", "Working hours"),
                                    ("citizens", "Reception of citizens"),
                                    ("papers", "Receiving of applications and giving of results"),
                                    ("library", "Library"),
                                    ("other", "Other"),
                                ],
                                default="office",
                                max_length=10,
                                verbose_name="for",
                            ),
                        ),
                        (
                            "first_weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Monday"),
                                    (1, "Tuesday"),
                                    (2, "Wednesday"),
                                    (3, "Thursday"),
                                    (4, "Friday"),
                                    (5, "Saturday"),
                                    (6, "Sunday"),
                                ],
                                default=0,
                                verbose_name="from day",
                            ),
                        ),
                        (
                            "last_weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "Monday"),
                                    (1, "Tuesday"),
                                    (2, "Wednesday"),
                                    (3, "Thursday"),
                                    (4, "Friday"),
                                    (5, "Saturday"),
                                    (6, "Sunday"),
                                ],
                                default=4,
                                verbose_name="to day",
                            ),
                        ),
                        ("opens", models.TimeField(help_text="Example: 07:30.", verbose_name="opens")),
                        ("closes", models.TimeField(help_text="Example: 11:30.", verbose_name="closes")),
                        (
                            "note",
                            models.CharField(
                                blank=True,
                                help_text="Example: room 101; please bring your papers.",
                                max_length=160,
                                verbose_name="remark",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "opening hours",
                        "verbose_name_plural": "opening hours",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="OrganisationHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="Example: Nguyễn Thị Hồng Phượng.",
                                max_length=120,
                                verbose_name="full name",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                help_text="Example: Deputy director.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="The address of the office. Example: pgd.phuong@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="official e-mail",
                            ),
                        ),
                        (
                            "assignment",
                            models.TextField(
                                blank=True,
                                help_text="The work that the person directs. No birth date, no home address, no private telephone.",
                                verbose_name="assignment",
                            ),
                        ),
                        (
                            "since",
                            models.DateField(
                                blank=True,
                                help_text="Example: 01/08/2024.",
                                null=True,
                                verbose_name="in office since",
                            ),
                        ),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="Fill it in when the person leaves, and add the successor as another row. From the next day on the site no longer shows the person; the history keeps title and dates only.",
                                null=True,
                                verbose_name="last day in office",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                help_text="Optional. Only with the consent of the person.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="photograph",
                            ),
                        ),
                        (
                            "photo_consent_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                                null=True,
                                verbose_name="the person agreed to the photograph on",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="heads",
                                to="sections.organisationpage",
                            ),
                        ),
                        (
                            "named_with_consent_on",
                            models.DateField(
                                blank=True,
                                help_text="Asked for parents and pupils, who hold no public office. Example: 12/09/2026.",
                                null=True,
                                verbose_name="the person agreed to be named on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "head of an organisation",
                        "verbose_name_plural": "heads of organisations",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("photo__isnull", True),
                                    ("photo_consent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="sections_organisationhead_photo_consent",
                                violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                help_text="Number, day and issuer come from the document. Leave empty where it is not on this site.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="document on this site",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 45/QĐ-UBND.",
                                max_length=80,
                                verbose_name="number and symbol",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 05/09/1985.",
                                null=True,
                                verbose_name="issued on",
                            ),
                        ),
                        (
                            "issuer",
                            models.CharField(
                                blank=True,
                                help_text="Example: People's Committee of the province.",
                                max_length=200,
                                verbose_name="issuer",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Example: On the establishment of the school.",
                                max_length=300,
                                verbose_name="on what",
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True,
                                help_text="Where it is published elsewhere. Example: https://vbpl.vn/…",
                                verbose_name="link",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="sections.projectpage",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Investment policy"),
                                    ("approval", "Approval of the project"),
                                    ("design", "Design and estimate"),
                                    ("plan", "Plan for selection of contractors"),
                                    ("change", "Adjustment"),
                                    ("accounts", "Final accounts"),
                                ],
                                default="approval",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision on a project",
                        "verbose_name_plural": "decisions on projects",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="QualityRecordPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "decision_page",
                            models.ForeignKey(
                                blank=True,
                                help_text="Number, day and issuer are then taken from it where they are empty here.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="decision among the documents of this site",
                            ),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 512/QĐ-SGDĐT.",
                                max_length=80,
                                verbose_name="number and symbol of the decision",
                            ),
                        ),
                        (
                            "decision_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 20/05/2026.",
                                null=True,
                                verbose_name="day of the decision",
                            ),
                        ),
                        (
                            "decision_issuer",
                            models.CharField(
                                blank=True,
                                help_text="Example: Department of Education and Training.",
                                max_length=200,
                                verbose_name="issuer of the decision",
                            ),
                        ),
                        (
                            "institution",
                            models.ForeignKey(
                                help_text="Chosen from the institutions under management. Example: THPT-CVA.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
                                verbose_name="institution",
                            ),
                        ),
                        (
                            "quality_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "Level 1"), (2, "Level 2"), (3, "Level 3"), (4, "Level 4")],
                                help_text="Leave empty where the decision is on the national standard only.",
                                null=True,
                                verbose_name="level of accreditation",
                            ),
                        ),
                        (
                            "standard_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[(1, "Level 1"), (2, "Level 2")],
                                help_text="Leave empty where the decision is on accreditation only.",
                                null=True,
                                verbose_name="level of the national standard",
                            ),
                        ),
                        (
                            "assessed_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 15/04/2026.",
                                null=True,
                                verbose_name="external assessment finished on",
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day. A certificate is given for five years. Half a year before, the site says that it expires soon. Example: 19/05/2031.",
                                null=True,
                                verbose_name="valid until",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recognition of quality",
                        "verbose_name_plural": "recognitions of quality",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="StatisticsConfirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="confirmations",
                                to="sections.statisticsyearpage",
                            ),
                        ),
                        ("finding", models.CharField(max_length=120)),
                        ("values", models.CharField(max_length=200)),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                    ],
                    options={
                        "verbose_name": "confirmation of a figure",
                        "verbose_name_plural": "confirmations of figures",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="StatisticsFigure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="figures",
                                to="sections.statisticsyearpage",
                            ),
                        ),
                        ("indicator", models.CharField(max_length=40, verbose_name="indicator")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("all", "Whole institution"),
                                    ("preschool", "Preschool (nursery and kindergarten)"),
                                    ("nursery", "Nursery"),
                                    ("kindergarten", "Kindergarten"),
                                    ("primary", "Primary"),
                                    ("lower_secondary", "Lower secondary"),
                                    ("upper_secondary", "Upper secondary"),
                                    ("primary_lower", "Primary and lower secondary"),
                                    ("lower_upper", "Lower and upper secondary"),
                                    ("primary_upper", "Primary to upper secondary"),
                                    ("continuing", "Continuing education"),
                                ],
                                max_length=20,
                                verbose_name="level",
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="figure"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                    ],
                    options={
                        "verbose_name": "figure",
                        "verbose_name_plural": "figures",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("page", "indicator", "level"), name="statistics_figure_once"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="TenderPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True,
                                help_text="As the national bidding network gives it. Example: IB2600123456.",
                                max_length=40,
                                verbose_name="code of the invitation",
                            ),
                        ),
                        (
                            "plan_code",
                            models.CharField(
                                blank=True,
                                help_text="Example: PL2600045678.",
                                max_length=40,
                                verbose_name="code of the selection plan",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                help_text="Only where the package belongs to a project of this site.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="tenders",
                                to="sections.projectpage",
                                verbose_name="project",
                            ),
                        ),
                        (
                            "buyer",
                            models.CharField(
                                help_text="Example: Chu Văn An upper secondary school.",
                                max_length=200,
                                verbose_name="procuring entity",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("goods", "Goods"),
                                    ("works", "Construction works"),
                                    ("consulting", "Consulting services"),
                                    ("services", "Non-consulting services"),
                                    ("mixed", "Mixed package"),
                                ],
                                default="goods",
                                max_length=10,
                                verbose_name="field",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    ("open", "Open bidding"),
                                    ("limited", "Limited bidding"),
                                    ("direct", "Direct appointment of contractor"),
                                    ("quotes", "Competitive quotation"),
                                    ("purchase", "Direct procurement"),
                                    ("self", "Self-execution"),
                                    ("community", "Participation of the community"),
                                    ("negotiation", "Price negotiation"),
                                    ("special", "Selection in special cases"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="form of selection",
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("1-1", "One stage, one envelope"),
                                    ("1-2", "One stage, two envelopes"),
                                    ("2-1", "Two stages, one envelope"),
                                    ("2-2", "Two stages, two envelopes"),
                                ],
                                default="",
                                max_length=3,
                                verbose_name="way of selection",
                            ),
                        ),
                        (
                            "price",
                            models.PositiveBigIntegerField(
                                blank=True,
                                help_text="Figures only. Example: 1850000000.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(10000000000000000)],
                                verbose_name="price of the package in đồng",
                            ),
                        ),
                        (
                            "capital_source",
                            models.CharField(
                                choices=[
                                    ("central", "Central budget"),
                                    ("local", "Local budget"),
                                    ("own", "Own revenue of the institution"),
                                    ("oda", "Official development assistance and loans"),
                                    ("private", "Contributions and private capital"),
                                    ("mixed", "Several sources"),
                                ],
                                default="local",
                                max_length=8,
                                verbose_name="source of capital",
                            ),
                        ),
                        (
                            "invited_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 05/10/2026.",
                                null=True,
                                verbose_name="invitation published on",
                            ),
                        ),
                        (
                            "closes_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Day and hour. Example: 26/10/2026 09:00.",
                                null=True,
                                verbose_name="bids close at",
                            ),
                        ),
                        (
                            "national_url",
                            models.URLField(
                                blank=True,
                                help_text="Link to the notice. Example: https://muasamcong.mpi.gov.vn/…",
                                verbose_name="on the national bidding network",
                            ),
                        ),
                        (
                            "result_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 18/11/2026.",
                                null=True,
                                verbose_name="result approved on",
                            ),
                        ),
                        (
                            "result_number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 901/QĐ-SGDĐT.",
                                max_length=80,
                                verbose_name="decision on the result",
                            ),
                        ),
                        (
                            "winner",
                            models.CharField(
                                blank=True,
                                help_text="The name of the business. Example: Bến Gỗ Equipment Company.",
                                max_length=200,
                                verbose_name="selected contractor",
                            ),
                        ),
                        (
                            "winning_price",
                            models.PositiveBigIntegerField(
                                blank=True,
                                help_text="Figures only. Example: 1792000000.",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(10000000000000000)],
                                verbose_name="winning price in đồng",
                            ),
                        ),
                        (
                            "cancelled_on",
                            models.DateField(
                                blank=True,
                                help_text="Only where the package was cancelled.",
                                null=True,
                                verbose_name="cancelled on",
                            ),
                        ),
                        (
                            "cancelled_why",
                            models.CharField(
                                blank=True,
                                help_text="Example: no bid was received.",
                                max_length=300,
                                verbose_name="why it was cancelled",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "package of procurement",
                        "verbose_name_plural": "packages of procurement",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="UnitDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("established", "Establishment"),
                                    ("renamed", "Change of name"),
                                    ("merged", "Merger or division"),
                                    ("duties", "Functions, tasks and powers"),
                                    ("appointed", "Appointment"),
                                    ("recognised", "Recognition"),
                                ],
                                default="established",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                help_text="Number, day and issuer come from the document. Leave empty where it is not on this site.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="document on this site",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 45/QĐ-UBND.",
                                max_length=80,
                                verbose_name="number and symbol",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 05/09/1985.",
                                null=True,
                                verbose_name="issued on",
                            ),
                        ),
                        (
                            "issuer",
                            models.CharField(
                                blank=True,
                                help_text="Example: People's Committee of the province.",
                                max_length=200,
                                verbose_name="issuer",
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(
                                blank=True,
                                help_text="Example: On the establishment of the school.",
                                max_length=300,
                                verbose_name="on what",
                            ),
                        ),
                        (
                            "url",
                            models.URLField(
                                blank=True,
                                help_text="Where it is published elsewhere. Example: https://vbpl.vn/…",
                                verbose_name="link",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="sections.unitpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "decision on a unit",
                        "verbose_name_plural": "decisions on units",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="UnitHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "locale",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="wagtailcore.locale",
                                verbose_name="locale",
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="Example: Nguyễn Thị Hồng Phượng.",
                                max_length=120,
                                verbose_name="full name",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                blank=True,
                                help_text="Example: Deputy director.",
                                max_length=160,
                                verbose_name="title",
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True,
                                help_text="The address of the office. Example: pgd.phuong@hoason.edu.vn.",
                                max_length=254,
                                verbose_name="official e-mail",
                            ),
                        ),
                        (
                            "assignment",
                            models.TextField(
                                blank=True,
                                help_text="The work that the person directs. No birth date, no home address, no private telephone.",
                                verbose_name="assignment",
                            ),
                        ),
                        (
                            "since",
                            models.DateField(
                                blank=True,
                                help_text="Example: 01/08/2024.",
                                null=True,
                                verbose_name="in office since",
                            ),
                        ),
                        (
                            "until",
                            models.DateField(
                                blank=True,
                                help_text="Fill it in when the person leaves, and add the successor as another row. From the next day on the site no longer shows the person; the history keeps title and dates only.",
                                null=True,
                                verbose_name="last day in office",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                help_text="Optional. Only with the consent of the person.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="photograph",
                            ),
                        ),
                        (
                            "photo_consent_on",
                            models.DateField(
                                blank=True,
                                help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                                null=True,
                                verbose_name="the person agreed to the photograph on",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="heads",
                                to="sections.unitpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "head of a unit",
                        "verbose_name_plural": "heads of units",
                        "ordering": ["sort_order"],
                        "unique_together": {("translation_key", "locale")},
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("photo__isnull", True),
                                    ("photo_consent_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="sections_unithead_photo_consent",
                                violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="UniversalisationPage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "decision_page",
                            models.ForeignKey(
                                blank=True,
                                help_text="Number, day and issuer are then taken from it where they are empty here.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="sections.documentpage",
                                verbose_name="decision among the documents of this site",
                            ),
                        ),
                        (
                            "decision_number",
                            models.CharField(
                                blank=True,
                                help_text="Example: 512/QĐ-SGDĐT.",
                                max_length=80,
                                verbose_name="number and symbol of the decision",
                            ),
                        ),
                        (
                            "decision_on",
                            models.DateField(
                                blank=True,
                                help_text="Example: 20/05/2026.",
                                null=True,
                                verbose_name="day of the decision",
                            ),
                        ),
                        (
                            "decision_issuer",
                            models.CharField(
                                blank=True,
                                help_text="Example: Department of Education and Training.",
                                max_length=200,
                                verbose_name="issuer of the decision",
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                choices=[
                                    ("preschool", "Preschool, children of 5 years"),
                                    ("preschool3", "Preschool, children of 3 to 5 years"),
                                    ("primary", "Primary education"),
                                    ("lower", "Lower secondary education"),
                                    ("literacy", "Eradication of illiteracy"),
                                ],
                                default="lower",
                                max_length=12,
                                verbose_name="field",
                            ),
                        ),
                        (
                            "area",
                            models.CharField(
                                help_text="Example: Bến Gỗ ward, Hòa Sơn province.",
                                max_length=160,
                                verbose_name="commune or unit",
                            ),
                        ),
                        (
                            "area_kind",
                            models.CharField(
                                choices=[("commune", "Commune or ward"), ("province", "Province or city")],
                                default="commune",
                                max_length=10,
                                verbose_name="kind of unit",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The year of the check. Example: 2026.",
                                validators=[
                                    django.core.validators.MinValueValidator(1990),
                                    django.core.validators.MaxValueValidator(2200),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[(0, "Not reached"), (1, "Level 1"), (2, "Level 2"), (3, "Level 3")],
                                default=1,
                                help_text="Preschool knows level 1 only, literacy two levels, primary and lower secondary education three.",
                                verbose_name="level that was reached",
                            ),
                        ),
                        (
                            "people",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="How many the standard counts. Example: 412.",
                                null=True,
                                verbose_name="people in the age range",
                            ),
                        ),
                        (
                            "people_reached",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="For example those who finished lower secondary school; the rate follows. Example: 401.",
                                null=True,
                                verbose_name="of them, those who meet it",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of universalisation",
                        "verbose_name_plural": "results of universalisation",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ArticlePage",
                    fields=[
                        (
                            "page_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to=settings.WAGTAIL_PAGE_MODEL,
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
                            "author_name",
                            models.CharField(
                                help_text="The person or unit that wrote the text, for example “Tổ Ngữ văn”.",
                                max_length=160,
                                verbose_name="author",
                            ),
                        ),
                        (
                            "source_name",
                            models.CharField(
                                help_text="Where the text comes from. For your own text, the name of your institution.",
                                max_length=200,
                                verbose_name="source",
                            ),
                        ),
                        ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                        (
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "body",
                            wagtail.fields.StreamField(
                                [
                                    ("heading", 0),
                                    ("paragraph", 1),
                                    ("figure", 6),
                                    ("quote", 9),
                                    ("table", 10),
                                    ("file", 13),
                                ],
                                blank=True,
                                block_lookup={
                                    0: ("common.blocks.HeadingBlock", (), {}),
                                    1: (
                                        "wagtail.blocks.RichTextBlock",
                                        (),
                                        {
                                            "description": "Paragraphs, lists and links",
                                            "features": [
                                                "bold",
                                                "italic",
                                                "ol",
                                                "ul",
                                                "link",
                                                "document-link",
                                                "superscript",
                                                "subscript",
                                            ],
                                            "icon": "pilcrow",
                                            "label": "Text",
                                            "template": "blocks/paragraph.html",
                                        },
                                    ),
                                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "What the picture shows here. Left empty: the picture's own description.",
                                            "label": "Description for those who cannot see it",
                                            "max_length": 250,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "help_text": "It says nothing that the text does not say; screen readers pass over it.",
                                            "label": "Decorative picture",
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Caption", "max_length": 250, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.StructBlock",
                                        [[("image", 2), ("alt", 3), ("decorative", 4), ("caption", 5)]],
                                        {},
                                    ),
                                    7: ("wagtail.blocks.TextBlock", (), {"label": "Quotation"}),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Who said it", "max_length": 160, "required": False},
                                    ),
                                    9: ("wagtail.blocks.StructBlock", [[("text", 7), ("who", 8)]], {}),
                                    10: (
                                        "wagtail.contrib.table_block.blocks.TableBlock",
                                        (),
                                        {
                                            "description": "Rows and columns with a header",
                                            "icon": "table",
                                            "label": "Table",
                                            "template": "blocks/table.html",
                                        },
                                    ),
                                    11: (
                                        "wagtail.documents.blocks.DocumentChooserBlock",
                                        (),
                                        {"label": "File"},
                                    ),
                                    12: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title", "max_length": 200, "required": False},
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [[("document", 11), ("title", 12)]],
                                        {},
                                    ),
                                },
                                verbose_name="text",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("news", "News"), ("notice", "Notice")],
                                default="news",
                                help_text="A notice tells readers to do or to know something by a day, for example “Lịch nghỉ Tết”.",
                                max_length=8,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                blank=True,
                                help_text="Choose one that the site has or write a new one, for example “Chuyển đổi số”.",
                                max_length=80,
                                verbose_name="topic",
                            ),
                        ),
                        (
                            "image",
                            models.ForeignKey(
                                blank=True,
                                help_text="Choose one or upload a new one, for example a photo of the ceremony.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="editorial.siteimage",
                                verbose_name="picture",
                            ),
                        ),
                        (
                            "image_alt",
                            models.CharField(
                                blank=True,
                                help_text="For readers who cannot see it. Left empty: the picture's own description.",
                                max_length=250,
                                verbose_name="description of the picture",
                            ),
                        ),
                        (
                            "image_decorative",
                            models.BooleanField(
                                default=False,
                                help_text="It says nothing that the text does not say; screen readers pass over it.",
                                verbose_name="decorative picture",
                            ),
                        ),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="articles",
                                to="sections.offeranswer",
                                verbose_name="taken over from",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "article",
                        "verbose_name_plural": "articles",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ArticleFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="sections.articlepage",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="editorial.sitedocument",
                                verbose_name="file",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of an article",
                        "verbose_name_plural": "files of an article",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
