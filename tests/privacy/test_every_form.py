"""What holds for every public form: nothing is chosen in advance, nothing leaks, nothing that is sent makes it fail."""

from __future__ import annotations

import io
import logging

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.choices import BoardRole
from privacy.models import FormDraft, PrivacyAudit, Submission, SubmissionFile
from privacy.selectors import form_page_types
from tests.factories import make_member, make_superuser
from tests.privacy.hostile import STRINGS
from tests.privacy.public_forms import MAKERS, place_of, walker
from tests.privacy.remains import caches_holding, storage_holding
from tests.privacy.sender import tables_holding
from tests.privacy.uploads import made
from tests.privacy.walker import Walker, plausible

MARKER = "DAUVET9QZ"
FORMS = pytest.mark.parametrize(
    "page_type", sorted(MAKERS, key=lambda t: t.__name__), ids=lambda t: t.__name__
)


# Nothing is chosen in advance


def test_every_type_of_page_with_a_form_is_walked_through():
    assert set(form_page_types()) == set(MAKERS)


@FORMS
def test_no_consent_and_no_sharing_is_chosen_in_advance_on_any_page(school, page_type):
    person = walker(school, page_type).open()
    asked = 0
    while person.form is not None:
        decisions = [c for c in person.controls() if c.name.startswith(("consent-", "share-"))]
        asked += len(decisions)
        assert not [c.name for c in decisions if c.is_set or c.value]
        # Sent without a decision, the step comes again, and again with nothing chosen.
        if decisions and person.status == 200:
            hidden = {c.name: c.value for c in person.controls() if c.kind == "hidden"}
            again = person.send(hidden)
            assert not [
                c.name for c in again.controls() if c.name.startswith(("consent-", "share-")) and c.is_set
            ]
            if person.form is None or not [
                c for c in person.controls() if c.name in {d.name for d in decisions}
            ]:
                continue
        person.send(person.entered(plausible(MARKER)))
        assert len(person.seen) < 30, person.errors()
    assert asked, "no step asked for a decision"


# Nothing leaks


def attached(control) -> SimpleUploadedFile:
    """A PDF with the marker in its name and its bytes."""
    data = made.pdf(lambda book: book.docinfo.__setitem__("/Title", MARKER))
    return SimpleUploadedFile(f"{MARKER}.pdf", data)


@FORMS
def test_a_marker_in_every_field_is_found_nowhere(
    school, page_type, caplog, django_capture_on_commit_callbacks
):
    caplog.set_level(logging.DEBUG)
    logging.getLogger().addHandler(caplog.handler)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            person = walker(school, page_type).walk(plausible(MARKER, files=attached))
    finally:
        logging.getLogger().removeHandler(caplog.handler)
    assert any(MARKER in text for text in person.seen[:-1]), "the marker was never there"
    submission = Submission.objects.get()
    assert MARKER in str(submission.unseal_field("sealed_answers"))
    assert MARKER not in person.text
    for marker in (MARKER, MARKER.lower()):
        assert tables_holding(marker) == []
        assert storage_holding(marker) == []
        assert caches_holding(marker) == []
        assert marker not in caplog.text
        assert not [m for m in mail.outbox if marker in m.message().as_string() + m.subject + m.body]
    assert not [name for name in person.client.cookies if MARKER in str(person.client.cookies[name])]
    assert not FormDraft.objects.exists()


def test_a_marker_on_the_way_is_found_nowhere_either(school, caplog):
    """Before the form is sent: the draft, its file, the session."""
    caplog.set_level(logging.DEBUG)
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.send(person.entered(plausible(MARKER, files=attached)))
    assert FormDraft.objects.count() == SubmissionFile.objects.count() == 1
    assert MARKER in person.text
    assert tables_holding(MARKER) == []
    assert storage_holding(MARKER) == []
    assert caches_holding(MARKER) == []
    assert MARKER not in caplog.text


