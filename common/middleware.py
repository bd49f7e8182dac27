"""Two small things that hold for every request."""

from __future__ import annotations

import unicodedata

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

from common.page_rules import PageAction, PageRuleError, refusal
from common.text import letters

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")


class NormalisePostMiddleware:
    """Text that is sent in is stored in NFC, with Đ as Đ, whatever the sender's keyboard made of it (W12.1, TCVN 6909:2001).
    A password is compared as it was typed, letter by letter, so only its composition is made one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST" and request.content_type in FORM_TYPES:
            request._post = _normalised(request.POST)


def _normalised(data: QueryDict) -> QueryDict:
    values = [(key, value) for key, found in data.lists() for value in found]
    found = [(key, value, _letters(key, value)) for key, value in values]
    if all(value == spelt for _key, value, spelt in found):
        return data
    result = QueryDict(mutable=True, encoding=data.encoding)
    for key, _value, spelt in found:
        result.appendlist(key, spelt)
    result._mutable = False
    return result


def _letters(key: str, value: str) -> str:
    return unicodedata.normalize("NFC", value) if "password" in key else letters(value)


ADMIN_VIEWS = {
    "delete": PageAction.DELETE,
    "move": PageAction.MOVE,
    "move_confirm": PageAction.MOVE,
    "copy": PageAction.COPY,
    "unpublish": PageAction.UNPUBLISH,
    "set_privacy": PageAction.RESTRICT,
}
"""Name of a page view in ``wagtail.admin.urls.pages`` → what it does."""
BULK_ACTIONS = {
    "delete": PageAction.DELETE,
    "move": PageAction.MOVE,
    "publish": PageAction.PUBLISH,
    "unpublish": PageAction.UNPUBLISH,
}


class PageRuleMiddleware:
    """Says why. Wagtail refuses what the page rules refuse with "you do not have permission"; here a direct request to such
    a view is answered with the rule's own sentence, which names the clause, before the view runs. A bulk action that
    includes such a page is refused whole, so that nothing is half done. A refusal that comes from a write deep in a view
    of the admin is shown in the same way."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        action, chosen = _asked_of_pages(request, kwargs)
        # Asking for the user opens the session, which a reader's request must not.
        if action is None or not request.user.is_authenticated:
            return None
        for page in chosen.order_by("path"):
            if not page.permissions_for_user(request.user).can_edit():
                continue
            if reason := refusal(page=page, action=action, user=request.user):
                parent = page.get_parent() or page
                return _say(
                    request,
                    f"{page.get_admin_display_title()}: {reason}",
                    reverse("wagtailadmin_explore", args=[parent.pk]),
                )
        return None

    def process_exception(self, request, exception):
        if isinstance(exception, PageRuleError) and request.path.startswith(reverse("wagtailadmin_home")):
            return _say(request, str(exception), reverse("wagtailadmin_home"))
        return None


def _asked_of_pages(request: HttpRequest, kwargs: dict) -> tuple[PageAction | None, QuerySet[Page]]:
    """What a request to the admin would do, and to which pages."""
    match = request.resolver_match
    if match is not None and match.namespace == "wagtailadmin_pages" and match.url_name in ADMIN_VIEWS:
        page_id = kwargs.get("page_id") or kwargs.get("page_to_move_id")
        return ADMIN_VIEWS[match.url_name], Page.objects.filter(pk=page_id)
    is_bulk = match is not None and match.url_name == "wagtail_bulk_action"
    if is_bulk and (kwargs.get("app_label"), kwargs.get("model_name")) == ("wagtailcore", "page"):
        return BULK_ACTIONS.get(kwargs.get("action")), _chosen_in_bulk(request)
    return None, Page.objects.none()


def _chosen_in_bulk(request: HttpRequest) -> QuerySet[Page]:
    """The pages of a bulk action. "All" is all of a listing; what a search in it leaves out, the view leaves out."""
    ids = request.GET.getlist("id")
    if "all" not in ids:
        return Page.objects.filter(pk__in=[int(value) for value in ids if value.isdecimal()])
    parent_id = request.GET.get("childOf", "")
    parent = Page.objects.filter(pk=parent_id).first() if parent_id.isdecimal() else None
    if parent is None or request.GET.get("q"):
        # A search may find any page; the page rules still take out what they refuse, one by one.
        return Page.objects.none()
    return parent.get_children()


def _say(request: HttpRequest, text: str, address: str):
    if "application/json" in request.headers.get("Accept", "") or "X-Requested-With" in request.headers:
        return JsonResponse({"error": text}, status=403)
    messages.error(request, text)
    return redirect(address)
