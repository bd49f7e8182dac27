"""Article 9: what the site of an education facility must have."""

from sections.catalogue.circular_37_2020.shape import clause, section
from sections.catalogue.entries import FACILITIES, NavGroup

CLAUSES = (
    clause(
        "W9.1a",
        FACILITIES,
        (
            "Sơ đồ tổ chức, chức năng, nhiệm vụ; tóm lược quá trình hình thành và phát triển; lãnh đạo",
            "Organisation, functions, history of development; heads",
        ),
        section(
            "W9.1a",
            ("Giới thiệu", "Introduction"),
            ("gioi-thieu", "introduction"),
            NavGroup.ABOUT,
            (
                "Cơ cấu tổ chức, chức năng, nhiệm vụ, quyền hạn và lãnh đạo đơn vị.",
                "Organisation, functions, tasks, powers and heads.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.1b",
        FACILITIES,
        (
            "Thông tin giao tiếp giữa cơ sở giáo dục và công dân",
            "Contact between the facility and the public",
        ),
        section(
            "W9.1b",
            ("Liên hệ", "Contact"),
            ("lien-he", "contact"),
            NavGroup.ABOUT,
            (
                "Địa chỉ, điện thoại, thư điện tử tiếp nhận thông tin và khiếu nại.",
                "Address, telephone and e-mail addresses for information and complaints.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.2",
        FACILITIES,
        ("Tin tức, sự kiện", "News and events"),
        section(
            "W9.2",
            ("Tin tức – Thông báo", "News and notices"),
            ("tin-tuc", "news"),
            NavGroup.NEWS,
            ("Tin tức và thông báo về hoạt động của đơn vị.", "News and notices on our activities."),
            14,
            False,
        ),
        section(
            "W9.2.events",
            ("Lịch sự kiện", "Calendar of events"),
            ("su-kien", "events"),
            NavGroup.NEWS,
            ("Lịch sự kiện và các hoạt động sắp diễn ra.", "Calendar of events and coming activities."),
            31,
            False,
        ),
    ),
    clause(
        "W9.3",
        FACILITIES,
        ("Văn bản liên quan đến hoạt động của cơ sở giáo dục", "Documents"),
        section(
            "W9.3",
            ("Văn bản", "Documents"),
            ("van-ban", "documents"),
            NavGroup.DOCUMENTS,
            (
                "Văn bản chỉ đạo, điều hành và văn bản liên quan đến hoạt động của đơn vị.",
                "Documents related to our operations.",
            ),
            92,
            False,
        ),
    ),
    clause(
        "W9.4",
        FACILITIES,
        ("Tuyển sinh đầu cấp trực tuyến: đăng ký, khai hồ sơ, trả kết quả", "Online admission"),
        section(
            "W9.4",
            ("Tuyển sinh trực tuyến", "Online admission"),
            ("tuyen-sinh-truc-tuyen", "online-admission"),
            NavGroup.SERVICES,
            (
                "Đăng ký dự tuyển, khai hồ sơ và nhận kết quả trực tuyến.",
                "Apply, fill in and receive the result online.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.5",
        FACILITIES,
        ("Mục lấy ý kiến góp ý của tổ chức và cá nhân", "Consultations"),
        section(
            "W9.5",
            ("Lấy ý kiến góp ý", "Consultations"),
            ("lay-y-kien", "consultations"),
            NavGroup.PARTICIPATION,
            (
                "Các vấn đề đang xin ý kiến, nội dung, thời hạn và địa chỉ tiếp nhận.",
                "Issues open for consultation, their details, deadline and address.",
            ),
            None,
            False,
        ),
    ),
    clause(
        "W9.6",
        FACILITIES,
        (
            "Dữ liệu đặc tả hỗ trợ tìm kiếm, trao đổi, chia sẻ thông tin",
            "Data for search, exchange and sharing",
        ),
        section(
            "W9.6",
            ("Dữ liệu mở", "Open data"),
            ("du-lieu-mo", "open-data"),
            NavGroup.DOCUMENTS,
            (
                "Dữ liệu phục vụ tìm kiếm, trao đổi và chia sẻ thông tin.",
                "Data for search, exchange and sharing.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.7",
        FACILITIES,
        ("Thông tin công khai của cơ sở giáo dục và thời hạn công khai", "Public disclosure by facilities"),
        section(
            "W9.7",
            ("Công khai", "Public disclosure"),
            ("cong-khai", "disclosure"),
            NavGroup.DOCUMENTS,
            (
                "Các nội dung nhà trường công khai theo quy định, thời hạn và thời điểm đăng.",
                "What the school discloses, with deadlines and posting dates.",
            ),
            183,
            False,
        ),
    ),
    clause(
        "W9.8",
        FACILITIES,
        (
            "Kế hoạch, thông báo tuyển sinh, danh sách dự tuyển",
            "Enrolment: plan, notice, list of participants",
        ),
        section(
            "W9.8",
            ("Thông tin tuyển sinh", "Enrolment"),
            ("tuyen-sinh", "enrolment"),
            NavGroup.SERVICES,
            (
                "Kế hoạch, đối tượng, chỉ tiêu, phương thức, hồ sơ và lịch tuyển sinh.",
                "Plan, quotas, methods, application and dates of enrolment.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.9",
        FACILITIES,
        ("Số liệu thống kê ít nhất 5 năm gần nhất", "Five years of figures"),
        section(
            "W9.9",
            ("Số liệu thống kê", "Statistics"),
            ("so-lieu-thong-ke", "statistics"),
            NavGroup.DOCUMENTS,
            (
                "Số liệu ít nhất 5 năm gần nhất về trường, lớp, học sinh và cơ sở vật chất.",
                "At least five years of figures on schools, classes, students and facilities.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W9.10",
        FACILITIES,
        ("Trang tài nguyên, học liệu số", "Digital resources"),
        section(
            "W9.10",
            ("Kho học liệu số", "Digital resources"),
            ("hoc-lieu-so", "digital-resources"),
            NavGroup.LEARNING,
            (
                "Học liệu số, bài giảng e-Learning, sách giáo khoa điện tử, phần mềm dùng chung.",
                "Digital materials, e-learning lectures, digital textbooks and shared software.",
            ),
            92,
            False,
        ),
    ),
    clause(
        "W9.11",
        FACILITIES,
        ("Hệ thống quản lý trường học trực tuyến (nếu có)", "Online school management system (if any)"),
        section(
            "W9.11",
            ("Quản lý trường học trực tuyến", "School management system"),
            ("quan-ly-truong-hoc", "school-management"),
            NavGroup.SERVICES,
            (
                "Các phân hệ và địa chỉ truy cập hệ thống quản lý trường học.",
                "Modules and entry points of the school management system.",
            ),
            366,
            False,
        ),
        required=False,
    ),
)
