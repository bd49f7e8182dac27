from editorial.models.authorship import (
    AuthoredMixin,
    AuthoredPageForm,
    ReviewedMixin,
    missing_authorship,
    missing_for_submission,
)
from editorial.models.board import BoardGroup, Invitation, roles_of
from editorial.models.chain import BoardTask, BoardTaskState, ChainRefusedError
from editorial.models.publications import Publication, PublicationWriter

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
    "missing_authorship",
    "missing_for_submission",
    "roles_of",
]
