"""What search engines are told of a site: sitemaps.org protocol 0.9, with the other language of each page beside it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from home.frame import Frame, language_root
from home.selectors import site_pages

MAX_ADDRESSES = 50_000
"""The protocol's limit for one file."""


def site_addresses(frame: Frame) -> list[dict[str, Any]]:
    """As Django's ``sitemap.xml`` template takes them; two queries a language for any number of pages."""
    languages = {home.locale_id: language for language, home in frame.homes.items()}
    homes = {home.locale_id: home for home in frame.homes.values()}
    versions: dict[Any, list[dict[str, str]]] = defaultdict(list)
    addresses = []
    for page in site_pages(homes=list(frame.homes.values())):
        language = languages[page.locale_id]
        path = language_root(language) + page.url_path[len(homes[page.locale_id].url_path) :]
        version = {"location": frame.origin + path, "lang_code": language}
        versions[page.translation_key].append(version)
        addresses.append((page, version["location"]))
    return [
        {
            "location": location,
            "lastmod": page.last_published_at,
            "alternates": found if len(found := versions[page.translation_key]) > 1 else [],
        }
        for page, location in addresses[:MAX_ADDRESSES]
    ]
