"""The way around the chain in an emergency: a flood, a fire, a closed road.

Circular 37/2020 makes the head answer for what the site says (article 3.4) and leaves to the head's regulation who appraises and
approves (article 11.2 d). So the head, or the chief editor appointed by the head (article 11.1) where no head has an account, may
put an urgent announcement on the site alone, with a reason, for a short time. It is recorded as what it was; editors and chief
editors are told at once, and one who did not write it looks at it afterwards. Author, source and lists of people are checked as
always.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial import section_keys
from editorial.choices import BoardRole, PublicationKind
from editorial.models import (
    BoardGroup,
    ChainRefusedError,
    Publication,
    PublicationWriter,
    missing_for_submission,
    person_name,
    roles_of,
)
from editorial.models.four_eyes import writers_since_publication
from editorial.services.mandates import publication_attribute
from editorial.services.publications import content_of
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.selectors import institution_for_page

NOT_HEAD = _(
    "Only the head publishes at once, and the chief editor where no head of this institution has an account "
    "(circular 37/2020, articles 3.4 and 11.1)."
)
REASON_NEEDED = _("Say why it cannot wait for the approval chain.")
NOT_URGENT = _("Only an announcement may be published at once; this page goes through the approval chain.")
NOTHING_NEW = _("This version is on the site already.")
OWN_WORK = _("You wrote or published it: somebody else on the board looks at it.")
SEEN_ALREADY = _("Somebody has looked at it meanwhile.")

TOLD = "editorial.published_at_once"
LOOK_WITHIN = timedelta(hours=24)
"""So soon the board looks at what the head published alone."""

Rule = Callable[[Page, datetime], str | Promise | None]
"""Takes the version and the moment; answers why it may not go on at once, or None."""

_rules: dict[type[Page], Rule] = {}


def register_urgent(page_type: type[Page], rule: Rule) -> None:
    """Say that pages of this type may be published at once where the rule has nothing against it."""
    if _rules.setdefault(page_type, rule) is not rule:
        raise ValueError(f"{page_type.__name__} has a rule of its own already.")


def knows_urgency(page: Page) -> bool:
    """Whether pages of this type may be published at once at all."""
    return type(page) in _rules


def may_publish_at_once(user, page: Page) -> bool:
    """Whether the person may put this page on its site alone. Two queries at the most."""
    institution = institution_for_page(page) if knows_urgency(page) else None
    return institution is not None and _answers_for(user, institution)


def _answers_for(user, institution: Institution) -> bool:
    roles = roles_of(user)
    if (institution.pk, BoardRole.HEAD.value) in roles:
        return True
    if (institution.pk, BoardRole.CHIEF.value) not in roles:
        return False
    heads = BoardGroup.objects.filter(
        institution=institution, role=BoardRole.HEAD, group__user__is_active=True
    )
    return not heads.exists()


@transaction.atomic
def page_publish_at_once(*, page: Page, user, reason: str, now: datetime | None = None) -> Publication:
    """Put the newest version of an urgent page on its site, on the head's responsibility, and tell the board.

    Raises ChainRefusedError for anybody else and for what is not urgent, ValidationError without a reason or where author,
    source or anything else is missing that a submission needs.
    """
    now = now or timezone.now()
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if not may_publish_at_once(user, page):
        raise ChainRefusedError(NOT_HEAD if knows_urgency(page) else NOT_URGENT)
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    revision = page.get_latest_revision()
    if revision is None or (page.live and page.live_revision_id == revision.pk):
        raise ChainRefusedError(NOTHING_NEW)
    version = revision.as_object()
    if refused := _rules[type(page)](version, now):
        raise ChainRefusedError(refused)
    if missing := missing_for_submission(version):
        raise ValidationError({"reason": [str(text) for text in missing.values()]})
    if (state := page.current_workflow_state) is not None:
        state.cancel(user=user)
    publication = Publication.objects.create(
        kind=PublicationKind.EMERGENCY,
        institution=institution_for_page(page),
        page=page,
        title=revision.object_str[:255],
        revision=revision,
        submitted_by=user,
        submitted_name=person_name(user),
        submitted_at=now,
        approved_by=user,
        approved_name=person_name(user),
        approved_at=now,
        with_editor=False,
        section=section_keys.key_of(page) or "",
        reason=reason.strip()[:500],
        **content_of(revision),
    )
    people = get_user_model().objects.in_bulk(writers_since_publication(page))
    PublicationWriter.objects.bulk_create(
        PublicationWriter(publication=publication, user=person, name=person_name(person))
        for person in people.values()
    )
    publication_attribute(publication=publication)
    revision.publish(user=user, skip_permission_checks=True)
    _tell_board(publication, user)
    return publication


def _tell_board(publication: Publication, user) -> None:
    people = get_user_model().objects.filter(
        is_active=True,
        groups__board_group__institution=publication.institution,
        groups__board_group__role__in=(BoardRole.EDITOR, BoardRole.CHIEF),
    )
    told = sorted({*people.values_list("pk", flat=True)} - {user.pk})
    about = {"publication": publication.pk}
    drafts = [LetterDraft(user_id=pk, institution_id=publication.institution_id, about=about) for pk in told]
    letters_queue(kind=TOLD, drafts=drafts)


def hindrance_to_look(user, publication: Publication) -> str | Promise | None:
    """Why the person may not say that they looked at what was published at once, or None."""
    if publication.appraised_at is not None:
        return SEEN_ALREADY
    own = {publication.approved_by_id, *publication.writers.values_list("user_id", flat=True)}
    return OWN_WORK if user.pk in own else None


@transaction.atomic
def emergency_look(*, publication: Publication, user, now: datetime | None = None) -> Publication:
    """Record that an editor or chief editor looked at what was published at once and left it on the site; who does not agree
    withdraws it, or proposes that. Raises ChainRefusedError."""
    found = Publication.objects.select_for_update(of=("self",)).get(pk=publication.pk)
    roles = roles_of(user)
    on_board = any(
        (found.institution_id, role.value) in roles for role in (BoardRole.EDITOR, BoardRole.CHIEF)
    )
    if found.kind != PublicationKind.EMERGENCY or not on_board:
        raise ChainRefusedError(NOT_HEAD)
    if refused := hindrance_to_look(user, found):
        raise ChainRefusedError(refused)
    found.appraised_by, found.appraised_name = user, person_name(user)
    found.appraised_at = now or timezone.now()
    found.save(update_fields=["appraised_by", "appraised_name", "appraised_at"])
    return found
