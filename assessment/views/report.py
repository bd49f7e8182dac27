"""The state of the required sections of one site, for its board and for the authority above it (W6.2)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from assessment.choices import State
from assessment.models import BoardLetter
from assessment.selectors import (
    board_of,
    last_publications,
    may_write_for,
    site_findings,
    site_summaries,
    waiting_pages,
)
from assessment.views.base import AssessmentView, overseer_of
from editorial.selectors import institutions_of
from network.models import Institution

PAGE_SIZE = 50


class OverviewView(AssessmentView):
    """Straight to the person's own site; the list of sites for who has several."""

    page_title = _("State of the required sections")
    template_name = "assessment/admin/own_sites.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        own = Institution.objects.filter(depth=1) if user.is_superuser else institutions_of(user)
        own = own.select_related("site").order_by("path")
        institutions = list(own[:2])
        if len(institutions) == 1:
            return redirect("assessment_site", institutions[0].pk)
        page = Paginator(own, PAGE_SIZE).get_page(request.GET.get("p"))
        return self.show(page=page, summaries=site_summaries(page.object_list))


class SiteView(AssessmentView):
    """Every criterion of one site, live. To the authority above also its board, what waits there, what was published
    last and the letters written to it."""

    template_name = "assessment/admin/site.html"

    def get(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        self.subject = self.institution(institution_id)
        self.overseer = overseer_of(request.user, self.subject)
        findings = site_findings(self.subject)
        context: dict[str, Any] = {
            "institution": self.subject,
            "findings": findings,
            "met": sum(f.state == State.MET for f in findings),
            "has_members": self.subject.is_authority and self.subject.numchild > 0,
            "overseer": self.overseer,
            "letters": BoardLetter.objects.filter(institution=self.subject).select_related(
                "sender", "sent_by"
            ),
        }
        if self.overseer:
            context |= {
                "may_write": may_write_for(request.user, self.overseer),
                "board": board_of(self.subject),
                "waiting": waiting_pages(self.subject),
                "publications": last_publications(self.subject),
            }
        return self.show(**context)

    def get_page_title(self) -> str:
        return self.subject.name

    def trail(self) -> list[dict[str, Any]]:
        if self.overseer is None:
            return []
        url = reverse("assessment_members", args=[self.overseer.pk])
        return [{"url": url, "label": _("Members of %(name)s") % {"name": self.overseer.name}}]
