"""The catalogue in the words of DCAT 3 (W3C, 22 August 2024), as JSON-LD that fetches nothing."""

from __future__ import annotations

from typing import Any

from django.utils import translation

from common.structured_data import without_blanks
from network.models import Institution
from sections.opendata.catalogue import SiteDataSet

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
IANA = "https://www.iana.org/assignments/media-types/"


def catalogue(
    sets: list[SiteDataSet], *, institution: Institution, origin: str, address: str, api: str
) -> dict[str, Any]:
    """`origin`: scheme and host; `address`: of the page of open data; `api`: of the interface, both absolute."""
    publisher = without_blanks(
        {
            "@id": f"{origin}/#institution",
            "@type": "foaf:Agent",
            "foaf:name": institution.local_name,
            "dct:identifier": institution.code,
            "foaf:homepage": {"@id": f"{origin}/"},
        }
    )
    return {
        "@context": CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": _worded(institution.local_name),
        "dct:publisher": publisher,
        "dct:language": translation.get_language(),
        "foaf:homepage": {"@id": address},
        "dcat:service": {
            "@id": api,
            "@type": "dcat:DataService",
            "dct:title": "API v1",
            "dcat:endpointURL": {"@id": api},
            "dcat:endpointDescription": {"@id": f"{api}openapi.json"},
        },
        "dcat:dataset": [_dataset(one, publisher["@id"], institution, api) for one in sets],
    }


def _worded(text: str) -> dict[str, str]:
    return {"@value": text, "@language": translation.get_language() or "vi"}


def _dataset(one: SiteDataSet, publisher: str, institution: Institution, api: str) -> dict[str, Any]:
    landing = one.page.full_url or ""
    own = f"{api}datasets/{one.name}/"
    terms = one.dataset.terms
    licence: Any = {"@id": terms.url} if terms.url else str(terms.label)
    changed = one.changed_at
    contact = {"@type": "vcard:Organization", "vcard:fn": institution.local_name}
    if institution.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{institution.email}"}
    return without_blanks(
        {
            "@id": own,
            "@type": "dcat:Dataset",
            "dct:identifier": f"{institution.code}/{one.name}",
            "dct:title": _worded(one.title),
            "dct:description": _worded(one.description),
            "dct:publisher": {"@id": publisher},
            "dcat:contactPoint": contact,
            "dct:accrualPeriodicity": {"@id": one.frequency.uri},
            "dct:modified": {"@type": "xsd:dateTime", "@value": changed.isoformat()} if changed else None,
            "dcat:keyword": [_worded(str(word)) for word in one.dataset.keywords],
            "dcat:landingPage": {"@id": landing},
            "dct:license": licence,
            "dcat:distribution": [
                *(_file(one, landing, kind, licence) for kind in one.formats if landing),
                _service(own, licence, api),
            ],
        }
    )


def _file(one: SiteDataSet, landing: str, kind: str, licence: Any) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{one.title} ({kind.upper()})",
        "dcat:accessURL": {"@id": landing},
        "dcat:downloadURL": {"@id": f"{landing}?format={kind}"},
        "dcat:mediaType": {"@id": IANA + MEDIA_TYPES[kind]},
        "dct:license": licence,
    }


def _service(own: str, licence: Any, api: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": "API",
        "dcat:accessURL": {"@id": f"{own}records/"},
        "dcat:mediaType": {"@id": IANA + MEDIA_TYPES["json"]},
        "dcat:accessService": {"@id": api},
        "dct:license": licence,
    }
