from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BoardRole(TextChoices):
    """The roles of W11.1, lowest first, and the head of the institution, who answers for the site (W3.4)."""

    AUTHOR = "author", _("Author")
    EDITOR = "editor", _("Editor")
    CHIEF = "chief", _("Chief editor")
    HEAD = "head", _("Head of the institution")


class PublicationKind(TextChoices):
    """How a page came onto the site or went off it."""

    PUBLISH = "publish", _("Approved for publication")
    UNPUBLISH = "unpublish", _("Withdrawn")
    SYSTEM = "system", _("Published by the system")
    EMERGENCY = "emergency", _("Published at once by the head")


class Escalation(TextChoices):
    """Why a step cannot be taken by the board of the page's own site."""

    NOBODY = "nobody", _("nobody on the board has this role")
    SUSPENDED = "suspended", _("every account with this role is suspended")
    OWN = "own", _("everybody with this role has written, changed, submitted or appraised the page")


class ProposalState(TextChoices):
    """What became of a proposal to take a page off the site."""

    WAITING = "waiting", _("waiting for the chief editor")
    ACCEPTED = "accepted", _("accepted: the page was withdrawn")
    REFUSED = "refused", _("refused")
    LAPSED = "lapsed", _("lapsed: the page is no longer on the site")


class ReuseTerms(TextChoices):
    """On what terms others may use a text or picture again (W7.3)."""

    QUOTE_SOURCE = "quote", _("Free to quote with the source named")
    CC_BY = "cc-by", _("Creative Commons Attribution 4.0")
    CC_BY_NC = "cc-by-nc", _("Creative Commons Attribution-NonCommercial 4.0")
    PERMISSION = "permission", _("Only with permission of the source")
    STATE_TEXT = "state", _("Official text of a state agency")

    @property
    def url(self) -> str:
        """The text of the licence, for those that have one."""
        return LICENCES.get(self, "")


LICENCES = {
    ReuseTerms.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.vi",
    ReuseTerms.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/deed.vi",
}


class PeopleShown(TextChoices):
    """Whether people can be recognised in a picture, and whether they agreed to its publication."""

    NOBODY = "nobody", _("Nobody can be recognised")
    CONSENT = "consent", _("People can be recognised, and their consent is on file")
    NO_CONSENT = "none", _("People can be recognised, consent is missing")


class RegulationStatus(TextChoices):
    """Where one version of a regulation stands. What is approved never changes."""

    DRAFT = "draft", pgettext_lazy("regulation", "Draft")
    SUBMITTED = "submitted", _("Waiting for the head")
    APPROVED = "approved", pgettext_lazy("regulation", "Approved")


REGULATION_STEPS: dict[str, frozenset[str]] = {
    RegulationStatus.DRAFT: frozenset({RegulationStatus.SUBMITTED}),
    RegulationStatus.SUBMITTED: frozenset({RegulationStatus.DRAFT, RegulationStatus.APPROVED}),
    RegulationStatus.APPROVED: frozenset(),
}


class RegulationAct(TextChoices):
    """What somebody did to a version of a regulation."""

    DRAFTED = "drafted", _("Drafted from the settings of the site")
    EDITED = "edited", _("Own provisions changed")
    REFRESHED = "refreshed", _("Brought up to date with the settings")
    SUBMITTED = "submitted", _("Handed to the head")
    RECALLED = "recalled", _("Taken back by the board")
    RETURNED = "returned", _("Returned by the head")
    APPROVED = "approved", _("Approved by the head")
    REVIEWED = "reviewed", _("Reviewed without a change")


class Meetings(TextChoices):
    """How often the board of editors meets."""

    MONTH = "month", _("once a month")
    QUARTER = "quarter", _("once a quarter")
    TERM = "term", _("once a school term")


class BoardEventKind(TextChoices):
    """What can be done to the people of a board."""

    INVITED = "invited", _("Invited")
    RENEWED = "renewed", _("Invitation sent again")
    WITHDRAWN = "withdrawn", _("Invitation withdrawn")
    ASKED = "asked", _("Asked for a new invitation")
    JOINED = "joined", _("Joined the board")
    ROLES = "roles", _("Roles changed")
    SUSPENDED = "suspended", _("Suspended")
    REINSTATED = "reinstated", _("Reinstated")
    REMOVED = "removed", _("Left the board")
    HANDED_OVER = "handed_over", _("Work handed over")
    FACTOR = "factor", _("Second factor taken away")
    REOPENED = "reopened", _("Account opened again")
    REVIEWED = "reviewed", _("Rights looked through")


class ReviewDecision(TextChoices):
    """What the head decides of one person's rights."""

    KEEP = "keep", _("Confirmed")
    END = "end", _("Ended")
