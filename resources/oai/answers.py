"""The six verbs of OAI-PMH 2.0 as XML. Each answer costs the same few queries whatever the number of records."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db.models import Min, Q
from lxml import etree

from network.models import Institution
from network.site_roots import public_origin
from resources.models import ResourceRecord
from resources.oai.arguments import FORMATS, Code, ProtocolError, Question
from resources.oai.metadata import XSI, Work, metadata, text, works_of
from resources.oai.sets import narrowed, sets_listed, sets_of
from resources.oai.tokens import LIFE, Place, make_token
from resources.selectors.search import scope_of

NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
RECORDS, SETS = 100, 200
"""How many an answer holds."""
URN = "urn:uuid:"


@dataclass(frozen=True)
class Repository:
    """The repository of one institution: its own resources and those of all below it. `base_url` is where it is asked."""

    institution: Institution
    base_url: str
    now: datetime

    def records(self):
        return scope_of(self.institution)


def stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _add(parent: etree._Element, name: str, value: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", **attributes)
    if value is not None:
        element.text = text(value)
    return element


def _envelope(repository: Repository, attributes: dict[str, str]) -> etree._Element:
    root = etree.Element(f"{{{NAMESPACE}}}OAI-PMH", nsmap={None: NAMESPACE, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{NAMESPACE} {SCHEMA}")
    _add(root, "responseDate", stamp(repository.now))
    _add(root, "request", repository.base_url, **attributes)
    return root


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def refused(repository: Repository, error: ProtocolError, given: dict[str, str]) -> bytes:
    """The answer to a wrong request. It tells the arguments back unless verb or arguments are wrong (3.2)."""
    root = _envelope(repository, {} if error.code in (Code.VERB, Code.ARGUMENT) else given)
    _add(root, "error", str(error), code=error.code.value)
    return _bytes(root)


def answered(repository: Repository, question: Question) -> bytes:
    """Raises ProtocolError."""
    root = _envelope(repository, {"verb": question.verb, **question.given})
    VERBS[question.verb](repository, question, _add(root, question.verb))
    return _bytes(root)


def _identify(repository: Repository, question: Question, part: etree._Element) -> None:
    institution = repository.institution
    earliest = repository.records().aggregate(first=Min("changed_at"))["first"] or repository.now
    _add(part, "repositoryName", f"{institution.name} – Kho học liệu số")
    _add(part, "baseURL", repository.base_url)
    _add(part, "protocolVersion", "2.0")
    _add(part, "adminEmail", institution.email or f"webmaster@{institution.hostname}")
    _add(part, "earliestDatestamp", stamp(earliest))
    _add(part, "deletedRecord", "persistent")
    _add(part, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def _formats(repository: Repository, question: Question, part: etree._Element) -> None:
    if question.identifier:
        _found(repository, question.identifier)
    for prefix, (schema, namespace) in FORMATS.items():
        element = _add(part, "metadataFormat")
        _add(element, "metadataPrefix", prefix)
        _add(element, "schema", schema)
        _add(element, "metadataNamespace", namespace)


def _sets(repository: Repository, question: Question, part: etree._Element) -> None:
    found = sets_listed(repository.institution)
    start = question.place.cursor if question.place else 0
    if not found[start:]:
        # A repository without records has sets all the same: the schema asks for one at the least.
        if start:
            raise ProtocolError(Code.TOKEN, "The list of sets has become shorter.")
        found = [("kind:lecture", "Bài giảng e-Learning")]
    for spec, name in found[start : start + SETS]:
        element = _add(part, "set")
        _add(element, "setSpec", spec)
        _add(element, "setName", name)
    place = Place(repository.institution.pk, "ListSets", cursor=start + SETS, total=len(found))
    _go_on(repository, part, start=start, given=min(SETS, len(found) - start), place=place)


def _listed(repository: Repository, question: Question, part: etree._Element) -> None:
    records = repository.records()
    if question.set_spec:
        records = narrowed(records, question.set_spec)
    if question.since:
        records = records.filter(changed_at__gte=question.since)
    if question.until:
        records = records.filter(changed_at__lte=question.until)
    place = question.place
    total = place.total if place else records.count()
    if not total:
        raise ProtocolError(Code.NO_MATCH, "No record matches.")
    if place and place.after:
        moment, key = place.after
        records = records.filter(Q(changed_at__gt=moment) | Q(changed_at=moment, pk__gt=key))
    found = list(records.select_related("institution__site").order_by("changed_at", "pk")[: RECORDS + 1])
    shown = found[:RECORDS]
    if not shown:
        raise ProtocolError(Code.TOKEN, "Nothing is left of this list.")
    works = works_of(shown)
    for record in shown:
        _record(part, record, works.get(record.pk), question)
    start = place.cursor if place else 0
    after = (shown[-1].changed_at, shown[-1].pk)
    following = Place(
        repository.institution.pk,
        question.verb,
        question.prefix,
        question.set_spec,
        question.since,
        question.until,
        after,
        start + len(shown),
        max(total, start + len(found)),
    )
    _go_on(repository, part, start=start, given=len(shown), place=following, more=len(found) > RECORDS)


def _record(parent: etree._Element, record: ResourceRecord, work: Work | None, question: Question) -> None:
    if question.verb == "ListIdentifiers":
        _header(parent, record, work)
        return
    element = _add(parent, "record")
    _header(element, record, work)
    if work is not None:
        _add(element, "metadata").append(metadata(work, question.prefix))


def _header(parent: etree._Element, record: ResourceRecord, work: Work | None) -> None:
    header = _add(parent, "header", **({} if work else {"status": "deleted"}))
    _add(header, "identifier", f"{URN}{record.uid}")
    _add(header, "datestamp", stamp(record.changed_at))
    for spec in sets_of(record):
        _add(header, "setSpec", spec)


def _go_on(
    repository: Repository,
    part: etree._Element,
    *,
    start: int,
    given: int,
    place: Place,
    more: bool | None = None,
) -> None:
    """The token of a list that does not end here; the last part of a longer list ends with an empty one (3.5)."""
    more = start + given < place.total if more is None else more
    if not more and not start:
        return
    attributes = {"completeListSize": str(place.total), "cursor": str(start)}
    if more:
        attributes = {"expirationDate": stamp(repository.now + LIFE), **attributes}
    token = make_token(replace(place, total=place.total), now=repository.now) if more else ""
    _add(part, "resumptionToken", token, **attributes)


def _found(repository: Repository, identifier: str) -> ResourceRecord:
    try:
        uid = uuid.UUID(identifier.removeprefix(URN)) if identifier.startswith(URN) else None
    except ValueError:
        uid = None
    record = repository.records().select_related("institution__site").filter(uid=uid).first() if uid else None
    if record is None or identifier != f"{URN}{record.uid}":
        raise ProtocolError(Code.IDENTIFIER, "No record has this identifier.")
    return record


def _one(repository: Repository, question: Question, part: etree._Element) -> None:
    record = _found(repository, question.identifier)
    _record(part, record, works_of([record]).get(record.pk), question)


VERBS: dict[str, Callable[[Repository, Question, etree._Element], None]] = {
    "Identify": _identify,
    "ListMetadataFormats": _formats,
    "ListSets": _sets,
    "ListIdentifiers": _listed,
    "ListRecords": _listed,
    "GetRecord": _one,
}


def base_url_of(institution: Institution, path: str) -> str:
    return public_origin(institution.hostname) + path
