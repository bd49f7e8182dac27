"""``manage.py demo``: builds the demonstration province and serves it. A second run starts in seconds and loses nothing."""

from __future__ import annotations

import os
import signal
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from edusite.demo.admission import admission_create
from edusite.demo.allocation import allocation_create
from edusite.demo.applications import applications_create
from edusite.demo.built_forms import built_forms_create
from edusite.demo.community import community_create
from edusite.demo.digital_resources import resources_create
from edusite.demo.disclosure import disclosure_create
from edusite.demo.documents import documents_relate
from edusite.demo.english import english_create
from edusite.demo.examinations import examinations_create
from edusite.demo.indexes import indexes_build
from edusite.demo.loader import pictures_prepare, province_load, province_provision
from edusite.demo.news import news_create
from edusite.demo.outgrown import database_set_aside, is_outgrown
from edusite.demo.participation import participation_create
from edusite.demo.people import ADMINISTRATOR, PASSWORD, people_create
from edusite.demo.polls import polls_create
from edusite.demo.procedures import procedures_create
from edusite.demo.records import records_create
from edusite.demo.regulations import regulations_create
from edusite.demo.serving import processes_start
from edusite.demo.statistics import figures_create
from network.models import Institution
from network.site_roots import public_origin

STOP_SECONDS = 15


class Command(BaseCommand):
    help = "Build the demonstration province and serve it on http://localhost:8000"

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--build-only", action="store_true", help="build and exit")
        parser.add_argument("--serve-only", action="store_true", help="serve what was built before")

    def handle(self, *args, **options):
        if settings.EDUSITE_SCHEME != "http":
            raise CommandError("The demonstration runs with edusite.settings.demo only.")
        os.environ["PORT"] = str(options["port"])
        settings.EDUSITE_PORT = options["port"]
        settings.WAGTAILADMIN_BASE_URL = f"http://localhost:{options['port']}"
        translation.activate("vi")
        if not options["serve_only"]:
            self._build()
        if not options["build_only"]:
            self._serve(options["port"])

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _set_old_aside(self) -> None:
        if not is_outgrown():
            return
        target = database_set_aside()
        if target is None:
            raise CommandError("The database is from an older version. Name an empty one in DATABASE_URL.")
        self._say(f"  Cơ sở dữ liệu của phiên bản cũ được giữ ở {target} (an older one is kept there)")

    def _build(self) -> None:
        started = time.monotonic()
        self._say("Cơ sở dữ liệu … (database)")
        self._set_old_aside()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        self._say("Các đơn vị và trang thành viên … (institutions and their sites)")
        result = province_provision()
        if result.count("rejected"):
            raise CommandError(
                "\n".join(m for o in result.outcomes for m in o.messages if o.status == "rejected")
            )
        written = province_load(lambda name: self._say(f"  {name}"))
        participation_create()
        people_create()
        regulations_create()
        community_create()
        polls_create()
        examinations_create()
        admission_create()
        allocation_create()
        applications_create()
        figures_create()
        disclosure_create()
        procedures_create()
        english_create()
        built_forms_create()
        documents_relate()
        records_create()
        resources_create()
        news_create()
        if written:
            self._say("Hình ảnh … (pictures)")
            pictures_prepare(lambda name: self._say(f"  {name}"))
            indexes_build()
        self._say(f"Xong sau {time.monotonic() - started:.0f} giây. (built)")

    def _serve(self, port: int) -> None:
        self._print_addresses()
        processes = processes_start(port)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            while all(process.is_alive() for process in processes):
                time.sleep(0.3)
        except KeyboardInterrupt:
            pass
        finally:
            failed = [process for process in processes if process.exitcode]
            for process in processes:
                process.terminate()
            for process in processes:
                process.join(STOP_SECONDS)
        if failed:
            raise CommandError(
                f"Máy chủ đã dừng vì lỗi; có thể cổng {port} đang được dùng. (the server stopped)"
            )

    def _print_addresses(self) -> None:
        self._say("\nTrang thông tin điện tử (sites):")
        for institution in Institution.objects.select_related("site").order_by("path"):
            if institution.site_id:
                self._say(f"  {public_origin(institution.hostname)}/  {institution.name}")
        self._say(
            f"\nQuản trị (admin): {settings.WAGTAILADMIN_BASE_URL}/admin/  – mật khẩu chung (password): {PASSWORD}"
        )
        self._say(f"  {ADMINISTRATOR:32} quản trị hệ thống (administrator)")
        for login in people_create():
            self._say(f"  {login.username:32} {login.role} – {login.institution}")
        factor = "bắt buộc" if settings.EDUSITE_SECOND_FACTOR_REQUIRED else "không bắt buộc"
        self._say(f"\nXác thực hai lớp (second factor, EDUSITE_SECOND_FACTOR_REQUIRED): {factor}")
        self._say(f"\nThư đi (mail): {settings.EMAIL_FILE_PATH}")
        self._say("Dừng bằng Ctrl+C. (stop)\n")
