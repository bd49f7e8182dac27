"""Many tables at once.

Django draws every model that is related to a changed one anew after each operation. Pages of some sixty types are all related to
each other, so that tables made one by one cost a hundred times what the database needs for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class CreateTables(Operation):
    """Makes the tables of several models in their last form, drawn once.

    `operations`: what ``makemigrations`` wrote for these models – ``CreateModel``, and fields, indexes and constraints that it
    added to the same models in later steps, which the tables have from the start here.
    """

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)
        own = {operation.name_lower for operation in self.operations if isinstance(operation, CreateModel)}
        for operation in self.operations:
            name = operation.name if isinstance(operation, CreateModel) else _model_of(operation)
            if name.lower() not in own:
                raise ValueError(f"{operation.describe()}: the table is not made here.")

    def deconstruct(self) -> tuple[str, list, dict]:
        return type(self).__qualname__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        # Without drawn models the steps only note what changes; whoever asks next draws all of them, once.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self._models():
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in reversed(self._models()):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Create {len(self._models())} tables"

    def references_model(self, name: str, app_label: str) -> bool:
        return any(operation.references_model(name, app_label) for operation in self.operations)

    def _models(self) -> list[CreateModel]:
        return [operation for operation in self.operations if isinstance(operation, CreateModel)]


def _model_of(operation: Operation) -> str:
    return getattr(operation, "model_name", None) or operation.name
