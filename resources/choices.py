"""What a digital resource is, for whom, in which language; what is known of a link."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ResourceKind(models.TextChoices):
    """W8.9 names materials, e-learning lectures, digital textbooks and software; boards tell them apart further."""

    LECTURE = "lecture", _("E-learning lecture")
    TEXTBOOK = "textbook", _("Digital textbook")
    LESSON_PLAN = "lesson-plan", _("Lesson plan")
    EXERCISE = "exercise", _("Exercises and tests")
    VIDEO = "video", pgettext_lazy("kind of resource", "Video")
    AUDIO = "audio", pgettext_lazy("kind of resource", "Audio")
    PICTURE = "picture", _("Pictures, maps, charts")
    SIMULATION = "simulation", _("Simulation, virtual experiment")
    SOFTWARE = "software", _("Software")
    DATA = "data", _("Data set")
    REFERENCE = "reference", _("Reference material")


DCMI_TYPES = {
    ResourceKind.LECTURE: "InteractiveResource",
    ResourceKind.TEXTBOOK: "Text",
    ResourceKind.LESSON_PLAN: "Text",
    ResourceKind.EXERCISE: "Text",
    ResourceKind.VIDEO: "MovingImage",
    ResourceKind.AUDIO: "Sound",
    ResourceKind.PICTURE: "StillImage",
    ResourceKind.SIMULATION: "InteractiveResource",
    ResourceKind.SOFTWARE: "Software",
    ResourceKind.DATA: "Dataset",
    ResourceKind.REFERENCE: "Text",
}
"""Terms of the DCMI Type Vocabulary, for Dublin Core."""

LOM_TYPES = {
    ResourceKind.LECTURE: "lecture",
    ResourceKind.TEXTBOOK: "narrative text",
    ResourceKind.LESSON_PLAN: "narrative text",
    ResourceKind.EXERCISE: "exercise",
    ResourceKind.VIDEO: "lecture",
    ResourceKind.AUDIO: "lecture",
    ResourceKind.PICTURE: "figure",
    ResourceKind.SIMULATION: "simulation",
    ResourceKind.SOFTWARE: "simulation",
    ResourceKind.DATA: "table",
    ResourceKind.REFERENCE: "narrative text",
}
"""Values of 5.2 Learning Resource Type of IEEE 1484.12.1 (LOM v1.0)."""

SCHEMA_TYPES = {
    ResourceKind.TEXTBOOK: "Book",
    ResourceKind.VIDEO: "VideoObject",
    ResourceKind.AUDIO: "AudioObject",
    ResourceKind.SOFTWARE: "SoftwareApplication",
    ResourceKind.DATA: "Dataset",
}
"""Types of schema.org that stand beside LearningResource."""


class Audience(models.TextChoices):
    """Whom W8.9 shares resources with."""

    LEARNERS = "learners", _("Learners")
    TEACHERS = "teachers", _("Teachers")
    MANAGERS = "managers", _("Managers")


EDUCATIONAL_ROLES = {
    Audience.LEARNERS: "student",
    Audience.TEACHERS: "teacher",
    Audience.MANAGERS: "administrator",
}
"""Values of educationalRole (LRMI)."""
LOM_ROLES = {
    Audience.LEARNERS: "learner",
    Audience.TEACHERS: "teacher",
    Audience.MANAGERS: "manager",
}


class Language(models.TextChoices):
    """Languages in which Vietnamese schools teach and learn (BCP 47)."""

    VI = "vi", _("Vietnamese")
    EN = "en", _("English")
    FR = "fr", _("French")
    ZH = "zh", _("Chinese")
    JA = "ja", _("Japanese")
    KO = "ko", _("Korean")
    DE = "de", _("German")
    RU = "ru", _("Russian")
    BDQ = "bdq", _("Bahnar")
    CJM = "cjm", _("Cham")
    RAD = "rad", _("Ede")
    HMN = "hmn", _("Hmong")
    JRA = "jra", _("Jarai")
    KM = "km", _("Khmer")
    CMO = "cmo", _("Mnong")
    TYZ = "tyz", _("Tay")
    BLT = "blt", _("Thai of Vietnam")
    ZXX = "zxx", _("Without words")


class PackageKind(models.TextChoices):
    """What a package of a lecture is, by what stands in it."""

    SCORM_12 = "scorm-1.2", "SCORM 1.2"
    SCORM_2004 = "scorm-2004", "SCORM 2004"
    H5P = "h5p", "H5P"
    HTML = "html", "HTML"


class LinkState(models.TextChoices):
    """What the checker knows of an address. Only a second failure, a day after the first, makes it broken."""

    NEW = "new", _("not checked yet")
    FINE = "fine", _("reachable")
    DOUBTFUL = "doubtful", _("failed once, is tried again")
    BROKEN = "broken", _("broken")
    LEFT = "left", _("not checked")


LINK_STEPS: dict[str, frozenset[str]] = {
    LinkState.NEW: frozenset({LinkState.FINE, LinkState.DOUBTFUL, LinkState.LEFT}),
    LinkState.FINE: frozenset({LinkState.FINE, LinkState.DOUBTFUL, LinkState.LEFT}),
    LinkState.DOUBTFUL: frozenset({LinkState.FINE, LinkState.DOUBTFUL, LinkState.BROKEN, LinkState.LEFT}),
    LinkState.BROKEN: frozenset({LinkState.FINE, LinkState.BROKEN, LinkState.LEFT}),
    LinkState.LEFT: frozenset({LinkState.FINE, LinkState.DOUBTFUL, LinkState.LEFT}),
}


class LinkFault(models.TextChoices):
    """Why an address did not answer, or was not asked."""

    NONE = "", _("none")
    GONE = "gone", _("The page is gone (404 or 410).")
    SERVER = "server", _("The server answers with an error.")
    NAME = "name", _("The host name does not exist.")
    SILENT = "silent", _("The server does not answer in time.")
    REFUSED = "refused", _("The server takes no connection.")
    SECURE = "secure", _("The certificate of the server is not valid.")
    LOOP = "loop", _("The address is passed on in a circle.")
    PRIVATE = "private", _("The address leads into a private network.")
    ROBOTS = "robots", _("The server asks programs not to open it.")
    CLOSED = "closed", _("The server opens it for people who sign in only.")
    ADDRESS = "address", _("It is no address that a browser can open.")
