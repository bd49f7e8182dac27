"""Who of the staff may open what people sent through a form. ``privacy`` owns the question; the package of a form answers it in
``AppConfig.ready()``::

    readers.register("feedback", lambda user, submission: submission.form == FEEDBACK and …)

Whoever protects the personal information of the institution may as well (``privacy.duties``, REVIEW); an administrator of the
installation may not.
"""

from __future__ import annotations

from collections.abc import Callable

from privacy.duties import Duty, may
from privacy.models import Submission

Answer = Callable[[object, Submission], bool]

_readers: dict[str, Answer] = {}


def register(name: str, may_open: Answer) -> None:
    """Add an answer; it is True only for submissions of the package's own forms."""
    if _readers.get(name, may_open) is not may_open:
        raise ValueError(f"Readers named {name!r} are registered already.")
    _readers[name] = may_open


def may_open(user, submission: Submission) -> bool:
    if not (user.is_authenticated and user.is_active):
        return False
    if any(answer(user, submission) for answer in _readers.values()):
        return True
    return may(user, Duty.REVIEW, submission.institution)
