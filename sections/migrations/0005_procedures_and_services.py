import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.choice_sets


class Migration(migrations.Migration):
    dependencies = [
        ("sections", "0004_exchange_batches"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
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
                            ("detailed", "Procedure whose details a law leaves to a decree or circular"),
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
            },
            bases=("wagtailcore.page", models.Model),
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
                    "online_url",
                    models.URLField(
                        blank=True,
                        help_text="Where it is used. For example: https://tracuu.example.edu.vn/",
                        max_length=500,
                        verbose_name="link to the service",
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
                        blank=True, help_text="For example: Admission.", max_length=200, verbose_name="field"
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
            ],
            options={
                "verbose_name": "online service",
                "verbose_name_plural": "online services",
            },
            bases=("wagtailcore.page", models.Model),
        ),
    ]
