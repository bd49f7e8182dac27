"""What the screens of those who answer for personal information share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from network.models import Institution
from privacy.duties import Duty, institutions_with, is_in_charge
from privacy.services.access import access_denied

PER_PAGE = 50


def has_duty(user) -> bool:
    """Whether a person answers for the personal information of some institution."""
    return is_in_charge(user, Duty.REVIEW, Duty.APPROVE)


def oversees(user) -> bool:
    return is_in_charge(user, Duty.OVERSEE)


class DutyMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_duty(request.user)


class DutyView(WagtailAdminTemplateMixin, View):
    """A screen for officer, head and chief: institutions outside of their duty do not exist for them."""

    header_icon = "lock"
    listing: dict[str, Any] | None = None
    """Step of the breadcrumb that leads back to the list."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_duty(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def institutions(self):
        return institutions_with(self.request.user, Duty.REVIEW, Duty.APPROVE).order_by("path")

    def find_institution(self, pk: int) -> Institution:
        return get_object_or_404(self.institutions().select_related("site"), pk=pk)

    def find(self, rows, **lookup: Any):
        """An object of an institution of theirs; the attempt to reach another's is on record there."""
        rows = rows.select_related("institution")
        try:
            return get_object_or_404(rows.filter(institution__in=self.institutions()), **lookup)
        except Http404:
            if foreign := rows.filter(**lookup).first():
                reference = f"{foreign._meta.label_lower}:{getattr(foreign, 'uid', foreign.pk)}"
                access_denied(institution=foreign.institution, object_ref=reference, user=self.request.user)
            raise

    def trail(self) -> list[dict[str, Any]]:
        return []

    def get_breadcrumbs_items(self):
        listing = [self.listing] if self.listing else []
        return [
            *self.breadcrumbs_items,
            *listing,
            *self.trail(),
            {"url": "", "label": self.get_page_title()},
        ]

    def paginated(self, queryset) -> dict[str, Any]:
        """Context of one page of a listing, as Wagtail's pagination template wants it."""
        paginator = Paginator(queryset, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return {"page_obj": page, "elided_page_range": paginator.get_elided_page_range(page.number)}

    def fail(self, error: Exception) -> None:
        words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        messages.error(self.request, words)

    def done(self, words: str) -> None:
        messages.success(self.request, words)


class InstitutionsView(DutyView):
    """The institutions of a person that are at work, searched by name and place, each with how it stands."""

    site_url: str
    """Name of the address of one institution's screen."""

    def scope(self):
        return self.institutions()

    @property
    def words(self) -> str:
        return self.request.GET.get("q", "").strip()

    def rows(self):
        found = self.scope().active().order_by("path")
        return found.named_like(self.words) if self.words else found

    def standings(self, institutions: list[Institution]) -> Mapping[int, Any]:
        """How each of these stands, by its key, in a number of queries that does not depend on how many they are."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs) | self.paginated(self.rows())
        shown = list(context["page_obj"])
        standings = self.standings(shown)
        return context | {
            "rows": [(institution, standings[institution.pk]) for institution in shown],
            "words": self.words,
            "site_url": self.site_url,
            "links": True,
            "oversees": oversees(self.request.user),
        }


class MembersMixin:
    """The same list over the members of an authority: numbers only, no way to what people sent."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not oversees(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def scope(self):
        return institutions_with(self.request.user, Duty.OVERSEE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"links": False, "oversees": False}


class InstitutionView(DutyView):
    """A screen about one institution, under its name."""

    institution: Institution

    def get_page_title(self):
        return self.institution.name

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.institution = self.find_institution(pk)
        return super().get(request)
