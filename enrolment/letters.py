"""The letter to officers when results, an outcome or certificates wait for a second person: what kind of thing, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.letters.boards import admin_link, rendered
from editorial.models import BoardGroup
from enrolment.choices import AppealState, RegisterState, VersionState
from enrolment.models import Appeal, CertificateBatch, CertificateChange, ResultVersion
from enrolment.policies import OFFICERS
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Institution, Letter

WAITS = "enrolment.waits"
Found = tuple[str, str, tuple[Any, ...]] | None


def _version(pk: int) -> Found:
    row = ResultVersion.objects.select_related("exam").filter(pk=pk, state=VersionState.PROPOSED).first()
    return row and (row.exam.title, "enrolment_exam", (row.exam_id,))


def _appeal(pk: int) -> Found:
    row = Appeal.objects.select_related("submission").filter(pk=pk, state=AppealState.PROPOSED).first()
    return row and (row.submission.reference, "enrolment_appeal", (row.uid,))


def _batch(pk: int) -> Found:
    row = CertificateBatch.objects.filter(pk=pk, register_state=RegisterState.PROPOSED).first()
    return row and (gettext("a list of certificates"), "enrolment_certificate_batch", (row.uid,))


def _change(pk: int) -> Found:
    row = CertificateChange.objects.select_related("certificate").filter(pk=pk, state=RegisterState.PROPOSED)
    row = row.first()
    return row and (gettext("a change of a certificate"), "enrolment_certificate", (row.certificate.uid,))


KINDS: dict[str, Callable[[int], Found]] = {
    "version": _version,
    "appeal": _appeal,
    "batch": _batch,
    "change": _change,
}


def officers_told(*, institution_id: int, what: str, pk: int, without: Iterable[int | None]) -> None:
    """Tell the other officers of an institution that something waits; `what`: a key of KINDS. Inside the transaction that
    proposes it."""
    groups = BoardGroup.objects.filter(
        institution=institution_id, role__in=OFFICERS, group__user__is_active=True
    )
    people = set(groups.values_list("group__user", flat=True)) - set(without)
    letters_queue(
        kind=WAITS,
        drafts=[
            LetterDraft(user_id=user, institution_id=institution_id, about={"what": what, "pk": pk})
            for user in sorted(people)
        ],
    )


def build(letter: Letter) -> Message | None:
    """None where it does not wait any more."""
    found = KINDS[str(letter.about["what"])](int(letter.about["pk"]))
    board = Institution.objects.select_related("site").filter(pk=letter.institution_id).first()
    if found is None or board is None:
        return None
    title, name, arguments = found
    context = {"title": title, "institution": board.name, "link": admin_link(board, name, *arguments)}
    return rendered("enrolment/waits", context)


def register() -> None:
    register_kind(
        LetterKind(
            WAITS,
            _("Results, an appeal or certificates wait for a second person"),
            build=build,
            help_text=_("When a colleague proposes what another officer has to confirm."),
        )
    )
