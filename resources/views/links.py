"""Broken links of the institutions on whose boards the person serves."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.selectors import board_roles, institutions_of
from resources.choices import LinkFault, LinkState
from resources.models import LinkPlace
from resources.selectors.links import broken_places, owners_of, states_of
from resources.services.links import link_accept, link_check_again

PAGE_SIZE = 50


def own_institutions(user) -> list[int]:
    return list(institutions_of(user).values_list("pk", flat=True))


class LinkReportView(WagtailAdminTemplateMixin, View):
    """Links that two checks found broken, with the page, the reason and whoever keeps the page up to date."""

    header_icon = "link"
    page_title = gettext_lazy("Broken links")
    template_name = "resources/links.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not board_roles(request.user):
            raise Http404("On no board")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("resource_links"), "label": self.page_title},
        ]

    def get(self, request: HttpRequest) -> HttpResponse:
        ids = own_institutions(request.user)
        places = Paginator(broken_places(ids), PAGE_SIZE).get_page(request.GET.get("p"))
        owners = owners_of(places)
        states = states_of(ids)
        context = self.get_context_data(
            places=places,
            rows=[(place, LinkFault(place.link.fault).label, owners[place.pk]) for place in places],
            states=[(state.label, states[state]) for state in LinkState if state in states],
            many=len(ids) > 1,
        )
        return TemplateResponse(request, self.template_name, context)


class LinkActView(View):
    """Have a link checked again, or keep it as it is."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        ids = own_institutions(request.user)
        place = get_object_or_404(LinkPlace.objects.select_related("link"), pk=pk, institution_id__in=ids)
        if request.POST.get("act") == "keep":
            link_accept(place=place)
            messages.success(request, _("The link stays; it is not reported on this page any more."))
        else:
            link_check_again(place=place)
            messages.success(request, _("The link is checked again within a quarter of an hour."))
        return HttpResponseRedirect(reverse("resource_links"))
