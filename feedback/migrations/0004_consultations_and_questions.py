import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_acts_in_one_record"),
        ("feedback", "0003_polls"),
        ("network", "0001_tables"),
        ("privacy", "0010_sealed_files"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsultationPage",
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
                    "field",
                    models.CharField(
                        blank=True, help_text="For example: admissions.", max_length=80, verbose_name="field"
                    ),
                ),
                (
                    "asked",
                    models.CharField(
                        help_text="For example: parents, teachers, communes, citizens.",
                        max_length=300,
                        verbose_name="who is asked",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="The unit that writes the draft.",
                        max_length=200,
                        verbose_name="unit in charge",
                    ),
                ),
                ("opens_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="opens")),
                ("closes_at", models.DateTimeField(verbose_name="deadline")),
                (
                    "result_on",
                    models.DateField(
                        blank=True,
                        help_text="Empty: thirty days after the deadline, unless the installation says otherwise.",
                        null=True,
                        verbose_name="result published by",
                    ),
                ),
                (
                    "paper_address",
                    models.CharField(
                        blank=True,
                        help_text="Empty: the address of the institution.",
                        max_length=300,
                        verbose_name="address for answers on paper",
                    ),
                ),
                (
                    "answers_email",
                    models.EmailField(
                        blank=True,
                        help_text="Empty: the e-mail of the institution.",
                        max_length=254,
                        verbose_name="e-mail for answers",
                    ),
                ),
            ],
            options={
                "verbose_name": "consultation",
                "verbose_name_plural": "consultations",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ConsultationResultPage",
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
                ("consultation", models.UUIDField(db_index=True, editable=False, null=True)),
                ("answers", models.PositiveIntegerField(default=0, verbose_name="answers")),
                (
                    "on_paper",
                    models.PositiveIntegerField(default=0, verbose_name="of these on paper or by e-mail"),
                ),
                ("unnamed", models.PositiveIntegerField(default=0, verbose_name="of these without a name")),
                (
                    "organisations",
                    models.PositiveIntegerField(default=0, verbose_name="of these from organisations"),
                ),
            ],
            options={
                "verbose_name": "result of a consultation",
                "verbose_name_plural": "results of consultations",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="QuestionPage",
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
                ("topic", models.CharField(blank=True, max_length=40, verbose_name="topic")),
                (
                    "question",
                    models.TextField(
                        help_text="Without anything that tells who asked.",
                        max_length=3000,
                        verbose_name="question",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True, help_text="Unit or post.", max_length=200, verbose_name="answered by"
                    ),
                ),
            ],
            options={
                "verbose_name": "question with answer",
                "verbose_name_plural": "questions with answers",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ConsultationAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("consultation", models.UUIDField()),
                (
                    "source",
                    models.CharField(
                        choices=[("web", "On the website"), ("paper", "By letter, e-mail or in person")],
                        max_length=5,
                        verbose_name="how it came",
                    ),
                ),
                ("is_named", models.BooleanField(default=False)),
                ("is_organisation", models.BooleanField(default=False)),
                ("contributor", models.CharField(blank=True, max_length=8)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultation_answer",
                        to="privacy.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a consultation",
                "verbose_name_plural": "answers to consultations",
            },
        ),
        migrations.CreateModel(
            name="ConsultationFile",
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
                            ("draft", "Draft"),
                            ("report", "Report on the draft"),
                            ("compare", "Comparison with the text in force"),
                            ("other", "Other"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "version",
                    models.CharField(
                        blank=True, help_text="For example: 2nd draft.", max_length=40, verbose_name="version"
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="date")),
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
                        to="feedback.consultationpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a consultation",
                "verbose_name_plural": "files of a consultation",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "label",
                    models.CharField(
                        help_text="For example: Article 5. Time of lessons.",
                        max_length=160,
                        verbose_name="article or topic",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="What you would like to know.",
                        max_length=1500,
                        verbose_name="question",
                    ),
                ),
                ("asks_stance", models.BooleanField(default=True, verbose_name="ask whether people agree")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="feedback.consultationpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "point of a consultation",
                "verbose_name_plural": "points of a consultation",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConsultationReply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("point", models.CharField(blank=True, max_length=160, verbose_name="article or topic")),
                ("topic", models.CharField(max_length=160, verbose_name="topic")),
                ("summary", models.TextField(max_length=3000, verbose_name="what people said")),
                ("opinions", models.PositiveIntegerField(default=0, verbose_name="opinions")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("accepted", "Taken up"),
                            ("partly", "Taken up in part"),
                            ("explained", "Explained"),
                            ("rejected", "Not taken up"),
                        ],
                        max_length=9,
                        verbose_name="reply",
                    ),
                ),
                ("reason", models.TextField(max_length=3000, verbose_name="reason, or what was changed")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="feedback.consultationresultpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "reply to opinions",
                "verbose_name_plural": "replies to opinions",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpinionGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("consultation", models.UUIDField()),
                (
                    "point",
                    models.CharField(default="general", max_length=36, verbose_name="article or topic"),
                ),
                ("topic", models.CharField(max_length=160, verbose_name="topic")),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="In your own words; name no sender. It is published with the result.",
                        max_length=3000,
                        verbose_name="what people said",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Taken up"),
                            ("partly", "Taken up in part"),
                            ("explained", "Explained"),
                            ("rejected", "Not taken up"),
                        ],
                        max_length=9,
                        verbose_name="reply",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Published as well.",
                        max_length=3000,
                        verbose_name="reason, or what was changed",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                "verbose_name": "group of opinions",
                "verbose_name_plural": "groups of opinions",
                "ordering": ["point", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("point", models.CharField(max_length=36)),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agree", "I agree"),
                            ("change", "I agree if it is changed"),
                            ("disagree", "I do not agree"),
                        ],
                        max_length=8,
                    ),
                ),
                ("has_text", models.BooleanField(default=False)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to="feedback.consultationanswer",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="opinions",
                        to="feedback.opiniongroup",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinion",
                "verbose_name_plural": "opinions",
                "ordering": ["point", "pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("topic", models.CharField(max_length=40, verbose_name="topic")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Received, to be routed"),
                            ("routed", "With the one who answers"),
                            ("answered", "Answered"),
                        ],
                        default="received",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("answer", "An answer"),
                            ("same", "Answered already, on the website"),
                            ("outside", "Not a matter of this institution"),
                        ],
                        max_length=7,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=200, verbose_name="unit that answers")),
                ("routed_at", models.DateTimeField(editable=False, null=True)),
                ("due_on", models.DateField(verbose_name="answer due")),
                ("sealed_answer", models.TextField(blank=True, editable=False)),
                ("sealed_note", models.TextField(blank=True, editable=False)),
                ("answered_at", models.DateTimeField(editable=False, null=True)),
                ("sealed_public", models.TextField(blank=True, editable=False)),
                (
                    "told",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("soon", "Due soon"),
                            ("due", "Due"),
                            ("chief", "Overdue, told to the chief editor"),
                        ],
                        editable=False,
                        max_length=5,
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person who answers",
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
                    "redacted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="question_case",
                        to="privacy.submission",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="feedback.questionpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
            },
        ),
        migrations.CreateModel(
            name="QuestionTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_en", models.CharField(blank=True, max_length=120, verbose_name="name in English")),
                ("unit", models.CharField(blank=True, max_length=200, verbose_name="unit that answers")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        default=10,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="working days to answer",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="asked for")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person who answers",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic of questions",
                "verbose_name_plural": "topics of questions",
                "ordering": ["institution", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ResultNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("consultation", models.UUIDField()),
                ("due_on", models.DateField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("closed", "Closed: the result is to be written"),
                            ("soon", "The result is due soon"),
                            ("due", "The result is due"),
                            ("chief", "Overdue, told to the chief editor"),
                            ("above", "Overdue, told to the authority"),
                        ],
                        max_length=6,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.institution",
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
            ],
            options={
                "verbose_name": "reminder of a result",
                "verbose_name_plural": "reminders of results",
            },
        ),
        migrations.AddIndex(
            model_name="consultationanswer",
            index=models.Index(fields=["institution", "consultation"], name="consultation_answers"),
        ),
        migrations.AddIndex(
            model_name="opiniongroup",
            index=models.Index(fields=["institution", "consultation"], name="opinion_groups"),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.UniqueConstraint(fields=("answer", "point"), name="opinion_once"),
        ),
        migrations.AddIndex(
            model_name="questioncase",
            index=models.Index(fields=["institution", "state", "due_on"], name="question_desk"),
        ),
        migrations.AddIndex(
            model_name="questioncase",
            index=models.Index(fields=["state", "due_on"], name="question_due"),
        ),
        migrations.AddConstraint(
            model_name="questiontopic",
            constraint=models.UniqueConstraint(
                fields=("institution", "code"), name="question_topic_code_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="resultnotice",
            index=models.Index(fields=["user", "on"], name="result_notice_user_on"),
        ),
        migrations.AddConstraint(
            model_name="resultnotice",
            constraint=models.UniqueConstraint(
                fields=("consultation", "due_on", "stage", "user"), name="result_notice_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="resultnotice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("user__isnull", True)),
                fields=("consultation", "due_on", "stage"),
                name="result_notice_nobody_once",
            ),
        ),
    ]
