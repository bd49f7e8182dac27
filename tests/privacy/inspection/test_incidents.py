import io
import json
from datetime import date, timedelta
from io import StringIO

import pikepdf
import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from network.letter_kinds import kind_named
from network.models import Letter
from privacy import selectors
from privacy.choices import AssessmentTrigger
from privacy.inspection.clocks import bodies_for, clocks_of
from privacy.models import Assessment, CompetentBody, Incident, IncidentEvent, IncidentRule
from privacy.register.announcements import alerts_for
from privacy.services import incidents
from tests.privacy.retention.makers import RECEIVED, sent
from tests.privacy.rights.visitor import Visitor


def details(now, **rest):
    return {
        "kind": "disclosed",
        "summary": "Một danh sách bị công khai",
        "detected_at": now,
        "touches_data": True,
        "data_types": "Họ tên, số điện thoại",
        "measures": "Gỡ xuống",
        "advice": "Cảnh giác với cuộc gọi lạ",
    } | rest


@pytest.fixture
def incident(school, chief, now):
    return incidents.incident_open(institution=school, details=details(now), user=chief, now=now)


class TestClocks:
    def test_a_breach_of_data_is_reported_within_72_hours(self, incident, now):
        [clock] = clocks_of(incident, now)
        assert (clock.rule.code, clock.due_at) == ("data-report", now + timedelta(hours=72))
        assert (clock.is_late, clock.hours_left) == (False, 72.0)
        assert clocks_of(incident, now + timedelta(hours=73))[0].is_late

    def test_a_serious_attack_that_stops_services_runs_all_of_them(self, school, now):
        incident = incidents.incident_open(
            institution=school,
            details=details(now, is_cyber=True, is_serious=True, stops_service=True, has_location=True),
            user=None,
            now=now,
        )
        hours = {c.rule.code: (c.due_at - now) / timedelta(hours=1) for c in clocks_of(incident, now)}
        assert hours == {
            "cyber-now": 1,
            "cyber-first": 24,
            "cyber-report": 72,
            "data-report": 72,
            "people": 72,
        }

    def test_a_report_stops_its_clock_and_a_late_one_stays_late(self, incident, chief, now):
        rule = clocks_of(incident, now)[0].rule
        late = now + timedelta(hours=80)
        incidents.incident_report(incident=incident, rule=rule, user=chief, note="CV 12", now=late)
        [clock] = clocks_of(incident, late + timedelta(days=9))
        assert (clock.done_at, clock.is_running, clock.is_late) == (late, False, True)

    def test_the_rules_of_the_day_of_discovery_hold(self, incident, now):
        IncidentRule.objects.filter(code="data-report").update(valid_to=date(2026, 11, 21))
        assert clocks_of(incident, now) == []


class TestRegister:
    def test_numbers_run_by_institution_and_steps_are_chained(self, incident, school, chief, now):
        second = incidents.incident_open(institution=school, details=details(now), user=chief, now=now)
        assert [str(incident), str(second)] == ["HS01-SC-001", "HS01-SC-002"]
        incidents.incident_note(incident=incident, note="Đã gọi quản trị", user=chief, now=now)
        assert selectors.broken_links(school, IncidentEvent) == []
        assert [e.act for e in incident.events.order_by("number")] == ["opened", "noted"]

    @pytest.mark.parametrize(
        ("wrong", "message"),
        [
            ({"detected_at": timedelta(hours=1)}, "discovered in the future"),
            ({"happened_at": timedelta(hours=1)}, "after it was discovered"),
        ],
    )
    def test_impossible_times_are_refused(self, school, chief, now, wrong, message):
        values = {name: now + delta for name, delta in wrong.items()}
        with pytest.raises(ValidationError, match=message):
            incidents.incident_open(
                institution=school, details=details(now, **{"detected_at": now} | values), user=chief, now=now
            )

    def test_a_stranger_enters_nothing(self, school, stranger, now):
        with pytest.raises(ValidationError, match="Only who answers for personal information"):
            incidents.incident_open(institution=school, details=details(now), user=stranger, now=now)

    def test_what_changed_is_a_step(self, incident, chief, now):
        incidents.incident_change(
            incident=incident, details=details(now, cause="Sai quyền"), user=chief, now=now
        )
        assert incident.events.order_by("number").last().note == "cause"
        incidents.incident_change(
            incident=incident, details=details(now, cause="Sai quyền"), user=chief, now=now
        )
        assert incident.events.count() == 2

    def test_people_are_counted_by_query(self, incident, school, chief, now):
        sent(school)
        sent(school, now=RECEIVED + timedelta(days=5))
        day = RECEIVED.date()
        incidents.incident_change(
            incident=incident,
            details=details(now, forms=["feedback"], since=day, until=day + timedelta(days=1)),
            user=chief,
            now=now,
        )
        assert incidents.incident_count(incident=incident, user=chief, now=now) == 1


