"""Codes that the product draws, in the admin: drawn, handed out with a purpose, erased."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from common.spreadsheets import TableError
from common.spreadsheets.download import LABELS, table_response
from enrolment.list_columns import ListFileField
from enrolment.results.admin_views import ExamView
from enrolment.results.services.codes import (
    DAYS,
    MOST_DAYS,
    book_of,
    codes_draw,
    codes_erase,
    codes_for_list,
    codes_of_version,
)
from privacy.choices import AccessPurpose

FILENAME = "ma-tra-cuu"


class DaysForm(forms.Form):
    """How long the product can tell the codes."""

    days = forms.IntegerField(
        label=gettext_lazy("Days until the codes are erased"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=DAYS,
        help_text=gettext_lazy(
            "For example 60: time for the letters and for corrected results after the appeals. At the latest on the closing day."
        ),
    )


class HandOutForm(forms.Form):
    """For what codes are handed out, and how."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("For what do you open this?"),
        choices=(
            (AccessPurpose.HANDLE, gettext_lazy("To print the codes on letters or cards")),
            (AccessPurpose.REQUEST, gettext_lazy("To give a code to a candidate who lost it")),
            (AccessPurpose.INSPECT, AccessPurpose.INSPECT.label),
        ),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Say for what you open this: there is no access without a purpose.")
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Form of the file"),
        choices=list(LABELS.items()),
        initial="xlsx",
        help_text=gettext_lazy("XLSX keeps the leading zeros of candidate numbers when it is opened."),
    )


class ListForm(HandOutForm):
    file = ListFileField(
        label=gettext_lazy("List of candidates"),
        help_text=gettext_lazy(
            "CSV or XLSX with a column SBD, for example danh-sach-thi-sinh.xlsx. You get it back with a column of codes; nothing "
            "of it is stored."
        ),
    )


class CodesView(ExamView):
    """One examination's codes."""

    page_title = gettext_lazy("Look-up codes")
    template_name = "enrolment/admin/codes.html"

    def trail(self) -> list[dict]:
        url = reverse("enrolment_exam", args=[self.exam.pk])
        return [{"url": url, "label": self.exam.title}, {"url": "", "label": _("Look-up codes")}]

    def screen(self, *, status: int = 200, **bound: Any) -> HttpResponse:
        book = book_of(self.exam)
        has_version = bool(book) and book.versions.exclude(sealed_keys="").exists()
        context = {
            "days_form": DaysForm(),
            "hand_form": HandOutForm(auto_id="id_all_%s"),
            "list_form": ListForm(),
        }
        return self.show(exam=self.exam, book=book, has_version=has_version, status=status, **context | bound)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.exam = self.found()
        acts = {"draw": self.draw, "hand": self.hand, "list": self.list, "erase": self.erase}
        if (act := request.POST.get("act", "")) not in acts:
            raise Http404("No such act")
        return acts[act](request)

    def book(self):
        if (book := book_of(self.exam)) is None:
            raise Http404("No codes")
        return book

    def back(self) -> HttpResponse:
        return redirect("enrolment_exam_codes", self.exam.pk)

    def draw(self, request: HttpRequest) -> HttpResponse:
        form = DaysForm(request.POST)
        if not form.is_valid():
            return self.screen(days_form=form, status=422)
        days = form.cleaned_data["days"]
        self.tried(
            lambda: codes_draw(exam=self.exam, user=request.user, days=days), _("The codes are drawn.")
        )
        return self.back()

    def erase(self, request: HttpRequest) -> HttpResponse:
        self.tried(lambda: codes_erase(book=self.book(), user=request.user), _("The codes were erased."))
        return self.back()

    @sensitive_variables()
    def hand(self, request: HttpRequest) -> HttpResponse:
        form = HandOutForm(request.POST, auto_id="id_all_%s")
        return self._table(
            form, "hand_form", lambda data: codes_of_version(book=self.book(), user=request.user, **data)
        )

    @sensitive_variables()
    def list(self, request: HttpRequest) -> HttpResponse:
        form = ListForm(request.POST, request.FILES)
        return self._table(
            form, "list_form", lambda data: codes_for_list(book=self.book(), user=request.user, **data)
        )

    @sensitive_variables()
    def _table(self, form: forms.Form, name: str, made) -> HttpResponse:
        if form.is_valid():
            data = dict(form.cleaned_data)
            kind = data.pop("kind")
            try:
                return table_response(made(data), name=FILENAME, kind=kind)
            except TableError as error:
                form.add_error(None, str(error))
            except ValidationError as error:
                form.add_error(None, error.messages)
        return self.screen(**{name: form}, status=422)
