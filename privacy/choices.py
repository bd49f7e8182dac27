from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Decision(TextChoices):
    """What a person said about a purpose or a recipient. Silence is never consent: what was not put is
    `NOT_ASKED`."""

    GIVEN = "given", _("Accepted")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NOT_ASKED = "not_asked", _("Not asked")


class LegalBasis(TextChoices):
    CONSENT = "consent", _("Your consent")
    LAW = "law", _("A duty under the law")


class RecipientKind(TextChoices):
    AUTHORITY = "authority", _("Education authority")
    STATE = "state", _("Other state agency")
    SCHOOL = "school", _("School or centre")
    COMPANY = "company", _("Company")


class Necessity(TextChoices):
    """Why a form asks for a field (P6.2)."""

    LEGAL = "legal", _("Required by law")
    SERVICE = "service", _("Needed for the service")
    OPTIONAL = "optional", _("Optional")


class SubmissionState(TextChoices):
    ACTIVE = "active", _("Active")
    RESTRICTED = "restricted", _("Restricted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    ANONYMISED = "anonymised", _("Anonymised")
    ERASED = "erased", _("Erased")


class Actor(TextChoices):
    """Who decided."""

    SELF = "self", _("The person")
    CHILD = "child", _("The child")
    REPRESENTATIVE = "representative", _("The representative")
    STAFF = "staff", _("Staff, on request")


class Method(TextChoices):
    WEB = "web", _("On the website")
    PAPER = "paper", _("On paper")
    PHONE = "phone", _("By telephone")


class AuditAction(TextChoices):
    CREATE = "create", _("Received")
    READ = "read", _("Read")
    CHANGE = "change", _("Changed")
    EXPORT = "export", _("Exported")
    DECRYPT = "decrypt", _("Opened by the system")
    DENY = "deny", _("Access refused")
    ERASE = "erase", _("Erased")


class AccessPurpose(TextChoices):
    """For what a member of staff opens a submission: there is no access without one of these (P6.1)."""

    HANDLE = "handle", _("To handle this submission")
    ANSWER = "answer", _("To answer the sender")
    REQUEST = "request", _("To carry out a request of the sender about their information")
    INSPECT = "inspect", _("Inspection or check ordered by the head or a competent agency")


class ActivityStatus(TextChoices):
    """How far a processing activity is in the register."""

    DRAFT = "draft", _("Being written")
    REVIEW = "review", _("Waiting for approval")
    APPROVED = "approved", _("In force")
    OUTDATED = "outdated", _("To be assessed again")
    CLOSED = "closed", _("Ended")


class RetentionStart(TextChoices):
    """From when the period of a purpose is counted."""

    SUBMIT = "submit", _("the day it was received")
    CLOSE = "close", _("the day the form or matter is closed")
    YEAR_END = "year_end", _("the end of the school year (31 May)")
    DECISION = "decision", _("the day of the decision")


class EndAction(TextChoices):
    """What is done when a period is over."""

    ERASE = "erase", _("erase")
    ANONYMISE = "anonymise", _("keep totals only")
    ARCHIVE = "archive", _("hand over to the archive, then erase")


class ActivityChange(TextChoices):
    """What changed about an activity after it was approved, so that it is looked at again (circular 25/2010, article 15)."""

    FORM = "form", _("the fields of the form")
    PURPOSE = "purpose", _("a purpose")
    RECIPIENT = "recipient", _("a recipient")
    RETENTION = "retention", _("a period")
    RELEASE = "release", _("a new release of the software")


class RegisterAct(TextChoices):
    """What was done to an entry of the register or to a notice."""

    WRITTEN = "written", _("Written")
    SUBMITTED = "submitted", _("Handed in for approval")
    RECALLED = "recalled", _("Taken back")
    RETURNED = "returned", pgettext_lazy("activity", "Returned")
    APPROVED = "approved", pgettext_lazy("activity", "Approved")
    CHANGED = "changed", _("Changed after approval")
    CLOSED = "closed", _("Ended")


class DayKind(TextChoices):
    """How a day of the calendar differs from its weekday."""

    OFF = "off", _("day off")
    WORKING = "working", _("working day made up for another")


class DisclosureBasis(TextChoices):
    """On what ground something was passed on (law 91/2025, article 16; circular 25/2010, article 8)."""

    CONSENT = "consent", _("the person accepted it")
    LAW = "law", _("a law requires it")


class RequestKind(TextChoices):
    """What a person asks for about their own information (law 91/2025, article 4; circular 25/2010, article 7)."""

    VIEW = "view", _("See what is stored")
    COPY = "copy", _("Get a copy")
    CORRECT = "correct", _("Correct")
    ADD = "add", _("Add what is missing")
    WITHDRAW = "withdraw", _("Withdraw consent")
    UNSHARE = "unshare", _("Stop passing on")
    DROP = "drop", _("Remove optional details")
    ERASE = "erase", _("Erase")
    RESTRICT = "restrict", _("Restrict the use")
    OBJECT = "object", _("Object to the use")
    PROTECT = "protect", _("Protective measures")
    COMPLAIN = "complain", _("Complain")
    CERTIFY = "certify", _("Certificate of what is stored")
    REGRANT = "regrant", _("New secret code")


class RequestState(TextChoices):
    """How far a request is."""

    RECEIVED = "received", _("Received, waits for a reply")
    ACCEPTED = "accepted", _("Answered, being carried out")
    DONE = "done", _("Carried out")
    REFUSED = "refused", _("Refused")
    DROPPED = "dropped", _("Taken back")


class RevisionState(TextChoices):
    """How far the notice to somebody who had received something is."""

    DUE = "due", _("to be sent")
    SENT = "sent", _("sent")
    ACKNOWLEDGED = "acknowledged", _("acknowledged")


class RevisionKind(TextChoices):
    """What a recipient is told."""

    CORRECTED = "corrected", _("corrected or added to")
    ERASED = "erased", _("erased")
    STOPPED = "stopped", _("no longer to be used")
    RESTRICTED = "restricted", _("its use is restricted")


class AssessmentTrigger(TextChoices):
    """Why an assessment is due."""

    INITIAL = "initial", _("First assessment")
    PERIODIC = "periodic", _("Regular assessment")
    CHANGE = "change", _("Something has changed")
    INCIDENT = "incident", _("After an incident")


class Fulfilment(TextChoices):
    MET = "met", _("Fulfilled")
    PARTLY = "partly", _("In part")
    NOT_MET = "not_met", _("Not fulfilled")


class RiskLevel(TextChoices):
    LOW = "low", pgettext_lazy("risk", "Low")
    MEDIUM = "medium", pgettext_lazy("risk", "Medium")
    HIGH = "high", pgettext_lazy("risk", "High")


class ClockStart(TextChoices):
    """Which incidents a clock runs for."""

    DATA = "data", _("personal information is concerned")
    OUTAGE = "outage", _("public order is at stake or services are down for many")
    SERIOUS = "serious", _("a serious attack or failure")
    CYBER = "cyber", _("any attack on or failure of systems")
    LOCATION = "location", _("location or biometric information is concerned")


class IncidentKind(TextChoices):
    DISCLOSED = "disclosed", _("Disclosed or published")
    STOLEN = "stolen", _("Stolen or copied")
    LOST = "lost", _("Lost or destroyed")
    CHANGED = "changed", _("Changed without right")
    MISUSED = "misused", _("Used for something else")
    ATTACK = "attack", _("Attack on the system")
    OUTAGE = "outage", _("Failure of the system")


class IncidentAct(TextChoices):
    OPENED = "opened", _("Entered in the register")
    NOTED = "noted", _("Noted")
    CHANGED = "changed", _("Details changed")
    CONTAINED = "contained", _("Contained")
    REPORTED = "reported", _("Reported")
    PRINTED = "printed", _("Report printed")
    TOLD = "told", _("People told")
    CLOSED = "closed", _("Closed")


class EraseReason(TextChoices):
    """Why something that people sent ended."""

    EXPIRED = "expired", _("Its period is over")
    WITHDRAWN = "withdrawn", _("Consent withdrawn")
    REQUEST = "request", _("Request of the person")
    COMPLETED = "completed", _("Survey completed")
    ORDER = "order", _("Order of a competent agency")
    REPLAY = "replay", _("Erased before, came back with a copy of the database")


class Ended(TextChoices):
    """How much of it went."""

    WHOLE = "whole", _("erased")
    PART = "part", _("answers erased in part")
    TOTALS = "totals", _("erased, totals kept")
    ARCHIVE = "archive", _("handed over to the archive, then erased")


class ScanState(TextChoices):
    """What the virus scanner said when a file came; what it refused is not stored."""

    CLEAN = "clean", _("No virus found")
    NONE = "none", _("Not scanned: no scanner is set up")


class LookupKind(TextChoices):
    """By what a submission can be found again."""

    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail")
    NUMBER = "number", _("Number of a document")
    CODE = "code", _("Code")


class RequestStep(TextChoices):
    """What stands in the history of a request."""

    RECEIVED = "received", _("Received")
    AT_ONCE = "done_at_once", _("Carried out at once, by the person")
    REPLIED = "replied", _("Answered")
    EXTENDED = "extended", _("Put off")
    DONE = "done", _("Carried out")
    REFUSED = "refused", _("Refused")
    TAKEN_BACK = "taken_back", _("Taken back by the person")
    REMINDED = "reminded", _("Reminded of the end")
    HEAD_TOLD = "head_told", _("Overdue: the head was told")
    AUTHORITY_TOLD = "authority_told", _("Overdue: the authority above was told")
    SECRET_GIVEN = "secret_given", _("New secret code sent")
    CORRECTED = "corrected", _("A detail corrected or added, on request")
    REMOVED = "removed", _("A detail removed, on request")
    ERASE = "erase", _("Everything erased")
    RESTRICT = "restrict", _("Use restricted")
    WITHDRAW = "withdraw", _("Consent withdrawn")
    UNSHARE = "unshare", _("Passing on ended")
