"""Each entry of the audit as one line of JSON, for a collector outside: what is removed here is still known there.

The line holds numbers of accounts and records, no names; with ``prev_hash`` and ``hash`` the collector can see a gap.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from privacy.models import PrivacyAudit

logger = logging.getLogger("privacy.audit")


def line_of(entry: PrivacyAudit) -> dict[str, Any]:
    return {
        "time": entry.occurred_at.astimezone(UTC).isoformat(),
        "event": "privacy.audit",
        "institution": entry.institution.code,
        "number": entry.number,
        "action": str(entry.action),
        "purpose": str(entry.purpose),
        "object": entry.object_ref,
        "count": entry.count,
        "user": entry.user_id,
        "prev_hash": entry.prev_hash,
        "hash": entry.hash,
    }


def text_of(entry: PrivacyAudit) -> str:
    return json.dumps(line_of(entry), ensure_ascii=False, separators=(",", ":"))


def ship(entry: PrivacyAudit) -> None:
    """Send the line once the entry is stored for good."""
    if settings.EDUSITE_AUDIT_LOG:
        transaction.on_commit(partial(_send, entry))


def _send(entry: PrivacyAudit) -> None:
    logger.info("%s", text_of(entry))
