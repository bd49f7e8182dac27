"""A family's whole road through the screens, and what is left of it when the days are over: totals (W9.4, W8.11; article 14)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.allocation.lots import seed_draw
from enrolment.allocation.working import job_run
from enrolment.choices import ApplicationState, Phase
from enrolment.models import (
    AllocationJob,
    Appeal,
    Application,
    CampaignPage,
    CampaignPhase,
    EvidencePart,
    ScoreList,
)
from enrolment.models.campaigns import ADMISSION
from network.services.timers import timers_run_due
from privacy.models import FormTotals, Submission
from privacy.services import holidays_load
from tests.enrolment.applications.applicant import Applicant
from tests.enrolment.making import make_exam, make_officers
from tests.enrolment.making import published as results_published
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_member
from tests.privacy.remains import (
    PRIVATE,
    letters_about,
    mail_holding,
    proof_that_leads_to_a_row,
    remains_of,
    storage_holding,
    stored_files,
)
from tests.privacy.sender import Sender
from tests.privacy.uploads import made

WORD = "DAUVET4"
FAMILIES = 5
"""So many that totals are shown at all: small numbers never are."""
REFERENCE = re.compile(r"[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$")
"""What letters may name."""
S = ApplicationState


class Family(Applicant):
    """Applies with papers, writes a word that nobody else writes into everything that can be written."""

    def __init__(self, campaign, school, number: int):
        self.words = [
            f"{WORD}{number}",
            f"{WORD.lower()}{number}@example.org",
            f"00121200012{number}",
            f"091234567{number}",
        ]
        word, mail, identity, phone = self.words
        super().__init__(
            campaign,
            school,
            child_name=f"Nguyễn {word}",
            child_birth="05/09/2012",
            child_identity=identity,
            rep_name=f"Trần {word}",
            rep_phone=phone,
            rep_email=mail,
            commune_other=f"Phường {word}",
            wish_1=f"{school.pk}/chuyen",
            wish_2=f"{school.pk}/thuong",
        )

    def paper(self) -> SimpleUploadedFile:
        return SimpleUploadedFile(f"{self.words[0]}.pdf", made.pdf(), content_type="application/pdf")

    def fill(self, control):
        return self.paper() if control.kind == "file" else super().fill(control)

    def applies(self) -> Application:
        self.apply()
        self.reference, self.secret = self.codes
        self.words += [self.reference, self.secret, self.application.lot_code]
        return self.application

    @property
    def application(self) -> Application:
        return Application.objects.get(submission__reference=self.reference)

    def opens(self) -> Family:
        return self.status_page(self.reference, self.secret)


class Officer:
    """Works in the admin."""

    def __init__(self, user, host: str):
        self.client = Client(headers={"host": host})
        self.client.force_login(user)

    def does(self, view: str, pk, act: str, **data) -> None:
        answer = self.client.post(reverse(view, args=[pk]), {"act": act} | data)
        assert answer.status_code == 302, re.findall(r"error.{300}", answer.content.decode(), re.S)

    def case(self, application: Application, act: str, **data) -> None:
        opened = self.client.post(
            reverse("enrolment_case", args=[application.uid]), {"act": "open", "purpose": "handle"}
        )
        assert opened.status_code == 200
        self.does("enrolment_case", application.uid, act, **data)


@pytest.fixture(autouse=True)
def _calendar(db):
    holidays_load()


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    """What other tests have stored is none of this one's remains."""
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    own = {name: place | {"OPTIONS": {"location": tmp_path / name}} for name in ("default", PRIVATE)}
    settings.STORAGES = settings.STORAGES | own


@pytest.fixture
def campaign(department, school) -> CampaignPage:
    """Four places for five families, an examination, a waiting phase that has begun when the deadline is over."""
    found = make_campaign(department, wishes_most=2)
    make_notice(school, found, ("chuyen", 3), ("thuong", 1))
    now = timezone.now()
    CampaignPhase.objects.create(
        page=found, kind=Phase.WAITING, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(days=20)
    )
    EvidencePart.objects.create(page=found, code="khai_sinh", name="Giấy khai sinh", is_needed=True)
    seed_draw(campaign=found)
    return CampaignPage.objects.get(pk=found.pk)


@pytest.fixture
def officers(department, school):
    """Editor and chief of the school, editor and chief of the department."""
    host = department.site.hostname
    people = [
        make_member(place, role)
        for place in (school, department)
        for role in (BoardRole.EDITOR, BoardRole.CHIEF)
    ]
    return [Officer(user, host) for user in people]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def work_off() -> None:
    for job in AllocationJob.objects.filter(state="queued"):
        job_run(job_id=job.pk)


