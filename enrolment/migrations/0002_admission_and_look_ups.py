import uuid
from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import enrolment.models.results
from common.migration_operations import CreateTables


def unlogged(apps, schema_editor):
    """Counters of two hours need no write-ahead log: a commit then waits for no disk."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE enrolment_lookuptry SET UNLOGGED")


class Migration(migrations.Migration):
    replaces = [
        ("enrolment", "0002_results_and_certificates"),
        ("enrolment", "0003_counters_without_a_log"),
        ("enrolment", "0004_admission"),
        ("enrolment", "0005_evidence_parts_and_paper"),
        ("enrolment", "0006_assignments_checked_by_anybody"),
        ("enrolment", "0007_lists_of_scores"),
        ("enrolment", "0008_drawn_codes"),
        ("enrolment", "0009_campaign_words"),
        ("enrolment", "0010_assignments_being_computed"),
        ("enrolment", "0011_waiting_rooms"),
    ]

    dependencies = [
        ("enrolment", "0001_gathered"),
        ("network", "0001_gathered"),
        ("privacy", "0004_acknowledged_forms"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            [
                migrations.CreateModel(
                    name="AdmissionNoticePage",
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
                                    ("plan", "Plan of enrolment"),
                                    ("notice", "Notice of admission"),
                                    ("more", "Additional admission"),
                                ],
                                default="notice",
                                help_text="A plan comes first, a notice names everything that parents need.",
                                max_length=6,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "school_year",
                            models.CharField(
                                help_text="For which children apply, for example 2026-2027.",
                                max_length=9,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^20\\d\\d-20\\d\\d$",
                                        "Write the school year with both years, for example 2026-2027.",
                                    )
                                ],
                                verbose_name="school year",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                choices=[
                                    ("nursery", "Nursery and kindergarten"),
                                    ("grade1", "Grade 1"),
                                    ("grade6", "Grade 6"),
                                    ("grade10", "Grade 10"),
                                    ("continuing", "Continuing education"),
                                    ("other", "Other classes"),
                                ],
                                default="grade10",
                                help_text="Example: Grade 10.",
                                max_length=12,
                                verbose_name="admission to",
                            ),
                        ),
                        (
                            "audience",
                            models.TextField(
                                blank=True,
                                help_text="One group in each line. Example: children born in 2020.",
                                verbose_name="who may apply",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("review", "consideration of the application"),
                                    ("exam", "entrance examination"),
                                    ("both", "examination together with consideration"),
                                    ("lot", "drawing of lots"),
                                ],
                                default="review",
                                help_text="How children are chosen.",
                                max_length=6,
                                verbose_name="method",
                            ),
                        ),
                        (
                            "method_text",
                            wagtail.fields.RichTextField(
                                blank=True,
                                help_text="Example: score of three subjects.",
                                verbose_name="the method in detail",
                            ),
                        ),
                        (
                            "components",
                            wagtail.fields.RichTextField(
                                blank=True,
                                help_text="What this school asks for besides the campaign.",
                                verbose_name="what an application is made of",
                            ),
                        ),
                        (
                            "exam_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Example: 05/06/2026 07:30.",
                                null=True,
                                verbose_name="examination on",
                            ),
                        ),
                        (
                            "exam_place",
                            models.CharField(
                                blank=True,
                                help_text="Example: building A of the school.",
                                max_length=250,
                                verbose_name="place of the examination",
                            ),
                        ),
                        (
                            "apply_from",
                            models.DateField(
                                blank=True,
                                help_text="Where there is no campaign: 01/06/2026.",
                                null=True,
                                verbose_name="applications from",
                            ),
                        ),
                        (
                            "apply_until",
                            models.DateField(
                                blank=True,
                                help_text="Where there is no campaign: 10/06/2026.",
                                null=True,
                                verbose_name="applications until",
                            ),
                        ),
                        (
                            "apply_where",
                            models.CharField(
                                blank=True,
                                help_text="Example: online, or at the office of the school.",
                                max_length=250,
                                verbose_name="where to apply",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notice of admission",
                        "verbose_name_plural": "notices of admission",
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="CampaignPage",
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
                            models.CharField(
                                help_text="For which children apply, for example 2026-2027.",
                                max_length=9,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^20\\d\\d-20\\d\\d$",
                                        "Write the school year with both years, for example 2026-2027.",
                                    )
                                ],
                                verbose_name="school year",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                choices=[
                                    ("nursery", "Nursery and kindergarten"),
                                    ("grade1", "Grade 1"),
                                    ("grade6", "Grade 6"),
                                    ("grade10", "Grade 10"),
                                    ("continuing", "Continuing education"),
                                    ("other", "Other classes"),
                                ],
                                default="grade10",
                                help_text="Example: Grade 10.",
                                max_length=12,
                                verbose_name="admission to",
                            ),
                        ),
                        (
                            "opens_at",
                            models.DateTimeField(
                                help_text="The moment at which the form opens: 01/06/2026 08:00.",
                                verbose_name="applications from",
                            ),
                        ),
                        (
                            "closes_at",
                            models.DateTimeField(
                                help_text="Until then applications are sent, changed and withdrawn: 10/06/2026 17:00.",
                                verbose_name="applications until",
                            ),
                        ),
                        (
                            "dates_note",
                            models.CharField(
                                blank=True,
                                help_text="Required when an open campaign is extended; shown on the page. Example: decision 512/QĐ-SGDĐT after the flood.",
                                max_length=250,
                                verbose_name="why the dates changed",
                            ),
                        ),
                        (
                            "wishes_most",
                            models.PositiveSmallIntegerField(
                                default=3,
                                help_text="So many schools or classes may be named, in order, for example 3.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(10),
                                ],
                                verbose_name="wishes of one child",
                            ),
                        ),
                        (
                            "ranking",
                            models.CharField(
                                choices=[("score", "score, the highest first"), ("lot", "lot")],
                                default="score",
                                help_text="Within one catchment group. Equal scores are put in order by lot.",
                                max_length=5,
                                verbose_name="order of the wishes for one school",
                            ),
                        ),
                        (
                            "uses_catchment",
                            models.BooleanField(
                                default=False,
                                help_text="The schools name their communes in their notices.",
                                verbose_name="children of the catchment area come first",
                            ),
                        ),
                        (
                            "confirm_days",
                            models.PositiveSmallIntegerField(
                                default=5,
                                help_text="Counted from the publication of the results, for example 5.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(60),
                                ],
                                verbose_name="days to confirm a place",
                            ),
                        ),
                        (
                            "draw_source",
                            models.CharField(
                                blank=True,
                                help_text="A number that nobody knows when applications open and everybody can look up later, and where. Example: first prize of the lottery of the northern region of 12/06/2026.",
                                max_length=250,
                                verbose_name="public number for the lots",
                            ),
                        ),
                        (
                            "asks_sex",
                            models.BooleanField(
                                default=False,
                                help_text="Only where classes are made up by it, for example for a boarding house.",
                                verbose_name="the form asks for the child's sex",
                            ),
                        ),
                        (
                            "eligibility",
                            wagtail.fields.RichTextField(
                                blank=True,
                                help_text="Example: children born in 2020.",
                                verbose_name="who may apply",
                            ),
                        ),
                        (
                            "components",
                            wagtail.fields.RichTextField(
                                blank=True,
                                help_text="Example: copy of the birth certificate; proof of the place of residence.",
                                verbose_name="what an application is made of",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "campaign of admission",
                        "verbose_name_plural": "campaigns of admission",
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ExaminationPage",
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
                                    ("graduation", "Upper secondary graduation examination"),
                                    ("grade10", "Entrance examination to grade 10"),
                                    ("gifted", "Examination for gifted pupils"),
                                    ("other", "Other examination"),
                                ],
                                default="graduation",
                                help_text="Example: Upper secondary graduation examination.",
                                max_length=12,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                help_text="The year in which it was held, for example 2026.",
                                validators=[
                                    django.core.validators.MinValueValidator(1990),
                                    django.core.validators.MaxValueValidator(2100),
                                ],
                                verbose_name="year",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                help_text="Example: Upper secondary.",
                                max_length=80,
                                verbose_name="level of education",
                            ),
                        ),
                        (
                            "results_at",
                            models.DateTimeField(
                                help_text="From this moment candidates look up their results: 16/07/2026 08:00.",
                                verbose_name="results open",
                            ),
                        ),
                        (
                            "closes_on",
                            models.DateField(
                                help_text="After this day the results are erased and only totals stay, for example 31/12/2026.",
                                verbose_name="look-up until",
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                choices=[
                                    ("2018", "2018 programme (from 2025)"),
                                    ("2006", "2006 programme (to 2024, repeaters afterwards)"),
                                    ("both", "both side by side"),
                                    ("own", "subjects of its own, listed below"),
                                ],
                                default="2018",
                                help_text="Which subjects the list of results may have. Rows below take their place.",
                                max_length=5,
                                verbose_name="subjects",
                            ),
                        ),
                        (
                            "not_taken",
                            models.CharField(
                                blank=True,
                                default="-1",
                                help_text="Separated by semicolons, for example: -1; KT. A zero is a score unless it is written here.",
                                max_length=120,
                                verbose_name="“not taken” is written as",
                            ),
                        ),
                        (
                            "absent",
                            models.CharField(
                                blank=True,
                                default="vắng; V",
                                help_text="Separated by semicolons, for example: vắng; V; bỏ thi.",
                                max_length=120,
                                verbose_name="“absent” is written as",
                            ),
                        ),
                        (
                            "empty_is_not_taken",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise an empty cell is a mistake of its row.",
                                verbose_name="an empty cell means “not taken”",
                            ),
                        ),
                        (
                            "appeals_from",
                            models.DateField(
                                blank=True,
                                help_text="Empty: no appeals are taken. Example: 16/07/2026.",
                                null=True,
                                verbose_name="appeals from",
                            ),
                        ),
                        (
                            "appeals_until",
                            models.DateField(
                                blank=True,
                                help_text="Example: 25/07/2026.",
                                null=True,
                                verbose_name="appeals until",
                            ),
                        ),
                        (
                            "appeal_days",
                            models.PositiveSmallIntegerField(
                                default=15,
                                help_text="From the last day of the appeals to their outcome, for example 15.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                                verbose_name="working days for an appeal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "examination",
                        "verbose_name_plural": "examinations",
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="LookupTry",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("number", models.IntegerField(default=0)),
                        ("until", models.DateTimeField(db_index=True)),
                    ],
                    options={
                        "verbose_name": "counter of tries",
                        "verbose_name_plural": "counters of tries",
                    },
                ),
                migrations.CreateModel(
                    name="AdmissionTrack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.SlugField(
                                help_text="Letters and digits, for example: chuyen_toan.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Example: specialised class in Mathematics.",
                                max_length=160,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: specialised class in Mathematics.",
                                max_length=160,
                                verbose_name="name in English",
                            ),
                        ),
                        (
                            "quota",
                            models.PositiveIntegerField(
                                help_text="So many children are admitted, for example 45.",
                                validators=[django.core.validators.MaxValueValidator(100000)],
                                verbose_name="quota",
                            ),
                        ),
                        (
                            "subjects",
                            models.CharField(
                                blank=True,
                                help_text="Of the examination. Example: Literature, Mathematics, English.",
                                max_length=250,
                                verbose_name="subjects",
                            ),
                        ),
                        (
                            "subjects_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: Literature, Mathematics, English.",
                                max_length=250,
                                verbose_name="subjects in English",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tracks",
                                to="enrolment.admissionnoticepage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "class with its quota",
                        "verbose_name_plural": "classes with their quotas",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Allocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="run")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("building", "being computed"),
                                    ("computed", "computed"),
                                    ("proposed", "waits for a second person"),
                                    ("published", "published"),
                                    ("dropped", "dropped"),
                                ],
                                default="computed",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("method", models.CharField(max_length=40)),
                        ("parameters", models.JSONField(default=dict)),
                        ("input_sha256", models.CharField(max_length=64)),
                        ("output_sha256", models.CharField(max_length=64)),
                        ("totals", models.JSONField(default=dict)),
                        ("changes", models.JSONField(default=dict)),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="computed"),
                        ),
                        ("proposed_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "published_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="published"),
                        ),
                        (
                            "confirm_until",
                            models.DateField(
                                editable=False, null=True, verbose_name="places are confirmed until"
                            ),
                        ),
                        ("waiting_ended_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="computed by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="published by",
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="allocations",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "assignment of places",
                        "verbose_name_plural": "assignments of places",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="Application",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("child_digest", models.CharField(editable=False, max_length=64)),
                        ("sealed_identity", models.TextField(editable=False)),
                        (
                            "channel",
                            models.CharField(
                                choices=[("web", "on the website"), ("paper", "on paper")],
                                default="web",
                                max_length=5,
                                verbose_name="received",
                            ),
                        ),
                        (
                            "paper_on",
                            models.DateField(blank=True, null=True, verbose_name="handed in on paper on"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("submitted", "handed in"),
                                    ("more", "to be completed"),
                                    ("valid", "valid"),
                                    ("invalid", "not valid"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("confirmed", "place confirmed"),
                                    ("declined", "place given up"),
                                    ("lapsed", "place not confirmed in time"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                default="submitted",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "state_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="since"),
                        ),
                        (
                            "proposed_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("submitted", "handed in"),
                                    ("more", "to be completed"),
                                    ("valid", "valid"),
                                    ("invalid", "not valid"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("confirmed", "place confirmed"),
                                    ("declined", "place given up"),
                                    ("lapsed", "place not confirmed in time"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                editable=False,
                                max_length=9,
                                verbose_name="proposed",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(editable=False, null=True)),
                        ("proposed_position", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due")),
                        (
                            "lot_code",
                            models.CharField(editable=False, max_length=14, verbose_name="lot code"),
                        ),
                        (
                            "candidate_number",
                            models.CharField(blank=True, max_length=20, verbose_name="candidate number"),
                        ),
                        ("room", models.CharField(blank=True, max_length=40, verbose_name="room")),
                        ("revision", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                        (
                            "changed_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="last change"),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="person who checks",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="entered by",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
                                verbose_name="checked by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="application",
                                to="privacy.submission",
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="applications",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "application",
                        "verbose_name_plural": "applications",
                    },
                ),
                migrations.CreateModel(
                    name="ApplicationEntry",
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
                                    ("received", "received"),
                                    ("changed", "changed by the applicant"),
                                    ("state", "state changed"),
                                    ("proposed", "decision proposed"),
                                    ("returned", "proposal returned"),
                                    ("asked", "more evidence asked for"),
                                    ("answered", "evidence added"),
                                    ("entered", "entered from paper"),
                                    ("scored", "score entered"),
                                    ("checked", "facts of a wish corrected"),
                                    ("counter", "done at the school for the family"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "from_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("submitted", "handed in"),
                                    ("more", "to be completed"),
                                    ("valid", "valid"),
                                    ("invalid", "not valid"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("confirmed", "place confirmed"),
                                    ("declined", "place given up"),
                                    ("lapsed", "place not confirmed in time"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "to_state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("submitted", "handed in"),
                                    ("more", "to be completed"),
                                    ("valid", "valid"),
                                    ("invalid", "not valid"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("confirmed", "place confirmed"),
                                    ("declined", "place given up"),
                                    ("lapsed", "place not confirmed in time"),
                                    ("withdrawn", "withdrawn"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("is_shown", models.BooleanField(default=False)),
                        ("sealed_text", models.TextField(blank=True, editable=False)),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="enrolment.application",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="who",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "record of an application",
                        "verbose_name_plural": "records of applications",
                        "ordering": ["application", "at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AllocationJob",
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("heartbeat_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "work",
                            models.CharField(
                                choices=[
                                    ("compute", "Compute"),
                                    ("publish", "Publish"),
                                    ("take_back", "Take back"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("leaves_out", models.BooleanField(default=False)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        (
                            "allocation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="jobs",
                                to="enrolment.allocation",
                            ),
                        ),
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
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="allocation_jobs",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "work on an assignment",
                        "verbose_name_plural": "works on assignments",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="admissionnoticepage",
                    name="campaign",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The campaign of the authority or of the school in which children apply online; empty: none.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="notices",
                        to="enrolment.campaignpage",
                        verbose_name="campaign",
                    ),
                ),
                migrations.CreateModel(
                    name="CampaignPhase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("apply", "applications are taken"),
                                    ("check", "applications are checked and completed"),
                                    ("exam", "examination"),
                                    ("result", "results are looked up"),
                                    ("confirm", "places are confirmed"),
                                    ("waiting", "the waiting list moves up"),
                                    ("other", "other"),
                                ],
                                max_length=8,
                                verbose_name="phase",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True,
                                help_text="In the place of the phase's usual name. Example: Examination in Literature and Mathematics.",
                                max_length=160,
                                verbose_name="what happens",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: Examination in Literature and Mathematics.",
                                max_length=160,
                                verbose_name="the same in English",
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                help_text="Example: 01/06/2026 08:00.", verbose_name="begins"
                            ),
                        ),
                        (
                            "ends_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="Example: 10/06/2026 17:00.",
                                null=True,
                                verbose_name="ends",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                help_text="Example: at the schools.",
                                max_length=250,
                                verbose_name="place",
                            ),
                        ),
                        (
                            "place_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: at the schools.",
                                max_length=250,
                                verbose_name="place in English",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="phases",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "phase of a campaign",
                        "verbose_name_plural": "phases of a campaign",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CatchmentArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "commune_code",
                            models.CharField(
                                blank=True,
                                help_text="In the list of administrative units, for example 00166.",
                                max_length=8,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{4,6}$", "A code is four to six digits, for example 00166."
                                    )
                                ],
                                verbose_name="code of the commune",
                            ),
                        ),
                        (
                            "commune",
                            models.CharField(
                                help_text="Example: Phường Bến Đò.",
                                max_length=120,
                                verbose_name="commune or ward",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                help_text="Villages, hamlets or streets; empty: all of it. Example: Tổ dân phố 1, 2, 5.",
                                max_length=250,
                                verbose_name="part of it",
                            ),
                        ),
                        (
                            "group",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Children of group 1 come first, then those of group 2. Example: 1.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(9),
                                ],
                                verbose_name="group",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="catchments",
                                to="enrolment.admissionnoticepage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catchment area",
                        "verbose_name_plural": "catchment areas",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CertificateBatch",
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("heartbeat_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=enrolment.models.results.private_storage,
                                upload_to="certificates/%Y/%m/",
                                verbose_name="list",
                            ),
                        ),
                        ("filename", models.CharField(max_length=255)),
                        ("stores", models.BooleanField(default=False)),
                        ("is_checked", models.BooleanField(default=False)),
                        ("wrong", models.PositiveIntegerField(default=0, verbose_name="rows with mistakes")),
                        ("faults", models.JSONField(default=list)),
                        (
                            "register_state",
                            models.CharField(
                                choices=[
                                    ("checked", "checked, nothing stored"),
                                    ("ready", "stored, not shown to anybody"),
                                    ("proposed", "waits for a second person"),
                                    ("confirmed", "confirmed"),
                                    ("refused", "refused"),
                                ],
                                default="checked",
                                max_length=9,
                                verbose_name="register",
                            ),
                        ),
                        ("rows_count", models.PositiveIntegerField(default=0, verbose_name="number of rows")),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        (
                            "acting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
                            ),
                        ),
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of certificates",
                        "verbose_name_plural": "lists of certificates",
                        "ordering": ["-created_at", "-pk"],
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
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("digest", models.CharField(max_length=64)),
                        ("sealed_body", models.TextField(editable=False)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("thpt", "Upper secondary graduation diploma"),
                                    ("thcs", "Lower secondary graduation diploma"),
                                    ("trung_cap", "Intermediate vocational diploma"),
                                    ("ngoai_ngu", "Foreign language certificate"),
                                    ("tin_hoc", "Computer skills certificate"),
                                    ("khac", "Other certificate"),
                                ],
                                max_length=10,
                                verbose_name="kind",
                            ),
                        ),
                        ("issued_on", models.DateField(verbose_name="issued on")),
                        ("decision", models.CharField(max_length=80, verbose_name="number of the decision")),
                        ("decided_on", models.DateField(verbose_name="date of the decision")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("issued", "issued"),
                                    ("reissued", "issued again"),
                                    ("corrected", "corrected"),
                                    ("revoked", "revoked"),
                                ],
                                default="issued",
                                max_length=9,
                                verbose_name="status",
                            ),
                        ),
                        ("status_on", models.DateField(verbose_name="status since")),
                        ("is_confirmed", models.BooleanField(default=False)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="certificates",
                                to="network.institution",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="enrolment.certificatebatch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "certificate",
                        "verbose_name_plural": "certificates",
                        "ordering": ["-issued_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CertificateChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("issued", "issued"),
                                    ("reissued", "issued again"),
                                    ("corrected", "corrected"),
                                    ("revoked", "revoked"),
                                ],
                                max_length=9,
                                verbose_name="new status",
                            ),
                        ),
                        ("decision", models.CharField(max_length=80, verbose_name="number of the decision")),
                        ("decided_on", models.DateField(verbose_name="date of the decision")),
                        ("reason", models.CharField(max_length=300, verbose_name="reason")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("checked", "checked, nothing stored"),
                                    ("ready", "stored, not shown to anybody"),
                                    ("proposed", "waits for a second person"),
                                    ("confirmed", "confirmed"),
                                    ("refused", "refused"),
                                ],
                                default="proposed",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("proposed_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        (
                            "certificate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="enrolment.certificate",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "change of a certificate",
                        "verbose_name_plural": "changes of certificates",
                        "ordering": ["-proposed_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EvidencePart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.SlugField(
                                help_text="Letters and digits, for example: khai_sinh.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Example: copy of the birth certificate.",
                                max_length=200,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: copy of the birth certificate.",
                                max_length=200,
                                verbose_name="name in English",
                            ),
                        ),
                        (
                            "is_needed",
                            models.BooleanField(
                                default=True,
                                help_text="Otherwise it may be brought later, or when the school asks for it.",
                                verbose_name="needed at once",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence_parts",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "file of an application",
                        "verbose_name_plural": "files of an application",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CodeBook",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("sealed_key", models.TextField(editable=False)),
                        (
                            "drawn_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="drawn"),
                        ),
                        ("erase_on", models.DateField(verbose_name="erased after")),
                        ("exported_at", models.DateTimeField(null=True, verbose_name="last handed out")),
                        ("erased_at", models.DateTimeField(null=True, verbose_name="erased")),
                        (
                            "drawn_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="drawn by",
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
                            "exam",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="code_books",
                                to="enrolment.examinationpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "codes of an examination",
                        "verbose_name_plural": "codes of examinations",
                        "ordering": ["-drawn_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Appeal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "received"),
                                    ("marking", "being marked again"),
                                    ("proposed", "outcome waits for a second person"),
                                    ("changed", "score changed"),
                                    ("kept", "score kept"),
                                    ("refused", "not accepted"),
                                ],
                                db_index=True,
                                default="received",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="outcome by")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("received", "received"),
                                    ("marking", "being marked again"),
                                    ("proposed", "outcome waits for a second person"),
                                    ("changed", "score changed"),
                                    ("kept", "score kept"),
                                    ("refused", "not accepted"),
                                ],
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        ("sealed_outcome", models.TextField(blank=True, editable=False)),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                        ("seen_at", models.DateTimeField(null=True, verbose_name="seen by the candidate")),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="outcome confirmed by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="outcome written by",
                            ),
                        ),
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appeal",
                                to="privacy.submission",
                            ),
                        ),
                        (
                            "exam",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="appeals",
                                to="enrolment.examinationpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "appeal",
                        "verbose_name_plural": "appeals",
                        "ordering": ["due_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ExamSubject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.SlugField(
                                help_text="Letters and digits, for example: toan_chuyen.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Example: Toán chuyên.", max_length=80, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: Advanced mathematics.",
                                max_length=80,
                                verbose_name="name in English",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("score", "score"), ("text", "text")],
                                default="score",
                                help_text="A score counts in the totals; a text is shown as it is.",
                                max_length=5,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "headings",
                            models.CharField(
                                blank=True,
                                help_text="Separated by semicolons, for example: Toán chuyên; ToanChuyen.",
                                max_length=200,
                                verbose_name="headings of the column",
                            ),
                        ),
                        (
                            "minimum",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                help_text="Example: 0.",
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="lowest score",
                            ),
                        ),
                        (
                            "maximum",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("10"),
                                help_text="Example: 10.",
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="highest score",
                            ),
                        ),
                        (
                            "step",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.25"),
                                help_text="Scores are multiples of it, for example 0.25.",
                                max_digits=6,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="step",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="subjects",
                                to="enrolment.examinationpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "subject",
                        "verbose_name_plural": "subjects",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LotSeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("sealed_seed", models.TextField(editable=False)),
                        ("sealed_salt", models.TextField(blank=True, editable=False)),
                        (
                            "fingerprint",
                            models.CharField(editable=False, max_length=64, verbose_name="fingerprint"),
                        ),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="made"),
                        ),
                        (
                            "public_number",
                            models.CharField(blank=True, max_length=250, verbose_name="public number"),
                        ),
                        ("revealed_at", models.DateTimeField(editable=False, null=True)),
                        ("confirmed_at", models.DateTimeField(editable=False, null=True)),
                        (
                            "campaign",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lot_seed",
                                to="enrolment.campaignpage",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="public number confirmed by",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="made by",
                            ),
                        ),
                        (
                            "revealed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="public number entered by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "seed of the lots",
                        "verbose_name_plural": "seeds of the lots",
                    },
                ),
                migrations.CreateModel(
                    name="PriorityCategory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                        (
                            "code",
                            models.SlugField(
                                help_text="Letters and digits, for example: con_liet_si.",
                                max_length=40,
                                verbose_name="code",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Example: child of a martyr.", max_length=200, verbose_name="name"
                            ),
                        ),
                        (
                            "name_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: child of a martyr.",
                                max_length=200,
                                verbose_name="name in English",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                help_text="What is handed in with the application. Example: copy of the certificate. Empty: nothing.",
                                max_length=250,
                                verbose_name="evidence",
                            ),
                        ),
                        (
                            "evidence_en",
                            models.CharField(
                                blank=True,
                                help_text="Example: copy of the certificate.",
                                max_length=250,
                                verbose_name="evidence in English",
                            ),
                        ),
                        (
                            "points",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                help_text="Added to the score, for example 2.00.",
                                max_digits=4,
                                validators=[django.core.validators.MinValueValidator(0)],
                                verbose_name="points added",
                            ),
                        ),
                        (
                            "is_first",
                            models.BooleanField(
                                default=False,
                                help_text="Direct admission, where the rules name it.",
                                verbose_name="admitted before all others",
                            ),
                        ),
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="priorities",
                                to="enrolment.campaignpage",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "priority category",
                        "verbose_name_plural": "priority categories",
                        "ordering": ["sort_order"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ResultVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("loading", "being loaded"),
                                    ("ready", "loaded, not shown to anybody"),
                                    ("proposed", "waits for a second person"),
                                    ("published", "published"),
                                    ("replaced", "replaced by a newer one"),
                                    ("withdrawn", "withdrawn"),
                                    ("erased", "erased, totals kept"),
                                ],
                                db_index=True,
                                default="loading",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("subjects", models.JSONField(default=list)),
                        ("asks_birth", models.BooleanField(default=False)),
                        ("asks_code", models.BooleanField(default=False)),
                        ("width", models.PositiveSmallIntegerField(default=128)),
                        ("sealed_keys", models.TextField(editable=False)),
                        ("rows_count", models.PositiveIntegerField(default=0, verbose_name="number of rows")),
                        ("totals", models.JSONField(default=dict)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("published_at", models.DateTimeField(null=True, verbose_name="published")),
                        ("ended_at", models.DateTimeField(null=True)),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "code_book",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="versions",
                                to="enrolment.codebook",
                            ),
                        ),
                        (
                            "exam",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="enrolment.examinationpage",
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
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken in by",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="proposed by",
                            ),
                        ),
                        (
                            "published_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="published by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version of results",
                        "verbose_name_plural": "versions of results",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="ResultRow",
                    fields=[
                        ("digest", models.UUIDField(primary_key=True, serialize=False)),
                        ("sealed", models.BinaryField()),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="enrolment.resultversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "row of results",
                        "verbose_name_plural": "rows of results",
                    },
                ),
                migrations.CreateModel(
                    name="ResultImport",
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
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("heartbeat_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                storage=enrolment.models.results.private_storage,
                                upload_to="results/%Y/%m/",
                                verbose_name="list",
                            ),
                        ),
                        ("filename", models.CharField(max_length=255)),
                        ("columns", models.JSONField(default=dict)),
                        ("draws_codes", models.BooleanField(default=False)),
                        (
                            "work",
                            models.CharField(
                                choices=[("check", "Dry run"), ("load", "Load")],
                                default="check",
                                max_length=5,
                                verbose_name="step",
                            ),
                        ),
                        ("loaded", models.PositiveIntegerField(default=0)),
                        ("is_checked", models.BooleanField(default=False)),
                        ("wrong", models.PositiveIntegerField(default=0, verbose_name="rows with mistakes")),
                        ("faults", models.JSONField(default=list)),
                        ("notes", models.JSONField(default=list)),
                        (
                            "acting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                        (
                            "exam",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imports",
                                to="enrolment.examinationpage",
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
                            "version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="imports",
                                to="enrolment.resultversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of results",
                        "verbose_name_plural": "lists of results",
                        "ordering": ["-created_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreList",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("is_typed", models.BooleanField(default=False, verbose_name="typed in")),
                        ("room", models.CharField(blank=True, max_length=40, verbose_name="room")),
                        ("filename", models.CharField(blank=True, max_length=200, verbose_name="file")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("uploaded", "columns to be named"),
                                    ("wrong", "has mistakes"),
                                    ("ready", "tried, without mistakes"),
                                    ("proposed", "waits for a second person"),
                                    ("confirmed", "entered"),
                                    ("returned", "returned"),
                                    ("dropped", "too old, erased"),
                                ],
                                default="uploaded",
                                max_length=9,
                                verbose_name="state",
                            ),
                        ),
                        ("columns", models.JSONField(blank=True, default=dict)),
                        ("faults", models.JSONField(blank=True, default=list)),
                        ("rows_count", models.PositiveIntegerField(default=0, verbose_name="candidates")),
                        ("scores_count", models.PositiveIntegerField(default=0, verbose_name="scores")),
                        ("sealed_table", models.TextField(blank=True, editable=False)),
                        ("sealed_scores", models.TextField(blank=True, editable=False)),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="taken in"),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="decided"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="score_lists",
                                to="enrolment.campaignpage",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
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
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="taken in by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "list of scores",
                        "verbose_name_plural": "lists of scores",
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="WaitingRoom",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("page_key", models.UUIDField(editable=False, unique=True)),
                        (
                            "opens_at",
                            models.DateTimeField(
                                help_text="From this moment visitors wait in the order in which they come, for example 01/07/2026 07:30.",
                                verbose_name="numbers from",
                            ),
                        ),
                        (
                            "starts_at",
                            models.DateTimeField(
                                help_text="Mostly when the form or the look-up opens, for example 01/07/2026 08:00.",
                                verbose_name="people are let in from",
                            ),
                        ),
                        (
                            "closes_at",
                            models.DateTimeField(
                                help_text="After this moment nobody waits any more, for example 01/07/2026 12:00.",
                                verbose_name="until",
                            ),
                        ),
                        (
                            "per_minute",
                            models.PositiveIntegerField(
                                help_text="As many as the servers can take, for example 300. It can be changed at any moment.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100000),
                                ],
                                verbose_name="people a minute",
                            ),
                        ),
                        ("last_number", models.PositiveBigIntegerField(default=0, editable=False)),
                        ("last_position", models.FloatField(default=0, editable=False)),
                        ("base_at", models.FloatField(default=0, editable=False)),
                        ("base_position", models.FloatField(default=0, editable=False)),
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="waiting_rooms",
                                to="network.institution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "waiting room",
                        "verbose_name_plural": "waiting rooms",
                    },
                ),
                migrations.CreateModel(
                    name="SpentTicket",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveBigIntegerField()),
                        (
                            "draft",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="privacy.formdraft",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="spent",
                                to="enrolment.waitingroom",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Wish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(verbose_name="wish")),
                        ("track", models.SlugField(max_length=40, verbose_name="class")),
                        (
                            "catchment",
                            models.PositiveSmallIntegerField(default=0, verbose_name="catchment group"),
                        ),
                        (
                            "is_first",
                            models.BooleanField(default=False, verbose_name="admitted before all others"),
                        ),
                        (
                            "points",
                            models.DecimalField(
                                decimal_places=2, default=0, max_digits=5, verbose_name="points added"
                            ),
                        ),
                        (
                            "score",
                            models.DecimalField(
                                blank=True, decimal_places=3, max_digits=7, null=True, verbose_name="score"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("unneeded", "not needed: an earlier wish was fulfilled"),
                                    ("given_up", "given up"),
                                ],
                                default="open",
                                max_length=8,
                                verbose_name="outcome",
                            ),
                        ),
                        (
                            "waiting_number",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="place on the waiting list"
                            ),
                        ),
                        (
                            "application",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="wishes",
                                to="enrolment.application",
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wish",
                        "verbose_name_plural": "wishes",
                        "ordering": ["application", "position"],
                    },
                ),
                migrations.CreateModel(
                    name="AllocationRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("rank", models.PositiveIntegerField()),
                        ("lot", models.CharField(max_length=16)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("admitted", "admitted"),
                                    ("waiting", "on the waiting list"),
                                    ("refused", "not admitted"),
                                    ("unneeded", "not needed: an earlier wish was fulfilled"),
                                    ("given_up", "given up"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("waiting", models.PositiveIntegerField(null=True)),
                        (
                            "allocation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="enrolment.allocation",
                            ),
                        ),
                        (
                            "wish",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="allocation_rows",
                                to="enrolment.wish",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "outcome of a wish",
                        "verbose_name_plural": "outcomes of wishes",
                    },
                ),
                migrations.CreateModel(
                    name="AllocationSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.CharField(max_length=64)),
                        ("count", models.PositiveIntegerField(default=0)),
                        ("lines", models.TextField()),
                        (
                            "allocation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheets",
                                to="enrolment.allocation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "published lines of a class",
                        "verbose_name_plural": "published lines of classes",
                        "ordering": ["allocation", "place"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("allocation", "place"), name="allocation_sheet_once"
                            )
                        ],
                    },
                ),
                migrations.AddIndex(
                    model_name="application",
                    index=models.Index(fields=["campaign", "handler", "state"], name="application_desk"),
                ),
                migrations.AddIndex(
                    model_name="application",
                    index=models.Index(fields=["state", "due_on"], name="application_due"),
                ),
                migrations.AddConstraint(
                    model_name="application",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("campaign", "child_digest"),
                        name="application_once_a_child",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="application",
                    constraint=models.UniqueConstraint(
                        fields=("campaign", "lot_code"), name="application_lot_code"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="application",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("candidate_number", ""), _negated=True),
                        fields=("campaign", "candidate_number"),
                        name="application_candidate_number",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allocation",
                    constraint=models.UniqueConstraint(
                        fields=("campaign", "number"), name="allocation_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allocation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("campaign",),
                        name="allocation_published_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="certificatebatch",
                    index=models.Index(fields=["state", "heartbeat_at"], name="certificate_batch_state"),
                ),
                migrations.AddConstraint(
                    model_name="certificate",
                    constraint=models.UniqueConstraint(
                        fields=("institution", "digest"), name="certificate_number_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="codebook",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("erased_at__isnull", True)),
                        fields=("exam",),
                        name="code_book_one_in_use",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="resultversion",
                    constraint=models.UniqueConstraint(
                        fields=("exam", "number"), name="result_version_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="resultversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("exam",),
                        name="result_version_published_once",
                    ),
                ),
                migrations.AddIndex(
                    model_name="resultimport",
                    index=models.Index(fields=["state", "heartbeat_at"], name="result_import_state"),
                ),
                migrations.AddConstraint(
                    model_name="waitingroom",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("opens_at__lte", models.F("starts_at")), ("starts_at__lt", models.F("closes_at"))
                        ),
                        name="waiting_room_hours",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="spentticket",
                    constraint=models.UniqueConstraint(fields=("room", "number"), name="ticket_spent_once"),
                ),
                migrations.AddIndex(
                    model_name="wish",
                    index=models.Index(fields=["school", "track", "outcome"], name="wish_of_class"),
                ),
                migrations.AddConstraint(
                    model_name="wish",
                    constraint=models.UniqueConstraint(
                        fields=("application", "position"), name="wish_position"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="wish",
                    constraint=models.UniqueConstraint(
                        fields=("application", "school", "track"), name="wish_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="allocationrow",
                    constraint=models.UniqueConstraint(
                        fields=("allocation", "wish"), name="allocation_row_once"
                    ),
                ),
            ]
        ),
        migrations.RunPython(unlogged, migrations.RunPython.noop),
    ]
