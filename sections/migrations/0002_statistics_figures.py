import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_tables"),
        ("sections", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.AddField(
            model_name="statisticspage",
            name="first_school_year",
            field=models.PositiveSmallIntegerField(
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
        migrations.CreateModel(
            name="StatisticsConfirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("finding", models.CharField(max_length=120)),
                ("values", models.CharField(max_length=200)),
                ("reason", models.CharField(max_length=300, verbose_name="reason")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmations",
                        to="sections.statisticsyearpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "confirmation of a figure",
                "verbose_name_plural": "confirmations of figures",
            },
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
                ("school_year", models.PositiveSmallIntegerField()),
                ("page_key", models.UUIDField()),
                ("counted_on", models.DateField(null=True)),
                ("figures", models.JSONField(default=dict)),
                ("stored_at", models.DateTimeField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statistics_records",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "published figures of a school year",
                "verbose_name_plural": "published figures of school years",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "school_year"), name="statistics_record_once"
                    )
                ],
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
                ("school_year", models.PositiveSmallIntegerField()),
                ("figures", models.JSONField(default=dict)),
                ("counts", models.JSONField(default=dict)),
                ("reported", models.PositiveIntegerField(default=0)),
                ("expected", models.PositiveIntegerField(default=0)),
                ("refreshed_at", models.DateTimeField()),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statistics_rollups",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "figures of the members for a school year",
                "verbose_name_plural": "figures of the members for school years",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "school_year"), name="statistics_rollup_once"
                    )
                ],
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
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="sections.statisticsyearpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "indicator", "level"), name="statistics_figure_once"
                    )
                ],
            },
        ),
    ]
