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
from editorial.selectors.people import access_review_due, managed_by, people_of
from editorial.selectors.publications import (
    last_refusal,
    proposals_of,
    publications_for,
    waiting_proposal,
)
from editorial.selectors.standing import Standing, escalation_text, standing_of

__all__ = [
    "ChainRow",
    "Standing",
    "access_review_due",
    "board_members",
    "board_roles",
    "escalation_text",
    "has_role",
    "in_progress_of",
    "institutions_of",
    "last_refusal",
    "led_by",
    "managed_by",
    "open_invitations",
    "people_of",
    "proposals_of",
    "publications_for",
    "return_of",
    "returned_to",
    "standing_of",
    "waiting_for",
    "waiting_proposal",
]
