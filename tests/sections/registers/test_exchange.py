"""Records come in as spreadsheets and go out unchanged (W8.10, W8.11, W8.12, W8.13, W8.14, W8.16)."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from enrolment.models import (
    CertificateRulePage,
    CertificatesPage,
    ExaminationResultsPage,
    ExaminationRulePage,
)
from sections.exchange import exchange
from sections.exchange.choices import Work
from sections.exchange.exporting import Format, export
from sections.exchange.services.batches import batch_create, batch_map, batch_start
from sections.exchange.services.runner import batch_run
from sections.models import (
    AccreditationPage,
    CentrePage,
    CentresPage,
    ConferencePage,
    ConferencesPage,
    ImportBatch,
    ProjectPage,
    ProjectsPage,
    QualityRecordPage,
    TenderPage,
    UniversalisationPage,
)
from tests.factories import make_institution, make_member, section_of

LISTS = [
    (
        "accreditation",
        AccreditationPage,
        "Mã trường,Cấp độ kiểm định,Chuẩn quốc gia,Số quyết định,Ngày quyết định,Giá trị đến\n"
        "thhm,Cấp độ 3,Mức độ 2,512/QĐ-SGDĐT,20/05/2026,19/05/2031\n",
    ),
    (
        "universalisation",
        AccreditationPage,
        "Xã/phường,Nội dung,Năm,Mức độ đạt,Số đối tượng,Số đạt\nPhường Bến Gỗ,PCGDTHCS,2026,Mức độ 2,412,401\n",
    ),
    (
        "projects",
        ProjectsPage,
        "Mã dự án,Tên dự án,Chủ đầu tư,Tổng mức đầu tư,Khởi công,Tiến độ (%),Tính đến ngày,Quyết định\n"
        '7904512,Xây trường Cồn Sẻ,Sở,"28.500.000.000",01/03/2026,45,30/09/2026,'
        "approval | 1204/QĐ-UBND | 15/01/2026 | UBND tỉnh\n",
    ),
    (
        "tenders",
        ProjectsPage,
        "Mã TBMT,Tên gói thầu,Bên mời thầu,Lĩnh vực,Hình thức,Giá gói thầu,Ngày đăng tải,Đóng thầu\n"
        "IB2600123456,Thiết bị,Sở,goods,open,1850000000,05/10/2026,26/10/2026 09:00\n",
    ),
    (
        "conferences",
        ConferencesPage,
        "Tên hội nghị,Bắt đầu,Chủ trì,Thành phần,Liên kết họp\n"
        'Giao ban,12/10/2026 08:00,Văn phòng,"Hiệu trưởng\nKế toán",https://hop.example/j/1\n',
    ),
    (
        "centres",
        CentresPage,
        "Tên trung tâm,Loại trung tâm,Số quyết định,Ngày cấp,Cơ quan cấp,Địa chỉ,Chương trình,Giám đốc\n"
        "Suối Nguồn,language,318/QĐ,14/08/2024,Sở,24 Cầu Đất,Tiếng Anh,Lò Thị Thanh\n",
    ),
    (
        "examination-rules",
        ExaminationResultsPage,
        "Quy định,Nội dung,Kỳ thi,Hiệu lực từ,Cách thực hiện\nPhúc khảo,review,Tốt nghiệp 2026,01/02/2026,Nộp đơn\n",
    ),
    (
        "certificate-rules",
        CertificatesPage,
        "Quy định,Nội dung,Loại văn bằng,Thành phần hồ sơ\nCấp bản sao,copy,Bằng tốt nghiệp,Đơn\n",
    ),
]
MODELS = {
    "accreditation": QualityRecordPage,
    "universalisation": UniversalisationPage,
    "projects": ProjectPage,
    "tenders": TenderPage,
    "conferences": ConferencePage,
    "centres": CentrePage,
    "examination-rules": ExaminationRulePage,
    "certificate-rules": CertificateRulePage,
}


def take_in(institution, parent: Page, name: str, text: str) -> ImportBatch:
    user = make_member(institution, BoardRole.AUTHOR)
    file = SimpleUploadedFile("list.csv", text.encode())
    batch = batch_create(file=file, exchange=exchange(name), section=parent, user=user)
    batch_map(batch=batch, columns=batch.mapping["columns"], constants={}, user=user)
    for work in (Work.CHECK, Work.APPLY):
        batch.refresh_from_db()
        batch_start(batch=batch, work=work, user=user)
        batch_run(batch_id=batch.pk)
    return ImportBatch.objects.get(pk=batch.pk)


def states(batch: ImportBatch) -> list[tuple]:
    return list(batch.rows.values_list("status", flat=True))


def out(name: str, parent: Page, kind: Format) -> bytes:
    return export(exchange=exchange(name), section=parent, format_=kind, drafts=True, now=timezone.now())


@pytest.mark.parametrize(("name", "section", "text"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_goes_out_as_it_came_in(department, school, name, section, text):
    parent = section_of(department, section)
    batch = take_in(department, parent, name, text)
    assert states(batch) == ["created"], list(batch.rows.values_list("messages", flat=True))
    page = MODELS[name].objects.get()
    assert page.title
    assert not page.live
    assert io.BytesIO(out(name, parent, Format.XLSX)).read(2) == b"PK"
    again = take_in(department, parent, name, out(name, parent, Format.CSV).decode("utf-8-sig"))
    assert states(again) == ["unchanged"]


def test_an_institution_is_found_by_its_name_and_a_title_is_made(department, school):
    parent = section_of(department, AccreditationPage)
    text = "Trường,Cấp độ,Số quyết định,Ngày ký\nTrường Tiểu học Hoa Mai,2,9/QĐ,20/05/2026\n"
    assert states(take_in(department, parent, "accreditation", text)) == ["created"]
    page = QualityRecordPage.objects.get()
    assert page.institution == school
    assert page.title.startswith("Trường Tiểu học Hoa Mai: ")


def test_the_institutions_of_another_authority_are_not_found(department, agency, school):
    parent = section_of(agency, AccreditationPage)
    make_institution("THXX", "Trường Tiểu học Xuân Xanh", "primary", agency)
    text = "Trường,Cấp độ,Số quyết định,Ngày ký\nTHHM,2,9/QĐ,20/05/2026\nxuan xanh,2,10/QĐ,20/05/2026\n"
    batch = take_in(agency, parent, "accreditation", text)
    assert states(batch) == ["faulty", "created"]
    message = batch.rows.get(status="faulty").messages[0]
    assert message["cell"] if "cell" in message else "THHM" in str(message)


def test_a_package_finds_its_project_by_its_code_and_not_that_of_another_site(department, agency):
    parent = section_of(department, ProjectsPage)
    take_in(department, parent, "projects", "Mã dự án,Tên dự án,Chủ đầu tư\n79,Cồn Sẻ,Sở\n")
    text = "Mã TBMT,Tên gói thầu,Dự án,Bên mời thầu\nIB1,Bàn ghế,79,Sở\n"
    assert states(take_in(department, parent, "tenders", text)) == ["created"]
    assert TenderPage.objects.get().project == ProjectPage.objects.get()
    other = section_of(agency, ProjectsPage)
    assert states(take_in(agency, other, "tenders", text)) == ["faulty"]


def test_a_row_with_the_password_of_a_meeting_is_refused(department):
    parent = section_of(department, ConferencesPage)
    text = (
        "Tên hội nghị,Bắt đầu,Chủ trì,Thành phần,Cách vào phòng\n"
        "Giao ban,12/10/2026 08:00,Văn phòng,Hiệu trưởng,Mật khẩu: Hs2026\n"
    )
    batch = take_in(department, parent, "conferences", text)
    assert states(batch) == ["faulty"]
    assert not ConferencePage.objects.exists()
