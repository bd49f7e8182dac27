"""The pages of a library as readers and machines meet them (W8.9, W9.10)."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from editorial.services.guard import system_publication
from resources.models import CollectionEntry, CollectionPage, DigitalResourcesPage, ResourcePage
from sections.models import InformationPage
from tests.factories import make_page, section_of
from tests.resources.making import LINK, make_document, make_resource


def opened(page, **query):
    site = page.get_site()
    response = Client(headers={"host": site.hostname}).get(page.relative_url(site), query)
    return response, response.content.decode()


def test_a_resource_tells_what_it_is_for_whom_and_on_what_terms(school):
    page = make_resource(school, minutes=35, curriculum_topic="Số và phép tính")
    _response, html = opened(page)
    for text in ("So sánh được hai phân số.", "4–5", "Số và phép tính", "35", "Thông tư 32/2018/TT-BGDĐT"):
        assert text in html
    assert 'rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.vi"' in html


def test_nothing_of_another_server_is_loaded_before_the_reader_asks(school):
    url = "https://www.youtube.com/watch?v=abcdefghijk"
    page = make_resource(school, contents=[("link", {"url": url, "title": "Video"})])
    response, html = opened(page)
    assert "<iframe" not in html
    assert "www.youtube-nocookie.com" in html
    assert "frame-src" not in response["Content-Security-Policy"]
    response, html = opened(page, mo="1")
    assert 'src="https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0"' in html
    assert "frame-src https://www.youtube-nocookie.com" in response["Content-Security-Policy"]
    assert "fullscreen=*" in response["Permissions-Policy"]


def test_a_video_has_a_player_of_the_site_with_captions_and_words(school):
    video = make_document(school, "bai.mp4", b"\x00\x00\x00\x18ftypmp42")
    captions = make_document(school, "bai.vtt", b"WEBVTT\n")
    value = {"document": video, "title": "Bài 3", "captions": captions, "transcript": "Cô giáo nói."}
    page = make_resource(school, contents=[("video", value)])
    _response, html = opened(page)
    assert f'src="/hoc-lieu/tep/{page.pk}/{video.pk}/' in html
    assert f'<track kind="captions" src="/hoc-lieu/tep/{page.pk}/{captions.pk}/' in html
    assert "Cô giáo nói." in html


def test_a_collection_keeps_its_order_and_leaves_out_what_is_not_published(school):
    first, second, third = (make_resource(school, title) for title in ("Bài hai", "Bài một", "Bài ba"))
    page = CollectionPage(title="Phân số", author_name="Tổ Toán", source_name=school.name)
    page.entries = [
        CollectionEntry(resource=each, sort_order=number, note=note)
        for number, (each, note) in enumerate(((second, "Tuần 1"), (third, ""), (first, "Tuần 2")))
    ]
    section = section_of(school, DigitalResourcesPage)

    with system_publication(reason="test"):
        section.add_child(instance=page)
    ResourcePage.objects.filter(pk=third.pk).update(live=False)
    _response, html = opened(page)
    assert html.index("Bài một") < html.index("Bài hai")
    assert "Tuần 1" in html
    assert "Bài ba" not in html


def test_the_library_lists_resources_and_the_entries_of_before(school):
    make_resource(school, "Tứ giác", grade_from=4)
    section = section_of(school, DigitalResourcesPage)
    make_page(section, InformationPage, title="Hướng dẫn dùng kho", author_name="A", source_name="B")
    _response, html = opened(section_of(school, DigitalResourcesPage))
    assert "Tứ giác" in html
    assert "Hướng dẫn dùng kho" in html


def test_a_library_leads_up_to_those_of_the_authority_and_the_ministry(school, department):
    _response, html = opened(section_of(school, DigitalResourcesPage))
    above = section_of(department, DigitalResourcesPage)
    assert f'href="{above.full_url}"' in html
    assert 'href="https://igiaoduc.vn/"' in html


@pytest.mark.parametrize(
    ("fields", "field", "text"),
    [
        ({"subject": "physics"}, "subject", "is not taught in these grades"),
        ({"grade_from": 5, "grade_to": 4}, "grade_to", "The last grade comes before the first."),
        ({"licence": "other"}, "licence_url", "Give the address of the licence."),
    ],
)
def test_what_cannot_be_true_together_is_refused_at_its_field(school, fields, field, text):

    page = make_resource(school, recorded=False)
    for name, value in fields.items():
        setattr(page, name, value)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        page.full_clean()
    with translation.override("en"):
        assert text in " ".join(refused.value.message_dict[field])


def test_the_page_tells_machines_what_lrmi_asks(school):
    document = make_document(school, "phieu.pdf")
    page = make_resource(school, minutes=35, contents=[("file", {"document": document}), LINK])
    _response, html = opened(page)
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    work = next(each for each in json.loads(block)["@graph"] if "LearningResource" in each["@type"])
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert work["timeRequired"] == "PT35M"
    assert work["typicalAgeRange"] == "9-11"
    assert work["sameAs"] == [LINK[1]["url"]]
    assert work["encoding"][0]["contentUrl"].endswith(document.url)
    assert {each["educationalRole"] for each in work["audience"]} == {"student", "teacher"}
    assert work["educationalAlignment"][0]["educationalFramework"] == "Chương trình giáo dục phổ thông 2018"
