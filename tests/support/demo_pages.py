"""Addresses of the demonstration, one for each kind of page that it serves, read from its database and its routes.

The province's database is another than the tests', so this module runs as a process of its own with the
demonstration's settings: ``demo_addresses`` starts it, ``python -m tests.support.demo_pages`` is what it starts.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.support.demo_server import ROOT, demo_environment

LANGUAGES = ("vi", "en")
NOT_LISTED = {
    "invitation_resume",
    "consultation_calendar",
    "consultation_feed",
    "document_feed",
    "news_feed",
    "news_part_feed",
    "calendar_ics",
    "privacy_notice_changes",
    "privacy_notice_feed",
    "privacy_notice_pdf",
    "sitemap_xml",
    "robots",
    "theme",
    "wagtail_serve",
    "poll_vote",
    "poll_csv",
    "exam_result",
    "waiting_room",
    "waiting_room_place",
    "places_file",
    "certificate_check_code",
    "oai",
    "resource_media",
    "resource_package",
    "open_data_api",
    "open_data_datasets",
    "open_data_dataset",
    "open_data_records",
    "open_data_catalog",
    "open_data_openapi",
}
"""Routes that answer with something else than a page for people, and the one of the page tree."""
SIGNED_IN_ONLY = ("account_", "mfa_")
"""Beginnings of the names of pages that a stranger is led away from; ``tests.words`` walks over them, signed in."""
NEW_CODE, NEW_NAME = "MOI-01", "Trường THCS Mới Mở"
UNKNOWN = "khong-co-trang-nay"
ADDRESSES = "addresses.json"
"""Holds the addresses of a demonstration that was made ready once for all its copies (`tests.support.demo_template`)."""
PLACE = "PLACE"
"""Stands for the class of a published assignment."""
REGULATION = "trang-thong-tin-dien-tu"


@dataclass(frozen=True)
class Address:
    """`name` says what is shown there; `kind` is the page's model or the route; `status` is what HTTP answers."""

    name: str
    host: str
    path: str
    kind: str
    language: str
    template: str = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.name} ({self.host}{self.path})"


@cache
def _read(data_dir: Path) -> tuple[dict, ...]:
    known = data_dir / ADDRESSES
    if known.exists():
        return tuple(json.loads(known.read_text(encoding="utf-8")))
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", __name__],
        cwd=ROOT,
        env=demo_environment(data_dir),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )
    if result.returncode:
        raise RuntimeError(f"the addresses could not be read:\n{result.stderr[-3000:]}")
    return tuple(json.loads(result.stdout.splitlines()[-1]))


def demo_addresses(data_dir: Path) -> list[Address]:
    """Every page type in both languages, with and without entries, and every route in the states that it has."""
    return [Address(**row) for row in _read(data_dir)]


def _pages() -> Iterator[Address]:
    from django.apps import apps

    from common.models import BasePage

    for model in apps.get_models():
        if issubclass(model, BasePage):
            for language in LANGUAGES:
                yield from _of_type(model, language)


def _of_type(model, language: str) -> Iterator[Address]:
    """The first with entries, the first without, and for home pages the first of each kind of institution."""
    from network.selectors import institution_for_page

    seen = set()
    for page in model.objects.live().filter(locale__language_code=language).order_by("path"):
        is_full = page.get_children().live().exists()
        state = ("full" if is_full else "empty") if model.clean_subpage_models() else "entry"
        if page.depth == 2:
            state = str(institution_for_page(page).kind)
        if state not in seen:
            seen.add(state)
            yield _address(page, f"{model.__name__}, {state}, {language}", language)
        if len(seen) == 3 or (page.depth > 2 and len(seen) == 2) or state == "entry":
            return


def _address(page, name: str, language: str) -> Address:
    _site_id, root_url, path = page.get_url_parts()
    host = root_url.partition("//")[2].partition(":")[0]
    return Address(name, host, path, type(page).__name__, language, _template_of(page))


