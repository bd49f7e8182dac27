"""What forms there are, what personal information each model holds, and which views need no notice.

This package owns the registries; higher packages fill them in ``AppConfig.ready()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise

from common.personal_data import PersonalData
from privacy.choices import EndAction, LegalBasis, RecipientKind, RetentionStart

if TYPE_CHECKING:
    from wagtail.models import Page

    from network.models import Institution
    from privacy.forms import QuestionForm
    from privacy.models import Submission


@dataclass(frozen=True, kw_only=True)
class PurposeTemplate:
    """A purpose that each new institution is given; the texts are data in both languages, as they are shown
    and kept."""

    code: str
    text: str
    text_en: str
    retention_days: int
    is_optional: bool = False
    is_sensitive: bool = False
    is_publication: bool = False
    retention_starts: RetentionStart = RetentionStart.SUBMIT
    at_end: EndAction = EndAction.ERASE
    legal_basis: LegalBasis = LegalBasis.CONSENT
    citation: str = ""
    recipients: tuple[str, ...] = ()
    """Codes of the recipient templates that this purpose may share with."""


@dataclass(frozen=True, kw_only=True)
class RecipientTemplate:
    """A recipient that each new institution is given. ``{name}`` in the texts is the recipient's name."""

    code: str
    kind: RecipientKind
    what_for: str
    what_for_en: str
    target: Callable[[Institution], Institution | None]
    """Who it is for an institution; None: it has none."""


@dataclass(frozen=True, kw_only=True)
class FormKind:
    """One kind of form: its name, the letters before its references, its questions, and what a new site
    starts with."""

    code: str
    label: str | Promise
    reference_prefix: str
    questions: tuple[type[QuestionForm], ...] = ()
    purposes: tuple[PurposeTemplate, ...] = ()
    recipients: tuple[RecipientTemplate, ...] = ()
    received: Callable[[Submission], None] | None = None
    """Called inside the transaction that stores a submission."""
    changed: Callable[[Submission], None] | None = None
    """Called inside the transaction that corrects, adds or erases single answers: what was taken from them follows."""
    replaced: Callable[[Submission], None] | None = None
    """Called inside the transaction in which a sender's new answers take the place of the old ones; without it a form that was
    sent is not sent anew. Raises SubmissionRefusedError where it is too late."""
    counted: Callable[[Submission], list[tuple[dict[str, Any], Any]]] | None = None
    """What totals are made of besides the answers when these go: ``(field as in the snapshot, answer)``."""
    name: str = ""
    """Name, description and people concerned of its processing activity: data in both languages."""
    name_en: str = ""
    description: str = ""
    description_en: str = ""
    subjects: str = ""
    subjects_en: str = ""
    includes_children: bool = False
    is_rushed: bool = False
    """Sent by very many at once: taken in on the short road (decision 0027). The receipt then shows nothing but what
    ``privacy.short_road`` fills in; `received` gets what was acknowledged before, and must not refuse what `claim` let
    through."""
    claim: Callable[[Page, Mapping[str, Any]], str] | None = None
    """What only one submission of this kind may have, as up to 64 characters that tell nothing to whoever reads them (an HMAC);
    an empty text for nothing. Called with the answers before the last step; raises SubmissionRefusedError where it is taken."""
    reclaim: Callable[[Page, Mapping[str, Any]], str] | None = None
    """The same as `claim` under the key in use, without asking who has it: for what was claimed under an older key."""
    code_of: Callable[[str], str] | None = None
    """A code of its own for each reference, for the receipt: ``own_code`` in the template. It follows from the reference, so that
    it is known before anything is filed; only the installation gets from one to the other."""
    networks: int = 1
    """So many times the usual limits of one network: a province on its phones comes from a few addresses."""
    most_an_hour: int = 0
    """So many submissions to one institution within an hour are a flood (``privacy.flood``); 0: as the settings say."""


class SubmissionRefusedError(Exception):
    """Raised by `FormKind.received` where a submission comes too late or is one too many; the message is for the sender.
    Nothing of it is stored."""


@dataclass(frozen=True, kw_only=True)
class FormFamily:
    """Forms that are not known when the application starts: those that boards build. Their codes begin with `prefix`;
    `kind_of` answers the kind of one of them without a query, for forms that are gone as well."""

    prefix: str
    kind_of: Callable[[str], FormKind]


_forms: dict[str, FormKind] = {}
_families: dict[str, FormFamily] = {}
_openers: dict[str, str | Promise] = {}
_exceptions: dict[str, str | Promise] = {}


def register_form(kind: FormKind) -> None:
    """Add a kind of form; a second one of that code, or an unclear prefix, is a programming error."""
    if _forms.get(kind.code, kind) is not kind:
        raise ValueError(f"A form with the code {kind.code!r} is registered already.")
    if not kind.reference_prefix.isalnum():
        raise ValueError(f"The prefix of the form {kind.code!r} is letters and digits.")
    _forms[kind.code] = kind


def register_family(family: FormFamily) -> None:
    """Add a family of forms; a second one of that prefix is a programming error."""
    if _families.setdefault(family.prefix, family) is not family:
        raise ValueError(f"A family of forms with the prefix {family.prefix!r} is registered already.")


def form_kind(code: str) -> FormKind:
    """The kind of form of that code; KeyError where none is registered and it is of no family."""
    if code not in _forms:
        for prefix, family in _families.items():
            if code.startswith(prefix):
                return family.kind_of(code)
    return _forms[code]


def is_family(prefix: str) -> bool:
    return prefix in _families


def form_kinds() -> list[FormKind]:
    return sorted(_forms.values(), key=lambda kind: kind.code)


def not_public_form(view: str, reason: str | Promise) -> None:
    """Declare that a view which accepts POST collects no personal information from the public.

    `view`: dotted path of the function or class; `reason`: one sentence, shown in the register.
    """
    if not str(reason):
        raise ValueError(f"The exception for {view} needs a reason.")
    _exceptions[view] = reason


def opens_sealed(module: str, reason: str | Promise) -> None:
    """Declare that a module or package outside of the services opens something sealed, and why. Its views never do
    (``privacy.checks``)."""
    if not str(reason):
        raise ValueError(f"The exception for {module} needs a reason.")
    _openers[module] = reason


def declared_openers() -> dict[str, str | Promise]:
    return dict(_openers)


def declared_exceptions() -> dict[str, str | Promise]:
    return dict(_exceptions)


def own_apps() -> list[AppConfig]:
    """The packages of this product: those that stand beside the settings, not those of the environment."""
    return [config for config in apps.get_app_configs() if Path(config.path).parent == settings.BASE_DIR]


def own_models() -> Iterator[type[Model]]:
    """The concrete models of our packages, the tables that Django makes for many-to-many fields left out."""
    for config in own_apps():
        yield from config.get_models(include_auto_created=False)


def personal_data_register() -> list[tuple[type[Model], PersonalData]]:
    """Every model of ours that holds personal information, with its statement: the register of article 5."""
    statements = ((model, getattr(model, "personal_data", None)) for model in own_models())
    return [
        (model, found) for model, found in statements if isinstance(found, PersonalData) and found.is_personal
    ]
