"""Wagtail Localize, kept off the site: its own way of making a translated page writes into the published row at once, also where
a draft is asked for, and it publishes without asking anybody. Here it makes drafts, and its editor leaves pages to Wagtail's."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from common.models import BasePage
from editorial.models import ChainRefusedError
from editorial.services.guard import AROUND_THE_CHAIN, system_is_publishing
from sections.english import tables
from sections.english.services import draft_save
from sections.models import EnglishText

BEGIN_HERE = _("Begin the English of a page under “English”; Wagtail Localize would bypass the board.")

_stock = TranslationSource.create_or_update_translation
_stock_block = StreamFieldSegmentExtractor.handle_block


def create_or_update_translation(
    self: TranslationSource,
    locale: Locale,
    user=None,
    publish: bool = True,
    copy_parent_pages: bool = False,
    fallback: bool = False,
):
    """In the place of Wagtail Localize's method of this name. ChainRefusedError for what would go around the chain: publishing,
    and pages that nobody began here. Inside ``system_publication()``, and for what is no page of a site, all is as it was."""
    model = self.specific_content_type.model_class()
    if system_is_publishing() or model is None or not issubclass(model, BasePage):
        return _stock(
            self,
            locale,
            user=user,
            publish=publish,
            copy_parent_pages=copy_parent_pages,
            fallback=fallback,
        )
    if publish:
        raise ChainRefusedError(AROUND_THE_CHAIN)
    rows = EnglishText.objects.select_related("translation__source", "translation__target_locale")
    text = rows.filter(translation__source=self, translation__target_locale=locale).first()
    if text is None:
        raise ChainRefusedError(BEGIN_HERE)
    return draft_save(text=text, user=user), False


def leave_to_wagtail(sender, instance: Translation, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a translation: switched on, Wagtail Localize shows its own editor, which has no chain."""
    model = instance.source.specific_content_type.model_class()
    if not raw and instance.enabled and model is not None and issubclass(model, BasePage):
        instance.enabled = False


def handle_block(self: StreamFieldSegmentExtractor, block_type, block_value, raw_value=None):
    """Wagtail Localize takes an optional part of a row that nobody filled in for a fault."""
    return [] if block_value is None else _stock_block(self, block_type, block_value, raw_value=raw_value)


def install() -> None:
    TableBlock.get_translatable_segments = tables.get_translatable_segments
    TableBlock.restore_translated_segments = tables.restore_translated_segments
    StreamFieldSegmentExtractor.handle_block = handle_block
    TranslationSource.create_or_update_translation = create_or_update_translation
