"""The closed lists of a procedure's record, in the words of the national database of administrative procedures."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """Who carries a procedure out. Districts ended on 1 July 2025; records from before name them."""

    MINISTRY = "ministry", _("Ministry level")
    PROVINCE = "province", _("Province level")
    DISTRICT = "district", _("District level (until 30 June 2025)")
    COMMUNE = "commune", _("Commune level")
    OTHER = "other", _("School or other body")


class Audience(models.TextChoices):
    """Who may use a procedure: the classes of the national database, and the three that parents and schools look for."""

    PUPILS = "pupils", _("Pupils, students and their parents")
    SCHOOLS = "schools", _("Schools and education centres")
    CITIZENS = "citizens", _("Vietnamese citizens")
    OVERSEAS = "overseas", _("Vietnamese who live abroad")
    FOREIGNERS = "foreigners", _("Foreigners")
    OFFICIALS = "officials", _("Teachers, officials and public employees")
    ENTERPRISES = "enterprises", _("Enterprises")
    FOREIGN_INVESTED = "foreign_invested", _("Enterprises with foreign capital")
    COOPERATIVES = "cooperatives", _("Cooperatives")
    ORGANISATIONS = "organisations", _("Organisations, not being enterprises or cooperatives")
    FOREIGN_ORGANISATIONS = "foreign_bodies", _("Foreign organisations")
    PARTY = "party", _("Party members and Party organisations")


class OnlineLevel(models.TextChoices):
    """How far a service goes online (decree 42/2022/NĐ-CP, in force since 15 August 2022; the four levels of decree
    43/2011/NĐ-CP before it are no longer used)."""

    FULL = "full", pgettext_lazy("online service", "Full (whole way online)")
    PARTIAL = "partial", pgettext_lazy("online service", "Partial (some steps at the office)")
    INFORMATION = "information", pgettext_lazy("online service", "Information only")


class Channel(models.TextChoices):
    """How an application is handed in."""

    DIRECT = "direct", _("At the office")
    ONLINE = "online", pgettext_lazy("hand in", "Online")
    POST = "post", pgettext_lazy("hand in", "By post")


class FeeKind(models.TextChoices):
    """The law on fees and charges (97/2015/QH13, article 3) knows two kinds: phí for a service, lệ phí for a public act."""

    FEE = "fee", pgettext_lazy("phí", "Fee for a service")
    CHARGE = "charge", pgettext_lazy("lệ phí", "Charge")


class Category(models.TextChoices):
    """The kinds of procedure in the national database."""

    DETAILED = "detailed", _("Procedure whose details a law leaves to a decree or circular")
    NOT_DELEGATED = "not_delegated", _("Procedure that no law leaves to the locality")
    OTHER = "other", pgettext_lazy("procedure", "Other kind")


class Change(models.TextChoices):
    """What a decision did to a procedure."""

    ISSUED = "issued", pgettext_lazy("procedure", "Newly issued")
    AMENDED = "amended", pgettext_lazy("procedure", "Amended")
    REPLACED = "replaced", pgettext_lazy("procedure", "Replaces another procedure")
    STANDARDISED = "standardised", pgettext_lazy("procedure", "Standardised")


class Status(models.TextChoices):
    """Where a procedure stands on a day; follows from its dates."""

    COMING = "coming", pgettext_lazy("procedure", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("procedure", "In force")
    REPEALED = "repealed", pgettext_lazy("procedure", "Repealed")