def _template_of(page) -> str:
    from django.template.loader import select_template
    from django.test import RequestFactory

    names = page.get_template(RequestFactory().get("/"))
    return select_template([names] if isinstance(names, str) else names).template.name


ROUTE_STATES = {
    "search": {"nothing asked": "", "found": "?q=tuyen+sinh", "nothing found": "?q=qqqzzz"},
    "members": {"all": "", "found": "?q=chu+van+an", "nothing found": "?q=qqqzzz"},
    "resource_search": {"all": "", "found": "?q=phan+so", "nothing found": "?q=qqqzzz"},
    "site_map": {"whole": ""},
    "accessibility": {"whole": ""},
    "feedback_status": {"door": ""},
    "exam_appeal_status": {"door": ""},
    "admission_status": {"door": ""},
    "privacy_resume": {"door": ""},
    "certificate_check": {"door": ""},
    "places_check": {"totals": "", "one class": f"?class={PLACE}"},
    "page_useful": {"thanks": ""},
    "page_error": {"whole": ""},
    "privacy_notice": {"in force": ""},
    "privacy_notice_version": {"by number": ""},
    "privacy_notice_print": {"by number": ""},
    "privacy_forms": {"whole": ""},
    "privacy_rights": {"door": ""},
    "privacy_lost_code": {"whole": ""},
    "privacy_own_row": {"over": ""},
    "privacy_certificate": {"unknown": ""},
    "privacy_revision": {"unknown": ""},
    "regulations": {"in force": ""},
    "regulation": {"in force": ""},
    "regulation_version": {"by number": ""},
    "invitation": {"closed": ""},
    "account_login": {"whole": ""},
    "account_reset_password": {"whole": ""},
    "account_reset_password_done": {"whole": ""},
    "styleguide": {"whole": ""},
}
"""Route → state → question, for each route of our own that is looked at."""
GONE = ("invitation", "privacy_certificate", "privacy_own_row", "privacy_revision")
"""Routes that are looked at in the state in which what they name does not exist."""


def _arguments(home: int, notice: int) -> dict[str, list]:
    """What the routes need in their addresses."""
    return {
        "page_useful": [home],
        "page_error": [home],
        "places_check": [_published_places()[0]],
        "privacy_notice_version": [notice],
        "privacy_notice_print": [notice],
        "privacy_certificate": ["XN-2222-2222-2222"],
        "privacy_own_row": ["00000000-0000-4000-8000-000000000000"],
        "privacy_revision": ["00000000-0000-4000-8000-000000000000", "khong-co"],
        "invitation": ["khong-con-hieu-luc"],
        "regulation": [REGULATION],
        "regulation_version": [REGULATION, 1],
    }


def _routes() -> Iterator[Address]:
    from django.urls import get_resolver
    from django.utils import translation

    from network.models import Institution
    from network.selectors import home_pages

    authority = Institution.objects.get(depth=1)
    notice = _notice_of(authority)
    made = {}
    for language in LANGUAGES:
        home = next(h for h in home_pages(authority) if h.locale.language_code == language)
        with translation.override(language):
            for address in _routes_in(language, authority.hostname, _arguments(home.pk, notice)):
                # Routes without a language in their address are Vietnamese.
                made.setdefault(address.path, address)
    covered = {address.kind for address in made.values()}
    asked = {name for name in _named_routes(get_resolver()) if not name.startswith(SIGNED_IN_ONLY)}
    if missing := asked - covered - NOT_LISTED:
        raise RuntimeError(f"say in which states these routes are looked at: {', '.join(sorted(missing))}")
    yield from made.values()


def _routes_in(language: str, host: str, arguments: dict[str, list]) -> Iterator[Address]:
    from django.urls import reverse

    place = _published_places()[1]
    for route, found in ROUTE_STATES.items():
        for state, question in found.items():
            path = reverse(route, args=arguments.get(route, [])) + question.replace(PLACE, place)
            status = 404 if route in GONE else 200
            yield Address(f"{route}, {state}, {language}", host, path, route, language, status=status)
    missing = f"{'/' if language == 'vi' else '/en/'}{UNKNOWN}/"
    yield Address(f"not found, {language}", host, missing, "404", language, status=404)


