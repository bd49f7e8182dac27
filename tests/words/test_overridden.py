"""Templates of other packages that we changed in a few lines stay what the packages ship, but for those lines."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

ROOT = Path(settings.BASE_DIR) / "edusite" / "overridden" / "templates"
COPIES = {
    "wagtailadmin/shared/header.html": 1,
    "wagtailadmin/shared/headers/_actions.html": 1,
    "wagtailusers/groups/includes/formatted_permissions.html": 3,
}
"""How many lines of the original a copy replaces. What is in none of the lists extends its original."""
REPLACED = {f"wagtailadmin/widgets/{name}_input.html" for name in ("date", "time", "datetime")}
NAMES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html"))


def original(name: str) -> str:
    """What the package itself ships under the name."""
    for origin in engines["django"].engine.template_loaders[0].get_template_sources(name):
        path = Path(origin.name)
        if (
            path.is_file()
            and ROOT not in path.parents
            and Path(settings.BASE_DIR) / "templates" not in path.parents
        ):
            return path.read_text()
    raise AssertionError(f"no package ships {name} any more")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_of_ours_extends_or_copies_what_the_package_ships(name: str) -> None:
    ours, theirs = (ROOT / name).read_text(), original(name)
    if name in COPIES:
        changes = difflib.ndiff(theirs.strip().splitlines(), ours.strip().splitlines())
        assert sum(line.startswith("- ") for line in changes) == COPIES[name]
    elif name in REPLACED:
        assert theirs.count("<script>") == 1
        assert "{% include 'django/forms/widgets/" in ours
    else:
        assert ours.startswith(f'{{% extends "{name}" %}}')


@pytest.mark.parametrize("name", NAMES)
def test_a_template_of_ours_writes_no_script_into_the_page(name: str) -> None:
    assert "<script>" not in (ROOT / name).read_text()
