"""The figures as docs/performance.md: ratios first, because absolute figures belong to the machine."""

from __future__ import annotations

from typing import Any

HEAD = """# Performance

Written by `make bench` on {day}: {machine}, everything on loopback, 16 connections, two gthread workers, one run.
Ratios count; absolute figures belong to the machine. Cold: the page cache is off. Warm: an anonymous reader's answer
comes from the cache, compressed.

"""


def document(results: dict[str, Any]) -> str:
    parts = [HEAD.format(**results), _goals(results), _serving(results["serving"]), _provisioning(results)]
    parts.append(personal(results["personal"]))
    parts.append(taken_in(results["results"]))
    parts.append(rush(results["rush"]))
    parts.append(places(results["places"]))
    return "\n".join(parts).rstrip() + "\n"


def taken_in(found: dict[str, Any]) -> str:
    """Import and look-ups of examination results (W8.11)."""
    book, asked = found["workbook"], found["lookups"]
    goals = [
        [f"{found['rows']:,} rows as CSV: load", "at most 45 s", f"{found['seconds_load']} s"],
        ["the same bytes by plain COPY", "", f"{found['plain_copy']} s; ratio {found['ratio']}"],
        ["dry run before it", "", f"{found['seconds_check']} s"],
        [f"{book['rows']:,} rows as XLSX: dry run, load", "", f"{book['check']} s, {book['load']} s"],
        ["look-ups against a bare constant Django view", "at least 0.5", f"{asked['ratio']}"],
        ["against the same view behind all middleware", "", f"{asked['ratio_installed']}"],
    ]
    names = {
        "constant": "constant view, no middleware",
        "installed": "constant view behind all middleware",
        "hit": "hit",
        "miss": "miss",
    }
    rows = []
    for kind, name in names.items():
        figure = asked[kind]
        spread = f"{figure['lowest']:,} to {figure['highest']:,}"
        rows.append([name, f"{figure['rate']:,}", spread, f"{figure['p50']:.1f}", f"{figure['p99']:.1f}"])
    head = [
        f"64 connections, medians of {asked['rounds']} rounds",
        "requests/s",
        "rounds",
        "p50 ms",
        "p99 ms",
    ]
    return "## Examination results\n\n" + _table(["", "goal", "measured"], goals) + "\n" + _table(head, rows)


def rush(found: dict[str, Any]) -> str:
    """Applications beside a view that writes one row, and waiting beside the constant view; 64 connections."""
    sent, waiting = found["submissions"], found["waiting"]
    rows = [
        ["bare view that writes one row", "", *_speed(sent["one_row"])],
        ["last step of an application with two files", sent["ratio"], *_speed(sent["sending"])],
    ]
    if whole := sent.get("whole"):
        rows.append(["whole journey, two files", "", *_speed(whole)])
    table = _table(["what", "ratio", "a second", "p50 ms", "p99 ms", "failed"], rows)
    filed = sent["filing"]
    text = (
        f"\nMedians of {sent['rounds']} rounds of {sent['seconds']} s, the two in turn; ratios of single rounds from "
        f"{min(sent['ratios'])} to {max(sent['ratios'])}. The worker files {filed['filed_a_second']} a second behind it; of "
        f"{filed['acknowledged']:,} acknowledged ones {filed['submissions']:,} were there afterwards, with "
        f"{filed['files']:,} files.\n\n"
    )
    against = [
        [
            name,
            f"{waiting[key]['rate'] / waiting['constant']['rate']:.3f}",
            f"{waiting[key]['rate']:,.0f}",
            waiting[key]["p50"],
            waiting[key]["p99"],
            waiting[key]["failed"],
        ]
        for name, key in (
            ("constant Django view", "constant"),
            ("visit of whoever waits", "waiting"),
            ("number given out", "numbers_given"),
        )
    ]
    waits = _table(["what", "ratio to constant view", "a second", "p50 ms", "p99 ms", "failed"], against)
    return "## Opening morning\n\n" + table + text + waits


