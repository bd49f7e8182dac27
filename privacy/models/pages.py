"""The page that every public form derives from (P4.3, P5, P8, P11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest, HttpResponse

from common.models import BasePage
from privacy.registry import FormKind, form_kind

if TYPE_CHECKING:
    from privacy.forms import QuestionForm
    from privacy.models.purposes import Purpose


class AbstractFormPage(BasePage):
    """A page with a form. It states which form it is; the journey asks, shows the notice, records each
    decision and stores the answers sealed. No page of ours collects anything in another way
    (``privacy.checks``).

    A page type that builds its form itself overrides `question_forms`. It combines with a section's page
    type: ``class FeedbackPage(AbstractFormPage, SectionPage)``.
    """

    form_code: ClassVar[str] = ""
    form_family: ClassVar[str] = ""
    """Prefix of the codes of a family of forms (``privacy.registry.FormFamily``); such a type makes `form_code` a property."""
    journey: ClassVar[Callable[[AbstractFormPage, HttpRequest], HttpResponse]]
    """Answers a request; set by ``privacy.journey`` when the application starts."""

    template = "privacy/form/questions.html"

    class Meta:
        abstract = True

    @property
    def kind_of_form(self) -> FormKind:
        return form_kind(self.form_code)

    def question_forms(self) -> tuple[type[QuestionForm], ...]:
        """The steps of questions, in order."""
        return self.kind_of_form.questions

    def purpose_codes(self) -> frozenset[str] | None:
        """The purposes that this version of the page uses; None: all those of its form."""
        return None

    def closed_text(self, now: datetime) -> str:
        """Why the form takes nothing at the moment, for the reader; empty: it takes something."""
        return ""

    def drafts_until(self, now: datetime) -> datetime | None:
        """Until when an unfinished form is kept for a sender who asks to go on later; None: this form offers it not."""
        return None

    def form_ends_at(self, now: datetime) -> datetime | None:
        """From which moment `closed_text` will say something, where that is known: the short road then ends with the second."""
        return None

    def preview_purposes(self) -> list[Purpose]:
        """What a preview shows where the register has nothing in force yet; not saved."""
        return []

    def form_address(self, request: HttpRequest) -> str:
        """Where the steps of the form are sent."""
        return self.get_url(request) or request.path

    def form_template(self, request: HttpRequest, name: str) -> str:
        """The template of a step (``questions``, ``check``, ``consent``, ``sharing``, ``receipt``) or of a refusal (``busy``,
        ``closed``, ``refused``)."""
        return self.get_template(request) if name == "questions" else f"privacy/form/{name}.html"

    def step_page_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the page itself gives to the templates of its steps."""
        return self.get_context(request)

    def form_context(self, name: str, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What a template of the page's own needs besides; `answers` are those given so far."""
        return {}

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.is_preview = getattr(request, "is_preview", False)
        return type(self).journey(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The editor sees the first step as a reader does."""
        request.is_preview = True
        return self.serve(request)
