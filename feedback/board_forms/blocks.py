"""The blocks from which a board builds a form: purposes, recipients, steps, questions.

A question says what it asks for (P3.3), why it must (P6.2) and which of the form's purposes it serves; purposes and earlier
questions are chosen by their words (``feedback.board_forms.keys``). What is wrong with a form as a whole,
``feedback.board_forms.faults`` says: a draft may be wrong.
"""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from common.personal_data import DataClass
from feedback.board_forms.keys import (
    MAX_PURPOSES,
    NUMBERS,
    AnswersChosenBlock,
    EarlierQuestionBlock,
    PurposesChosenBlock,
    lines,
)
from privacy.choices import EndAction, LegalBasis, Necessity, RecipientKind, RetentionStart
from privacy.models.purposes import LONGEST_DAYS
from privacy.uploads.kinds import KIND_NAMES

__all__ = ["MAX_PURPOSES", "PurposeBlock", "RecipientBlock", "StepBlock", "lines"]
AUTOFILL = [
    ("", _("nothing of the kind")),
    ("name", _("the sender's own name")),
    ("street-address", _("the sender's own address")),
    ("bday", _("the sender's own date of birth")),
    ("organization", _("the sender's organisation")),
]


class PurposeBlock(blocks.StructBlock):
    """One thing that the answers are used for; the sender agrees to each on its own."""

    text = blocks.CharBlock(
        label=_("For what"),
        max_length=500,
        help_text=_("Goes on after “I agree that the school uses my information for: …”."),
    )
    text_en = blocks.CharBlock(label=_("For what, in English"), required=False, max_length=500)
    retention_days = blocks.IntegerBlock(
        label=_("Kept for days"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
        help_text=_("As short as it can be; then everything is erased by itself."),
    )
    retention_starts = blocks.ChoiceBlock(
        label=_("Counted from"), choices=RetentionStart.choices, default=RetentionStart.SUBMIT
    )
    at_end = blocks.ChoiceBlock(label=_("Then"), choices=EndAction.choices, default=EndAction.ERASE)
    is_optional = blocks.BooleanBlock(
        label=_("The sender may say no and still send the form"), required=False
    )
    is_publication = blocks.BooleanBlock(label=_("The information is published"), required=False)
    legal_basis = blocks.ChoiceBlock(
        label=_("Legal basis"), choices=LegalBasis.choices, default=LegalBasis.CONSENT
    )
    citation = blocks.CharBlock(
        label=_("Article of the law"),
        required=False,
        max_length=255,
        help_text=_("Needed where the basis is a law."),
    )

    class Meta:
        icon = "help"
        label = _("Purpose")
        label_format = "{text}"
        form_layout = BlockGroup(
            children=["text", "retention_days", "is_optional"],
            settings=[
                "text_en",
                "retention_starts",
                "at_end",
                "is_publication",
                "legal_basis",
                "citation",
            ],
        )


class RecipientBlock(blocks.StructBlock):
    """Somebody outside the institution to whom the answers would be passed on; the sender decides for each of them (P8.1)."""

    name = blocks.CharBlock(label=_("Name"), max_length=255)
    name_en = blocks.CharBlock(label=_("Name in English"), required=False, max_length=255)
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=RecipientKind.choices)
    what_for = blocks.CharBlock(label=_("What for"), max_length=500)
    what_for_en = blocks.CharBlock(label=_("What for, in English"), required=False, max_length=500)

    class Meta:
        icon = "group"
        label = _("Recipient")
        label_format = "{name}"
        form_layout = BlockGroup(children=["name", "kind", "what_for"], settings=["name_en", "what_for_en"])


class ConditionalBlock(blocks.StructBlock):
    """Something that is asked only where an earlier question was answered in a certain way."""

    only_if_question = EarlierQuestionBlock(
        label=_("Only if the question"),
        choices=[],
        required=False,
        default="",
        help_text=_("An earlier question with choices. Save the draft if it is not listed yet."),
    )
    only_if_answer = AnswersChosenBlock(
        label=_("was answered with"),
        choices=[],
        required=False,
        default=[],
        widget=CheckboxSelectMultiple,
        help_text=_("Tick one or several of its answers; the answers of each question stand together."),
    )

    CONDITION = ["only_if_question", "only_if_answer"]


