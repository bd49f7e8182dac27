"""The points of an assessment: article 15(2)(a)–(g) of circular 25/2010, and sections of the dossier on the effects of
processing (decree 356/2025, articles 19–20, Form 10). Each begins with what the register knows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEMPLATE = 1
"""Version of the list of points, kept with the facts of each assessment."""


@dataclass(frozen=True)
class Point:
    """`facts` names the parts of the prefilled facts that are shown with it."""

    key: str
    title: str | Promise
    citation: str
    question: str | Promise
    facts: tuple[str, ...] = ()


POINTS = (
    Point(
        "a",
        _("Observance of law"),
        "25/2010/TT-BTTTT, 15.2.a",
        _("Does each form have its legal basis, a regulation in force, and an officer appointed in writing?"),
        ("notice", "officer", "activities"),
    ),
    Point(
        "b",
        _("What is collected, for what, and who may receive it"),
        "25/2010/TT-BTTTT, 15.2.b",
        _("Is every field needed for its purpose, and is every recipient named before something is sent?"),
        ("purposes", "recipients"),
    ),
    Point(
        "c",
        _("Use and risks of collecting, using and sharing"),
        "25/2010/TT-BTTTT, 15.2.c",
        _("What could happen to people through this, how likely is it, and is the use worth it?"),
        ("sensitive", "children", "figures"),
    ),
    Point(
        "d",
        _("Level of protection"),
        "25/2010/TT-BTTTT, 15.2.d",
        _("Are rights, holds, deletion and access on record carried out as the regulation says?"),
        ("retention", "staff"),
    ),
    Point(
        "dd",
        _("Technical standards of the infrastructure"),
        "25/2010/TT-BTTTT, 15.2.đ",
        _("Do servers, transmission, backup and accounts follow the standards? Name the latest check."),
        ("release",),
    ),
    Point(
        "e",
        _("Measures that limit harm when something happens"),
        "25/2010/TT-BTTTT, 15.2.e",
        _("Who does what in an incident, was it tried, and do the people affected learn of it?"),
        ("incidents",),
    ),
    Point(
        "g",
        _("Limits of the site in keeping information whole"),
        "25/2010/TT-BTTTT, 15.2.g",
        _("What does not work as it should, and when is it mended?"),
        ("overdue",),
    ),
    Point(
        "flow",
        _("Flow of the data"),
        "356/2025/NĐ-CP, 19–20, Mẫu số 10",
        _("From whom it comes, where it is kept, who processes it, to whom it goes, how it ends."),
        ("activities", "recipients"),
    ),
    Point(
        "consent",
        _("Consent and other legal bases"),
        "356/2025/NĐ-CP, 6; Mẫu số 10",
        _("How consent is asked, proved and withdrawn; which processing rests on a law instead."),
        ("purposes",),
    ),
    Point(
        "storage",
        _("Retention and erasure"),
        "91/2025/QH15, 14; Mẫu số 10",
        _("Is each period the shortest that serves the purpose, and is it kept?"),
        ("retention", "overdue"),
    ),
)


def point(key: str) -> Point:
    """Raises KeyError."""
    return {one.key: one for one in POINTS}[key]
