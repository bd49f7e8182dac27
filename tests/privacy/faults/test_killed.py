"""Servers, workers and connections that die in the middle: nothing that was acknowledged is lost, nothing is there twice.

On PostgreSQL the dying are processes of their own, by SIGKILL, and the cut is the server's; SQLite has one writer, in this very
process, and an exception stands for the signal.
"""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from django.test import Client

from privacy import registry, short_road
from privacy.models import ConsentEvent, FormDraft, SentForm, Submission, SubmissionFile
from privacy.selectors import broken_links
from privacy.services import sent, taking
from tests.factories import make_institution
from tests.privacy.sender import ANSWERS, Sender
from tests.privacy.uploads import made

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
COUNT = 3


class KilledError(BaseException):
    """What stands for the signal where the worker is this process."""


@pytest.fixture
def department(monkeypatch):
    short_road.forget()
    kind = replace(registry.form_kind("feedback"), is_rushed=True, networks=50, received=None)
    monkeypatch.setitem(registry._forms, "feedback", kind)
    yield make_institution()
    short_road.forget()


def made_ready(department) -> dict[str, str]:
    """A form with a file before its last step: what the page sends."""
    person = Sender(department).open()
    person.send(ANSWERS | {"attachment": SimpleUploadedFile("a.pdf", made.pdf())}).send()
    consents = {"consent-handle": "on"}
    return person.hidden() | consents | {"csrfmiddlewaretoken": person.hidden()["csrfmiddlewaretoken"]}


def post(department, data):
    return Client().post(
        "/gop-y/",
        urlencode(data),
        content_type="application/x-www-form-urlencoded",
        headers={"host": department.site.hostname},
    )


def acknowledged(department, monkeypatch, count: int = COUNT) -> None:
    """So many receipts that nothing is filed of."""
    with monkeypatch.context() as patch:
        patch.setattr("privacy.journey_sending.form_file", lambda pk: False)
        for _each in range(count):
            assert "receipt__code" in post(department, made_ready(department)).content.decode()
    assert SentForm.objects.filter(filed_at=None).count() == count


def whole(department, count: int = COUNT) -> None:
    """Every acknowledged form is there once, with its file and its decisions."""
    assert SentForm.objects.filter(filed_at=None).count() == 0
    assert Submission.objects.count() == count
    assert sorted(SentForm.objects.values_list("reference", flat=True)) == sorted(
        Submission.objects.values_list("reference", flat=True)
    )
    assert SubmissionFile.objects.filter(draft=None).count() == count
    assert {s.files.count() for s in Submission.objects.all()} == {1}
    assert ConsentEvent.objects.exclude(submission=None).values("submission").distinct().count() == count
    assert not FormDraft.objects.exists()
    assert not broken_links(department)


def in_a_process(work) -> int:
    """Run in a process of its own; answers how it ended."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def dies(work, monkeypatch, blow_at) -> None:
    """`blow_at(patch, blow)` puts the blow where it falls."""
    if connection.vendor == "postgresql":

        def killed():
            blow_at(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
            work()

        assert os.WTERMSIG(in_a_process(killed)) == signal.SIGKILL
        return

    def blow():
        raise KilledError

    with monkeypatch.context() as patch:
        blow_at(patch, blow)
        with pytest.raises(KilledError):
            work()


def in_the_second(patch, blow) -> None:
    """The blow falls when the second form has been written and nothing is committed."""
    store, seen = sent.submission_store, []

    def stored(**values):
        store(**values)
        seen.append(1)
        if len(seen) == 2:
            blow()

    patch.setattr(sent, "submission_store", stored)


def test_a_worker_that_is_killed_while_it_files(department, monkeypatch):
    acknowledged(department, monkeypatch)
    dies(sent.forms_file, monkeypatch, in_the_second)
    assert Submission.objects.count() == 0
    assert SentForm.objects.filter(filed_at=None).count() == COUNT
    assert sent.forms_file() == COUNT
    whole(department)


def test_a_server_that_is_killed_between_receipt_and_filing(department, monkeypatch):
    data = made_ready(department)

    def blow_at(patch, blow):
        patch.setattr("privacy.journey_sending.form_file", lambda pk: blow())

    dies(lambda: post(department, data), monkeypatch, blow_at)
    assert SentForm.objects.filter(filed_at=None).count() == 1
    again = post(department, data).content.decode()
    assert SentForm.objects.get().reference in again
    sent.forms_file()
    whole(department, 1)


def test_a_server_that_is_killed_before_the_receipt_has_taken_nothing(department, monkeypatch):
    data = made_ready(department)

    def blow_at(patch, blow):
        patch.setattr("privacy.journey_sending.form_acknowledge", lambda **values: blow())

    dies(lambda: post(department, data), monkeypatch, blow_at)
    assert not SentForm.objects.exists()
    assert "receipt__code" in post(department, data).content.decode()
    whole(department, 1)


def test_a_connection_that_is_cut_while_forms_are_filed(department, monkeypatch):
    acknowledged(department, monkeypatch)

    def cut():
        if connection.vendor != "postgresql":
            raise OperationalError("cut")
        own = connection.connection.info.backend_pid
        other = connections.create_connection("default")
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [own])
        other.close()

    with monkeypatch.context() as patch:
        in_the_second(patch, cut)
        try:
            sent.forms_file()
        except OperationalError:
            assert connection.vendor == "postgresql"
    connections.close_all()
    sent.forms_file()
    whole(department)


def test_the_same_form_at_the_same_moment_gives_one_receipt(department, monkeypatch):
    post(department, made_ready(department))
    data, found, meet = made_ready(department), [], threading.Barrier(4)

    def send():
        meet.wait(20)
        try:
            found.append(post(department, data).content.decode())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _each in range(4)]
    if connection.vendor == "postgresql":
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        # Threads of SQLite in memory share one connection: one after the other.
        found = [post(department, data).content.decode() for _each in threads]
    sent.forms_file()
    reference = SentForm.objects.order_by("-pk").first().reference
    assert len(found) == 4
    assert all(reference in page for page in found)
    whole(department, 2)


def test_two_workers_file_each_form_once(department, monkeypatch):
    acknowledged(department, monkeypatch)
    if connection.vendor == "postgresql":
        children = []
        connections.close_all()
        for _each in range(2):
            child = os.fork()
            if child == 0:
                try:
                    sent.forms_file(batch=1)
                finally:
                    os._exit(0)
            children.append(child)
        assert {os.waitpid(child, 0)[1] for child in children} == {0}
    sent.forms_file()
    whole(department)


def test_a_session_that_lost_the_prepared_statement_takes_forms_in(department, monkeypatch):
    """PostgreSQL alone prepares; on SQLite the same three forms go in without."""
    prepares = connection.vendor == "postgresql"
    monkeypatch.setattr(taking, "sessions", taking._Sessions())
    assert "receipt__code" in post(department, made_ready(department)).content.decode()
    if prepares:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name = %s", [taking.NAME])
            assert cursor.fetchone() == (1,)
            cursor.execute("DEALLOCATE ALL")
    assert "receipt__code" in post(department, made_ready(department)).content.decode()
    assert not (prepares and taking.sessions.may_prepare)
    assert "receipt__code" in post(department, made_ready(department)).content.decode()
    sent.forms_file()
    whole(department, 3)
