"""Publishing at once, and looking at it afterwards. The page of another site does not exist for the person who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from editorial.choices import BoardRole, PublicationKind
from editorial.forms.boards import AtOnceForm
from editorial.models import ChainRefusedError, Publication
from editorial.selectors import board_roles
from editorial.services.emergency import (
    emergency_look,
    hindrance_to_look,
    knows_urgency,
    may_publish_at_once,
    page_publish_at_once,
)
from network.selectors import institution_for_page


def publish_at_once(request: HttpRequest, page_id: int) -> HttpResponse:
    """Put an urgent announcement on the site, with the reason. For the head."""
    page = get_object_or_404(Page, pk=page_id).specific
    institution = institution_for_page(page)
    if not knows_urgency(page) or not any(institution.pk == pk for pk, _role in board_roles(request.user)):
        raise Http404
    if not may_publish_at_once(request.user, page):
        raise PermissionDenied
    form = AtOnceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            page_publish_at_once(page=page, user=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        except ChainRefusedError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("It is on the site. The board was told and looks at it within a day.")
            )
            return redirect("wagtailadmin_pages:edit", page_id)
    return render(request, "editorial/admin/publish_at_once.html", {"page": page, "form": form})


def emergency(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at what was published at once, and say so. For the board of the site."""
    held = {institution for institution, _role in board_roles(request.user)}
    rows = Publication.objects.select_related("institution", "page").prefetch_related("writers")
    found = get_object_or_404(rows, pk=pk, kind=PublicationKind.EMERGENCY, institution__in=held)
    looks = any(
        (found.institution_id, role.value) in board_roles(request.user)
        for role in (BoardRole.EDITOR, BoardRole.CHIEF)
    )
    refused = hindrance_to_look(request.user, found)
    if request.method == "POST":
        if not looks:
            raise PermissionDenied
        try:
            emergency_look(publication=found, user=request.user)
        except ChainRefusedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("It is on record that you looked at it."))
        return redirect("editorial_emergency", pk)
    context = {"publication": found, "may_look": looks and refused is None, "refused": refused}
    return render(request, "editorial/admin/emergency.html", context)
