"""Addresses of pages are those that Wagtail itself would give, at a cost that does not grow with the sites."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import AbstractPage, Locale, Page, Site

from network import site_roots
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_roots():
    site_roots.clear_site_root_paths_cache()


@pytest.fixture
def institutions():
    top = make_institution("HS", "Sở Giáo dục và Đào tạo Hòa Sơn", "department")
    return [top, *(make_institution(f"HS.{n}", f"Trường số {n}", "primary", top) for n in (1, 11, 2))]


@pytest.fixture
def nested_names(institutions):
    """Home pages whose addresses begin alike, and a second site inside the tree of the first."""
    root = Page.get_first_root_node()
    for number, slug in enumerate(("ngoai-1", "ngoai-12", "ngoai")):
        home = root.add_child(
            instance=Page(title=slug, slug=slug, locale=Locale.objects.get(language_code="vi"))
        )
        Site.objects.create(hostname=f"{slug}.localhost", port=443, root_page=home)
        below = home.add_child(instance=Page(title="a", slug="ngoai", locale=home.locale))
        if number == 0:
            Site.objects.create(hostname="trong.localhost", port=443, root_page=below)
            below.add_child(instance=Page(title="b", slug="b", locale=home.locale))


@pytest.fixture
def original(monkeypatch, settings):
    """Wagtail's own answers: its methods, with the scheme and port that it reads from the sites."""
    settings.EDUSITE_SCHEME, settings.EDUSITE_PORT = "https", 443

    def own_roots():
        found = []
        for site in Site.objects.select_related("root_page").order_by(
            "-root_page__url_path", "-is_default_site", "hostname"
        ):
            for page in site.root_page.get_translations(inclusive=True).select_related("locale"):
                found.append(
                    site_roots.SiteRootPath(site.id, page.url_path, site.root_url, page.locale.language_code)
                )
        return found

    def ask(page, request):
        with monkeypatch.context() as patch:
            patch.setattr(Site, "get_site_root_paths", staticmethod(own_roots))
            patch.setattr(AbstractPage, "_get_relevant_site_root_paths", _relevant)
            return _answers(page, request, AbstractPage_get_url)

    return ask


def _relevant(self, cache_object=None):
    return tuple(r for r in self._get_site_root_paths(cache_object) if self.url_path.startswith(r.root_path))


def AbstractPage_get_url(page, request=None, current_site=None):  # noqa: N802
    """Wagtail 8.0.1, ``AbstractPage.get_url``, in its own words shortened."""
    if current_site is None and request is not None:
        current_site = Site.find_for_request(request)
    parts = page.get_url_parts(request=request)
    if parts is None or (parts[1] is None and parts[2] is None):
        return None
    site_id, root_url, path = parts
    count = len({root[0] for root in page._get_site_root_paths(request)})
    is_here = current_site is not None and site_id == current_site.id
    return path if is_here or count == 1 else root_url + path


def _answers(page, request, get_url):
    site = page.get_site()
    return (
        get_url(page),
        get_url(page, request),
        page.get_full_url(),
        page.get_full_url(request),
        page.get_url_parts(request),
        site.pk if site else None,
    )


def _request(hostname: str):
    return RequestFactory().get("/", headers={"host": hostname})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_has_the_address_that_wagtail_gives(institutions, nested_names, original, language):
    hostnames = [institutions[0].hostname, institutions[1].hostname, "trong.localhost", "unknown.localhost"]
    with translation.override(language):
        for page in Page.objects.all():
            for hostname in hostnames:
                expected = original(page, _request(hostname))
                assert _answers(page, _request(hostname), AbstractPage.get_url) == expected, page.url_path


def test_url_is_the_property_of_the_same_method(institutions):
    page = Page.objects.get(depth=3, slug="tin-tuc", url_path__startswith="/hs1-")
    assert page.url == page.get_url() == f"http://{institutions[1].hostname}/tin-tuc/"


def test_a_single_site_needs_no_host_name():
    make_institution()
    assert Page.objects.filter(depth=3, locale__language_code="en").first().url.startswith("/en/")


def test_roots_are_read_in_two_queries_at_any_number_of_sites(institutions):
    with CaptureQueriesContext(connection) as queries:
        site_roots.get_site_root_paths()
    assert len(queries) == 2


def test_known_roots_cost_no_query(institutions):
    site_roots.get_site_root_paths()
    with CaptureQueriesContext(connection) as queries:
        assert site_roots.tree_of(institutions[0].site, "en").url_path.endswith("-en/")
    assert len(queries) == 0


def test_a_site_in_another_process_is_noticed(institutions):
    site_roots.get_site_root_paths()
    Site.objects.filter(pk=institutions[1].site_id).update(hostname="moi.localhost")
    assert "http://moi.localhost" not in {root.root_url for root in site_roots.get_site_root_paths()}
    # What the other process does when it saves the site: the version in the shared cache goes.
    site_roots.cache.delete(site_roots.VERSION_KEY)
    assert "http://moi.localhost" in {root.root_url for root in site_roots.get_site_root_paths()}


def test_saving_a_site_is_noticed_again_after_the_commit(institutions, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        institutions[1].site.save()
        version = site_roots.cache.get_or_set(site_roots.VERSION_KEY, "read-before-commit", None)
    for callback in callbacks:
        callback()
    assert version == "read-before-commit"
    assert site_roots.cache.get(site_roots.VERSION_KEY) is None


@pytest.mark.parametrize(
    ("scheme", "port", "origin"),
    [
        ("https", 443, "https://a.vn"),
        ("http", 80, "http://a.vn"),
        ("http", 8000, "http://a.vn:8000"),
        ("https", 80, "https://a.vn:80"),
    ],
)
def test_the_origin_follows_the_settings(settings, scheme, port, origin):
    settings.EDUSITE_SCHEME, settings.EDUSITE_PORT = scheme, port
    assert site_roots.public_origin("a.vn") == origin
