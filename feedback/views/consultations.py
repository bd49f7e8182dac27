"""The desk of consultations: what is open and what waits for its result, answers opened with a purpose and put into groups,
replies, answers from paper, the result."""

from __future__ import annotations

from django.contrib import messages as flash
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from feedback.choices import ConsultationState, Stance
from feedback.forms import GroupForm, PaperForm, PassedOnForm, PurposeForm, SortForm
from feedback.models import CONSULTATION, ConsultationPage, OpinionGroup
from feedback.policies import consultation_desks, own_consultations
from feedback.selectors.consultations import (
    consultation_rows,
    consultations_for,
    groups_of,
    opinions_of,
    point_labels,
    recipients_of_opinions,
    result_of,
    stances_of,
)
from feedback.services import (
    consultation_export,
    group_delete,
    group_save,
    opinions_group,
    opinions_read,
    paper_answer_add,
    result_draft,
)
from feedback.services.passing_on import opinions_passed_on
from feedback.views.base import ParticipationView
from network.selectors import institution_for_page
from privacy.exports import CONTENT_TYPES, ExportFormat, file_name
from privacy.services.access import access_denied

PAGE_SIZE = 30
OPINIONS = 40


class ConsultationDeskView(ParticipationView):
    header_icon = "group"
    page_title = gettext_lazy("Consultations")
    list_name, list_label = "consultation_desk", gettext_lazy("Consultations")

    def is_open_to(self, user) -> bool:
        return bool(consultation_desks(user) or own_consultations(user))


class ConsultationListView(ConsultationDeskView):
    """State, deadline, answers, what is in no group, when the result is due."""

    template_name = "feedback/consultations/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        state = request.GET.get("state", "")
        state = state if state in ConsultationState.values else ""
        found = consultations_for(request.user).with_result()
        found = found.in_state(state) if state else found
        page = Paginator(found.order_by("-closes_at", "-path"), PAGE_SIZE).get_page(request.GET.get("p"))
        return self.show(
            rows=consultation_rows(page.object_list),
            page_obj=page,
            state=state,
            states=ConsultationState.choices,
        )


class OneConsultationView(ConsultationDeskView):
    """Base of the screens of one consultation; another institution's is a 404."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.key = kwargs.get("key")

    @cached_property
    def row(self):
        page = consultations_for(self.request.user).with_result().filter(translation_key=self.key).first()
        if page is None:
            self.put_attempt_on_record()
            raise Http404("No such consultation")
        return consultation_rows([page])[0]

    def put_attempt_on_record(self) -> None:
        """Of somebody who may not open what people answered to a consultation that is there."""
        page = ConsultationPage.objects.filter(translation_key=self.key).first()
        if page is not None and (institution := institution_for_page(page)):
            access_denied(
                institution=institution, object_ref=f"{CONSULTATION}:{self.key}", user=self.request.user
            )

    @property
    def page(self):
        return self.row.page

    @property
    def institution(self):
        return self.row.institution

    def trail(self) -> list[dict]:
        url = reverse("consultation", args=[self.page.translation_key])
        return [{"url": url, "label": self.page.title}, *self.own_trail()]

    def own_trail(self) -> list[dict]:
        return []

    def back(self) -> HttpResponse:
        return redirect("consultation", key=self.page.translation_key)


class ConsultationView(OneConsultationView):
    """Numbers, groups with their replies, and what can be done. Nothing of what people wrote."""

    template_name = "feedback/consultations/detail.html"

    def get(self, request: HttpRequest, key) -> HttpResponse:
        return self.overview()

    def post(self, request: HttpRequest, key) -> HttpResponse:
        """Nothing is sent here; another institution's consultation does not exist by this method either."""
        return self.back()

    def overview(self, *, status: int = 200, **context) -> HttpResponse:
        labels = point_labels(self.page)
        groups = list(groups_of(self.institution, self.page.translation_key))
        for group in groups:
            group.label = labels.get(group.point, "")
        stances = stances_of(self.institution, self.page.translation_key)
        positions = [
            (label, [stances[point].get(code, 0) for code in Stance.values])
            for point, label in labels.items()
            if point in stances
        ]
        context.setdefault("purpose_form", PurposeForm())
        return self.show(
            status=status,
            row=self.row,
            page=self.page,
            groups=groups,
            points=labels.items(),
            stances=Stance.choices,
            positions=positions,
            result=result_of(self.page),
            may_write_result=self.row.state in (ConsultationState.CLOSED, ConsultationState.RESULT),
            formats=ExportFormat.choices,
            export_form=PurposeForm(auto_id="export_%s"),
            **context,
        )


