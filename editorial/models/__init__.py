from editorial.models.authorship import (
    AuthoredMixin,
    AuthoredPageForm,
    ReviewedMixin,
    missing_authorship,
    missing_for_submission,
)
from editorial.models.board import BoardGroup, Invitation, roles_of
from editorial.models.chain import BoardTask, BoardTaskState, ChainRefusedError
from editorial.models.media import SiteDocument, SiteImage, SiteImageRendition
from editorial.models.publications import Publication, PublicationWriter
from editorial.models.sources import SourcedMixin

__all__ = [
    "AuthoredMixin",
    "AuthoredPageForm",
    "BoardGroup",
    "BoardTask",
    "BoardTaskState",
    "ChainRefusedError",
    "Invitation",
    "Publication",
    "PublicationWriter",
    "ReviewedMixin",
    "SiteDocument",
    "SiteImage",
    "SiteImageRendition",
    "SourcedMixin",
    "missing_authorship",
    "missing_for_submission",
    "roles_of",
]
