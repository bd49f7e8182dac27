"""The short form about an error in an article."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass
from feedback.choices import ErrorKind
from privacy.choices import Necessity
from privacy.forms import FieldStatement, QuestionForm

MEND = "mend"


class PageErrorForm(QuestionForm):
    """What is wrong, and where. Nothing about a person is asked; what is written is kept sealed for a short time."""

    title = _("Report an error")
    statements = dict.fromkeys(
        ("kind", "message"),
        FieldStatement(data_class=DataClass.NOT_PERSONAL, necessity=Necessity.SERVICE, purposes=(MEND,)),
    )

    kind = forms.ChoiceField(label=_("What is wrong?"), choices=ErrorKind.choices, widget=forms.RadioSelect)
    message = forms.CharField(
        label=_("Where is it, and what would be right?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Please write nothing about yourself or other people: no names, addresses or telephone numbers."
        ),
    )
