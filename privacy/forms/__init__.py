"""The forms of a journey: questions with what is personal about them, consent for each purpose, sharing for each recipient."""

from privacy.forms.access import PurposeForm
from privacy.forms.decisions import CONSENT_PREFIX, SHARE_PREFIX, ConsentForm, DecisionForm, SharingForm
from privacy.forms.fields import SafeFileField, described_file
from privacy.forms.machines import GuardForm
from privacy.forms.questions import (
    Condition,
    FieldStatement,
    QuestionForm,
    kind_of_field,
    shown_answer,
    shown_value,
)

__all__ = [
    "CONSENT_PREFIX",
    "SHARE_PREFIX",
    "Condition",
    "ConsentForm",
    "DecisionForm",
    "FieldStatement",
    "GuardForm",
    "PurposeForm",
    "QuestionForm",
    "SafeFileField",
    "SharingForm",
    "described_file",
    "kind_of_field",
    "shown_answer",
    "shown_value",
]
