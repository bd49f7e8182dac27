from privacy.services.access import (
    access_denied,
    audit_record,
    submission_change,
    submission_decrypt,
    submission_read,
    submission_within,
    submissions_export,
)
from privacy.services.activities import (
    activity_approve,
    activity_close,
    activity_recall,
    activity_return,
    activity_submit,
    activity_touch,
    activity_write,
    on_activity_change,
)
from privacy.services.agreements import agreement_end, agreement_save, agreements_remind, register_purge
from privacy.services.calendar import holidays_load
from privacy.services.disclosures import disclosure_record
from privacy.services.drafts import draft_keep, draft_open, draft_resume, draft_save
from privacy.services.files import file_delete, file_read, file_read_by_sender, file_store
from privacy.services.lookups import lookup_add, lookup_find, lookups_replace
from privacy.services.notices import (
    notice_approve,
    notice_discard,
    notice_draft,
    notice_edit,
    notice_publish,
    notice_recall,
    notice_return,
    notice_submit,
)
from privacy.services.officers import officer_appoint, officer_end
from privacy.services.recipients import recipient_save, recipient_stop
from privacy.services.retention import (
    HeldError,
    purge_expired,
    register_dependent,
    submission_close,
    submission_erase,
    submission_recompute,
)
from privacy.services.rotation import field_keys_rotate
from privacy.services.snapshots import form_snapshot
from privacy.services.submissions import submission_create

__all__ = [
    "HeldError",
    "access_denied",
    "activity_approve",
    "activity_close",
    "activity_recall",
    "activity_return",
    "activity_submit",
    "activity_touch",
    "activity_write",
    "agreement_end",
    "agreement_save",
    "agreements_remind",
    "audit_record",
    "disclosure_record",
    "draft_keep",
    "draft_open",
    "draft_resume",
    "draft_save",
    "field_keys_rotate",
    "file_delete",
    "file_read",
    "file_read_by_sender",
    "file_store",
    "form_snapshot",
    "holidays_load",
    "lookup_add",
    "lookup_find",
    "lookups_replace",
    "notice_approve",
    "notice_discard",
    "notice_draft",
    "notice_edit",
    "notice_publish",
    "notice_recall",
    "notice_return",
    "notice_submit",
    "officer_appoint",
    "officer_end",
    "on_activity_change",
    "purge_expired",
    "recipient_save",
    "recipient_stop",
    "register_dependent",
    "register_purge",
    "submission_change",
    "submission_close",
    "submission_create",
    "submission_decrypt",
    "submission_erase",
    "submission_read",
    "submission_recompute",
    "submission_within",
    "submissions_export",
]
