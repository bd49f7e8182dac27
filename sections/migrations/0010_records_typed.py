import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_emergency"),
        ("network", "0001_tables"),
        ("sections", "0009_disclosure_and_guidance"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
                        help_text="Example: 24 Cầu Đất street.", max_length=250, verbose_name="address"
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
                        blank=True, help_text="Example: https://ttnn.example/.", verbose_name="website"
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
                        blank=True, help_text="Example: Cồn Sẻ commune.", max_length=200, verbose_name="place"
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
                        blank=True, help_text="Example: 01/03/2026.", null=True, verbose_name="begins on"
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
            },
            bases=("wagtailcore.page", models.Model),
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
                        to="sections.conferencepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a conference",
                "verbose_name_plural": "files of a conference",
                "ordering": ["sort_order"],
                "abstract": False,
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
                    "institution",
                    models.ForeignKey(
                        help_text="Chosen from the institutions under management. Example: THPT-CVA.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "recognition of quality",
                "verbose_name_plural": "recognitions of quality",
            },
            bases=("wagtailcore.page", models.Model),
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
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where the package belongs to a project of this site.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="sections.projectpage",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "package of procurement",
                "verbose_name_plural": "packages of procurement",
            },
            bases=("wagtailcore.page", models.Model),
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
            ],
            options={
                "verbose_name": "result of universalisation",
                "verbose_name_plural": "results of universalisation",
            },
            bases=("wagtailcore.page", models.Model),
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                        blank=True, help_text="Example: 05/09/1985.", null=True, verbose_name="issued on"
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
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
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
            ],
            options={
                "verbose_name": "decision on a project",
                "verbose_name_plural": "decisions on projects",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
