"""Article 8: what the site of an education authority must have."""

from sections.catalogue.circular_37_2020.shape import clause, section
from sections.catalogue.entries import AUTHORITIES, DEPARTMENT, NavGroup

CLAUSES = (
    clause(
        "W8.1a",
        AUTHORITIES,
        (
            "Sơ đồ tổ chức, chức năng, nhiệm vụ, quyền hạn; lãnh đạo đơn vị",
            "Organisation chart, functions, tasks, powers; heads",
        ),
        section(
            "W8.1a",
            ("Giới thiệu", "Introduction"),
            ("gioi-thieu", "introduction"),
            NavGroup.ABOUT,
            (
                "Cơ cấu tổ chức, chức năng, nhiệm vụ, quyền hạn và lãnh đạo đơn vị.",
                "Organisation, functions, tasks, powers and heads.",
            ),
            366,
            True,
        ),
    ),
    clause(
        "W8.1b",
        AUTHORITIES,
        (
            "Thông tin giao tiếp giữa cơ quan quản lý giáo dục và công dân",
            "Contact between the authority and the public",
        ),
        section(
            "W8.1b",
            ("Liên hệ", "Contact"),
            ("lien-he", "contact"),
            NavGroup.ABOUT,
            (
                "Địa chỉ, điện thoại, thư điện tử tiếp nhận thông tin và khiếu nại.",
                "Address, telephone and e-mail addresses for information and complaints.",
            ),
            366,
            True,
        ),
    ),
    clause(
        "W8.2",
        AUTHORITIES,
        ("Tin tức, sự kiện về các hoạt động, vấn đề thuộc phạm vi quản lý", "News and events, with calendar"),
        section(
            "W8.2",
            ("Tin tức – Thông báo", "News and notices"),
            ("tin-tuc", "news"),
            NavGroup.NEWS,
            ("Tin tức và thông báo về hoạt động của đơn vị.", "News and notices on our activities."),
            14,
            False,
        ),
        section(
            "W8.2.events",
            ("Lịch sự kiện", "Calendar of events"),
            ("su-kien", "events"),
            NavGroup.NEWS,
            ("Lịch sự kiện và các hoạt động sắp diễn ra.", "Calendar of events and coming activities."),
            31,
            False,
        ),
    ),
    clause(
        "W8.3",
        AUTHORITIES,
        ("Văn bản liên quan đến hoạt động của cơ quan quản lý giáo dục", "Documents"),
        section(
            "W8.3",
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
        "W8.4a",
        AUTHORITIES,
        ("Thông tin về cung cấp dịch vụ công trực tuyến", "Provision of online public services"),
        section(
            "W8.4a",
            ("Dịch vụ công trực tuyến", "Online services"),
            ("dich-vu-cong", "online-services"),
            NavGroup.SERVICES,
            (
                "Danh mục dịch vụ và dịch vụ công trực tuyến, mức độ và đường dẫn thực hiện.",
                "List of online services and online public services, with level and link.",
            ),
            92,
            True,
        ),
    ),
    clause(
        "W8.4b",
        AUTHORITIES,
        (
            "Danh mục dịch vụ trực tuyến và dịch vụ công trực tuyến",
            "List of online services and online public services",
        ),
        answered_by="W8.4a",
    ),
    clause(
        "W8.4c",
        AUTHORITIES,
        (
            "Thủ tục hành chính: hồ sơ, nơi tiếp nhận, người trực tiếp xử lý, thời hạn, phí, lệ phí; tuyển sinh đầu cấp trực tuyến",
            "Administrative procedures; online admission",
        ),
        section(
            "W8.4c",
            ("Thủ tục hành chính", "Administrative procedures"),
            ("thu-tuc-hanh-chinh", "procedures"),
            NavGroup.SERVICES,
            (
                "Trình tự, thành phần hồ sơ, nơi tiếp nhận, thời hạn giải quyết, phí và lệ phí.",
                "Steps, components, recipient, time limit, fees and charges.",
            ),
            92,
            True,
        ),
        section(
            "W8.4c.admission",
            ("Tuyển sinh đầu cấp trực tuyến", "Online admission"),
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
        "W8.5",
        AUTHORITIES,
        (
            "Thông tin công khai; hướng dẫn thực hiện chính sách, quy định, pháp luật",
            "Publicised information; guidance on policy, regulations and law",
        ),
        section(
            "W8.5",
            ("Thông tin công khai và hướng dẫn", "Public information and guidance"),
            ("thong-tin-cong-khai", "public-information"),
            NavGroup.DOCUMENTS,
            (
                "Thông tin công khai, tuyên truyền, hướng dẫn thực hiện chính sách, quy định và pháp luật.",
                "Publicised information and guidance on policy, regulations and law.",
            ),
            92,
            False,
        ),
    ),
    clause(
        "W8.6",
        AUTHORITIES,
        ("Mục lấy ý kiến góp ý của tổ chức và cá nhân", "Consultations"),
        section(
            "W8.6",
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
        "W8.7",
        AUTHORITIES,
        (
            "Dữ liệu đặc tả hỗ trợ tìm kiếm, trao đổi, chia sẻ thông tin",
            "Data for search, exchange and sharing",
        ),
        section(
            "W8.7",
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
        "W8.8",
        AUTHORITIES,
        (
            "Số liệu thống kê ít nhất 5 năm gần nhất của các cơ sở giáo dục thuộc phạm vi quản lý",
            "At least five years of figures of the facilities under management",
        ),
        section(
            "W8.8",
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
        "W8.9",
        AUTHORITIES,
        ("Trang tài nguyên, học liệu số dùng chung", "Digital resources"),
        section(
            "W8.9",
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
        "W8.10",
        AUTHORITIES,
        (
            "Thông tin kiểm định chất lượng và phổ cập giáo dục",
            "Accreditation and universalisation of education",
        ),
        section(
            "W8.10",
            ("Kiểm định và phổ cập giáo dục", "Accreditation and universalisation"),
            ("kiem-dinh-pho-cap", "accreditation"),
            NavGroup.LEARNING,
            (
                "Kết quả kiểm định chất lượng và phổ cập giáo dục.",
                "Results of accreditation and universalisation of education.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W8.11",
        AUTHORITIES,
        ("Điểm thi, kết quả các kỳ thi", "Scores and examination results"),
        section(
            "W8.11",
            ("Điểm thi, kết quả thi", "Examination results"),
            ("ket-qua-thi", "results"),
            NavGroup.SERVICES,
            ("Thông tin về các kỳ thi và tra cứu kết quả.", "Examinations and look-up of results."),
            366,
            False,
        ),
    ),
    clause(
        "W8.12",
        AUTHORITIES,
        ("Quản lý cấp phát văn bằng, chứng chỉ", "Certificates and degrees"),
        section(
            "W8.12",
            ("Văn bằng, chứng chỉ", "Certificates and degrees"),
            ("van-bang-chung-chi", "certificates"),
            NavGroup.SERVICES,
            (
                "Thông tin về quản lý, cấp phát và tra cứu văn bằng, chứng chỉ.",
                "Issuance and look-up of certificates and degrees.",
            ),
            366,
            False,
        ),
    ),
    clause(
        "W8.13",
        AUTHORITIES,
        ("Dự án, đầu tư, đấu thầu, mua sắm công", "Projects, investment, bidding, public procurement"),
        section(
            "W8.13",
            ("Dự án, đầu tư, đấu thầu", "Projects, investment and bidding"),
            ("du-an-dau-thau", "projects"),
            NavGroup.DOCUMENTS,
            (
                "Dự án, hạng mục đầu tư, đấu thầu và mua sắm công.",
                "Projects, investment, bidding and public procurement.",
            ),
            183,
            False,
        ),
    ),
    clause(
        "W8.14",
        AUTHORITIES,
        ("Hệ thống họp, hội thảo trực tuyến", "Web conferences"),
        section(
            "W8.14",
            ("Hội nghị trực tuyến", "Web conferences"),
            ("hoi-nghi-truc-tuyen", "web-conferences"),
            NavGroup.LEARNING,
            (
                "Lịch và hướng dẫn tham gia hội nghị, hội thảo, tập huấn trực tuyến.",
                "Schedule and joining details of web conferences.",
            ),
            183,
            False,
        ),
    ),
    clause(
        "W8.15",
        AUTHORITIES,
        (
            "Thông tin giới thiệu, liên hệ, dịch vụ công trực tuyến bằng tiếng Anh cho người nước ngoài",
            "Introduction, contact and online services in English",
        ),
        answered_by="W8.1a",
    ),
    clause(
        "W8.16",
        DEPARTMENT,
        ("Thông tin về trung tâm ngoại ngữ, tin học", "Foreign-language centres and computer centres"),
        section(
            "W8.16",
            ("Trung tâm ngoại ngữ, tin học", "Language and computer centres"),
            ("trung-tam-ngoai-ngu-tin-hoc", "centres"),
            NavGroup.LEARNING,
            (
                "Danh sách trung tâm ngoại ngữ, tin học được cấp phép.",
                "Licensed foreign-language and computer centres.",
            ),
            183,
            False,
        ),
    ),
)
