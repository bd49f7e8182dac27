"""Kinds, types and forms of ownership of institutions, and how lists write them.

Article 1 of circular 37/2020 names the kinds of facility. What Vietnamese law calls "mầm non" (three
months to six years) is `preschool`; "mẫu giáo" (three to six years) is `kindergarten`. A nursery ("nhà
trẻ", "nhóm trẻ", up to three years) has no name of its own there and counts as `preschool`, the one whose
ages include it.
"""

import re
from collections.abc import Sequence

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.text import fold

__all__ = [
    "InstitutionKind",
    "InstitutionType",
    "Ownership",
    "RowStatus",
    "UnclearValueError",
    "kind_of",
    "parse_ownership",
    "parse_type",
    "type_in_name",
]


class InstitutionKind(TextChoices):
    """The families that the clauses of the circular bind: two of authorities, one of facilities."""

    DEPARTMENT = "department", _("department of education and training")
    AGENCY = "agency", _("education agency")
    FACILITY = "facility", _("education facility")


class InstitutionType(TextChoices):
    """What an institution is, as precisely as circular 37/2020, article 1, names it."""

    DEPARTMENT = "department", _("Department of Education and Training")
    AGENCY = "agency", _("Education agency")
    KINDERGARTEN = "kindergarten", _("Kindergarten")
    PRESCHOOL = "preschool", _("Preschool")
    PRIMARY = "primary", _("Primary school")
    LOWER_SECONDARY = "lower_secondary", _("Lower secondary school")
    UPPER_SECONDARY = "upper_secondary", _("Upper secondary school")
    UNIVERSAL = "universal", _("School of several levels")
    CONTINUING = "continuing", _("Continuing education centre")
    VOCATIONAL_CONTINUING = "vocational_continuing", _("Vocational and continuing education centre")
    COMMUNITY = "community", _("Community learning centre")
    OTHER_CENTRE = "other_centre", _("Other centre of continuing education")


class Ownership(TextChoices):
    """Who founded the institution and pays for it."""

    PUBLIC = "public", pgettext_lazy("ownership", "Public")
    PRIVATE = "private", pgettext_lazy("ownership", "Private")
    PEOPLE_FOUNDED = "people_founded", _("People-founded")
    UNKNOWN = "", _("Not stated")


class RowStatus(TextChoices):
    """What became of a row of a list."""

    CREATED = "created", pgettext_lazy("outcome", "created")
    UPDATED = "updated", _("updated")
    UNCHANGED = "unchanged", _("unchanged")
    REJECTED = "rejected", _("not taken")


class UnclearValueError(ValueError):
    """A text that names no choice, or more than one.

    `value` is the text, `suggestions` the choices it may mean: empty where it is not known at all.
    """

    def __init__(self, value: str, suggestions: Sequence[TextChoices] = ()) -> None:
        super().__init__(value)
        self.value = value
        self.suggestions = tuple(suggestions)


def kind_of(institution_type: str) -> InstitutionKind:
    """Return the family of a type; ValueError for a type that does not exist."""
    match InstitutionType(institution_type):
        case InstitutionType.DEPARTMENT:
            return InstitutionKind.DEPARTMENT
        case InstitutionType.AGENCY:
            return InstitutionKind.AGENCY
        case _:
            return InstitutionKind.FACILITY


_T = InstitutionType

