"""Official tables with the traps of the real ones, in figures of our own."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from common.spreadsheets import TableError
from editorial.choices import BoardRole
from sections.models import ImportBatch, StatisticsPage
from sections.statistics.choices import Level
from sections.statistics.official import COUNTRY, read_official
from sections.statistics.provinces import PROVINCES, parts_for, place_key
from tests.factories import make_member, section_of

COLUMNS = ("School", "Class", "Teacher (Pers.)", "Pupil (Thous. Pupil)")
KINDERGARTEN = "\r\n".join(
    [
        '\ufeff"Number of schools, classes, teachers and pupils of kindergarten education by province(*)"',
        "",
        ";".join(
            ['"Cities, provincies"', *(f'"{year} {name}"' for year in (2014, 2015) for name in COLUMNS)]
        ),
        '" WHOLE COUNTRY";900;9000;15000;270;910;9100;15100;273000',
        '"Red River Delta";500;5000;8000;150;510;5100;8100;153000',
        '"Kien  Giang";..;100;150;3;12;110;160;3300',
        '"An Giang";20;200;300;6;21;210;310;6300',
        '"Ho Chi Minh city";50;500;900;15;51;510;910;15300',
    ]
)
CLASSES = """\ufeff"Number of classes of general education as of 30 September by province by Cities, provincies, Year and Items"\r
\r
"Cities, provincies";"2014 Total";"2014 Primary";"2014 Lower secondary";"2014 Upper secondary"\r
"Ha Noi";60;30;20;10\r
"Ha Tay";..;..;..;..\r
"Ca Mau";61;30;20;10\r
"Bac Lieu";6;3;2;1\r
"General classes in universities have been excluded in province";150;..;..;150\r
"""
LONG = """\ufeffĐịa phương,Năm,Giáo viên,Học sinh,Lớp học,Trường học
Ðắk Lắk,2020,300,6.5,200,20
Phú Yên,2020,200,4.25,150,12
TP.Hồ Chí Minh,2020,900,15.5,500,50
"""
PRIMARY = """Địa phương,Năm,Trường,Lớp,Học sinh,Học sinh nữ,Học sinh dân tộc thiểu số,Giáo viên,Học sinh nam
Cà Mau,2020,40,900,27000,13000,0,1300,14000
Cà Mau,2021,40,910,27100,13100,1200,1310,14000
Bạc Liêu,2020,30,800,24000,11500,900,1100,12500
Bạc Liêu,2021,30,800,24100,11500,900,1100,12600
"""
NATIONAL = """Cấp học,Năm học,Giáo viên (nghìn),Học sinh (nghìn),Lớp (nghìn),Trường,HS/GV,Học sinh nữ (nghìn)
Tiểu học,2021,382.525,9212.036,288.541,12526.0,24.1,4400.808
Trung học cơ sở,2021,285.305,5927.42,159.062,8743.0,20.8,2858.95
"""


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def read(*files, place):
    places = (COUNTRY,) if place == COUNTRY else parts_for(place)
    return read_official([(name, BytesIO(text.encode())) for name, text in files], places=places)


def notes(found):
    return " ".join(str(note) for note in found.notes)


def test_thirty_four_provinces_were_made_of_sixty_three_and_ha_tay():
    assert len(PROVINCES) == 34
    assert len({place_key(part) for province in PROVINCES for part in province.parts}) == 64


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("TP.Hồ Chí Minh", "ho chi minh"),
        ("Ho Chi Minh city", "ho chi minh"),
        ("Ðắk Lắk", "dak lak"),
        ("Thua Thien-Hue", "hue"),
        ("Thành phố Huế", "hue"),
        ("Kien  Giang", "kien giang"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
    ],
)
def test_a_province_is_known_by_all_its_spellings(text, key):
    assert place_key(text) == key


def test_thousands_are_told_from_full_figures_by_the_classes_beside_them():
    found = read(("kindergarten.csv", KINDERGARTEN), place="old:An Giang")
    assert found.years[2014]["pupils", Level.KINDERGARTEN] == 6000
    assert found.years[2015]["pupils", Level.KINDERGARTEN] == 6300
    assert "the heading says thousands, but the figures are in full" in notes(found)


def test_a_joined_province_is_added_up_and_what_a_part_lacks_is_not_available():
    found = read(("kindergarten.csv", KINDERGARTEN), place="new:An Giang")
    assert found.years[2015]["classes", Level.KINDERGARTEN] == 320
    assert found.years[2014]["schools", Level.PRESCHOOL] is None
    assert "not all parts of the province" in notes(found)


def test_a_province_that_is_gone_is_not_waited_for():
    found = read(("classes.csv", CLASSES), place="new:Hà Nội")
    assert found.years[2014]["classes", Level.PRIMARY] == 30


def test_levels_that_do_not_make_the_total_are_told():
    found = read(("classes.csv", CLASSES), place="new:Cà Mau")
    assert found.years[2014]["classes", Level.PRIMARY] == 33
    assert "the levels add up to 60, the table says 61" in notes(found)


def test_footnotes_and_regions_are_no_provinces():
    found = read(("classes.csv", CLASSES), place="new:Hà Nội")
    assert "is a footnote and belongs to no province" in notes(found)


def test_decimals_are_thousands_where_classes_say_so():
    found = read(("gso_mau-giao.csv", LONG), place="new:Đắk Lắk")
    assert found.years[2020]["pupils", Level.KINDERGARTEN] == 10750
    assert found.years[2020]["schools", Level.PRESCHOOL] == 32


def test_a_nought_between_hundreds_was_not_counted():
    found = read(("tieu-hoc.csv", PRIMARY), place="old:Cà Mau")
    assert found.years[2020]["pupils_ethnic", Level.PRIMARY] is None
    assert found.years[2021]["pupils_ethnic", Level.PRIMARY] == 1200
    assert "was taken as not available" in notes(found)


def test_units_in_headings_hold():
    found = read(("national.csv", NATIONAL), place=COUNTRY)
    assert found.years[2021]["pupils", Level.PRIMARY] == 9212036
    assert found.years[2021]["schools", Level.LOWER] == 8743


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("x.csv", "Tên,Tuổi\nAn,3\n", "not_official"),
        ("khong-ro.csv", LONG, "no_level"),
        ("tieu-hoc.csv", PRIMARY, "no_place"),
    ],
)
def test_what_is_no_such_table_is_refused(name, text, code):
    with pytest.raises(TableError) as caught:
        read((name, text), place="new:Sơn La")
    assert caught.value.code == code


class TestScreen:
    def client(self, institution, role=BoardRole.AUTHOR):
        client = Client(headers={"host": institution.site.hostname})
        client.force_login(make_member(institution, role))
        return client

    def test_tables_become_a_list_that_waits_for_its_dry_run(self, department):
        url = reverse("statistics_official", args=[section_of(department, StatisticsPage).pk])
        client = self.client(department)
        files = [SimpleUploadedFile("tieu-hoc.csv", PRIMARY.encode(), "text/csv")]
        response = client.post(url, {"files": files, "place": "new:Cà Mau", "first_year": "2021"})
        assert response.status_code == 200
        batch = ImportBatch.objects.get()
        assert batch.total == 1
        assert "pupils_primary" in batch.mapping["columns"]
        assert reverse("exchange_batch", args=[batch.uid]) in response.content.decode()

    def test_a_wrong_file_is_refused_with_its_reason(self, department):
        url = reverse("statistics_official", args=[section_of(department, StatisticsPage).pk])
        files = [SimpleUploadedFile("x.csv", b"Ten,Tuoi\nAn,3\n", "text/csv")]
        response = self.client(department).post(url, {"files": files, "place": "new:Cà Mau"})
        assert response.status_code == 422
        assert not ImportBatch.objects.exists()

    def test_schools_and_strangers_have_no_such_screen(self, department, school):
        own = reverse("statistics_official", args=[section_of(school, StatisticsPage).pk])
        foreign = reverse("statistics_official", args=[section_of(department, StatisticsPage).pk])
        client = self.client(school)
        assert client.get(own).status_code == 404
        assert client.get(foreign).status_code == 404
