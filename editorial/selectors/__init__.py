"""Who is on which board, what lies where in the chain, what a board has published."""

from editorial.selectors.boards import (
    board_members,
    board_roles,
    has_role,
    institutions_of,
    led_by,
    open_invitations,
)
from editorial.selectors.chain import ChainRow, in_progress_of, return_of, returned_to, waiting_for
from editorial.selectors.publications import publications_for

__all__ = [
    "ChainRow",
    "board_members",
    "board_roles",
    "has_role",
    "in_progress_of",
    "institutions_of",
    "led_by",
    "open_invitations",
    "publications_for",
    "return_of",
    "returned_to",
    "waiting_for",
]
