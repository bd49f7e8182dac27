"""The desk of questions: routed, answered, redacted by a second person and handed to the approval chain."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from feedback.choices import QuestionState
from feedback.forms import AnswerForm, PurposeForm, RedactForm, RouteForm, TopicForm
from feedback.models import QuestionCase, QuestionTopic, topic_names, topics_of
from feedback.policies import question_desks
from feedback.selectors.questions import (
    has_questions,
    leads_questions,
    may_publish,
    people_of,
    questions_for,
    questions_page_of,
    similar_questions,
    wants_publication,
)
from feedback.services import question_answer, question_publish, question_read, question_route, topic_save
from feedback.views.base import ParticipationView
from network.models import Institution
from privacy.forms import shown_answer
from privacy.services.access import access_denied, reference_of

PAGE_SIZE = 50


class QuestionDeskView(ParticipationView):
    header_icon = "help"
    page_title = gettext_lazy("Questions and answers")
    list_name, list_label = "question_desk", gettext_lazy("Questions and answers")

    def is_open_to(self, user) -> bool:
        return has_questions(user)


class QuestionListView(QuestionDeskView):
    """Reference, topic, with whom, due when; the soonest due first."""

    template_name = "feedback/questions/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        state = request.GET.get("state", "")
        state = state if state in QuestionState.values else ""
        rows = Paginator(questions_for(request.user, state=state), PAGE_SIZE).get_page(request.GET.get("p"))
        today = timezone.localdate()
        names = {}
        for case in rows:
            if case.institution_id not in names:
                names[case.institution_id] = topic_names(case.institution)
            case.topic_name = names[case.institution_id].get(case.topic, "")
            case.is_late = case.state != QuestionState.ANSWERED and case.due_on < today
        return self.show(
            rows=rows,
            state=state,
            states=QuestionState.choices,
            led=Institution.objects.filter(pk__in=question_desks(request.user)).order_by("path"),
        )


class QuestionCaseView(QuestionDeskView):
    """One question: a purpose first, then what was asked, and what can be done next. The answer to POST shows it."""

    template_name = "feedback/questions/case.html"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.uid = kwargs["uid"]

    @cached_property
    def case(self):
        found = questions_for(self.request.user).filter(uid=self.uid).first()
        if found is not None:
            return found
        foreign = (
            QuestionCase.objects.select_related("submission", "institution").filter(uid=self.uid).first()
        )
        if foreign is not None:
            access_denied(
                institution=foreign.institution,
                object_ref=reference_of(foreign.submission),
                user=self.request.user,
            )
        raise Http404("No such question")

    @cached_property
    def leads(self) -> bool:
        return leads_questions(self.request.user, self.case.institution_id)

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.case.submission.reference}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        return self.show_case(purpose_form=PurposeForm())

    def show_case(self, *, status: int = 200, **context) -> HttpResponse:
        return self.show(
            status=status,
            case=self.case,
            submission=self.case.submission,
            topic_name=topic_names(self.case.institution).get(self.case.topic, ""),
            is_late=self.case.state != QuestionState.ANSWERED and self.case.due_on < timezone.localdate(),
            **context,
        )

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        act = request.POST.get("act", "")
        if act not in ("", "route", "answer", "publish") or not self.case:
            raise Http404("No such act")
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self.show_case(purpose_form=form, status=422)
        return self.opened(request, form.cleaned_data["purpose"], act)

    @sensitive_variables()
    def opened(self, request: HttpRequest, purpose: str, act: str) -> HttpResponse:
        section = questions_page_of(self.case.institution)
        read = question_read(case=self.case, user=request.user, purpose=purpose)
        text = f"{read.answers.get('subject')} {read.answers.get('question')}"
        similar = similar_questions(section, text) if section else []
        forms = self.forms(request, act, purpose, read, similar)
        form = forms.get(act)
        if form is not None and form.is_valid() and self.act(request, act, form, section):
            return redirect("question_desk")
        return self.show_case(
            status=422 if act else 200,
            rows=self.rows(read.answers),
            read=read,
            similar=similar,
            wants_publication=wants_publication(self.case.submission),
            may_publish=may_publish(self.case, request.user),
            forms=forms,
        )

    def rows(self, answers: dict) -> list[dict]:
        return [
            {"label": entry["label"], "value": self.shown(entry, answers[entry["name"]])}
            for entry in self.case.submission.snapshot.get("fields", [])
            if entry["name"] in answers
        ]

    def shown(self, entry: dict, value) -> str:
        if entry["name"] == "topic":
            return topic_names(self.case.institution).get(value, value)
        return shown_answer(entry, value)

    @sensitive_variables()
    def forms(self, request: HttpRequest, act: str, purpose: str, read, similar) -> dict:
        def data(name: str):
            return request.POST if act == name else None

        case, found = self.case, {}
        initial = {"purpose": purpose}
        if self.leads:
            routed = {"topic": case.topic, "person": str(case.assigned_to_id or ""), "unit": case.unit}
            found["route"] = RouteForm(
                data("route"),
                initial=initial | routed,
                topics=topics_of(case.institution),
                people=people_of(case.institution),
            )
        found["answer"] = AnswerForm(
            data("answer"),
            initial=initial | {"answer": read.answer, "outcome": case.outcome},
            similar=similar,
        )
        if case.state == QuestionState.ANSWERED:
            public = read.public or {
                "title": read.answers.get("subject"),
                "question": read.answers.get("question"),
                "answer": read.answer,
            }
            found["publish"] = RedactForm(data("publish"), initial=initial | public)
        return found

    @sensitive_variables()
    def act(self, request: HttpRequest, act: str, form, section) -> bool:
        """Whether it was done; what is wrong is on the form."""
        values = form.cleaned_data
        common = {"case": self.case, "user": request.user, "purpose": values["purpose"]}
        try:
            if act == "route":
                question_route(
                    **common, topic=values["topic"], person=form.chosen_person, unit=values["unit"]
                )
            elif act == "answer":
                question_answer(
                    **common, outcome=values["outcome"], answer=values["answer"], same=form.same_page
                )
            else:
                texts = {name: values[name] for name in ("title", "question", "answer")}
                page = question_publish(**common, parent=section, **texts)
                self.tell(request, page)
                return True
        except ValidationError as error:
            form.add_error(None, error)
            return False
        except PermissionDenied as error:
            form.add_error(None, str(error))
            return False
        reference = self.case.submission.reference
        messages.success(request, _("%(reference)s was saved.") % {"reference": reference})
        return True

    def tell(self, request: HttpRequest, page) -> None:
        button = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open the page"))
        text = _("Question and answer are with the approval chain now, without who asked.")
        messages.success(request, text, buttons=[button])


class TopicListView(QuestionDeskView):
    """The topics of one institution, who answers them and within how many working days."""

    template_name = "feedback/questions/topics.html"

    @cached_property
    def institution(self) -> Institution:
        led = Institution.objects.filter(pk__in=question_desks(self.request.user))
        return get_object_or_404(led, pk=self.kwargs["institution_id"])

    def trail(self) -> list[dict]:
        return [{"url": "", "label": _("Topics of %(name)s") % {"name": self.institution.name}}]

    @cached_property
    def topics(self) -> list[QuestionTopic]:
        stored = QuestionTopic.objects.filter(institution=self.institution).select_related("responsible")
        return list(stored) or topics_of(self.institution)

    def form_for(self, request: HttpRequest, number: int, topic: QuestionTopic) -> TopicForm:
        data = request.POST if request.method == "POST" else None
        return TopicForm(data, instance=topic, people=people_of(self.institution), prefix=f"topic-{number}")

    @cached_property
    def forms(self) -> list[TopicForm]:
        new = QuestionTopic(institution=self.institution, position=len(self.topics))
        made = [self.form_for(self.request, n, t) for n, t in enumerate([*self.topics, new])]
        made[-1].empty_permitted = True
        made[-1].use_required_attribute = False
        return made

    def get(self, request: HttpRequest, institution_id) -> HttpResponse:
        return self.show(forms=self.forms, institution=self.institution)

    def post(self, request: HttpRequest, institution_id) -> HttpResponse:
        wanted = [f for f in self.forms if f is not self.forms[-1] or (f["name"].data or "").strip()]
        checked = [form.is_valid() for form in wanted]
        if not all(checked):
            return self.show(forms=self.forms, institution=self.institution, status=422)
        topic_save(institution=self.institution, topics=[form.instance for form in wanted])
        messages.success(request, _("The topics were saved."))
        return redirect("question_topics", institution_id=self.institution.pk)
