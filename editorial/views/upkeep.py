"""Who keeps which page, what is due, and the button “still right”."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors import board_roles, institutions_of
from editorial.selectors.page_reviews import may_confirm_review, mine, review_rows, reviews_of
from editorial.services.page_reviews import may_name, review_confirm, review_get, review_save
from editorial.upkeep_forms import UpkeepFilterForm, UpkeepForm
from network.models import Institution
from network.selectors import institution_for_page

PAGE_SIZE = 50


def upkeep(request: HttpRequest) -> HttpResponse:
    """The pages of the person's own sites, the longest overdue first."""
    user = request.user
    if not user.is_superuser and not board_roles(user):
        raise PermissionDenied
    sites = Institution.objects.exclude(site=None) if user.is_superuser else institutions_of(user)
    form = UpkeepFilterForm(request.GET, institutions=sites)
    today = timezone.localdate()
    reviews = reviews_of(sites).order_by("review_on", "institution__path", "pk")
    if form.is_valid():
        reviews = _filtered(reviews, form.cleaned_data, user, today)
    page = Paginator(reviews, PAGE_SIZE).get_page(request.GET.get("p"))
    led = {pk for pk, role in board_roles(user) if role == BoardRole.CHIEF}
    rows = [
        (row, user.is_superuser or row.institution.pk in led or user in (row.responsible, row.second))
        for row in review_rows(page.object_list, on=today)
    ]
    context = {"reviews": page, "rows": rows, "form": form, "shown": request.GET.urlencode()}
    return render(request, "editorial/admin/upkeep.html", context)


def _filtered(
    reviews: QuerySet[PageReview], chosen: dict[str, Any], user, today: date
) -> QuerySet[PageReview]:
    if chosen.get("institution"):
        reviews = reviews.filter(institution=chosen["institution"])
    match chosen["show"]:
        case "mine":
            return reviews.filter(mine(user))
        case "due":
            return reviews.filter(review_on__lte=today)
        case "unowned":
            return reviews.filter(responsible=None)
    return reviews


def upkeep_edit(request: HttpRequest, page_id: int) -> HttpResponse:
    """Name who keeps a page. For editors and the chief editor; the rest of the board reads."""
    page, institution = _page_of_board(request, page_id)
    review = review_get(page=page)
    may = may_name(request.user, institution)
    if request.method == "POST" and not may:
        raise PermissionDenied
    form = UpkeepForm(request.POST or None, review=review) if may else None
    if request.method == "POST" and form.is_valid():
        try:
            review_save(review=review, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(
                request, _("Kept: who looks after the page “%(title)s”.") % {"title": page.title}
            )
            return redirect(_next(request))
    rows = review_rows([review])
    context = {
        "page": page,
        "review": review,
        "row": rows[0] if rows else None,
        "form": form,
        "may_confirm": may_confirm_review(review, request.user),
        "notices": review.notices.select_related("user").order_by("-on", "-pk")[:10],
    }
    return render(request, "editorial/admin/upkeep_edit.html", context)


@require_POST
def upkeep_confirm(request: HttpRequest, page_id: int) -> HttpResponse:
    """The page was read and is still right."""
    page, _institution = _page_of_board(request, page_id)
    review = review_get(page=page)
    review_confirm(review=review, user=request.user)
    review.refresh_from_db()
    messages.success(
        request,
        _("Recorded: “%(title)s” is still right. It comes back on %(day)s.")
        % {"title": page.title, "day": f"{review.review_on:%d/%m/%Y}"},
    )
    return redirect(_next(request))


def _page_of_board(request: HttpRequest, page_id: int) -> tuple[Page, Institution]:
    """The page of another site does not exist for the person who asks."""
    page = get_object_or_404(Page, pk=page_id)
    institution = institution_for_page(page)
    serves = institution is not None and institution.pk in {pk for pk, _role in board_roles(request.user)}
    if institution is None or not (serves or request.user.is_superuser):
        raise Http404
    return page, institution


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if is_safe else "editorial_reviews"
