"""The demonstration is served by the web server's own configuration, and its children leave nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import signal

from edusite.demo import serving
from edusite.demo.serving import Server
from edusite.wsgi import application

SECONDS = 30


def test_the_configuration_is_that_of_production_on_the_loopback_interface():
    server = Server(8123)
    settings = server.cfg
    assert settings.address == [("127.0.0.1", 8123)]
    assert (settings.workers, settings.worker_class_str, settings.preload_app) == (2, "gthread", True)
    assert settings.reuse_port is False
    assert settings.wsgi_app == "edusite.wsgi:application"
    assert server.load() is application


def test_a_child_that_ends_wrongly_is_known_by_its_code(monkeypatch):
    monkeypatch.setattr(serving, "_web", lambda port: os._exit(3))
    monkeypatch.setattr(serving, "_work", lambda: signal.pause())
    monkeypatch.setattr(serving.connections, "close_all", lambda: None)
    web, worker = serving.processes_start(8123)
    web.join(SECONDS)
    assert (web.exitcode, worker.is_alive()) == (3, True)
    worker.terminate()
    worker.join(SECONDS)
    assert worker.exitcode == -signal.SIGTERM
    assert multiprocessing.active_children() == []
