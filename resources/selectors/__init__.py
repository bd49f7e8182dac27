from resources.selectors.library import Library, libraries_above, library_of, related_resources
from resources.selectors.search import Asked, members_with_resources, records_found, scope_of

__all__ = [
    "Asked",
    "Library",
    "libraries_above",
    "library_of",
    "members_with_resources",
    "records_found",
    "related_resources",
    "scope_of",
]
