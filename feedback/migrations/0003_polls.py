import uuid

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import feedback.models.polls


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0002_links"),
        ("network", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="BallotBox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("translation_key", models.UUIDField(unique=True)),
                ("closes_at", models.DateTimeField(db_index=True)),
                ("votes", models.PositiveIntegerField(default=0, verbose_name="votes")),
                ("shown", models.JSONField(default=dict, editable=False)),
                ("sealed_key", models.TextField(blank=True, editable=False)),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballot_boxes",
                        to="network.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "ballot box",
                "verbose_name_plural": "ballot boxes",
            },
        ),
        migrations.CreateModel(
            name="PollPage",
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
                    "opens_at",
                    models.DateTimeField(
                        default=feedback.models.polls.tomorrow_at_eight, verbose_name="opens"
                    ),
                ),
                (
                    "closes_at",
                    models.DateTimeField(
                        help_text="The poll closes by itself; at the most 92 days after it opened.",
                        verbose_name="closes",
                    ),
                ),
                (
                    "most_choices",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="1: one answer. More: up to that many.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="answers a person may choose",
                    ),
                ),
                (
                    "results_shown",
                    models.CharField(
                        choices=[
                            ("after_end", "after the end"),
                            ("after_vote", "after voting, and to everybody after the end"),
                            ("always", "at any time"),
                        ],
                        default="after_end",
                        max_length=10,
                        verbose_name="result is shown",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinion poll",
                "verbose_name_plural": "opinion polls",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="poll_closes_after_opening",
                    )
                ],
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="PollOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("label", models.CharField(max_length=160, verbose_name="answer")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="feedback.pollpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(editable=False, max_length=64)),
                (
                    "box",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="feedback.ballotbox",
                    ),
                ),
            ],
            options={
                "verbose_name": "used ballot paper",
                "verbose_name_plural": "used ballot papers",
                "constraints": [models.UniqueConstraint(fields=("box", "mark"), name="ballot_once")],
            },
        ),
        migrations.CreateModel(
            name="BallotNetwork",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(editable=False, max_length=64)),
                ("votes", models.PositiveIntegerField(default=0)),
                (
                    "box",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="networks",
                        to="feedback.ballotbox",
                    ),
                ),
            ],
            options={
                "verbose_name": "votes of a network",
                "verbose_name_plural": "votes of networks",
                "constraints": [
                    models.UniqueConstraint(fields=("box", "mark"), name="ballot_network_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("option", models.UUIDField()),
                ("votes", models.PositiveIntegerField(default=0)),
                (
                    "box",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="totals",
                        to="feedback.ballotbox",
                    ),
                ),
            ],
            options={
                "verbose_name": "total of an answer",
                "verbose_name_plural": "totals of answers",
                "constraints": [
                    models.UniqueConstraint(fields=("box", "option"), name="option_total_unique")
                ],
            },
        ),
    ]
