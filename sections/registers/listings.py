"""The lists of records: columns, filters, orders (``sections.lists``)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections.lists import Choice, Column, Days, Listing, Words, Year
from sections.registers.choices import (
    BiddingForm,
    CapitalSource,
    CentreKind,
    CentreState,
    ConferenceKind,
    ConferencePhase,
    ConferenceSystem,
    PackageKind,
    ProjectGroup,
    ProjectState,
    QualityLevel,
    ReachedLevel,
    StandardLevel,
    TenderState,
    UniversalisationField,
    Validity,
)
from sections.registers.states import badge

STATE = pgettext_lazy("record", "State")


def _state(page: Any) -> dict[str, Any]:
    return badge(page.state())


def _in_state(items, value: str):
    return items.in_state(value)


def state_column() -> Column:
    return Column("state", STATE, kind="badge", read=_state)


def state_filter(choices: Any) -> Choice:
    return Choice("state", STATE, choices=choices, apply=_in_state)


QUALITY = Listing(
    item="sections.QualityRecordPage",
    columns=(
        Column(
            "institution",
            _("Institution"),
            hidden=True,
            read=lambda page: page.institution.local_name,
        ),
        Column(
            "institution_code", _("Code of the institution"), hidden=True, read=lambda p: p.institution.code
        ),
        Column("title", pgettext_lazy("record", "Record"), kind="title", sortable=True),
        Column("quality_level", _("Accreditation"), sortable=True, sort="quality_level"),
        Column("standard_level", _("National standard"), sortable=True, sort="standard_level"),
        Column("decision_number", _("Decision"), kind="symbol"),
        Column("decision_on", _("Day of the decision"), kind="date", sortable=True),
        Column("decision_issuer", _("Issued by"), hidden=True),
        Column("assessed_on", _("External assessment finished on"), kind="date", hidden=True),
        Column("valid_until", _("Valid until"), kind="date", sortable=True),
        state_column(),
    ),
    filters=(
        Words("q", _("Words or number"), fields=("title", "decision_number", "institution__name", "summary")),
        Choice("level", _("Accreditation"), field="quality_level", choices=QualityLevel),
        Choice("standard", _("National standard"), field="standard_level", choices=StandardLevel),
        state_filter(Validity),
        Year("decided", _("Year of the decision"), field="decision_on"),
        Days("until", _("Valid until"), field="valid_until"),
    ),
    default_order=("-decision_on", "-path"),
    download_name="kiem-dinh-chat-luong",
    prefetch=("institution",),
    main_filters=4,
    empty_text=_("No recognition was found."),
)

UNIVERSALISATION = Listing(
    item="sections.UniversalisationPage",
    columns=(
        Column("title", pgettext_lazy("record", "Record"), kind="title", hidden=True),
        Column("area", _("Commune or unit"), kind="title", sortable=True),
        Column("area_kind", _("Kind of unit"), hidden=True),
        Column("field", pgettext_lazy("universalisation", "Field"), sortable=True),
        Column(
            "year",
            pgettext_lazy("universalisation", "Year"),
            sortable=True,
            read=lambda page: str(page.year),
            kind="symbol",
            sort="year",
        ),
        Column(
            "level",
            pgettext_lazy("universalisation", "Level reached"),
            kind="badge",
            sortable=False,
            read=lambda page: {
                "text": page.get_level_display(),
                "tone": "success" if page.level else "warning",
            },
        ),
        Column("people", _("People in the age range"), kind="number", sortable=True, hidden=True),
        Column("people_reached", _("Of them, those who meet it"), kind="number", hidden=True),
        Column("rate", _("Rate in per cent"), kind="number"),
        Column("decision_number", _("Decision"), kind="symbol"),
        Column("decision_on", _("Day of the decision"), kind="date", sortable=True),
        Column("decision_issuer", _("Issued by"), hidden=True),
    ),
    filters=(
        Words("q", _("Words or number"), fields=("title", "area", "decision_number", "summary")),
        Choice(
            "field", pgettext_lazy("universalisation", "Field"), field="field", choices=UniversalisationField
        ),
        Choice(
            "level", pgettext_lazy("universalisation", "Level reached"), field="level", choices=ReachedLevel
        ),
        Choice("of", pgettext_lazy("universalisation", "Year"), field="year"),
    ),
    default_order=("-year", "field", "path"),
    download_name="pho-cap-xoa-mu-chu",
    empty_text=_("No result was found."),
)

PROJECTS = Listing(
    item="sections.ProjectPage",
    columns=(
        Column("code", pgettext_lazy("project", "Code"), kind="symbol", sortable=True),
        Column("title", _("Project"), kind="title", sortable=True),
        Column("investor", _("Investor (owner)"), sortable=True, hidden=True),
        Column("group", _("Class of the project"), hidden=True),
        Column("place", pgettext_lazy("project", "Place"), hidden=True),
        Column("capital", _("Total investment (đồng)"), kind="number", sortable=True),
        Column("capital_source", _("Source of capital")),
        Column("starts_on", pgettext_lazy("project", "Begins on"), kind="date", sortable=True),
        Column("ends_on", _("Planned to end on"), kind="date", sortable=True),
        Column("finished_on", _("Completed on"), kind="date", hidden=True),
        Column("progress", _("Progress (%)"), kind="number", sortable=True),
        Column("paid", _("Disbursed (đồng)"), kind="number", hidden=True),
        Column("progress_on", pgettext_lazy("figures", "As of"), kind="date", hidden=True),
        state_column(),
    ),
    filters=(
        Words("q", _("Words or code"), fields=("title", "code", "investor", "place", "summary")),
        state_filter(ProjectState),
        Choice("source", _("Source of capital"), field="capital_source", choices=CapitalSource),
        Choice("group", _("Class of the project"), field="group", choices=ProjectGroup),
        Choice("investor", _("Investor (owner)"), field="investor"),
        Year("begun", _("Year of the beginning"), field="starts_on"),
    ),
    default_order=("-starts_on", "-path"),
    download_name="du-an-dau-tu",
    main_filters=3,
    empty_text=_("No project was found."),
)

TENDERS = Listing(
    item="sections.TenderPage",
    columns=(
        Column("code", _("Code of the invitation"), kind="symbol", sortable=True),
        Column("title", pgettext_lazy("procurement", "Package"), kind="title", sortable=True),
        Column("plan_code", _("Code of the selection plan"), hidden=True),
        Column("project", _("Project"), hidden=True, read=lambda p: p.project.title if p.project_id else ""),
        Column("buyer", _("Procuring entity"), hidden=True),
        Column("kind", pgettext_lazy("procurement", "Field"), hidden=True),
        Column("form", _("Form of selection"), sortable=True),
        Column("way", _("Way of selection"), hidden=True),
        Column("price", _("Price of the package (đồng)"), kind="number", sortable=True),
        Column("capital_source", _("Source of capital"), hidden=True),
        Column("invited_on", _("Invitation published on"), kind="date", sortable=True),
        Column("closes_at", _("Bids close at"), kind="moment", sortable=True),
        state_column(),
        Column("result_on", _("Result approved on"), kind="date", hidden=True),
        Column("result_number", _("Decision on the result"), kind="symbol", hidden=True),
        Column("winner", _("Selected contractor"), hidden=True),
        Column("winning_price", _("Winning price (đồng)"), kind="number", hidden=True),
        Column("national_url", _("National bidding network"), kind="link", hidden=True),
    ),
    filters=(
        Words("q", _("Words or code"), fields=("title", "code", "plan_code", "buyer", "winner", "summary")),
        state_filter(TenderState),
        Choice("field", pgettext_lazy("procurement", "Field"), field="kind", choices=PackageKind),
        Choice("form", _("Form of selection"), field="form", choices=BiddingForm),
        Year("invited", _("Year of the invitation"), field="invited_on"),
        Days("closes", _("Bids close"), field="closes_at"),
    ),
    default_order=("-invited_on", "-path"),
    download_name="dau-thau-mua-sam",
    prefetch=("project",),
    main_filters=4,
    empty_text=_("No package was found."),
)

CONFERENCES = Listing(
    item="sections.ConferencePage",
    columns=(
        Column("starts_at", pgettext_lazy("web conference", "Begins at"), kind="moment", sortable=True),
        Column("title", _("Web conference"), kind="title", sortable=True),
        Column("kind", pgettext_lazy("web conference", "Kind"), sortable=True),
        Column("ends_at", pgettext_lazy("web conference", "Ends at"), kind="moment", hidden=True),
        Column("host", _("Chaired by"), sortable=True),
        Column("participants", _("Participants"), hidden=True),
        Column("place", _("Main place and connecting points"), hidden=True),
        Column("system", _("Whose system"), sortable=True),
        Column("platform", _("Software or line"), hidden=True),
        Column("test_at", _("Test of the connection"), kind="moment", hidden=True),
        Column("recording_url", _("Recording"), kind="link", hidden=True),
        state_column(),
    ),
    filters=(
        Words("q", fields=("title", "host", "participants", "place", "summary")),
        state_filter(ConferencePhase),
        Choice("kind", pgettext_lazy("web conference", "Kind"), field="kind", choices=ConferenceKind),
        Choice("system", _("Whose system"), field="system", choices=ConferenceSystem),
        Days("day", _("Day"), field="starts_at"),
    ),
    default_order=("-starts_at", "-path"),
    download_name="hoi-nghi-truc-tuyen",
    empty_text=_("No web conference was found."),
)
"""The joining link is in no column: it stands on the page only, between two moments."""

CENTRES = Listing(
    item="sections.CentrePage",
    columns=(
        Column("title", pgettext_lazy("licensed", "Centre"), kind="title", sortable=True),
        Column("kind", pgettext_lazy("centre", "Kind"), sortable=True),
        Column("address", _("Address")),
        Column("commune", _("Commune or ward"), sortable=True),
        Column("programmes", _("Programmes"), hidden=True),
        Column("licence_number", _("Licence"), kind="symbol"),
        Column("licence_on", _("Licensed on"), kind="date", sortable=True, hidden=True),
        Column("licence_issuer", _("Licence issued by"), hidden=True),
        Column("valid_until", _("Licence valid until"), kind="date", sortable=True),
        Column("head_name", _("Head of the centre"), hidden=True),
        Column("head_title", _("Title of the head"), hidden=True),
        Column("phone", _("Telephone")),
        Column("email", pgettext_lazy("label", "E-mail"), hidden=True),
        Column("website", _("Website"), kind="link", hidden=True),
        state_column(),
    ),
    filters=(
        Words("q", fields=("title", "programmes", "address", "commune", "licence_number")),
        Choice("kind", pgettext_lazy("centre", "Kind"), field="kind", choices=CentreKind),
        state_filter(CentreState),
        Choice("commune", _("Commune or ward"), field="commune"),
    ),
    default_order=("commune", "title"),
    download_name="trung-tam-ngoai-ngu-tin-hoc",
    empty_text=_("No centre was found."),
)


def rules_listing(item: str, kinds: Any, download_name: str) -> Listing:
    """The list of the rules of one section: of examinations or of certificates."""
    subject = pgettext_lazy("rule", "Subject")
    return Listing(
        item=item,
        columns=(
            Column("title", pgettext_lazy("rule", "Rule"), kind="title", sortable=True),
            Column("kind", subject, sortable=True),
            Column("applies_to", _("Applies to"), sortable=True),
            Column("valid_from", pgettext_lazy("rule", "In force from"), kind="date", sortable=True),
            Column("valid_until", pgettext_lazy("rule", "In force until"), kind="date", hidden=True),
            Column("time_limit", _("Time limit"), hidden=True),
            Column("fee", pgettext_lazy("rule", "Fee"), hidden=True),
            Column("contact", _("Who answers questions"), hidden=True),
            state_column(),
        ),
        filters=(
            Words("q", fields=("title", "applies_to", "summary", "steps")),
            Choice("about", subject, field="kind", choices=kinds),
            Choice("for", _("Applies to"), field="applies_to"),
            state_filter(Validity),
        ),
        default_order=("kind", "-valid_from", "path"),
        download_name=download_name,
        empty_text=_("No rule was found."),
    )
