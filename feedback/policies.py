"""Who may open feedback: the chief editor of the institution it was sent to, and the member of that board who
answers for its feedback page. Nobody else, an administrator of the installation included."""

from __future__ import annotations

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors import board_roles
from feedback.models import FeedbackPage
from network.models import Institution


def desk_institutions(user) -> frozenset[int]:
    """Ids of the institutions whose feedback the user may open; kept on the user object for the request."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_edusite_feedback_desks"):
        roles = board_roles(user)
        chiefs = {pk for pk, role in roles if role == BoardRole.CHIEF}
        members = {pk for pk, _role in roles}
        user._edusite_feedback_desks = frozenset(
            chiefs | (_responsible_for(user) & members if members else set())
        )
    return user._edusite_feedback_desks


def _responsible_for(user) -> set[int]:
    pages = FeedbackPage.objects.values("translation_key")
    kept = PageReview.objects.filter(responsible=user, translation_key__in=pages)
    return set(kept.values_list("institution_id", flat=True))


def institutions_open_to(user):
    return Institution.objects.filter(pk__in=desk_institutions(user))