def test_nobody_without_the_right_exports_it(school, department):
    Walker(school.site.hostname, "/gop-y/").walk(plausible(MARKER, files=attached))
    before = PrivacyAudit.objects.filter(action="export").count()
    people = [
        make_member(school, BoardRole.AUTHOR),
        make_member(department, BoardRole.CHIEF),
        make_superuser(),
    ]
    file = SubmissionFile.objects.get()
    for user in people:
        client = Client()
        client.force_login(user)
        for address, data in (
            (reverse("feedback_export"), {"institution": school.pk, "purpose": "handle"}),
            (reverse("feedback_case", args=[Submission.objects.get().uid]), {"purpose": "handle"}),
            (reverse("privacy_file", args=[file.uid]), {"purpose": "handle"}),
            (reverse("privacy_audit_export"), {"institution": school.pk, "purpose": "handle", "fmt": "csv"}),
        ):
            response = client.post(address, data)
            assert response.status_code == 404, address
            assert MARKER not in response.content.decode()
    assert PrivacyAudit.objects.filter(action="export").count() == before


# The file of a form


def test_a_file_goes_with_the_form_is_named_on_the_check_page_and_arrives(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    assert 'enctype="multipart/form-data"' in person.text
    person.send(person.entered(plausible("x", files=attached)))
    assert f"{MARKER}.pdf" in person.text
    while person.form is not None:
        person.send(person.entered(plausible("x")))
    row = SubmissionFile.objects.get()
    assert row.submission == Submission.objects.get()
    assert row.draft is None


def test_a_file_stays_where_another_field_has_to_be_put_right_and_can_be_taken_away(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    data = person.entered(plausible("x", files=attached))
    person.send(data | {"email": "no address"})
    assert person.status == 422
    assert f"{MARKER}.pdf" in person.text
    person.send(person.entered(plausible("x")))
    assert f"{MARKER}.pdf" in person.text
    hidden = {c.name: c.value for c in person.controls() if c.kind == "hidden"}
    person.send(hidden | {"change": "attachment"})
    person.send(person.entered(plausible("x")) | {"attachment-clear": "on"})
    assert f"{MARKER}.pdf" not in person.text
    assert not SubmissionFile.objects.exists()


def test_a_second_file_takes_the_place_of_the_first(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.send(person.entered(plausible("x", files=attached)))
    hidden = {c.name: c.value for c in person.controls() if c.kind == "hidden"}
    person.send(hidden | {"change": "attachment"})
    other = SimpleUploadedFile("khac.pdf", made.pdf())
    person.send(person.entered(plausible("x")) | {"attachment": other})
    assert "khac.pdf" in person.text
    assert SubmissionFile.objects.count() == 1


# Nothing that is sent makes a form fail


@FORMS
def test_no_text_makes_a_form_fail(school, page_type):
    """As the answer to everything at once; then in the free fields only, which takes it further; then in each hidden field."""
    person = walker(school, page_type)
    person.client.raise_request_exception = False
    for case, text in STRINGS.items():
        cache.clear()
        person.open()
        person.send(person.entered(lambda control, text=text: text if control.kind != "file" else None))
        assert person.status < 500, case
        person.open()
        good = person.entered(plausible("x"))
        free = [c.name for c in person.controls() if c.kind in ("text", "textarea") and c.name != "website"]
        person.send(good | dict.fromkeys(free, text[:150]))
        assert person.status < 500, case
        for _step in range(6):
            if person.form is None:
                break
            person.send(person.entered(plausible("x")))
            assert person.status < 500, case
        for name in ("step", "draft", "stamp", "shown", "change"):
            response = person.client.post(person.path, good | {name: text}, headers={"host": person.host})
            assert response.status_code < 500, (case, name)


GET_NAMES = (
    "q p page trang loai type year nam month thang from to tu den sort order state topic chu-de linh-vuc export format fmt lang "
    "draft step change id uid ma code token consent-handle share-1 _export preview mode"
)


def test_no_text_in_an_address_makes_a_public_page_fail(school):
    client = Client(raise_request_exception=False)
    own = [place_of(school, page_type) for page_type in MAKERS]
    common = ("/lay-y-kien/", "/hoi-dap/", "/quyen-rieng-tu/", "/thong-tin-ca-nhan/", "/tim-kiem/", "/")
    places = (*own, *((school.site.hostname, path) for path in common))
    for case, text in STRINGS.items():
        names = dict.fromkeys(GET_NAMES.split(), text[:2_000])
        for host, path in places:
            response = client.get(path, names, headers={"host": host})
            assert response.status_code < 500, (case, path)


def test_no_text_makes_the_page_of_rights_fail(school):
    client = Client(raise_request_exception=False)
    names = (
        "reference",
        "secret",
        "act",
        "open",
        "go",
        "kind",
        "contact",
        "serial",
        "code",
        "confirm",
        "stamp",
        "website",
    )
    for case, text in STRINGS.items():
        cache.clear()
        data = dict.fromkeys(names, text[:20_000])
        response = client.post("/quyen-rieng-tu/", data, headers={"host": school.site.hostname})
        assert response.status_code < 500, case


RAW = {
    "no utf-8": b"kind=remark&subject=\xff\xfe&message=\xc3\x28&step=questions0",
    "half a letter": b"subject=%E1%BA",
    "surrogates": b"subject=%ED%A0%80&message=%ED%BF%BF",
    "no pairs": b"&&&===&=&%",
    "nothing": b"",
}


@pytest.mark.parametrize("case", RAW)
def test_no_bytes_make_a_form_fail(school, case):
    client = Client(raise_request_exception=False)
    for content_type in (
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
    ):
        response = client.post(
            "/gop-y/", RAW[case], content_type=content_type, headers={"host": school.site.hostname}
        )
        assert response.status_code < 500, content_type


# Hostile files

FILES = {
    "html as pdf": ("a.pdf", b"<html><script>alert(1)</script>"),
    "svg": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "svg as png": ("a.png", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"),
    "program": ("setup.exe", b"MZ" + bytes(500)),
    "program as jpg": ("anh.jpg", b"MZ" + bytes(500)),
    "word with macros": ("don.docx", made.docx(word__vbaProject_bin=b"x")),
    "zip bomb": ("anh.zip", made.zipped({"0": b"0" * 40_000_000})),
    "entities": ("don.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
    "half a pdf": ("don.pdf", made.pdf()[:-40]),
    "half a picture": ("anh.jpg", made.picture()[:300]),
    "nothing": ("don.pdf", b""),
    "only a head": ("don.pdf", b"%PDF-1.7"),
    "polyglot": ("don.pdf", made.pdf() + made.zipped({"a.class": b"x"})),
    "no ending": ("don", made.pdf()),
    "folders in the name": ("../../../etc/cron.d/x.sh", b"#!/bin/sh"),
    "name of nothing seen": ("\u202e\u200b.exe", b"MZ"),
    "formula": ("=cmd|' /C calc'!A0.csv", b"=1+1"),
    "markup in the name": ("<img src=x onerror=alert(1)>.html", b"x"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_hostile_file_is_refused_with_a_sentence_at_its_field_and_nothing_is_stored(school, case):
    name, data = FILES[case]
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.client.raise_request_exception = False
    upload = io.BytesIO(data)
    upload.name = name
    person.send(person.entered(plausible("x")) | {"attachment": upload})
    assert person.status == 422
    assert any(len(error) > 25 for error in person.errors())
    assert "<img src=x" not in person.text
    assert not SubmissionFile.objects.exists()


def test_a_file_in_a_field_of_text_and_text_in_a_field_for_files_do_no_harm(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.client.raise_request_exception = False
    good = person.entered(plausible("x"))
    person.send(good | {"message": SimpleUploadedFile("a.pdf", made.pdf())})
    assert person.status == 422
    person.open()
    person.send(person.entered(plausible("x")) | {"attachment": "text"})
    assert person.status in (200, 422)
    assert not SubmissionFile.objects.exists()


def test_a_name_longer_than_a_header_may_be_does_no_harm(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.client.raise_request_exception = False
    person.send(
        person.entered(plausible("x")) | {"attachment": SimpleUploadedFile("x" * 5_000 + ".pdf", made.pdf())}
    )
    assert person.status in (200, 400, 422)


def test_many_files_at_once_do_no_harm(school):
    person = Walker(school.site.hostname, "/gop-y/").open()
    person.client.raise_request_exception = False
    many = {f"attachment{n}": SimpleUploadedFile("a.pdf", b"x") for n in range(150)}
    person.send(person.entered(plausible("x")) | many)
    assert person.status in (200, 400, 422)
