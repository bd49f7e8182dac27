"""Reading files and pages before publication, and keeping what was found. Whatever goes wrong, the thing stays stopped."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.models import Page

from common.text import Message
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.selectors import institution_for_page
from privacy.guard.findings import Findings, Unreadable
from privacy.guard.reading.pages import page_content
from privacy.guard.reviewers import reviewers_of
from privacy.guard.scanning import scan_content, scan_file
from privacy.models import GuardCheck, GuardState
from privacy.models.guard import OPEN_STATES

__all__ = [
    "INLINE_BYTES",
    "READ_BYTES",
    "file_check",
    "file_hindrance",
    "files_read_missing",
    "latest_checks",
    "page_hindrances",
]

logger = logging.getLogger(__name__)

INLINE_BYTES = 5 * 1024 * 1024
"""Up to this size a file is read while its upload waits; larger ones by the worker."""
READ_BYTES = 100 * 1024 * 1024
"""Beyond it a file is not read at all, and waits for the reviewer."""
WAITING = "privacy.guard_waiting"

LISTS_PEOPLE = ngettext_lazy(
    "It lists %(number)s person with further particulars (%(kinds)s).",
    "It lists %(number)s people with further particulars (%(kinds)s).",
    "number",
)
NOT_READ = _("It could not be read, because %(reason)s.")
WAITS = _("“%(title)s” waits for whoever protects personal information in your institution. %(found)s")
REFUSED = _("“%(title)s” may not be published: %(note)s")
BEING_READ = _("“%(title)s” is still being read for lists of people; try again in some minutes.")
REPLACED = _("“%(title)s” was replaced. Place the masked copy, or the link to the look-up, instead.")
OVER = _("The time for which “%(title)s” was released is over.")
SAVE_FIRST = _(
    "The page lists people. Save it as a draft: then it waits for whoever protects personal information. %(found)s"
)
PAGE_WAITS = _("The page waits for whoever protects personal information in your institution. %(found)s")


def institution_of_collection(collection) -> Institution | None:
    """The institution whose collection a file is in, or below; one query."""
    paths = [
        collection.path[:end]
        for end in range(collection.steplen, len(collection.path) + 1, collection.steplen)
    ]
    rows = Institution.objects.filter(collection__path__in=paths).order_by("-collection__path")
    return rows.first()


@transaction.atomic
def file_check(*, document: models.Model, now: datetime | None = None, is_worker: bool = False) -> GuardCheck:
    """Read a file of the document library, once for each version of its bytes; large ones are left to the worker."""
    now = now or timezone.now()
    data = _bytes_of(document)
    digest = hashlib.sha256(data if data is not None else str(document.file.name).encode()).hexdigest()
    known = _checks_of(document).filter(digest=digest).first()
    if known and known.state != GuardState.READING:
        if known.state == GuardState.LAPSED:
            _settle(known, known.found)
        return known
    _checks_of(document).exclude(digest=digest).update(state=GuardState.LAPSED)
    check = known or GuardCheck(
        content_type=ContentType.objects.get_for_model(document),
        object_id=str(document.pk),
        digest=digest,
        uploaded_by_id=document.uploaded_by_user_id,
        authors=[document.uploaded_by_user_id] if document.uploaded_by_user_id else [],
    )
    check.institution = institution_of_collection(document.collection)
    check.title = document.title[:255]
    check.checked_at = now
    if data is not None and len(data) > INLINE_BYTES and not is_worker:
        check.state = GuardState.READING
        check.save()
        withdrawal_mark(check)
        transaction.on_commit(lambda: read_large_file.enqueue(document.pk), robust=True)
        return check
    _settle(check, _read(document, data))
    withdrawal_mark(check)
    return check


def withdrawal_mark(check: GuardCheck) -> None:
    """Note on the file itself whether it was withdrawn, so that lists of files say so without a query for each."""
    if check.content_type.model_class() is not get_document_model():
        return
    is_over = check.state == GuardState.ENDED
    day = timezone.localdate(check.decided_at or check.checked_at) if is_over else None
    get_document_model()._base_manager.filter(pk=int(check.object_id)).update(withdrawn_on=day)


def _bytes_of(document) -> bytes | None:
    """The stored bytes; None where the file is gone or larger than is read."""
    try:
        if document.file.size > READ_BYTES:
            return None
        with document.file.storage.open(document.file.name, "rb") as stored:
            return stored.read(READ_BYTES + 1)
    except OSError:
        return None


def _read(document, data: bytes | None) -> Findings:
    if data is None:
        return Findings(unreadable=Unreadable.TOO_LARGE)
    try:
        return scan_file(document.filename, data)
    except Exception as error:
        # A reader that fails has read nothing: the file stays stopped, and the name of the error is what is logged.
        logger.exception("privacy.guard_reader_failed", extra={"error": type(error).__name__}, exc_info=False)
        return Findings(unreadable=Unreadable.BROKEN)


def _settle(check: GuardCheck, found: Findings) -> None:
    check.findings, check.people = found.as_dict(), found.people
    check.state = GuardState.WAITING if found.stops else GuardState.CLEAR
    check.save()
    if check.state == GuardState.WAITING:
        _tell_reviewers(check)


def _tell_reviewers(check: GuardCheck) -> None:
    drafts = [
        LetterDraft(user_id=user.pk, institution_id=check.institution_id, about={"check": check.pk})
        for user in reviewers_of(check)
    ]
    letters_queue(kind=WAITING, drafts=drafts)


def _checks_of(instance: models.Model):
    content_type = ContentType.objects.get_for_model(Page if isinstance(instance, Page) else instance)
    return GuardCheck.objects.filter(content_type=content_type, object_id=str(instance.pk))


@task()
def read_large_file(document_id: int) -> str:
    """Read a file that was too large to be read while its upload waited; answers its state."""
    document = get_document_model().objects.filter(pk=document_id).first()
    return file_check(document=document, is_worker=True).state if document else ""


def files_read_missing(*, limit: int = 200) -> int:
    """Read files that nobody has read yet: those of before the guard, and those whose worker was stopped."""
    model = get_document_model()
    content_type = ContentType.objects.get_for_model(model)
    read = GuardCheck.objects.filter(content_type=content_type, object_id=OuterRef("key"))
    unread = model.objects.annotate(key=Cast("pk", models.CharField(max_length=36))).filter(
        ~Exists(read.exclude(state=GuardState.READING))
    )
    missing = list(unread.order_by("pk").values_list("pk", flat=True)[:limit])
    for document in model.objects.filter(pk__in=missing).select_related("collection"):
        file_check(document=document, is_worker=True)
    return len(missing)


def latest_checks(documents: Iterable[models.Model]) -> dict[int, GuardCheck]:
    """Id of a file → its last check; one query for any number."""
    documents = list(documents)
    if not documents:
        return {}
    content_type = ContentType.objects.get_for_model(documents[0])
    rows = GuardCheck.objects.filter(
        content_type=content_type, object_id__in=[str(each.pk) for each in documents]
    ).exclude(state=GuardState.LAPSED)
    return {int(row.object_id): row for row in rows.order_by("checked_at", "pk")}


def file_hindrance(check: GuardCheck) -> Message | None:
    """Why a file may not be published, or None."""
    if check.is_open:
        return None
    texts = {
        GuardState.READING: BEING_READ,
        GuardState.REFUSED: REFUSED,
        GuardState.MASKED: REPLACED,
        GuardState.LOOKUP: REPLACED,
        GuardState.ENDED: OVER,
    }
    params = {"title": check.title, "note": check.note, "found": describe(check.found)}
    return Message(texts.get(GuardState(check.state), WAITS), params)


def describe(found: Findings) -> Message | Promise:
    """One sentence on what was found."""
    if found.items:
        kinds = ", ".join(dict.fromkeys(str(item.label) for item in found.items))
        return Message(LISTS_PEOPLE % {"number": found.people, "kinds": kinds})
    return Message(NOT_READ, {"reason": found.unreadable_label})


def page_hindrances(
    page: Page,
    documents: Iterable[models.Model] = (),
    *,
    authors: Iterable[int] = (),
    now: datetime | None = None,
) -> dict[str, str]:
    """Why a page, as it is in memory, may not be submitted or published: key → sentence. What it lists is kept for the
    reviewer; files that nobody has read yet are read now."""
    documents = list(documents)
    found = {}
    known = latest_checks(documents)
    for document in documents:
        check = known.get(document.pk) or file_check(document=document, now=now)
        if reason := file_hindrance(check):
            found[f"guard-document-{document.pk}"] = str(reason)
    if reason := _page_hindrance(page, list(authors), now or timezone.now()):
        found["guard-page"] = str(reason)
    return found


def _page_hindrance(page: Page, authors: list[int], now: datetime) -> Message | None:
    findings = scan_content(page_content(page))
    if page.pk is None:
        return Message(SAVE_FIRST, {"found": describe(findings)}) if findings.stops else None
    checks = _checks_of(page)
    checks.exclude(digest=findings.digest).exclude(state__in=(GuardState.LAPSED, *OPEN_STATES)).update(
        state=GuardState.LAPSED
    )
    if not findings.stops:
        return None
    check = checks.filter(digest=findings.digest).first() or GuardCheck(
        content_type=ContentType.objects.get_for_model(Page), object_id=str(page.pk), digest=findings.digest
    )
    if check.pk is None or check.state == GuardState.LAPSED:
        check.institution = institution_for_page(page)
        check.title, check.checked_at = page.title[:255], now
        check.uploaded_by_id = authors[0] if authors else page.owner_id
        check.authors = sorted({*authors, page.owner_id} - {None})
        with transaction.atomic():
            _settle(check, findings)
    if check.is_open:
        return None
    if check.state == GuardState.WAITING:
        return Message(PAGE_WAITS, {"found": describe(findings)})
    return file_hindrance(check)
