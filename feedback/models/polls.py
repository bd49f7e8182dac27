"""Opinion polls (W10.7): the question as a page, the ballot box beside it.

What somebody chose is only ever added to a total; it stands nowhere together with a mark of who voted. The marks serve for
nothing but one vote a person, and go when the poll ends (decision 13).
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from common.personal_data import DataClass, PersonalData
from editorial.models import AuthoredMixin
from feedback.choices import PollState, ResultsShown
from feedback.page_forms import PollPageForm
from network.models import Institution
from privacy.models import SealedModel
from sections import tree
from sections.models import ItemPage, SectionPage

POLL = "poll"
"""Code of the form (``privacy.registry``)."""
STEP = 5
"""So many votes change together what readers see of an open poll, and fewer are not shown at all."""


def ballot_mark(nonce: str) -> str:
    """What is kept of a ballot paper's random number."""
    return hashlib.sha256(nonce.encode()).hexdigest()


class PollQuerySet(PageQuerySet):
    def open_at(self, now: datetime):
        return self.live().filter(opens_at__lte=now, closes_at__gt=now)


class PollsPage(SectionPage):
    """Opinion polls (W10.7): the open ones first, then what the ended ones said."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["feedback.PollPage", "sections.InformationPage"]
    item_order = ("-closes_at", "path")
    template = "pages/feedback/polls_page.html"

    class Meta:
        verbose_name = _("opinion polls")
        verbose_name_plural = _("opinion polls")

    def get_context(self, request, *args, **kwargs):
        now = timezone.now()
        context = super().get_context(request, *args, **kwargs)
        return context | {"rows": [(poll, poll.state_at(now)) for poll in context["items"]]}


def tomorrow_at_eight() -> datetime:
    return timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(days=1)


class PollPage(ItemPage):
    """One question with its answers. The title is the question."""

    personal_data = tree.AUTHOR_DATA

    opens_at = models.DateTimeField(_("opens"), default=tomorrow_at_eight)
    closes_at = models.DateTimeField(
        _("closes"), help_text=_("The poll closes by itself; at the most 92 days after it opened.")
    )
    most_choices = models.PositiveSmallIntegerField(
        _("answers a person may choose"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("1: one answer. More: up to that many."),
    )
    results_shown = models.CharField(
        _("result is shown"), max_length=10, choices=ResultsShown.choices, default=ResultsShown.AFTER_END
    )

    base_form_class = PollPageForm
    parent_page_types = ["feedback.PollsPage"]
    template = "pages/feedback/poll_page.html"

    content_panels = [
        *ItemPage.content_panels[:1],
        FieldPanel("summary"),
        InlinePanel(
            "options",
            heading=_("Answers to choose from"),
            label=_("Answer"),
            min_num=2,
            max_num=12,
            help_text=_("They stay as they are from the first vote on."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldRowPanel([FieldPanel("most_choices"), FieldPanel("results_shown")]),
            ],
            heading=_("Voting"),
            help_text=_(
                "Each browser votes once. What somebody chose is only added to the total; what prevents a second vote is "
                "erased when the poll ends. A result of fewer than five votes is not shown."
            ),
        ),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]

    voting: ClassVar[Callable[[PollPage, Any], dict[str, Any]]]
    """Answers ballot and result for a request; set by ``feedback.views.polls`` when the application starts."""

    objects = PageManager.from_queryset(PollQuerySet)()

    class Meta:
        verbose_name = _("opinion poll")
        verbose_name_plural = _("opinion polls")
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="poll_closes_after_opening")
        ]

    def state_at(self, now: datetime) -> PollState:
        if now < self.opens_at:
            return PollState.COMING
        return PollState.OPEN if now < self.closes_at else PollState.OVER

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).voting(self, request)

    def serve(self, request, *args, **kwargs):
        """What a reader sees depends on whether they voted: no answer is kept."""
        response = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def has_votes(self) -> bool:
        return BallotBox.objects.filter(translation_key=self.translation_key, votes__gt=0).exists()

    def has_ended(self) -> bool:
        """Whether the marks are gone: a poll that ended is not opened again."""
        return BallotBox.objects.filter(translation_key=self.translation_key, ended_at__isnull=False).exists()


class PollOption(Orderable):
    """One answer. `key` names it in the totals: it is the same in every version and language of the page."""

    personal_data = PersonalData.none()

    page = ParentalKey(PollPage, on_delete=models.CASCADE, related_name="options")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    label = models.CharField(_("answer"), max_length=160)

    panels = [FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return self.label


class BallotBox(SealedModel):
    """The votes of one poll in all its languages: numbers that stay, and what prevents a second vote until the end.

    `shown` is what readers may see while the poll is open: the totals as they were at the last full five votes, so that
    nobody's vote can be told from the difference of two looks.
    """

    personal_data = PersonalData.none()

    translation_key = models.UUIDField(unique=True)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="ballot_boxes")
    closes_at = models.DateTimeField(db_index=True)
    votes = models.PositiveIntegerField(_("votes"), default=0)
    shown = models.JSONField(default=dict, editable=False)
    sealed_key = models.TextField(blank=True, editable=False)
    """Under which networks are marked; destroyed at the end, so that no mark can be made again."""
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    sealed_fields = ("sealed_key",)

    class Meta:
        verbose_name = _("ballot box")
        verbose_name_plural = _("ballot boxes")

    def __str__(self) -> str:
        return str(self.translation_key)


class OptionTotal(models.Model):
    """How often one answer was chosen."""

    personal_data = PersonalData.none()

    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="totals")
    option = models.UUIDField()
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("total of an answer")
        verbose_name_plural = _("totals of answers")
        constraints = [models.UniqueConstraint(fields=["box", "option"], name="option_total_unique")]

    def __str__(self) -> str:
        return f"{self.option}: {self.votes}"


class Ballot(models.Model):
    """That a ballot paper was used; not for what, not when. `mark` is the digest of the random number of the paper, which the
    voter's browser keeps."""

    personal_data = PersonalData(
        fields={"mark": DataClass.PERSONAL},
        purpose=_("So that each browser votes once (circular 37/2020, article 10)."),
        retention=_("Until the poll ends, at the most 92 days."),
    )

    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="ballots")
    mark = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("used ballot paper")
        verbose_name_plural = _("used ballot papers")
        constraints = [models.UniqueConstraint(fields=["box", "mark"], name="ballot_once")]

    def __str__(self) -> str:
        return f"{self.box_id}"


class BallotNetwork(models.Model):
    """How many votes came from one network, so that one machine cannot fill the box. `mark` is an HMAC of the network under the
    key of the box: it leads from one poll to no other, and to nothing once the key is gone."""

    personal_data = PersonalData(
        fields={"mark": DataClass.PERSONAL},
        purpose=_("So that one network cannot decide a poll alone."),
        retention=_("Until the poll ends, at the most 92 days."),
    )

    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="networks")
    mark = models.CharField(max_length=64, editable=False)
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("votes of a network")
        verbose_name_plural = _("votes of networks")
        constraints = [models.UniqueConstraint(fields=["box", "mark"], name="ballot_network_unique")]

    def __str__(self) -> str:
        return f"{self.box_id}: {self.votes}"
