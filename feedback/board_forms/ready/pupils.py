"""Ready forms about a pupil: the evening for parents, leave, a club."""

from feedback.board_forms.ready.shape import (
    CLASS,
    PERSONAL,
    PHONE,
    PRIVATE,
    PUPIL,
    SENDER,
    YES,
    ReadyForm,
    ReadyPurpose,
    ReadyQuestion,
    ReadyStep,
    t,
)

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