class QuestionBlock(ConditionalBlock):
    """What all questions share."""

    label = blocks.CharBlock(label=pgettext_lazy("form builder", "Question"), max_length=200)
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=300)
    data_class = blocks.ChoiceBlock(
        label=_("What it asks for"),
        choices=DataClass.choices,
        help_text=_("Personal privacy: health, poverty, religion, ethnicity, tax, cards, other secrets."),
    )
    necessity = blocks.ChoiceBlock(
        label=_("Why it is asked"), choices=Necessity.choices, default=Necessity.SERVICE
    )
    citation = blocks.CharBlock(
        label=_("Article of the law"),
        required=False,
        max_length=255,
        help_text=_("Needed where a law requires the question."),
    )
    purposes = PurposesChosenBlock(
        label=_("Used for"),
        choices=NUMBERS,
        default=["1"],
        widget=CheckboxSelectMultiple,
        help_text=_("For which of the purposes above. One that was just added is called by its number."),
    )

    OWN: list[str] = []
    """The settings of the kind of question, in their order."""

    class Meta:
        label_format = "{label}"
        collapsed = True

    def get_form_layout(self):
        own = [name for name in self.child_blocks if name in self.OWN]
        return BlockGroup(
            children=["label", *own, "data_class", "necessity", "purposes"],
            settings=[
                "hint",
                "citation",
                *(["autofill"] if "autofill" in self.child_blocks else []),
                *self.CONDITION,
            ],
        )


class TextBlock(QuestionBlock):
    autofill = blocks.ChoiceBlock(
        label=_("The browser may fill in"), choices=AUTOFILL, required=False, default=""
    )

    class Meta:
        icon = "pilcrow"
        label = _("Short text")


class LongTextBlock(QuestionBlock):
    class Meta:
        icon = "doc-full"
        label = _("Long text")


class EmailBlock(QuestionBlock):
    data_class = blocks.ChoiceBlock(
        label=_("What it asks for"), choices=DataClass.choices, default=DataClass.PERSONAL
    )

    class Meta:
        icon = "mail"
        label = _("E-mail address")


class PhoneBlock(QuestionBlock):
    data_class = blocks.ChoiceBlock(
        label=_("What it asks for"), choices=DataClass.choices, default=DataClass.PERSONAL
    )

    class Meta:
        icon = "comment"
        label = _("Telephone number")


class DateBlock(QuestionBlock):
    autofill = blocks.ChoiceBlock(
        label=_("The browser may fill in"), choices=AUTOFILL, required=False, default=""
    )
    earliest = blocks.DateBlock(label=_("Not before"), required=False)
    latest = blocks.DateBlock(label=_("Not after"), required=False)

    OWN = ["earliest", "latest"]

    class Meta:
        icon = "date"
        label = _("Date")


class NumberBlock(QuestionBlock):
    smallest = blocks.IntegerBlock(label=_("Not less than"), required=False)
    largest = blocks.IntegerBlock(label=_("Not more than"), required=False)

    OWN = ["smallest", "largest"]

    class Meta:
        icon = "order"
        label = _("Whole number")


OPTIONS_HELP = _("One to a line, two at least.")


class ChoiceBlock(QuestionBlock):
    options = blocks.TextBlock(label=_("Choices"), rows=4, help_text=OPTIONS_HELP)

    OWN = ["options"]

    class Meta:
        icon = "radio-empty"
        label = _("One of several choices")


class ChoicesBlock(QuestionBlock):
    options = blocks.TextBlock(label=_("Choices"), rows=4, help_text=OPTIONS_HELP)

    OWN = ["options"]

    class Meta:
        icon = "tick-inverse"
        label = _("Several choices")


class YesNoBlock(QuestionBlock):
    class Meta:
        icon = "check"
        label = _("Yes or no")


class FileBlock(QuestionBlock):
    kinds = blocks.MultipleChoiceBlock(
        label=_("Which files"),
        choices=[(kind, KIND_NAMES[kind]) for kind in ("pdf", "image", "office")],
        default=["pdf", "image"],
        widget=CheckboxSelectMultiple,
    )

    OWN = ["kinds"]

    class Meta:
        icon = "upload"
        label = pgettext_lazy("form builder", "File")


class QuestionsBlock(blocks.StreamBlock):
    """The questions of a step, in the order in which they are asked."""

    text = TextBlock()
    long_text = LongTextBlock()
    email = EmailBlock()
    phone = PhoneBlock()
    date = DateBlock()
    number = NumberBlock()
    choice = ChoiceBlock()
    choices = ChoicesBlock()
    yes_no = YesNoBlock()
    file = FileBlock()

    class Meta:
        label = _("Questions")


class StepBlock(ConditionalBlock):
    """One page of questions."""

    title = blocks.CharBlock(label=_("Title of the step"), max_length=120)
    text = blocks.TextBlock(label=_("Explanation"), required=False, rows=2, max_length=1000)
    questions = QuestionsBlock()

    class Meta:
        icon = "list-ul"
        label = pgettext_lazy("form builder", "Step")
        label_format = "{title}"
        form_layout = BlockGroup(
            children=["title", "questions"], settings=["text", *ConditionalBlock.CONDITION]
        )
