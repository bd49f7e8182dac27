"""Words of examinations, appeals and certificates."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ExamKind(TextChoices):
    GRADUATION = "graduation", _("Upper secondary graduation examination")
    GRADE_10 = "grade10", _("Entrance examination to grade 10")
    GIFTED = "gifted", _("Examination for gifted pupils")
    OTHER = "other", pgettext_lazy("examination", "Other examination")


class Scheme(TextChoices):
    """The set of subjects of an examination; two may stand side by side in one."""

    NEW = "2018", _("2018 programme (from 2025)")
    OLD = "2006", _("2006 programme (to 2024, repeaters afterwards)")
    BOTH = "both", _("both side by side")
    OWN = "own", _("subjects of its own, listed below")


class SubjectKind(TextChoices):
    SCORE = "score", pgettext_lazy("examination", "score")
    TEXT = "text", pgettext_lazy("examination", "text")


class VersionState(TextChoices):
    """How far one import of results is. Only a published one answers anybody."""

    LOADING = "loading", _("being loaded")
    READY = "ready", _("loaded, not shown to anybody")
    PROPOSED = "proposed", _("waits for a second person")
    PUBLISHED = "published", pgettext_lazy("results", "published")
    REPLACED = "replaced", _("replaced by a newer one")
    WITHDRAWN = "withdrawn", pgettext_lazy("results", "withdrawn")
    ERASED = "erased", _("erased, totals kept")


class ResultWork(TextChoices):
    CHECK = "check", _("Dry run")
    LOAD = "load", _("Load")


class AppealState(TextChoices):
    RECEIVED = "received", pgettext_lazy("appeal", "received")
    MARKING = "marking", _("being marked again")
    PROPOSED = "proposed", _("outcome waits for a second person")
    CHANGED = "changed", _("score changed")
    KEPT = "kept", _("score kept")
    REFUSED = "refused", _("not accepted")


APPEAL_OPEN = frozenset({AppealState.RECEIVED, AppealState.MARKING, AppealState.PROPOSED})
APPEAL_OUTCOMES = frozenset({AppealState.CHANGED, AppealState.KEPT, AppealState.REFUSED})


class CertificateKind(TextChoices):
    UPPER = "thpt", _("Upper secondary graduation diploma")
    LOWER = "thcs", _("Lower secondary graduation diploma")
    INTERMEDIATE = "trung_cap", _("Intermediate vocational diploma")
    LANGUAGE = "ngoai_ngu", _("Foreign language certificate")
    COMPUTER = "tin_hoc", _("Computer skills certificate")
    OTHER = "khac", pgettext_lazy("certificate", "Other certificate")


class CertificateStatus(TextChoices):
    ISSUED = "issued", pgettext_lazy("certificate", "issued")
    REISSUED = "reissued", pgettext_lazy("certificate", "issued again")
    CORRECTED = "corrected", pgettext_lazy("certificate", "corrected")
    REVOKED = "revoked", pgettext_lazy("certificate", "revoked")


_VALID_BECOMES = (CertificateStatus.CORRECTED, CertificateStatus.REISSUED, CertificateStatus.REVOKED)
CERTIFICATE_CHANGES = {
    CertificateStatus.ISSUED: _VALID_BECOMES,
    CertificateStatus.REISSUED: _VALID_BECOMES,
    CertificateStatus.CORRECTED: _VALID_BECOMES,
    CertificateStatus.REVOKED: (
        CertificateStatus.ISSUED,
        CertificateStatus.CORRECTED,
        CertificateStatus.REISSUED,
    ),
}
"""Status → what it may become by another decision, the most frequent first. A second correction is one of its own; a certificate
that was corrected is not simply issued again without saying so."""


class RegisterState(TextChoices):
    """How far a list of certificates, or a change of one, is; only a confirmed one answers anybody."""

    CHECKED = "checked", _("checked, nothing stored")
    READY = "ready", _("stored, not shown to anybody")
    PROPOSED = "proposed", _("waits for a second person")
    CONFIRMED = "confirmed", pgettext_lazy("certificates", "confirmed")
    REFUSED = "refused", pgettext_lazy("certificates", "refused")