# Keys are folded texts without spaces and signs, a leading "trường" left out.
_TYPE_WORDS: dict[str, InstitutionType] = {
    key: institution_type
    for institution_type, keys in {
        _T.DEPARTMENT: (
            "so sogiaoducvadaotao sogiaoducdaotao sogddt sogdvadt sgddt sgd departmentofeducationandtraining "
            "departmentofeducation educationdepartment"
        ),
        _T.AGENCY: (
            "phong phonggiaoducvadaotao phonggiaoducdaotao phonggiaoduc phonggddt phonggdvadt phonggd "
            "pgddt pgd "
            "phongvanhoaxahoi phongvanhoavaxahoi phongvhxh phongvhvaxh educationagency "
            "agencyofeducationandtraining"
        ),
        _T.KINDERGARTEN: (
            "maugiao mg lopmaugiao maugiaodoclap lopmaugiaodoclap kindergarten independentkindergarten"
        ),
        _T.PRESCHOOL: (
            "mamnon mn lopmamnon mamnondoclap lopmamnondoclap nhatre nhomtre nhomtredoclap nhomtrelopmaugiao "
            "nhomtrelopmaugiaodoclap nhomlop nhomlopdoclap preschool independentpreschool nursery"
        ),
        _T.PRIMARY: "primaryschool elementaryschool cap1",
        _T.LOWER_SECONDARY: "lowersecondaryschool cap2",
        _T.UPPER_SECONDARY: "uppersecondaryschool highschool cap3 ptth phothongtrunghoc",
        _T.UNIVERSAL: (
            "universalschool schoolofseverallevels phothongconhieucaphoc ptconhieucaphoc "
            "phothongnhieucaphoc nhieucaphoc "
            "lientcap liencap phothongliencap cap12 cap23 cap123 cap1va2 cap2va3 ptcs phothongcoso"
        ),
        _T.CONTINUING: (
            "gdtx giaoducthuongxuyen ttgdtx trungtamgdtx trungtamgiaoducthuongxuyen "
            "continuingeducationcentre "
            "continuingeducationcenter continuouseducationcenter continuouseducationcentre"
        ),
        _T.VOCATIONAL_CONTINUING: (
            "gdnngdtx giaoducnghenghiepgiaoducthuongxuyen ttgdnngdtx trungtamgdnngdtx "
            "trungtamgiaoducnghenghiepgiaoducthuongxuyen trungtamgiaoducnghenghiepvagiaoducthuongxuyen "
            "ttgdnnvagdtx "
            "vocationalandcontinuingeducationcentre vocationalandcontinuingeducationcenter"
        ),
        _T.COMMUNITY: (
            "hoctapcongdong tthtcd htcd trungtamhtcd trungtamhoctapcongdong tthoctapcongdong "
            "communitylearningcentre "
            "communitylearningcenter communityeducationcentre communityeducationcenter"
        ),
        _T.OTHER_CENTRE: (
            "trungtamkhac ttkhac trungtamkhacthuchiennhiemvugiaoducthuongxuyen "
            "trungtamngoaingu trungtamtinhoc trungtamngoaingutinhoc ttnnth "
            "ttngoaingutinhoc ttngoaingu "
            "tttinhoc othercentreofcontinuingeducation othercentre othercenter"
        ),
    }.items()
    for key in keys.split()
} | {value.replace("_", ""): InstitutionType(value) for value in InstitutionType.values}

_UNCLEAR_TYPES: dict[str, tuple[InstitutionType, ...]] = {
    key: meanings
    for keys, meanings in (
        ("phothong pt lienthong", (_T.PRIMARY, _T.LOWER_SECONDARY, _T.UPPER_SECONDARY, _T.UNIVERSAL)),
        ("trunghoc secondaryschool", (_T.LOWER_SECONDARY, _T.UPPER_SECONDARY, _T.UNIVERSAL)),
        ("chuyen phothongchuyen phothongnangkhieu", (_T.UPPER_SECONDARY, _T.UNIVERSAL)),
        (
            "nangkhieu nangkhieuthethao nangkhieutheducthethao nangkhieutdtt nangkhieunghethuat",
            (_T.LOWER_SECONDARY, _T.UPPER_SECONDARY, _T.UNIVERSAL),
        ),
        ("dantocbantru phothongdantocbantru ptdtbt dtbt", (_T.PRIMARY, _T.LOWER_SECONDARY, _T.UNIVERSAL)),
        (
            "dantocnoitru phothongdantocnoitru ptdtnt dtnt",
            (_T.LOWER_SECONDARY, _T.UPPER_SECONDARY, _T.UNIVERSAL),
        ),
        ("mamnontieuhoc mamnonvatieuhoc mnth", (_T.PRESCHOOL, _T.PRIMARY, _T.UNIVERSAL)),
        (
            "trungtam tt centre center",
            (_T.CONTINUING, _T.VOCATIONAL_CONTINUING, _T.COMMUNITY, _T.OTHER_CENTRE),
        ),
        ("gdnn giaoducnghenghiep ttgdnn trungtamgdnn", (_T.VOCATIONAL_CONTINUING, _T.OTHER_CENTRE)),
        ("botucvanhoa btvh botuc", (_T.CONTINUING, _T.OTHER_CENTRE)),
        ("coquanquanlygiaoduc authority educationauthority", (_T.DEPARTMENT, _T.AGENCY)),
        (
            "cosogiaoduc truong truonghoc school facility educationfacility",
            tuple(_T(value) for value in _T.values if value not in {"department", "agency"}),
        ),
    )
    for key in keys.split()
}

