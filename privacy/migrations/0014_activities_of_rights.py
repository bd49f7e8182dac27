"""Carrying out requests of people becomes an entry of every register: a duty under law, in force from the start."""

from django.db import migrations
from django.utils import timezone

NAMES = ("Yêu cầu về thông tin cá nhân", "Requests about personal information")
TEXTS = (
    "tiếp nhận, trả lời và thực hiện yêu cầu của chủ thể dữ liệu",
    "receiving, answering and carrying out requests of the person concerned",
)
CITATION = "Luật 91/2025/QH15, điều 4; Nghị định 356/2025/NĐ-CP, điều 5"


def register_rights(apps, schema_editor):
    Activity = apps.get_model("privacy", "ProcessingActivity")
    Purpose = apps.get_model("privacy", "Purpose")
    have = set(Activity.objects.filter(code="rights").values_list("institution_id", flat=True))
    wanted = set(Activity.objects.values_list("institution_id", flat=True)) - have
    Activity.objects.bulk_create(
        [
            Activity(
                institution_id=pk,
                code="rights",
                name=NAMES[0],
                name_en=NAMES[1],
                subjects="Người đã gửi thông tin qua trang thông tin điện tử và người đại diện của họ",
                includes_children=True,
                status="approved",
                is_generated=True,
                approved_at=timezone.now(),
            )
            for pk in sorted(wanted)
        ],
        batch_size=500,
    )
    made = Activity.objects.filter(code="rights", purposes__isnull=True)
    Purpose.objects.bulk_create(
        [
            Purpose(
                institution_id=activity.institution_id,
                activity=activity,
                form="rights",
                code="carry-out",
                text=TEXTS[0],
                text_en=TEXTS[1],
                legal_basis="law",
                citation=CITATION,
                retention_days=730,
            )
            for activity in made
        ],
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("privacy", "0013_agreements_and_drafts")]

    operations = [migrations.RunPython(register_rights, migrations.RunPython.noop)]
