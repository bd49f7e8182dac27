"""Questions and answers (W10.5): the section with its form, what is published, and what waits on the desk."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index
from wagtail.url_routing import RouteResult

from common.models import BasePage
from common.personal_data import DataClass, PersonalData
from editorial.models import AuthoredMixin
from feedback.choices import QuestionOutcome, QuestionStage, QuestionState, Topic
from network.models import Institution
from network.selectors import institution_for_page
from privacy.models import FormBelowPage, SealedModel, Submission
from sections import tree
from sections.models import ItemPage, SectionPage

QUESTION = "question"
"""Code of the form (``privacy.registry``)."""
LONGEST_QUERY = 100


class QuestionPageQuerySet(PageQuerySet):
    def about(self, words: str):
        """Those that have every word in title, question or summary."""
        found = self
        for word in words[:LONGEST_QUERY].replace("\x00", " ").split()[:8]:
            found = found.filter(
                Q(title__icontains=word) | Q(question__icontains=word) | Q(summary__icontains=word)
            )
        return found


class QuestionsPage(FormBelowPage, SectionPage):
    """Questions and answers for teachers, students and parents (W10.5): what was answered, by topic and words; below it the form
    to ask, and the address at which the one who asked reads the answer."""

    personal_data = tree.SECTION_DATA
    form_code = QUESTION
    form_slugs = {"vi": "dat-cau-hoi", "en": "ask"}
    reply_slugs = {"vi": "tra-loi", "en": "reply"}

    subpage_types = ["feedback.QuestionPage"]
    item_order = ("-date", "-path")
    template = "pages/feedback/questions.html"

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")

    @property
    def reply_slug(self) -> str:
        return self.reply_slugs.get(self.locale.language_code, self.reply_slugs["vi"])

    def reply_address(self, request: HttpRequest) -> str:
        return f"{self.get_url(request) or request.path}{self.reply_slug}/"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if path_components == [self.reply_slug]:
            if not self.live:
                raise Http404("The page is not published")
            return RouteResult(self, kwargs={"at": "reply"})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, at: str = "", **kwargs) -> HttpResponse:
        if at == "reply":
            return type(self).reply_view(self, request)
        return super().serve(request, *args, at=at, **kwargs)

    @staticmethod
    def reply_view(page: QuestionsPage, request: HttpRequest) -> HttpResponse:
        """The look-up with reference and secret; set by ``feedback.views`` when the application starts."""
        raise NotImplementedError

    def filtered_items(self, request):
        found = QuestionPage.objects.child_of(self).live().order_by(*self.item_order)
        if topic := request.GET.get("topic", ""):
            found = found.filter(topic=topic[:40].replace("\x00", ""))
        if words := request.GET.get("q", "").strip():
            found = found.about(words)
        return found

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        institution = institution_for_page(self)
        names = topic_names(institution)
        used = QuestionPage.objects.child_of(self).live().order_by("topic").values_list("topic", flat=True)
        for page in context["items"]:
            page.topic_name = names.get(page.topic, "")
        return context | {
            "topics": [(code, names[code]) for code in used.distinct() if code in names],
            "topic": request.GET.get("topic", ""),
            "query": request.GET.get("q", "")[:LONGEST_QUERY],
            "form_address": self.form_address(request),
            "reply_address": self.reply_address(request),
        }

    def form_template(self, request: HttpRequest, name: str) -> str:
        if name in ("questions", "check", "receipt"):
            return f"pages/feedback/question_{name}.html"
        return super().form_template(request, name)

    def form_context(self, name, answers):
        if name != "check":
            return {}
        return {"similar": type(self).similar_to(self, f"{answers.get('subject')} {answers.get('question')}")}

    @staticmethod
    def similar_to(page: QuestionsPage, text: str) -> list[QuestionPage]:
        """Published questions that may be the same; set by ``feedback.selectors`` when the application starts."""
        raise NotImplementedError

    def question_forms(self):
        return type(self).forms_for(self)

    @staticmethod
    def forms_for(page: QuestionsPage):
        """The step of questions with the topics of the institution; set by ``feedback.forms`` when the application starts."""
        raise NotImplementedError


class QuestionPage(ItemPage):
    """One question with its answer, as the public reads it. Who asked is not in it: question and answer were redacted by a second
    person, and the asker agreed to the publication."""

    personal_data = tree.AUTHOR_DATA

    topic = models.CharField(_("topic"), max_length=40, blank=True)
    question = models.TextField(
        _("question"), max_length=3000, help_text=_("Without anything that tells who asked.")
    )
    unit = models.CharField(_("answered by"), max_length=200, blank=True, help_text=_("Unit or post."))

    parent_page_types = ["feedback.QuestionsPage"]
    template = "pages/feedback/question.html"

    objects = PageManager.from_queryset(QuestionPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("question"),
        FieldPanel("summary"),
        FieldPanel("body", heading=_("Answer")),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("unit"), FieldPanel("date")]),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("question"),
        index.FilterField("topic"),
    ]

    class Meta:
        verbose_name = _("question with answer")
        verbose_name_plural = _("questions with answers")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"topic_name": topic_names(institution_for_page(self)).get(self.topic, "")}


class QuestionTopic(models.Model):
    """What questions are about, who answers them and within how many working days. Where a board has none of its own, the topics
    of `Topic` are asked."""

    personal_data = PersonalData(
        fields={"responsible": DataClass.PERSONAL},
        purpose=_("To know who on the board answers questions of a topic."),
        retention=_("As long as the topic is used."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    unit = models.CharField(_("unit that answers"), max_length=200, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person who answers"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    days = models.PositiveSmallIntegerField(
        _("working days to answer"), default=10, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    is_active = models.BooleanField(_("asked for"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("topic of questions")
        verbose_name_plural = _("topics of questions")
        ordering = ["institution", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "code"], name="question_topic_code_unique")
        ]

    def __str__(self) -> str:
        return self.local_name

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name


def topics_of(institution: Institution) -> list[QuestionTopic]:
    """The topics that are asked: the board's own, else those of `Topic`, which are then not stored; one query."""
    own = list(QuestionTopic.objects.filter(institution=institution, is_active=True))
    return own or [
        QuestionTopic(
            institution=institution, code=code, name=str(label), days=settings.EDUSITE_QUESTION_DAYS
        )
        for code, label in Topic.choices
    ]


