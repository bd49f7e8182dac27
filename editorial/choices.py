from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
