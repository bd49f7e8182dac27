from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FeedbackKind(TextChoices):
    """What people send."""

    REMARK = "remark", _("Report of a problem")
    REQUEST = "request", _("Petition")
    COMPLAINT = "complaint", _("Complaint")
    SUGGESTION = "suggestion", _("Suggestion")
    QUESTION = "question", _("Question")


class CaseState(TextChoices):
    RECEIVED = "received", _("Received")
    HANDLED = "handled", _("Being handled")
    PASSED = "passed", _("Passed on")
    ANSWERED = "answered", pgettext_lazy("feedback", "Answered")
    CLOSED = "closed", _("Closed")


TRANSITIONS: dict[str, frozenset[str]] = {
    CaseState.RECEIVED: frozenset(
        {CaseState.HANDLED, CaseState.PASSED, CaseState.ANSWERED, CaseState.CLOSED}
    ),
    CaseState.HANDLED: frozenset({CaseState.PASSED, CaseState.ANSWERED, CaseState.CLOSED}),
    CaseState.PASSED: frozenset({CaseState.HANDLED, CaseState.ANSWERED, CaseState.CLOSED}),
    CaseState.ANSWERED: frozenset({CaseState.HANDLED, CaseState.ANSWERED, CaseState.CLOSED}),
    CaseState.CLOSED: frozenset({CaseState.HANDLED}),
}
"""Which state may follow which; a closed matter can be taken up again."""
OPEN_STATES = (CaseState.RECEIVED, CaseState.HANDLED, CaseState.PASSED)
"""While the clock runs."""
CHOSEN_STATES = frozenset({CaseState.HANDLED, CaseState.CLOSED})
"""Those that the board chooses; the others follow from an act."""


class Suspicion(TextChoices):
    """Why something is kept apart from what the board reads; a person decides."""

    LINKS = "links", _("Many links")
    DUPLICATE = "same", _("The same words were sent before")


class ErrorKind(TextChoices):
    """What is wrong in an article."""

    WRONG = "wrong", _("Something is wrong or no longer true")
    SPELLING = "spelling", _("Spelling or wording")
    LINK = "link", _("A link or file does not work")
    PICTURE = "picture", _("A picture, table or figure is wrong")
    OTHER = "other", pgettext_lazy("error", "Something else")


class NotUseful(TextChoices):
    """Why a page was not useful."""

    MISSING = "missing", _("What I looked for is not here")
    UNCLEAR = "unclear", _("It is hard to understand")
    OLD = "old", _("It is out of date")
    BROKEN = "broken", _("Something does not work")


class ResultsShown(TextChoices):
    """When readers see the result of a poll."""

    AFTER_END = "after_end", _("after the end")
    AFTER_VOTE = "after_vote", _("after voting, and to everybody after the end")
    ALWAYS = "always", _("at any time")


class PollState(TextChoices):
    """Where a poll stands at a moment; it opens and closes by itself."""

    COMING = "coming", _("Not open yet")
    OPEN = "open", _("Open")
    OVER = "over", _("Ended")


class ConsultationState(TextChoices):
    """Where a consultation is; it follows from the clock and from whether its result is published."""

    UPCOMING = "upcoming", pgettext_lazy("consultation", "Opens later")
    OPEN = "open", pgettext_lazy("consultation", "Open")
    CLOSED = "closed", pgettext_lazy("consultation", "Closed, result awaited")
    RESULT = "result", pgettext_lazy("consultation", "Result published")


class DraftKind(TextChoices):
    """What a file of a consultation is."""

    DRAFT = "draft", pgettext_lazy("consultation", "Draft")
    REPORT = "report", _("Report on the draft")
    COMPARISON = "compare", _("Comparison with the text in force")
    OTHER = "other", pgettext_lazy("file", "Other")


class Stance(TextChoices):
    AGREE = "agree", _("I agree")
    CHANGE = "change", _("I agree if it is changed")
    DISAGREE = "disagree", _("I do not agree")


class Whom(TextChoices):
    """As whom somebody answers."""

    NOBODY = "nobody", _("Without a name")
    SELF = "self", _("As myself")
    ORGANISATION = "body", _("For an organisation")


class Contributor(TextChoices):
    """Who answers, for the numbers of the result; nobody has to say it."""

    PARENT = "parent", _("Parent or guardian")
    LEARNER = "learner", _("Pupil or student")
    TEACHER = "teacher", _("Teacher or school staff")
    EXPERT = "expert", _("Researcher or expert")
    OTHER = "other", pgettext_lazy("contributor", "Other")


class AnswerSource(TextChoices):
    WEB = "web", _("On the website")
    PAPER = "paper", _("By letter, e-mail or in person")


class ReplyKind(TextChoices):
    """What the institution does with a group of opinions (tiếp thu, giải trình, không tiếp thu)."""

    ACCEPTED = "accepted", _("Taken up")
    PARTLY = "partly", _("Taken up in part")
    EXPLAINED = "explained", _("Explained")
    REJECTED = "rejected", _("Not taken up")


class ResultStage(TextChoices):
    """Who is reminded of a result that is not published, in the order of time."""

    CLOSED = "closed", pgettext_lazy("reminder", "Closed: the result is to be written")
    SOON = "soon", pgettext_lazy("reminder", "The result is due soon")
    DUE = "due", pgettext_lazy("reminder", "The result is due")
    CHIEF = "chief", pgettext_lazy("reminder", "Overdue, told to the chief editor")
    AUTHORITY = "above", pgettext_lazy("reminder", "Overdue, told to the authority")


class QuestionState(TextChoices):
    """How far a question is."""

    RECEIVED = "received", pgettext_lazy("question", "Received, to be routed")
    ROUTED = "routed", pgettext_lazy("question", "With the one who answers")
    ANSWERED = "answered", pgettext_lazy("question", "Answered")


QUESTION_TRANSITIONS: dict[str, frozenset[str]] = {
    QuestionState.RECEIVED: frozenset({QuestionState.ROUTED, QuestionState.ANSWERED}),
    QuestionState.ROUTED: frozenset({QuestionState.ROUTED, QuestionState.ANSWERED}),
    QuestionState.ANSWERED: frozenset({QuestionState.ANSWERED}),
}
"""Which state may follow which; what was answered badly is answered once more."""


class QuestionOutcome(TextChoices):
    """What the answer is."""

    ANSWER = "answer", pgettext_lazy("question", "An answer")
    DUPLICATE = "same", pgettext_lazy("question", "Answered already, on the website")
    OUT_OF_SCOPE = "outside", pgettext_lazy("question", "Not a matter of this institution")


class Topic(TextChoices):
    """What questions are about; a board adds its own (``QuestionTopic``)."""

    ADMISSION = "admission", _("Admission and transfer")
    TEACHING = "teaching", _("Lessons and exams")
    FEES = "fees", _("Fees and allowances")
    BOARDING = "boarding", _("Meals and boarding")
    SAFETY = "safety", _("Health and safety")
    DIPLOMAS = "diplomas", _("Diplomas and certificates")
    STAFF = "staff", _("Teachers and staff")
    OTHER = "other", pgettext_lazy("topic", "Other")


class QuestionStage(TextChoices):
    """Who was reminded of a question that waits, in the order of time."""

    SOON = "soon", pgettext_lazy("reminder", "Due soon")
    DUE = "due", pgettext_lazy("reminder", "Due")
    CHIEF = "chief", pgettext_lazy("reminder", "Overdue, told to the chief editor")
