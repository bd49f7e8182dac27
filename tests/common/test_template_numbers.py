"""A number that leads to something is written without the separators of the reader's language: “1.234” finds nothing."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(
    path for folder in ("templates", "edusite/overridden") for path in (ROOT / folder).rglob("*.html")
)
BARE = re.compile(r"\{\{\s*[\w.]+\.pk\s*\}\}")


def test_there_are_templates():
    assert len(TEMPLATES) > 200


@pytest.mark.parametrize("text", ["{{ row.pk }}", "{{row.institution.pk}}"])
def test_a_bare_key_is_found(text):
    assert BARE.search(text)


def test_keys_are_written_as_numbers():
    found = {
        str(path.relative_to(ROOT)): BARE.findall(path.read_text(encoding="utf-8")) for path in TEMPLATES
    }
    assert {name: keys for name, keys in found.items() if keys} == {}
