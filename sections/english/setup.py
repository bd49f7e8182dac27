"""What English adds to the registries of the packages below, and to the signals."""

from __future__ import annotations

from django.db.models.signals import pre_save
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from editorial import desk, publication_rules
from sections.english import letters, localize
from sections.english.desk import EnglishPart
from sections.english.rules import publish_refusal, submit_refusal
from sections.english.selectors import text_of
from sections.english.services import source_follow
from sections.english.texts import adopt
from sections.models import EnglishText


def page_went_live(sender, instance: Page, **kwargs) -> None:
    """``page_published``: of a Vietnamese page the English is outdated now; of an English one the parts are what it says. One
    query for a page that nobody translates."""
    text: EnglishText | None = text_of(instance)
    if text is None:
        return
    if text.translation.target_locale_id == instance.locale_id:
        adopt(text, instance.specific)
        return
    changed = source_follow(page=instance)
    english = instance.get_translations().filter(locale=text.translation.target_locale, live=True)
    if changed is not None and english.exists():
        letters.outdated_queue(changed)


def register_all() -> None:
    uid = "sections.english"
    page_published.connect(page_went_live, dispatch_uid=uid)
    pre_save.connect(localize.leave_to_wagtail, sender=Translation, dispatch_uid=uid)
    localize.install()
    publication_rules.register(f"{uid}.submit", submit_refusal, publication_rules.Stage.SUBMIT)
    publication_rules.register(f"{uid}.publish", publish_refusal, publication_rules.Stage.PUBLISH)
    desk.register(EnglishPart())
    letters.register()
