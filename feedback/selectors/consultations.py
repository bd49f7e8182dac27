"""Reads of consultations: for readers, and for the desk only those of institutions that the user may open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from feedback.choices import AnswerSource, ConsultationState
from feedback.models import (
    CONSULTATION,
    GENERAL,
    ConsultationAnswer,
    ConsultationPage,
    ConsultationResultPage,
    Opinion,
    OpinionGroup,
)
from feedback.policies import consultation_desks, own_consultations
from network.models import Institution
from network.selectors import in_tree, institutions_for_paths
from privacy.models import Recipient

AFTER_ALL = "~"


@dataclass(frozen=True)
class Numbers:
    """What is counted of the answers to one consultation."""

    answers: int = 0
    on_paper: int = 0
    unnamed: int = 0
    organisations: int = 0


@dataclass
class ConsultationRow:
    """One consultation on the desk."""

    page: ConsultationPage
    institution: Institution
    state: ConsultationState
    numbers: Numbers
    ungrouped: int = 0
    days_late: int = 0
    """Days since the day by which the result was due; negative while it is to come."""

    @property
    def is_late(self) -> bool:
        return self.state == ConsultationState.CLOSED and self.days_late > 0


def consultations_for(user) -> QuerySet[ConsultationPage]:
    """The published consultations that a user may open, in the leading language; two queries at the most to know which."""
    reach = Q(translation_key__in=own_consultations(user)) | _within(consultation_desks(user))
    return ConsultationPage.objects.live().filter(reach, locale__language_code=settings.LANGUAGE_CODE)


def _within(institution_ids: Iterable[int]) -> Q:
    """Pages of the sites of these institutions, as ranges of paths."""
    ids = list(institution_ids)
    if not ids:
        return Q(pk__in=[])
    keys = Institution.objects.filter(pk__in=ids).order_by().values("home_key")
    reach = Q(pk__in=[])
    homes = Page.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    for home in homes.only("path", "depth"):
        reach |= Q(**in_tree(home))
    return reach


def pages_within(institution_ids: Iterable[int]) -> Q:
    """A condition for the pages of these institutions in the leading language; one query."""
    return _within(institution_ids)


def consultation_rows(
    pages: Iterable[ConsultationPage], *, now: datetime | None = None
) -> list[ConsultationRow]:
    """The rows of a list; four queries at any number of consultations. `pages` come from `with_result`."""
    now = now or timezone.now()
    pages = list(pages)
    homes = institutions_for_paths([page.path for page in pages]) if pages else {}
    found = []
    keys = [page.translation_key for page in pages]
    numbers = counts_by_key(keys)
    loose = ungrouped_by_key(keys)
    for page in pages:
        institution = homes.get(_root(page))
        if institution is None:
            continue
        place = (institution.pk, page.translation_key)
        found.append(
            ConsultationRow(
                page,
                institution,
                page.state_at(now),
                numbers.get(place, Numbers()),
                loose.get(place, 0),
                (timezone.localdate(now) - page.result_due).days,
            )
        )
    return found


def _root(page: Page) -> str:
    return page.path[: Page.steplen * 2]


def counts_by_key(keys: Iterable[UUID]) -> dict[tuple[int, UUID], Numbers]:
    """(institution id, translation key) → numbers; one query."""
    rows = (
        ConsultationAnswer.objects.filter(consultation__in=list(keys))
        .order_by()
        .values_list("institution_id", "consultation")
        .annotate(
            answers=Count("pk"),
            on_paper=Count("pk", filter=Q(source=AnswerSource.PAPER)),
            unnamed=Count("pk", filter=Q(is_named=False)),
            organisations=Count("pk", filter=Q(is_organisation=True)),
        )
    )
    return {(institution, key): Numbers(*numbers) for institution, key, *numbers in rows}


def counts_of(institution: Institution, keys: Iterable[UUID]) -> dict[UUID, Numbers]:
    keys = list(keys)
    found = counts_by_key(keys)
    return {key: found.get((institution.pk, key), Numbers()) for key in keys}


def ungrouped_by_key(keys: Iterable[UUID]) -> dict[tuple[int, UUID], int]:
    """(institution id, translation key) → opinions with words that are in no group; one query."""
    rows = (
        Opinion.objects.filter(answer__consultation__in=list(keys), group=None, has_text=True)
        .order_by()
        .values_list("answer__institution_id", "answer__consultation")
        .annotate(number=Count("pk"))
    )
    return {(institution, key): number for institution, key, number in rows}


def recipients_of_opinions(institution: Institution) -> QuerySet[Recipient]:
    """To whom opinions may be passed on where their senders accept it."""
    rows = Recipient.objects.filter(institution=institution, is_active=True, purposes__form=CONSULTATION)
    return rows.distinct().order_by("position", "pk")


def opinions_of(
    institution: Institution, key: UUID, *, point: str = "", group: str = ""
) -> QuerySet[Opinion]:
    """The opinions of one consultation with what is needed to read them; `group`: an id, ``none`` or nothing for all."""
    found = Opinion.objects.filter(answer__institution=institution, answer__consultation=key)
    if point:
        found = found.filter(point=point)
    if group == "none":
        found = found.filter(group=None, has_text=True)
    elif group.isdecimal() and len(group) < 18:
        found = found.filter(group_id=int(group))
    return found.select_related("answer__submission", "group").order_by(
        "answer__submission__created_at", "pk"
    )


def groups_of(institution: Institution, key: UUID) -> QuerySet[OpinionGroup]:
    """The groups of one consultation with the number of their opinions."""
    groups = OpinionGroup.objects.filter(institution=institution, consultation=key)
    return groups.annotate(number=Count("opinions")).order_by("point", "pk")


def point_labels(page: ConsultationPage) -> dict[str, str]:
    """Key of the point → its label, in the order of the page; the draft as a whole last."""
    labels = {str(point.key): point.label for point in page.points.all()}
    return labels | {GENERAL: _("On the draft as a whole")}


def stances_of(institution: Institution, key: UUID) -> dict[str, dict[str, int]]:
    """Point → position → how many; one query."""
    rows = (
        Opinion.objects.filter(answer__institution=institution, answer__consultation=key)
        .exclude(stance="")
        .order_by()
        .values_list("point", "stance")
        .annotate(number=Count("pk"))
    )
    found: dict[str, dict[str, int]] = {}
    for point, stance, number in rows:
        found.setdefault(point, {})[stance] = number
    return found


def result_of(page: ConsultationPage) -> ConsultationResultPage | None:
    """The result page of a consultation, published or not."""
    return ConsultationResultPage.objects.child_of(page).order_by("path").first()


def awaiting_result(*, now: datetime | None = None) -> QuerySet[ConsultationPage]:
    """The consultations of all sites that are closed and without a published result, the oldest deadline first."""
    pages = ConsultationPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    return pages.with_result().in_state(ConsultationState.CLOSED, now).order_by("closes_at", "path")


def late_results(roots: Iterable[str], on: date) -> dict[str, int]:
    """Path of a home page → closed consultations below it whose result was due before `on`; one query."""
    reach = Q(pk__in=[])
    for root in roots:
        reach |= Q(path__range=Page._get_children_path_interval(root))
    pages = awaiting_result(now=timezone.make_aware(datetime.combine(on, time.min))).filter(reach)
    found: dict[str, int] = {}
    for page in pages.only("path", "closes_at", "result_on", "opens_at"):
        if page.result_due < on:
            found[_root(page)] = found.get(_root(page), 0) + 1
    return found