def _speed(found: dict[str, Any]) -> list[Any]:
    return [found["a_second"], found["p50_ms"], found["p99_ms"], found["failed"]]


def personal(found: dict[str, Any]) -> str:
    """The guard, and what the time of an answer tells of a hit."""
    guard, doors = found["guard"], found["lookups"]["doors"]
    goals = [
        [f"lists found, of {guard['lists']}", "at least 95 %", f"{guard['recall']:.1%}"],
        [
            f"ordinary documents stopped, of {guard['ordinary']}",
            "at most 5 %",
            f"{guard['false_alarms']:.1%}",
        ],
        [
            f"workbook of {guard['workbook_megabytes']} MB, processor time",
            "at most 2 s",
            f"{guard['workbook_seconds']} s",
        ],
    ]
    places = found["places"]
    given = [
        [f"places for {places['wishes']:,} wishes", "at most 10 s", f"{places['method_seconds']} s"],
        ["check of the published file", "", f"{places['check_seconds']} s"],
        ["memory of both", "", f"{places['megabytes']} MB"],
    ]
    rows = [
        [
            name,
            door["hit_cpu_ms"],
            door["miss_cpu_ms"],
            door["ratio"],
            door["hit_ms"],
            door["miss_ms"],
            door["told"],
        ]
        for name, door in doors.items()
    ]
    head = ["door", "hit, cpu ms", "miss, cpu ms", "ratio", "hit, ms", "miss, ms", "told"]
    return (
        "## Personal information\n\n"
        + _table(["publication guard", "goal", "measured"], goals)
        + "\n"
        + _table(["assignment of places", "goal", "measured"], given)
        + "\nHits and misses of look-ups, in turn; goal: ratio within a tenth of one, told within a fifth of a half. Told:\n"
        "the share of pairs in which the hit took longer; a half tells nothing. At the door of rights “hit” is a wrong secret\n"
        "for a code that exists, “miss” a code that does not; the hash of the secret takes the time at both.\n\n"
        + _table(head, rows)
    )


def places(found: dict[str, Any]) -> str:
    """An assignment of places from the applications to the moves of its waiting lists."""
    load, move = found["load"], found["move"]
    names = {
        "compute": "compute",
        "propose": "propose",
        "publish": "publish (one transaction)",
        "move": f"move up: {move['moves']:,} moves",
    }
    rows = [
        [
            name,
            f"{found[step]['seconds']} s",
            f"{found[step]['processor_seconds']} s",
            f"{found[step]['statements']:,}",
            f"{found[step]['megabytes']} MB",
        ]
        for step, name in names.items()
    ]
    return (
        "## Assignment of places for a province\n\n"
        f"{load['applications']:,} applications with {load['wishes']:,} wishes for 300 classes at {load['schools']} schools on "
        "PostgreSQL, each step\nin a process of its own; after publication 3,000 families give their places up.\n\n"
        + _table(["step", "took", "of it processor", "statements", "memory at most"], rows)
    )


ADMIN_HEAD = """# Performance of the admin

Written by `make bench` on {day}: {machine}, PostgreSQL with fsync off, requests in one process without a server, median
of fifteen, five people a board, one draft and one waiting article an institution. Ratios count; absolute figures belong
to the machine. Goal: the same number of queries at any number of institutions, and at most 1.3 times of the time.

"""


