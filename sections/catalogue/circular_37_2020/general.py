"""Articles 3 to 7: general requirements, e-mail, principles."""

from sections.catalogue.circular_37_2020.shape import clause, section
from sections.catalogue.entries import ALL, AUTHORITIES, DEPARTMENT, NavGroup

CLAUSES = (
    clause(
        "W2.1",
        ALL,
        (
            "Mỗi đơn vị có một trang thông tin điện tử là điểm truy cập duy nhất",
            "One site per institution: a single access point",
        ),
        platform="network.models.Institution.site",
    ),
    clause(
        "W3.1a",
        ALL,
        (
            "Tuân thủ tiêu chuẩn kỹ thuật về ứng dụng công nghệ thông tin",
            "Technical standards for what is published",
        ),
        platform="templates, home.feeds",
    ),
    clause(
        "W3.1b",
        ALL,
        (
            "Tên miền theo quy định, ưu tiên tên miền cấp hai edu.vn",
            "Domain names as the rules ask, with edu.vn expected",
        ),
        record="network.models.Institution.domain_reason",
    ),
    clause(
        "W3.1c",
        AUTHORITIES,
        (
            "Cung cấp trang thông tin điện tử thành viên cho các cơ sở giáo dục trực thuộc theo điều kiện thực tế",
            "Member sites for affiliated institutions, as conditions allow",
        ),
        required=False,
        record="network.provisioning",
    ),
    clause(
        "W3.2",
        ALL,
        (
            "Phương thức triển khai: tự đầu tư, thuê dịch vụ hoặc sử dụng dịch vụ được cung cấp",
            "The way the site is run is recorded",
        ),
        record="network.models.Institution.operation_mode",
    ),
    clause(
        "W3.3",
        ALL,
        (
            "Quy chế quản lý, vận hành, sử dụng và kế hoạch nâng cấp, bảo trì",
            "Regulations for management, operation and use; upgrade and maintenance plan",
        ),
        answered_by="W11.2",
    ),
    clause(
        "W3.4",
        ALL,
        ("Người đứng đầu chịu trách nhiệm về thông tin đăng tải", "The head answers for what is published"),
        record="editorial.models.Publication",
    ),
    clause(
        "W4.2",
        ALL,
        (
            "Công khai thư điện tử tiếp nhận thông tin, khiếu nại của tổ chức và cá nhân",
            "Public e-mail addresses for information and complaints",
        ),
        section(
            "W4.2",
            ("Gửi phản ánh, góp ý", "Send feedback"),
            ("gop-y", "feedback"),
            NavGroup.PARTICIPATION,
            (
                "Gửi phản ánh, kiến nghị, góp ý tới đơn vị và nhận mã để theo dõi.",
                "Send us a remark, a request or a complaint and receive a reference code.",
            ),
            None,
            False,
        ),
    ),
    clause(
        "W4.3",
        ALL,
        (
            "Danh bạ tài khoản thư điện tử của cán bộ, giáo viên, nhân viên",
            "Staff directory with e-mail accounts",
        ),
        record="network (directory of people)",
    ),
    clause(
        "W4.4",
        ALL,
        ("Quy chế quản lý, vận hành và sử dụng thư điện tử", "Regulations on e-mail"),
        answered_by="W11.2",
    ),
    clause(
        "W4.5",
        ALL,
        ("Phân công đầu mối phụ trách thư điện tử", "Contact official for e-mail"),
        answered_by="W11.2",
    ),
    clause(
        "W5.1",
        DEPARTMENT,
        (
            "Nhóm thư điện tử do Bộ thiết lập: giám đốc sở, văn thư sở",
            "E-mail groups that the Ministry sets up: directors and document departments",
        ),
        required=False,
        record="network (e-mail groups)",
    ),
    clause(
        "W5.2",
        DEPARTMENT,
        (
            "Đăng ký với Bộ để cập nhật địa chỉ trong các nhóm thư điện tử",
            "Registration with the Ministry, so that the groups stay up to date",
        ),
        record="network (e-mail groups)",
    ),
    clause(
        "W5.3",
        AUTHORITIES,
        (
            "Thiết lập nhóm thư điện tử dùng chung theo nhu cầu và điều kiện thực tế",
            "Common e-mail groups, as needs and conditions ask",
        ),
        required=False,
        record="network (e-mail groups)",
    ),
    clause(
        "W6.2",
        ALL,
        (
            "Thông tin chính thống, đầy đủ, chính xác, kịp thời",
            "Official, adequate, accurate and timely information",
        ),
        platform="sections.catalogue (freshness), editorial.models.ReviewedMixin, assessment",
    ),
    clause(
        "W7.1",
        ALL,
        (
            "Thông tin tuân thủ chủ trương, chính sách và pháp luật; chỉ đăng qua Ban biên tập",
            "Information complies with policy and law; it is published through the board alone",
        ),
        platform="editorial (chain of approval)",
    ),
    clause(
        "W7.2",
        ALL,
        (
            "Bảo đảm an toàn, an ninh mạng, bí mật nhà nước, sở hữu trí tuệ",
            "Safety, cyber security, state secrets and intellectual property are respected",
        ),
        platform="editorial (chain of approval), privacy",
    ),
    clause(
        "W7.3",
        ALL,
        (
            "Ghi rõ tác giả, nguồn thông tin khi đăng tải, trích dẫn, sử dụng lại",
            "Author and source on everything that is published",
        ),
        platform="editorial.models.AuthoredMixin",
    ),
)
