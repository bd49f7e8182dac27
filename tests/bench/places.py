"""An assignment of places at the size of a province on PostgreSQL: ``python -m tests.bench.places STEP``, part of ``make bench``.

Steps, each in a process of its own so that its memory is its own: ``load`` (100,000 valid applications with three wishes for 300
classes), ``compute``, ``propose``, ``publish``, ``move`` (3,000 families give their places up, the waiting lists move).
Each prints JSON: seconds, megabytes of the process before and at most, statements, and
for the step what came out. `PLACES_APPLICANTS` and `PLACES_SCHOOLS` are other numbers.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import timedelta

APPLICANTS = int(os.environ.get("PLACES_APPLICANTS", "100000"))
SCHOOLS = int(os.environ.get("PLACES_SCHOOLS", "300"))
TRACKS = 300 // SCHOOLS
GIVEN_UP = 3_000
TITLE = "Đợt tuyển sinh để đo"


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def counted(found: dict):
    """Write into `found` how many statements were sent."""
    from django.db import connection

    state = {"number": 0}

    def wrap(execute, sql, params, many, context):
        state["number"] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrap):
        yield
    found["statements"] = state["number"]


def measured(act: Callable[[], dict]) -> dict:
    found: dict = {"megabytes_before": megabytes()}
    began, processor = time.monotonic(), time.process_time()
    with counted(found):
        came = act()
    found |= {
        "seconds": round(time.monotonic() - began, 1),
        "processor_seconds": round(time.process_time() - processor, 1),
        "megabytes": megabytes(),
    }
    return found | came


def clone(model, first, number: int, **expressions: str) -> None:
    """So many more rows like the first one, by one statement; `expressions`: SQL over ``n`` for the columns that differ."""
    from django.db import connection

    columns = [field.column for field in model._meta.local_fields if not field.primary_key]
    expressions = {"uid": "gen_random_uuid()"} | expressions
    values = [expressions.get(name, f't."{name}"') for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {", ".join(values)} '
            f'FROM "{model._meta.db_table}" t, generate_series(1, %s) n WHERE t.id = %s ORDER BY n',
            [number, first.pk],
        )


def load() -> dict:
    from django.contrib.auth.models import Group, User
    from django.db import connection, transaction
    from django.utils import timezone

    from editorial.choices import BoardRole
    from editorial.models import BoardGroup
    from enrolment.allocation.lots import seed_draw
    from enrolment.choices import ApplicationState, Phase
    from enrolment.models import Application, CampaignPhase, Wish
    from network.models import Institution
    from privacy.models import Submission
    from tests.bench.allocation import wishes_of
    from tests.enrolment.making_applications import make_application, make_campaign, make_notice

    department = Institution.objects.get(code="BM")
    schools = list(Institution.objects.below(department).facilities().order_by("path")[:SCHOOLS])
    with transaction.atomic():
        campaign = make_campaign(department, opens=-20, closes=-1, title=TITLE, uses_catchment=True)
        now = timezone.now()
        CampaignPhase.objects.create(
            page=campaign,
            kind=Phase.WAITING,
            starts_at=now - timedelta(hours=1),
            ends_at=now + timedelta(days=20),
        )
        quota = APPLICANTS * 9 // (10 * SCHOOLS * TRACKS)
        for school in schools:
            make_notice(school, campaign, *((f"t{n}", quota) for n in range(TRACKS)))
        seed_draw(campaign=campaign)
        for name in ("places-editor", "places-chief"):
            user = User.objects.create(username=name, email=f"{name}@example.edu.vn", password="!")
            role = BoardRole.CHIEF if name.endswith("chief") else BoardRole.EDITOR
            group = BoardGroup.objects.get(institution=department, role=role).group_id
            user.groups.add(Group.objects.get(pk=group))
        first = make_application(campaign, (schools[0], "t0"), state=ApplicationState.VALID, owner=department)
        Application.objects.filter(pk=first.pk).update(lot_code="C0000000")
        Wish.objects.all().delete()
        clone(
            Submission,
            first.submission,
            APPLICANTS - 1,
            reference="'B' || lpad(n::text, 9, '0')",
        )
        keys = list(Submission.objects.filter(page=campaign.pk).order_by("pk").values_list("pk", flat=True))
        clone(
            Application,
            first,
            APPLICANTS - 1,
            submission_id=f"{keys[0]} + n",
            child_digest="md5(n::text)",
            lot_code="'C' || lpad(n::text, 7, '0')",
        )
        ids = dict(Application.objects.filter(campaign=campaign).values_list("lot_code", "pk"))
        columns = "application_id, position, school_id, track, catchment, is_first, points, score, outcome"
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY enrolment_wish ({columns}) FROM STDIN") as copy,
        ):
            for wish in wishes_of(APPLICANTS):
                place = int(wish.place.partition("/")[0])
                school, track = schools[place % SCHOOLS], f"t{place // SCHOOLS}"
                score = f"{wish.score / 1000:.3f}"
                copy.write_row(
                    (
                        ids[wish.code],
                        wish.position,
                        school.pk,
                        track,
                        wish.group,
                        wish.is_first,
                        0,
                        score,
                        "open",
                    )
                )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"applications": len(ids), "wishes": Wish.objects.count(), "schools": len(schools)}


def campaign_of():
    from enrolment.models import CampaignPage

    return CampaignPage.objects.get(title=TITLE)


def person(name: str):
    from django.contrib.auth.models import User

    return User.objects.get(username=f"places-{name}")


def work(kind: str, user, **fields) -> None:
    from enrolment.allocation.runs import job_start
    from enrolment.allocation.working import job_run

    job = job_start(campaign=campaign_of(), work=kind, user=user, **fields)
    job_run(job_id=job.pk)
    job.refresh_from_db()
    if job.error or job.state != "done":
        raise SystemExit(f"{kind}: {job.state} {job.error}")


def compute() -> dict:
    from enrolment.choices import AllocationWork
    from enrolment.models import Allocation, AllocationRow

    work(AllocationWork.COMPUTE, person("editor"))
    run = Allocation.objects.get(campaign=campaign_of())
    return {"rows": AllocationRow.objects.filter(allocation=run).count()}


def propose() -> dict:
    from enrolment.allocation.runs import run_propose
    from enrolment.models import Allocation

    run_propose(allocation=Allocation.objects.get(campaign=campaign_of()), user=person("editor"))
    return {}


def publish() -> dict:
    from enrolment.choices import AllocationWork
    from enrolment.models import Allocation

    run = Allocation.objects.get(campaign=campaign_of())
    work(AllocationWork.PUBLISH, person("chief"), allocation=run)
    return states()


def states() -> dict:
    from django.db.models import Count

    from enrolment.models import Application

    rows = Application.objects.order_by().values_list("state").annotate(Count("pk"))
    return {"states": dict(rows)}


def move() -> dict:
    from enrolment.allocation.waiting import campaign_move

    return {"moves": len(campaign_move(campaign=campaign_of()))} | states()


def give_up() -> None:
    """Every so-manieth family that has a place gives it up; not measured."""
    from enrolment.models import Application, Wish

    pks = list(Application.objects.filter(state="admitted").order_by("pk").values_list("pk", flat=True))
    some = pks[:: max(len(pks) // GIVEN_UP, 1)][:GIVEN_UP]
    Application.objects.filter(pk__in=some).update(state="declined")
    Wish.objects.filter(application__in=some).update(outcome="given_up", waiting_number=None)


STEPS = {"load": load, "compute": compute, "propose": propose, "publish": publish, "move": move}


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.demo")
    django.setup()
    step = sys.argv[1]
    if step == "move":
        give_up()
    print(json.dumps(measured(STEPS[step])))


if __name__ == "__main__":
    main()
