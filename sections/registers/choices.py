"""What the records choose from, and the states that follow from their days."""

from __future__ import annotations

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class QualityLevel(IntegerChoices):
    """Levels of accreditation (circulars 17, 18 and 19/2018/TT-BGDĐT)."""

    ONE = 1, pgettext_lazy("accreditation", "Level 1")
    TWO = 2, pgettext_lazy("accreditation", "Level 2")
    THREE = 3, pgettext_lazy("accreditation", "Level 3")
    FOUR = 4, pgettext_lazy("accreditation", "Level 4")


class StandardLevel(IntegerChoices):
    """Levels of the national standard (the same circulars)."""

    ONE = 1, pgettext_lazy("national standard", "Level 1")
    TWO = 2, pgettext_lazy("national standard", "Level 2")


class Validity(TextChoices):
    """Whether what a decision gave holds on a day."""

    VALID = "valid", pgettext_lazy("validity", "Valid")
    EXPIRING = "expiring", pgettext_lazy("validity", "Expires soon")
    EXPIRED = "expired", pgettext_lazy("validity", "Expired")
    COMING = "coming", pgettext_lazy("validity", "Not yet valid")


class UniversalisationField(TextChoices):
    """What is universalised (decree 20/2014/NĐ-CP, chapter II; resolution 218/2025/QH15 for children of 3 to 5 years)."""

    PRESCHOOL = "preschool", _("Preschool, children of 5 years")
    PRESCHOOL_3 = "preschool3", _("Preschool, children of 3 to 5 years")
    PRIMARY = "primary", _("Primary education")
    LOWER = "lower", _("Lower secondary education")
    LITERACY = "literacy", _("Eradication of illiteracy")


class AreaKind(TextChoices):
    """For which kind of unit a standard is recognised; districts have had none since 1 July 2025."""

    COMMUNE = "commune", _("Commune or ward")
    PROVINCE = "province", _("Province or city")


class ReachedLevel(IntegerChoices):
    """Which level of a standard was reached."""

    NOT = 0, pgettext_lazy("universalisation", "Not reached")
    ONE = 1, pgettext_lazy("universalisation", "Level 1")
    TWO = 2, pgettext_lazy("universalisation", "Level 2")
    THREE = 3, pgettext_lazy("universalisation", "Level 3")


MOST_LEVELS = {
    UniversalisationField.PRESCHOOL: 1,
    UniversalisationField.PRESCHOOL_3: 1,
    UniversalisationField.PRIMARY: 3,
    UniversalisationField.LOWER: 3,
    UniversalisationField.LITERACY: 2,
}
"""The highest level of each standard (decree 20/2014/NĐ-CP, chapter II). What knows no levels is reached with level 1."""


class ProjectGroup(TextChoices):
    """Classes of public investment projects (law 58/2024/QH15)."""

    NATIONAL = "national", _("Of national importance")
    A = "a", _("Group A")
    B = "b", _("Group B")
    C = "c", _("Group C")
    NONE = "none", pgettext_lazy("project", "Not classified")


class CapitalSource(TextChoices):
    """Where the money comes from."""

    CENTRAL = "central", _("Central budget")
    LOCAL = "local", _("Local budget")
    OWN = "own", _("Own revenue of the institution")
    ODA = "oda", _("Official development assistance and loans")
    PRIVATE = "private", _("Contributions and private capital")
    MIXED = "mixed", pgettext_lazy("capital", "Several sources")


class ProjectState(TextChoices):
    """Where a project stands on a day."""

    PREPARING = "preparing", _("In preparation")
    RUNNING = "running", _("Under way")
    LATE = "late", _("Behind its schedule")
    DONE = "done", _("Completed")
    STOPPED = "stopped", pgettext_lazy("project", "Stopped")


class ProjectDecisionKind(TextChoices):
    """What a decision on a project decides."""

    POLICY = "policy", _("Investment policy")
    APPROVAL = "approval", _("Approval of the project")
    DESIGN = "design", _("Design and estimate")
    PLAN = "plan", _("Plan for selection of contractors")
    CHANGE = "change", pgettext_lazy("project", "Adjustment")
    ACCOUNTS = "accounts", _("Final accounts")


class PackageKind(TextChoices):
    """Fields of procurement (law on bidding 22/2023/QH15)."""

    GOODS = "goods", _("Goods")
    WORKS = "works", _("Construction works")
    CONSULTING = "consulting", _("Consulting services")
    SERVICES = "services", _("Non-consulting services")
    MIXED = "mixed", pgettext_lazy("procurement", "Mixed package")


