"""What a ready form is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NONE, PERSONAL, PRIVATE = "none", "personal", "private"


@dataclass(frozen=True, kw_only=True)
class Text:
    vi: str
    en: str

    def said(self, language: str) -> str:
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, kw_only=True)
class ReadyQuestion:
    """`options`: one to a line; `only_if`: question and answer; `more`: further settings of the kind of question."""

    kind: str
    label: Text
    data_class: str = NONE
    necessity: str = "service"
    purposes: tuple[int, ...] = (1,)
    hint: Text | None = None
    options: Text | None = None
    only_if: tuple[Text, Text] | None = None
    more: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadyStep:
    title: Text
    questions: tuple[ReadyQuestion, ...]
    text: Text | None = None


@dataclass(frozen=True, kw_only=True)
class ReadyPurpose:
    text: Text
    days: int
    starts: str = "submit"
    at_end: str = "erase"
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadyForm:
    code: str
    icon: str
    title: Text
    summary: Text
    subjects: Text
    receipt: Text
    purposes: tuple[ReadyPurpose, ...]
    steps: tuple[ReadyStep, ...]
    includes_children: bool = False
    is_survey: bool = False


def t(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


SENDER = ReadyQuestion(
    kind="text",
    label=t("Họ và tên của bạn", "Your name"),
    data_class=PERSONAL,
    more=(("autofill", "name"),),
)
PHONE = ReadyQuestion(kind="phone", label=t("Số điện thoại", "Telephone"), data_class=PERSONAL)
PUPIL = ReadyQuestion(kind="text", label=t("Họ và tên học sinh", "Name of the pupil"), data_class=PERSONAL)
CLASS = ReadyQuestion(
    kind="text",
    label=t("Lớp", "Class"),
    hint=t("Ví dụ: 4A", "For example: 4A"),
    data_class=PERSONAL,
)
YES = t("Có", "Yes")
