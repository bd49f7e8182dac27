"""A procedure for machines: its record as JSON, its statements in the words of schema.org. The person who handles
applications is named on the page, as the circular asks, and not here: a register of names is nobody's open data."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from common.structured_data import without_blanks
from sections.models import ProcedurePage
from sections.procedures.choices import Channel, OnlineLevel, Status


def record(page: ProcedurePage, request: HttpRequest | None = None) -> dict[str, Any]:
    """The whole record; keys are stable, values of closed lists are their codes, amounts are đồng, dates ISO 8601."""
    found = {
        "id": f"urn:uuid:{page.translation_key}",
        "url": page.get_full_url(request),
        "language": page.locale.language_code,
        "code": page.code,
        "title": page.title,
        "name": page.name,
        "summary": page.summary,
        "field": page.field,
        "category": page.category,
        "levels": list(page.levels),
        "audiences": list(page.audiences),
        "status": page.status_on().value,
        "decision": page.decision,
        "change": page.change,
        "decided_on": page.decided_on,
        "effective_on": page.effective_on,
        "repealed_on": page.repealed_on,
        "repeal_decision": page.repeal_decision,
        "replaced_by_code": page.replaced_by_code,
        "authority": page.authority,
        "competent_body": page.competent_body,
        "delegated_body": page.delegated_body,
        "coordinating_body": page.coordinating_body,
        "recipient": page.recipient,
        "recipient_address": page.recipient_address,
        "recipient_hours": page.recipient_hours,
        "time_limit": page.time_limit,
        "is_free": page.is_free,
        "result": page.result,
        "requirements": page.requirements,
        "sets": page.sets,
        "online_level": page.online_level,
        "online_url": page.online_url,
        "source": page.source_name,
        "source_url": page.source_url,
        "updated": page.last_published_at and timezone.localtime(page.last_published_at),
        **_rows(page, request),
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def _rows(page: ProcedurePage, request: HttpRequest | None) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for name in ("steps", "components", "channels", "fees", "legal_basis", "changes"):
        rows[name] = [_row(child.value, request) for child in getattr(page, name)]
    return rows


def _row(value: Any, request: HttpRequest | None) -> dict[str, Any]:
    found = {}
    for name, part in value.items():
        if hasattr(part, "file_extension"):
            part = {"title": part.title, "url": request.build_absolute_uri(part.url) if request else part.url}
        if part not in ("", None, False):
            found[name] = part
    return found


def government_service(page: ProcedurePage, *, provider: dict[str, Any], url: str) -> dict[str, Any]:
    """A GovernmentService of schema.org; no query beyond those of the page. `provider` is the institution."""
    return without_blanks(
        {
            "@type": "GovernmentService",
            "@id": f"urn:uuid:{page.translation_key}",
            "identifier": page.code,
            "name": page.name,
            "alternateName": page.title if page.full_name else "",
            "description": page.summary,
            "url": url,
            "inLanguage": page.locale.language_code,
            "provider": provider,
            "serviceType": _("Administrative procedure"),
            "category": page.field,
            "audience": [{"@type": "Audience", "audienceType": label} for label in page.audiences.labels],
            "areaServed": {"@type": "Country", "name": "Việt Nam"},
            "serviceOutput": {"@type": "Thing", "name": page.result} if page.result else "",
            "termsOfService": page.requirements,
            "availableChannel": _channels(page, url),
            "offers": _offers(page),
            "additionalProperty": _properties(page),
        }
    )


def _channels(page: ProcedurePage, url: str) -> list[dict[str, Any]]:
    channels = []
    goes_online = page.online_level in (OnlineLevel.FULL, OnlineLevel.PARTIAL)
    if page.online_url and goes_online:
        channels.append(
            {"@type": "ServiceChannel", "name": str(Channel.ONLINE.label), "serviceUrl": page.online_url}
        )
    if page.recipient or page.recipient_address:
        place = {"@type": "Place", "name": page.recipient, "address": page.recipient_address}
        hours = page.recipient_hours
        office = {"@type": "ServiceChannel", "name": str(Channel.DIRECT.label), "serviceUrl": url}
        office["serviceLocation"] = without_blanks(place | {"description": hours})
        channels.append(office)
    return channels


def _offers(page: ProcedurePage) -> list[dict[str, Any]]:
    if page.is_free:
        return [{"@type": "Offer", "price": 0, "priceCurrency": "VND"}]
    return [
        without_blanks(
            {
                "@type": "Offer",
                "price": row.value.get("amount"),
                "priceCurrency": "VND",
                "description": row.value.get("note"),
            }
        )
        for row in page.fees
        if row.value.get("amount")
    ]


def _properties(page: ProcedurePage) -> list[dict[str, Any]]:
    status = page.status_on()
    facts = {
        _("Time limit"): page.time_limit,
        _("Online"): page.get_online_level_display(),
        _("Status"): str(status.label) if status != Status.IN_FORCE else "",
        _("Decision"): page.decision,
        _("Repealed by"): page.repeal_decision,
    }
    return [
        {"@type": "PropertyValue", "name": str(name), "value": str(value)}
        for name, value in facts.items()
        if value
    ]
