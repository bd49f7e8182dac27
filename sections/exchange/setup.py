"""What lists of pages add to the registries of the packages below."""

from __future__ import annotations

from editorial import desk
from editorial.selectors import chain
from sections.exchange import letters, selectors, timers
from sections.exchange.choices import Source
from sections.exchange.desk import BatchPart
from sections.exchange.sources import register_source
from sections.moving_in.source import SiteSource


def register_exchange_parts() -> None:
    desk.register(BatchPart())
    letters.register()
    timers.register_timers()
    chain.register_bundle("sections.exchange", selectors.bundled_states, selectors.bundled_drafts)
    for source in (Source.NUKEVIET, Source.WORDPRESS):
        register_source(source, SiteSource)
