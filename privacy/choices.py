from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
    DENY = "deny", _("Access refused")


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
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    CHANGED = "changed", _("Changed after approval")
    CLOSED = "closed", _("Ended")
