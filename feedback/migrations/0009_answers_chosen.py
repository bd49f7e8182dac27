import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0008_names_instead_of_numbers"),
    ]

    operations = [
        migrations.AlterField(
            model_name="boardformpage",
            name="steps",
            field=wagtail.fields.StreamField(
                [("step", 26)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "Title of the step", "max_length": 120}),
                    1: ("wagtail.blocks.CharBlock", (), {"label": "Question", "max_length": 200}),
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
                    14: ("wagtail.blocks.DateBlock", (), {"label": "Not before", "required": False}),
                    15: ("wagtail.blocks.DateBlock", (), {"label": "Not after", "required": False}),
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
                    17: ("wagtail.blocks.IntegerBlock", (), {"label": "Not less than", "required": False}),
                    18: ("wagtail.blocks.IntegerBlock", (), {"label": "Not more than", "required": False}),
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
                        {"help_text": "One to a line, two at least.", "label": "Choices", "rows": 4},
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
                                ("office", "Word, Excel, PowerPoint (DOCX, XLSX, PPTX) and OpenDocument"),
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
    ]
