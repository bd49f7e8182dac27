"""Offering an article, and what the other board does with it. Each board decides for its own site alone: what is taken over is a
draft of its own, and whoever takes it over counts as its writer (W11.1)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import BoardGroup, person_name, roles_of
from network.choices import InstitutionType
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.selectors import home_pages, in_tree, institution_for_page
from sections.models import ArticleOffer, ArticlePage, NewsIndexPage, OfferAnswer
from sections.models.offers import Direction, Duty
from sections.offers.copying import Copier

OFFERING = (BoardRole.EDITOR, BoardRole.CHIEF, BoardRole.HEAD)
REQUIRING = (BoardRole.CHIEF, BoardRole.HEAD)
MANDATORY = "sections.offer_mandatory"

NOT_ON_BOARD = _("Only editors, chief editors and the head offer articles of their own site.")
NOT_LEADING = _("Only a chief editor or the head asks all members to do something.")
NOT_PUBLISHED = _("Only an article that is on the site can be offered.")
NOT_OWN = _("This article comes from another board; it is that board's to offer.")
NO_MEMBERS = _("Only an authority has members to offer an article to.")
NO_AUTHORITY = _("There is no authority above this institution to propose an article to.")
OPEN_ALREADY = _("This article is offered already.")
DAY_MISSING = _("Say until when the members have to do it.")
DAY_PAST = _("The day lies in the past.")
ENDED = _("This offer has ended.")
TAKEN_ALREADY = _("Your board has taken this article over already.")
SOURCE_GONE = _("The article is no longer on the site of the board that offered it.")
IN_CHAIN = _(
    "Your article is in the approval chain; take it back or wait for its return before you change it."
)
NO_SECTION = _("Your site has no section for news.")
REASON_MISSING = _("Say why your board does not take it over.")


class OfferRefusedError(ValidationError):
    """What a board may not do with an offer, in words."""


def may_offer(user, page: Page) -> bool:
    """Whether the person offers articles of the page's site, and the page is one to offer."""
    if not isinstance(page, ArticlePage) or not page.live or page.taken_from_id:
        return False
    institution = institution_for_page(page)
    return institution is not None and _holds(user, institution, OFFERING)


def directions_of(institution: Institution) -> list[Direction]:
    """Where an institution can offer an article to."""
    found = [Direction.DOWN] if institution.is_authority else []
    parent = institution.parent
    return found + ([Direction.UP] if parent and parent.site_id and parent.is_active else [])


def _holds(user, institution: Institution, roles) -> bool:
    return any((institution.pk, role.value) in roles_of(user) for role in roles)


@transaction.atomic
def offer_make(
    *,
    page: Page,
    user,
    direction: str,
    duty: str = Duty.NONE,
    due_on: date | None = None,
    types: list[str] | None = None,
    note: str = "",
    now: datetime | None = None,
) -> ArticleOffer:
    """Offer a published article. Raises OfferRefusedError."""
    now = now or timezone.now()
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    institution = institution_for_page(page)
    _check_offer(page, institution, user, direction)
    if direction == Direction.UP:
        duty, due_on, types = Duty.NONE, None, []
    _check_duty(institution, user, duty, due_on, now)
    offer = ArticleOffer.objects.create(
        page=Page.objects.get(pk=page.pk),
        title=page.title,
        institution=institution,
        direction=direction,
        receiver=institution.parent if direction == Direction.UP else None,
        types=[type_ for type_ in types or [] if type_ in InstitutionType.values],
        duty=duty,
        due_on=due_on if duty else None,
        note=note.strip()[:300],
        offered_by=user,
        offered_name=person_name(user),
        offered_at=now,
    )
    if offer.duty:
        _tell_members(offer)
    return offer


def _check_offer(page: Page, institution: Institution | None, user, direction: str) -> None:
    if institution is None or not _holds(user, institution, OFFERING):
        raise OfferRefusedError(NOT_ON_BOARD)
    if not isinstance(page, ArticlePage) or not page.live:
        raise OfferRefusedError(NOT_PUBLISHED)
    if page.taken_from_id:
        raise OfferRefusedError(NOT_OWN)
    if direction not in directions_of(institution):
        raise OfferRefusedError(NO_MEMBERS if direction == Direction.DOWN else NO_AUTHORITY)
    if ArticleOffer.objects.open().filter(page=page, direction=direction).exists():
        raise OfferRefusedError(OPEN_ALREADY)


def _check_duty(institution: Institution, user, duty: str, due_on: date | None, now: datetime) -> None:
    if not duty:
        return
    if not _holds(user, institution, REQUIRING):
        raise OfferRefusedError({"duty": NOT_LEADING})
    if due_on is None:
        raise OfferRefusedError({"due_on": DAY_MISSING})
    if due_on < timezone.localdate(now):
        raise OfferRefusedError({"due_on": DAY_PAST})


def _tell_members(offer: ArticleOffer) -> None:
    """One letter to each chief editor of each member."""
    members = Institution.objects.below(offer.institution).active()
    if offer.types:
        members = members.filter(type__in=offer.types)
    rows = BoardGroup.objects.filter(
        institution__in=members, role=BoardRole.CHIEF, group__user__is_active=True
    )
    letters_queue(
        kind=MANDATORY,
        drafts=[
            LetterDraft(
                user_id=user, institution_id=institution, about={"offer": offer.pk, "board": institution}
            )
            for user, institution in rows.values_list("group__user", "institution_id").distinct()
        ],
    )


