"""The migrations make what the models say: every column, index and constraint of every table of ours."""

import pytest
from django.apps import apps
from django.db import connection, models

pytestmark = pytest.mark.django_db

OURS = (
    "network",
    "privacy",
    "editorial",
    "sections",
    "feedback",
    "resources",
    "enrolment",
    "home",
    "assessment",
)


def tables():
    for label in OURS:
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if not model._meta.proxy:
                yield model


def named(model) -> set[str]:
    """Names of the constraints and indexes that a model declares; one without a condition is made by every database."""
    return {one.name for one in (*model._meta.constraints, *model._meta.indexes)}


def expected_columns(model) -> set[str]:
    return {field.column for field in model._meta.local_concrete_fields}


def test_every_table_has_its_columns():
    missing = {}
    with connection.cursor() as cursor:
        for model in tables():
            found = {
                row.name
                for row in connection.introspection.get_table_description(cursor, model._meta.db_table)
            }
            if found != expected_columns(model):
                missing[model._meta.label] = found ^ expected_columns(model)
    assert missing == {}


def test_every_table_has_its_constraints_and_indexes():
    missing = {}
    with connection.cursor() as cursor:
        for model in tables():
            found = connection.introspection.get_constraints(cursor, model._meta.db_table)
            if lost := named(model) - set(found):
                missing[model._meta.label] = lost
    assert missing == {}


def test_every_link_is_held_by_the_database():
    missing = []
    with connection.cursor() as cursor:
        for model in tables():
            found = connection.introspection.get_relations(cursor, model._meta.db_table)
            links = [
                field
                for field in model._meta.local_concrete_fields
                if isinstance(field, models.ForeignKey) and field.db_constraint
            ]
            missing += [f"{model._meta.label}.{field.name}" for field in links if field.column not in found]
    assert missing == []
