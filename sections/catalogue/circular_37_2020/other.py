"""Articles 10 to 12: other sections, the board of editors, technology."""

from sections.catalogue.circular_37_2020.shape import clause, section
from sections.catalogue.entries import ALL, NavGroup

CLAUSES = (
    clause(
        "W10.1",
        ALL,
        (
            "Liên kết giữa Bộ, sở, phòng và cơ sở giáo dục",
            "Links between Ministry, departments, agencies and facilities",
        ),
        section(
            "W10.1",
            ("Liên kết", "Links"),
            ("lien-ket", "links"),
            NavGroup.ABOUT,
            (
                "Liên kết tới trang của cơ quan quản lý và các đơn vị trong ngành.",
                "Links to authorities and institutions.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.2",
        ALL,
        ("E-Learning, hội nghị số", "E-learning and digital conferences"),
        section(
            "W10.2",
            ("E-Learning", "E-learning"),
            ("e-learning", "e-learning"),
            NavGroup.LEARNING,
            (
                "Bài giảng e-Learning, hội nghị số và thông tin quảng bá.",
                "E-learning, digital conferences and their announcements.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.3",
        ALL,
        ("Thông tin về tổ chức Đảng, đoàn thể", "Party, Youth Union and other organisations"),
        section(
            "W10.3",
            ("Đảng, đoàn thể", "Organisations"),
            ("dang-doan-the", "organisations"),
            NavGroup.ABOUT,
            (
                "Hoạt động của tổ chức Đảng, Công đoàn, Đoàn, Đội và các tổ chức khác.",
                "Party, trade union, Youth Union and other organisations.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.4",
        ALL,
        (
            "Thông cáo báo chí, phỏng vấn, phát ngôn chính thức",
            "Press notices, interviews, official statements",
        ),
        section(
            "W10.4",
            ("Thông cáo báo chí", "Press"),
            ("thong-cao-bao-chi", "press"),
            NavGroup.NEWS,
            (
                "Thông cáo báo chí, phỏng vấn và phát ngôn chính thức.",
                "Press notices, interviews and official statements.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.5",
        ALL,
        (
            "Giải đáp vướng mắc của giáo viên, học sinh, cha mẹ học sinh",
            "Questions and answers for teachers, students, parents",
        ),
        section(
            "W10.5",
            ("Hỏi – đáp", "Questions and answers"),
            ("hoi-dap", "questions"),
            NavGroup.PARTICIPATION,
            (
                "Giải đáp các câu hỏi thường gặp của giáo viên, học sinh, cha mẹ học sinh.",
                "Answers to questions of teachers, students and parents.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.6",
        ALL,
        (
            "Học bổng, tín dụng, hướng nghiệp và dịch vụ hỗ trợ",
            "Scholarships, credit, career counselling and other support",
        ),
        section(
            "W10.6",
            ("Học bổng, hướng nghiệp, hỗ trợ", "Scholarships and support"),
            ("hoc-bong-huong-nghiep", "support"),
            NavGroup.LEARNING,
            (
                "Học bổng, tín dụng, tư vấn hướng nghiệp và các dịch vụ hỗ trợ học sinh.",
                "Scholarships, credit, career counselling and other support.",
            ),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W10.7",
        ALL,
        ("Thăm dò ý kiến", "Opinion polls"),
        section(
            "W10.7",
            ("Thăm dò ý kiến", "Opinion polls"),
            ("tham-do-y-kien", "polls"),
            NavGroup.PARTICIPATION,
            ("Các cuộc thăm dò ý kiến của đơn vị.", "Opinion polls."),
            None,
            False,
        ),
        required=False,
    ),
    clause(
        "W11.1",
        ALL,
        ("Ban biên tập trang thông tin điện tử và Trưởng ban", "Board of editors with a chief"),
        answered_by="W11.2",
    ),
    clause(
        "W11.2",
        ALL,
        (
            "Quy chế quản lý, vận hành và sử dụng trang thông tin điện tử với sáu nội dung",
            "Regulation on management, operation and use, with its six categories",
        ),
        section(
            "W11.2",
            ("Ban biên tập và quy chế", "Board of editors and regulations"),
            ("ban-bien-tap", "board"),
            NavGroup.ABOUT,
            (
                "Ban biên tập, quy chế quản lý, vận hành, sử dụng trang thông tin điện tử và thư điện tử; đầu mối phụ trách.",
                "The board of editors, the regulations on the website and on e-mail, and the contact officials.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W11.2a",
        ALL,
        (
            "Quy chế: nội dung thông tin đăng tải",
            "Regulation: contents of the website",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W11.2b",
        ALL,
        (
            "Quy chế: quy trình tiếp nhận, xử lý, biên tập, cập nhật thông tin",
            "Regulation: procedure for receiving, processing, editing and updating information",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W11.2c",
        ALL,
        (
            "Quy chế: thời hạn cung cấp, cập nhật thông tin",
            "Regulation: deadlines for providing and updating information",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W11.2d",
        ALL,
        (
            "Quy chế: trách nhiệm cung cấp, tổng hợp, thẩm định, phê duyệt thông tin",
            "Regulation: responsibilities for providing, appraising and approving information",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W11.2dd",
        ALL,
        (
            "Quy chế: trách nhiệm quản lý, vận hành kỹ thuật",
            "Regulation: responsibilities for technical operation",
        ),
        answered_by="W11.2",
        reference="11.2đ",
    ),
    clause(
        "W11.2e",
        ALL,
        (
            "Quy chế: chế độ làm việc của thành viên Ban biên tập",
            "Regulation: working regime of the members of the board",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W11.3",
        ALL,
        ("Phân công bộ phận thường trực và đầu mối kỹ thuật", "Standing department and contact official"),
        answered_by="W11.2",
    ),
    clause(
        "W12.1",
        ALL,
        ("Tiếng Việt Unicode theo TCVN 6909:2001", "Vietnamese Unicode as TCVN 6909:2001"),
        platform="common.text",
    ),
    clause(
        "W12.2",
        ALL,
        ("Hỗ trợ truy cập từ thiết bị di động", "Works on mobile devices"),
        platform="static/edusite/css",
    ),
    clause(
        "W12.3",
        ALL,
        ("Hỗ trợ người khuyết tật tiếp cận thông tin", "Works for people with disabilities"),
        platform="templates, tests/accessibility",
    ),
    clause("W12.4", ALL, ("Công cụ tìm kiếm", "Search with or without diacritics"), platform="home.search"),
    clause("W12.5", ALL, ("Chia sẻ nội dung theo RSS", "RSS"), platform="home.feeds"),
    clause(
        "W12.6",
        ALL,
        ("Dữ liệu đặc tả hỗ trợ tìm kiếm, trao đổi và chia sẻ", "Data for search, exchange and sharing"),
        platform="as W8.7 and W9.6",
    ),
    clause(
        "W12.7",
        ALL,
        ("Hỗ trợ IPv6 và DNSSEC theo lộ trình", "IPv6 and DNSSEC of each domain"),
        record="network (domain checks)",
    ),
)
