from resources.models.library import CollectionEntry, CollectionPage, DigitalResourcesPage, ResourcePage
from resources.models.links import CheckedLink, LinkPlace
from resources.models.records import ResourceRecord

__all__ = [
    "CheckedLink",
    "CollectionEntry",
    "CollectionPage",
    "DigitalResourcesPage",
    "LinkPlace",
    "ResourcePage",
    "ResourceRecord",
]
