"""Words of campaigns, applications and their assignment."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Grade(TextChoices):
    """What children are admitted to."""

    NURSERY = "nursery", _("Nursery and kindergarten")
    GRADE_1 = "grade1", _("Grade 1")
    GRADE_6 = "grade6", _("Grade 6")
    GRADE_10 = "grade10", _("Grade 10")
    CONTINUING = "continuing", _("Continuing education")
    OTHER = "other", pgettext_lazy("admission", "Other classes")


class Method(TextChoices):
    """How children are chosen, as a notice of admission names it."""

    REVIEW = "review", _("consideration of the application")
    EXAM = "exam", _("entrance examination")
    BOTH = "both", _("examination together with consideration")
    LOT = "lot", _("drawing of lots")


class Ranking(TextChoices):
    """By what wishes for one place are put in order, besides catchment and priority."""

    SCORE = "score", _("score, the highest first")
    LOT = "lot", pgettext_lazy("admission", "lot")


class NoticeKind(TextChoices):
    PLAN = "plan", _("Plan of enrolment")
    NOTICE = "notice", _("Notice of admission")
    MORE = "more", _("Additional admission")


class CampaignState(TextChoices):
    """Where a campaign stands at a moment: computed from its days."""

    COMING = "coming", _("opens later")
    OPEN = "open", _("open for applications")
    CLOSED = "closed", _("closed for applications")


class Phase(TextChoices):
    """What a campaign's schedule is made of."""

    APPLY = "apply", _("applications are taken")
    CHECK = "check", _("applications are checked and completed")
    EXAM = "exam", pgettext_lazy("admission", "examination")
    RESULT = "result", _("results are looked up")
    CONFIRM = "confirm", _("places are confirmed")
    WAITING = "waiting", _("the waiting list moves up")
    OTHER = "other", pgettext_lazy("admission", "other")


class Channel(TextChoices):
    WEB = "web", _("on the website")
    PAPER = "paper", pgettext_lazy("application", "on paper")


class ApplicationState(TextChoices):
    """How far one application is."""

    SUBMITTED = "submitted", pgettext_lazy("application", "handed in")
    MORE = "more", _("to be completed")
    VALID = "valid", pgettext_lazy("application", "valid")
    INVALID = "invalid", pgettext_lazy("application", "not valid")
    ADMITTED = "admitted", pgettext_lazy("application", "admitted")
    WAITING = "waiting", _("on the waiting list")
    NOT_ADMITTED = "refused", pgettext_lazy("application", "not admitted")
    CONFIRMED = "confirmed", _("place confirmed")
    DECLINED = "declined", _("place given up")
    LAPSED = "lapsed", _("place not confirmed in time")
    WITHDRAWN = "withdrawn", pgettext_lazy("application", "withdrawn")


_S = ApplicationState
TRANSITIONS: dict[str, frozenset[str]] = {
    _S.SUBMITTED: frozenset({_S.MORE, _S.VALID, _S.INVALID, _S.WITHDRAWN}),
    _S.MORE: frozenset({_S.SUBMITTED, _S.VALID, _S.INVALID, _S.WITHDRAWN}),
    _S.VALID: frozenset(
        {_S.SUBMITTED, _S.MORE, _S.INVALID, _S.ADMITTED, _S.WAITING, _S.NOT_ADMITTED, _S.WITHDRAWN}
    ),
    _S.INVALID: frozenset({_S.SUBMITTED, _S.VALID, _S.WITHDRAWN}),
    _S.ADMITTED: frozenset({_S.CONFIRMED, _S.DECLINED, _S.LAPSED, _S.WITHDRAWN, _S.VALID}),
    _S.WAITING: frozenset({_S.ADMITTED, _S.NOT_ADMITTED, _S.WITHDRAWN, _S.VALID}),
    _S.NOT_ADMITTED: frozenset({_S.ADMITTED, _S.WAITING, _S.WITHDRAWN, _S.VALID}),
    _S.CONFIRMED: frozenset({_S.DECLINED}),
    _S.DECLINED: frozenset(),
    _S.LAPSED: frozenset({_S.ADMITTED}),
    _S.WITHDRAWN: frozenset(),
}
"""From a state to those that may follow; back to “valid” only where an assignment is taken back."""
DECIDED_BY_TWO = frozenset({_S.INVALID, _S.ADMITTED, _S.NOT_ADMITTED, _S.WAITING})
"""What one person proposes and another one confirms."""
OPEN_STATES = frozenset({_S.SUBMITTED, _S.MORE, _S.VALID, _S.ADMITTED, _S.WAITING})
"""In which something is still to be done."""


class WishOutcome(TextChoices):
    """What became of one wish."""

    OPEN = "open", pgettext_lazy("wish", "open")
    ADMITTED = "admitted", pgettext_lazy("wish", "admitted")
    WAITING = "waiting", pgettext_lazy("wish", "on the waiting list")
    NOT_ADMITTED = "refused", pgettext_lazy("wish", "not admitted")
    NOT_NEEDED = "unneeded", _("not needed: an earlier wish was fulfilled")
    GIVEN_UP = "given_up", pgettext_lazy("wish", "given up")


class Entry(TextChoices):
    """What stands in the record of an application."""

    RECEIVED = "received", pgettext_lazy("application", "received")
    CHANGED = "changed", _("changed by the applicant")
    STATE = "state", pgettext_lazy("application", "state changed")
    PROPOSED = "proposed", _("decision proposed")
    RETURNED = "returned", _("proposal returned")
    ASKED = "asked", _("more evidence asked for")
    ANSWERED = "answered", _("evidence added")
    ENTERED = "entered", _("entered from paper")
    SCORED = "scored", _("score entered")
    CHECKED = "checked", _("facts of a wish corrected")
    COUNTER = "counter", _("done at the school for the family")


class ScoreListState(TextChoices):
    """How far a list of scores is; nothing of it stands in an application before it is confirmed."""

    UPLOADED = "uploaded", _("columns to be named")
    WRONG = "wrong", _("has mistakes")
    READY = "ready", _("tried, without mistakes")
    PROPOSED = "proposed", pgettext_lazy("scores", "waits for a second person")
    CONFIRMED = "confirmed", pgettext_lazy("scores", "entered")
    RETURNED = "returned", pgettext_lazy("scores", "returned")
    DROPPED = "dropped", pgettext_lazy("scores", "too old, erased")


class AllocationState(TextChoices):
    """How far one assignment is; only a published one is told to anybody."""

    BUILDING = "building", _("being computed")
    COMPUTED = "computed", pgettext_lazy("assignment", "computed")
    PROPOSED = "proposed", pgettext_lazy("assignment", "waits for a second person")
    PUBLISHED = "published", pgettext_lazy("assignment", "published")
    DROPPED = "dropped", pgettext_lazy("assignment", "dropped")


class SchoolListWork(TextChoices):
    READ = "read", _("The list is read and compared")
    APPLY = "apply", _("The list is put in")


class AllocationWork(TextChoices):
    COMPUTE = "compute", pgettext_lazy("assignment", "Compute")
    PUBLISH = "publish", pgettext_lazy("assignment", "Publish")
    TAKE_BACK = "take_back", pgettext_lazy("assignment", "Take back")
