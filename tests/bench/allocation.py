"""Places for 100,000 applicants with three wishes at 300 classes: ``python -m tests.bench.allocation [applicants]``.

Prints as JSON the seconds of the processor that the method takes, and the check of the published file, and megabytes.
Needs no database. Ends with 1 where the goal is missed.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time

from enrolment.allocation.method import METHOD, Rules, Wished, allocate, digest_of, fingerprint_of
from enrolment.allocation.sheets import check, class_line, meta_line, sheets_of

APPLICANTS, CLASSES, WISHES = 100_000, 300, 3
SEED, NUMBER = "5e" * 32, "482913"
MOST_SECONDS = 10.0


def wishes_of(applicants: int) -> list[Wished]:
    """Some classes are wanted more than others; scores by quarters, so that many are equal."""
    chance = random.Random(1)
    places = [f"{number}/a" for number in range(CLASSES)]
    found = []
    for number in range(applicants):
        named: list[str] = []
        while len(named) < WISHES:
            place = places[int(chance.random() ** 1.6 * CLASSES)]
            if place not in named:
                named.append(place)
        score = chance.randrange(0, 121) * 250
        found += [
            Wished(f"C{number:07}", position, place, chance.random() < 0.01, chance.randrange(4), score)
            for position, place in enumerate(named, 1)
        ]
    return found


def file_of(outcome, quotas: dict[str, int]) -> list[str]:
    rows = [line for lines in sheets_of(outcome).values() for line in lines]
    facts = {
        "method": METHOD,
        "seed": SEED,
        "fingerprint": fingerprint_of(SEED),
        "public_number": NUMBER,
        "waiting_list": "yes",
        "output_sha256": digest_of(rows),
    }
    classes = [
        class_line(
            place,
            place,
            quotas[place],
            {"wishes": total.wishes, "admitted": total.admitted, "waiting": total.waiting, "last": None},
        )
        for place, total in outcome.totals.items()
    ]
    return [*(meta_line(name, value) for name, value in facts.items()), *classes, *rows]


def measured(applicants: int) -> dict[str, float | int]:
    wishes = wishes_of(applicants)
    quotas = {f"{number}/a": applicants * 9 // (10 * CLASSES) for number in range(CLASSES)}
    began = time.process_time()
    outcome = allocate(wishes, quotas, Rules(True, True), seed=SEED, public_number=NUMBER)
    method = time.process_time() - began
    lines = file_of(outcome, quotas)
    began = time.process_time()
    checked = check(lines)
    seconds = time.process_time() - began
    if checked.problems:
        raise SystemExit("\n".join(checked.problems))
    return {
        "applicants": applicants,
        "wishes": len(wishes),
        "admitted": sum(total.admitted for total in outcome.totals.values()),
        "method_seconds": round(method, 1),
        "check_seconds": round(seconds, 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> int:
    found = measured(int(sys.argv[1]) if len(sys.argv) > 1 else APPLICANTS)
    print(json.dumps(found))
    return int(found["method_seconds"] > MOST_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
