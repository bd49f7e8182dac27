"""Who may open what people sent: the chief editor of the institution it was sent to, and the member of that board who
answers for the page it came through. Nobody else, an administrator of the installation included."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page

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
    return _desks(user, FeedbackPage)


def consultation_desks(user) -> frozenset[int]:
    """Ids of the institutions all of whose consultations the user may open."""
    return _desks(user, ConsultationsPage)


def question_desks(user) -> frozenset[int]:
    """Ids of the institutions all of whose questions the user may open, route and publish."""
    return _desks(user, QuestionsPage)


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


def _desks(user, page_type: type[Page]) -> frozenset[int]:
    if not _is_somebody(user):
        return frozenset()
    roles = board_roles(user)
    chiefs = {pk for pk, role in roles if role == BoardRole.CHIEF}
    members = {pk for pk, _role in roles}
    responsible = _responsible_for(user)[page_type] & members if members else set()
    return frozenset(chiefs | responsible)


def _is_somebody(user) -> bool:
    return user.is_authenticated and user.is_active


def _responsible_for(user) -> dict[type[Page], set[int]]:
    """Type of page → ids of the institutions for whose page the user answers; one query, kept on the user object."""
    if not hasattr(user, "_edusite_feedback_pages"):
        types = ContentType.objects.get_for_models(FeedbackPage, ConsultationsPage, QuestionsPage)
        pages = Page.objects.filter(
            translation_key=OuterRef("translation_key"), content_type__in=types.values()
        )
        kept = PageReview.objects.filter(responsible=user).annotate(
            kind=Subquery(pages.order_by().values("content_type")[:1])
        )
        rows = set(kept.filter(kind__isnull=False).order_by().values_list("kind", "institution_id"))
        user._edusite_feedback_pages = {
            page_type: {pk for kind, pk in rows if kind == content_type.pk}
            for page_type, content_type in types.items()
        }
    return user._edusite_feedback_pages


def institutions_open_to(user):
    return Institution.objects.filter(pk__in=desk_institutions(user))


def may_open(user, submission: Submission) -> bool:
    """Whether a person may open this submission to a form of this package (``privacy.readers``)."""
    desks = {FEEDBACK: desk_institutions, CONSULTATION: consultation_desks, QUESTION: question_desks}
    desk = desks.get(submission.form)
    return desk is not None and submission.institution_id in desk(user)
