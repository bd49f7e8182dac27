from editorial.models.authorship import AuthoredMixin, ReviewedMixin, missing_authorship
from editorial.models.board import BoardGroup, Invitation

__all__ = ["AuthoredMixin", "BoardGroup", "Invitation", "ReviewedMixin", "missing_authorship"]
