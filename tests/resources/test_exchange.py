"""Resources as rows of a spreadsheet."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from resources.exchange import COLUMNS, audiences, check, grade, parts
from resources.models import ResourcePage
from sections.exchange import exchange
from tests.resources.making import make_document, make_resource


def shown(page):
    return {column.name: column.shown(page) for column in COLUMNS}


def test_what_is_exported_comes_back_unchanged_with_its_files_and_captions(school):
    video = make_document(school, "bai.mp4", b"\x00\x00\x00\x18ftypmp42")
    contents = [
        ("file", {"document": make_document(school), "title": "Phiếu bài tập"}),
        ("link", {"url": "https://phet.colorado.edu/vi/", "title": "Mô phỏng"}),
        ("video", {"document": video, "title": "Video", "transcript": "Cô giáo nói."}),
    ]
    page = ResourcePage.objects.get(
        pk=make_resource(school, contents=contents, minutes=35, for_managers=True).pk
    )
    with translation.override("vi"):
        before = shown(page)
        for column in COLUMNS:
            value = before[column.name]
            column.put(
                page, None if value is None else column.parse(str(value)) if column.name != "date" else value
            )
        after = shown(page)
    assert after == before
    assert [child.block_type for child in page.contents] == ["file", "link", "video"]
    assert page.contents[2].value["transcript"] == "Cô giáo nói."


def test_a_new_address_becomes_a_link_even_where_it_names_a_file_of_somebody_else(school, other):
    stranger = make_document(other)
    page = make_resource(school)
    address = f"http://{other.site.hostname}{stranger.url}"
    exchange("digital-resources").column("parts").put(page, parts(f"Tệp | {address}"))
    assert [(child.block_type, child.value["url"]) for child in page.contents] == [("link", address)]


@pytest.mark.parametrize(("source", "value"), [("4", 4), ("Lớp 12", 12), ("mầm non", 0)])
def test_grades_are_read_as_schools_write_them(source, value):
    assert grade(source) == value


@pytest.mark.parametrize("source", ["13", "0 1", "-4", "lớp"])
def test_what_is_no_grade_is_refused(source):
    with pytest.raises(ValidationError):
        grade(source)


def test_audiences_are_read_in_the_words_of_schools():
    assert audiences("Học sinh; giáo viên") == ["learners", "teachers"]


def test_a_row_that_contradicts_itself_names_its_column():
    assert set(check({"subject": "physics", "grade_from": 4, "grade_to": 5})) == {"subject"}
    assert set(check({"subject": "maths", "grade_from": 5, "grade_to": 4})) == {"grade_to"}
