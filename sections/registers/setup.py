"""What records add to the registries when the application starts."""

from __future__ import annotations

from sections import links, models
from sections.exchange import register_exchange
from sections.registers.exchange import CENTRES, CONFERENCES, QUALITY, UNIVERSALISATION
from sections.registers.exchange_investment import PROJECTS, TENDERS


def register_all() -> None:
    for found in (QUALITY, UNIVERSALISATION, PROJECTS, TENDERS, CONFERENCES, CENTRES):
        register_exchange(found)
    links.register_links(models.TenderPage, "national_url")
    links.register_links(models.ConferencePage, "recording_url")
    links.register_links(models.CentrePage, "website")
