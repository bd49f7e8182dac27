"""Tables that are made together are those that steps one by one would make."""

import pytest
from django.db import migrations, models
from django.db.migrations.state import ProjectState

from common.migration_operations import CreateTables


def steps():
    return [
        migrations.CreateModel("School", [("id", models.BigAutoField(primary_key=True))]),
        migrations.CreateModel("Pupil", [("id", models.BigAutoField(primary_key=True))]),
        migrations.AddField("Pupil", "school", models.ForeignKey("lists.School", models.CASCADE)),
        migrations.AddField("School", "number", models.IntegerField(default=0)),
        migrations.AddConstraint(
            "School", models.UniqueConstraint(fields=("number",), name="one_school_a_number")
        ),
    ]


def after(*operations) -> ProjectState:
    state = ProjectState()
    for operation in operations:
        operation.state_forwards("lists", state)
    return state


def test_the_state_is_that_of_the_steps():
    assert after(CreateTables(steps())) == after(*steps())


def test_drawn_models_have_what_later_steps_added():
    state = after(*steps()[:1])
    assert state.apps.get_model("lists", "School")
    CreateTables(steps()[1:3]).state_forwards("lists", state)
    assert (
        state.apps.get_model("lists", "Pupil")._meta.get_field("school").related_model._meta.model_name
        == "school"
    )


def test_a_table_of_another_step_is_refused():
    with pytest.raises(ValueError, match="number"):
        CreateTables(steps()[1:])


def test_it_is_written_as_it_was_given():
    name, arguments, named = CreateTables(steps()).deconstruct()
    assert (name, arguments) == ("CreateTables", [])
    assert [operation.describe() for operation in named["operations"]] == [
        step.describe() for step in steps()
    ]
