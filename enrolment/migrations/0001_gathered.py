import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.migration_operations


class Migration(migrations.Migration):
    replaces = [
        ("enrolment", "0001_initial"),
        ("enrolment", "0002_picture_words"),
        ("enrolment", "0003_upkeep_moves"),
        ("enrolment", "0001_tables"),
        ("enrolment", "0002_rules"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="CertificateRulePage",
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
                            "applies_to",
                            models.CharField(
                                help_text="The examination or the kind of certificate. Example: Upper secondary graduation 2026.",
                                max_length=200,
                                verbose_name="applies to",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                blank=True,
                                help_text="Left empty: at once. Example: 01/02/2026.",
                                null=True,
                                verbose_name="in force from",
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Left empty: until replaced.",
                                null=True,
                                verbose_name="in force until",
                            ),
                        ),
                        (
                            "who",
                            models.TextField(
                                blank=True,
                                help_text="One group in each line. Example: Candidates of grade 12.",
                                verbose_name="who it is for",
                            ),
                        ),
                        (
                            "steps",
                            models.TextField(
                                blank=True,
                                help_text="One step in each line. Example: Hand in the application at the school.",
                                verbose_name="how it is done",
                            ),
                        ),
                        (
                            "papers",
                            models.TextField(
                                blank=True,
                                help_text="One paper in each line. Example: Application form; copy of the identity card.",
                                verbose_name="what has to be handed in",
                            ),
                        ),
                        (
                            "time_limit",
                            models.CharField(
                                blank=True,
                                help_text="Example: within 15 days of publication.",
                                max_length=200,
                                verbose_name="time limit",
                            ),
                        ),
                        (
                            "fee",
                            models.CharField(
                                blank=True,
                                help_text="Example: no fee; or: 20 000 đồng for each copy.",
                                max_length=200,
                                verbose_name="fee",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="The office with telephone or e-mail. Example: Division of Examinations, 0299 3822 106.",
                                max_length=250,
                                verbose_name="who answers questions",
                            ),
                        ),
                        (
                            "related",
                            wagtail.fields.StreamField(
                                [("page", 0), ("link", 3)],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.PageChooserBlock",
                                        (),
                                        {
                                            "help_text": "Example: the procedure “Copies from the register of degrees”.",
                                            "label": "Procedure, service or document of this site",
                                            "page_type": [
                                                "sections.ProcedurePage",
                                                "sections.DocumentPage",
                                                "sections.ServicePage",
                                            ],
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Example: Circular 21/2019.",
                                            "label": "Words of the link",
                                            "max_length": 200,
                                        },
                                    ),
                                    2: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {"help_text": "Example: https://vbpl.vn/…", "label": "Web address"},
                                    ),
                                    3: (
                                        "wagtail.blocks.StructBlock",
                                        [[("title", 1), ("url", 2)]],
                                        {"icon": "link", "label": "Link to another site"},
                                    ),
                                },
                                verbose_name="procedures and documents",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("issue", "Issue of certificates and degrees"),
                                    ("copy", "Copies from the register"),
                                    ("correction", "Correction"),
                                    ("revocation", "Revocation and annulment"),
                                    ("recognition", "Recognition of foreign degrees"),
                                    ("verification", "Verification"),
                                    ("storage", "Management of blank forms and registers"),
                                ],
                                default="issue",
                                max_length=12,
                                verbose_name="subject",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rule on certificates",
                        "verbose_name_plural": "rules on certificates",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="CertificatesPage",
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
                        "verbose_name": "certificates and degrees",
                        "verbose_name_plural": "certificates and degrees",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="EnrolmentPage",
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
                        "verbose_name": "enrolment",
                        "verbose_name_plural": "enrolment",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ExaminationResultsPage",
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
                        "verbose_name": "examination results",
                        "verbose_name_plural": "examination results",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ExaminationRulePage",
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
                            "applies_to",
                            models.CharField(
                                help_text="The examination or the kind of certificate. Example: Upper secondary graduation 2026.",
                                max_length=200,
                                verbose_name="applies to",
                            ),
                        ),
                        (
                            "valid_from",
                            models.DateField(
                                blank=True,
                                help_text="Left empty: at once. Example: 01/02/2026.",
                                null=True,
                                verbose_name="in force from",
                            ),
                        ),
                        (
                            "valid_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day. Left empty: until replaced.",
                                null=True,
                                verbose_name="in force until",
                            ),
                        ),
                        (
                            "who",
                            models.TextField(
                                blank=True,
                                help_text="One group in each line. Example: Candidates of grade 12.",
                                verbose_name="who it is for",
                            ),
                        ),
                        (
                            "steps",
                            models.TextField(
                                blank=True,
                                help_text="One step in each line. Example: Hand in the application at the school.",
                                verbose_name="how it is done",
                            ),
                        ),
                        (
                            "papers",
                            models.TextField(
                                blank=True,
                                help_text="One paper in each line. Example: Application form; copy of the identity card.",
                                verbose_name="what has to be handed in",
                            ),
                        ),
                        (
                            "time_limit",
                            models.CharField(
                                blank=True,
                                help_text="Example: within 15 days of publication.",
                                max_length=200,
                                verbose_name="time limit",
                            ),
                        ),
                        (
                            "fee",
                            models.CharField(
                                blank=True,
                                help_text="Example: no fee; or: 20 000 đồng for each copy.",
                                max_length=200,
                                verbose_name="fee",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                help_text="The office with telephone or e-mail. Example: Division of Examinations, 0299 3822 106.",
                                max_length=250,
                                verbose_name="who answers questions",
                            ),
                        ),
                        (
                            "related",
                            wagtail.fields.StreamField(
                                [("page", 0), ("link", 3)],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.PageChooserBlock",
                                        (),
                                        {
                                            "help_text": "Example: the procedure “Copies from the register of degrees”.",
                                            "label": "Procedure, service or document of this site",
                                            "page_type": [
                                                "sections.ProcedurePage",
                                                "sections.DocumentPage",
                                                "sections.ServicePage",
                                            ],
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Example: Circular 21/2019.",
                                            "label": "Words of the link",
                                            "max_length": 200,
                                        },
                                    ),
                                    2: (
                                        "wagtail.blocks.URLBlock",
                                        (),
                                        {"help_text": "Example: https://vbpl.vn/…", "label": "Web address"},
                                    ),
                                    3: (
                                        "wagtail.blocks.StructBlock",
                                        [[("title", 1), ("url", 2)]],
                                        {"icon": "link", "label": "Link to another site"},
                                    ),
                                },
                                verbose_name="procedures and documents",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("regulation", "Examination regulations"),
                                    ("registration", "Registration"),
                                    ("schedule", "Schedule and places"),
                                    ("room", "What is allowed in the examination room"),
                                    ("results", "Publication of results"),
                                    ("review", "Review of marks and complaints"),
                                    ("priority", "Priority and exemption"),
                                ],
                                default="regulation",
                                max_length=12,
                                verbose_name="subject",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rule of an examination",
                        "verbose_name_plural": "rules of examinations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="OnlineAdmissionPage",
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
                        "verbose_name": "online admission",
                        "verbose_name_plural": "online admission",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
            ],
        ),
    ]
