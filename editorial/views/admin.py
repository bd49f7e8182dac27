"""Withdrawing a page, and the record of publications."""

from __future__ import annotations

import csv

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from common.page_rules import PageAction, refusal
from editorial.forms import WithdrawForm
from editorial.selectors import board_roles, publications_for
from editorial.services.publications import may_withdraw, page_withdraw

PAGE_SIZE = 50
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a page off the site, with a reason. The page of another site does not exist for the person who
    asks."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    if not may_withdraw(request.user, page):
        raise PermissionDenied
    if reason := refusal(page=page, action=PageAction.EXPIRE, user=request.user):
        messages.error(request, reason)
        return redirect("wagtailadmin_pages:edit", page_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            page_withdraw(page=page, user=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(
                request,
                _("The page “%(title)s” is no longer on the site.")
                % {"title": page.get_admin_display_title()},
            )
            return redirect("wagtailadmin_pages:edit", page_id)
    return render(request, "editorial/admin/withdraw.html", {"page": page, "form": form})


def publications(request: HttpRequest) -> HttpResponse:
    """Who wrote, appraised and approved what, for the boards on which the person serves; `?export=csv` as a
    file."""
    if not request.user.is_superuser and not board_roles(request.user):
        raise PermissionDenied
    rows = publications_for(request.user)
    if request.GET.get("export") == "csv":
        return _csv(rows)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
    return render(request, "editorial/admin/publications.html", {"publications": page})


def _csv(rows) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="publications-{name}.csv"'
    response["Cache-Control"] = "no-store, private"
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        [
            _("Institution"),
            _("Decision"),
            _("Title"),
            _("Address"),
            _("Written by"),
            _("Submitted by"),
            _("Submitted at"),
            _("Appraised by"),
            _("Appraised at"),
            _("Approved by"),
            _("Approved at"),
            _("On the site since"),
            _("Reason"),
        ]
    )
    for row in rows.iterator(chunk_size=500):
        cells = [
            row.institution.name if row.institution else "",
            row.get_kind_display(),
            row.title,
            row.address,
            row.writer_names,
            row.submitted_name,
            _moment(row.submitted_at),
            row.appraised_name,
            _moment(row.appraised_at),
            row.approved_name,
            _moment(row.approved_at),
            _moment(row.published_at),
            row.reason,
        ]
        writer.writerow([_harmless(cell) for cell in cells])
    return response


def _moment(value) -> str:
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M") if value else ""


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula is kept as text."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
