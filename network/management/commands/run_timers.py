"""``manage.py run_timers``: what the worker does by itself, for cron and systemd, and to look at."""

from __future__ import annotations

import secrets

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from network.services.timers import due_at, timer_rows, timer_run, timers_run_due, worker_end
from network.timers import timer_named, timers


class Command(BaseCommand):
    help = "Run the timers that are due, or the named ones now. Two at once do no harm."

    def add_arguments(self, parser):
        parser.add_argument("--name", action="append", default=[], help="run this timer now, due or not")
        parser.add_argument("--list", action="store_true", help="show all timers and run nothing")

    def handle(self, *args, **options):
        if options["list"]:
            self._list()
            return
        worker = f"command-{secrets.token_hex(8)}"
        try:
            ran = self._named(options["name"], worker) if options["name"] else timers_run_due(worker=worker)
        finally:
            worker_end(worker=worker)
        for one in ran:
            self.stdout.write(f"{one.name}: {one.error or one.note or 'ok'}")
        failed = [one.name for one in ran if not one.ok]
        if failed:
            raise CommandError(f"failed: {', '.join(failed)}")

    def _named(self, names: list[str], worker: str) -> list:
        try:
            wanted = [timer_named(name) for name in names]
        except KeyError as error:
            raise CommandError(f"There is no timer named {error}.") from None
        return [ran for timer in wanted if (ran := timer_run(timer=timer, worker=worker))]

    def _list(self) -> None:
        now = timezone.now()
        rows = timer_rows(now)
        for timer in timers():
            row = rows[timer.name]
            due = timezone.localtime(due_at(timer, row, now))
            last = timezone.localtime(row.started_at).strftime("%Y-%m-%d %H:%M") if row.started_at else "-"
            self.stdout.write(
                f"{timer.name:36} last {last:16} {row.outcome or '-':8} next {due:%Y-%m-%d %H:%M}"
            )
