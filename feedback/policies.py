"""Who may open what people sent: the chief editor of the institution it was sent to, and the member of that board who
answers for the page it came through. Nobody else, an administrator of the installation included."""

from __future__ import annotations

from django.db.models import Q

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors import board_roles
from feedback.models import (
    CONSULTATION,
    FEEDBACK,
    QUESTION,
    ConsultationPage,
    ConsultationsPage,
    FeedbackPage,
    QuestionsPage,
)
from network.models import Institution
from privacy.models import Submission


def desk_institutions(user) -> frozenset[int]:
    """Ids of the institutions whose feedback the user may open; kept on the user object for the request."""
    return _desks(user, "feedback", FeedbackPage)


def consultation_desks(user) -> frozenset[int]:
    """Ids of the institutions all of whose consultations the user may open."""
    return _desks(user, "consultations", ConsultationsPage)


def question_desks(user) -> frozenset[int]:
    """Ids of the institutions all of whose questions the user may open, route and publish."""
    return _desks(user, "questions", QuestionsPage)


def own_consultations(user) -> frozenset:
    """Translation keys of the consultations that the user keeps, as a member of the board of their institution."""
    if not _is_somebody(user):
        return frozenset()
    if not hasattr(user, "_edusite_own_consultations"):
        members = {pk for pk, _role in board_roles(user)}
        pages = ConsultationPage.objects.values("translation_key")
        kept = PageReview.objects.filter(
            Q(responsible=user) | Q(second=user), translation_key__in=pages, institution__in=members
        )
        user._edusite_own_consultations = frozenset(
            kept.values_list("translation_key", flat=True) if members else ()
        )
    return user._edusite_own_consultations


def _desks(user, name: str, page_type) -> frozenset[int]:
    if not _is_somebody(user):
        return frozenset()
    kept = f"_edusite_{name}_desks"
    if not hasattr(user, kept):
        roles = board_roles(user)
        chiefs = {pk for pk, role in roles if role == BoardRole.CHIEF}
        members = {pk for pk, _role in roles}
        responsible = _responsible_for(user, page_type) & members if members else set()
        setattr(user, kept, frozenset(chiefs | responsible))
    return getattr(user, kept)


def _is_somebody(user) -> bool:
    return user.is_authenticated and user.is_active


def _responsible_for(user, page_type) -> set[int]:
    pages = page_type.objects.values("translation_key")
    kept = PageReview.objects.filter(responsible=user, translation_key__in=pages)
    return set(kept.values_list("institution_id", flat=True))


def institutions_open_to(user):
    return Institution.objects.filter(pk__in=desk_institutions(user))


def may_open(user, submission: Submission) -> bool:
    """Whether a person may open this submission to a form of this package (``privacy.readers``)."""
    desks = {FEEDBACK: desk_institutions, CONSULTATION: consultation_desks, QUESTION: question_desks}
    desk = desks.get(submission.form)
    return desk is not None and submission.institution_id in desk(user)
