"""One row: what it would do, doing it, undoing it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from common.page_tree import lock_children_of
from common.text import slug
from editorial.models import Publication
from network.models import Institution
from sections.exchange.cells import Fault
from sections.exchange.choices import WRITTEN, RowResult
from sections.exchange.entries import Entry
from sections.models import ImportBatch, ImportedRow

__all__ = ["Slugs", "as_sentences", "row_apply", "row_check", "row_undo"]


class Slugs:
    """Free addresses below the sections of one run, without asking for each of a thousand alike."""

    def __init__(self) -> None:
        self._taken: dict[int, set[str]] = {}
        self._next: dict[tuple[int, str], int] = {}

    def free(self, section: Page, wanted: str) -> str:
        if section.pk not in self._taken:
            self._taken[section.pk] = set(section.get_children().values_list("slug", flat=True))
        taken = self._taken[section.pk]
        base = slug(wanted, max_length=200, fallback=str(_("page")))
        found, number = base, self._next.get((section.pk, base), 1)
        while found in taken:
            number += 1
            found = f"{base}-{number}"
        self._next[section.pk, base] = number
        taken.add(found)
        return found


def row_check(*, batch: ImportBatch, entry: Entry, user) -> ImportedRow:
    """What a row would do, as an unsaved row; nothing is stored."""
    row = ImportedRow(batch=batch, number=entry.number, decided=batch.run)
    _judge(row, entry, user)
    return row


def _judge(row: ImportedRow, entry: Entry, user) -> Page | None:
    """Set the result of a row; answers the page that it would change."""
    row.key, row.title = entry.key[:255], entry.title[:255]
    row.messages = [fault.as_json() for fault in (*entry.faults, *entry.notes)]
    if entry.is_left_out:
        row.status = RowResult.LEFT_OUT
        return None
    if entry.faults:
        row.status = RowResult.FAULTY
        return None
    if entry.page_id is None:
        row.status = RowResult.CREATED
        return None
    page = entry.page_type.objects.filter(pk=entry.page_id).first()
    if page is None:
        row.status = RowResult.CREATED
        return None
    # Of a page that is not live, and of one without a draft, the row itself is the latest version.
    has_draft = page.live and page.has_unpublished_changes
    names = entry.differs(page.get_latest_revision_as_object() if has_draft else page)
    row.page_id = page.pk
    row.status = RowResult.CHANGED if names else RowResult.UNCHANGED
    if names and (reason := _why_not(page, user)):
        _refuse(row, reason)
    return page


def _why_not(page: Page, user) -> str:
    if page.workflow_in_progress:
        return _("The page lies with the board. Wait for its decision, or take it back.")
    if page.locked:
        return _("The page is locked.")
    if not page.permissions_for_user(user).can_edit():
        return _("You may not change this page: somebody else on the board wrote it.")
    return ""


def _refuse(row: ImportedRow, *reasons: str) -> None:
    row.status = RowResult.FAULTY
    row.messages = [*row.messages, *(Fault("", reason).as_json() for reason in reasons)]


@transaction.atomic
def row_apply(*, row: ImportedRow, entry: Entry, user, institution: Institution, slugs: Slugs) -> None:
    """Make or change one draft and record it, in one transaction. Raises ValidationError where the page cannot be."""
    page = _judge(row, entry, user)
    if row.status == RowResult.CREATED:
        _create(row, entry, user, institution, slugs)
        row.messages = [note.as_json() for note in entry.notes]
    elif row.status == RowResult.CHANGED:
        _change(row, entry, page.get_latest_revision_as_object(), user)
    if row.status in (*WRITTEN, RowResult.UNCHANGED) and entry.finish is not None:
        entry.finish(row.page)
    row.media = [*row.media, *entry.media()]
    row.save()


def _create(row: ImportedRow, entry: Entry, user, institution: Institution, slugs: Slugs) -> None:
    section = entry.section
    page = entry.page_type(
        title=entry.title,
        slug=slugs.free(section, entry.slug or entry.title),
        locale_id=section.locale_id,
        live=False,
        has_unpublished_changes=True,
        owner=user,
    )
    entry.fill(page)
    for name in ("author_name", "source_name"):
        if getattr(page, name, None) == "":
            setattr(page, name, institution.name[: page._meta.get_field(name).max_length])
    lock_children_of(section).add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user)
    row.page = page
    row.revision = page.save_revision(user=user, log_action=True, clean=False)


def _change(row: ImportedRow, entry: Entry, latest: Page, user) -> None:
    page = Page.objects.select_for_update().get(pk=latest.pk)
    if page.latest_revision_id is None:
        # Pages that were made in bulk have no version yet; without one there is nothing to go back to.
        latest.save_revision(changed=False, clean=False)
    row.before_id, row.was_clean = latest.latest_revision_id, not page.has_unpublished_changes
    entry.fill(latest)
    latest.full_clean()
    if not page.live:
        latest.save(clean=False)
    row.page = latest
    row.revision = latest.save_revision(user=user, log_action=True, clean=False)


@transaction.atomic
def row_undo(*, row: ImportedRow, user) -> None:
    """Take back what a row did: a draft that it made goes, a page that it changed gets its former version. A page that has
    moved on since stays, and the row says why."""
    page = Page.objects.select_for_update().filter(pk=row.page_id).first()
    row.messages = [message for message in row.messages if not message.get("undo")]
    reason = "" if page is None else _why_not_undone(row, page)
    if reason:
        row.messages = [*row.messages, Fault("", reason).as_json() | {"undo": True}]
    else:
        if page is not None and row.status == RowResult.CREATED:
            page.specific.delete(user=user)
            row.page = row.revision = None
        elif page is not None:
            _put_back(row, page, user)
        row.status = RowResult.UNDONE
    row.save()


def _why_not_undone(row: ImportedRow, page: Page) -> str:
    if page.specific.workflow_in_progress:
        return _("Not undone: the page lies with the board. Take it back first.")
    if row.revision_id is None or page.latest_revision_id != row.revision_id:
        return _("Not undone: somebody has changed the page since.")
    if row.status == RowResult.CREATED:
        if page.live or page.first_published_at or Publication.objects.filter(page=page).exists():
            return _("Not undone: the page has been published. Withdraw it instead.")
        if page.numchild:
            return _("Not undone: there are pages below this one.")
    elif page.live_revision_id == row.revision_id:
        return _("Not undone: the changed page has been published.")
    elif row.before_id is None:
        return _("Not undone: the former version of the page does not exist any more.")
    return ""


def _put_back(row: ImportedRow, page: Page, user) -> None:
    former = row.before.as_object()
    if not page.live:
        former.save(clean=False)
    former.save_revision(user=user, log_action=True, clean=False)
    if row.was_clean:
        Page.objects.filter(pk=page.pk).update(has_unpublished_changes=False)


def as_sentences(error: ValidationError, page_type: type[Page] | None) -> list[str]:
    """What a page lacks, each with the name of its field."""
    if not hasattr(error, "message_dict"):
        return list(error.messages)
    found = []
    for name, texts in error.message_dict.items():
        fields = {field.name: field for field in page_type._meta.fields} if page_type else {}
        label = str(fields[name].verbose_name) if name in fields else ""
        found += [f"{label.capitalize()}: {text}" if label else str(text) for text in texts]
    return found
