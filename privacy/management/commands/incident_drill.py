import json
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from network.models import Institution
from privacy.choices import IncidentKind
from privacy.duties import Duty, people_with
from privacy.inspection.clocks import bodies_for, clocks_of
from privacy.services.incidents import (
    incident_close,
    incident_contain,
    incident_count,
    incident_open,
    incident_print,
    incident_report,
)


class Command(BaseCommand):
    help = "A drill: an invented incident goes through all clocks and reports. Nobody is told; the register marks it as a drill."

    def add_arguments(self, parser):
        parser.add_argument("institution", help="code of the institution")
        parser.add_argument("--report", help="write the report (PDF) to this file")

    def handle(self, *args, institution, report, **options):
        found = Institution.objects.with_code(institution).first()
        if found is None:
            raise CommandError("There is no institution with this code.")
        with override("vi"):
            self.stdout.write(json.dumps(self._drill(found, report), ensure_ascii=False))

    def _drill(self, institution, report) -> dict:
        started = timezone.now()
        incident = incident_open(
            institution=institution, details=DRILL | {"detected_at": started}, user=None, is_drill=True
        )
        clocks = clocks_of(incident, started)
        bodies = bodies_for(incident)
        incident_count(incident=incident, user=None)
        incident_contain(incident=incident, user=None)
        officers = list(people_with(Duty.REVIEW, institution))
        content = incident_print(incident=incident, user=None, officers=officers)
        if report:
            with open(report, "wb") as file:
                file.write(content)
        for clock in clocks:
            incident_report(incident=incident, rule=clock.rule, user=None, note="drill")
        incident_close(incident=incident, user=None)
        spent = timezone.now() - started
        return {
            "incident": str(incident),
            "clocks": {c.rule.code: c.rule.hours for c in clocks},
            "affected": incident.affected,
            "officers": len(officers),
            "bodies": len(bodies),
            "bodies_without_contact": sum(not (b.phone or b.email or b.address) for b in bodies),
            "report_bytes": len(content),
            "seconds": round(spent / timedelta(seconds=1), 1),
        }


DRILL = {
    "kind": IncidentKind.DISCLOSED,
    "summary": "Diễn tập: một danh sách thông tin cá nhân giả định bị công khai ngoài ý muốn.",
    "touches_data": True,
    "is_cyber": True,
    "is_serious": True,
    "stops_service": True,
    "systems": "Trang thông tin điện tử (diễn tập)",
    "data_types": "Họ tên, số điện thoại (giả định)",
    "consequences": "Không có hậu quả thật: đây là diễn tập.",
    "measures": "Gỡ nội dung, khóa truy cập, kiểm tra nhật ký (diễn tập).",
    "cause": "Diễn tập.",
    "lessons": "Ghi sau buổi diễn tập.",
}
