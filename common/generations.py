"""The word under which everything kept about one site stands; a new word forgets all of it at once.

``edusite.page_cache`` writes a new word whenever something of the site changes. What any package keeps under the word is
therefore as fresh as the stored pages, and no writer has to know what was kept.
"""

from __future__ import annotations

from django.core.cache import cache


def generation_key(hostname: str) -> str:
    return f"pages:{hostname.lower().rstrip('.')}"


def generation(hostname: str) -> str:
    """The present word; empty where nothing was forgotten yet. Reading writes nothing."""
    return cache.get(generation_key(hostname), "")
