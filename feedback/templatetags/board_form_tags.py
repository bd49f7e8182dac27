"""Tags of the screens of built forms."""

from __future__ import annotations

from django import template

from feedback.selectors.board_forms import may_open_answers, standing_of_form

register = template.Library()


@register.simple_tag
def form_standing(page):
    """How far a form is from being on the site."""
    return standing_of_form(page)


@register.simple_tag(takes_context=True)
def may_see_answers(context, page) -> bool:
    """Whether the person who looks at the screen may open what was sent through a form."""
    request = context.get("request")
    return request is not None and may_open_answers(request.user, page)
