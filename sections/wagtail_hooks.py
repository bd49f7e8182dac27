"""What the admin shows of this package; each part keeps its own hooks."""

from sections.exchange import hooks as exchange_hooks

HOOKS = (exchange_hooks,)
"""Modules whose hooks Wagtail finds by this import."""
