"""The public pages: the regulation in force, its versions and what changed, the register of forms, a feed (P5.1, P11)."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from network.models import Institution
from network.selectors import institution_for_request
from network.site_roots import public_origin
from privacy import selectors, throttle
from privacy.models import Notice
from privacy.pdf import PdfError, render_pdf
from privacy.register.announcements import incidents_public
from privacy.register.differences import notice_sections
from privacy.register.selectors import holding_notices, public_register
from privacy.registry import personal_data_register
from privacy.services.notices import previous_of

PDF_KEPT = 30 * 24 * 3600
PDFS_AN_HOUR = 60


def institution_of(request: HttpRequest) -> Institution:
    institution = institution_for_request(request)
    if institution is None:
        raise Http404("No site")
    return institution


def archive_of(institution: Institution, current: Notice | None) -> list[Notice]:
    """The published versions that this site keeps, those that are still to come into force too: its own; where it has none,
    those of the one that holds here."""
    rows = Notice.objects.issued().select_related("institution").defer("body", "body_en")
    own = list(rows.filter(institution=institution).order_by("-number"))
    if own or current is None:
        return own
    return list(rows.filter(institution=current.institution).order_by("-number"))


def version_of(institution: Institution, number: int) -> Notice:
    """One published version of the archive; 404 for any other number."""
    rows = Notice.objects.issued().select_related("institution")
    own = rows.filter(institution=institution)
    found = own.filter(number=number).first()
    if found is None and not own.exists():
        current = Notice.objects.current(institution)
        found = rows.filter(institution=current.institution, number=number).first() if current else None
    if found is None:
        raise Http404("No such version")
    return found


def base_as_shown(notice: Notice, current: Notice | None, institution: Institution) -> Notice | None:
    """The text that an addition adds to: the one in force now; for an earlier version the one of that time."""
    on = None if notice == current else notice.in_force_from
    return Notice.objects.base_of(notice, institution, on=on)


class NoticeView(TemplateView):
    """The regulation in force with purposes, recipients and all forms of the site; with `number`, an earlier
    version (P11)."""

    template_name = "privacy/notice.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, number: int | None = None, **kwargs):
        institution = institution_of(self.request)
        holding = holding_notices(institution)
        current = holding[0] if holding else None
        shown = current if number is None else version_of(institution, number)
        is_current = shown == current
        base = base_as_shown(shown, current, institution) if shown else None
        purposes = selectors.purposes_of(institution)
        return super().get_context_data(**kwargs) | {
            "notice": shown,
            "base": base,
            "is_current": is_current,
            "is_coming": bool(shown and shown.in_force_from > timezone.localdate()),
            "before": previous_of(shown) if shown else None,
            "above": self.above(institution, holding) if is_current else [],
            "versions": archive_of(institution, current),
            "archive_of_others": archive_links(institution, holding),
            "purposes": purposes,
            "recipients": selectors.recipients_of(purposes),
            "forms": selectors.forms_of(institution, language=get_language(), purposes=purposes),
            "incidents": incidents_public(institution) if is_current else [],
            "institution": institution,
        }

    def above(self, institution: Institution, holding: list[Notice]) -> list[Notice]:
        """What authorities above have in force beside what holds here."""
        shown = {notice.pk for notice in holding}
        return [
            notice
            for notice in Notice.objects.in_force(institution)
            if notice.pk not in shown and notice.institution_id != institution.pk
        ]


def archive_links(institution: Institution, holding: list[Notice]) -> list[dict[str, str]]:
    """Where the versions of an authority's regulation that holds here are kept: on its own site."""
    return [
        {
            "name": notice.institution.local_name,
            "url": public_origin(notice.institution.hostname) + reverse("privacy_notice"),
        }
        for notice in holding
        if notice.institution_id != institution.pk and notice.institution.site_id
    ]


class NoticeChangesView(TemplateView):
    """What is different in one version from the one before."""

    template_name = "privacy/notice_changes.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, number: int, **kwargs):
        notice = version_of(institution_of(self.request), number)
        before = previous_of(notice)
        if before is None:
            raise Http404("Nothing came before the first version")
        english = get_language() == "en" and bool(notice.body_en)
        return super().get_context_data(**kwargs) | {
            "notice": notice,
            "before": before,
            "sections": notice_sections(before, notice, english=english),
        }


def document_context(institution: Institution, notice: Notice) -> dict[str, Any]:
    """What the printed document needs."""
    base = base_as_shown(notice, Notice.objects.current(institution), institution)
    language = get_language()
    return {"notice": notice, "base": base, "institution": institution, "language": language}


class NoticePrintView(View):
    """One version alone, to be printed."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        institution = institution_of(request)
        context = document_context(institution, version_of(institution, number))
        return TemplateResponse(request, "privacy/notice_print.html", context)


class NoticePdfView(View):
    """One version as PDF/A, made once and kept: a version does not change."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        institution = institution_of(request)
        notice = version_of(institution, number)
        context = document_context(institution, notice)
        base = context["base"]
        key = f"privacy:pdf:{notice.sha256}:{base.sha256 if base else ''}:{institution.pk}:{context['language']}"
        found = cache.get(key)
        if found is None:
            if not throttle.allow(request, use="pdf", limit=PDFS_AN_HOUR):
                return TemplateResponse(request, "privacy/form/busy.html", {"page": None}, status=429)
            try:
                found = render_pdf("privacy/pdf/notice.html", context)
            except PdfError:
                return redirect("privacy_notice_print", number=number)
            cache.set(key, found, PDF_KEPT)
        response = HttpResponse(found, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="quy-che-thong-tin-ca-nhan-{notice.number}.pdf"'
        response["Cache-Control"] = "no-cache"
        return response


class FormsView(TemplateView):
    """The public register: every activity of the site with its forms, fields, purposes, periods and recipients (P5.1)."""

    template_name = "privacy/public_register.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs):
        institution = institution_of(self.request)
        return super().get_context_data(**kwargs) | {
            "entries": public_register(institution, language=get_language()),
            "statements": [
                {
                    "what": model._meta.verbose_name_plural,
                    "purpose": found.purpose,
                    "retention": found.retention,
                }
                for model, found in personal_data_register()
            ],
            "institution": institution,
        }


class NoticeFeedView(View):
    """The versions of what holds here, the newest first, as Atom."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        institution = institution_of(request)
        holding = holding_notices(institution)
        origin = public_origin(institution.hostname)
        feed = Atom1Feed(
            title=_("Regulation on personal information – %(name)s") % {"name": institution.local_name},
            link=origin + reverse("privacy_notice"),
            description="",
            language=get_language(),
            feed_url=origin + request.path,
        )
        for notice in archive_of(institution, holding[0] if holding else None):
            link = origin + reverse("privacy_notice_version", args=[notice.number])
            feed.add_item(
                title=_("Version %(number)s, in force from %(date)s")
                % {"number": notice.number, "date": f"{notice.in_force_from:%d/%m/%Y}"},
                link=link,
                unique_id=link,
                description=notice.local_changes or notice.local_title,
                updateddate=notice.published_at,
            )
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
