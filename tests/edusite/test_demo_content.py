"""The content of the demonstration province keeps the shapes that its README promises."""

import csv
import datetime as dt
import json
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

import edusite

DEMO = Path(edusite.__file__).parent / "demo"
CONTENT = DEMO / "content"
IMAGES = DEMO / "images"
SHOWCASE = {"HS", "HS.PD", "HS.PT", "HS.MN01", "HS.TH01", "HS.CS01", "HS.TP01", "HS.LC03", "HS.NN01"}
AUTHORITIES = {"HS", "HS.PD", "HS.PT"}
ALLOWED_TAGS = {"p", "h2", "ul", "ol", "li", "blockquote", "b", "i"}
KEYS = {
    "code", "showcase", "cover", "articles", "events", "documents", "introduction", "leaders",
    "units", "contact", "procedures", "sections", "english",
}  # fmt: skip


def rows():
    with (CONTENT / "institutions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def load(name):
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def institution_files():
    return sorted((CONTENT / "institutions").glob("*.json"))


CODES = [row["mã"] for row in rows()]
INSTITUTIONS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in institution_files()}
PICTURES = {picture["file"]: picture for picture in load("images.json")}
each_institution = pytest.mark.parametrize("code", CODES)


class TagCollector(HTMLParser):
    """Collects the tags, the attributes and the balance of a fragment."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.open = set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def fragments(data):
    yield from (article["body"] for article in data["articles"])
    yield from (section["body"] for section in data["sections"])
    yield from (text for text in data["introduction"].values() if text)
    if data["english"]:
        yield from (text for key, text in data["english"].items() if key != "name")


def text_files():
    return sorted(path for path in CONTENT.rglob("*") if path.suffix in {".json", ".csv", ".md"})


def test_the_list_has_a_department_two_agencies_and_thirty_facilities():
    types = [row["loại trường"] for row in rows()]
    assert len(types) == 33
    assert types.count("Sở Giáo dục và Đào tạo") == 1
    assert types.count("Phòng Giáo dục và Đào tạo") == 2
    assert len(set(types)) == 12


def test_the_list_is_written_as_a_spreadsheet_program_writes_it():
    raw = (CONTENT / "institutions.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 34


@pytest.mark.parametrize("column", ["mã", "tên", "tên miền", "thư điện tử", "điện thoại"])
def test_no_two_institutions_share_a_value(column):
    values = [row[column] for row in rows()]
    assert all(values)
    assert len(values) == len(set(values))


def test_parents_stand_before_their_children():
    seen = {""}
    for row in rows():
        assert row["đơn vị quản lý"] in seen
        seen.add(row["mã"])


def test_every_institution_has_its_file_and_its_brand():
    assert set(CODES) == set(INSTITUTIONS) == set(load("brands.json"))


def relative_luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_brand_colours_are_readable_on_white_and_crests_exist():
    for code, brand in load("brands.json").items():
        assert 1.05 / (relative_luminance(brand["colour"]) + 0.05) >= 4.5, code
        assert brand["crest"] in PICTURES


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.name)
def test_text_is_normalised_and_original(path):
    text = path.read_text(encoding="utf-8-sig")
    assert unicodedata.is_normalized("NFC", text)
    assert "lorem ipsum" not in text.lower()
    assert "bài viết mẫu" not in text.lower()


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.name)
def test_no_address_or_number_could_be_real(path):
    text = path.read_text(encoding="utf-8-sig")
    for address in re.findall(r"[\w.+-]+@[\w.-]+\w", text):
        assert re.search(r"[@.]example\.(edu\.)?vn$", address), address
    for number in re.findall(r"(?<![\d/.])0\d{2,3}[ .-]?\d{3}[ .-]?\d{2,4}(?!\d)", text):
        assert re.fullmatch(r"0200 000 \d{2,3}", number), number
    assert "http" not in text


@each_institution
def test_an_institution_has_the_promised_keys(code):
    data = INSTITUTIONS[code]
    assert set(data) == KEYS
    assert data["code"] == code
    assert data["showcase"] is (code in SHOWCASE)
    assert bool(data["english"]) is (code in AUTHORITIES)
    assert set(data["introduction"]) == {"overview", "history", "functions", "organisation"}
    assert data["introduction"]["overview"]
    if code in SHOWCASE:
        assert all(data["introduction"].values())
        assert data["units"]
    assert data["leaders"]
    assert all(data["contact"].get(key) for key in ("address", "phone", "email", "complaints_email"))
    assert data["contact"]["opening_hours"]


@each_institution
def test_html_is_simple_and_balanced(code):
    for fragment in fragments(INSTITUTIONS[code]):
        collector = TagCollector()
        collector.feed(fragment)
        assert collector.tags <= ALLOWED_TAGS
        assert not collector.attributes
        assert not collector.open


@each_institution
def test_articles_are_complete(code):
    articles = INSTITUTIONS[code]["articles"]
    assert len(articles) >= (
        16 if code == "HS" else 8 if code in AUTHORITIES else 6 if code in SHOWCASE else 2
    )
    assert len({article["slug"] for article in articles}) == len(articles)
    for article in articles:
        assert article["kind"] in {"news", "notice"}
        assert all(article[key] for key in ("title", "summary", "body", "topic", "author", "source"))
        assert len(article["summary"]) <= 240
        assert len(re.findall(r"<(?:p|ul|ol|blockquote)>", article["body"])) >= 3
        assert dt.date(2026, 9, 1) <= dt.date.fromisoformat(article["date"]) <= dt.date(2026, 11, 30)
        assert article["image"] is None or article["image"] in PICTURES


def test_no_article_is_published_twice_under_one_title():
    titles = [article["title"] for data in INSTITUTIONS.values() for article in data["articles"]]
    assert len(titles) == len(set(titles))


@each_institution
def test_events_end_after_they_start(code):
    events = INSTITUTIONS[code]["events"]
    assert len(events) >= (5 if code in SHOWCASE else 2)
    assert len({event["slug"] for event in events}) == len(events)
    for event in events:
        start, end = (dt.datetime.fromisoformat(event[key]) for key in ("start", "end"))
        assert start < end
        assert dt.date(2026, 11, 1) <= start.date() <= end.date() <= dt.date(2027, 2, 28)
        assert all(event[key] for key in ("title", "description", "place", "audience"))


@each_institution
def test_documents_can_be_made_into_files(code):
    documents = INSTITUTIONS[code]["documents"]
    assert len(documents) >= (25 if code == "HS" else 8 if code in AUTHORITIES else 3)
    assert len({document["number"] for document in documents}) == len(documents)
    for document in documents:
        issued, effective = (dt.date.fromisoformat(document[key]) for key in ("issue_date", "effective_date"))
        assert dt.date(2026, 1, 1) <= issued <= effective <= dt.date(2026, 12, 31)
        assert issued.weekday() != 6
        assert document["status"] in {"in_force", "draft", "expired"}
        keys = ("title", "type", "issuer", "signer", "signer_title", "field", "summary", "text")
        assert all(document[key] for key in keys)


@each_institution
def test_section_items_name_a_clause_of_their_kind(code):
    sections = INSTITUTIONS[code]["sections"]
    own = "W8" if code in AUTHORITIES else "W9"
    for item in sections:
        assert item["section"].split(".")[0] in {own, "W10"}
        assert item["title"]
        assert item["body"]
        dt.date.fromisoformat(item["date"])


def test_the_department_has_something_in_every_section_of_its_own():
    present = {item["section"] for item in INSTITUTIONS["HS"]["sections"]}
    assert {f"W8.{number}" for number in (5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16)} <= present


def test_showcase_schools_have_something_in_every_required_section():
    for code in SHOWCASE - AUTHORITIES:
        present = {item["section"] for item in INSTITUTIONS[code]["sections"]}
        assert {f"W9.{number}" for number in (4, 5, 6, 7, 8, 9, 10)} <= present, code


def test_the_department_explains_six_procedures():
    procedures = INSTITUTIONS["HS"]["procedures"]
    assert len(procedures) == 6
    for procedure in procedures:
        assert len(procedure["steps"]) >= 3
        assert procedure["components"]
        assert procedure["level"] in {"toàn trình", "một phần"}


def test_every_picture_exists_and_is_described():
    files = {path.name for path in IMAGES.iterdir() if path.suffix in {".jpg", ".png"}}
    assert files == set(PICTURES)
    for name, picture in PICTURES.items():
        assert picture["title"]
        assert picture["alt"]
        assert picture["credit"]
        assert (IMAGES / "src" / name).with_suffix(".svg").exists()
    assert {data["cover"] for data in INSTITUTIONS.values()} <= files


def test_pictures_are_light_enough_for_a_slow_link():
    sizes = {path.name: path.stat().st_size for path in IMAGES.iterdir() if path.is_file()}
    assert max(sizes.values()) <= 200 * 1024
    assert sum(sizes.values()) <= 3 * 1024 * 1024
    for name in sizes:
        with Image.open(IMAGES / name) as image:
            assert image.size == ((512, 512) if name.startswith("crest-") else (1600, 900))