def _published_places() -> tuple:
    """Key of the campaign whose places were published, and the class with the most wishes."""
    from enrolment.models import Allocation

    run = Allocation.objects.select_related("campaign").get(state="published")
    return run.campaign.translation_key, max(run.totals, key=lambda place: run.totals[place]["wishes"])


def _notice_of(institution) -> int:
    from privacy.selectors import current_notice

    return current_notice(institution).number


def _named_routes(resolver) -> set[str]:
    """Names of the routes of our own: those of Wagtail and of the admin are not ours to judge here."""
    names = set()
    for pattern in resolver.url_patterns:
        module = getattr(getattr(pattern, "callback", None), "__module__", "")
        if hasattr(pattern, "url_patterns"):
            if not str(pattern.pattern).startswith(("admin/", "documents/")):
                names |= _named_routes(pattern)
        elif pattern.name and not module.startswith(("wagtail", "django")):
            names.add(pattern.name)
    return names


def _filters() -> Iterator[Address]:
    """Lists as their filters show them."""
    questions = {
        "ProceduresPage": {"repealed": "?status=repealed", "nothing found": "?q=qqqzzz"},
        "DocumentIndexPage": {
            "found": "?q=huong+dan&status=in_force&sort=-number",
            "nothing found": "?q=qqqzzz",
            "printed": "?print=1",
        },
        "NewsIndexPage": {
            "notices": "?kind=notice",
            "second page": "?page=2",
            "albums": "?kind=album",
            "announcements": "?kind=alert",
        },
        "EventIndexPage": {
            "past": "?past=1",
            "month": f"?month={datetime.now(UTC):%Y-%m}",
            "month with weeks without events": "?month=2026-11",
            "empty month": "?month=2031-01",
        },
        "PressPage": {"interviews": "?kind=interview"},
        "StatisticsPage": {"one level": "?level=primary"},
        "AccreditationPage": {"second list": "danh-sach/pho-cap/"},
        "ProjectsPage": {
            "second list": "danh-sach/dau-thau/",
            "nothing found": "?q=qqqzzz",
            "printed": "?print=1",
        },
    }
    for address in list(_pages()):
        if address.kind in questions and ", full, vi" in address.name:
            for state, question in questions[address.kind].items():
                yield Address(
                    f"{address.kind}, {state}, vi",
                    address.host,
                    address.path + question,
                    address.kind,
                    "vi",
                    address.template,
                )


def _checklists() -> Iterator[Address]:
    """“What do I need?” of the first procedure in each language: a view of the page with a template of its own."""
    for address in list(_pages()):
        if address.kind == "ProcedurePage":
            name = {"vi": "can-chuan-bi", "en": "checklist"}[address.language]
            yield Address(
                f"checklist of a procedure, {address.language}",
                address.host,
                f"{address.path}{name}/",
                address.kind,
                address.language,
                "pages/sections/procedures/checklist.html",
            )


def _open_new_site() -> None:
    """One more school, which has published nothing yet: its sections are all empty."""
    from django.core.management import call_command

    from network.models import Institution

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "new.csv")
        path.write_text(f"Mã,Tên,Loại trường\n{NEW_CODE},{NEW_NAME},THCS\n", encoding="utf-8")
        call_command(
            "provision_sites", str(path), parent=Institution.objects.get(depth=1).code, stdout=sys.stderr
        )


def addresses_read() -> str:
    """All addresses as JSON, read with the demonstration's settings; opens one more site."""
    _open_new_site()
    addresses = [*_pages(), *_filters(), *_checklists(), *_routes()]
    return json.dumps([asdict(address) for address in addresses])


def main() -> None:
    import django

    django.setup()
    print(addresses_read())


if __name__ == "__main__":
    main()
