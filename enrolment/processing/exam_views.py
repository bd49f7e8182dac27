"""The examination of a campaign in the admin: numbers and rooms, lists of participants, scores (W9.4, W9.8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from common.spreadsheets import TableError, write_csv
from common.spreadsheets.download import table_response
from enrolment.choices import ScoreListState
from enrolment.models import ScoreList
from enrolment.processing.exam_forms import (
    ColumnsForm,
    ExportForm,
    PlanForm,
    PublicListForm,
    ReasonForm,
    RoomForm,
    ScoresFileForm,
    typed_of,
)
from enrolment.processing.participants import participants_export, participants_page_make
from enrolment.processing.queue_views import AdmissionView, CampaignView
from enrolment.processing.rooms import RoomPlan, candidates_of, numbers_assign, rooms_of
from enrolment.processing.scores import (
    TOTAL,
    candidates_for,
    header_of,
    score_list_confirm,
    score_list_create,
    score_list_propose,
    score_list_return,
    score_list_try,
    scores_type,
    typed_candidates,
)
from enrolment.processing.selectors import office_for

PAGE_SIZE = 50
MOST_TYPED = 100


class NumbersView(CampaignView):
    """Numbers and rooms of one school, its internal list and its public one."""

    template_name = "enrolment/processing/numbers.html"

    def trail(self) -> list[dict]:
        return [*super().trail(), {"url": "", "label": _("Examination")}]

    def school(self, number: str):
        """The school that is asked for, the first of the person's where none is."""
        schools = {str(one.pk): one for one in self.office.schools}
        if number and number not in schools:
            raise Http404("Not yours")
        return schools.get(number) or next(iter(schools.values()), None)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.found()
        return self.screen(self.school(request.GET.get("school", "")))

    def screen(self, school, *, status: int = 200, **bound: forms.Form) -> HttpResponse:
        office = self.office
        numbered = rooms_of(office.campaign, school) if school else []
        without = candidates_of(office.campaign, school).filter(candidate_number="").count() if school else 0
        return self.show(
            office=office,
            campaign=office.campaign,
            school=school,
            rooms=numbered,
            numbered=sum(room.candidates for room in numbered),
            without=without,
            **(
                {
                    "plan_form": PlanForm(),
                    "export_form": ExportForm(places=office.places, school=school),
                    "public_form": PublicListForm(),
                }
                | bound
            ),
            status=status,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.found()
        school = self.school(request.POST.get("school", ""))
        acts = {"numbers": self.numbers, "export": self.export, "publish": self.publish}
        act = acts.get(request.POST.get("act", ""))
        if act is None or school is None:
            raise Http404("No such act")
        return act(request, school)

    def back(self, school) -> HttpResponse:
        return redirect(f"{reverse('enrolment_numbers', args=[self.pk])}?school={school.pk}")

    def numbers(self, request: HttpRequest, school) -> HttpResponse:
        form = PlanForm(request.POST)
        if form.is_valid():
            plan = RoomPlan(
                prefix=form.cleaned_data["prefix"],
                room_size=form.cleaned_data["room_size"],
                first_room=form.cleaned_data["first_room"],
            )
            try:
                number = numbers_assign(
                    campaign=self.office.campaign,
                    school=school,
                    user=request.user,
                    plan=plan,
                    again=form.cleaned_data["again"],
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                text = ngettext(
                    "%(number)s candidate has a number.", "%(number)s candidates have a number.", number
                )
                messages.success(request, text % {"number": number})
                return self.back(school)
        return self.screen(school, plan_form=form, status=422)

    @sensitive_variables()
    def export(self, request: HttpRequest, school) -> HttpResponse:
        form = ExportForm(request.POST, places=self.office.places, school=school)
        if form.is_valid():
            data = form.cleaned_data
            place = form.chosen_place
            try:
                rows = participants_export(
                    office=self.office,
                    user=request.user,
                    purpose=data["purpose"],
                    reason=data["reason"],
                    columns=data["columns"],
                    place=place,
                    school=None if place else school,
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return table_response(rows, name="danh-sach-du-tuyen", kind=data["fmt"])
        return self.screen(school, export_form=form, status=422)

    def publish(self, request: HttpRequest, school) -> HttpResponse:
        form = PublicListForm(request.POST)
        if form.is_valid():
            try:
                page = participants_page_make(
                    campaign=self.office.campaign,
                    school=school,
                    user=request.user,
                    by_lot=form.cleaned_data["kind"] == "lot",
                )
            except ValidationError as error:
                form.add_error(None, error)
            except PermissionDenied:
                form.add_error(
                    None, _("You may not write on this school's site: somebody of its board makes the list.")
                )
            else:
                messages.success(request, _("The list is a draft now: check it and hand it in for approval."))
                return redirect("wagtailadmin_pages:edit", page.pk)
        return self.screen(school, public_form=form, status=422)


class ScoresView(CampaignView):
    """The lists of scores of one campaign; a file on its way in, a room that is typed."""

    template_name = "enrolment/processing/scores.html"

    def trail(self) -> list[dict]:
        return [*super().trail(), {"url": "", "label": _("Scores")}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.found()
        if request.GET.get("room"):
            form = RoomForm(request.GET, office=self.office)
            return self.typing(form) if form.is_valid() else self.screen(room_form=form, status=422)
        return self.screen()

    def screen(self, *, status: int = 200, **bound: Any) -> HttpResponse:
        lists = ScoreList.objects.filter(campaign=self.office.campaign, institution__in=self.office.offices)
        return self.show(
            office=self.office,
            campaign=self.office.campaign,
            lists=Paginator(lists.select_related("institution", "made_by", "decided_by"), PAGE_SIZE).get_page(
                self.request.GET.get("p")
            ),
            **(
                {"form": ScoresFileForm(office=self.office), "room_form": RoomForm(office=self.office)}
                | bound
            ),
            status=status,
        )

    def typing(self, form: RoomForm, *, entered=None, error: str = "", status: int = 200) -> HttpResponse:
        blank = form.blank_list()
        people = list(candidates_for(blank).filter(state="valid").order_by("candidate_number")[:MOST_TYPED])
        rows = [{"application": one, "value": (entered or {}).get(one.pk, "")} for one in people]
        return self.show(
            office=self.office,
            campaign=self.office.campaign,
            typing=rows,
            chosen=form.cleaned_data,
            what=form.what,
            error=error,
            status=status,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.found()
        return self.type(request) if request.POST.get("act") == "type" else self.upload(request)

    @sensitive_variables()
    def type(self, request: HttpRequest) -> HttpResponse:
        form = RoomForm(request.POST, office=self.office)
        if not form.is_valid():
            return self.screen(room_form=form, status=422)
        entered = typed_of(request.POST)
        try:
            made = scores_type(
                office=self.office,
                user=request.user,
                room=form.cleaned_data["room"],
                key=form.cleaned_data["key"] or TOTAL,
                school=form.school,
                typed=entered,
            )
        except ValidationError as error:
            return self.typing(form, entered=entered, error=" ".join(error.messages), status=422)
        messages.success(request, _("A second person types these scores once more."))
        return redirect("enrolment_score_list", made.uid)

    @sensitive_variables()
    def upload(self, request: HttpRequest) -> HttpResponse:
        form = ScoresFileForm(request.POST, request.FILES, office=self.office)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                made = score_list_create(
                    office=self.office, user=request.user, file=file, filename=file.name, school=form.school
                )
            except TableError as error:
                form.add_error("file", str(error))
            else:
                return redirect("enrolment_score_list", made.uid)
        return self.screen(form=form, status=422)


class ScoreListView(AdmissionView):
    """One list: columns, what is wrong in which cell, and the second person."""

    template_name = "enrolment/processing/score_list.html"
    page_title = gettext_lazy("Scores")

    def trail(self) -> list[dict]:
        found = self.score_list
        return [
            {"url": reverse("enrolment_scores", args=[found.campaign_id]), "label": found.campaign.title},
            {"url": "", "label": found.filename or found.room or _("typed in")},
        ]

    def found(self, uid) -> ScoreList:
        rows = ScoreList.objects.select_related("campaign", "institution", "made_by", "decided_by")
        self.score_list = get_object_or_404(rows.filter(institution__in=self.offices), uid=uid)
        return self.score_list

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        found = self.found(uid)
        if request.GET.get("faults") == "csv":
            rows = [[_("Cell"), _("Remarks")], *([one["cell"], one["text"]] for one in found.faults)]
            response = HttpResponse(write_csv(rows), content_type="text/csv; charset=utf-8")
            response["Content-Disposition"] = 'attachment; filename="loi-trong-danh-sach.csv"'
            return response
        return self.screen()

    def screen(self, *, status: int = 200, **bound: Any) -> HttpResponse:
        found = self.score_list
        is_second = found.made_by_id not in (None, self.request.user.pk)
        context: dict[str, Any] = {"return_form": ReasonForm()}
        may_map = found.state in (ScoreListState.UPLOADED, ScoreListState.WRONG, ScoreListState.READY)
        if may_map:
            context["columns_form"] = self.columns_form()
        if found.state == ScoreListState.PROPOSED and found.is_typed and is_second:
            context["typing"] = [{"application": one, "value": ""} for one in typed_candidates(found)]
        return self.show(
            list=found,
            campaign=found.campaign,
            faults=Paginator(found.faults, PAGE_SIZE).get_page(self.request.GET.get("p")),
            is_second=is_second,
            may_return=found.state == ScoreListState.PROPOSED or may_map,
            **(context | bound),
            status=status,
        )

    def columns_form(self, data=None) -> ColumnsForm:
        office = office_for(self.request.user, self.score_list.campaign)
        places = office.places if office else []
        return ColumnsForm(
            data, header=header_of(self.score_list), columns=self.score_list.columns, places=places
        )

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        found = self.found(uid)
        act = request.POST.get("act", "")
        if act == "try":
            return self.attempt()
        if act == "confirm":
            return self.confirm()
        if act == "return":
            form = ReasonForm(request.POST)
            if not form.is_valid():
                return self.screen(return_form=form, status=422)
            reason = form.cleaned_data["reason"]
            self.tried(
                lambda: score_list_return(score_list=found, user=request.user, reason=reason),
                _("The list was returned; what was in it is erased."),
            )
        elif act == "propose":
            self.tried(
                lambda: score_list_propose(score_list=found, user=request.user),
                _("A second person can confirm the scores now."),
            )
        else:
            raise Http404("No such act")
        return redirect("enrolment_score_list", found.uid)

    def attempt(self) -> HttpResponse:
        form = self.columns_form(self.request.POST)
        if form.is_valid():
            try:
                trial = score_list_try(
                    score_list=self.score_list, user=self.request.user, columns=form.columns
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                if trial.missing and not trial.faults:
                    text = ngettext(
                        "%(number)s candidate with a number does not stand in the list.",
                        "%(number)s candidates with a number do not stand in the list.",
                        trial.missing,
                    )
                    messages.warning(self.request, text % {"number": trial.missing})
                return redirect("enrolment_score_list", self.score_list.uid)
        return self.screen(columns_form=form, status=422)

    @sensitive_variables()
    def confirm(self) -> HttpResponse:
        typed = typed_of(self.request.POST)
        try:
            number = score_list_confirm(score_list=self.score_list, user=self.request.user, typed=typed)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            if not typed:
                return redirect("enrolment_score_list", self.score_list.uid)
            rows = [
                {"application": one, "value": typed.get(one.pk, "")}
                for one in typed_candidates(self.score_list)
            ]
            return self.screen(typing=rows, status=422)
        text = ngettext("%(number)s wish has a score now.", "%(number)s wishes have a score now.", number)
        messages.success(self.request, text % {"number": number})
        return redirect("enrolment_score_list", self.score_list.uid)
