"""The screens of the English: what whom they show, filters, files for translators, cost (W8.15)."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.choices import State
from assessment.criteria import Criterion, SiteFacts
from assessment.english import KEY, assess_english
from editorial.desk import desk_for
from sections.catalogue import clause
from sections.english.choices import Kind, Standing
from sections.english.desk import EnglishPart
from sections.english.po import OTHER_PAGE, UNREADABLE, po_export, po_import
from sections.english.selectors import english_rows, parts_left, text_of
from sections.english.services import translation_start
from sections.english.texts import english_page, parts_of
from tests.factories import home_of
from tests.sections.english.conftest import procedure_of, service_of
from tests.sections.english.writing import published, republish


def admin(world, who: str) -> Client:
    person = getattr(world, who)
    institution = {"stranger": world.other, "teacher": world.school}.get(who, world.hs)
    client = Client(SERVER_NAME=institution.site.hostname)
    client.force_login(person)
    return client


def test_an_authority_is_shown_what_foreigners_need(world):
    service_of(world.hs, "Tra cứu")
    procedure_of(world.hs, "Không cho người nước ngoài", audiences={"citizens"})
    procedure_of(world.hs, "Nháp", live=False)
    rows = {row.page.title: row.kind for row in english_rows([world.hs])}
    assert rows["Chuyển trường"] == Kind.PROCEDURE
    assert rows["Tra cứu"] == Kind.SERVICE
    assert rows["Giới thiệu"] == Kind.SECTION
    assert not {"Không cho người nước ngoài", "Nháp"} & rows.keys()


def test_the_list_costs_the_same_with_many_pages(world):
    translation_start(page=world.procedure, user=world.author)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            english_rows([world.hs])
        return len(queries)

    english_rows([world.hs])
    before = cost()
    for number in range(6):
        page = procedure_of(world.hs, f"Thủ tục {number}")
        if number % 2:
            translation_start(page=page, user=world.author)
    assert cost() == before


def test_filters_narrow_the_list_and_unknown_ones_are_ignored(world):
    translation_start(page=world.procedure, user=world.author)
    client = admin(world, "author")

    def titles(**query):
        answer = client.get(reverse("sections_english"), query)
        return [row.page.title for row in answer.context["rows"]]

    assert titles(q="chuyen truong") == ["Chuyển trường"]
    assert titles(kind="procedure", standing="started") == ["Chuyển trường"]
    assert titles(kind="procedure", standing="complete") == []
    assert len(titles(standing="x")) == len(titles())


@pytest.mark.parametrize("who", ["author", "editor", "chief"])
def test_everybody_on_the_board_may_begin_and_write(world, who):
    client = admin(world, who)
    address = reverse("sections_english_page", args=[world.procedure.pk])
    assert client.get(address).status_code == 200
    client.post(address)
    answer = client.get(address)
    parts = parts_of(text_of(world.procedure), world.procedure)
    data = {part.name: part.english or f"English {part.label}" for part in parts}
    data["version"] = answer.context["form"].current
    client.post(address, data | {"save": "1"})
    left = parts_left(text_of(world.procedure))
    assert left.done == left.total


@pytest.mark.parametrize("who", ["stranger", "teacher"])
def test_pages_of_others_do_not_exist(world, who):
    client = admin(world, who)
    page = world.procedure.pk
    for name in ("sections_english_page", "sections_english_po", "sections_english_localize"):
        assert client.get(reverse(name, args=[page])).status_code == 404
    address = reverse("sections_english") + f"?institution={world.hs.pk}"
    assert client.get(address).status_code == 404


def test_a_school_has_no_english_screen(world):
    assert admin(world, "teacher").get(reverse("sections_english")).status_code == 404


def test_what_two_people_wrote_at_a_time_is_not_lost(world):
    text = translation_start(page=world.procedure, user=world.author)
    client = admin(world, "author")
    address = reverse("sections_english_page", args=[world.procedure.pk])
    old = client.get(address).context["form"].current
    part = parts_of(text, world.procedure)[0]
    client.post(address, {"version": old, part.name: "First", "save": "1"})
    answer = client.post(address, {"version": old, part.name: "Second", "save": "1"})
    assert answer.status_code == 200
    assert parts_of(text, world.procedure)[0].english == "First"
    assert answer.context["form"][part.name].value() == "Second"


def test_marks_that_the_vietnamese_text_has_not_are_refused(world):
    home = home_of(world.hs)
    home.welcome = '<p>Xin <b>chào</b> <a href="https://example.org/">bạn</a></p>'
    home.save(clean=False)
    text = translation_start(page=home, user=world.author)
    client = admin(world, "author")
    address = reverse("sections_english_page", args=[home.pk])
    part = next(part for part in parts_of(text, home) if part.is_html)
    for bad in (
        "<script>alert(1)</script>",
        '<a id="a9">you</a>',
        "Hello <!-- there",
        '<b onclick="x">x</b>',
    ):
        version = client.get(address).context["form"].current
        answer = client.post(address, {"version": version, part.name: bad, "save": "1"})
        assert answer.context["form"].errors[part.name]
    good = 'Welcome, <b>dear</b> <a id="a1">reader</a>'
    version = client.get(address).context["form"].current
    client.post(address, {"version": version, part.name: good, "save": "1"})
    assert '<a href="https://example.org/">reader</a>' in english_page(text).welcome


def test_a_file_goes_to_a_translator_and_comes_back(world):
    text = translation_start(page=world.procedure, user=world.author)
    before = parts_left(text)
    address = reverse("sections_english_po", args=[world.procedure.pk])
    answer = admin(world, "author").get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="chuyen-truong.po"'
    file = answer.content.decode().replace('msgstr ""', 'msgstr "In English"')
    # The head of the file is a message without words.
    file = file.replace('msgid ""\nmsgstr "In English"', 'msgid ""\nmsgstr ""', 1)
    client = admin(world, "author")
    upload = SimpleUploadedFile("a.po", file.encode())
    page_address = reverse("sections_english_page", args=[world.procedure.pk])
    client.post(page_address, {"file": upload, "upload": "1", "is_machine": "on"})
    after = parts_left(text)
    assert after.done == after.total
    assert after.machine == before.total - before.done


def test_files_of_other_pages_and_other_files_are_refused(world):
    text = translation_start(page=world.procedure, user=world.author)
    other = procedure_of(world.hs, "Cấp bản sao")
    foreign = po_export(translation_start(page=other, user=world.author))
    for data, reason in (
        (foreign.encode(), OTHER_PAGE),
        (b"\xff\xfe", UNREADABLE),
        (b"/etc/passwd", UNREADABLE),
    ):
        with pytest.raises(ValidationError) as error:
            po_import(text=text, page=world.procedure, data=data, user=world.author)
        assert error.value.messages == [str(reason)]


def test_the_desk_shows_what_is_missing_and_nothing_to_a_school(world):
    now = timezone.now()
    part = EnglishPart().context(desk_for(world.author, now))
    assert "Chuyển trường" in [row.page.title for row, _institution in part["rows"]]
    assert EnglishPart().context(desk_for(world.teacher, now)) is None


def test_the_desk_shows_english_that_is_outdated_also_where_nobody_has_to_have_it(world):
    def shown() -> list[tuple[str, str]]:
        part = EnglishPart().context(desk_for(world.author, timezone.now()))
        return [(row.page.title, row.standing) for row, _institution in part["rows"]]

    published(world)
    page = admin(world, "author").get(reverse("sections_english_page", args=[world.procedure.pk]))
    assert _("Every part has English.") in page.content.decode()
    republish(world.procedure, audiences={"citizens"}, summary="Khác.")
    assert shown()[0] == ("Chuyển trường", Standing.OUTDATED)


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        ({Standing.MISSING: 3}, State.MISSING),
        ({Standing.COMPLETE: 3, Standing.OUTDATED: 1}, State.PARTLY),
        ({Standing.COMPLETE: 1, Standing.MISSING: 1}, State.PARTLY),
        ({Standing.COMPLETE: 4}, State.MET),
        ({}, State.MISSING),
    ],
)
def test_the_criterion_counts_what_is_complete(world, counts, state):
    facts = SiteFacts(world.hs, timezone.localdate(), english=counts)
    criterion = Criterion(KEY, clause(KEY).binds, assess_english)
    assert assess_english(criterion, facts).state == state