class TestClosing:
    def test_says_what_is_missing(self, incident, chief, now):
        with pytest.raises(ValidationError) as told:
            incidents.incident_close(incident=incident, user=chief, now=now)
        [message] = told.value.messages
        for part in ("not contained", "cause", "lessons", "clock still runs"):
            assert part in message

    def test_makes_an_assessment_due_and_then_nothing_changes(self, incident, school, chief, now):
        incidents.incident_change(
            incident=incident, details=details(now, cause="x", lessons="y"), user=chief, now=now
        )
        incidents.incident_contain(incident=incident, user=chief, now=now)
        for clock in clocks_of(incident, now):
            incidents.incident_report(incident=incident, rule=clock.rule, user=chief, now=now)
        incidents.incident_close(incident=incident, user=chief, now=now)
        assert Assessment.objects.get(institution=school).trigger == AssessmentTrigger.INCIDENT
        with pytest.raises(ValidationError, match="is closed"):
            incidents.incident_note(incident=incident, note="x", user=chief, now=now)
        assert incidents.incidents_purge(now=now + timedelta(days=5 * 366)) == 0
        incidents.incidents_purge(now=now + timedelta(days=5 * 366 + 1))
        assert not Incident.objects.exists()


class TestTelling:
    def test_a_letter_goes_to_whoever_left_an_address_and_says_what_to_do(self, incident, school, chief, now):
        told = sent(school, answers={"message": "a", "email": "nguyet@example.org"})
        silent = sent(school)
        assert incidents.people_tell(incident=incident, user=chief, now=now) == (1, 1)
        letter = Letter.objects.get(kind="privacy.incident")
        assert (letter.address, letter.about["submission"]) == ("nguyet@example.org", told.pk)
        message = kind_named("privacy.incident").build(letter)
        assert "Cảnh giác với cuộc gọi lạ" in message.body
        assert told.reference not in message.body
        assert incidents.incidents_shown(silent) == [incident]

    def test_nobody_is_told_without_advice(self, incident, chief, now):
        Incident.objects.update(advice="")
        incident.refresh_from_db()
        with pytest.raises(ValidationError, match="what the people affected should do"):
            incidents.people_tell(incident=incident, user=chief, now=now)

    def test_of_an_erased_submission_nothing_is_sent(self, incident, school, chief, now):
        told = sent(school, answers={"message": "a", "email": "nguyet@example.org"})
        incidents.people_tell(incident=incident, user=chief, now=now)
        letter = Letter.objects.get(kind="privacy.incident")
        type(told).objects.all().delete()
        assert kind_named("privacy.incident").build(letter) is None


def test_the_report_is_a_pdf_with_the_words_of_the_incident(incident, chief, now):
    content = incidents.incident_print(incident=incident, user=chief, officers=[chief], now=now)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) >= 1
    assert incident.events.order_by("number").last().act == "printed"


