"""Ready forms for the office: a survey, an appointment, a copy of a paper; and the empty one."""

from feedback.board_forms.ready.shape import (
    NONE,
    PERSONAL,
    PHONE,
    PRIVATE,
    SENDER,
    ReadyForm,
    ReadyPurpose,
    ReadyQuestion,
    ReadyStep,
    t,
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
