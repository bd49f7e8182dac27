"""Tags of the screens of built forms."""

from __future__ import annotations

from django import template
from django.urls import reverse

from feedback.selectors.board_forms import may_open_answers, standing_of_form
from privacy.duties import Duty, institutions_with

register = template.Library()


@register.simple_tag(takes_context=True)
def form_standing(context, page):
    """How far a form is from being on the site; with the way to its activity, for those who may open it."""
    standing = standing_of_form(page)
    request, activity = context.get("request"), standing.activity
    if request is not None and activity is not None:
        mine = institutions_with(request.user, Duty.REVIEW, Duty.APPROVE)
        if mine.filter(pk=activity.institution_id).exists():
            standing.register_url = reverse("privacy_activity", args=[activity.pk])
    return standing


@register.simple_tag(takes_context=True)
def may_see_answers(context, page) -> bool:
    """Whether the person who looks at the screen may open what was sent through a form."""
    request = context.get("request")
    return request is not None and may_open_answers(request.user, page)
