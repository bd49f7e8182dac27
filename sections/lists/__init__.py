"""What every list of a section shares (W3.1a, W8.3, W8.7): filters, order, print view and downloads, said once.

A section page sets ``listing = Listing(…)``; ``sections.models.base.SectionPage`` does the rest.
"""

from sections.lists.columns import Column
from sections.lists.filters import Choice, Days, Filter, Flag, Words, Year
from sections.lists.folding import Folded, HasWords, with_words
from sections.lists.listing import Listing

__all__ = [
    "Choice",
    "Column",
    "Days",
    "Filter",
    "Flag",
    "Folded",
    "HasWords",
    "Listing",
    "Words",
    "Year",
    "with_words",
]
