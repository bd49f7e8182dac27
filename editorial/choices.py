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
