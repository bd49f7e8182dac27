"""The published assignment of a campaign: a page and a file by which anybody checks it, and the part of the campaign's page
that says how places are given. Nobody is named; who looks for a child needs its lot code."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View

from common.spreadsheets.report import neutralised
from enrolment.allocation.explaining import classes_of
from enrolment.allocation.lots import Opened, seed_opened
from enrolment.allocation.reading import waiting_phase
from enrolment.allocation.sheets import SMALLEST, class_line, line_of, meta_line
from enrolment.choices import AllocationState, Ranking, WishOutcome
from enrolment.models import Allocation, AllocationSheet, CampaignPage, LotSeed
from network.selectors import institution_for_page, institution_for_request

PAGE_SIZE = 200


def run_of(campaign: CampaignPage) -> Allocation | None:
    """The published assignment of a campaign (`campaign`: its source)."""
    return Allocation.objects.filter(campaign=campaign, state=AllocationState.PUBLISHED).first()


def campaign_part(page: CampaignPage, request: HttpRequest) -> dict[str, Any]:
    """How places are given, with the fingerprint of the seed; once they are, the way to the check. Three queries."""
    source = page.source
    seed = LotSeed.objects.filter(campaign=source).first()
    run = run_of(source)
    return {
        "id": "places",
        "title": _("Places step by step"),
        "template": "enrolment/allocation/part.html",
        "campaign": page,
        "by_score": source.ranking == Ranking.SCORE,
        "has_waiting_list": waiting_phase(source) is not None,
        "seed": seed,
        "drawn_late": bool(seed and seed.made_at > source.opens_at),
        "number": seed.public_number if seed and seed.confirmed_at else "",
        "run": run,
        "check_url": reverse("places_check", args=[source.translation_key]) if run else "",
    }


class PlacesView(View):
    """What the page and the file share: the campaign on this very site, in the reader's language, with its published run."""

    http_method_names = ["get", "head", "options"]

    def dispatch(self, request: HttpRequest, key: uuid.UUID, *args, **kwargs) -> HttpResponse:
        institution = institution_for_request(request)
        language = get_language() or "vi"
        pages = CampaignPage.objects.live().public().filter(translation_key=key).select_related("locale")
        found = sorted(pages, key=lambda page: page.locale.language_code != language)
        if not found or institution is None or institution_for_page(found[0]) != institution:
            raise Http404("No such campaign")
        self.campaign = found[0]
        self.run = run_of(self.campaign.source)
        if self.run is None:
            raise Http404("No published assignment")
        self.opened = seed_opened(LotSeed.objects.get(campaign=self.campaign.source))
        return super().dispatch(request, *args, **kwargs)


class PlacesCheckView(PlacesView):
    """Totals of all classes; with ``?class=<key>`` the lines of one, a page at a time."""

    def get(self, request: HttpRequest) -> HttpResponse:
        classes = classes_of(self.run)
        chosen = next((one for one in classes if one.place == request.GET.get("class")), None)
        if request.GET.get("class") and chosen is None:
            raise Http404("No such class")
        context = {
            "page": None,
            "campaign": self.campaign,
            "run": self.run,
            "seed_text": self.opened.seed,
            "classes": classes,
            "chosen": chosen,
            "lines": self.lines(chosen.place) if chosen else None,
            "has_lines": self.run.sheets.exists(),
            "smallest": SMALLEST,
            "file_url": reverse("places_file", args=[self.campaign.translation_key]),
        }
        return TemplateResponse(request, "enrolment/allocation/check.html", context)

    def lines(self, place: str):
        sheet = AllocationSheet.objects.filter(allocation=self.run, place=place).first()
        texts = sheet.lines.splitlines() if sheet else []
        page = Paginator(texts, PAGE_SIZE).get_page(self.request.GET.get("p"))
        labels = dict(WishOutcome.choices)
        page.object_list = [(line, labels[line.outcome]) for line in map(line_of, page.object_list)]
        return page


class PlacesFileView(PlacesView):
    """Everything that the check needs, as CSV; sent while it is read."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.run.sheets.exists():
            raise Http404("Erased")
        lines = file_lines(self.run, self.opened, self.campaign.title)
        response = StreamingHttpResponse(
            (f"{line}\n".encode() for line in lines), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="phan-cho-{self.campaign.slug}.csv"'
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response


def file_lines(run: Allocation, opened: Opened, title: str) -> Iterator[str]:
    """The lines of the published file without their ends; two queries."""
    said = run.parameters
    facts = {
        "campaign": neutralised(title),
        "run": run.number,
        "published": timezone.localtime(run.published_at).isoformat(timespec="seconds"),
        "method": run.method,
        "ranking": "score" if said["by_score"] else "lot",
        "catchment": "yes" if said["uses_catchment"] else "no",
        "waiting_list": "yes" if said["has_waiting_list"] else "no",
        "applications": said["applications"],
        "seed": opened.seed,
        "fingerprint": opened.fingerprint,
        "public_number": opened.public_number,
        "public_number_source": neutralised(said["draw_source"]),
        "input_hmac_sha256": run.input_sha256,
        "output_sha256": run.output_sha256,
    }
    for name, value in facts.items():
        yield meta_line(name, value)
    names = said.get("names", {})
    for place, total in run.totals.items():
        is_told = total["wishes"] >= SMALLEST
        if is_told and total["admitted"] < SMALLEST and total["last"]:
            total = total | {"last": {"lot": total["last"]["lot"]}}
        name = neutralised(", ".join(names.get(place, [place])))
        yield class_line(place, name, total["quota"], total if is_told else None)
    for lines in run.sheets.order_by("place").values_list("lines", flat=True).iterator(20):
        yield from lines.splitlines()
