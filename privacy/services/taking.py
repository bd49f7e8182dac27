"""The statement by which a form is taken in (decision 0027)."""

from __future__ import annotations

import weakref
from typing import Any

from django.db import DatabaseError, connection
from django.views.decorators.debug import sensitive_variables

NAME = "privacy_form_take"
_COLUMNS = (
    "uid, institution_id, page_id, draft_id, form, token_hash, reference, secret_hash, claim, language, sealed_choices, "
    "sent_at, tries, error"
)
_TYPES = "uuid, varchar, varchar, varchar, varchar, text, timestamptz, varchar, bigint, varchar, timestamptz, varchar"
_MARKS = ", ".join(["%s"] * 12)
UNKNOWN, DOUBLE = "26000", "42P05"
"""SQLSTATE of a prepared statement that the session does not have, and of one that it has already."""


def _statement(marks: list[str], held: str) -> str:
    """`marks`: of uid, form, reference, hash of the secret, language, choices, moment; token, page, ready, moment, reference."""
    uid, form, reference, secret, language, sealed, at, token, page, ready, now, again = marks
    return (
        f"INSERT INTO privacy_sentform ({_COLUMNS}) "  # noqa: S608
        f"SELECT {uid}, d.institution_id, d.page_id, d.id, {form}, d.token_hash, {reference}, {secret}, NULLIF(d.claim, ''), "
        f"{language}, {sealed}, {at}, 0, '' FROM privacy_formdraft d "
        f"WHERE d.token_hash = {token} AND d.page_id = {page} AND d.ready = {ready} AND d.ready_until > {now} "
        f"AND NOT EXISTS (SELECT 1 FROM privacy_submission s WHERE s.reference = {again}) "
        f"{held} ON CONFLICT DO NOTHING RETURNING id"
    )


class _Sessions:
    """The connections that have the statement prepared: to plan it anew costs the server as much as to run it. Where a pooler
    hands out other sessions, it is sent as it is."""

    def __init__(self) -> None:
        self.known: weakref.WeakSet = weakref.WeakSet()
        self.may_prepare = True

    def has(self, cursor) -> bool:
        if connection.vendor != "postgresql" or connection.in_atomic_block or not self.may_prepare:
            return False
        if connection.connection not in self.known:
            self._prepare(cursor)
        return self.may_prepare

    def _prepare(self, cursor) -> None:
        """The plan is made at once and goes by the keys, whatever the tables hold at this moment."""
        marks = [f"${number}" for number in range(1, 13)]
        statement = _statement(marks, "FOR NO KEY UPDATE OF d")
        nothing = ", ".join(["NULL"] * 12)
        try:
            cursor.execute(
                f"PREPARE {NAME} ({_TYPES}) AS {statement}; SET enable_seqscan = off; "
                f"SET plan_cache_mode = force_generic_plan; EXPLAIN EXECUTE {NAME} ({nothing}); "
                "RESET plan_cache_mode; RESET enable_seqscan"
            )
        except DatabaseError as fault:
            if _state_of(fault) != DOUBLE:
                raise
            self.may_prepare = False
        else:
            self.known.add(connection.connection)


sessions = _Sessions()


def _state_of(fault: DatabaseError) -> str:
    return getattr(fault.__cause__, "sqlstate", None) or ""


@sensitive_variables()
def form_take(values: list[Any]) -> int | None:
    """Run it; `values` in the order of ``_statement``. The key of the new row; None where nothing was ready, or another has
    token, reference or claim.

    PostgreSQL holds the draft's row meanwhile: a change to it comes before, and then `ready` is another, or it comes after and
    finds what was sent."""
    with connection.cursor() as cursor:
        if sessions.has(cursor):
            try:
                cursor.execute(f"EXECUTE {NAME} ({_MARKS})", values)
                row = cursor.fetchone()
            except DatabaseError as fault:
                if _state_of(fault) != UNKNOWN:
                    raise
                sessions.may_prepare = False
            else:
                return row[0] if row else None
        held = "FOR NO KEY UPDATE OF d" if connection.vendor == "postgresql" else ""
        cursor.execute(_statement(["%s"] * 12, held), values)
        row = cursor.fetchone()
    return row[0] if row else None
