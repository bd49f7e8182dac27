import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import common.migration_operations
import feedback.models.polls


class Migration(migrations.Migration):
    replaces = [
        ("feedback", "0001_initial"),
        ("feedback", "0001_tables"),
        ("feedback", "0002_picture_words"),
        ("feedback", "0003_upkeep_moves"),
        ("feedback", "0002_links"),
        ("feedback", "0003_polls"),
        ("feedback", "0004_consultations_and_questions"),
        ("feedback", "0005_cases_and_floods"),
        ("feedback", "0006_board_forms"),
        ("feedback", "0007_order_of_settings"),
        ("feedback", "0008_names_instead_of_numbers"),
        ("feedback", "0009_answers_chosen"),
    ]

    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("editorial", "0001_media"),
        ("network", "0001_gathered"),
        ("privacy", "0001_gathered"),
    ]

    operations = [
        common.migration_operations.CreateTables(
            operations=[
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ballot_boxes",
                                to="network.institution",
                            ),
                        ),
                        ("closes_at", models.DateTimeField(db_index=True)),
                        ("votes", models.PositiveIntegerField(default=0, verbose_name="votes")),
                        ("shown", models.JSONField(default=dict, editable=False)),
                        ("sealed_key", models.TextField(blank=True, editable=False)),
                        ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                    ],
                    options={
                        "verbose_name": "ballot box",
                        "verbose_name_plural": "ballot boxes",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="BoardFormPage",
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
                            "summary",
                            models.CharField(
                                blank=True,
                                help_text="One or two sentences, shown in lists and feeds.",
                                max_length=300,
                                verbose_name="summary",
                            ),
                        ),
                        (
                            "intro",
                            wagtail.fields.RichTextField(
                                blank=True,
                                help_text="Why and for whom: it stands above the first question.",
                                verbose_name="introduction",
                            ),
                        ),
                        (
                            "subjects",
                            models.CharField(
                                help_text="Whose information it asks for, for example: parents, pupils.",
                                max_length=255,
                                verbose_name="for whom",
                            ),
                        ),
                        (
                            "includes_children",
                            models.BooleanField(
                                default=False, verbose_name="asks for information on children"
                            ),
                        ),
                        (
                            "is_survey",
                            models.BooleanField(
                                default=False,
                                help_text="When it is over only totals stay (circular 25/2010, article 13.2).",
                                verbose_name="survey",
                            ),
                        ),
                        (
                            "purposes",
                            wagtail.fields.StreamField(
                                [("purpose", 9)],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Goes on after “I agree that the school uses my information for: …”.",
                                            "label": "For what",
                                            "max_length": 500,
                                        },
                                    ),
                                    1: (
                                        "wagtail.blocks.IntegerBlock",
                                        (),
                                        {
                                            "default": 90,
                                            "help_text": "As short as it can be; then everything is erased by itself.",
                                            "label": "Kept for days",
                                            "validators": [
                                                django.core.validators.MinValueValidator(1),
                                                django.core.validators.MaxValueValidator(3653),
                                            ],
                                        },
                                    ),
                                    2: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {
                                            "label": "The sender may say no and still send the form",
                                            "required": False,
                                        },
                                    ),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "label": "For what, in English",
                                            "max_length": 500,
                                            "required": False,
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("submit", "the day it was received"),
                                                ("close", "the day the form or matter is closed"),
                                                ("year_end", "the end of the school year (31 May)"),
                                                ("decision", "the day of the decision"),
                                            ],
                                            "label": "Counted from",
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("erase", "erase"),
                                                ("anonymise", "keep totals only"),
                                                ("archive", "hand over to the archive, then erase"),
                                            ],
                                            "label": "Then",
                                        },
                                    ),
                                    6: (
                                        "wagtail.blocks.BooleanBlock",
                                        (),
                                        {"label": "The information is published", "required": False},
                                    ),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("consent", "Your consent"),
                                                ("law", "A duty under the law"),
                                            ],
                                            "label": "Legal basis",
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Needed where the basis is a law.",
                                            "label": "Article of the law",
                                            "max_length": 255,
                                            "required": False,
                                        },
                                    ),
                                    9: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("text", 0),
                                                ("retention_days", 1),
                                                ("is_optional", 2),
                                                ("text_en", 3),
                                                ("retention_starts", 4),
                                                ("at_end", 5),
                                                ("is_publication", 6),
                                                ("legal_basis", 7),
                                                ("citation", 8),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                help_text="For what the answers are used. The sender agrees to each on its own.",
                                verbose_name="purposes",
                            ),
                        ),
                        (
                            "recipients",
                            wagtail.fields.StreamField(
                                [("recipient", 5)],
                                blank=True,
                                block_lookup={
                                    0: ("wagtail.blocks.CharBlock", (), {"label": "Name", "max_length": 255}),
                                    1: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("authority", "Education authority"),
                                                ("state", "Other state agency"),
                                                ("school", "School or centre"),
                                                ("company", "Company"),
                                            ],
                                            "label": "Kind",
                                        },
                                    ),
                                    2: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "What for", "max_length": 500},
                                    ),
                                    3: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Name in English", "max_length": 255, "required": False},
                                    ),
                                    4: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "label": "What for, in English",
                                            "max_length": 500,
                                            "required": False,
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("name", 0),
                                                ("kind", 1),
                                                ("what_for", 2),
                                                ("name_en", 3),
                                                ("what_for_en", 4),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                help_text="Only where answers are passed on outside the institution. The sender accepts or refuses each.",
                                verbose_name="recipients",
                            ),
                        ),
                        (
                            "steps",
                            wagtail.fields.StreamField(
                                [("step", 26)],
                                blank=True,
                                block_lookup={
                                    0: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Title of the step", "max_length": 120},
                                    ),
                                    1: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Question", "max_length": 200},
                                    ),
                                    2: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("none", "Not personal"),
                                                ("personal", "Personal information"),
                                                ("private", "Personal privacy"),
                                            ],
                                            "help_text": "Personal privacy: health, poverty, religion, ethnicity, tax, cards, other secrets.",
                                            "label": "What it asks for",
                                        },
                                    ),
                                    3: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("legal", "Required by law"),
                                                ("service", "Needed for the service"),
                                                ("optional", "Optional"),
                                            ],
                                            "label": "Why it is asked",
                                        },
                                    ),
                                    4: (
                                        "wagtail.blocks.MultipleChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("1", "Purpose 1"),
                                                ("2", "Purpose 2"),
                                                ("3", "Purpose 3"),
                                                ("4", "Purpose 4"),
                                                ("5", "Purpose 5"),
                                                ("6", "Purpose 6"),
                                            ],
                                            "help_text": "For which of the purposes above. One that was just added is called by its number.",
                                            "label": "Used for",
                                        },
                                    ),
                                    5: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {"label": "Hint", "max_length": 300, "required": False},
                                    ),
                                    6: (
                                        "wagtail.blocks.CharBlock",
                                        (),
                                        {
                                            "help_text": "Needed where a law requires the question.",
                                            "label": "Article of the law",
                                            "max_length": 255,
                                            "required": False,
                                        },
                                    ),
                                    7: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("", "nothing of the kind"),
                                                ("name", "the sender's own name"),
                                                ("street-address", "the sender's own address"),
                                                ("bday", "the sender's own date of birth"),
                                                ("organization", "the sender's organisation"),
                                            ],
                                            "label": "The browser may fill in",
                                            "required": False,
                                        },
                                    ),
                                    8: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [],
                                            "help_text": "An earlier question with choices. Save the draft if it is not listed yet.",
                                            "label": "Only if the question",
                                            "required": False,
                                        },
                                    ),
                                    9: (
                                        "wagtail.blocks.MultipleChoiceBlock",
                                        [],
                                        {
                                            "choices": [],
                                            "help_text": "Tick one or several of its answers; the answers of each question stand together.",
                                            "label": "was answered with",
                                            "required": False,
                                        },
                                    ),
                                    10: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("autofill", 7),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    11: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    12: (
                                        "wagtail.blocks.ChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("none", "Not personal"),
                                                ("personal", "Personal information"),
                                                ("private", "Personal privacy"),
                                            ],
                                            "label": "What it asks for",
                                        },
                                    ),
                                    13: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("data_class", 12),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    14: (
                                        "wagtail.blocks.DateBlock",
                                        (),
                                        {"label": "Not before", "required": False},
                                    ),
                                    15: (
                                        "wagtail.blocks.DateBlock",
                                        (),
                                        {"label": "Not after", "required": False},
                                    ),
                                    16: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("earliest", 14),
                                                ("latest", 15),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("autofill", 7),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    17: (
                                        "wagtail.blocks.IntegerBlock",
                                        (),
                                        {"label": "Not less than", "required": False},
                                    ),
                                    18: (
                                        "wagtail.blocks.IntegerBlock",
                                        (),
                                        {"label": "Not more than", "required": False},
                                    ),
                                    19: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("smallest", 17),
                                                ("largest", 18),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    20: (
                                        "wagtail.blocks.TextBlock",
                                        (),
                                        {
                                            "help_text": "One to a line, two at least.",
                                            "label": "Choices",
                                            "rows": 4,
                                        },
                                    ),
                                    21: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("options", 20),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    22: (
                                        "wagtail.blocks.MultipleChoiceBlock",
                                        [],
                                        {
                                            "choices": [
                                                ("pdf", "PDF"),
                                                ("image", "pictures (JPG, PNG, WEBP, HEIC)"),
                                                (
                                                    "office",
                                                    "Word, Excel, PowerPoint (DOCX, XLSX, PPTX) and OpenDocument",
                                                ),
                                            ],
                                            "label": "Which files",
                                        },
                                    ),
                                    23: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("label", 1),
                                                ("kinds", 22),
                                                ("data_class", 2),
                                                ("necessity", 3),
                                                ("purposes", 4),
                                                ("hint", 5),
                                                ("citation", 6),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                    24: (
                                        "wagtail.blocks.StreamBlock",
                                        [
                                            [
                                                ("text", 10),
                                                ("long_text", 11),
                                                ("email", 13),
                                                ("phone", 13),
                                                ("date", 16),
                                                ("number", 19),
                                                ("choice", 21),
                                                ("choices", 21),
                                                ("yes_no", 11),
                                                ("file", 23),
                                            ]
                                        ],
                                        {},
                                    ),
                                    25: (
                                        "wagtail.blocks.TextBlock",
                                        (),
                                        {
                                            "label": "Explanation",
                                            "max_length": 1000,
                                            "required": False,
                                            "rows": 2,
                                        },
                                    ),
                                    26: (
                                        "wagtail.blocks.StructBlock",
                                        [
                                            [
                                                ("title", 0),
                                                ("questions", 24),
                                                ("text", 25),
                                                ("only_if_question", 8),
                                                ("only_if_answer", 9),
                                            ]
                                        ],
                                        {},
                                    ),
                                },
                                verbose_name="steps and questions",
                            ),
                        ),
                        ("opens_at", models.DateTimeField(blank=True, null=True, verbose_name="opens")),
                        ("closes_at", models.DateTimeField(blank=True, null=True, verbose_name="closes")),
                        (
                            "max_answers",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="The form closes by itself when so many have been received. Empty: no limit.",
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100000),
                                ],
                                verbose_name="most answers",
                            ),
                        ),
                        (
                            "receipt_text",
                            models.TextField(
                                blank=True,
                                help_text="Shown on the receipt.",
                                max_length=1000,
                                verbose_name="what happens next",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "form of the board",
                        "verbose_name_plural": "forms of the board",
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consultation_answer",
                                to="privacy.submission",
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
                        ("consultation", models.UUIDField()),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("web", "On the website"),
                                    ("paper", "By letter, e-mail or in person"),
                                ],
                                max_length=5,
                                verbose_name="how it came",
                            ),
                        ),
                        ("is_named", models.BooleanField(default=False)),
                        ("is_organisation", models.BooleanField(default=False)),
                        ("contributor", models.CharField(blank=True, max_length=8)),
                    ],
                    options={
                        "verbose_name": "answer to a consultation",
                        "verbose_name_plural": "answers to consultations",
                        "indexes": [
                            models.Index(fields=["institution", "consultation"], name="consultation_answers")
                        ],
                        "constraints": [],
                    },
                ),
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
                            "field",
                            models.CharField(
                                blank=True,
                                help_text="For example: admissions.",
                                max_length=80,
                                verbose_name="field",
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
                        (
                            "opens_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="opens"),
                        ),
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
                        "indexes": [],
                        "constraints": [],
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
                        ("consultation", models.UUIDField(db_index=True, editable=False, null=True)),
                        ("answers", models.PositiveIntegerField(default=0, verbose_name="answers")),
                        (
                            "on_paper",
                            models.PositiveIntegerField(
                                default=0, verbose_name="of these on paper or by e-mail"
                            ),
                        ),
                        (
                            "unnamed",
                            models.PositiveIntegerField(default=0, verbose_name="of these without a name"),
                        ),
                        (
                            "organisations",
                            models.PositiveIntegerField(
                                default=0, verbose_name="of these from organisations"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of a consultation",
                        "verbose_name_plural": "results of consultations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="ConsultationsPage",
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
                        "verbose_name": "consultations",
                        "verbose_name_plural": "consultations",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="FeedbackCase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="feedback_case",
                                to="privacy.submission",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(blank=True, editable=False, max_length=10, verbose_name="kind"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("handled", "Being handled"),
                                    ("passed", "Passed on"),
                                    ("answered", "Answered"),
                                    ("closed", "Closed"),
                                ],
                                db_index=True,
                                default="received",
                                max_length=8,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                db_index=True, editable=False, null=True, verbose_name="to be answered by"
                            ),
                        ),
                        ("reminded_on", models.DateField(editable=False, null=True)),
                        (
                            "about_page",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.WAGTAIL_PAGE_MODEL,
                                verbose_name="page",
                            ),
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
                                verbose_name="handled by",
                            ),
                        ),
                        (
                            "passed_to",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="network.institution",
                                verbose_name="passed on to",
                            ),
                        ),
                        (
                            "suspicion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("links", "Many links"),
                                    ("same", "The same words were sent before"),
                                ],
                                db_index=True,
                                editable=False,
                                max_length=5,
                                verbose_name="kept apart",
                            ),
                        ),
                        ("words", models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                        ("sealed_note", models.TextField(blank=True, editable=False)),
                        ("sealed_answer", models.TextField(blank=True, editable=False)),
                        (
                            "answered_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="answered"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="answered by",
                            ),
                        ),
                        (
                            "told_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="letter sent"),
                        ),
                        (
                            "seen_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="seen by the sender"
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="changed by",
                            ),
                        ),
                        ("changed_at", models.DateTimeField(auto_now=True)),
                    ],
                    options={
                        "verbose_name": "piece of feedback",
                        "verbose_name_plural": "pieces of feedback",
                        "indexes": [],
                        "constraints": [],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackCount",
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
                        ("month", models.DateField()),
                        ("kind", models.CharField(max_length=10)),
                        ("received", models.PositiveIntegerField(default=0)),
                        ("answered", models.PositiveIntegerField(default=0)),
                        ("in_time", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "number of pieces of feedback",
                        "verbose_name_plural": "numbers of pieces of feedback",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "month", "kind"), name="feedback_count_unique"
                            )
                        ],
                        "indexes": [],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackPage",
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
                            "shows_statistics",
                            models.BooleanField(
                                default=False,
                                help_text="Numbers for each kind in this year and the last one; fewer than five are not told apart.",
                                verbose_name="show how much came and was answered",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "feedback",
                        "verbose_name_plural": "feedback",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="FormTally",
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
                        ("code", models.CharField(max_length=64, unique=True)),
                        ("received", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "number of answers to a form",
                        "verbose_name_plural": "numbers of answers to forms",
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("consultation", models.UUIDField()),
                        (
                            "point",
                            models.CharField(
                                default="general", max_length=36, verbose_name="article or topic"
                            ),
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
                    ],
                    options={
                        "verbose_name": "group of opinions",
                        "verbose_name_plural": "groups of opinions",
                        "ordering": ["point", "pk"],
                        "indexes": [
                            models.Index(fields=["institution", "consultation"], name="opinion_groups")
                        ],
                        "constraints": [],
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
                        "indexes": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="PollsPage",
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
                        "verbose_name": "opinion polls",
                        "verbose_name_plural": "opinion polls",
                        "indexes": [],
                        "constraints": [],
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
                                blank=True,
                                help_text="Unit or post.",
                                max_length=200,
                                verbose_name="answered by",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "question with answer",
                        "verbose_name_plural": "questions with answers",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
                ),
                migrations.CreateModel(
                    name="QuestionsPage",
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
                        "verbose_name": "questions and answers",
                        "verbose_name_plural": "questions and answers",
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("wagtailcore.page", models.Model),
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="code")),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        (
                            "name_en",
                            models.CharField(blank=True, max_length=120, verbose_name="name in English"),
                        ),
                        (
                            "unit",
                            models.CharField(blank=True, max_length=200, verbose_name="unit that answers"),
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
                    ],
                    options={
                        "verbose_name": "topic of questions",
                        "verbose_name_plural": "topics of questions",
                        "ordering": ["institution", "position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("institution", "code"), name="question_topic_code_unique"
                            )
                        ],
                        "indexes": [],
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
                        (
                            "institution",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="network.institution",
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
                        (
                            "user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("on", models.DateField()),
                    ],
                    options={
                        "verbose_name": "reminder of a result",
                        "verbose_name_plural": "reminders of results",
                        "indexes": [models.Index(fields=["user", "on"], name="result_notice_user_on")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("consultation", "due_on", "stage", "user"), name="result_notice_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("user__isnull", True)),
                                fields=("consultation", "due_on", "stage"),
                                name="result_notice_nobody_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UsefulCount",
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
                        ("page_key", models.UUIDField()),
                        ("day", models.DateField()),
                        ("is_useful", models.BooleanField()),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("missing", "What I looked for is not here"),
                                    ("unclear", "It is hard to understand"),
                                    ("old", "It is out of date"),
                                    ("broken", "Something does not work"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("number", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "answers about a page",
                        "verbose_name_plural": "answers about pages",
                        "indexes": [models.Index(fields=["institution", "day"], name="useful_count_period")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("page_key", "day", "is_useful", "reason"), name="useful_count_unique"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_useful", False), ("reason", ""), _connector="OR"),
                                name="useful_reason_beside_no",
                            ),
                        ],
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
                        (
                            "box",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ballots",
                                to="feedback.ballotbox",
                            ),
                        ),
                        ("mark", models.CharField(editable=False, max_length=64)),
                    ],
                    options={
                        "verbose_name": "used ballot paper",
                        "verbose_name_plural": "used ballot papers",
                        "constraints": [models.UniqueConstraint(fields=("box", "mark"), name="ballot_once")],
                        "indexes": [],
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
                        (
                            "box",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="networks",
                                to="feedback.ballotbox",
                            ),
                        ),
                        ("mark", models.CharField(editable=False, max_length=64)),
                        ("votes", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "votes of a network",
                        "verbose_name_plural": "votes of networks",
                        "constraints": [
                            models.UniqueConstraint(fields=("box", "mark"), name="ballot_network_unique")
                        ],
                        "indexes": [],
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
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="feedback.consultationpage",
                            ),
                        ),
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
                                blank=True,
                                help_text="For example: 2nd draft.",
                                max_length=40,
                                verbose_name="version",
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
                    ],
                    options={
                        "verbose_name": "file of a consultation",
                        "verbose_name_plural": "files of a consultation",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="feedback.consultationpage",
                            ),
                        ),
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
                        (
                            "asks_stance",
                            models.BooleanField(default=True, verbose_name="ask whether people agree"),
                        ),
                    ],
                    options={
                        "verbose_name": "point of a consultation",
                        "verbose_name_plural": "points of a consultation",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="feedback.consultationresultpage",
                            ),
                        ),
                        (
                            "point",
                            models.CharField(blank=True, max_length=160, verbose_name="article or topic"),
                        ),
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
                        (
                            "reason",
                            models.TextField(max_length=3000, verbose_name="reason, or what was changed"),
                        ),
                    ],
                    options={
                        "verbose_name": "reply to opinions",
                        "verbose_name_plural": "replies to opinions",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="opinions",
                                to="feedback.consultationanswer",
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
                        "constraints": [
                            models.UniqueConstraint(fields=("answer", "point"), name="opinion_once")
                        ],
                        "indexes": [],
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
                        (
                            "box",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="totals",
                                to="feedback.ballotbox",
                            ),
                        ),
                        ("option", models.UUIDField()),
                        ("votes", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "verbose_name": "total of an answer",
                        "verbose_name_plural": "totals of answers",
                        "constraints": [
                            models.UniqueConstraint(fields=("box", "option"), name="option_total_unique")
                        ],
                        "indexes": [],
                    },
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
                        (
                            "page",
                            modelcluster.fields.ParentalKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="options",
                                to="feedback.pollpage",
                            ),
                        ),
                        ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("label", models.CharField(max_length=160, verbose_name="answer")),
                    ],
                    options={
                        "verbose_name": "answer",
                        "verbose_name_plural": "answers",
                        "ordering": ["sort_order"],
                        "abstract": False,
                        "indexes": [],
                        "constraints": [],
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
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="question_case",
                                to="privacy.submission",
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
                        (
                            "unit",
                            models.CharField(blank=True, max_length=200, verbose_name="unit that answers"),
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
                        ("routed_at", models.DateTimeField(editable=False, null=True)),
                        ("due_on", models.DateField(verbose_name="answer due")),
                        ("sealed_answer", models.TextField(blank=True, editable=False)),
                        ("sealed_note", models.TextField(blank=True, editable=False)),
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
                        ("answered_at", models.DateTimeField(editable=False, null=True)),
                        ("sealed_public", models.TextField(blank=True, editable=False)),
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
                            "page",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="feedback.questionpage",
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "question",
                        "verbose_name_plural": "questions",
                        "indexes": [
                            models.Index(fields=["institution", "state", "due_on"], name="question_desk"),
                            models.Index(fields=["state", "due_on"], name="question_due"),
                        ],
                        "constraints": [],
                    },
                ),
            ],
        ),
    ]
