"""Results as they are kept: versions, sealed rows, lists on their way in, counters of tries (W8.11)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from enrolment.choices import ResultWork, VersionState
from enrolment.models.codes import CodeBook
from enrolment.models.examinations import ExaminationPage
from enrolment.models.list_jobs import ListJob, private_storage
from enrolment.models.people import person
from enrolment.results.subjects import Subject
from network.models import Institution
from privacy.models import SealedModel


class ResultVersion(SealedModel):
    """One import of the results of an examination. Its rows are sealed with keys of its own, which are sealed with the ring:
    changing the key of the installation seals one record, not a million.

    At most one version of an examination is published; the next one takes its place in one statement, and the old one stays for
    some days so that it can be taken back.
    """

    personal_data = PersonalData(
        fields={
            "made_by": DataClass.PERSONAL,
            "proposed_by": DataClass.PERSONAL,
            "published_by": DataClass.PERSONAL,
        },
        purpose=_("To know who took in, proposed and published the results of an examination."),
        retention=_("As long as the totals of the examination are shown."),
    )

    exam = models.ForeignKey(ExaminationPage, on_delete=models.CASCADE, related_name="versions")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(
        _("state"), max_length=9, choices=VersionState.choices, default=VersionState.LOADING, db_index=True
    )
    subjects = models.JSONField(default=list)
    """The subjects in the order of the sealed values (``Subject.as_data``)."""
    asks_birth = models.BooleanField(default=False)
    asks_code = models.BooleanField(default=False)
    code_book = models.ForeignKey(CodeBook, null=True, on_delete=models.SET_NULL, related_name="versions")
    """Where the codes come from if they were drawn here."""
    width = models.PositiveSmallIntegerField(default=128)
    """Bytes to a multiple of which values are filled before they are sealed: the length tells nothing."""
    sealed_keys = models.TextField(editable=False)
    """``{"seal": base64, "index": base64}``: the keys of the rows."""
    rows_count = models.PositiveIntegerField(_("number of rows"), default=0)
    totals = models.JSONField(default=dict)
    """``{"subjects": {code: {"taken": n, "absent": n, "scores": {"8.25": n}}}}``: what stays when the rows are gone."""
    made_by = person(_("taken in by"))
    made_at = models.DateTimeField(default=timezone.now)
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(null=True)
    published_by = person(_("published by"))
    published_at = models.DateTimeField(_("published"), null=True)
    ended_at = models.DateTimeField(null=True)
    """When it was replaced or withdrawn."""
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    sealed_fields = ("sealed_keys",)

    class Meta:
        verbose_name = _("version of results")
        verbose_name_plural = _("versions of results")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["exam", "number"], name="result_version_number"),
            models.UniqueConstraint(
                fields=["exam"],
                condition=Q(state=VersionState.PUBLISHED),
                name="result_version_published_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exam} – {self.number}"

    @property
    def subject_list(self) -> list[Subject]:
        return [Subject.from_data(data) for data in self.subjects]


class ResultRow(models.Model):
    """One candidate's results. `digest` is a keyed hash of candidate number, date of birth and printed code under the
    version's own key: without all of them nothing leads here, and nothing here can be read without the key."""

    personal_data = PersonalData(
        fields={"sealed": DataClass.PRIVATE, "digest": DataClass.PERSONAL},
        purpose=_("To tell candidates their own results, and nobody else's."),
        retention=_(
            "Until the closing day of the look-up; a version that was replaced, seven days. Totals stay."
        ),
    )

    digest = models.UUIDField(primary_key=True)
    # The check of a foreign key would cost more than the rest of an import; versions go with their rows.
    version = models.ForeignKey(
        ResultVersion, on_delete=models.CASCADE, related_name="rows", db_constraint=False
    )
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("row of results")
        verbose_name_plural = _("rows of results")

    def __str__(self) -> str:
        return str(self.digest)


class ResultImport(ListJob):
    """A list of results on its way in: tried first, then loaded in parts, each of which is whole or not there; what was
    interrupted goes on after the last part."""

    personal_data = PersonalData(
        fields={
            "file": DataClass.PRIVATE,
            "faults": DataClass.PERSONAL,
            "created_by": DataClass.PERSONAL,
            "acting": DataClass.PERSONAL,
        },
        purpose=_("To take in the results of an examination and to say which rows are wrong."),
        retention=_(
            "The file goes as soon as it is loaded, at the latest after seven days; the report after 90 days."
        ),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    exam = models.ForeignKey(ExaminationPage, on_delete=models.CASCADE, related_name="imports")
    version = models.ForeignKey(ResultVersion, null=True, on_delete=models.SET_NULL, related_name="imports")
    file = models.FileField(_("list"), storage=private_storage, upload_to="results/%Y/%m/", blank=True)
    columns = models.JSONField(default=dict)
    """Name of what is read → number of the column from 0: ``number``, ``birth``, ``code``, codes of subjects."""
    draws_codes = models.BooleanField(default=False)
    """Whether candidates get the codes that the product draws; the list has none then."""
    work = models.CharField(_("step"), max_length=5, choices=ResultWork.choices, default=ResultWork.CHECK)
    loaded = models.PositiveIntegerField(default=0)
    """Rows that stand in the table: an interrupted run goes on after them."""
    is_checked = models.BooleanField(default=False)
    """Whether a dry run with these columns found every row right."""
    notes = models.JSONField(default=list)

    class Meta(ListJob.Meta):
        verbose_name = _("list of results")
        verbose_name_plural = _("lists of results")
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="result_import_state")]


class LookupTry(models.Model):
    """How often something was tried within an hour: one statement counts, so that it holds however many processes answer.

    `key` is an HMAC of what is counted (a network, a candidate number) and the hour; neither can be read from it.
    """

    personal_data = PersonalData(
        fields={"key": DataClass.PERSONAL},
        purpose=_("To stop whoever tries numbers one after the other."),
        retention=_("Two hours."),
    )

    key = models.UUIDField(primary_key=True)
    number = models.IntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("counter of tries")
        verbose_name_plural = _("counters of tries")

    def __str__(self) -> str:
        return str(self.number)
