from privacy.models.activities import ProcessingActivity
from privacy.models.agreements import AgreementPaper, Processor, TransferAgreement
from privacy.models.calendar import Holiday
from privacy.models.disclosures import Disclosure, RevisionNotice
from privacy.models.events import RegisterEvent
from privacy.models.files import LookupKey, SubmissionFile
from privacy.models.floods import FloodBreak
from privacy.models.form_below import FormBelowPage
from privacy.models.guard import GuardCheck, GuardDecision, GuardGround, GuardState
from privacy.models.guard_lookups import ListLookup, ListLookupRow, LookupKeyKind
from privacy.models.incidents import CompetentBody, Incident, IncidentEvent, IncidentRule
from privacy.models.inspection import Acknowledgement, Assessment, AssessmentAnswer
from privacy.models.notices import Notice, PublishedNoticeError
from privacy.models.officers import PrivacyOfficer
from privacy.models.pages import AbstractFormPage
from privacy.models.proof import AppendOnlyError, ChainedEntry, ConsentEvent, PrivacyAudit
from privacy.models.purposes import Purpose, Recipient
from privacy.models.requests import Certificate, RequestEvent, SubjectRequest
from privacy.models.retention import DeletionRecord, LegalHold
from privacy.models.sent import SentForm
from privacy.models.submissions import FormDraft, SealedModel, Submission
from privacy.models.totals import ArchivePackage, FormTotals, Survey

__all__ = [
    "AbstractFormPage",
    "Acknowledgement",
    "AgreementPaper",
    "AppendOnlyError",
    "ArchivePackage",
    "Assessment",
    "AssessmentAnswer",
    "Certificate",
    "ChainedEntry",
    "CompetentBody",
    "ConsentEvent",
    "DeletionRecord",
    "Disclosure",
    "FloodBreak",
    "FormBelowPage",
    "FormDraft",
    "FormTotals",
    "GuardCheck",
    "GuardDecision",
    "GuardGround",
    "GuardState",
    "Holiday",
    "Incident",
    "IncidentEvent",
    "IncidentRule",
    "LegalHold",
    "ListLookup",
    "ListLookupRow",
    "LookupKey",
    "LookupKeyKind",
    "Notice",
    "PrivacyAudit",
    "PrivacyOfficer",
    "ProcessingActivity",
    "Processor",
    "PublishedNoticeError",
    "Purpose",
    "Recipient",
    "RegisterEvent",
    "RequestEvent",
    "RevisionNotice",
    "SealedModel",
    "SentForm",
    "SubjectRequest",
    "Submission",
    "SubmissionFile",
    "Survey",
    "TransferAgreement",
]
