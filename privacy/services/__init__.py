from privacy.services.access import audit_record, submission_change, submission_read, submissions_export
from privacy.services.activities import (
    activity_approve,
    activity_close,
    activity_recall,
    activity_return,
    activity_submit,
    activity_touch,
    on_activity_change,
)
from privacy.services.calendar import holidays_load
from privacy.services.disclosures import disclosure_record
from privacy.services.drafts import draft_save
from privacy.services.notices import notice_publish
from privacy.services.retention import purge_expired
from privacy.services.rotation import field_keys_rotate
from privacy.services.submissions import submission_create

__all__ = [
    "activity_approve",
    "activity_close",
    "activity_recall",
    "activity_return",
    "activity_submit",
    "activity_touch",
    "audit_record",
    "disclosure_record",
    "draft_save",
    "field_keys_rotate",
    "holidays_load",
    "notice_publish",
    "on_activity_change",
    "purge_expired",
    "submission_change",
    "submission_create",
    "submission_read",
    "submissions_export",
]
