from editorial.models.authorship import (
    AuthoredMixin,
    AuthoredPageForm,
    ReviewedMixin,
)
from editorial.models.board import BoardGroup, Invitation, roles_of
from editorial.models.chain import BoardTask, BoardTaskState, ChainRefusedError
from editorial.models.media import SiteDocument, SiteImage, SiteImageRendition
from editorial.models.publications import Publication, PublicationWriter
from editorial.models.regulations import ApprovedRegulationError, Regulation, RegulationEvent, Upkeep
from editorial.models.sources import SourcedMixin
from editorial.models.submission import media_of, missing_authorship, missing_for_submission

__all__ = [
    "ApprovedRegulationError",
    "AuthoredMixin",
    "AuthoredPageForm",
    "BoardGroup",
    "BoardTask",
    "BoardTaskState",
    "ChainRefusedError",
    "Invitation",
    "Publication",
    "PublicationWriter",
    "Regulation",
    "RegulationEvent",
    "ReviewedMixin",
    "SiteDocument",
    "SiteImage",
    "SiteImageRendition",
    "SourcedMixin",
    "Upkeep",
    "media_of",
    "missing_authorship",
    "missing_for_submission",
    "roles_of",
]
