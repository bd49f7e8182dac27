"""What the regulations are drafted from: the sections that a site must have, and how fresh each has to be (W11.2a, W11.2c)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.models import chain_settings_for
from editorial.regulations.facts import Fact, Facts, FactSource, register_facts
from network.models import Institution
from sections.catalogue import Section, section, sections_for

LIST, HEAD, DAYS = "sections.list", "sections.head", "sections.days."
LABELS = {LIST: _("Required sections"), HEAD: _("Sections that the head approves")}


def facts_of(institutions: Sequence[Institution], day: date) -> Mapping[int, Facts]:
    """Facts of the catalogue, the same for all institutions of a kind, and the sections that a head approves."""
    by_kind = {kind: _facts_of_kind(kind, day) for kind in {i.kind for i in institutions}}
    chains = chain_settings_for(institutions)
    return {i.pk: by_kind[i.kind] | {HEAD: _titles(chains[i.pk].head_sections)} for i in institutions}


def _titles(keys: Sequence[str]) -> Fact:
    found = []
    for key in keys:
        with suppress(KeyError):
            found.append(section(key))
    return Fact.of([s.title("vi") for s in found], [s.title("en") for s in found])


def _facts_of_kind(kind: str, day: date) -> Facts:
    required = sections_for(kind, required=True, on=day)
    listed = Fact.of([s.title("vi") for s in required], [s.title("en") for s in required])
    return {LIST: listed} | {DAYS + s.key: _limit(s) for s in required if s.freshness.days}


def _limit(s: Section) -> Fact:
    days = s.freshness.days
    return Fact.of(f"{s.title('vi')}: {days} ngày", f"{s.title('en')}: {days} days")


def label(key: str) -> str | Promise | None:
    if not key.startswith(DAYS):
        return LABELS.get(key)
    try:
        title = section(key.removeprefix(DAYS)).title()
    except KeyError:
        return None
    return format_lazy("{deadline}: {section}", deadline=_("Deadline"), section=title)


def register() -> None:
    """Called by the app's ``ready()``."""
    register_facts(FactSource("sections", facts_of, label))