@transaction.atomic
def offer_end(*, offer: ArticleOffer, user, now: datetime | None = None) -> ArticleOffer:
    """Offer the article no longer; what was taken over stays with its boards."""
    found = (
        ArticleOffer.objects.select_for_update(of=("self",)).select_related("institution").get(pk=offer.pk)
    )
    if not _holds(user, found.institution, OFFERING):
        raise OfferRefusedError(NOT_ON_BOARD)
    if found.ended_at is None:
        found.ended_at = now or timezone.now()
        found.save(update_fields=["ended_at"])
    return found


@transaction.atomic
def offer_read(
    *, offer: ArticleOffer, institution: Institution, user, now: datetime | None = None
) -> OfferAnswer:
    """The board has read it; the first who says so stays on record."""
    answer = _answer(offer, institution, user)
    return _read(answer, user, now or timezone.now())


def _read(answer: OfferAnswer, user, now: datetime) -> OfferAnswer:
    if answer.read_at is None:
        answer.read_at, answer.read_by, answer.read_name = now, user, person_name(user)
        answer.save(update_fields=["read_at", "read_by", "read_name"])
    return answer


@transaction.atomic
def offer_decline(
    *, offer: ArticleOffer, institution: Institution, user, reason: str, now: datetime | None = None
) -> OfferAnswer:
    """The board does not take it over, and says why; it may still change its mind."""
    answer = _answer(offer, institution, user)
    if not reason.strip():
        raise OfferRefusedError({"reason": REASON_MISSING})
    if answer.page_id:
        raise OfferRefusedError(TAKEN_ALREADY)
    moment = now or timezone.now()
    _read(answer, user, moment)
    answer.declined_at, answer.reason = moment, reason.strip()[:300]
    answer.save(update_fields=["declined_at", "reason"])
    return answer


@transaction.atomic
def offer_take_over(
    *, offer: ArticleOffer, institution: Institution, user, now: datetime | None = None
) -> ArticlePage:
    """A draft of the board's own with the text, pictures, files and source of the article. Raises OfferRefusedError."""
    now = now or timezone.now()
    answer = _answer(offer, institution, user)
    source = _source(answer.offer)
    if answer.page_id:
        raise OfferRefusedError(TAKEN_ALREADY)
    home = next(iter(home_pages(institution)), None)
    section = NewsIndexPage.objects.filter(**in_tree(home)).first() if home else None
    if section is None:
        raise OfferRefusedError(NO_SECTION)
    page = ArticlePage(
        date=timezone.localdate(now), live=False, owner=user, locale=section.locale, taken_from=answer
    )
    Copier(source, institution, user).write(page)
    section.add_child(instance=page)
    page.save_revision(user=user, log_action="wagtail.create")
    _read(answer, user, now)
    answer.page = Page.objects.get(pk=page.pk)
    answer.taken_at, answer.taken_by, answer.taken_name = now, user, person_name(user)
    answer.declined_at, answer.reason = None, ""
    _keep_version(answer, source)
    answer.save()
    return page


@transaction.atomic
def article_renew(*, answer: OfferAnswer, user, now: datetime | None = None) -> ArticlePage:
    """Write the source's newest text over the board's own, as a new draft version; date and topic stay the board's."""
    answer = (
        OfferAnswer.objects.select_for_update(of=("self",))
        .select_related("offer__page", "offer__institution", "institution", "page")
        .get(pk=answer.pk)
    )
    if not _holds(user, answer.institution, BoardRole):
        raise OfferRefusedError(NOT_ON_BOARD)
    source = _source(answer.offer)
    if answer.page is None:
        raise OfferRefusedError(SOURCE_GONE)
    page = answer.page.specific.get_latest_revision_as_object()
    if page.current_workflow_state is not None:
        raise OfferRefusedError(IN_CHAIN)
    Copier(source, answer.institution, user).write(page)
    page.save_revision(user=user, log_action=True)
    _keep_version(answer, source)
    answer.save(update_fields=["source_version", "source_changed_at"])
    return page


def _keep_version(answer: OfferAnswer, source: ArticlePage) -> None:
    answer.source_version = source.live_revision
    answer.source_changed_at = source.last_published_at


def _source(offer: ArticleOffer) -> ArticlePage:
    page = offer.page.specific if offer.page_id else None
    if not isinstance(page, ArticlePage) or not page.live:
        raise OfferRefusedError(SOURCE_GONE)
    return page


def _answer(offer: ArticleOffer, institution: Institution, user) -> OfferAnswer:
    """The board's answer, locked; made where there is none yet."""
    if not _holds(user, institution, BoardRole) or not offer.is_for(institution):
        raise OfferRefusedError(NOT_ON_BOARD)
    if ArticleOffer.objects.filter(pk=offer.pk, ended_at__isnull=False).exists():
        raise OfferRefusedError(ENDED)
    OfferAnswer.objects.get_or_create(offer=offer, institution=institution)
    return (
        OfferAnswer.objects.select_for_update(of=("self",))
        .select_related("offer__page", "offer__institution")
        .get(offer=offer, institution=institution)
    )
