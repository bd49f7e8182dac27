"""The state of the required sections, for the board of a site and for the authority above it (W6.2)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from assessment.selectors import institutions_for, site_findings, site_summaries
from editorial.selectors import board_roles, institutions_of
from network.models import Institution

PAGE_SIZE = 50


def may_see_report(user) -> bool:
    return user.is_superuser or bool(board_roles(user))


def overview(request: HttpRequest) -> HttpResponse:
    """Straight to the person's own site; the list of sites for who has several."""
    if not may_see_report(request.user):
        raise PermissionDenied
    own = Institution.objects.filter(depth=1) if request.user.is_superuser else institutions_of(request.user)
    institutions = list(own.select_related("site").order_by("path")[:2])
    if len(institutions) == 1:
        return redirect("assessment_site", institutions[0].pk)
    return _summary_list(request, own.order_by("path"), title=_("State of the required sections"))


def site(request: HttpRequest, institution_id: int) -> HttpResponse:
    """Every criterion of one site. The site of another institution does not exist for the person who asks."""
    institution = _institution(request, institution_id)
    return render(
        request,
        "assessment/admin/site.html",
        {
            "institution": institution,
            "findings": site_findings(institution),
            "has_members": institution.numchild > 0,
        },
    )


def members(request: HttpRequest, institution_id: int) -> HttpResponse:
    """The counts of the sites directly below an authority."""
    authority = _institution(request, institution_id)
    found = Institution.objects.active().members_of(authority)
    if words := request.GET.get("q", "").strip():
        found = found.named_like(words)
    title = _("State of the members of %(name)s") % {"name": authority.name}
    return _summary_list(request, found, title=title, words=words, authority=authority)


def _summary_list(
    request: HttpRequest, found, *, title: str, words: str = "", authority=None
) -> HttpResponse:
    page = Paginator(found.order_by("path"), PAGE_SIZE).get_page(request.GET.get("p"))
    return render(
        request,
        "assessment/admin/members.html",
        {
            "title": title,
            "authority": authority,
            "page": page,
            "summaries": site_summaries(page.object_list),
            "words": words,
        },
    )


def _institution(request: HttpRequest, pk: int) -> Institution:
    if not may_see_report(request.user):
        raise PermissionDenied
    return get_object_or_404(institutions_for(request.user).select_related("site"), pk=pk)
