import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import sections.disclosure.items


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_emergency"),
        ("network", "0001_tables"),
        ("sections", "0008_statistics_due"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
                            11: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "File"}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200, "required": False},
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("document", 11), ("title", 12)]], {}),
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
            },
            bases=("wagtailcore.page", models.Model),
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
                            11: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "File"}),
                            12: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200, "required": False},
                            ),
                            13: ("wagtail.blocks.StructBlock", [[("document", 11), ("title", 12)]], {}),
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
            },
            bases=("wagtailcore.page", models.Model),
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
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="editorial.sitedocument",
                        verbose_name="file",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="sections.disclosurereportpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a disclosure report",
                "verbose_name_plural": "files of a disclosure report",
                "ordering": ["sort_order"],
                "abstract": False,
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
                    models.CharField(help_text="For example Học phí.", max_length=200, verbose_name="what"),
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
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="sections.disclosurereportpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure of a disclosure report",
                "verbose_name_plural": "figures of a disclosure report",
                "ordering": ["sort_order"],
                "abstract": False,
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bases",
                        to="sections.guidancepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "legal basis of guidance",
                "verbose_name_plural": "legal bases of guidance",
                "ordering": ["sort_order"],
                "abstract": False,
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
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="sections.guidancepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "question of guidance",
                "verbose_name_plural": "questions of guidance",
                "ordering": ["sort_order"],
                "abstract": False,
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
                    "text",
                    models.TextField(
                        help_text="One thing to do, for example Nộp đơn và giấy xác nhận hộ nghèo cho nhà trường.",
                        max_length=1000,
                        verbose_name="step",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="sections.guidancepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of guidance",
                "verbose_name_plural": "steps of guidance",
                "ordering": ["sort_order"],
                "abstract": False,
            },
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
                ("item", models.CharField(max_length=40)),
                ("period", models.PositiveSmallIntegerField()),
                ("page_key", models.UUIDField(db_index=True)),
                ("posted_on", models.DateField()),
                ("late_from", models.DateField(null=True)),
                ("kept_until", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disclosure_records",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "posting of a disclosure report",
                "verbose_name_plural": "postings of disclosure reports",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "item", "period"), name="disclosure_record_once"
                    )
                ],
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
                ("late_from", models.DateField()),
                ("stage", models.PositiveSmallIntegerField()),
                ("sent_at", models.DateTimeField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder of disclosure",
                "verbose_name_plural": "reminders of disclosure",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "late_from", "stage"), name="disclosure_reminder_once"
                    )
                ],
            },
        ),
    ]
