"""The editor's form of a document (W8.3, W9.3): what is known is filled in or offered."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from editorial.choices import BoardRole
from tests.factories import make_member


def test_an_author_finds_the_issuer_filled_in_and_former_words_offered(school, section, make_document):
    make_document("12/QĐ-THHM", field="Pháp chế", signer_name="Lê Thị Mây")
    client = Client(headers={"host": school.hostname})
    client.force_login(make_member(school, BoardRole.AUTHOR))
    response = client.get(reverse("wagtailadmin_pages:add", args=["sections", "documentpage", section.pk]))
    soup = BeautifulSoup(response.content, "lxml")
    assert soup.select_one("#id_issuer")["value"] == school.name

    def offered(name):
        return [option["value"] for option in soup.select(f"#id_{name}-suggestions option")]

    assert soup.select_one("#id_field")["list"] == "id_field-suggestions"
    assert offered("field") == ["Pháp chế"]
    assert offered("signer_name") == ["Lê Thị Mây"]
    assert {"Quyết định", "Công văn", "Tờ trình"} <= set(offered("document_type"))
