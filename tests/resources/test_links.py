"""Links to other servers: found, asked politely, never inside the own network, broken only after a second failure."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.safe_fetch import Answer, FetchError, checked_address, is_public
from editorial.desk import desk_for
from resources.choices import LinkFault, LinkState
from resources.desk_parts import BrokenLinksPart
from resources.models import CheckedLink, LinkPlace, ResourcePage
from resources.selectors.links import links_of
from resources.services.link_checking import AGENT, Checker, links_check_due
from resources.services.links import link_accept, links_reconcile, page_links_write
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_member, make_page, make_review, section_of
from tests.resources.making import make_resource

NOW = datetime(2026, 10, 1, 8, tzinfo=UTC)
URL = "https://phet.colorado.edu/vi/"


class Net:
    """Servers that answer as a test says; ``asked`` is what they were asked, and when."""

    def __init__(self, **answers):
        self.answers = {URL: Answer(200)} | answers
        self.asked, self.time = [], 0.0

    def fetch(self, url, *, method, agent, timeout, most_bytes=0):
        assert agent == AGENT
        self.asked.append((method, url, self.time))
        answer = self.answers.get(url, Answer(404))
        if isinstance(answer, str):
            raise FetchError(answer)
        return answer

    def sleep(self, seconds):
        self.time += seconds

    def checker(self):
        return Checker(fetch=self.fetch, clock=lambda: self.time, sleep=self.sleep)


@pytest.fixture
def link(school):
    page_links_write(page=make_resource(school), now=NOW - timedelta(hours=2))
    return CheckedLink.objects.get()


def run(net, now):
    return links_check_due(now=now, checker=net.checker())


def test_links_are_found_in_texts_fields_and_parts_each_once(school):
    body = [
        (
            "paragraph",
            '<p><a href="https://a.example.org/x?a=1&amp;b=2#phan">A</a> <a linktype="page" id="3">B</a></p>',
        )
    ]
    page = make_page(
        section_of(school, NewsIndexPage),
        ArticlePage,
        title="Bài",
        body=body,
        source_url="https://b.example.org/",
        author_name="Tổ Văn",
        source_name=school.name,
    )
    assert links_of(page) == ["https://b.example.org/", "https://a.example.org/x?a=1&b=2"] or set(
        links_of(page)
    ) == {
        "https://b.example.org/",
        "https://a.example.org/x?a=1&b=2",
    }
    assert links_of(make_resource(school)) == [URL]


def test_a_page_that_loses_a_link_or_is_withdrawn_is_forgotten(school, link):
    page = ResourcePage.objects.get()
    page.contents = [("link", {"url": "https://khac.example.org/", "title": "x"})]
    page_links_write(page=page)
    assert list(CheckedLink.objects.values_list("url", flat=True)) == ["https://khac.example.org/"]
    ResourcePage.objects.filter(pk=page.pk).update(live=False)
    links_reconcile()
    assert not CheckedLink.objects.exists()


def test_a_link_is_broken_only_when_a_second_check_a_day_later_fails(link):
    net = Net(**{URL: Answer(404)})
    assert run(net, NOW) == {LinkState.DOUBTFUL: 1}
    assert run(net, NOW + timedelta(hours=1)) == {}
    assert run(net, NOW + timedelta(hours=21)) == {LinkState.BROKEN: 1}
    link.refresh_from_db()
    assert (link.fault, link.status, link.failed_since) == (LinkFault.GONE, 404, NOW)
    net.answers[URL] = Answer(200)
    assert run(net, NOW + timedelta(days=10)) == {LinkState.FINE: 1}
    link.refresh_from_db()
    assert (link.failures, link.failed_since) == (0, None)


@pytest.mark.parametrize(
    ("answer", "fault", "state"),
    [
        (Answer(200), LinkFault.NONE, LinkState.FINE),
        (Answer(403), LinkFault.CLOSED, LinkState.LEFT),
        (Answer(500), LinkFault.SERVER, LinkState.DOUBTFUL),
        ("name", LinkFault.NAME, LinkState.DOUBTFUL),
        ("silent", LinkFault.SILENT, LinkState.DOUBTFUL),
        ("secure", LinkFault.SECURE, LinkState.DOUBTFUL),
        ("private", LinkFault.PRIVATE, LinkState.LEFT),
        (Answer(302, URL), LinkFault.LOOP, LinkState.DOUBTFUL),
        (Answer(302, "http://10.0.0.1/"), LinkFault.PRIVATE, LinkState.LEFT),
        (Answer(301, "https://moi.example.org/"), LinkFault.NONE, LinkState.FINE),
    ],
)
def test_what_a_server_answers_is_judged(link, answer, fault, state):
    net = Net(**{URL: answer, "http://10.0.0.1/": "private", "https://moi.example.org/": Answer(200)})
    assert run(net, NOW) == {state: 1}
    link.refresh_from_db()
    assert link.fault == fault


def test_a_server_that_forbids_programs_is_not_asked(link):
    robots = "User-agent: *\nDisallow: /vi/\n"
    net = Net(**{"https://phet.colorado.edu/robots.txt": Answer(200, body=robots.encode())})
    assert run(net, NOW) == {LinkState.LEFT: 1}
    assert [url for _method, url, _time in net.asked] == ["https://phet.colorado.edu/robots.txt"]


def test_one_host_is_asked_slowly_and_a_few_times_in_one_run(school):
    parts = [("link", {"url": f"https://cham.example.org/{n}", "title": "x"}) for n in range(8)]
    page_links_write(page=make_resource(school, contents=parts), now=NOW - timedelta(hours=2))
    net = Net(**{f"https://cham.example.org/{n}": Answer(200) for n in range(8)})
    assert run(net, NOW) == {LinkState.FINE: 5}
    times = [time for _method, _url, time in net.asked]
    assert all(after - before >= 2 for before, after in pairwise(times))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fc00::1", "fe80::1%eth0", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "x"],
)  # fmt: skip
def test_addresses_of_private_networks_are_none_of_the_internet(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("ftp://example.org/", "address"),
        ("file:///etc/passwd", "address"),
        ("http://a:b@example.org/", "address"),
        ("http://[::1", "address"),
        ("http://example.org:8080/", "private"),
        ("http://mixed.example.org/", "private"),
        ("http://inside.example.org/", "private"),
        ("http:///x", "address"),
    ],
)
def test_an_address_that_leads_inside_is_never_connected_to(url, kind):
    known = {"mixed.example.org": ["93.184.216.34", "127.0.0.1"], "inside.example.org": ["10.0.0.1"]}
    with pytest.raises(FetchError) as refused:
        checked_address(url, resolve=lambda host, port: known.get(host, ["93.184.216.34"]))
    assert refused.value.kind == kind


def test_a_public_address_is_connected_to_by_its_number():
    found = checked_address("https://example.org/tệp?a=b c", resolve=lambda host, port: ["93.184.216.34"])
    assert found == ("https", "example.org", 443, "/t%E1%BB%87p?a=b%20c", "93.184.216.34")


@pytest.fixture
def broken(link):
    CheckedLink.objects.update(
        state=LinkState.BROKEN,
        fault=LinkFault.GONE,
        status=404,
        failures=2,
        failed_since=NOW,
        due_at=NOW + timedelta(days=3),
    )
    return LinkPlace.objects.get()


def test_the_desk_names_the_page_and_who_keeps_it(school, other, broken):
    author = make_member(school, "author", name="Hà")
    make_review(broken.page, responsible=author)
    context = BrokenLinksPart().context(desk_for(author, timezone.now()))
    assert context["count"] == 1
    assert context["rows"][0][0] == broken
    assert context["rows"][0][2] == author.get_full_name()
    assert BrokenLinksPart().context(desk_for(make_member(other, "author"), timezone.now())) is None


def test_a_board_sees_its_own_broken_links_and_nobody_elses(school, other, broken):
    own, stranger = (
        Client(headers={"host": school.site.hostname}),
        Client(headers={"host": other.site.hostname}),
    )
    own.force_login(make_member(school, "author"))
    stranger.force_login(make_member(other, "author"))
    assert URL in own.get(reverse("resource_links")).content.decode()
    assert URL not in stranger.get(reverse("resource_links")).content.decode()
    address = reverse("resource_link_act", args=[broken.pk])
    assert stranger.post(address, {"act": "keep"}).status_code == 404
    assert own.post(address, {"act": "again"}).status_code == 302
    assert CheckedLink.objects.get().due_at < timezone.now()
    own.post(address, {"act": "keep"})
    assert URL not in own.get(reverse("resource_links")).content.decode()


def test_a_link_that_the_board_keeps_leaves_the_desk(school, broken):
    author = make_member(school, "author")
    assert BrokenLinksPart().context(desk_for(author, timezone.now()))
    link_accept(place=broken)
    assert BrokenLinksPart().context(desk_for(author, timezone.now())) is None
