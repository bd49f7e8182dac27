"""Codes that the product draws: made once for an examination, handed out with a purpose, erased on their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.spreadsheets import TableError
from enrolment.choices import VersionState
from enrolment.models import CodeBook, ExaminationPage, ResultVersion
from enrolment.policies import is_officer
from enrolment.results.keys import bare_number
from enrolment.results.lists import guess, opened
from enrolment.results.versions import cipher_of, code_maker, draw_book_key
from network.selectors import institution_for_page
from privacy import encryption
from privacy.choices import AccessPurpose, AuditAction, EraseReason
from privacy.services.access import audit_record, reference_of
from privacy.services.retention import deletion_record

CODES = "enrolment.codes"
"""Name of codes in the records of erasure."""
DAYS, MOST_DAYS = 60, 400
MOST_BYTES, MOST_ROWS = 60 * 1_048_576, 300_000


def book_of(exam: ExaminationPage) -> CodeBook | None:
    """The codes of an examination that are in use."""
    return exam.code_books.filter(erased_at=None).first()


@transaction.atomic
def codes_draw(*, exam: ExaminationPage, user, days: int = DAYS, now: datetime | None = None) -> CodeBook:
    """The codes of an examination: those in use, else new ones that are erased after `days`, at the latest on the closing day."""
    now = now or timezone.now()
    institution = institution_for_page(exam)
    if institution is None or (user is not None and not is_officer(user, institution.pk)):
        raise PermissionDenied
    if not encryption.is_ready():
        raise ValidationError(_("The installation has no keys: personal information cannot be stored."))
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError(_("Codes are kept from one to %(most)s days.") % {"most": MOST_DAYS})
    ExaminationPage.objects.select_for_update(of=("self",)).get(pk=exam.pk)
    if found := book_of(exam):
        return found
    last = min(timezone.localdate(now) + timedelta(days=days), exam.closes_on)
    book = CodeBook(exam=exam, institution=institution, drawn_by=user, drawn_at=now, erase_on=last)
    draw_book_key(book)
    book.save()
    audit_record(institution=institution, action=AuditAction.CREATE, object_ref=reference_of(book), user=user)
    return book


def _handed_out(book: CodeBook, user, purpose: str, count: int) -> None:
    with transaction.atomic():
        audit_record(
            institution=book.institution,
            action=AuditAction.EXPORT,
            object_ref=reference_of(book),
            user=user,
            purpose=purpose,
            count=count,
        )
        CodeBook.objects.filter(pk=book.pk).update(exported_at=timezone.now())


def _checked(book: CodeBook, user, purpose: str) -> None:
    if not is_officer(user, book.institution_id):
        raise PermissionDenied
    if purpose not in AccessPurpose.values:
        raise ValidationError(_("Say for what you open this: there is no access without a purpose."))


@sensitive_variables()
def codes_of_version(*, book: CodeBook, user, purpose: str) -> list[list[str]]:
    """Number and code of each candidate of the newest version with these codes, by number, below a row of headings; on record."""
    _checked(book, user, purpose)
    maker = code_maker(book)
    states = [VersionState.READY, VersionState.PROPOSED, VersionState.PUBLISHED]
    version = ResultVersion.objects.filter(code_book=book, state__in=states).order_by("-number").first()
    if version is None:
        raise ValidationError(
            _("No results with these codes are loaded. Upload a list of candidates instead.")
        )
    cipher, rows = cipher_of(version), []
    for digest, sealed in version.rows.values_list("digest", "sealed").iterator(chunk_size=5000):
        number = (cipher.open(digest.bytes, bytes(sealed)) or [""])[0]
        rows.append([number, maker.printed(bare_number(number))])
    rows.sort(key=lambda row: (len(bare_number(row[0])), row[0]))
    _handed_out(book, user, purpose, len(rows))
    return [["SBD", "Mã tra cứu"], *rows]


@sensitive_variables()
def codes_for_list(*, book: CodeBook, user, purpose: str, file: File) -> list[list[str]]:
    """A list of candidates as it was, with the code in a last column; on record, and nothing of the list is stored. Raises
    ValidationError or TableError where it cannot be read."""
    _checked(book, user, purpose)
    maker = code_maker(book)
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than %(limit)s MB.") % {"limit": MOST_BYTES // 1_048_576})
    with opened(file, file.name, ()) as source:
        place = guess(source.header, ()).get("number")
        if place is None:
            raise TableError("no_header", _("No column of candidate numbers (SBD) was found."))
        width = len(source.header)
        rows = []
        for row, cells in source.rows():
            number = bare_number(cells[place]) if place < len(cells) else ""
            if not number:
                raise ValidationError(_("Row %(row)s has no candidate number.") % {"row": row})
            if len(rows) >= MOST_ROWS:
                raise ValidationError(
                    _("The list has more than %(limit)s rows. Split it into smaller lists.")
                    % {"limit": MOST_ROWS}
                )
            fitted = [*cells, *[""] * width][:width]
            rows.append([*fitted, maker.printed(number)])
        header = [*source.header, "Mã tra cứu"]
    if not rows:
        raise ValidationError(_("There are no rows below the headings."))
    _handed_out(book, user, purpose, len(rows))
    return [header, *rows]


def codes_erase(*, book: CodeBook, user, now: datetime | None = None) -> None:
    """Erase the codes of an examination before their day. Candidates look up with what they were given as before."""
    if not is_officer(user, book.institution_id):
        raise PermissionDenied
    _erase(book, now or timezone.now(), "codes erased by an officer", EraseReason.EXPIRED)


def codes_erase_due(*, now: datetime | None = None) -> int:
    """Erase the codes whose day is over, or whose examination has closed; answers how many examinations."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    due = CodeBook.objects.filter(Q(erase_on__lt=today) | Q(exam__closes_on__lt=today), erased_at=None)
    found = list(due.select_related("institution"))
    for book in found:
        _erase(book, now, "codes of an examination: their day is over", EraseReason.EXPIRED)
    return len(found)


def _erase(book: CodeBook, now: datetime, rule: str, reason: EraseReason) -> None:
    with transaction.atomic():
        if not CodeBook.objects.filter(pk=book.pk, erased_at=None).update(erased_at=now, sealed_key=""):
            return
        deletion_record(
            institution=book.institution,
            what=CODES,
            reason=reason,
            uids=[book.uid],
            counts={"keys": 1},
            rule=rule,
            now=now,
        )


def books_in_use() -> list[tuple[int, UUID]]:
    """Ids and random numbers of the codes that have not been erased: for the replay after a restore."""
    return list(CodeBook.objects.filter(erased_at=None).values_list("pk", "uid"))


def books_erase_again(pks: Sequence[int]) -> int:
    """Erase codes that had been erased before the database was restored; answers how many."""
    return CodeBook.objects.filter(pk__in=pks).update(erased_at=timezone.now(), sealed_key="")
