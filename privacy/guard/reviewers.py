"""Who decides on what the guard has stopped."""

from __future__ import annotations

from django.db import models
from wagtail.documents import get_document_model
from wagtail.models import Page

from network.models import Institution
from privacy.duties import Duty, people_with
from privacy.models import GuardCheck

__all__ = ["may_decide", "object_of", "reviewers_of"]


def reviewers_of(check: GuardCheck) -> list[models.Model]:
    """Who decides: the reviewers of the institution but for those whose hand is in it; where none is left, who approves
    there; then the reviewers of the authorities above."""
    institution = check.institution
    while institution is not None:
        for duty in (Duty.REVIEW, Duty.APPROVE):
            if found := list(people_with(duty, institution).exclude(pk__in=check.authors)):
                return found
        institution = _above(institution)
    return []


def _above(institution: Institution) -> Institution | None:
    return institution.parent if institution.depth > 1 else None


def may_decide(user, check: GuardCheck) -> bool:
    return user.pk not in check.authors and user.pk in {each.pk for each in reviewers_of(check)}


def object_of(check: GuardCheck) -> models.Model | None:
    """The file or page that was read; None where it is gone."""
    if check.is_page:
        return Page.objects.filter(pk=check.object_id).first()
    model = get_document_model()
    return model.objects.filter(pk=check.object_id).select_related("collection").first()