def administration(results: dict[str, Any]) -> str:
    """docs/performance-admin.md: each screen with few and with many institutions."""
    few, many = results["administration"]
    before, after = (results["administration"][size]["screens"] for size in (few, many))
    rows = [
        [
            name,
            before[name]["queries"],
            after[name]["queries"],
            before[name]["ms"],
            after[name]["ms"],
            f"{after[name]['ms'] / before[name]['ms']:.2f}",
            after[name]["cpu_ms"],
            f"{after[name]['bytes'] / 1000:.0f}",
        ]
        for name in before
    ]
    head = [
        "screen",
        f"queries, {few}",
        f"queries, {many}",
        f"ms, {few}",
        f"ms, {many}",
        "ratio",
        "cpu ms",
        "kB",
    ]
    people = results["administration"][many]["people"]
    text = ADMIN_HEAD.format(**results) + _table(head, rows)
    return text + f"\n{many} institutions have {people:,} people here.\n"


def _table(head: list[str], rows: list[list[Any]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _sizes(results: dict[str, Any]) -> tuple[str, str]:
    few, many = (key for key in results["serving"] if key != "against")
    return few, many


def _goals(results: dict[str, Any]) -> str:
    few, many = _sizes(results)
    serving, largest = results["serving"], max(results["provisioning"]["postgresql"])
    postgres = results["provisioning"]["postgresql"][largest]
    homes = [
        serving[size]["costs"][name] for size in (few, many) for name in ("department home", "school home")
    ]
    same = all(
        serving[few]["costs"][name]["queries"] == serving[many]["costs"][name]["queries"]
        for name in serving[few]["costs"]
    )
    rows = [
        [f"{largest} institutions on PostgreSQL", "under 900 s", f"{postgres['seconds']:.0f} s"],
        ["last hundred over first hundred", "at most 1.3", postgres["last_part_over_first"]],
        [f"queries of a page, {few} and {many} sites", "the same", "the same" if same else "differ"],
        ["queries of a cold home page", "at most 15", max(home["queries"] for home in homes)],
        [
            "processor time of a cold home page",
            "at most 25 ms",
            f"{max(home['cpu_ms'] for home in homes)} ms",
        ],
    ]
    return "## Goals\n\n" + _table(["what", "goal", "measured"], rows)


def _serving(serving: dict[str, Any]) -> str:
    constant = serving["against"]["constant Django view"]
    rows = []
    for size in (key for key in serving if key != "against"):
        for name, states in serving[size]["figures"].items():
            cost = serving[size]["costs"][name]
            for state, figure in states.items():
                rows.append(
                    [
                        name,
                        size,
                        state,
                        f"{figure.rate / constant.rate:.3f}",
                        f"{figure.rate:,.0f}",
                        f"{figure.p50:.1f}",
                        f"{figure.p99:.1f}",
                        cost["queries"] if state == "cold" else 0,
                        cost["cpu_ms"] if state == "cold" else "",
                        figure.failed,
                    ]
                )
    for name, figure in serving["against"].items():
        ratio = f"{figure.rate / constant.rate:.3f}"
        rows.append(
            [
                name,
                "",
                "",
                ratio,
                f"{figure.rate:,.0f}",
                f"{figure.p50:.1f}",
                f"{figure.p99:.1f}",
                0,
                "",
                figure.failed,
            ]
        )
    head = [
        "page",
        "sites",
        "",
        "ratio to constant view",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "queries",
        "cpu ms",
        "failed",
    ]
    return "## Pages for an anonymous reader (PostgreSQL)\n\n" + _table(head, rows)


def _provisioning(results: dict[str, Any]) -> str:
    rows = [
        [
            kind,
            size,
            found["last_part_over_first"],
            found["institutions_per_second"],
            found["pages_per_second"],
            f"{found['seconds']:.1f}",
            found["pages"],
            found["rejected"],
        ]
        for kind, sizes in results["provisioning"].items()
        for size, found in sizes.items()
    ]
    head = [
        "database",
        "institutions",
        "last/first 100",
        "institutions/s",
        "pages/s",
        "seconds",
        "pages",
        "rejected",
    ]
    note = (
        "Each row in a transaction of its own, with tree, site, board, rights, notice and search index; PostgreSQL "
        "with fsync off.\n"
    )
    return "## Provisioning\n\n" + _table(head, rows) + "\n" + note
