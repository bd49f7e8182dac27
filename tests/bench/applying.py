"""A campaign of admission with two files for each application, drafts of it that wait for their last step, and a person who goes
through the whole form over HTTP."""

from __future__ import annotations

import io
import os
import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

FILES = ("khai_sinh", "cu_tru")
MOST_STEPS = 15


def make_campaign():
    """An authority with the campaign, the campaign, and one of the schools that take part."""
    from django.utils import timezone

    from editorial.services.guard import system_publication
    from enrolment.models import (
        AdmissionNoticePage,
        CampaignPage,
        EnrolmentPage,
        EvidencePart,
        OnlineAdmissionPage,
    )
    from network.models import Institution
    from network.selectors import home_pages

    def section(institution, model):
        return model.objects.descendant_of(home_pages(institution)[0]).first()

    made = Institution.objects.select_related("site").exclude(home_key=None)
    for department in made.filter(depth=1):
        below, school = (
            section(department, OnlineAdmissionPage),
            made.filter(path__startswith=department.path, depth=2).first(),
        )
        if below and school and section(school, EnrolmentPage):
            break
    else:
        raise SystemExit("No authority has a section of online admission and a school.")
    now, slug = timezone.now(), f"bench-{uuid.uuid4().hex[:8]}"
    common = {"school_year": f"{now.year}-{now.year + 1}", "grade": "grade1", "author_name": "bench"}
    campaign = CampaignPage(
        title="Tuyển sinh lớp 1",
        slug=slug,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=9),
        source_name=department.name,
        **common,
    )
    notice = AdmissionNoticePage(
        title="Thông báo tuyển sinh lớp 1",
        slug=slug,
        campaign=campaign,
        exam_at=now + timedelta(days=20),
        exam_place="bench",
        source_name=school.name,
        **common,
    )
    with system_publication(reason="bench"):
        campaign.evidence_parts = [
            EvidencePart(code=code, name=name)
            for code, name in zip(FILES, ("Giấy khai sinh", "Xác nhận cư trú"), strict=True)
        ]
        below.add_child(instance=campaign)
        _with_classes(notice)
        section(school, EnrolmentPage).add_child(instance=notice)
    return department, campaign, school


def _with_classes(notice) -> None:
    from enrolment.models import AdmissionTrack

    notice.tracks = [
        AdmissionTrack(code=code, name=f"Lớp {code}", quota=30, sort_order=place)
        for place, code in enumerate(("lop_1", "lop_1b"))
    ]


def answers(number: int, school) -> dict[str, str]:
    """What the questions of the campaign ask; every application is for another child."""
    return {
        "child_name": "Nguyễn Văn An",
        "child_birth": "05/09/2020",
        "child_identity": f"001220{number:06}",
        "rep_name": "Trần Thị Bình",
        "rep_relation": "mother",
        "rep_phone": "0912 345 678",
        "rep_email": "",
        "commune_other": "Xã Mẫu, tỉnh Thử Nghiệm",
        "wish_1": f"{school.pk}/lop_1",
        "wish_2": f"{school.pk}/lop_1b",
        "wish_3": "",
    }


