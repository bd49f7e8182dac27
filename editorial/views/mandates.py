"""Acting on a member's site: begin with a reason, hand back, and the list that both sides read."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from editorial.choices import BoardRole
from editorial.forms.mandates import MandateForm
from editorial.models import Mandate, MandateEnd
from editorial.reach import reach_of
from editorial.selectors.mandates import authority_for, mandate_of, mandates_seen_by
from editorial.services.mandates import mandate_end, mandate_start
from network.models import Institution
from network.selectors import home_pages

PAGE_SIZE = 50


def mandate_begin(request: HttpRequest, institution_id: int) -> HttpResponse:
    """Ask for role, reason and time; only the chief editor of an authority above finds this page."""
    institution = get_object_or_404(Institution.objects.active(), pk=institution_id)
    if not reach_of(request.user).reads_members or authority_for(request.user, institution) is None:
        raise Http404
    form = MandateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            mandate_start(
                user=request.user,
                institution=institution,
                role=BoardRole(form.cleaned_data["role"]),
                reason=form.cleaned_data["reason"],
                lasts=timedelta(hours=form.cleaned_data["hours"]),
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("You act on this site now. Its board has been told."))
            homes = home_pages(institution)
            return redirect("wagtailadmin_explore", homes[0].pk) if homes else redirect("wagtailadmin_home")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "institution": institution, "running": mandate_of(request.user)}
    return render(request, "editorial/admin/mandate_start.html", context, status=status)


@require_POST
def mandate_hand_back(request: HttpRequest, pk: int) -> HttpResponse:
    """End one's own act before its time."""
    mandate = get_object_or_404(Mandate.objects.select_related("user"), pk=pk, user=request.user)
    if mandate_end(mandate=mandate, how=MandateEnd.HANDED_BACK):
        messages.success(request, _("You have handed the site back."))
    return redirect("editorial_mandates")


def mandates(request: HttpRequest) -> HttpResponse:
    """Who of the authority acted on which site, why and when; for the authority and for the member."""
    page = Paginator(mandates_seen_by(request.user), PAGE_SIZE).get_page(request.GET.get("p"))
    return render(request, "editorial/admin/mandates.html", {"mandates": page})
