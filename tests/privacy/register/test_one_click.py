"""The regulation is one click from every page (P11.1)."""

import pytest
from django.template.loader import get_template, select_template
from django.template.loader_tags import ExtendsNode
from django.test import Client, RequestFactory
from wagtail.models import Page, get_page_models

from network.selectors import pages_of
from privacy.registry import own_apps

OURS = {config.name for config in own_apps()}
TYPES = [
    model for model in get_page_models() if model._meta.app_config.name in OURS and not model._meta.abstract
]
FRAME = "base.html"
ROUTES = (
    "/tim-kiem/?q=x",
    "/so-do-trang/",
    "/quy-che/",
    "/thong-tin-ca-nhan/",
    "/thong-tin-ca-nhan/bieu-mau/",
    "/khong-co-trang-nay/",
)


def root_of(model) -> str:
    """The template at the bottom of the line that a type of page is shown with."""
    names = model().get_template(RequestFactory().get("/"))
    template = select_template([names] if isinstance(names, str) else names).template
    while extends := [node for node in template.nodelist if isinstance(node, ExtendsNode)]:
        template = get_template(extends[0].parent_name.resolve({})).template
    return template.name


def get(institution, path):
    return Client().get(path, headers={"host": institution.site.hostname})


def notice_in(path: str) -> str:
    return 'href="/en/thong-tin-ca-nhan/"' if path.startswith("/en/") else 'href="/thong-tin-ca-nhan/"'


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_of_page_stands_in_the_frame_that_links_to_it(model):
    assert root_of(model) == FRAME


def test_the_link_stands_outside_of_all_blocks_of_the_frame():
    source = get_template(FRAME).template.source
    footer = source.index("navigation/footer.html")
    assert source.count("{% block", 0, footer) == source.count("{% endblock", 0, footer)


def test_every_kind_of_page_of_a_site_links_to_it_in_both_languages(school, department):
    seen = set()
    for institution in (school, department):
        for page in pages_of(institution).live().filter(depth__gt=1).select_related("content_type", "locale"):
            kind = (page.content_type_id, page.locale_id)
            path = Page.objects.get(pk=page.pk).get_url()
            if kind in seen or not path:
                continue
            seen.add(kind)
            response = get(institution, path if path.startswith("/") else "/" + path.split("/", 3)[3])
            if response.status_code == 200:
                assert notice_in(response.request["PATH_INFO"]) in response.content.decode(), path
    assert len(seen) > 20


@pytest.mark.parametrize("path", ROUTES)
def test_routes_and_errors_link_to_it(school, path):
    response = get(school, path)
    assert response.status_code in (200, 301, 302, 404)
    if response.status_code in (200, 404):
        assert notice_in(path) in response.content.decode()
