"""Puts the items of all sources on the list, once, when the page types are loaded."""

from sections.disclosure import authorities, circular_09_2024, circular_36_2017
from sections.disclosure.items import register_items

for source in (circular_09_2024, circular_36_2017, authorities):
    register_items(source.ITEMS)