def test_an_authority_names_its_own_contacts_for_its_members(incident, department, now):
    CompetentBody.objects.create(
        institution=department,
        name="Công an tỉnh Hòa Sơn",
        competent_for="sự cố an ninh mạng",
        citation="x",
        valid_from=date(2026, 1, 1),
    )
    CompetentBody.objects.create(
        institution=department,
        name="Cũ",
        competent_for="x",
        citation="x",
        valid_from=date(2020, 1, 1),
        valid_to=date(2025, 12, 31),
    )
    assert [b.name for b in bodies_for(incident)][-1] == "Công an tỉnh Hòa Sơn"
    assert len(bodies_for(incident)) == 3


def test_a_drill_goes_through_everything_and_tells_nobody(school, tmp_path):
    out = StringIO()
    report = tmp_path / "report.pdf"
    call_command("incident_drill", school.code, report=str(report), stdout=out)
    figures = json.loads(out.getvalue())
    assert figures["clocks"] == {"cyber-now": 0, "cyber-first": 24, "cyber-report": 72, "data-report": 72}
    assert report.read_bytes().startswith(b"%PDF")
    incident = Incident.objects.get()
    assert (incident.is_drill, bool(incident.closed_at)) == (True, True)
    assert not Letter.objects.filter(kind="privacy.incident").exists()
    assert not Assessment.objects.exists()
    with pytest.raises(CommandError, match="no institution"):
        call_command("incident_drill", "none", stdout=StringIO())


class TestOnTheSite:
    @pytest.fixture
    def told(self, incident, chief, now):
        incidents.people_tell(incident=incident, user=chief, now=now)
        incident.refresh_from_db()
        return incident

    def test_every_page_says_so_while_it_is_open_and_a_month_at_least(self, told, school, department, now):
        day = timezone.localdate(now)
        (alert,) = alerts_for(school, on=day)
        assert alert["title"] == "An incident concerns information that people gave us"
        assert alert["url"].endswith("/thong-tin-ca-nhan/#incidents")
        assert alerts_for(department, on=day) == []
        assert alerts_for(school, on=day + timedelta(days=300))
        Incident.objects.filter(pk=told.pk).update(closed_at=now)
        cache.clear()
        assert alerts_for(school, on=day + timedelta(days=30))
        assert alerts_for(school, on=day + timedelta(days=31)) == []

    def test_an_announcement_is_said_at_once_although_pages_remember(
        self, incident, school, chief, now, django_capture_on_commit_callbacks
    ):
        day = timezone.localdate(now)
        assert alerts_for(school, on=day) == []
        with django_capture_on_commit_callbacks(execute=True):
            incidents.people_tell(incident=incident, user=chief, now=now)
        assert len(alerts_for(school, on=day)) == 1

    def test_the_regulation_says_what_to_do_and_not_what_is_for_the_people_affected(self, told, school):
        page = Client().get("/thong-tin-ca-nhan/", headers={"host": school.site.hostname}).content.decode()
        assert 'id="incidents"' in page
        assert "Cảnh giác với cuộc gọi lạ" in page
        assert "Một danh sách bị công khai" not in page

    def test_a_drill_is_not_announced(self, incident, school, now):
        Incident.objects.update(is_drill=True, public_from=now)
        assert alerts_for(school, on=timezone.localdate(now)) == []


def test_who_opens_their_file_is_told_of_it(school, chief, now, sender):
    visitor = Visitor(sender)
    incident = incidents.incident_open(
        institution=school, details=details(now, forms=["feedback"]), user=chief, now=now
    )
    assert "Cảnh giác với cuộc gọi lạ" not in visitor.open().html
    incidents.people_tell(incident=incident, user=chief, now=now)
    assert "Cảnh giác với cuộc gọi lạ" in visitor.open().html
    assert "Một danh sách bị công khai" in visitor.html
    Incident.objects.update(forms=["question"])
    assert "Cảnh giác với cuộc gọi lạ" not in visitor.open().html
