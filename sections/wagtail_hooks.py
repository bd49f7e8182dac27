"""What the admin shows of this package; each part keeps its own hooks."""

from sections.disclosure import hooks as disclosure_hooks
from sections.english import hooks as english_hooks
from sections.exchange import hooks as exchange_hooks
from sections.offers import hooks as offer_hooks
from sections.statistics import hooks as statistics_hooks

HOOKS = (disclosure_hooks, english_hooks, exchange_hooks, offer_hooks, statistics_hooks)
"""Modules whose hooks Wagtail finds by this import."""