class BiddingForm(TextChoices):
    """Forms of selecting contractors (law on bidding 22/2023/QH15, article 20)."""

    OPEN = "open", _("Open bidding")
    LIMITED = "limited", _("Limited bidding")
    DIRECT = "direct", _("Direct appointment of contractor")
    QUOTES = "quotes", _("Competitive quotation")
    PURCHASE = "purchase", _("Direct procurement")
    SELF = "self", _("Self-execution")
    COMMUNITY = "community", _("Participation of the community")
    NEGOTIATION = "negotiation", _("Price negotiation")
    SPECIAL = "special", _("Selection in special cases")


class BiddingWay(TextChoices):
    """Ways of selecting contractors (law on bidding 22/2023/QH15, articles 30 to 33)."""

    ONE_ONE = "1-1", _("One stage, one envelope")
    ONE_TWO = "1-2", _("One stage, two envelopes")
    TWO_ONE = "2-1", _("Two stages, one envelope")
    TWO_TWO = "2-2", _("Two stages, two envelopes")


class TenderState(TextChoices):
    """Where a package stands at a moment."""

    PLANNED = "planned", pgettext_lazy("tender", "Planned")
    OPEN = "open", _("Open for bids")
    JUDGED = "judged", _("Bids are being evaluated")
    AWARDED = "awarded", _("Contractor selected")
    CANCELLED = "cancelled", pgettext_lazy("tender", "Cancelled")


class ConferenceKind(TextChoices):
    """What takes place online (circular 37/2020, article 8, clause 14)."""

    MEETING = "meeting", pgettext_lazy("web conference", "Meeting")
    CONFERENCE = "conference", pgettext_lazy("web conference", "Conference")
    SEMINAR = "seminar", pgettext_lazy("web conference", "Seminar")
    TRAINING = "training", pgettext_lazy("web conference", "Training")


class ConferenceSystem(TextChoices):
    """Whose system is used."""

    MINISTRY = "ministry", _("System of the Ministry of Education and Training")
    PROVINCE = "province", _("System of the province")
    OWN = "own", _("System of our institution")
    PUBLIC = "public", _("Public platform")


class ConferencePhase(TextChoices):
    """Where a conference stands at a moment."""

    NOW = "now", _("Taking place now")
    COMING = "coming", pgettext_lazy("web conference", "Coming")
    OVER = "over", pgettext_lazy("web conference", "Over")
    CANCELLED = "cancelled", pgettext_lazy("web conference", "Cancelled")


class CentreKind(TextChoices):
    """What a centre teaches (circular 37/2020, article 8, clause 16)."""

    LANGUAGE = "language", _("Foreign-language centre")
    COMPUTER = "computer", _("Computer centre")
    BOTH = "both", _("Foreign-language and computer centre")


class CentreState(TextChoices):
    """Whether a centre may teach on a day."""

    ACTIVE = "active", _("Licensed")
    EXPIRING = "expiring", _("Licence expires soon")
    EXPIRED = "expired", _("Licence expired")
    SUSPENDED = "suspended", pgettext_lazy("centre", "Suspended")
    CLOSED = "closed", pgettext_lazy("centre", "Closed")


class ExaminationRule(TextChoices):
    """What a rule of an examination is about (circular 37/2020, article 8, clause 11)."""

    REGULATION = "regulation", _("Examination regulations")
    REGISTRATION = "registration", pgettext_lazy("examination", "Registration")
    SCHEDULE = "schedule", pgettext_lazy("examination", "Schedule and places")
    ROOM = "room", _("What is allowed in the examination room")
    RESULTS = "results", _("Publication of results")
    REVIEW = "review", _("Review of marks and complaints")
    PRIORITY = "priority", _("Priority and exemption")


class CertificateRule(TextChoices):
    """What a rule of certificates is about (circular 37/2020, article 8, clause 12)."""

    ISSUE = "issue", _("Issue of certificates and degrees")
    COPY = "copy", _("Copies from the register")
    CORRECTION = "correction", _("Correction")
    REVOCATION = "revocation", _("Revocation and annulment")
    RECOGNITION = "recognition", _("Recognition of foreign degrees")
    VERIFICATION = "verification", _("Verification")
    STORAGE = "storage", _("Management of blank forms and registers")
