"""Ready forms, so that a teacher has one in ten minutes: texts in both languages, classes, necessity, purposes and periods set.

They are data: a page made from one is the board's own from then on. Periods are short; a school that needs another says so.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

NONE, PERSONAL, PRIVATE = "none", "personal", "private"
_SPACE = uuid.UUID("5a0e7c52-3e0c-4a0b-9d54-6f0f5b8f9a11")


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


def fields_for(form: ReadyForm, language: str) -> dict[str, Any]:
    """What a new page of that form is filled with, in one language; streams in their raw shape."""

    def key(*parts: object) -> str:
        return str(uuid.uuid5(_SPACE, "/".join(str(part) for part in (form.code, *parts))))

    return {
        "title": form.title.said(language),
        "summary": form.summary.said(language),
        "subjects": form.subjects.said(language),
        "receipt_text": form.receipt.said(language),
        "includes_children": form.includes_children,
        "is_survey": form.is_survey,
        "purposes": [
            {"type": "purpose", "id": key("purpose", number), "value": _purpose(purpose, language)}
            for number, purpose in enumerate(form.purposes)
        ],
        "steps": [
            {
                "type": "step",
                "id": key("step", number),
                "value": {
                    "title": step.title.said(language),
                    "text": step.text.said(language) if step.text else "",
                    "questions": [
                        {
                            "type": question.kind,
                            "id": key("step", number, place),
                            "value": _question(question, language),
                        }
                        for place, question in enumerate(step.questions)
                    ],
                },
            }
            for number, step in enumerate(form.steps)
        ],
    }


def _purpose(purpose: ReadyPurpose, language: str) -> dict[str, Any]:
    return {
        "text": purpose.text.vi if language != "en" else purpose.text.en,
        "text_en": purpose.text.en,
        "retention_days": purpose.days,
        "retention_starts": purpose.starts,
        "at_end": purpose.at_end,
        "is_optional": purpose.is_optional,
        "is_publication": False,
        "legal_basis": "consent",
        "citation": "",
    }


def _question(question: ReadyQuestion, language: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "label": question.label.said(language),
        "hint": question.hint.said(language) if question.hint else "",
        "data_class": question.data_class,
        "necessity": question.necessity,
        "citation": "",
        "purposes": [str(number) for number in question.purposes],
        "only_if_question": question.only_if[0].said(language) if question.only_if else "",
        "only_if_answer": question.only_if[1].said(language) if question.only_if else "",
    }
    if question.options:
        value["options"] = question.options.said(language)
    return value | dict(question.more)


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

PARENTS_EVENING = ReadyForm(
    code="parents-evening",
    icon="group",
    title=t("Đăng ký họp cha mẹ học sinh", "Registration for the parents' evening"),
    summary=t(
        "Báo cho giáo viên chủ nhiệm biết bạn có dự họp hay không.",
        "Tell the form teacher whether you are coming.",
    ),
    subjects=t("Cha mẹ học sinh", "Parents"),
    receipt=t(
        "Giáo viên chủ nhiệm xếp chỗ theo danh sách đăng ký. Bạn không cần xác nhận lại.",
        "The form teacher plans the seats by this list. You need not confirm again.",
    ),
    purposes=(
        ReadyPurpose(
            text=t(
                "chuẩn bị chỗ ngồi và nội dung buổi họp cha mẹ học sinh", "preparing the parents' evening"
            ),
            days=30,
            starts="close",
        ),
        ReadyPurpose(
            text=t("liên hệ với cha mẹ học sinh khi buổi họp thay đổi", "telling parents of changes"),
            days=30,
            starts="close",
            is_optional=True,
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Học sinh và cha mẹ", "Pupil and parents"),
            questions=(
                PUPIL,
                CLASS,
                SENDER,
                ReadyQuestion(
                    kind="yes_no", label=t("Bạn có dự họp không?", "Are you coming?"), data_class=PERSONAL
                ),
            ),
        ),
        ReadyStep(
            title=t("Buổi họp", "The evening"),
            questions=(
                ReadyQuestion(
                    kind="number",
                    label=t("Số người dự", "Number of people"),
                    only_if=(t("Bạn có dự họp không?", "Are you coming?"), YES),
                    more=(("smallest", 1), ("largest", 4)),
                ),
                ReadyQuestion(
                    kind="long_text",
                    label=t("Điều bạn muốn trao đổi", "What you would like to talk about"),
                    data_class=PRIVATE,
                    necessity="optional",
                ),
                ReadyQuestion(
                    kind="phone",
                    label=PHONE.label,
                    data_class=PERSONAL,
                    necessity="optional",
                    purposes=(2,),
                ),
            ),
        ),
    ),
    includes_children=True,
)

LEAVE = ReadyForm(
    code="leave",
    icon="calendar-check",
    title=t("Xin phép cho học sinh nghỉ học", "Leave of absence for a pupil"),
    summary=t(
        "Cha mẹ xin phép cho con nghỉ học; giáo viên chủ nhiệm nhận ngay.",
        "Parents ask leave for their child; the form teacher has it at once.",
    ),
    subjects=t("Cha mẹ học sinh, học sinh", "Parents, pupils"),
    receipt=t(
        "Giáo viên chủ nhiệm sẽ trả lời trong ngày học.", "The form teacher answers within the school day."
    ),
    purposes=(
        ReadyPurpose(
            text=t(
                "xem xét đơn xin nghỉ học và theo dõi chuyên cần",
                "deciding on the leave and keeping attendance",
            ),
            days=30,
            starts="year_end",
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Học sinh", "The pupil"),
            questions=(PUPIL, CLASS, SENDER, PHONE),
        ),
        ReadyStep(
            title=t("Thời gian nghỉ", "Days of absence"),
            questions=(
                ReadyQuestion(kind="date", label=t("Nghỉ từ ngày", "First day"), data_class=PERSONAL),
                ReadyQuestion(kind="date", label=t("Đến hết ngày", "Last day"), data_class=PERSONAL),
                ReadyQuestion(
                    kind="choice",
                    label=t("Lý do", "Reason"),
                    data_class=PRIVATE,
                    options=t("Ốm\nViệc gia đình\nLý do khác", "Illness\nFamily matter\nAnother reason"),
                ),
            ),
        ),
        ReadyStep(
            title=t("Lý do và giấy tờ", "Reason and papers"),
            questions=(
                ReadyQuestion(
                    kind="text",
                    label=t("Nêu rõ lý do khác", "The other reason"),
                    data_class=PRIVATE,
                    only_if=(t("Lý do", "Reason"), t("Lý do khác", "Another reason")),
                ),
                ReadyQuestion(
                    kind="file",
                    label=t("Giấy khám bệnh", "Medical certificate"),
                    hint=t("Chỉ gửi khi nghỉ từ ba ngày trở lên.", "Only for three days or more."),
                    data_class=PRIVATE,
                    necessity="optional",
                    only_if=(t("Lý do", "Reason"), t("Ốm", "Illness")),
                    more=(("kinds", ["pdf", "image"]),),
                ),
                ReadyQuestion(
                    kind="long_text",
                    label=t("Lời nhắn cho giáo viên", "Message to the teacher"),
                    data_class=PERSONAL,
                    necessity="optional",
                ),
            ),
        ),
    ),
    includes_children=True,
)

CLUB = ReadyForm(
    code="club",
    icon="user",
    title=t("Đăng ký câu lạc bộ", "Registration for a club"),
    summary=t("Học sinh đăng ký câu lạc bộ của trường.", "Pupils register for a club of the school."),
    subjects=t("Học sinh, cha mẹ học sinh", "Pupils, parents"),
    receipt=t(
        "Danh sách lớp được thông báo tới từng gia đình, không đăng công khai.",
        "Each family is told by itself; no list is published.",
    ),
    purposes=(
        ReadyPurpose(
            text=t("xếp học sinh vào câu lạc bộ và quản lý sinh hoạt câu lạc bộ", "placing pupils in clubs"),
            days=30,
            starts="year_end",
        ),
        ReadyPurpose(
            text=t("bảo đảm an toàn sức khỏe khi sinh hoạt", "keeping the pupil safe during activities"),
            days=30,
            starts="year_end",
            is_optional=True,
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Học sinh", "The pupil"),
            questions=(
                PUPIL,
                CLASS,
                ReadyQuestion(
                    kind="choices",
                    label=t("Câu lạc bộ muốn tham gia", "Clubs"),
                    hint=t("Chọn nhiều nhất hai câu lạc bộ.", "Two at the most."),
                    data_class=PERSONAL,
                    options=t(
                        "Bóng đá\nCờ vua\nVẽ\nTiếng Anh\nKhoa học",
                        "Football\nChess\nDrawing\nEnglish\nScience",
                    ),
                ),
                ReadyQuestion(
                    kind="yes_no",
                    label=t(
                        "Có điều gì về sức khỏe cần lưu ý không?", "Is there anything about health to know?"
                    ),
                    data_class=PRIVATE,
                    necessity="optional",
                    purposes=(2,),
                ),
            ),
        ),
        ReadyStep(
            title=t("Liên hệ", "Contact"),
            questions=(
                ReadyQuestion(
                    kind="long_text",
                    label=t("Điều cần lưu ý về sức khỏe", "What to know about health"),
                    data_class=PRIVATE,
                    necessity="optional",
                    purposes=(2,),
                    only_if=(
                        t(
                            "Có điều gì về sức khỏe cần lưu ý không?",
                            "Is there anything about health to know?",
                        ),
                        YES,
                    ),
                ),
                SENDER,
                PHONE,
            ),
        ),
    ),
    includes_children=True,
)

SURVEY = ReadyForm(
    code="survey",
    icon="form",
    title=t("Khảo sát ý kiến về bữa ăn bán trú", "Survey on school meals"),
    summary=t("Không hỏi tên. Chỉ công bố số tổng hợp.", "No names are asked. Only totals are published."),
    subjects=t("Cha mẹ học sinh ăn bán trú", "Parents of pupils who eat at school"),
    receipt=t(
        "Kết quả tổng hợp được đăng khi khảo sát kết thúc.",
        "The totals are published when the survey is over.",
    ),
    purposes=(
        ReadyPurpose(
            text=t(
                "tổng hợp ý kiến để cải thiện bữa ăn bán trú", "improving school meals by what people say"
            ),
            days=30,
            starts="close",
            at_end="anonymise",
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Ý kiến của bạn", "Your opinion"),
            questions=(
                ReadyQuestion(
                    kind="choice",
                    label=t("Khối lớp của con", "Your child's year"),
                    options=t(
                        "Khối 1\nKhối 2\nKhối 3\nKhối 4\nKhối 5", "Year 1\nYear 2\nYear 3\nYear 4\nYear 5"
                    ),
                ),
                ReadyQuestion(
                    kind="choice",
                    label=t("Bạn hài lòng với bữa ăn ở mức nào?", "How satisfied are you with the meals?"),
                    options=t(
                        "Rất hài lòng\nHài lòng\nBình thường\nKhông hài lòng",
                        "Very satisfied\nSatisfied\nNeither\nNot satisfied",
                    ),
                ),
                ReadyQuestion(
                    kind="choices",
                    label=t("Điều nên cải thiện", "What should be better"),
                    necessity="optional",
                    options=t("Món ăn\nVệ sinh\nPhục vụ\nGiá", "Dishes\nCleanliness\nService\nPrice"),
                ),
                ReadyQuestion(
                    kind="long_text",
                    label=t("Ý kiến khác", "Anything else"),
                    hint=t("Xin đừng ghi tên người.", "Please name nobody."),
                    data_class=PERSONAL,
                    necessity="optional",
                ),
            ),
        ),
    ),
    is_survey=True,
)

APPOINTMENT = ReadyForm(
    code="appointment",
    icon="date",
    title=t("Đăng ký gặp lãnh đạo nhà trường", "Appointment with the head"),
    summary=t("Đặt lịch tiếp công dân của nhà trường.", "Ask for an appointment."),
    subjects=t("Cha mẹ học sinh, người dân", "Parents and citizens"),
    receipt=t("Văn thư báo lịch hẹn qua điện thoại.", "The office calls you with the time."),
    purposes=(
        ReadyPurpose(
            text=t(
                "xếp lịch tiếp và chuẩn bị nội dung trả lời",
                "planning the appointment and preparing the answer",
            ),
            days=90,
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Cuộc gặp", "The appointment"),
            questions=(
                SENDER,
                PHONE,
                ReadyQuestion(kind="date", label=t("Ngày muốn gặp", "Day"), data_class=NONE),
                ReadyQuestion(
                    kind="long_text", label=t("Nội dung cần trao đổi", "What it is about"), data_class=PRIVATE
                ),
            ),
        ),
    ),
)

COPY = ReadyForm(
    code="copy",
    icon="doc-full",
    title=t("Đề nghị cấp bản sao giấy tờ", "Request for a copy of papers"),
    summary=t("Bản sao học bạ, giấy xác nhận học sinh.", "Copies of school records, confirmations."),
    subjects=t("Học sinh, cựu học sinh, cha mẹ học sinh", "Pupils, former pupils, parents"),
    receipt=t(
        "Mang theo giấy tờ tùy thân khi đến nhận.", "Bring a document with your picture when you fetch it."
    ),
    purposes=(
        ReadyPurpose(
            text=t(
                "tìm hồ sơ gốc và cấp bản sao giấy tờ", "finding the original record and issuing the copy"
            ),
            days=180,
        ),
        ReadyPurpose(
            text=t("báo cho người đề nghị khi giấy tờ đã sẵn sàng", "telling you when the copy is ready"),
            days=90,
            is_optional=True,
        ),
    ),
    steps=(
        ReadyStep(
            title=t("Người đề nghị", "Who asks"),
            questions=(
                SENDER,
                ReadyQuestion(
                    kind="date",
                    label=t("Ngày sinh", "Date of birth"),
                    data_class=PERSONAL,
                    more=(("autofill", "bday"),),
                ),
                ReadyQuestion(
                    kind="choice",
                    label=t("Giấy tờ cần cấp", "Which paper"),
                    options=t(
                        "Bản sao học bạ\nGiấy xác nhận học sinh\nGiấy tờ khác",
                        "Copy of school record\nConfirmation\nAnother paper",
                    ),
                ),
                ReadyQuestion(
                    kind="text",
                    label=t("Tên giấy tờ khác", "The other paper"),
                    only_if=(t("Giấy tờ cần cấp", "Which paper"), t("Giấy tờ khác", "Another paper")),
                ),
            ),
        ),
        ReadyStep(
            title=t("Báo kết quả", "Telling you"),
            questions=(
                ReadyQuestion(
                    kind="email",
                    label=t("E-mail", "E-mail"),
                    data_class=PERSONAL,
                    necessity="optional",
                    purposes=(2,),
                ),
                ReadyQuestion(
                    kind="phone", label=PHONE.label, data_class=PERSONAL, necessity="optional", purposes=(2,)
                ),
            ),
        ),
    ),
)

BLANK = ReadyForm(
    code="blank",
    icon="plus",
    title=t("Biểu mẫu mới", "New form"),
    summary=t("", ""),
    subjects=t("Người dân", "Citizens"),
    receipt=t("", ""),
    purposes=(),
    steps=(),
)

READY: dict[str, ReadyForm] = {
    form.code: form for form in (PARENTS_EVENING, LEAVE, CLUB, SURVEY, APPOINTMENT, COPY, BLANK)
}
