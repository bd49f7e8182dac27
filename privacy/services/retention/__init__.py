from privacy.services.retention.erasing import HeldError, register_dependent, submission_erase
from privacy.services.retention.job import purge_expired, register_sweep
from privacy.services.retention.periods import (
    period_set,
    submission_close,
    submission_decide,
    submission_drop,
    submission_recompute,
    submission_reopen,
)
from privacy.services.retention.records import deletion_record
from privacy.services.retention.replay import deletions_replay, register_replay
from privacy.services.retention.surveys import survey_close, survey_complete, survey_reopen

__all__ = [
    "HeldError",
    "deletion_record",
    "deletions_replay",
    "period_set",
    "purge_expired",
    "register_dependent",
    "register_replay",
    "register_sweep",
    "submission_close",
    "submission_decide",
    "submission_drop",
    "submission_erase",
    "submission_recompute",
    "submission_reopen",
    "survey_close",
    "survey_complete",
    "survey_reopen",
]
