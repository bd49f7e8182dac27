"""What the board translates with wagtail-localize stands as firm as the Vietnamese page (W8.15)."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from editorial.services.guard import system_publication
from sections.models import DocumentIndexPage, IntroductionPage
from sections.rules import RequiredSectionError
from tests.factories import home_of, section_of


@pytest.fixture
def english(db) -> Locale:
    return Locale.objects.get(language_code="en")


def translate(page: Page, locale: Locale) -> Page:
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    with system_publication(reason="test"):
        translation.save_target(publish=True)
        # A translation is made as a draft; the board's first approval puts it on the site.
        page.get_translation(locale).get_latest_revision().publish(skip_permission_checks=True)
    return page.get_translation(locale)


def test_a_translated_section_cannot_be_taken_away(department, english):
    page = translate(section_of(department, DocumentIndexPage), english)
    assert page.get_parent().pk == home_of(department, "en").pk
    assert page.live
    for attempt in (page.delete, page.unpublish, Page.objects.get(pk=page.pk).delete):
        with (
            system_publication(reason="test"),
            pytest.raises(RequiredSectionError, match=r"khoản 3 Điều 8|clause 3, article 8"),
            transaction.atomic(),
        ):
            attempt()


def test_synchronising_a_translation_leaves_both_pages_where_they_are(department, english):
    original = section_of(department, DocumentIndexPage)
    page = translate(original, english)
    before = list(Page.objects.order_by("path").values_list("path", "slug", "live"))
    source = TranslationSource.objects.get_for_instance(original)
    source.update_from_db()
    with system_publication(reason="test"):
        source.translations.get().save_target(publish=True)
    assert list(Page.objects.order_by("path").values_list("path", "slug", "live")) == before
    assert page.get_translation(original.locale).pk == original.pk


def test_an_english_page_is_not_turned_into_a_mirror(client, superuser, department, english):
    page = section_of(department, IntroductionPage, "en")
    source, _created = TranslationSource.get_or_create_from_instance(section_of(department, IntroductionPage))
    Translation.objects.create(source=source, target_locale=english)
    client.force_login(superuser)
    with system_publication(reason="test"):
        answer = client.post(reverse("wagtail_localize:convert_to_alias", args=[page.pk]))
    page.refresh_from_db()
    assert (page.alias_of_id, page.slug) == (None, "introduction")
    assert answer.status_code == 302
    assert "điểm a khoản 1 Điều 8" in " ".join(str(message) for message in get_messages(answer.wsgi_request))
