"""A form that very many send at once: acknowledged by one statement, filed behind it, each exactly once."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from privacy import gates, registry
from privacy.models import (
    ConsentEvent,
    FormDraft,
    PrivacyAudit,
    SentForm,
    Submission,
    SubmissionFile,
)
from privacy.rights.opening import file_open
from privacy.selectors import broken_links
from privacy.services import purge_expired, sent, submission_erase
from privacy.services.drafts import DraftSentError, draft_save
from tests.privacy.rushing import last, post, send
from tests.privacy.sender import ANSWERS, Sender, tables_holding
from tests.privacy.uploads import made

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rush")]


def plain(html: str, sender: Sender) -> str:
    """A receipt without what is a person's own."""
    for code in sender.codes():
        html = html.replace(code, "…")
    return re.sub(r"<time[^>]*>[^<]*", "", html)


def test_both_roads_show_the_same_receipt_and_store_the_same(school, roads):
    first, second = send(last(Sender(school))), send(last(Sender(school)))
    assert roads[-1] is True
    assert second.response.status_code == 200
    assert second.response["Cache-Control"] == "no-store, private"
    assert first.response["Content-Language"] == second.response["Content-Language"] == "vi"
    assert plain(first.html, first).split() == plain(second.html, second).split()
    assert len(set(first.codes() + second.codes())) == 4
    assert Submission.objects.count() == 1
    assert sent.forms_file() == 1
    one, two = Submission.objects.order_by("pk")
    assert two.reference == second.codes()[0]
    assert two.check_secret(second.codes()[1])
    assert one.unseal_field("sealed_answers") == two.unseal_field("sealed_answers")
    assert one.snapshot == two.snapshot
    assert (one.notice_id, one.page_id, timezone.localdate(one.expires_at)) == (
        two.notice_id,
        two.page_id,
        timezone.localdate(two.expires_at),
    )
    told = [
        list(s.consents.order_by("number").values_list("decision", "wording", "step", "actor"))
        for s in (one, two)
    ]
    assert told[0] == told[1]
    assert [s.lookup_keys.count() for s in (one, two)] == [1, 1]
    assert not broken_links(school)
    assert not FormDraft.objects.exists()
    assert PrivacyAudit.objects.filter(action="create").count() == 2


def test_what_waits_is_sealed_and_survives_until_it_is_filed(school, roads):
    send(last(Sender(school)))
    person = send(last(Sender(school), message="MOTDAUVET9Q"))
    assert roads[-1]
    assert tables_holding("MOTDAUVET9Q") == []
    FormDraft.objects.update(expires_at=timezone.now() - timedelta(days=3))
    purge_expired(now=timezone.now() + timedelta(days=2))
    assert sent.forms_file() == 1
    found = Submission.objects.get(reference=person.codes()[0])
    assert found.unseal_field("sealed_answers")["message"] == "MOTDAUVET9Q"
    row = SentForm.objects.get(reference=found.reference)
    assert (row.draft_id, row.sealed_choices) == (None, "")
    assert found.created_at == row.sent_at


def test_the_same_form_sent_again_shows_the_same_receipt(school, roads):
    send(last(Sender(school)))
    person = last(Sender(school))
    hidden = person.hidden() | dict.fromkeys(person.share_names(), "no")
    codes = send(person).codes()
    assert roads[-1]
    again = post(person, hidden)
    assert "Biểu mẫu này đã được gửi" in again.content.decode() or "đã được gửi" in again.content.decode()
    assert all(code in again.content.decode() for code in codes)
    assert Submission.objects.filter(reference=codes[0]).count() == 1
    sent.forms_file()
    third = post(person, hidden).content.decode()
    assert all(code in third for code in codes)
    assert Submission.objects.count() == 2


def test_what_only_one_may_send_is_refused_at_once(school, roads):
    send(last(Sender(school)))
    one, two, three = (last(Sender(school), subject="child 1") for _each in range(3))
    send(one)
    assert roads[-1]
    send(two)
    assert two.codes() == []
    sent.forms_file()
    send(three)
    assert three.codes() == []
    assert SentForm.objects.filter(claim="child 1").count() == 1
    late = Sender(school).to_consent(subject="child 1").send({"consent-handle": "on"})
    assert "There is one already." in late.html
    submission_erase(submission=Submission.objects.get(reference=one.codes()[0]), reason="withdrawn")
    assert not SentForm.objects.filter(claim="child 1").exists()


def test_what_cannot_be_taken_any_more_is_told_with_both_codes_and_ends(school, roads, monkeypatch):
    send(last(Sender(school)))
    sent.forms_file()
    reference, secret = send(last(Sender(school))).codes()

    def refused(submission):
        raise registry.SubmissionRefusedError("There is one already.")

    kind = replace(registry.form_kind("feedback"), received=refused)
    monkeypatch.setitem(registry._forms, "feedback", kind)
    assert sent.forms_file() == 0

    def why(code: str) -> str:
        return sent.refusal_with_codes(institution=school, reference=reference, secret=code)

    assert why(secret) == "There is one already."
    assert why("ABCD-EFGH-JKMN") == ""
    now = timezone.now()
    assert sent.claims_forget(now + timedelta(days=29), False) == 1
    assert why(secret) == "There is one already."
    assert sent.claims_forget(now + timedelta(days=31), False) == 1
    assert not SentForm.objects.exists()
    assert not FormDraft.objects.exists()
    assert Submission.objects.count() == 1


