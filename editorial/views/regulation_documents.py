"""A regulation as a document: what the public page, the admin's preview and the printer show."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.generic import TemplateView

from editorial.models import Regulation, Upkeep
from editorial.regulations import form
from editorial.regulations.facts import differences
from editorial.regulations.kinds import kind_by_slug
from editorial.selectors.regulations import approved_versions, regulations_in_force
from network.models import Institution
from network.selectors import institution_for_request


def document_context(regulation: Regulation, language: str = "vi") -> dict[str, Any]:
    """Everything that ``editorial/regulations/text.html`` asks for. In English the text is a translation: the form of a
    Vietnamese administrative document is kept for the Vietnamese one."""
    tongue = "en" if language == "en" and regulation.has_english else "vi"
    return {"regulation": regulation, "document": _document(regulation, tongue)}


def _document(regulation: Regulation, language: str) -> dict[str, Any]:
    institution, spec = regulation.institution, regulation.spec
    parent = None if institution.is_root() else institution.parent
    authority = regulation.approving_institution
    head = regulation.signer_title or institution.head_title or form.HEAD[language]
    return {
        "lang": language,
        "heading": form.REGULATION[language],
        "subject": spec.subject(language),
        "of": form.OF[language],
        "name": (institution.english_name if language == "en" else "") or institution.name,
        "title": regulation.title_en if language == "en" else regulation.title,
        "body": mark_safe(regulation.text(language)),  # noqa: S308
        "ground_word": form.GROUND[language],
        "grounds": spec.grounds(language),
        "authority": parent.name.upper() if parent else "",
        "issuer": institution.name.upper(),
        "nation": form.NATION,
        "number": form.number_line(regulation.symbol, language),
        "dated": form.place_and_date(regulation.place, regulation.issued_on, language),
        "issued": form.issued_line(
            regulation.symbol, regulation.issued_on, f"{head} {(authority or institution).name}", language
        ),
        "recipients": form.RECIPIENTS[language],
        "translation": form.TRANSLATION if language == "en" else "",
        "draft": "" if regulation.is_approved else form.DRAFT[language],
        "signer_title": head.upper(),
        "signer_of": authority.name.upper() if authority and authority != institution else "",
    } | _approval(regulation, language)


def _approval(regulation: Regulation, language: str) -> dict[str, str]:
    if not regulation.is_approved:
        return {}
    return {
        "force": form.force_line(regulation.effective_on, language),
        "approval": form.approval_line(regulation.approved_at, language),
        "signer": regulation.signer_name,
        "mark": form.mark_line(regulation.version, regulation.sha256, language),
    }


def changed_facts(version: Regulation, before: Regulation | None) -> list:
    """What a version was drafted from otherwise than the one before it."""
    return differences(before.text_facts, version.text_facts) if before else []


def changed_chapters(version: Regulation, before: Regulation | None) -> list[str]:
    """Titles of the chapters whose words differ from the version before, in the language of the reader."""
    if before is None:
        return []
    earlier = {part["key"]: part for part in before.parts}
    now = {part["key"]: part for part in version.parts}
    return [
        category.title()
        for category in version.spec.categories
        if now.get(category.key) != earlier.get(category.key)
    ]


def institution_or_404(request) -> Institution:
    institution = institution_for_request(request)
    if institution is None:
        raise Http404("No site")
    return institution


class RegulationIndexView(TemplateView):
    """The regulations in force on a site, and who keeps it running (W4.5, W11.3)."""

    template_name = "editorial/regulations/index.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs):
        institution = institution_or_404(self.request)
        return super().get_context_data(**kwargs) | {
            "regulations": regulations_in_force(institution),
            "upkeep": Upkeep.objects.filter(institution=institution).first(),
        }


class RegulationPageView(TemplateView):
    """One regulation: the version in force, or with `number` an earlier one, with what each version changed."""

    template_name = "editorial/regulations/page.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, slug: str, number: int | None = None, **kwargs):
        institution = institution_or_404(self.request)
        kind = kind_by_slug(slug)
        versions = approved_versions(institution, kind) if kind else []
        if not versions:
            raise Http404("No such regulation")
        shown = versions[0]
        if number is not None:
            shown = next((version for version in versions if version.version == number), None)
            if shown is None:
                raise Http404("No such version")
        before = {later.pk: earlier for later, earlier in pairwise(versions)}
        return (
            super().get_context_data(**kwargs)
            | document_context(shown, get_language())
            | {
                "is_current": shown == versions[0],
                "today": timezone.localdate(),
                "versions": [
                    {
                        "regulation": version,
                        "chapters": changed_chapters(version, before.get(version.pk)),
                        "facts": changed_facts(version, before.get(version.pk)),
                    }
                    for version in versions
                ],
            }
        )
