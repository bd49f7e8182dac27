"""A reader finds a package of procurement and joins a conference by keyboard on a phone without script; an author enters a
recognition without writing a title."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, PHONE, SignIn, follow, key_to
from tests.support.watch import overflow


def test_a_package_is_found_and_a_conference_joined_on_a_phone(new_context, demo_server: DemoServer):
    page = new_context(**PHONE).new_page()
    page.goto(demo_server.url(DEPARTMENT, "/du-an-dau-thau/"))
    follow(page, page.locator("main nav a[href$='/danh-sach/dau-thau/']"))
    page.locator("#filter-state").select_option("open")
    follow(page, page.locator(".finder__go button"))
    rows = page.locator(".table--records tbody tr")
    expect(rows).to_have_count(1)
    assert overflow(page) == []
    rows.locator("th a").click()
    expect(page.locator(".facts")).to_contain_text("IB2600123456")
    assert overflow(page) == []
    page.goto(demo_server.url(DEPARTMENT, "/hoi-nghi-truc-tuyen/?state=now"))
    page.locator(".table--records tbody th a").first.click()
    join = page.locator("a.button[href='https://hop.hoason.example/j/77123']")
    expect(join).to_be_visible()
    assert key_to(page, join)
    page.goto(demo_server.url(DEPARTMENT, "/hoi-nghi-truc-tuyen/?state=coming"))
    page.locator(".table--records tbody th a").first.click()
    assert "hop.hoason.example" not in page.content()


def test_an_author_enters_a_recognition_without_a_title(demo_server: DemoServer, sign_in: SignIn):
    page = sign_in("so.tacgia")
    page.goto(demo_server.url(DEPARTMENT, "/admin/exchange/"))
    link = page.locator("a[href$='/accreditation/']").first
    section = re.search(r"/exchange/(\d+)/", link.get_attribute("href"))[1]
    page.goto(demo_server.url(DEPARTMENT, f"/admin/pages/add/sections/qualityrecordpage/{section}/"))
    chosen = page.locator("[name='institution']")
    if chosen.evaluate("node => node.tagName") == "SELECT":
        chosen.select_option(label="Trường Trung học phổ thông Tây Sơn")
    else:
        chosen.fill("HS.TP02")
    page.locator("[name='quality_level']").select_option("3")
    page.locator("[name='decision_number']").fill("777/QĐ-SGDĐT")
    page.locator("[name='decision_on']").fill("20/05/2026")
    page.keyboard.press("Control+s")
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit"))
    expect(page.locator("[name='title']")).to_have_value(re.compile("^Trường Trung học phổ thông Tây Sơn: "))
