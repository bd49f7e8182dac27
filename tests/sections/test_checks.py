"""The system checks fail where the catalogue and the page types do not meet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.checks import run_checks

from sections.catalogue import clause, registry
from sections.models import NewsIndexPage


@pytest.fixture
def exchange(monkeypatch):
    """Put a changed clause in the place of the one with its id."""

    def put(changed):
        circulars = tuple(
            tuple(changed if entry.id == changed.id else entry for entry in clauses)
            for clauses in registry.CIRCULARS
        )
        monkeypatch.setattr(registry, "CIRCULARS", circulars)
        registry.forget()

    yield put
    monkeypatch.undo()
    registry.forget()


def found(tag="sections"):
    return {(error.id, error.obj) for error in run_checks(tags=[tag])}


def test_the_catalogue_as_it_is_has_no_fault():
    assert found() == set()


def test_a_required_section_without_a_page_type_is_an_error(monkeypatch):
    others = {key: page_type for key, page_type in registry._page_types.items() if key != "W9.7"}
    monkeypatch.setattr(registry, "_page_types", others)
    assert found() == {("sections.E001", "W9.7")}


def test_an_optional_section_without_a_page_type_is_an_error_too(monkeypatch):
    others = {key: page_type for key, page_type in registry._page_types.items() if key != "W10.7"}
    monkeypatch.setattr(registry, "_page_types", others)
    assert found() == {("sections.E001", "W10.7")}


def test_a_page_type_for_a_clause_that_does_not_exist_is_an_error(monkeypatch):
    monkeypatch.setattr(registry, "_unknown", [])
    registry.register_page_type(NewsIndexPage, "W99.9")
    assert found() == {("sections.E002", NewsIndexPage)}


def test_a_clause_that_nothing_answers_is_an_error(exchange):
    exchange(replace(clause("W8.4b"), answered_by="W99.9"))
    assert found() == {("sections.E003", "W8.4b")}


def test_a_clause_whose_section_was_forgotten_is_an_error(exchange):
    exchange(replace(clause("W9.8"), sections=()))
    assert ("sections.E003", "W9.8") in found()
