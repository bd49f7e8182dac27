"""Totals of classes that share a code across schools (P13.1)."""

from __future__ import annotations

from editorial.choices import BoardRole
from enrolment.applications.totals import counted
from enrolment.choices import WishOutcome
from enrolment.processing.score_cells import headings
from enrolment.processing.selectors import office_for, place_counts
from network.choices import InstitutionType
from privacy.services.retention.totals import totals_add
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_institution, make_member


def world_of(department, school):
    other = make_institution("HS41", "Trường THCS Bến Gỗ", InstitutionType.LOWER_SECONDARY, department)
    campaign = make_campaign(department)
    own, foreign = make_notice(school, campaign, ("lop10", 2)), make_notice(other, campaign, ("lop10", 3))
    own.tracks.update(name="Lớp 10 chuyên Toán")
    foreign.tracks.update(name="Lớp 10 đại trà")
    return campaign, other


def test_a_code_that_two_schools_use_is_two_classes(department, school):
    campaign, other = world_of(department, school)
    rows = [
        make_application(campaign, (school, "lop10", {"outcome": WishOutcome.ADMITTED}), (other, "lop10")),
        make_application(campaign, (other, "lop10", {"outcome": WishOutcome.ADMITTED})),
        make_application(campaign, (other, "lop10", {"outcome": WishOutcome.ADMITTED})),
    ]
    totals = totals_add([row.submission for row in rows], key="2026").unseal_field("sealed_counts")
    field = totals["fields"]["outcomes"]
    found = {field["options"][value]: number for value, number in field["counts"].items()}
    admitted, unsaid = WishOutcome.ADMITTED.label, WishOutcome.OPEN.label
    assert found == {
        f"{school.name} – Lớp 10 chuyên Toán: {admitted}": 1,
        f"{other.name} – Lớp 10 đại trà: {unsaid}": 1,
        f"{other.name} – Lớp 10 đại trà: {admitted}": 2,
    }
    lines = place_counts(office_for(make_member(department, BoardRole.EDITOR), campaign))
    assert {(one.place.school.pk, one.wishes, one.first) for one in lines} == {
        (school.pk, 1, 1),
        (other.pk, 3, 2),
    }


def test_a_wish_that_was_chosen_later_is_counted_as_what_it_is(department, school):
    campaign, other = world_of(department, school)
    application = make_application(campaign, (other, "lop10"), answers={"wish_1": f"{other.pk}/lop10"})
    field = {"name": "wish_1", "label": "Nguyện vọng 1", "options": [["", "–"], [f"{school.pk}/lop10", "A"]]}
    application.submission.snapshot["fields"] = [*application.submission.snapshot["fields"], field]
    totals = totals_add([application.submission], key="2026").unseal_field("sealed_counts")
    assert totals["fields"]["wish_1"]["counts"] == {f"{other.pk}/lop10": 1}
    assert totals["fields"]["wish_1"]["options"][f"{other.pk}/lop10"] == f"{other.name} – Lớp 10 đại trà"
    field["options"].append([f"{other.pk}/lop10", "B"])
    assert [one["name"] for one, _answer in counted(application.submission)] == ["outcomes", "state"]


def test_a_heading_that_two_classes_share_is_nobodys(department, school):
    campaign, _other = world_of(department, school)
    office = office_for(make_member(department, BoardRole.EDITOR), campaign)
    keys = {place.key for place in office.places}
    found = headings(office.places)
    assert [name for name, key in found.items() if key in keys and name in ("lop10",)] == []
    assert {key for key in found.values() if key in keys} == keys