_LEVELS = re.compile(
    r"(?:phothong)?(?P<primary>tieuhoc|tih|th)?(?:va)?(?P<lower>trunghoccoso|thcs)?(?:va)?"
    r"(?P<upper>trunghocphothong|thpt)?(?:chuyen)?"
)
_BOARDING = re.compile(r"^(?:ptdtbt|ptdtnt|(?:phothong)?dantoc(?:ban|noi)tru)")
_NAME_START = re.compile(
    r"^(?:truong\s+)?(?P<levels>(?:"
    r"(?:tieu hoc|tih|trung hoc co so|trung hoc pho thong|th|thcs|thpt|thcsthpt|va|pho thong)"
    r"[\s\-–,&+]+)+)"
)

_OWNERSHIPS: dict[str, Ownership] = {
    key: ownership
    for ownership, keys in {
        Ownership.PUBLIC: "public conglap cl nhanuoc conglaptuchu",
        Ownership.PRIVATE: "private tuthuc tunhan tu",
        Ownership.PEOPLE_FOUNDED: "peoplefounded danlap dl",
        Ownership.UNKNOWN: "notstated",
    }.items()
    for key in keys.split()
}
_UNCLEAR_OWNERSHIPS: dict[str, tuple[Ownership, ...]] = {
    "ngoaiconglap": (Ownership.PRIVATE, Ownership.PEOPLE_FOUNDED),
    "ncl": (Ownership.PRIVATE, Ownership.PEOPLE_FOUNDED),
    "bancong": (Ownership.PUBLIC, Ownership.PRIVATE),
    "covondautunuocngoai": (Ownership.PRIVATE,),
}


def parse_type(text: str) -> InstitutionType:
    """Return the type that a text names: stored value, English label, Vietnamese name or abbreviation.

    Accents, case, "trường" and a remark in brackets do not matter. Several levels together are
    `universal`. Raises UnclearValueError for anything else, with the types it may mean: "Trường phổ
    thông" or "Trường chuyên" are never guessed.
    """
    for candidate in (text, re.sub(r"\([^)]*\)", " ", text)):
        key = _key(candidate)
        for bare in (key, key.removeprefix("truong")):
            if bare in _TYPE_WORDS:
                return _TYPE_WORDS[bare]
            if bare in _UNCLEAR_TYPES:
                raise UnclearValueError(text, _UNCLEAR_TYPES[bare])
        levels = _levels(_BOARDING.sub("", key.removeprefix("truong")))
        if levels is not None:
            return levels
    raise UnclearValueError(text)


def type_in_name(name: str) -> InstitutionType | None:
    """Return the type a school's name begins with ("THCS và THPT …"), None where it states none."""
    folded = fold(re.sub(r"\([^)]*\)", " ", name))
    match = _NAME_START.match(folded + " ")
    return _levels(_key(match["levels"])) if match else None


def parse_ownership(text: str) -> Ownership:
    """Return the ownership a text names, `UNKNOWN` for an empty text. Raises UnclearValueError."""
    if not text.strip():
        return Ownership.UNKNOWN
    key = _key(text).removeprefix("truong")
    if key in _OWNERSHIPS:
        return _OWNERSHIPS[key]
    raise UnclearValueError(text, _UNCLEAR_OWNERSHIPS.get(key, ()))


def _levels(key: str) -> InstitutionType | None:
    match = _LEVELS.fullmatch(key)
    if match is None:
        return None
    found = [level for level, text in match.groupdict().items() if text]
    if len(found) > 1:
        return InstitutionType.UNIVERSAL
    names = {"primary": _T.PRIMARY, "lower": _T.LOWER_SECONDARY, "upper": _T.UPPER_SECONDARY}
    return names[found[0]] if found else None


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))
