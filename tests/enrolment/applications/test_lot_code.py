"""The lot code stands on every receipt, also on those that are given before the application is filed (decision 27)."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from enrolment.applications.services import lot_code_of
from enrolment.models import Application
from privacy import short_road
from privacy.models import SentForm
from privacy.services import sent
from tests.enrolment.applications.applicant import Applicant, make_place

WEB = "application/x-www-form-urlencoded"


class Browser(Applicant):
    """Sends steps without files as a browser does."""

    def send(self, data):
        if all(isinstance(value, str) for value in data.values()):
            body = urlencode(data)
            answer = self.client.post(self.path, body, content_type=WEB, headers={"host": self.host})
            return self.take(answer)
        return super().send(data)


@pytest.fixture(autouse=True)
def nobody_before():
    short_road.forget()
    yield
    short_road.forget()


def test_the_lot_code_is_on_the_receipt_before_the_application_is_filed(department, school):
    campaign = make_place(department, school)
    usual = Browser(campaign, school).apply()
    quick = Browser(campaign, school, child_identity="001220000009").apply()
    assert SentForm.objects.get(reference=quick.codes[0]).filed_at is None
    for person in (usual, quick):
        assert lot_code_of(person.codes[0]) in person.text
    assert lot_code_of(usual.codes[0]) not in quick.text
    assert sent.forms_file() == 1
    stored = Application.objects.get(submission__reference=quick.codes[0])
    assert stored.lot_code in quick.text
    assert stored.lot_code in quick.status_page(*quick.codes).text
