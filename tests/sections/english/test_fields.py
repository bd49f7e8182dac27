"""Every field of every page type is classed: translated, the same in every language, or of each language its own (W8.15). A new
text fails here until somebody has decided."""

from __future__ import annotations

import pytest
from django.db import models
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail_localize.fields import get_translatable_fields

from common.translated import KeptField
from sections.english.scope import why_not

TRANSLATED = frozenset(
    """
    access access_note account address alt amount_note answer applies_to apply_where area article
    asked assignment audience author_name authority body buyer cancelled_why capital_note caption
    change_note changes channels commune competent_body complaints components contact contents
    coordinating_body curriculum_topic dates_note decision_issuer delegated_body document_type does
    draw_source eligibility exam_place extent fee fees field finding full_name functions grade
    handlers head_title heading help_contact help_phone host how_to_apply image_alt indicator intro
    level     investor issuer label legal_basis licence_issuer method_text name note number objective
    organiser outlet paper_address papers participants phone place platform point powers programmes
    provider purposes question reason receipt_text recipient recipient_address recipient_hours
    recipients related requirements result search_description seo_title signer_title source_name
    speaker speaker_title state_note steps subject subjects summary system tagline target_number
    tasks text time_limit title topic unit values version welcome who who_can_apply winner words
    """.split()  # noqa: SIM905
)
"""Names of texts that say something."""

SAME = frozenset(
    """
    AdmissionNoticePage.school_year AdmissionTrack.code AdmissionTrack.name AdmissionTrack.name_en
    AdmissionTrack.subjects AdmissionTrack.subjects_en CampaignPage.school_year CampaignPhase.name
    CampaignPhase.name_en CampaignPhase.place CampaignPhase.place_en CatchmentArea.commune
    CatchmentArea.commune_code CatchmentArea.part CentrePage.head_name CentrePage.licence_number
    CentrePage.phone EvidencePart.code EvidencePart.name EvidencePart.name_en ExamSubject.code ExamSubject.headings
    ExamSubject.name ExamSubject.name_en ExaminationPage.absent ExaminationPage.not_taken
    DocumentPage.number DocumentPage.signer_name InstitutionDecision.number
    Leader.name OrganisationHead.name OrganisationPage.phone PriorityCategory.code
    PriorityCategory.evidence PriorityCategory.evidence_en PriorityCategory.name
    PriorityCategory.name_en ProcedurePage.code ProcedurePage.decision ProcedurePage.repeal_decision
    ProcedurePage.replaced_by_code ProjectDecision.number ProjectPage.code
    QualityRecordPage.decision_number TenderPage.code TenderPage.plan_code TenderPage.result_number
    UnitDecision.number UnitHead.name UniversalisationPage.decision_number
    """.split()  # noqa: SIM905
)
"""Texts that are the same in every language, beside addresses and choices."""

BLOCKS = frozenset(
    """
    AnswersChosenBlock BooleanBlock CharBlock ChoiceBlock DateBlock DocumentChooserBlock EarlierQuestionBlock
    EmailBlock HeadingBlock ImageChooserBlock IntegerBlock MultipleChoiceBlock PageChooserBlock
    PurposesChosenBlock RichTextBlock TableBlock TextBlock URLBlock
    """.split()  # noqa: SIM905
)
"""Kinds of blocks whose texts are taken out, and of those that hold none."""

NOT_TRANSLATED = frozenset(
    """
    feedback.BoardFormPage feedback.ConsultationPage feedback.ConsultationResultPage
    feedback.PollPage feedback.QuestionPage resources.CollectionPage sections.AlbumPage
    sections.DisclosureReportPage sections.DocumentPage sections.GuidancePage
    sections.StatisticsYearPage
    """.split()  # noqa: SIM905
)
"""Page types that are refused with the way out."""

PAGE_TYPES = sorted(
    (model for model in get_page_models() if model is not Page), key=lambda model: model._meta.label
)


def texts_of(model, seen=None):
    """(model, its field, how it is classed) for all texts of a page type and of the rows below it."""
    seen = set() if seen is None else seen
    for each in get_translatable_fields(model) if model not in seen else ():
        field = each.get_field(model)
        if field.one_to_many:
            seen.add(model)
            yield from texts_of(field.related_model, seen)
            continue
        is_text = isinstance(field, models.CharField | models.TextField | RichTextField | StreamField)
        if is_text and not field.choices and not isinstance(field, models.URLField | models.EmailField):
            yield model, field, each


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_every_text_is_classed(page_type):
    classed = set()
    for model, field, each in texts_of(page_type):
        if isinstance(each, KeptField):
            continue
        name = f"{model.__name__}.{field.name}"
        classed.add(field.name if each.is_translated(None) else name)
    unknown = classed - TRANSLATED - SAME
    assert not unknown, f"Say in {__name__} and on the model what becomes of {sorted(unknown)} in English."


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda model: model._meta.label)
def test_every_page_keeps_its_address_in_each_language(page_type):
    slug = [each for each in get_translatable_fields(page_type) if each.field_name == "slug"]
    assert [type(each) for each in slug] == [KeptField]


def leaves(block):
    """The blocks at the ends of a stream."""
    if isinstance(block, StreamBlock | StructBlock):
        for child in block.child_blocks.values():
            yield from leaves(child)
    elif isinstance(block, ListBlock):
        yield from leaves(block.child_block)
    else:
        yield block


def test_every_kind_of_block_is_classed():
    found = {
        type(block).__name__
        for page_type in PAGE_TYPES
        for field in page_type._meta.get_fields()
        if isinstance(field, StreamField)
        for block in leaves(field.stream_block)
    }
    assert not found - BLOCKS, "Does Wagtail Localize take the texts of these blocks out?"


def test_the_types_that_are_not_translated_are_known():
    assert {model._meta.label for model in PAGE_TYPES if why_not(model)} == NOT_TRANSLATED
