"""How lists of the national portal and of provinces write the closed lists of a procedure."""

LEVEL_NAMES = {
    "Cấp bộ": "ministry", "bộ": "ministry", "Cấp tỉnh": "province", "tỉnh": "province", "Cấp huyện": "district",
    "huyện": "district", "Cấp xã": "commune", "xã": "commune", "Cơ quan khác": "other", "Cơ sở giáo dục": "other",
    "trường học": "other",
}  # fmt: skip
AUDIENCE_NAMES = {
    "Công dân Việt Nam": "citizens", "công dân": "citizens", "Người Việt Nam định cư ở nước ngoài": "overseas",
    "Người nước ngoài": "foreigners", "Người nước ngoài cư trú tại Việt Nam": "foreigners",
    "Cán bộ, công chức, viên chức": "officials", "cán bộ": "officials", "công chức": "officials",
    "viên chức": "officials", "giáo viên": "officials", "Doanh nghiệp": "enterprises",
    "Doanh nghiệp Việt Nam": "enterprises", "Doanh nghiệp có vốn đầu tư nước ngoài": "foreign_invested",
    "Hợp tác xã": "cooperatives", "Tổ chức (không bao gồm doanh nghiệp, HTX)": "organisations",
    "tổ chức": "organisations", "Tổ chức nước ngoài": "foreign_bodies", "Đảng viên": "party", "Tổ chức Đảng": "party",
    "học sinh": "pupils", "cha mẹ học sinh": "pupils", "phụ huynh": "pupils", "trường học": "schools",
    "cơ sở giáo dục": "schools",
}  # fmt: skip
CATEGORY_NAMES = {
    "TTHC được giao luật quy định chi tiết": "detailed", "TTHC được luật giao quy định chi tiết": "detailed",
    "TTHC không được luật giao cho địa phương quy định": "not_delegated", "Loại khác": "other",
}  # fmt: skip
ONLINE_NAMES = {"toàn trình": "full", "một phần": "partial", "thông tin": "information", "mức độ 4": "full"}
CHANGE_NAMES = {
    "ban hành mới": "issued",
    "sửa đổi, bổ sung": "amended",
    "thay thế": "replaced",
    "chuẩn hóa": "standardised",
}
STATUS_NAMES = {
    "hieu_luc": "in_force", "còn hiệu lực": "in_force", "có hiệu lực": "in_force", "công khai": "in_force",
    "bai_bo": "repealed", "bãi bỏ": "repealed", "đã bãi bỏ": "repealed", "hết hiệu lực": "repealed",
    "chưa có hiệu lực": "coming",
}  # fmt: skip