class OpinionsView(ConsultationView):
    """Opinions by point and group: shown by POST with a purpose, and put into groups from there."""

    template_name = "feedback/consultations/opinions.html"

    def own_trail(self) -> list[dict]:
        return [{"url": "", "label": _("Opinions")}]

    def get(self, request: HttpRequest, key) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, key) -> HttpResponse:
        self.point = request.POST.get("point", "")
        self.group = request.POST.get("show", "")
        if "sort" in request.POST:
            return self.sort(request)
        if "passed" in request.POST:
            return self.passed_on(request)
        form = PurposeForm(request.POST)
        if not form.is_valid():
            self.template_name = ConsultationView.template_name
            return self.overview(status=422, purpose_form=form)
        return self.read(request, form.cleaned_data["purpose"])

    @property
    def opinions(self):
        return opinions_of(self.institution, self.page.translation_key, point=self.point, group=self.group)

    @sensitive_variables()
    def read(self, request: HttpRequest, purpose: str, *, form=None, status: int = 200) -> HttpResponse:
        page = Paginator(self.opinions, OPINIONS).get_page(request.POST.get("p"))
        read = opinions_read(
            page=self.page,
            institution=self.institution,
            opinions=page.object_list,
            user=request.user,
            purpose=purpose,
        )
        labels = point_labels(self.page)
        groups = list(groups_of(self.institution, self.page.translation_key))
        for group in groups:
            group.label = labels.get(group.point, "")
        for one in read:
            one.label = labels.get(one.opinion.point, "")
        return self.show(
            status=status,
            page=self.page,
            page_obj=page,
            read=read,
            groups=groups,
            purpose=purpose,
            point=self.point,
            group=self.group,
            form=form,
            recipients=recipients_of_opinions(self.institution),
        )

    @sensitive_variables()
    def passed_on(self, request: HttpRequest) -> HttpResponse:
        """Put on record that chosen opinions were handed on."""
        every = opinions_of(self.institution, self.page.translation_key)
        form = PassedOnForm(request.POST, recipients=recipients_of_opinions(self.institution), opinions=every)
        if form.is_valid():
            fields = {name: form.cleaned_data[name] for name in ("purpose", "recipient", "channel")}
            try:
                number = opinions_passed_on(
                    page=self.page,
                    institution=self.institution,
                    opinions=form.chosen,
                    user=request.user,
                    **fields,
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("On record: passed on, %(count)s answers.") % {"count": number})
                return self.read(request, fields["purpose"])
        if "purpose" in form.errors:
            return self.overview(status=422, purpose_form=form)
        return self.read(request, form.cleaned_data["purpose"], form=form, status=422)

    @sensitive_variables()
    def sort(self, request: HttpRequest) -> HttpResponse:
        groups = groups_of(self.institution, self.page.translation_key)
        every = opinions_of(self.institution, self.page.translation_key)
        form = SortForm(request.POST, groups=groups, opinions=every)
        purpose = request.POST.get("purpose", "")
        if form.is_valid():
            value = form.cleaned_data["group"]
            try:
                opinions_group(
                    page=self.page,
                    institution=self.institution,
                    opinions=form.chosen,
                    user=request.user,
                    purpose=form.cleaned_data["purpose"],
                    group=form.groups.get(value),
                    topic="" if value == "none" or value in form.groups else form.cleaned_data["topic"],
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self.read(request, form.cleaned_data["purpose"])
        if "purpose" in form.errors:
            return self.overview(status=422, purpose_form=form)
        return self.read(request, purpose, form=form, status=422)


class GroupView(OneConsultationView):
    """Topic, summary and reply of one group."""

    template_name = "feedback/consultations/group.html"

    @cached_property
    def group(self) -> OpinionGroup:
        groups = groups_of(self.institution, self.page.translation_key)
        return get_object_or_404(groups, pk=self.kwargs["pk"])

    def own_trail(self) -> list[dict]:
        return [{"url": "", "label": self.group.topic}]

    def get(self, request: HttpRequest, key, pk) -> HttpResponse:
        return self.show_form(GroupForm(instance=self.group))

    def post(self, request: HttpRequest, key, pk) -> HttpResponse:
        if "delete" in request.POST:
            group_delete(group=self.group)
            messages.success(request, _("The group was taken apart; its opinions are in no group again."))
            return self.back()
        form = GroupForm(request.POST, instance=self.group)
        if not form.is_valid():
            return self.show_form(form, status=422)
        group_save(group=form.instance)
        messages.success(request, _("The reply was kept. It is published with the result."))
        return self.back()

    def show_form(self, form: GroupForm, status: int = 200) -> HttpResponse:
        label = point_labels(self.page).get(self.group.point, "")
        return self.show(status=status, form=form, group=self.group, page=self.page, point_label=label)


class PaperView(OneConsultationView):
    """An answer that came by letter, by e-mail or in person."""

    template_name = "feedback/consultations/paper.html"

    def own_trail(self) -> list[dict]:
        return [{"url": "", "label": _("Answer on paper")}]

    def get(self, request: HttpRequest, key) -> HttpResponse:
        return self.show(form=PaperForm(page=self.page), page=self.page)

    @sensitive_variables()
    def post(self, request: HttpRequest, key) -> HttpResponse:
        form = PaperForm(request.POST, page=self.page)
        if not form.is_valid():
            return self.show(form=form, page=self.page, status=422)
        try:
            submission, secret = paper_answer_add(
                page=self.page,
                institution=self.institution,
                user=request.user,
                received_on=form.cleaned_data["received_on"],
                answers=form.answers(),
                described=form.described(),
                agreed=form.cleaned_data["agreed"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(form=form, page=self.page, status=422)
        return self.show(page=self.page, submission=submission, secret=secret)


class ConsultationExportView(ConsultationView):
    """All opinions of a consultation as a table, for a purpose that is put on record."""

    def get(self, request: HttpRequest, key) -> HttpResponse:
        return self.back()

    @sensitive_variables()
    def post(self, request: HttpRequest, key) -> HttpResponse:
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self.overview(status=422, purpose_form=form)
        wanted = request.POST.get("format")
        fmt = wanted if wanted in ExportFormat.values else ExportFormat.XLSX
        table = consultation_export(
            page=self.page,
            institution=self.institution,
            user=request.user,
            purpose=form.cleaned_data["purpose"],
            fmt=fmt,
        )
        disposition = f'attachment; filename="{file_name(CONSULTATION, fmt)}"'
        return HttpResponse(
            table,
            content_type=CONTENT_TYPES[ExportFormat(fmt)],
            headers={"Content-Disposition": disposition},
        )


class ResultView(ConsultationView):
    """Writes the replies into the result page and leads to it: from there it goes through the approval chain."""

    def get(self, request: HttpRequest, key) -> HttpResponse:
        return self.back()

    def post(self, request: HttpRequest, key) -> HttpResponse:
        try:
            result = result_draft(page=self.page, user=request.user)
        except ValidationError as error:
            for text in error.messages:
                messages.error(request, text)
            return self.back()
        flash.info(request, _("The replies are in the draft. Read it, then submit it to the approval chain."))
        return redirect("wagtailadmin_pages:edit", result.pk)
