"""Somebody who applies, on the website and without script."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from enrolment.models import CatchmentArea, EvidencePart, PriorityCategory
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.privacy.uploads import made
from tests.privacy.walker import Walker

STATUS = "/ho-so-tuyen-sinh/"
IDENTITY = "001220000001"


def paper(name: str = "giay.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, made.pdf(), content_type="application/pdf")


def make_place(department, school, *, closes: int = 9, **fields):
    """A campaign of the department with two classes of the school, catchment, priority and a file."""
    values = {"grade": "grade1", "wishes_most": 2, "uses_catchment": True} | fields
    campaign = make_campaign(department, closes=closes, **values)
    notice = make_notice(school, campaign, ("lop_1", 30), ("lop_1b", 20))
    for number, (part, group) in enumerate((("Tổ 1, 2", 1), ("Tổ 3", 2))):
        CatchmentArea.objects.create(
            page=notice, commune="Phường Bến Đò", part=part, group=group, sort_order=number
        )
    CatchmentArea.objects.create(page=notice, commune="Xã Đồi Chè", group=3, sort_order=5)
    EvidencePart.objects.create(page=campaign, code="khai_sinh", name="Giấy khai sinh", is_needed=False)
    PriorityCategory.objects.create(
        page=campaign, code="liet_si", name="Con liệt sĩ", evidence="giấy chứng nhận", points=2
    )
    PriorityCategory.objects.create(page=campaign, code="dan_toc", name="Người dân tộc thiểu số", points=1)
    return campaign


class Applicant(Walker):
    """`answers` by name of the field; wishes as keys."""

    def __init__(self, campaign, school, **answers: Any):
        host = campaign.get_url_parts()[1].split("//")[1].split(":")[0]
        super().__init__(host, f"{campaign.get_url_parts()[2]}ho-so/")
        self.answers = {
            "child_name": "Nguyễn Văn Thử",
            "child_birth": "05/09/2020",
            "child_identity": IDENTITY,
            "rep_name": "Trần Thị Thử",
            "rep_relation": "mother",
            "rep_phone": "0912 345 678",
            "rep_email": "",
            "commune": "phuong_ben_do",
            "part_phuong_ben_do": "Tổ 3",
            "wish_1": f"{school.pk}/lop_1",
            "wish_2": f"{school.pk}/lop_1b",
            "priorities": "dan_toc",
            "website": "",
        } | answers

    def fill(self, control) -> Any:
        if control.name.startswith("consent-"):
            return "on"
        return self.answers.get(control.name)

    def step(self, **more: Any) -> Applicant:
        return self.send(self.entered(self.fill) | more)

    def until(self, name: str) -> Applicant:
        """To the step that has a field of that name; a new child starts at the first one."""
        if not self.seen or self.form is None:
            self.open()
        while name not in [control.name for control in self.controls()]:
            assert self.form is not None, self.text[:3000]
            before = self.text
            self.step()
            assert self.text != before, self.errors()
        return self

    def apply(self) -> Applicant:
        """To the receipt, or to the page that refuses."""
        self.open()
        for _step in range(15):
            if self.form is None:
                break
            self.step()
            assert self.status != 422, self.errors()
        return self

    @property
    def codes(self) -> list[str]:
        return [node.text_content().strip() for node in self.page.xpath("//*[@class='receipt__code']")]

    # The status page

    def ask(self, path: str, data: dict[str, Any]) -> Applicant:
        hidden = {
            node.get("name"): node.get("value", "")
            for node in self.page.xpath("//main//form//input[@type='hidden']")
            if node.get("name") in ("csrfmiddlewaretoken", "file")
        }
        return self.take(self.client.post(path, hidden | data, headers={"host": self.host}))

    def status_page(self, reference: str, secret: str) -> Applicant:
        self.take(self.client.get(STATUS, headers={"host": self.host}))
        return self.ask(STATUS, {"reference": reference, "secret": secret})

    def act(self, name: str, **data: Any) -> Applicant:
        self.ask(STATUS, {"act": name})
        assert self.status == 200, self.text[:2000]
        return self.ask(STATUS, {"act": name, "go": "1"} | data)