class Road:
    """What the families do, and what the officers do about it."""

    def __init__(self, campaign: CampaignPage, school, officers, committed):
        self.campaign, self.school, self.committed = campaign, school, committed
        self.editor, self.chief, self.so_editor, self.so_chief = officers
        with committed():
            self.families = [Family(campaign, school, number) for number in range(2)]
            for family in self.families:
                family.applies()
            Family(campaign, school, 9).open().step()
            wishes = ((school, "chuyen"), (school, "thuong"))
            self.others = [
                make_application(campaign, *wishes, state=S.VALID, answers={"child_name": f"Đỗ {WORD}"})
                for _other in range(FAMILIES - 2)
            ]
        self.mother, self.words = self.families[0], [WORD, WORD.lower()]

    def evidence(self) -> None:
        with self.committed():
            word = self.mother.words[0]
            until = f"{timezone.localdate() + timedelta(days=9):%d/%m/%Y}"
            self.editor.case(
                self.mother.application, "ask", text=f"Gửi lại giấy của em {word}.", due_on=until
            )
            self.mother.opens().act("evidence", note=f"Đã bổ sung {word}.", file_1=self.mother.paper())
            assert self.mother.application.state == S.SUBMITTED
            for family in self.families:
                self.editor.case(family.application, "accept", text=f"Hợp lệ {family.words[0]}.")

    def examination(self) -> None:
        with self.committed():
            self.editor.does(
                "enrolment_numbers",
                self.campaign.pk,
                "numbers",
                school=self.school.pk,
                prefix="05",
                room_size=30,
                first_room=1,
            )
            address = reverse("enrolment_numbers", args=[self.campaign.pk])
            wanted = {
                "act": "export",
                "school": self.school.pk,
                "columns": ["number", "name"],
                "fmt": "csv",
                "purpose": "handle",
                "reason": "Xếp chỗ ngồi.",
            }
            listed = self.editor.client.post(address, wanted)
            assert self.mother.words[0] in listed.content.decode("utf-8-sig")
            marks = {
                f"score_{one.pk}": f"{40 - n},25"
                for n, one in enumerate([*(family.application for family in self.families), *self.others])
            }
            room = {"room": "01", "key": "", "school_id": self.school.pk}
            self.editor.does("enrolment_scores", self.campaign.pk, "type", **room | marks)
            self.chief.does("enrolment_score_list", ScoreList.objects.get().uid, "confirm", **marks)
        for family in self.families:
            family.words.append(family.application.candidate_number)

    def places(self) -> None:
        over = timezone.now() - timedelta(minutes=5)
        CampaignPage.objects.filter(pk=self.campaign.pk).update(closes_at=over)
        with self.committed():
            self.so_editor.does("enrolment_places", self.campaign.pk, "compute")
        work_off()
        run = AllocationJob.objects.get().allocation
        with self.committed():
            self.so_editor.does("enrolment_places", self.campaign.pk, "propose", run=run.pk)
            self.so_chief.does("enrolment_places", self.campaign.pk, "publish", run=run.pk)
        work_off()
        with self.committed():
            self.mother.opens().act("confirm")
            assert self.mother.application.state == S.CONFIRMED
            last = self.others[-1]
            last.refresh_from_db()
            assert last.state == S.WAITING
            self.families[1].opens().act("decline")
        last.refresh_from_db()
        assert last.state == S.ADMITTED, "the waiting list moved by itself"


def appealed(department, officers, committed) -> tuple[list[str], Appeal]:
    """A candidate looks the result up, appeals and reads the outcome; the words, and the appeal."""
    exam = make_exam(department)
    results_published(exam, *make_officers(department), "00123456,05/09/2008,QRST-VWXY,8.25,7.5,-1,vắng,-1,9")
    with committed():
        sender = Sender(department, f"{exam.relative_url(department.site)}phuc-khao/").open()
        entered = {
            "number": "00123456",
            "name": f"Lò Thị {WORD}",
            "birth": "05/09/2008",
            "subjects": ["toan"],
            "reason": f"Em làm hết bài {WORD}.",
        }
        sender.send(entered).send().send({"consent-review": "on"})
        codes = sender.codes()
        appeal = Appeal.objects.get()
        outcome = {"outcome": "changed", "text": f"Toán 8,75 thay 8,25, em {WORD}."}
        officers[0].does("enrolment_appeal", appeal.uid, "propose", **outcome)
        officers[1].does("enrolment_appeal", appeal.uid, "confirm")
    host = department.site.hostname
    both = {"reference": codes[0], "secret": codes[1]}
    read = Client().post("/tra-cuu-phuc-khao/", both, headers={"host": host}).content.decode()
    assert WORD in read
    return [*codes, "QRST-VWXY", "00123456"], appeal


def test_when_the_days_are_over_nothing_is_left_of_a_family_but_totals(
    campaign, school, officers, committed, department
):
    road = Road(campaign, school, officers, committed)
    road.evidence()
    road.examination()
    road.places()
    words = road.words + [word for family in road.families for word in family.words]
    more, _appeal = appealed(department, officers[2:], committed)
    pks = list(Submission.objects.values_list("pk", flat=True))
    assert len(pks) == FAMILIES + 1
    assert remains_of([WORD])
    assert len(stored_files()) == 3
    now = timezone.now()
    for days in (1, 60, 430, 431):
        with committed():
            ran = timers_run_due(worker="later", now=now + timedelta(days=days))
        assert [one for one in ran if not one.ok] == []
    assert not Submission.objects.exists()
    assert not Application.objects.exists()
    assert remains_of(words + more) == []
    assert mail_holding([word for word in words + more if not REFERENCE.match(word)]) == []
    assert storage_holding(WORD) == []
    assert stored_files() == []
    assert letters_about(pks) == []
    assert proof_that_leads_to_a_row() == []
    rows = FormTotals.objects.get(form=ADMISSION).table
    assert {"wish_1", "outcomes", "state"} <= {row["field"] for row in rows}
    assert "child_name" not in {row["field"] for row in rows}
