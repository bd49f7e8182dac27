"""check_messages.py and compile_messages.py: the catalogues say what the sources say, and nothing else."""

import gettext
import os
from pathlib import Path

import check_messages
import compile_messages
import polib
import pytest
from check_messages import faults, placeholders

SOURCE = """
from django.utils.translation import gettext as _, ngettext, pgettext
A = _("Save")
B = _("%(count)s of %(total)s") % {"count": 1, "total": 2}
C = ngettext("%(n)s school", "%(n)s schools", 2)
D = pgettext("month", "May")
"""


def entry(msgid: str, msgstr: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one module, one template and no catalogue."""
    package = tmp_path / "network"
    package.mkdir()
    (package / "views.py").write_text(SOURCE)
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "base.html").write_text(
        "{% load i18n %}{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_views.py").write_text('from x import _\n_("Only a test says this")')
    return tmp_path


def translate(project: Path) -> Path:
    """Bring the catalogue up and translate it completely."""
    check_messages.update(project, [])
    path = check_messages.catalogue_path(project, "vi", "django")
    catalogue = polib.pofile(str(path))
    for message in catalogue:
        if message.msgid_plural:
            message.msgstr_plural = {0: "%(n)s trường"}
        else:
            message.msgstr = f"{message.msgid} (dịch)"
    catalogue.save(str(path))
    return path


class TestPlaceholders:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("%(name)s and %(name)s", ["%(name)s"]),
            ("%d of %d", ["%d", "%d"]),
            ("100%% sure", []),
            ("{slug}.example.edu.vn", ["{slug}"]),
            ("{{ literal }}", []),
            ("Nothing to fill in", []),
        ],
    )
    def test_are_found_in_both_notations(self, text: str, expected: list[str]) -> None:
        assert placeholders(text) == expected


class TestFaults:
    def found(self, catalogue: list[polib.POEntry], extracted: list[polib.POEntry]) -> list[str]:
        return list(faults(catalogue, extracted, complete=True))

    def test_a_complete_catalogue_has_none(self) -> None:
        assert self.found([entry("Save %(name)s", "Lưu %(name)s")], [entry("Save %(name)s")]) == []

    def test_a_missing_message_is_named(self) -> None:
        assert self.found([], [entry("Save")]) == ['missing: "Save"']

    def test_a_message_without_translation_is_named(self) -> None:
        assert self.found([entry("Save")], [entry("Save")]) == ['not translated: "Save"']

    def test_a_fuzzy_message_is_named(self) -> None:
        assert self.found([entry("Save", "Lưu", flags=["fuzzy"])], [entry("Save")]) == ['fuzzy: "Save"']

    def test_a_message_that_no_source_says_is_named(self) -> None:
        assert self.found([entry("Old", "Cũ")], []) == ['no longer in the sources: "Old"']

    @pytest.mark.parametrize("translation", ["Lưu", "Lưu %(ten)s", "Lưu %(name)s %(name)s %(other)s"])
    def test_other_placeholders_are_named(self, translation: str) -> None:
        assert self.found([entry("Save %(name)s", translation)], [entry("Save %(name)s")]) == [
            'placeholders differ: "Save %(name)s"'
        ]

    def test_the_context_belongs_to_the_message(self) -> None:
        found = self.found([entry("May", "Có thể")], [entry("May", msgctxt="month")])
        assert found == ['missing: "May" (context month)', 'no longer in the sources: "May"']

    def test_a_plural_without_its_form_is_named(self) -> None:
        plural = {"msgid_plural": "%(n)s schools", "msgstr_plural": {0: ""}}
        assert self.found([entry("%(n)s school", **plural)], [entry("%(n)s school", **plural)]) == [
            'not translated: "%(n)s school"'
        ]


class TestCheck:
    def test_a_project_without_catalogue_is_told_how_many_messages_want_one(self, project: Path) -> None:
        assert check_messages.check(project) == [
            "locale/vi/LC_MESSAGES/django.po: missing, 5 messages want it"
        ]

    def test_a_translated_project_is_in_order(self, project: Path) -> None:
        path = translate(project)
        assert check_messages.check(project) == [], path.read_text()

    def test_a_new_message_in_a_template_is_a_fault(self, project: Path) -> None:
        translate(project)
        (project / "templates" / "new.html").write_text('{% load i18n %}{% translate "New" %}')
        assert check_messages.check(project) == ['locale/vi/LC_MESSAGES/django.po: missing: "New"']

    def test_a_function_under_a_name_that_the_collector_does_not_know_is_a_fault(self, project: Path) -> None:
        translate(project)
        (project / "network" / "forms.py").write_text(
            "from django.utils.translation import gettext as translated\nE = translated('Nobody collects this')\n"
        )
        assert check_messages.check(project) == [
            "network/forms.py:1: xgettext does not see gettext as translated"
        ]

    def test_a_catalogue_that_does_not_compile_is_a_fault(self, project: Path) -> None:
        path = translate(project)
        path.write_text(path.read_text().replace('msgid "Save"', 'msgid "%(count)s of %(total)s"'))
        assert any("does not compile" in fault for fault in check_messages.check(project))


class TestUpdate:
    def test_keeps_translations_and_takes_out_what_is_gone(self, project: Path) -> None:
        path = translate(project)
        (project / "network" / "views.py").write_text(SOURCE.replace('_("Save")', '_("Store")'))
        check_messages.update(project, [])
        texts = {message.msgid: message.msgstr for message in polib.pofile(str(path))}
        assert texts["Store"] == ""
        assert texts["May"] == "May (dịch)"
        assert "Save" not in texts

    def test_fills_gaps_from_other_files(self, project: Path, tmp_path: Path) -> None:
        offered = tmp_path / "offered.po"
        offered.write_text('msgid "Save"\nmsgstr "Lưu"\n\nmsgid "Foreign"\nmsgstr "Lạ"\n')
        check_messages.update(project, [offered])
        path = check_messages.catalogue_path(project, "vi", "django")
        texts = {message.msgid: message.msgstr for message in polib.pofile(str(path))}
        assert texts["Save"] == "Lưu"
        assert "Foreign" not in texts

    def test_a_second_run_changes_nothing(self, project: Path) -> None:
        path = translate(project)
        check_messages.update(project, [])
        before = path.read_bytes()
        check_messages.update(project, [])
        assert path.read_bytes() == before


class TestCompile:
    def test_writes_what_gettext_reads_and_leaves_a_newer_file_alone(self, project: Path) -> None:
        path = translate(project)
        assert compile_messages.compile_catalogue(path)
        with path.with_suffix(".mo").open("rb") as compiled:
            catalogue = gettext.GNUTranslations(compiled)
        assert catalogue.gettext("Save") == "Save (dịch)"
        assert catalogue.ngettext("%(n)s school", "%(n)s schools", 2) == "%(n)s trường"
        assert not compile_messages.compile_catalogue(path)

    def test_compiles_again_what_was_changed(self, project: Path) -> None:
        path = translate(project)
        compile_messages.compile_catalogue(path)
        later = path.stat().st_mtime + 10
        os.utime(path, (later, later))
        assert compile_messages.compile_catalogue(path)
