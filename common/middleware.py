"""Two small things that hold for every request."""

from __future__ import annotations

import unicodedata

from django.contrib import messages
from django.http import HttpRequest, JsonResponse, QueryDict
from django.shortcuts import redirect
from wagtail.models import Page

from common.page_rules import PageAction, refusal

FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")


class NormalisePostMiddleware:
    """Text that is sent in is stored in NFC, whatever the sender's keyboard made of it (W12.1, TCVN 6909:2001)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method == "POST" and request.content_type in FORM_TYPES:
            request._post = _normalised(request.POST)


def _normalised(data: QueryDict) -> QueryDict:
    values = [(key, value) for key, found in data.lists() for value in found]
    if all(unicodedata.is_normalized("NFC", value) for _key, value in values):
        return data
    result = QueryDict(mutable=True, encoding=data.encoding)
    for key, value in values:
        result.appendlist(key, unicodedata.normalize("NFC", value))
    result._mutable = False
    return result


ADMIN_VIEWS = {
    "delete": PageAction.DELETE,
    "move": PageAction.MOVE,
    "move_confirm": PageAction.MOVE,
    "copy": PageAction.COPY,
    "unpublish": PageAction.UNPUBLISH,
    "set_privacy": PageAction.RESTRICT,
}
BULK_ACTIONS = {"delete": PageAction.DELETE, "move": PageAction.MOVE, "unpublish": PageAction.UNPUBLISH}


class PageRuleMiddleware:
    """Says why. Wagtail refuses what the page rules refuse with "you do not have permission"; here a direct request to such
    a view is answered with the rule's own sentence, which names the clause, before the view runs. A bulk action that
    includes such a page is refused whole, so that nothing is half done."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if match is None or not request.user.is_authenticated:
            return None
        if match.namespace == "wagtailadmin_pages" and match.url_name in ADMIN_VIEWS:
            page_id = kwargs.get("page_id") or kwargs.get("page_to_move_id") or (args[0] if args else None)
            return self._refuse(request, [page_id], ADMIN_VIEWS[match.url_name])
        if match.url_name == "wagtail_bulk_action" and kwargs.get("model_name") == "page":
            action = BULK_ACTIONS.get(kwargs.get("action"))
            return self._refuse(request, request.GET.getlist("id"), action) if action else None
        return None

    def _refuse(self, request, page_ids, action: PageAction):
        ids = [int(value) for value in page_ids if str(value).isdecimal()]
        for page in Page.objects.filter(pk__in=ids):
            if not page.permissions_for_user(request.user).can_edit():
                continue
            if reason := refusal(page=page, action=action, user=request.user):
                if (
                    "application/json" in request.headers.get("Accept", "")
                    or "X-Requested-With" in request.headers
                ):
                    return JsonResponse({"error": str(reason)}, status=403)
                messages.error(request, f"{page.get_admin_display_title()}: {reason}")
                parent = page.get_parent()
                return redirect("wagtailadmin_explore", parent.pk if parent else page.pk)
        return None