def test_a_change_after_sending_changes_nothing(school, roads):
    send(last(Sender(school)))
    person = last(Sender(school))
    before = FormDraft.objects.get()
    send(person)
    with pytest.raises(DraftSentError):
        draft_save(page=before.page, institution=school, step="check", data={}, draft=before, is_rushed=True)
    before.refresh_from_db()
    assert before.unseal_field("sealed_data")["answers"]["subject"] == ANSWERS["subject"]
    sent.forms_file()
    assert Submission.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"shown": "0" * 64}, 422),
        ({"consent-handle": "on"}, 400),
        ({"change": "subject"}, 200),
        ({"draft": "x" * 43}, 410),
        ({"share": ""}, 422),
    ],
)
def test_whatever_does_not_fit_goes_the_usual_road(school, roads, change, status):
    send(last(Sender(school)))
    person = last(Sender(school))
    share = {} if "share" in change else dict.fromkeys(person.share_names(), "no")
    person._take(post(person, person.hidden() | share | change))
    assert roads[-1] is False
    assert person.response.status_code == status
    assert SentForm.objects.filter(filed_at=None).count() == 0


def test_a_form_on_another_site_does_not_send_it(school, roads):
    send(last(Sender(school)))
    person = last(Sender(school))
    data = person.hidden() | dict.fromkeys(person.share_names(), "no")
    assert post(person, data, origin="https://other.example").status_code == 403
    assert roads[-1] is False


def test_the_short_road_ends_with_the_second_in_which_the_form_closes(school, roads, monkeypatch):
    send(last(Sender(school)))
    for gate in gates._gates.values():
        gate.closes_at = timezone.now()
    send(last(Sender(school)))
    assert roads[-1] is False


def test_the_short_road_needs_few_statements(school, roads, django_assert_num_queries):
    send(last(Sender(school)))
    person = last(Sender(school))
    with django_assert_num_queries(1):
        send(person)
    assert roads[-1]


def test_one_that_cannot_be_filed_keeps_no_other_back(school, roads, monkeypatch, rush):
    send(last(Sender(school)))
    bad, good = send(last(Sender(school), subject="bad")), send(last(Sender(school)))
    failing = {"on": True}

    def received(submission):
        if failing["on"] and submission.unseal_field("sealed_answers")["subject"] == "bad":
            raise ValueError("broken")

    monkeypatch.setitem(registry._forms, "feedback", replace(rush, received=received))
    assert sent.forms_file() == 1
    assert Submission.objects.filter(reference=good.codes()[0]).exists()
    row = SentForm.objects.get(filed_at=None)
    assert (row.reference, row.tries, row.error) == (bad.codes()[0], 1, "ValueError")
    failing["on"] = False
    assert sent.forms_file() == 1
    assert not SentForm.objects.filter(filed_at=None).exists()


def test_files_stay_with_what_was_acknowledged(school, roads):
    send(last(Sender(school)))
    data = made.pdf()
    person = Sender(school).open()
    person.send(ANSWERS | {"attachment": SimpleUploadedFile("a.pdf", data)})
    person.send().send({"consent-handle": "on", "consent-contact": "on"})
    send(person)
    assert roads[-1]
    assert SubmissionFile.objects.get().draft_id
    sent.forms_file()
    assert SubmissionFile.objects.get().submission.reference == person.codes()[0]


def test_both_codes_find_at_once_what_waits(school, roads):
    send(last(Sender(school)))
    reference, secret = send(last(Sender(school))).codes()
    assert roads[-1]
    assert file_open(institution=school, reference=reference, secret="ABCD-EFGH-JKMN") is None
    assert SentForm.objects.filter(filed_at=None).count() == 1
    assert file_open(institution=school, reference=reference, secret=secret).submission.reference == reference


def test_the_emptied_rows_go_after_a_day(school, roads):
    send(last(Sender(school)))
    assert SentForm.objects.count() == 1
    now = timezone.now()
    assert sent.claims_forget(now + timedelta(hours=24), False) == 0
    assert sent.claims_forget(now + timedelta(hours=26), True) == 1
    assert sent.claims_forget(now + timedelta(hours=26), False) == 1


def test_decisions_come_in_the_order_of_arrival(school, roads):
    send(last(Sender(school)))
    codes = [send(last(Sender(school))).codes()[0] for _each in range(3)]
    assert sent.forms_file(batch=2) == 3
    order = ConsentEvent.objects.order_by("number").values_list("submission__reference", flat=True)
    assert [code for code in dict.fromkeys(order) if code in codes] == codes
