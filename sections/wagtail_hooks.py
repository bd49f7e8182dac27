"""What the admin shows of this package; each part keeps its own hooks."""

<<<<<<< HEAD
from sections.english import hooks as english_hooks
=======
from sections.disclosure import hooks as disclosure_hooks
>>>>>>> 81d89e5 (wip)
from sections.exchange import hooks as exchange_hooks
from sections.offers import hooks as offer_hooks
from sections.statistics import hooks as statistics_hooks

<<<<<<< HEAD
HOOKS = (english_hooks, exchange_hooks, offer_hooks, statistics_hooks)
=======
HOOKS = (disclosure_hooks, exchange_hooks, offer_hooks, statistics_hooks)
>>>>>>> 81d89e5 (wip)
"""Modules whose hooks Wagtail finds by this import."""
