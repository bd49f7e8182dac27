from privacy.services.retention.erasing import HeldError, register_dependent, submission_erase
from privacy.services.retention.job import purge_expired
from privacy.services.retention.periods import (
    period_set,
    submission_close,
    submission_decide,
    submission_drop,
    submission_recompute,
    submission_reopen,
)
from privacy.services.retention.records import deletion_record

__all__ = [
    "HeldError",
    "deletion_record",
    "period_set",
    "purge_expired",
    "register_dependent",
    "submission_close",
    "submission_decide",
    "submission_drop",
    "submission_erase",
    "submission_recompute",
    "submission_reopen",
]
