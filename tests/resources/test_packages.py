"""Packages of lectures, video and sound: what is taken, and how it is shown shut off from the site (W8.9, W9.10)."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.forms.media import DocumentForm
from privacy.uploads.checks import check_upload
from resources.blocks import ContentBlock
from resources.models import ResourcePage
from resources.packages.reading import NotAPackageError, read_package
from resources.packages.runtime import RUNTIME_NAME, with_runtime
from tests.resources.making import MANIFEST, PAGE, SCORM, make_document, make_resource, zipped


def read(files):
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as archive:
        return read_package(archive)


@pytest.mark.parametrize(
    ("files", "kind", "start", "root"),
    [
        (SCORM, "scorm-1.2", "bai/index.html", ""),
        ({f"goi/{name}": data for name, data in SCORM.items()}, "scorm-1.2", "bai/index.html", "goi/"),
        (
            {**SCORM, "imsmanifest.xml": MANIFEST.replace(">1.2<", ">2004 4th Edition<")},
            "scorm-2004",
            "bai/index.html",
            "",
        ),
        ({"index.html": PAGE}, "html", "index.html", ""),
        ({"h5p.json": '{"title": "Ôn tập", "mainLibrary": "H5P.QuestionSet"}'}, "h5p", "", ""),
    ],
)
def test_a_package_is_known_by_what_stands_in_it(files, kind, start, root):
    found = read(files)
    assert (found.kind, found.start, found.root) == (kind, start, root)


@pytest.mark.parametrize(
    "files",
    [
        {"a.txt": "x"},
        {"imsmanifest.xml": "<manifest"},
        {
            "imsmanifest.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + MANIFEST.partition("?>")[2],
            "bai/index.html": PAGE,
        },
        {"imsmanifest.xml": MANIFEST.replace("bai/index.html", "../../etc/passwd")},
        {"imsmanifest.xml": MANIFEST.replace("bai/index.html", "https://example.org/")},
        {"imsmanifest.xml": MANIFEST},
        {"h5p.json": "["},
    ],
)
def test_what_is_no_package_is_said_to_be_none(files):
    with pytest.raises(NotAPackageError):
        read(files)


@pytest.fixture
def lecture(school):
    document = make_document(school, "bai.zip", zipped(SCORM))
    page = make_resource(school, contents=[("package", {"document": document, "title": "Phân số"})])
    return page, document, Client(headers={"host": school.site.hostname})


def test_a_package_starts_when_asked_in_a_frame_without_an_origin(lecture, school):
    page, document, client = lecture
    address = page.relative_url(school.site)
    assert "<iframe" not in client.get(address).content.decode()
    html = client.get(address, {"mo": "1"}).content.decode()
    assert f'src="/hoc-lieu/goi/{page.pk}/{document.pk}/bai/index.html"' in html
    assert 'sandbox="allow-scripts allow-forms"' in html
    response = client.get(f"/hoc-lieu/goi/{page.pk}/{document.pk}/bai/index.html")
    policy = response["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-scripts allow-forms; default-src 'none'")
    assert "allow-same-origin" not in policy
    assert f"/hoc-lieu/goi/{page.pk}/{document.pk}/ 'unsafe-inline'" in policy
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "X-Frame-Options" not in response
    assert not response.cookies
    body = response.content.decode()
    assert body.index(RUNTIME_NAME) < body.index("<title>")


@pytest.mark.parametrize(
    "member",
    ["../bai/a.js", "bai/../imsmanifest.xml", "khong-co.html", "bai/", "/etc/passwd", "..%2fa", "a%00b"],
)
def test_nothing_but_a_file_of_the_package_is_given(lecture, member):
    page, document, client = lecture
    assert client.get(f"/hoc-lieu/goi/{page.pk}/{document.pk}/bai/a.js").status_code == 200
    assert client.get(f"/hoc-lieu/goi/{page.pk}/{document.pk}/{member}").status_code == 404


def test_a_package_is_given_by_its_own_site_and_while_its_page_is_public(lecture, other):
    page, document, client = lecture
    address = f"/hoc-lieu/goi/{page.pk}/{document.pk}/bai/a.js"
    assert Client(headers={"host": other.site.hostname}).get(address).status_code == 404
    ResourcePage.objects.filter(pk=page.pk).update(live=False)
    assert client.get(address).status_code == 404


def test_a_file_that_is_no_part_of_the_resource_is_not_given(lecture, school):
    page, _document, client = lecture
    stranger = make_document(school, "khac.zip", zipped(SCORM))
    assert client.get(f"/hoc-lieu/goi/{page.pk}/{stranger.pk}/bai/a.js").status_code == 404
    assert client.get(f"/hoc-lieu/tep/{page.pk}/{stranger.pk}/{stranger.filename}").status_code == 404


@pytest.mark.parametrize(
    "page",
    [b"<html><body>x", b"<HEAD lang=vi><title>", b"x", b"<!DOCTYPE html>\n<p>x", b"\xff\xfe<\x00h\x00"],
)
def test_the_stand_in_comes_before_scripts_and_after_the_doctype(page):
    made = with_runtime(page, "/r.js")
    assert made.replace(b'<script src="/r.js"></script>', b"") == page
    if page.startswith(b"<!DOCTYPE"):
        assert made.startswith(b"<!DOCTYPE html>")


@pytest.fixture
def video(school):
    document = make_document(school, "bai.mp4", bytes(range(100)))
    value = {"document": document, "title": "Bài", "transcript": "x"}
    page = make_resource(school, contents=[("video", value)])
    return f"/hoc-lieu/tep/{page.pk}/{document.pk}/{document.filename}", Client(
        headers={"host": school.site.hostname}
    )


@pytest.mark.parametrize(
    ("asked", "status", "part", "said"),
    [
        ("", 200, bytes(range(100)), None),
        ("bytes=0-9", 206, bytes(range(10)), "bytes 0-9/100"),
        ("bytes=90-", 206, bytes(range(90, 100)), "bytes 90-99/100"),
        ("bytes=-5", 206, bytes(range(95, 100)), "bytes 95-99/100"),
        ("bytes=50-500", 206, bytes(range(50, 100)), "bytes 50-99/100"),
        ("bytes=100-", 416, b"", "bytes */100"),
        ("bytes=0-1,5-6", 200, bytes(range(100)), None),
        ("bytes=-", 200, bytes(range(100)), None),
    ],
)
def test_a_video_is_given_in_pieces(video, asked, status, part, said):
    address, client = video
    response = client.get(address, headers={"range": asked} if asked else {})
    body = b"".join(response.streaming_content) if response.streaming else response.content
    assert (response.status_code, body, response.get("Content-Range")) == (status, part, said)
    assert "sandbox" in response["Content-Security-Policy"] or status == 416


def uploaded(name, data):
    return check_upload(SimpleUploadedFile(name, data), DocumentForm.kinds, max_bytes=10**8)


MP4 = (
    (24).to_bytes(4)
    + b"ftypmp42"
    + bytes(4)
    + b"mp42isom"
    + (8).to_bytes(4)
    + b"moov"
    + (12).to_bytes(4)
    + b"mdat"
    + bytes(4)
)


def test_boards_may_upload_packages_captions_and_video_and_the_public_may_not():
    assert uploaded("goi.zip", zipped(SCORM)).kind == "archive"
    assert uploaded("bai.h5p", zipped({"h5p.json": "{}", "content/content.json": "{}"})).kind == "package"
    assert uploaded("bai.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n".encode()).kind == "captions"
    assert uploaded("bai.mp4", MP4).kind == "media"
    with pytest.raises(ValidationError):
        check_upload(SimpleUploadedFile("goi.zip", zipped(SCORM)), ("archive",))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("goi.zip", zipped({**SCORM, "cai.exe": b"MZ" + bytes(20)})),
        ("goi.zip", zipped({**SCORM, "bai/anh.png": b"MZ" + bytes(20)})),
        ("goi.zip", zipped({**SCORM, "trong.zip": zipped({"a": "b"})})),
        ("goi.zip", zipped({**SCORM, "../ngoai.html": PAGE})),
        ("bai.h5p", zipped({"a.txt": "x"})),
        ("bai.mp4", MP4 + b"<html><script>alert(1)</script>"),
        ("bai.mp4", b"<html>"),
        ("bai.vtt", b"WEBVTT\n<script>alert(1)</script>"),
    ],
)
def test_programs_and_files_that_are_something_else_are_refused(name, data):
    with pytest.raises(ValidationError):
        uploaded(name, data)


def test_a_video_without_captions_or_words_may_be_a_draft_and_no_submission(school):
    block = ContentBlock()
    block.set_name("contents")
    document = make_document(school, "bai.mp4", MP4)
    value = block.normalize([("video", {"document": document, "title": "Bài"})])
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert isinstance(refused.value, ValidationError)
    inner = refused.value.block_errors[0]
    assert isinstance(inner, StructBlockValidationError)
    assert "transcript" in inner.block_errors
