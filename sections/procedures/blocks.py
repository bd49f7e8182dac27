"""The rows of a procedure's record. All texts stand in typed blocks, so that a translation takes them one by one (W8.15)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from sections.procedures.choices import Change, Channel, FeeKind


class RowBlock(blocks.StructBlock):
    """A row that migrations know by its name alone: other words at a field are no change of a table."""

    def deconstruct(self):
        return self.canonical_module_path, (), {}

    def deconstruct_with_lookup(self, lookup):
        return self.deconstruct()

    @classmethod
    def construct_from_lookup(cls, lookup, *args, **kwargs):
        return cls()


class StepBlock(RowBlock):
    text = blocks.TextBlock(
        label=_("What happens"),
        max_length=6000,
        rows=3,
        help_text=_(
            "One step, to the person who applies. For example: Hand in the application online or at the desk."
        ),
    )
    who = blocks.CharBlock(
        label=_("Who does it"),
        required=False,
        max_length=200,
        help_text=_("For example: the parents; the school."),
    )
    duration = blocks.CharBlock(
        label=_("How long it takes"),
        required=False,
        max_length=120,
        help_text=_("For example: 1 working day."),
    )

    class Meta:
        icon = "list-ol"
        label = pgettext_lazy("procedure", "Step")


class ComponentBlock(RowBlock):
    """One paper of an application. A form is a file of this site, so that it stays when another site changes."""

    name = blocks.TextBlock(
        label=_("Paper"),
        max_length=3000,
        rows=2,
        help_text=_("For example: Application to change schools (form 1)."),
    )
    case = blocks.CharBlock(
        label=_("Only in this case"),
        required=False,
        max_length=400,
        help_text=_(
            "Papers of one case stand together. For example: Pupils who come from abroad. Empty: always."
        ),
    )
    originals = blocks.IntegerBlock(
        label=_("Originals"), required=False, min_value=0, max_value=99, help_text=_("For example: 1.")
    )
    copies = blocks.IntegerBlock(
        label=_("Copies"), required=False, min_value=0, max_value=99, help_text=_("For example: 2.")
    )
    form = DocumentChooserBlock(
        label=_("Form to fill in"), required=False, help_text=_("The empty form, as DOCX, ODT or PDF.")
    )
    form_url = blocks.URLBlock(
        label=_("Form at another address"),
        required=False,
        max_length=500,
        help_text=_("Only where the form is not here. For example: https://dichvucong.gov.vn/…"),
    )
    note = blocks.TextBlock(
        label=_("Where to get it"),
        required=False,
        max_length=1000,
        rows=2,
        help_text=_("For example: The present school gives it out."),
    )
    shown_only = blocks.BooleanBlock(
        label=_("Shown only, not handed in"), required=False, help_text=_("For example: an identity card.")
    )

    class Meta:
        icon = "doc-full"
        label = pgettext_lazy("application", "Paper")


class ChannelBlock(RowBlock):
    channel = blocks.ChoiceBlock(label=_("Way"), choices=Channel.choices, help_text=_("For example: online."))
    time_limit = blocks.CharBlock(
        label=_("Time limit"),
        required=False,
        max_length=300,
        help_text=_("Where it differs. For example: 3 working days; 5 by post."),
    )
    fee = blocks.CharBlock(
        label=_("Fee or charge"),
        required=False,
        max_length=500,
        help_text=_("Where it differs. For example: half the fee online."),
    )
    note = blocks.TextBlock(
        label=_("Note"),
        required=False,
        max_length=4000,
        rows=2,
        help_text=_("For example: Sign in with a national identity account."),
    )

    class Meta:
        icon = "site"
        label = pgettext_lazy("hand in", "Way")


class FeeBlock(RowBlock):
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=FeeKind.choices, help_text=_("For example: a charge."))
    amount = blocks.IntegerBlock(
        label=_("Amount in đồng"),
        required=False,
        min_value=0,
        max_value=2_000_000_000,
        help_text=_("Digits only. For example: 250000."),
    )
    note = blocks.CharBlock(
        label=_("For what, or how it is reckoned"),
        required=False,
        max_length=600,
        help_text=_("For example: for each certificate; by the notice of each year."),
    )

    class Meta:
        icon = "tag"
        label = _("Fee or charge")


class HandlerBlock(RowBlock):
    """Who handles applications in person (W8.4c): name, title, and the telephone and e-mail of the office; nothing else."""

    name = blocks.CharBlock(label=_("Full name"), max_length=120, help_text=_("For example: Trần Văn An."))
    title = blocks.CharBlock(
        label=pgettext_lazy("person", "Title"),
        max_length=160,
        help_text=_("For example: officer, one-stop desk."),
    )
    phone = blocks.CharBlock(
        label=_("Telephone of the office"),
        required=False,
        max_length=60,
        help_text=_("No private number. For example: 0200 000 081."),
    )
    email = blocks.EmailBlock(
        label=_("E-mail of the office"),
        required=False,
        help_text=_("No private address. For example: motcua@example.edu.vn."),
    )

    class Meta:
        icon = "user"
        label = _("Person who handles applications")


class LegalBasisBlock(RowBlock):
    """A document that a procedure rests on. Where the site has the document, it is found by its number."""

    number = blocks.CharBlock(
        label=_("Number and symbol"),
        required=False,
        max_length=80,
        help_text=_("Found among the site's documents by this number. For example: 28/2020/TT-BGDĐT."),
    )
    title = blocks.TextBlock(
        label=_("Title of the document"),
        required=False,
        max_length=2000,
        rows=2,
        help_text=_("For example: Charter of primary schools, article 36."),
    )
    url = blocks.URLBlock(
        label=_("Link to the document"),
        required=False,
        max_length=500,
        help_text=_("Only where the site does not have it. For example: https://vbpl.vn/…"),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Legal basis")


class ChangeBlock(RowBlock):
    """An earlier decision on the procedure."""

    change = blocks.ChoiceBlock(
        label=_("What the decision did"), choices=Change.choices, help_text=_("For example: amended.")
    )
    decision = blocks.CharBlock(
        label=_("Decision"), max_length=80, help_text=_("Number and symbol. For example: 5252/QĐ-UBND.")
    )
    on = blocks.DateBlock(
        label=_("In force from"), required=False, format="%d/%m/%Y", help_text=_("For example: 26/12/2025.")
    )
    note = blocks.CharBlock(
        label=_("Note"), required=False, max_length=400, help_text=_("For example: shorter time limit.")
    )

    class Meta:
        icon = "history"
        label = _("Earlier decision")


def _rows(name: str, block: type[RowBlock]):
    return [(name, block())]


STEPS = _rows("step", StepBlock)
COMPONENTS = _rows("paper", ComponentBlock)
CHANNELS = _rows("way", ChannelBlock)
FEES = _rows("fee", FeeBlock)
HANDLERS = _rows("person", HandlerBlock)
LEGAL_BASIS = _rows("document", LegalBasisBlock)
CHANGES = _rows("change", ChangeBlock)
