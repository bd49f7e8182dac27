"""Forms that boards build: their family, their place in the tree, what publication waits for, their close."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from editorial import publication_rules
from editorial.desk import register as register_desk_part
from editorial.publication_rules import Stage
from feedback.board_forms_desk import WaitingFormsPart
from feedback.models import FAMILY, BoardFormPage
from feedback.selectors.board_forms import may_open_built, publication_refusal, submission_refusal
from feedback.services.board_forms import answer_received, forms_close
from network.timers import Timer
from network.timers import register as register_timer
from privacy import readers
from privacy.registry import FormFamily, FormKind, register_family
from sections import tree


def built_kind(code: str) -> FormKind:
    """The kind of a built form; its questions are those of its page, and of the snapshot of each answer."""
    return FormKind(code=code, label=_("Form of the board"), reference_prefix="BM", received=answer_received)


FAMILY_OF_FORMS = FormFamily(prefix=FAMILY, kind_of=built_kind)


def _close(now: datetime) -> str:
    return str(forms_close(now=now) or "")


def register() -> None:
    register_desk_part(WaitingFormsPart())
    register_family(FAMILY_OF_FORMS)
    readers.register("feedback.board_forms", may_open_built)
    tree.register_entry_type(BoardFormPage)
    publication_rules.register("feedback.board_form_faults", submission_refusal, Stage.SUBMIT)
    publication_rules.register("feedback.board_form_activity", publication_refusal, Stage.PUBLISH)
    register_timer(
        Timer(
            "feedback.forms_close",
            _("Begin the periods of forms that are over"),
            timedelta(minutes=30),
            _close,
        )
    )
