"""The web server and the worker of the demonstration, as children of the process that has read the sources already: a program
of their own would read all of them again, twice."""

from __future__ import annotations

import multiprocessing
from multiprocessing.process import BaseProcess

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.utils import translation
from gunicorn.app.base import Application
from gunicorn.util import import_app

CONFIGURATION = settings.BASE_DIR / "deploy" / "gunicorn.conf.py"
WORKER_SECONDS = 0.5
"""How often the worker looks for tasks."""


class Server(Application):
    """gunicorn as in production, in two processes on a port of the loopback interface."""

    def __init__(self, port: int):
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        self.load_config_from_file(str(CONFIGURATION))
        self.cfg.set("bind", f"127.0.0.1:{self.port}")
        self.cfg.set("workers", 2)
        # Whoever starts it twice is told that the port is taken.
        self.cfg.set("reuse_port", False)

    def load(self):
        return import_app(self.cfg.wsgi_app)


def processes_start(port: int) -> list[BaseProcess]:
    """Start both; a connection to the database is never shared with a child."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=_web, args=(port,)), fork.Process(target=_work)]
    for child in children:
        child.start()
    return children


def _web(port: int) -> None:
    translation.deactivate()
    Server(port).run()


def _work() -> None:
    translation.deactivate()
    call_command("db_worker", interval=WORKER_SECONDS, verbosity=0)