def topic_names(institution: Institution | None) -> dict[str, str]:
    """Code → name, of every topic that ever was one; one query."""
    names = {code: str(label) for code, label in Topic.choices}
    if institution is not None:
        names |= {t.code: t.local_name for t in QuestionTopic.objects.filter(institution=institution)}
    return names


class QuestionCase(SealedModel):
    """How far the board is with one question. What was asked stands in the submission; the answer and what was made of both for
    the public are sealed here. Goes with the submission; a published page stays, as it names nobody."""

    personal_data = PersonalData(
        fields={
            "sealed_answer": DataClass.PRIVATE,
            "sealed_public": DataClass.PRIVATE,
            "sealed_note": DataClass.PERSONAL,
            "assigned_to": DataClass.PERSONAL,
            "answered_by": DataClass.PERSONAL,
            "redacted_by": DataClass.PERSONAL,
        },
        purpose=_("To answer questions, and to know who did."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="question_case")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(_("topic"), max_length=40)
    state = models.CharField(
        _("state"), max_length=8, choices=QuestionState.choices, default=QuestionState.RECEIVED
    )
    outcome = models.CharField(max_length=7, choices=QuestionOutcome.choices, blank=True)
    unit = models.CharField(_("unit that answers"), max_length=200, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person who answers"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    routed_at = models.DateTimeField(null=True, editable=False)
    due_on = models.DateField(_("answer due"))
    sealed_answer = models.TextField(blank=True, editable=False)
    sealed_note = models.TextField(blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)
    sealed_public = models.TextField(blank=True, editable=False)
    """Title, question and answer as the second person redacted them."""
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    page = models.ForeignKey(
        QuestionPage, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    told = models.CharField(max_length=5, choices=QuestionStage.choices, blank=True, editable=False)
    """The last stage of which somebody was reminded."""

    sealed_fields = ("sealed_answer", "sealed_note", "sealed_public")

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes = [
            models.Index(fields=["institution", "state", "due_on"], name="question_desk"),
            models.Index(fields=["state", "due_on"], name="question_due"),
        ]

    def __str__(self) -> str:
        return str(self.submission)
