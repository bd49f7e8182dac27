from editorial.models.authorship import (
    AuthoredMixin,
    AuthoredPageForm,
    ReviewedMixin,
)
from editorial.models.board import BoardGroup, Invitation, institutions_served, roles_of
from editorial.models.chain import BoardTask
from editorial.models.chain_settings import ChainSettings, chain_settings_for, chain_settings_of
from editorial.models.mandates import Mandate, MandateEnd
from editorial.models.media import SiteDocument, SiteImage, SiteImageRendition
from editorial.models.people import (
    AccessReview,
    AccessReviewItem,
    AppendOnlyError,
    BoardEvent,
    SuspendedRole,
)
from editorial.models.publications import Publication, PublicationWriter
from editorial.models.regulations import ApprovedRegulationError, Regulation, RegulationEvent, Upkeep
from editorial.models.reviews import PageReview, ReviewNotice, ReviewStage
from editorial.models.routing import Boards
from editorial.models.sources import SourcedMixin
from editorial.models.steps import BoardTaskState, ChainRefusedError, person_name
from editorial.models.submission import media_of, missing_authorship, missing_for_submission
from editorial.models.withdrawals import WithdrawalProposal

__all__ = [
    "AccessReview",
    "AccessReviewItem",
    "AppendOnlyError",
    "ApprovedRegulationError",
    "AuthoredMixin",
    "AuthoredPageForm",
    "BoardEvent",
    "BoardGroup",
    "BoardTask",
    "BoardTaskState",
    "Boards",
    "ChainRefusedError",
    "ChainSettings",
    "Invitation",
    "Mandate",
    "MandateEnd",
    "PageReview",
    "Publication",
    "PublicationWriter",
    "Regulation",
    "RegulationEvent",
    "ReviewNotice",
    "ReviewStage",
    "ReviewedMixin",
    "SiteDocument",
    "SiteImage",
    "SiteImageRendition",
    "SourcedMixin",
    "SuspendedRole",
    "Upkeep",
    "WithdrawalProposal",
    "chain_settings_for",
    "chain_settings_of",
    "institutions_served",
    "media_of",
    "missing_authorship",
    "missing_for_submission",
    "person_name",
    "roles_of",
]
