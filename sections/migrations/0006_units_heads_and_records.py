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
        ("sections", "0005_procedures_and_services"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
                        blank=True, help_text="Example: Mathematics.", max_length=80, verbose_name="subject"
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
                        blank=True, help_text="Example: 05/10/2026 11:00.", null=True, verbose_name="ends"
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
                    models.URLField(help_text="Example: https://moet.gov.vn/.", verbose_name="web address"),
                ),
            ],
            options={
                "verbose_name": "link",
                "verbose_name_plural": "links",
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
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.AddField(
            model_name="contactpage",
            name="keeps_holidays",
            field=models.BooleanField(
                default=True,
                help_text="The holidays and the working days made up come from the calendar of the installation.",
                verbose_name="closed on public holidays",
            ),
        ),
        migrations.AddField(
            model_name="contactpage",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                help_text="A drawing that you made yourselves or may use. Its description says in words how to get there.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="editorial.siteimage",
                verbose_name="plan or map of your own",
            ),
        ),
        migrations.AddField(
            model_name="introductionpage",
            name="functions",
            field=models.TextField(
                blank=True,
                help_text="What it is there for, one in each line. Example: Advises the director on secondary education.",
                verbose_name="functions",
            ),
        ),
        migrations.AddField(
            model_name="introductionpage",
            name="powers",
            field=models.TextField(
                blank=True,
                help_text="What it may decide or ask for, one in each line. Example: Asks schools for reports.",
                verbose_name="powers",
            ),
        ),
        migrations.AddField(
            model_name="introductionpage",
            name="tasks",
            field=models.TextField(
                blank=True,
                help_text="What it does, one in each line, as in the decision. Example: Guides the plan of the school year.",
                verbose_name="tasks",
            ),
        ),
        migrations.AlterField(
            model_name="contactpage",
            name="latitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=6,
                help_text="Example: 21.028511.",
                max_digits=9,
                null=True,
                verbose_name="latitude",
            ),
        ),
        migrations.AlterField(
            model_name="contactpage",
            name="longitude",
            field=models.DecimalField(
                blank=True,
                decimal_places=6,
                help_text="Example: 105.804817.",
                max_digits=9,
                null=True,
                verbose_name="longitude",
            ),
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "first",
                    models.DateField(help_text="Example: 01/07/2026.", verbose_name="first day closed"),
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
                        related_name="closed_periods",
                        to="sections.contactpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "days closed",
                "verbose_name_plural": "days closed",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
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
                        to="sections.introductionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on the institution",
                "verbose_name_plural": "decisions on the institution",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        help_text="Example: Bus stop Cầu Đá, line 3.", max_length=80, verbose_name="name"
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
                        related_name="landmarks",
                        to="sections.contactpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "landmark",
                "verbose_name_plural": "landmarks",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
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
                    "photo_consent_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                        null=True,
                        verbose_name="the person agreed to the photograph on",
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
                        related_name="heads",
                        to="sections.introductionpage",
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
            ],
            options={
                "verbose_name": "head",
                "verbose_name_plural": "heads",
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("photo__isnull", True), ("photo_consent_on__isnull", False), _connector="OR"
                        ),
                        name="sections_leader_photo_consent",
                        violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                    )
                ],
                "unique_together": {("translation_key", "locale")},
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                        related_name="milestones",
                        to="sections.introductionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
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
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
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
                        related_name="opening_periods",
                        to="sections.contactpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "opening hours",
                "verbose_name_plural": "opening hours",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
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
                    "photo_consent_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                        null=True,
                        verbose_name="the person agreed to the photograph on",
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
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="heads",
                        to="sections.organisationpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "head of an organisation",
                "verbose_name_plural": "heads of organisations",
                "ordering": ["sort_order"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("photo__isnull", True), ("photo_consent_on__isnull", False), _connector="OR"
                        ),
                        name="sections_organisationhead_photo_consent",
                        violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                    )
                ],
                "unique_together": {("translation_key", "locale")},
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
                    "photo_consent_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of the written consent, which the records office keeps. Example: 15/08/2024.",
                        null=True,
                        verbose_name="the person agreed to the photograph on",
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
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("photo__isnull", True), ("photo_consent_on__isnull", False), _connector="OR"
                        ),
                        name="sections_unithead_photo_consent",
                        violation_error_message="A photograph is shown only with the consent of the person: state its day.",
                    )
                ],
                "unique_together": {("translation_key", "locale")},
            },
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
                        to="sections.unitpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision on a unit",
                "verbose_name_plural": "decisions on units",
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
