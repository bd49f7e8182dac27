"""The admin screens over the regulations of an institution or of many, and of who keeps a site running."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.choices import BoardRole
from editorial.forms.regulations import UpkeepForm
from editorial.models import Regulation, Upkeep
from editorial.regulations.drafting import draft_parts, titles
from editorial.regulations.kinds import KINDS, RegulationKind
from editorial.selectors import board_roles, has_role
from editorial.selectors.regulations import (
    present_facts,
    regulation_drift,
    regulation_readers,
    regulation_states,
)
from editorial.services import regulations as services
from editorial.services.regulations import RegulationRefusedError, may_draft
from editorial.views.regulation_documents import document_context
from network.models import Institution

PER_PAGE = 50


def may_see_regulations(user) -> bool:
    return user.is_superuser or bool(board_roles(user))


class RegulationBaseView(WagtailAdminTemplateMixin, View):
    """A page of the admin about regulations, for members of boards; another institution's does not exist for them."""

    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any):
        if not may_see_regulations(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(**kwargs))

    def trail(self) -> list[dict[str, Any]]:
        return []

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("editorial_regulations"), "label": _("Regulations")}
        return [*self.breadcrumbs_items, listing, *self.trail(), {"url": "", "label": self.get_page_title()}]

    def institution(self, pk: int) -> Institution:
        return get_object_or_404(regulation_readers(self.request.user).select_related("site"), pk=pk)

    def regulation(self, pk: int) -> Regulation:
        rows = Regulation.objects.select_related("institution__site", "approving_institution")
        found = get_object_or_404(rows, pk=pk, kind__in=KINDS)
        self.institution(found.institution_id)
        return found

    def fail(self, error: Exception) -> None:
        words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        messages.error(self.request, words)


class RegulationsView(RegulationBaseView):
    """The institutions that a person may read, each with the state of its regulations. Straight to the only one."""

    page_title = gettext_lazy("Regulations")
    template_name = "editorial/regulations/list.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request, *args, **kwargs):
        first = list(regulation_readers(request.user).active().values_list("pk", flat=True)[:2])
        if len(first) == 1:
            return redirect("editorial_regulations_site", first[0])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()
        found = regulation_readers(self.request.user).active().order_by("path")
        if words:
            found = found.named_like(words)
        paginator = Paginator(found, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        states = regulation_states(page.object_list)
        return super().get_context_data(**kwargs) | {
            "words": words,
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "kinds": list(KINDS.values()),
            "rows": [{"institution": i, "states": states[i.pk]} for i in page.object_list],
        }


class SiteRegulationsView(RegulationBaseView):
    """The regulations of one institution: where each stands, what has drifted, every version."""

    template_name = "editorial/regulations/site.html"

    def get_page_title(self):
        return self.shown.name

    def get(self, request, institution_id: int):
        self.shown = self.institution(institution_id)
        return super().get(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution, user = self.shown, self.request.user
        drifts = {drift.regulation.kind: drift for drift in regulation_drift(institution)}
        versions: dict[str, list[Regulation]] = {}
        rows = (
            Regulation.objects.approved()
            .filter(institution=institution)
            .defer("parts", "facts", "body", "body_en")
        )
        for row in rows.order_by("-version"):
            versions.setdefault(row.kind, []).append(row)
        return super().get_context_data(**kwargs) | {
            "institution": institution,
            "upkeep": Upkeep.objects.filter(institution=institution).first(),
            "may_draft": may_draft(user, institution),
            "may_keep": has_role(user, institution, BoardRole.CHIEF, BoardRole.HEAD),
            "kinds": [
                {
                    "state": state,
                    "drift": drifts.get(state.kind.code),
                    "versions": versions.get(state.kind.code, []),
                }
                for state in regulation_states([institution])[institution.pk]
            ],
        }


class StartDraftView(RegulationBaseView):
    """Start a draft, or open the one that exists."""

    http_method_names = ["post"]

    def post(self, request, institution_id: int, kind: str):
        institution = self.institution(institution_id)
        if kind not in KINDS:
            raise Http404
        try:
            regulation = services.regulation_draft(
                institution=institution, kind=KINDS[kind], user=request.user
            )
        except RegulationRefusedError as error:
            self.fail(error)
            return redirect("editorial_regulations_site", institution.pk)
        return redirect("editorial_regulation", regulation.pk)


class FirstDraftView(RegulationBaseView):
    """What a draft would say now, before anybody has started one. Nothing is stored."""

    def get(self, request, institution_id: int, kind: str):
        institution = self.institution(institution_id)
        if kind not in KINDS:
            raise Http404
        return render(
            request,
            "editorial/regulations/document.html",
            document_context(unsaved(institution, KINDS[kind])),
        )


def unsaved(institution: Institution, kind: RegulationKind) -> Regulation:
    """A draft from the facts as they are now, not stored."""
    facts, english = present_facts(institution, kind), institution.is_authority
    title, title_en = titles(kind, facts, english=english)
    parts = draft_parts(kind, facts, english=english, own={})
    return Regulation(institution=institution, kind=kind.code, title=title, title_en=title_en, parts=parts)


class UpkeepView(RegulationBaseView):
    """Who keeps the site and the e-mail running, the plan with dates, the board's own deadlines (W3.3, W4.5, W11.3)."""

    page_title = gettext_lazy("Operation, contact officials and plan")
    template_name = "editorial/regulations/upkeep.html"

    def trail(self):
        institution = self.shown
        return [
            {"url": reverse("editorial_regulations_site", args=[institution.pk]), "label": institution.name}
        ]

    def dispatch(self, request, *args, **kwargs):
        if may_see_regulations(request.user):
            self.shown = self.institution(kwargs["institution_id"])
            if not has_role(request.user, self.shown, BoardRole.CHIEF, BoardRole.HEAD):
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, institution_id: int):
        return super().get(request)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        form = form or UpkeepForm(instance=Upkeep.objects.filter(institution=self.shown).first())
        return super().get_context_data(**kwargs) | {
            "institution": self.shown,
            "form": form,
            "media": form.media,
        }

    def post(self, request, institution_id: int):
        form = UpkeepForm(request.POST, instance=Upkeep(institution=self.shown))
        if not form.is_valid():
            messages.error(request, _("Nothing was saved: correct the fields that are marked."))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        services.upkeep_save(institution=self.shown, user=request.user, values=form.cleaned_data)
        messages.success(request, _("The record was saved."))
        return redirect("editorial_regulations_site", institution_id)
