"""Notices, requests, retention, inspection, incidents, and lists that the guard has stopped."""

from __future__ import annotations

import uuid

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from privacy.choices import DisclosureBasis, RequestKind, RevisionKind
from privacy.models import (
    AgreementPaper,
    ArchivePackage,
    CompetentBody,
    Disclosure,
    FormTotals,
    GuardCheck,
    GuardState,
    LegalHold,
    ListLookup,
    LookupKeyKind,
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    RevisionNotice,
    Survey,
)
from privacy.rights.requests import request_open
from privacy.services.assessments import assessment_open
from privacy.services.files import AGREEMENTS, bytes_store
from privacy.services.incidents import incident_open
from privacy.uploads.checks import CheckedUpload
from tests.isolation.houses import House


def furnish_privacy(house: House) -> None:
    now = timezone.now()
    _register(house, now)
    _requests(house, now)
    _ends(house, now)
    _stopped_lists(house, now)


def _register(house: House, now) -> None:
    """Its notice as a draft, a former officer, a processor; an activity is there from the start."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["activity"] = ProcessingActivity.objects.filter(institution=institution).first()
    ProcessingActivity.objects.filter(institution=institution).update(unit=f"Tổ {word}")
    objects["notice_draft"] = Notice.objects.create(
        institution=institution, number=0, title=f"Quy chế {word}", summary=word, body=f"<p>{word}</p>"
    )
    objects["processor"] = Processor.objects.create(
        institution=institution,
        name=f"Công ty {word}",
        what_for="lưu trữ",
        number=word,
        signed_on=timezone.localdate(now),
        valid_to=timezone.localdate(now),
        commitments="bảo mật",
    )
    scan = CheckedUpload(name=f"{word}.pdf", kind="pdf", content_type="application/pdf", data=word.encode())
    objects["agreement_paper"] = AgreementPaper(institution=institution, processor=objects["processor"])
    bytes_store(objects["agreement_paper"], scan, folder=AGREEMENTS)
    objects["agreement_paper"].save()
    day = timezone.localdate(now) - timezone.timedelta(days=9)
    objects["officer"] = PrivacyOfficer.objects.create(
        institution=institution, user=house.editor, decision=word, appointed_on=day, ends_on=day
    )


def _requests(house: House, now) -> None:
    """A request on paper, and a notice to somebody who had received something."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["asked"] = request_open(
        institution=institution, kind=RequestKind.VIEW, detail={"text": word}, now=now
    )
    passed_on = Disclosure.objects.create(
        institution=institution,
        subject=uuid.uuid4(),
        recipient_name=f"Nơi nhận {word}",
        basis=DisclosureBasis.LAW,
        citation=word,
    )
    objects["revision_notice"] = RevisionNotice.objects.create(
        institution=institution,
        disclosure=passed_on,
        kind=RevisionKind.ERASED,
        due_on=timezone.localdate(now),
    )


def _ends(house: House, now) -> None:
    """Retention, inspection, incidents."""
    word, institution, objects = house.marker, house.institution, house.objects
    today = timezone.localdate(now)
    common = {"institution": institution, "form": "feedback"}
    objects["hold"] = LegalHold.objects.create(
        reason=f"Lý do {word}", citation=f"Công văn {word}", ends_on=today, **common
    )
    objects["survey"] = Survey.objects.create(
        title=f"Khảo sát {word}", closed_on=today, complete_on=today, **common
    )
    objects["totals"] = FormTotals.objects.create(
        title=f"Số liệu {word}", key="2025", first_on=today, last_on=today, final_at=now, **common
    )
    objects["package"] = ArchivePackage.objects.create(
        count=1, size=1, sha256="0" * 64, made_at=now, ends_at=now, **common
    )
    objects["assessment"] = assessment_open(institution=institution, trigger="initial", now=now)
    objects["body"] = CompetentBody.objects.create(
        institution=institution,
        name=f"Công an {word}",
        competent_for="x",
        citation="x",
        valid_from=today,
    )
    objects["incident"] = incident_open(
        institution=institution,
        details={"kind": "lost", "summary": f"Sự cố {word}", "detected_at": now},
        user=None,
        now=now,
    )


def _stopped_lists(house: House, now) -> None:
    """A file that the guard has stopped, and a list that was turned into a look-up."""
    word, institution, objects = house.marker, house.institution, house.objects
    objects["guard_check"] = GuardCheck.objects.create(
        institution=institution,
        content_type=ContentType.objects.get_for_model(house.document),
        object_id=str(house.document.pk),
        title=f"Danh sách {word}",
        digest="0" * 64,
        state=GuardState.WAITING,
    )
    objects["list_lookup"] = ListLookup.objects.create(
        institution=institution,
        title=f"Tra cứu {word}",
        reference_label=f"Số {word}",
        key_kind=LookupKeyKind.CODE,
        ends_on=timezone.localdate(now) + timezone.timedelta(days=9),
    )
