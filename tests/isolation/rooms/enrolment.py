"""What each house of the world has of examinations, certificates and admission."""

from __future__ import annotations

from django.utils import timezone

from enrolment.models import (
    Appeal,
    Application,
    CampaignPage,
    Certificate,
    CertificateBatch,
    ExaminationPage,
    ExaminationResultsPage,
    ListedSchool,
    OnlineAdmissionPage,
    ResultImport,
    SchoolList,
    ScoreList,
)
from privacy.models import Notice, Submission
from sections.lifting import changing_tree
from tests.factories import make_page
from tests.isolation.houses import House


def furnish_enrolment(house: House) -> None:
    """An examination with a list on its way in, an appeal, a certificate of a list."""
    word, now, institution = house.marker, timezone.now(), house.institution
    section = ExaminationResultsPage.objects.child_of(house.home).first()
    if section is None:
        # Schools have none of these sections; here each house has one of everything.
        with changing_tree():
            section = make_page(
                house.home, ExaminationResultsPage, title=f"Kết quả thi {word}", slug=f"ket-qua-{word}"
            )
    exam = house.objects["exam"] = make_page(
        section,
        ExaminationPage,
        title=f"Kỳ thi {word}",
        slug=f"ky-thi-{word}",
        year=2026,
        results_at=now,
        closes_on=timezone.localdate(now) + timezone.timedelta(days=9),
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
    )
    house.objects["result_import"] = ResultImport.objects.create(
        institution=institution, exam=exam, filename=f"{word}.csv", faults=[{"cell": "A1", "text": word}]
    )
    submission = Submission(
        reference=f"PK-{word}".upper(),
        institution=institution,
        form="exam_appeal",
        notice=Notice.objects.filter(institution=institution, number__gt=0).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    house.objects["appeal"] = Appeal.objects.create(
        submission=submission, exam=exam, due_on=timezone.localdate(now)
    )
    batch = house.objects["certificate_batch"] = CertificateBatch.objects.create(
        institution=institution, filename=f"{word}.xlsx"
    )
    certificate = house.objects["certificate"] = Certificate(
        institution=institution,
        batch=batch,
        digest=word,
        kind="thpt",
        issued_on=timezone.localdate(now),
        decision=f"1/{word}",
        decided_on=timezone.localdate(now),
        status_on=timezone.localdate(now),
    )
    certificate.seal_field(
        "sealed_body", {"number": word, "book_number": word, "name": word, "birth": "01012008"}
    )
    certificate.save()
    _admission(house)


def _admission(house: House) -> None:
    """A campaign with an application that the house checks, and a list of scores on its way in."""
    word, now, institution = house.marker, timezone.now(), house.institution
    section = OnlineAdmissionPage.objects.child_of(house.home).first() or make_page(
        house.home, OnlineAdmissionPage, title=f"Tuyển sinh {word}", slug=f"tuyen-sinh-{word}"
    )
    campaign = house.objects["campaign"] = make_page(
        section,
        CampaignPage,
        title=f"Đợt tuyển sinh {word}",
        slug=f"dot-{word}",
        school_year="2026-2027",
        opens_at=now,
        closes_at=now + timezone.timedelta(days=9),
        author_name="Tổ Văn",
        source_name=f"Nguồn {word}",
    )
    submission = Submission(
        reference=f"TS-{word}".upper(),
        institution=institution,
        form="admission",
        notice=Notice.objects.filter(institution=institution, number__gt=0).first(),
        sealed_answers="",
        expires_at=now + timezone.timedelta(days=30),
    )
    submission.save()
    house.objects["application"] = Application.objects.create(
        submission=submission,
        campaign=campaign,
        child_digest=word,
        sealed_identity="",
        handler=institution,
        lot_code=word[:14],
    )
    house.objects["school_list"] = SchoolList.objects.create(
        campaign=campaign, filename=f"{word}.csv", shares=[[institution.pk, [], []]]
    )
    ListedSchool.objects.create(campaign=campaign, school=institution, classes=[["a", f"Lớp {word}", 5, ""]])
    house.objects["score_list"] = ScoreList.objects.create(
        campaign=campaign, institution=institution, filename=f"{word}.csv"
    )
