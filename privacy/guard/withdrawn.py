"""A file that was released until a day and is not given out any more: its address says so with the reason, and so does each link
to it in the texts of pages and each list of files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.documents.rich_text import DocumentLinkHandler

from privacy.guard.checking import latest_checks
from privacy.models import GuardCheck, GuardState

__all__ = ["CheckedDocumentLinkHandler", "withdrawn_page", "withdrawn_text"]


def withdrawn_text(check: GuardCheck) -> str:
    """When and why a file went, in the reader's language."""
    day = timezone.localdate(check.decided_at or check.checked_at)
    return _("Withdrawn on %(day)s: the time for which it could be shown is over.") % {
        "day": f"{day:%d/%m/%Y}"
    }


def withdrawn_page(request: HttpRequest, title: str, check: GuardCheck) -> HttpResponse:
    """410: what was here is gone for good, with the reason."""
    context = {
        "title": title,
        "reason": withdrawn_text(check),
        "citation": check.ground.citation if check.ground else "",
    }
    response = TemplateResponse(request, "privacy/guard/withdrawn.html", context, status=410).render()
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


class CheckedDocumentLinkHandler(DocumentLinkHandler):
    """Links to files in rich text. One query more for a text with links, at any number of them."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        documents = cls.get_many(attrs_list)
        checks = latest_checks([document for document in documents if document])
        return [
            cls._opening(document, checks.get(document.pk) if document else None) for document in documents
        ]

    @staticmethod
    def _opening(document, check: GuardCheck | None) -> str:
        if document is None:
            return "<a>"
        if check is not None and check.state == GuardState.ENDED:
            return format_html(
                '<a class="withdrawn"><span class="withdrawn__note">({})</span> ', withdrawn_text(check)
            )
        return format_html('<a href="{}">', document.url)
