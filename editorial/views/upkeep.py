"""Who keeps which page, what is due, and the button “still right”."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.forms.upkeep import UpkeepFilterForm, UpkeepForm
from editorial.models import PageReview
from editorial.selectors import board_roles, institutions_of
from editorial.selectors.page_reviews import may_confirm_review, mine, review_rows, reviews_of
from editorial.services.page_reviews import may_name, review_confirm, review_get, review_save
from network.models import Institution
from network.selectors import institution_for_page

PAGE_SIZE = 50


class UpkeepListView(WagtailAdminTemplateMixin, View):
    """The pages of the person's own sites, the longest overdue first."""

    page_title = gettext_lazy("Upkeep of pages")
    header_icon = "calendar-check"
    template_name = "editorial/admin/upkeep.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_superuser and not board_roles(request.user):
            raise PermissionDenied
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, today = self.request.user, timezone.localdate()
        sites = Institution.objects.exclude(site=None) if user.is_superuser else institutions_of(user)
        form = UpkeepFilterForm(self.request.GET, institutions=sites)
        reviews = reviews_of(sites).order_by("review_on", "institution__path", "pk")
        if form.is_valid():
            reviews = _filtered(reviews, form.cleaned_data, user, today)
        page = Paginator(reviews, PAGE_SIZE).get_page(self.request.GET.get("p"))
        led = {pk for pk, role in board_roles(user) if role == BoardRole.CHIEF}
        rows = [
            (row, user.is_superuser or row.institution.pk in led or user in (row.responsible, row.second))
            for row in review_rows(page.object_list, on=today)
        ]
        own = {"reviews": page, "rows": rows, "form": form, "shown": self.request.GET.urlencode()}
        return super().get_context_data(**kwargs) | own


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


class UpkeepEditView(WagtailAdminTemplateMixin, View):
    """Name who keeps a page. For editors and the chief editor; the rest of the board reads."""

    page_title = gettext_lazy("Upkeep")
    header_icon = "calendar-check"
    template_name = "editorial/admin/upkeep_edit.html"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page, self.institution = _page_of_board(request, page_id)
        self.review = review_get(page=self.page)
        self.may_name = may_name(request.user, self.institution)
        return super().dispatch(request)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("editorial_reviews"), "label": UpkeepListView.page_title}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, listing, here]

    def get(self, request: HttpRequest) -> HttpResponse:
        form = UpkeepForm(review=self.review) if self.may_name else None
        return self.render_to_response(self.get_context_data(form=form))

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.may_name:
            raise PermissionDenied
        form = UpkeepForm(request.POST, review=self.review)
        if form.is_valid():
            try:
                review_save(review=self.review, user=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                said = _("Kept: who looks after the page “%(title)s”.") % {"title": self.page.title}
                messages.success(request, said)
                return redirect(_next(request))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = review_rows([self.review])
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "review": self.review,
            "row": rows[0] if rows else None,
            "may_confirm": may_confirm_review(self.review, self.request.user),
            "notices": self.review.notices.select_related("user").order_by("-on", "-pk")[:10],
        }


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
