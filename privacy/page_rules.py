"""A page whose form was sent stays until what was acknowledged is filed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from common.page_rules import PageAction
from privacy.models import AbstractFormPage
from privacy.selectors import unfiled_below


def acknowledged_rule(*, page: Page, action: PageAction, user=None) -> str | Promise | None:
    """Page rule: with the page would go what the filing needs. One query, for pages off the site that have a form or pages below;
    what is on the site is withdrawn first (``editorial``), which loses nothing."""
    if action != PageAction.DELETE or page.live or not page.path:
        return None
    has_form = issubclass(page.specific_class or Page, AbstractFormPage)
    if not has_form and not page.numchild:
        return None
    number = unfiled_below(page)
    return unfiled_text(number) if number else None


def unfiled_text(number: int) -> str:
    """Why the page stays, and for how long."""
    text = ngettext(
        "One form that somebody sent here has been acknowledged and is not filed yet.",
        "%(number)d forms that people sent here have been acknowledged and are not filed yet.",
        number,
    ) % {"number": number}
    rest = _(
        "The page can be deleted when they are, mostly within minutes. What cannot be filed is kept for its sender for 30 days; "
        "the health page tells."
    )
    return f"{text} {rest}"
