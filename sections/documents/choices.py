"""What one document does to another, and where a document stands because of it."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class RelationKind(TextChoices):
    """The first three change whether the other document holds (law 64/2025/QH15 on legal documents)."""

    AMENDS = "amends", pgettext_lazy("relation of documents", "Amends")
    REPLACES = "replaces", pgettext_lazy("relation of documents", "Replaces")
    REPEALS = "repeals", pgettext_lazy("relation of documents", "Repeals")
    CORRECTS = "corrects", pgettext_lazy("relation of documents", "Corrects")
    GUIDES = "guides", pgettext_lazy("relation of documents", "Guides the application of")
    BASED_ON = "based_on", pgettext_lazy("relation of documents", "Is based on")

    @property
    def backwards(self):
        """The same seen from the other document."""
        return BACKWARDS[self]


BACKWARDS = {
    RelationKind.AMENDS: pgettext_lazy("relation of documents", "Amended by"),
    RelationKind.REPLACES: pgettext_lazy("relation of documents", "Replaced by"),
    RelationKind.REPEALS: pgettext_lazy("relation of documents", "Repealed by"),
    RelationKind.CORRECTS: pgettext_lazy("relation of documents", "Corrected by"),
    RelationKind.GUIDES: pgettext_lazy("relation of documents", "Guided by"),
    RelationKind.BASED_ON: pgettext_lazy("relation of documents", "Basis of"),
}
ENDING = (RelationKind.REPLACES, RelationKind.REPEALS)
CHANGING = (RelationKind.AMENDS, *ENDING)


class DocumentStatus(TextChoices):
    """Whether a document holds on a day. Computed, never entered; in the order in which they win."""

    ENDED = "ended", pgettext_lazy("status of a document", "No longer in force")
    COMING = "coming", pgettext_lazy("status of a document", "Not yet in force")
    PARTLY = "partly", pgettext_lazy("status of a document", "Partly no longer in force")
    AMENDED = "amended", pgettext_lazy("status of a document", "In force, amended")
    IN_FORCE = "in_force", pgettext_lazy("status of a document", "In force")

    @property
    def tone(self) -> str:
        return TONES[self]


TONES = {
    DocumentStatus.ENDED: "danger",
    DocumentStatus.COMING: "info",
    DocumentStatus.PARTLY: "warning",
    DocumentStatus.AMENDED: "warning",
    DocumentStatus.IN_FORCE: "success",
}
