"""What the desk says of the regulations: what waits for the head, what has drifted, what is missing (W11.2, W3.3)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole
from editorial.desk import SHOWN, Desk, register
from editorial.desk.first_steps import FirstStep
from editorial.desk.first_steps import register as register_step
from editorial.models import Regulation
from editorial.regulations.kinds import WEBSITE
from editorial.selectors.regulations import (
    RegulationCondition,
    RegulationState,
    members_without_regulation,
    regulation_states,
    waiting_regulations,
)
from network.models import Institution

SETTLED = frozenset({RegulationCondition.IN_FORCE})


def regulations_on(desk: Desk) -> dict[int, list[RegulationState]]:
    """``regulation_states`` of the institutions in scope, read once for all parts of a desk."""
    day = timezone.localdate(desk.now)
    return desk.once("editorial.regulations", lambda: regulation_states(desk.scope, on=day))


class RegulationPart:
    """For the head: what waits for approval. For chief editors and heads: which regulation of their own sites is missing,
    waits, has drifted or is due for review. For an authority: how many members have none. A fixed number of queries."""

    name, order, title = "regulations", 105, _("Regulations")
    template_name = "editorial/desk/regulations.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        waiting = _in_scope(waiting_regulations(desk.user), desk)
        mine = desk.held(BoardRole.CHIEF, BoardRole.HEAD)
        own = [i for i in desk.scope if i.pk in mine][:SHOWN]
        states = regulations_on(desk) if own else {}
        rows = [
            {"institution": i, "state": state}
            for i in own
            for state in states[i.pk]
            if state.condition not in SETTLED
        ]
        missing = [
            {"institution": i, "count": count}
            for i, count in members_without_regulation(
                [i for i in own if i.is_authority], on=timezone.localdate(desk.now)
            )
            if count
        ]
        if not (waiting or rows or missing):
            return None
        return {
            "count": len(waiting) + len(rows),
            "waiting": waiting[:SHOWN],
            "rows": rows[: SHOWN * 2],
            "missing": missing,
        }


def _in_scope(rows: list[Regulation], desk: Desk) -> list[Regulation]:
    if desk.selected is None:
        return rows
    return [row for row in rows if row.institution.path.startswith(desk.selected.path)]


def website_regulation_holds(institutions: list[Institution], desk: Desk) -> set[int]:
    """Ids of those whose regulation on the website is in force."""
    states = regulations_on(desk)
    return {
        i.pk
        for i in institutions
        if any(state.kind.code == WEBSITE.code and state.in_force is not None for state in states[i.pk])
    }


def register_part() -> None:
    """Called by the app's ``ready()``."""
    register(RegulationPart())
    register_step(
        FirstStep(
            "regulation",
            80,
            _("The head has approved the regulation of the site"),
            website_regulation_holds,
            lambda institution: reverse("editorial_regulations_site", args=[institution.pk]),
        )
    )
