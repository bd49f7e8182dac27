"""Letters go to those who can act, after the commit, as each person wants."""

import pytest
from django.core import mail

from network.models import Letter, LetterPreference
from tests.editorial.desk import ARTICLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """Do something, run what it left for after the commit, answer the letters: address → subject and text."""

    def run(act, *args, **kwargs) -> dict[str, str]:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **kwargs)
        return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}

    return run


def test_those_who_can_act_are_told(desk, people, letters):
    page = desk.draft(people.author)
    sent = letters(desk.submit, people.author, page)
    assert set(sent) == {people.editor.email, people.editor2.email}
    text = sent[people.editor.email]
    assert ARTICLE["title"] in text
    assert people.author.get_full_name() in text
    assert f"/admin/pages/{page.pk}/edit/" in text
    assert desk.institution.site.hostname in text
    assert people.author.email not in text
    sent = letters(desk.agree, people.editor, page)
    assert set(sent) == {people.chief.email}
    sent = letters(desk.agree, people.chief, page)
    assert set(sent) == {people.author.email}
    assert people.chief.get_full_name() in sent[people.author.email]


def test_who_wrote_the_page_is_not_asked_to_appraise_it(desk, people, letters):
    page = desk.draft(people.author)
    desk.edit(people.editor, page, summary="Bốn trăm học sinh.")
    assert set(letters(desk.submit, people.author, page)) == {people.editor2.email}


def test_the_submitter_is_told_of_a_return(desk, people, letters):
    page = desk.submitted(people.author)
    sent = letters(desk.return_, people.editor, page)
    assert set(sent) == {people.author.email}
    assert people.editor.get_full_name() in sent[people.author.email]


def test_each_person_chooses_and_superusers_get_nothing(desk, people, letters):
    LetterPreference.objects.create(user=people.editor, kind="editorial.submitted", delivery="never")
    desk.institution.board_groups.get(role="editor").group.user_set.add(people.root)
    people.editor2.is_active = False
    people.editor2.save()
    page = desk.draft(people.author)
    assert letters(desk.submit, people.author, page) == {}


def test_a_mail_server_that_is_down_loses_no_submission(desk, people, letters, caplog, monkeypatch):
    def refuse(self):
        raise ConnectionRefusedError(people.editor.email)

    page = desk.draft(people.author)
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", refuse)
    letters(desk.submit, people.author, page)
    assert page.workflow_in_progress
    assert Letter.objects.filter(state="waiting").count() == 2
    assert people.editor.email not in caplog.text
    assert "server:ConnectionRefusedError" in {getattr(record, "error", "") for record in caplog.records}
