"""Ready forms, so that a teacher has one in ten minutes: texts in both languages, classes, necessity, purposes and periods set.

They are data: a page made from one is the board's own from then on. Periods are short; a school that needs another says so.
"""

from feedback.board_forms.ready.filling import fields_for
from feedback.board_forms.ready.office import APPOINTMENT, BLANK, COPY, SURVEY
from feedback.board_forms.ready.pupils import CLUB, LEAVE, PARENTS_EVENING
from feedback.board_forms.ready.shape import ReadyForm

__all__ = ["READY", "ReadyForm", "fields_for"]

READY: dict[str, ReadyForm] = {
    form.code: form for form in (PARENTS_EVENING, LEAVE, CLUB, SURVEY, APPOINTMENT, COPY, BLANK)
}
