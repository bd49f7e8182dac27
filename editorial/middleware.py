"""The door of the admin: asked before each of its views, whosever view it is."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import Http404, HttpRequest
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Page, Site

from editorial.doors import bulk_models, is_closed, is_in_sight, named_objects
from editorial.reach import entrances_of, may_enter
from editorial.selectors.mandates import mandate_of
from editorial.services.mandates import mandate_end, reason_to_end
from network.site_roots import public_origin

BULK = "wagtail_bulk_action"


class AdminDoorMiddleware:
    """What a person may not see is a 404, whether it exists or not; nobody works on the host name of an institution
    with which they have nothing to do.

    Anonymous requests pass: the views lead them to the sign-in. So does a superuser, whom views and page rules check.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return None
        user = request.user
        if user.is_superuser:
            return None
        if not may_enter(user, Site.find_for_request(request)):
            return self._send_away(request)
        request.mandate = self._mandate(user)
        view_name = request.resolver_match.view_name or ""
        if is_closed(view_name):
            raise Http404
        if view_name == BULK:
            self._check_bulk(request, kwargs)
        named: dict[str, set[str]] = {}
        for what, number in named_objects(view_name, kwargs, request.GET, request.POST):
            named.setdefault(what, set()).add(number)
        if not all(is_in_sight(user, what, numbers) for what, numbers in named.items()):
            raise Http404
        return None

    def _mandate(self, user):
        """The act on a member's site that the person is in the middle of; one that is over ends here, before a view asks
        for the role."""
        mandate = mandate_of(user)
        if mandate is None or (how := reason_to_end(mandate)) is None:
            return mandate
        mandate.user = user
        mandate_end(mandate=mandate, how=how)
        return None

    def _check_bulk(self, request, kwargs) -> None:
        """A bulk action names its objects behind the question mark; "all" means all below a page that is named too."""
        what = bulk_models().get((kwargs.get("app_label"), kwargs.get("model_name")))
        if what is None:
            raise Http404
        ids = request.GET.getlist("id")
        if what == "page" and "all" in ids and not self._is_below_a_home(request.GET.get("childOf", "")):
            raise Http404
        if not is_in_sight(request.user, what, ids):
            raise Http404

    def _is_below_a_home(self, number: str) -> bool:
        return number.isdecimal() and Page.objects.filter(pk=number, depth__gt=1).exists()

    def _send_away(self, request):
        """Sign the person out of this host name and say where they sign in."""
        entrances = [
            (institution.name, public_origin(institution.site.hostname) + reverse("wagtailadmin_home"))
            for institution in entrances_of(request.user)
        ]
        logout(request)
        response = render(request, "editorial/admin/wrong_host.html", {"entrances": entrances}, status=403)
        response["Cache-Control"] = "no-store, private"
        return response
