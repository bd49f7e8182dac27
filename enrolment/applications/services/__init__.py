"""What is done with an application by whoever sent it, and by staff who enter one from paper."""

from enrolment.applications.services.opening import (
    application_corrected,
    application_open,
    application_received,
    application_replaced,
    child_claim,
    child_reclaim,
    child_reindexed,
    lot_code_of,
    may_change,
)
from enrolment.applications.services.places import (
    application_withdraw,
    evidence_add,
    may_withdraw,
    place_confirm,
    place_decline,
    places_left,
)

__all__ = [
    "application_corrected",
    "application_open",
    "application_received",
    "application_replaced",
    "application_withdraw",
    "child_claim",
    "child_reclaim",
    "child_reindexed",
    "evidence_add",
    "lot_code_of",
    "may_change",
    "may_withdraw",
    "place_confirm",
    "place_decline",
    "places_left",
]
