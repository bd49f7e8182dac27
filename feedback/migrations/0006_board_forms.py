import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0005_cases_and_floods"),
        ("network", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
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
                    models.BooleanField(default=False, verbose_name="asks for information on children"),
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
                                {"label": "The sender may say no and still send the form", "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "For what, in English", "max_length": 500, "required": False},
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
                                    "choices": [("consent", "Your consent"), ("law", "A duty under the law")],
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
                            2: ("wagtail.blocks.CharBlock", (), {"label": "What for", "max_length": 500}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Name in English", "max_length": 255, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "What for, in English", "max_length": 500, "required": False},
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
                            1: ("wagtail.blocks.CharBlock", (), {"label": "Question", "max_length": 200}),
                            2: (
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
                            3: (
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
                            4: (
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
                            5: (
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
                                    "help_text": "The numbers of the purposes above, in their order.",
                                    "label": "Used for",
                                },
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Hint", "max_length": 300, "required": False},
                            ),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Needed where a law requires the question.",
                                    "label": "Article of the law",
                                    "max_length": 255,
                                    "required": False,
                                },
                            ),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "The words of an earlier question with choices. Empty: always asked.",
                                    "label": "Only if the question",
                                    "max_length": 200,
                                    "required": False,
                                },
                            ),
                            9: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "One of its choices; several: one to a line.",
                                    "label": "was answered with",
                                    "required": False,
                                    "rows": 2,
                                },
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 1),
                                        ("autofill", 2),
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
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
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
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
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
                                        ("only_if_question", 8),
                                        ("only_if_answer", 9),
                                    ]
                                ],
                                {},
                            ),
                            14: ("wagtail.blocks.DateBlock", (), {"label": "Not before", "required": False}),
                            15: ("wagtail.blocks.DateBlock", (), {"label": "Not after", "required": False}),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 1),
                                        ("autofill", 2),
                                        ("earliest", 14),
                                        ("latest", 15),
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
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
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
                                        ("only_if_question", 8),
                                        ("only_if_answer", 9),
                                    ]
                                ],
                                {},
                            ),
                            20: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"help_text": "One to a line, two at least.", "label": "Choices", "rows": 4},
                            ),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 1),
                                        ("options", 20),
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
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
                                        ("data_class", 3),
                                        ("necessity", 4),
                                        ("purposes", 5),
                                        ("hint", 6),
                                        ("citation", 7),
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
                                {"label": "Explanation", "max_length": 1000, "required": False, "rows": 2},
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
                ("code", models.CharField(max_length=64, unique=True)),
                ("received", models.PositiveIntegerField(default=0)),
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
                "verbose_name": "number of answers to a form",
                "verbose_name_plural": "numbers of answers to forms",
            },
        ),
    ]
