"""What figures are about: levels of education, groups of indicators, units."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import InstitutionType


class Level(TextChoices):
    """The columns of a grid. The joint levels are kinds of school only: a class or a pupil belongs to one level."""

    WHOLE = "all", pgettext_lazy("statistics", "Whole institution")
    PRESCHOOL = "preschool", _("Preschool (nursery and kindergarten)")
    NURSERY = "nursery", _("Nursery")
    KINDERGARTEN = "kindergarten", pgettext_lazy("level", "Kindergarten")
    PRIMARY = "primary", pgettext_lazy("level", "Primary")
    LOWER = "lower_secondary", pgettext_lazy("level", "Lower secondary")
    UPPER = "upper_secondary", pgettext_lazy("level", "Upper secondary")
    PRIMARY_LOWER = "primary_lower", _("Primary and lower secondary")
    LOWER_UPPER = "lower_upper", _("Lower and upper secondary")
    PRIMARY_UPPER = "primary_upper", _("Primary to upper secondary")
    CONTINUING = "continuing", pgettext_lazy("level", "Continuing education")


class Group(TextChoices):
    """The tables in which figures are entered and shown."""

    NETWORK = "network", pgettext_lazy("statistics", "Schools")
    CLASSES = "classes", pgettext_lazy("statistics", "Classes")
    PUPILS = "pupils", pgettext_lazy("statistics", "Pupils")
    STAFF = "staff", pgettext_lazy("statistics", "Staff")
    FACILITIES = "facilities", pgettext_lazy("statistics", "Facilities")


class Unit(TextChoices):
    """What is counted. Everything but areas and ratios is counted in whole numbers."""

    SCHOOL = "school", pgettext_lazy("unit", "schools")
    PLACE = "place", pgettext_lazy("unit", "places")
    CLASS = "class", pgettext_lazy("unit", "classes")
    PUPIL = "pupil", pgettext_lazy("unit", "pupils")
    PERSON = "person", pgettext_lazy("unit", "persons")
    ROOM = "room", pgettext_lazy("unit", "rooms")
    PIECE = "piece", pgettext_lazy("unit", "pieces")
    SQUARE_METRE = "m2", pgettext_lazy("unit", "m²")
    RATIO = "ratio", pgettext_lazy("unit", "on average")

    @property
    def is_whole(self) -> bool:
        return self not in (Unit.SQUARE_METRE, Unit.RATIO)


class Severity(TextChoices):
    """A warning may be confirmed with a reason, an error not."""

    ERROR = "error", pgettext_lazy("finding", "Error")
    WARNING = "warning", pgettext_lazy("finding", "Warning")


PUPIL_LEVELS = (
    Level.NURSERY,
    Level.KINDERGARTEN,
    Level.PRIMARY,
    Level.LOWER,
    Level.UPPER,
    Level.CONTINUING,
)
SCHOOL_LEVELS = (Level.PRIMARY, Level.LOWER, Level.UPPER)
KINDS_OF_SCHOOL = (
    Level.PRESCHOOL,
    Level.PRIMARY,
    Level.LOWER,
    Level.UPPER,
    Level.PRIMARY_LOWER,
    Level.LOWER_UPPER,
    Level.PRIMARY_UPPER,
    Level.CONTINUING,
)

_T = InstitutionType
_LEVELS_OF_TYPE: dict[InstitutionType, tuple[Level, ...]] = {
    _T.KINDERGARTEN: (Level.NURSERY, Level.KINDERGARTEN),
    _T.PRESCHOOL: (Level.NURSERY, Level.KINDERGARTEN),
    _T.PRIMARY: (Level.PRIMARY,),
    _T.LOWER_SECONDARY: (Level.LOWER,),
    _T.UPPER_SECONDARY: (Level.UPPER,),
    _T.CONTINUING: (Level.CONTINUING,),
    _T.VOCATIONAL_CONTINUING: (Level.CONTINUING,),
    _T.COMMUNITY: (Level.CONTINUING,),
    _T.OTHER_CENTRE: (Level.CONTINUING,),
}


def levels_of(institution_type: str) -> tuple[Level, ...]:
    """The levels at which an institution of this type has classes; authorities and schools of several levels: all."""
    return _LEVELS_OF_TYPE.get(InstitutionType(institution_type), PUPIL_LEVELS)
