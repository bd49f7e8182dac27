"""Reads of notices, purposes, forms and proofs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch
from django.utils import timezone
from wagtail.models import Page, get_page_models

from common.compiled import CompiledQuery
from network.models import Institution
from network.selectors import pages_of
from privacy import codes
from privacy.choices import ActivityStatus
from privacy.models import (
    AbstractFormPage,
    ChainedEntry,
    ConsentEvent,
    FormDraft,
    Notice,
    PrivacyAudit,
    ProcessingActivity,
    Purpose,
    Recipient,
    SentForm,
    Submission,
)
from privacy.models.proof import FIRST
from privacy.registry import FormKind

IN_FORCE = (ActivityStatus.APPROVED, ActivityStatus.OUTDATED)


@dataclass
class FormEntry:
    """One form of a site, for the public list (P5.1)."""

    page: Page
    kind: FormKind
    purposes: list[Purpose] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


LEVELS = 8
"""Institutions one above the other, for which the notice in force is asked by SQL that is there already."""
_NOTICE = CompiledQuery(
    lambda own, day, **paths: Notice.objects.ranked(own, [*paths.values()], on=day)[:1],
    own=str,
    day=date,
    **{f"path_{n}": str for n in range(LEVELS)},
)


def current_notice(institution: Institution, *, on: date | None = None) -> Notice | None:
    """The notice in force: the institution's own, else that of the nearest authority above."""
    steps = range(Institution.steplen, len(institution.path) + 1, Institution.steplen)
    above = [institution.path[:end] for end in steps]
    if len(above) > LEVELS:
        return Notice.objects.current(institution, on=on)
    paths = above + above[-1:] * (LEVELS - len(above))
    day = on or timezone.localdate()
    return _NOTICE.first(own=above[-1], day=day, **{f"path_{n}": path for n, path in enumerate(paths)})


def activity_of(institution: Institution, code: str) -> ProcessingActivity | None:
    """The entry of the register for a form."""
    return ProcessingActivity.objects.filter(institution=institution, code=code).first()


def purposes_of(institution: Institution, form: str | None = None) -> list[Purpose]:
    """The purposes in use, of activities in force, with their active recipients, in order; two queries."""
    if form:
        return _PURPOSES.rows(institution=institution.pk, form=form)
    return list(_in_use(institution.pk))


def _in_use(institution: int):
    active = Recipient.objects.filter(is_active=True)
    found = Purpose.objects.filter(institution_id=institution, is_active=True, activity__status__in=IN_FORCE)
    return found.prefetch_related(Prefetch("recipients", queryset=active))


_PURPOSES = CompiledQuery(
    lambda institution, form: _in_use(institution).filter(form=form), institution=int, form=str
)


def recipients_of(purposes: Iterable[Purpose]) -> list[Recipient]:
    """The active recipients that these purposes name, each once, in order; no query after `purposes_of`."""
    found = {recipient.pk: recipient for purpose in purposes for recipient in purpose.recipients.all()}
    return sorted(found.values(), key=lambda recipient: (recipient.position, recipient.pk))


def form_page_types() -> list[type[AbstractFormPage]]:
    return [model for model in get_page_models() if issubclass(model, AbstractFormPage)]


def forms_of(institution: Institution, *, language: str, purposes: list[Purpose]) -> list[FormEntry]:
    """The published forms of a site, in the reader's language where there is one, with what they ask."""
    types = ContentType.objects.get_for_models(*form_page_types(), for_concrete_models=False)
    pages = (
        pages_of(institution)
        .filter(content_type__in=types.values())
        .live()
        .select_related("locale")
        .order_by("path")
        .specific()
    )
    chosen: dict = {}
    for page in pages:
        if page.translation_key not in chosen or page.locale.language_code == language:
            chosen[page.translation_key] = page
    return [_entry(page, purposes) for page in chosen.values()]


def _entry(page: AbstractFormPage, purposes: list[Purpose]) -> FormEntry:
    used = page.purpose_codes()
    own = [p for p in purposes if p.form == page.form_code and (used is None or p.code in used)]
    labels = [label for form in page.question_forms() for label in form.personal_labels()]
    return FormEntry(page, page.kind_of_form, own, labels)


def draft_for(*, token: str, page: Page) -> FormDraft | None:
    """The draft of that token on that page, while it lasts."""
    if not codes.is_token(token):
        return None
    return _DRAFTS.first(token_hash=codes.token_hash(token), page=page.pk)


_DRAFTS = CompiledQuery(
    lambda token_hash, page: FormDraft.objects.filter(token_hash=token_hash, page_id=page),
    token_hash=str,
    page=int,
)


def is_sent(draft: FormDraft) -> bool:
    """Whether a draft was acknowledged and waits to be filed."""
    return bool(_SENT.rows(draft=draft.pk))


_SENT = CompiledQuery(
    lambda draft: SentForm.objects.filter(draft_id=draft).order_by().values_list("pk")[:1], draft=int
)


def unfiled_below(page: Page) -> int:
    """How many acknowledged forms of a page and of those below it are not filed; one query."""
    return SentForm.objects.filter(filed_at=None, page__path__startswith=page.path).count()


def submission_for_token(*, token: str, page: Page) -> Submission | None:
    """The submission that came of a draft."""
    if not codes.is_token(token):
        return None
    rows = Submission.objects.filter(draft_hash=codes.token_hash(token), page_id=page.pk)
    return rows.select_related("institution").first()


def consents_of(submission: Submission):
    """The decisions about one submission, in the order in which they were made."""
    return submission.consents.select_related("purpose", "recipient", "notice").order_by("number")


def decisions_that_hold(submission: Submission) -> list[ConsentEvent]:
    """The newest decision on each purpose and recipient, in the order in which each was first asked."""
    newest = {(event.purpose_id, event.recipient_id): event for event in consents_of(submission)}
    return list(newest.values())


def broken_links(institution: Institution, model: type[ChainedEntry] = ConsentEvent) -> list[int]:
    """Numbers of the entries where the chain of an institution does not hold; empty: it holds.

    Where old entries are removed when their time is over (``may_end``) the chain begins at any number, and has gaps where whole
    incidents went; what stands side by side is still bound together.
    """
    broken = []
    previous: ChainedEntry | None = None
    for entry in model.objects.filter(institution=institution).order_by("number").iterator():
        if previous is None:
            follows = model.may_end or (entry.number == 1 and entry.prev_hash == FIRST)
        elif entry.number == previous.number + 1:
            follows = entry.prev_hash == previous.hash
        else:
            follows = model is not PrivacyAudit and model.may_end
        if not follows or entry.hash != entry.expected_hash():
            broken.append(entry.number)
        previous = entry
    return broken