def pdf_of(size: int) -> bytes:
    import pikepdf

    book, stream = pikepdf.new(), io.BytesIO()
    book.add_blank_page()
    book.docinfo["/Title"] = os.urandom(size // 2).hex()
    book.save(stream)
    return stream.getvalue()


def made_ready(institution, page, school, numbers: Iterator[int], count: int, pdf: bytes) -> list[str]:
    """As the steps before leave them: drafts with two files each; the bodies of their last step."""
    from django.contrib.auth.models import AnonymousUser
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import RequestFactory
    from django.utils import translation

    from privacy.journey import FormJourney
    from privacy.uploads.checks import check_upload

    request = RequestFactory().get("/", headers={"host": institution.site.hostname})
    request.user = AnonymousUser()
    upload = check_upload(SimpleUploadedFile("a.pdf", pdf), kinds=("pdf",))
    with translation.override("vi"):
        journey = FormJourney(page, request)
        given = _cleaned(journey, answers(0, school))
        journey.data = {"answers": given, "consents": None}
        form = journey.consent_form()
        if journey.recipients:
            raise SystemExit("The form of admission passes something on: measure that step as well.")
        asked = {"step": journey.last_step, "shown": form.fingerprint(), "consent-handle": "on"}
        shared = SimpleNamespace(
            institution=institution,
            page=page,
            name=journey.ready_name(),
            upload=upload,
            content={
                "snapshot": journey.snapshot(),
                "consents": None,
                "notice": journey.notice.pk,
                "purposes": [p.pk for p in journey.purposes],
                "recipients": [],
            },
        )
        tokens = []
        while len(tokens) < count:
            batch = [given | {"child_identity": f"001220{next(numbers):06}"} for _each in range(500)]
            tokens += _drafts(journey, shared, batch)
    return [urlencode({"draft": token} | asked) for token in tokens]


def _cleaned(journey, given: dict[str, str]) -> dict[str, Any]:
    """The answers as the steps keep them."""
    from privacy.forms import SafeFileField

    found: dict[str, Any] = {}
    for number, form_type in enumerate(journey.question_types):
        journey.data["answers"] = found
        form = journey.question_form(number, given)
        for field in form.fields.values():
            field.required = field.required and not isinstance(field, SafeFileField)
        if not form.is_valid():
            raise SystemExit(f"{form_type.__name__}: {form.errors}")
        found = found | form.answers()
    return found


def _drafts(journey, shared, batch: list[dict[str, Any]]) -> list[str]:
    from django.utils import timezone

    from privacy import codes
    from privacy.models import FormDraft, SubmissionFile
    from privacy.services.drafts import STEP_LIFE
    from privacy.services.files import SUBMISSIONS, answer_of, bytes_store

    now, tokens, drafts, files = timezone.now(), [], [], []
    for given in batch:
        token = codes.new_token()
        draft = FormDraft(
            token_hash=codes.token_hash(token),
            page_id=shared.page.pk,
            institution=shared.institution,
            step="consent",
            expires_at=now + STEP_LIFE,
            ready=shared.name,
            ready_until=now + STEP_LIFE,
            claim=journey.kind.claim(shared.page, given),
        )
        for code in FILES:
            row = SubmissionFile(
                draft=draft, institution=shared.institution, field=f"file_{code}", scan=shared.upload.scan
            )
            bytes_store(row, shared.upload, folder=SUBMISSIONS)
            given[f"file_{code}"] = answer_of(row, shared.upload)
            files.append(row)
        draft.seal_field("sealed_data", {"answers": given, "consents": None})
        draft.seal_field("sealed_ready", shared.content | {"answers": given})
        drafts.append(draft)
        tokens.append(token)
    FormDraft.objects.bulk_create(drafts)
    SubmissionFile.objects.bulk_create(files)
    return tokens


class Journey:
    """A person without script who fills the form in, over HTTP."""

    def __init__(self, port: int, host: str, path: str):
        import requests

        self.session, self.host = requests.Session(), host
        self.url = f"http://127.0.0.1:{port}{path}"
        self.html = ""

    def whole(self, given: dict[str, str], pdf: bytes) -> None:
        """From the first page to the receipt."""
        self._take(self.session.get(self.url, headers={"Host": self.host}, timeout=60))
        for _step in range(MOST_STEPS):
            if "receipt__code" in self.html:
                return
            self._send(given | {"consent-handle": "on"}, pdf)
        raise SystemExit("No receipt was shown.")

    def _send(self, given: dict[str, str], pdf: bytes) -> None:
        form = re.search(r'<form class="form.*?</form>', self.html, re.S)
        if form is None:
            raise SystemExit(f"No form on the page: {self.html[:300]}")
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group(0))
        asked = set(re.findall(r'name="([^"]+)"', form.group(0)))
        data = {name: unescape(value) for name, value in hidden}
        data |= {name: value for name, value in given.items() if name in asked}
        files = {
            f"file_{code}": (f"{code}.pdf", pdf, "application/pdf")
            for code in FILES
            if f"file_{code}" in asked
        }
        # The cookie is for https or another host name: it is sent by hand.
        headers = {
            "Host": self.host,
            "Cookie": "; ".join(f"{c.name}={c.value}" for c in self.session.cookies),
        }
        self._take(self.session.post(self.url, data=data, files=files or None, headers=headers, timeout=120))

    def _take(self, response) -> None:
        if response.status_code != 200:
            raise SystemExit(f"{response.status_code}: {response.text[:300]}")
        self.html = response.text
