"""The description of the interface of one site, made from its data sets (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from sections.opendata.catalogue import SiteDataSet

MOST, USUAL = 200, 50


def description(sets: list[SiteDataSet], *, title: str, api: str) -> dict[str, Any]:
    paths: dict[str, Any] = {
        "/datasets/": {"get": _operation("datasets", _("The data sets of this site"), {"type": "object"})},
        "/catalog.jsonld": {
            "get": _operation("catalog", _("The catalogue as DCAT JSON-LD"), {"type": "object"})
        },
    }
    schemas = {}
    for one in sets:
        schemas[one.name] = _schema(one)
        paths[f"/datasets/{one.name}/"] = {
            "get": _operation(
                f"{one.name}_about", _("About “%(title)s”") % {"title": one.title}, {"type": "object"}
            )
        }
        records = _operation(f"{one.name}_records", one.title, _page_of(one.name))
        records["parameters"] = [*_paging(), *_filters(one)]
        paths[f"/datasets/{one.name}/records/"] = {"get": records}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1",
            "description": _("Read-only. No key is needed; nothing is kept of who asks."),
        },
        "servers": [{"url": api}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": name.replace("-", "_"),
        "summary": summary,
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": schema}}},
            "404": {"description": _("There is no such data set on this site.")},
        },
    }


def _schema(one: SiteDataSet) -> dict[str, Any]:
    properties = {}
    for field in one.fields:
        found: dict[str, Any] = {"type": [field.type, "null"], "title": str(field.label)}
        if field.format:
            found["format"] = field.format
        properties[field.name] = found
    return {"type": "object", "title": one.title, "properties": properties}


def _page_of(name: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": ["string", "null"], "format": "uri"},
            "previous": {"type": ["string", "null"], "format": "uri"},
            "results": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
        },
    }


def _paging() -> list[dict[str, Any]]:
    return [
        {
            "name": "page",
            "in": "query",
            "schema": {"type": "integer", "minimum": 1, "default": 1},
            "description": _("Which page of records"),
        },
        {
            "name": "page_size",
            "in": "query",
            "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
            "description": _("Records on a page"),
        },
    ]


def _filters(one: SiteDataSet) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "schema": {"type": "string"}, "description": str(label)}
        for name, label in one.parameters.items()
    ]
