"""One letter for a whole list, where the chain would write one for each page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from editorial.letters.boards import admin_link, audience, rendered
from editorial.models import BoardTaskState
from network.letters import LetterDraft, LetterKind, Message, letter_queue, letters_queue, register_kind
from network.models import Letter
from sections.models import ImportBatch

WAITS, DECIDED = "sections.batch_waits", "sections.batch_decided"


def register() -> None:
    register_kind(
        LetterKind(
            WAITS,
            _("A list of pages waits for me"),
            build=waits,
            help_text=_("When many pages are handed in at once that you appraise or approve."),
        )
    )
    register_kind(LetterKind(DECIDED, _("The board has decided on my list of pages"), build=decided))


def batch_waits(batch: ImportBatch, steps: Iterable[BoardTaskState]) -> None:
    """Write to those who can take the steps that are open: once for each board and role."""
    first: dict[tuple[int, str], BoardTaskState] = {}
    for step in steps:
        first.setdefault((step.institution_id, step.role), step)
    drafts = {
        pk: LetterDraft(
            user_id=pk,
            institution_id=step.institution_id,
            about={"batch": batch.pk, "run": str(batch.run), "board": step.institution_id},
        )
        for step in first.values()
        for pk in audience(step).values_list("pk", flat=True)
        if pk != batch.acting_id
    }
    letters_queue(kind=WAITS, drafts=list(drafts.values()))


def batch_decided(batch: ImportBatch) -> None:
    """Write to whoever took the list in."""
    if batch.created_by is None or batch.created_by_id == batch.acting_id:
        return
    letter_queue(
        kind=DECIDED,
        user=batch.created_by,
        institution=batch.institution,
        about={"batch": batch.pk, "run": str(batch.run)},
    )


def waits(letter: Letter) -> Message | None:
    batch = _batch(letter)
    if batch is None:
        return None
    steps = BoardTaskState.objects.filter(
        status=BoardTaskState.STATUS_IN_PROGRESS,
        institution_id=letter.about["board"],
        workflow_state__imported_rows__batch=batch,
    ).select_related("institution__site")
    step = steps.first()
    if step is None:
        return None
    return rendered(
        "sections/batch_waits",
        {
            "count": steps.count(),
            "home": batch.institution.name,
            "link": admin_link(step.institution, "exchange_batch", batch.uid),
        },
    )


def decided(letter: Letter) -> Message | None:
    batch = _batch(letter)
    if batch is None:
        return None
    return rendered(
        "sections/batch_decided",
        {
            "what": batch.get_work_display(),
            "home": batch.institution.name,
            "link": admin_link(batch.institution, "exchange_batch", batch.uid),
        },
    )


def _batch(letter: Letter) -> ImportBatch | None:
    rows = ImportBatch.objects.select_related("institution__site")
    return rows.filter(pk=letter.about["batch"]).first()
