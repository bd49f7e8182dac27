"""A demonstration database that an older version left behind, from before the migrations were gathered."""

from __future__ import annotations

from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def is_outgrown() -> bool:
    """Whether the database stands in the middle of migrations that exist only as one gathered state now: it can be brought
    neither forwards nor back."""
    applied = MigrationRecorder(connection).applied_migrations()
    loader = MigrationLoader(None)
    for key, migration in loader.replacements.items():
        done = [target in applied for target in migration.replaces]
        if key not in applied and any(done) and not all(done):
            return True
    return False


def database_set_aside() -> Path | None:
    """Put the database file beside itself under another name, so that a new one is built and nothing is lost. Answers where it
    went; None where the database is no file."""
    if connection.vendor != "sqlite" or connection.is_in_memory_db():
        return None
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    number = 1
    while (target := path.with_name(f"{path.name}.old{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm"):
        if (beside := path.with_name(path.name + suffix)).exists():
            beside.rename(target.with_name(target.name + suffix))
    return path.rename(target)
