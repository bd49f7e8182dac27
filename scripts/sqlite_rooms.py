"""Which tests run on SQLite too: those of the code that speaks to the two databases differently, and a way through every package.

All tests run on PostgreSQL, the database of production; the browser's run on SQLite, the database of the demonstration. See
docs/decisions/0029-tests-on-sqlite.md. `make test PARTS=sqlite-all` runs every test on SQLite.
"""

SIGNS = (
    "connection.vendor",
    ".cursor()",
    ".raw(",
    "RawSQL",
    "RunSQL",
    "as_sqlite",
    "as_postgresql",
    "pg_",
    "vendor ==",
)
"""A source file with one of these speaks to the database itself; it is in BY_SOURCE."""

RESULTS = ("tests/enrolment/results",)
RULES = ("tests/sections/test_rules.py",)
BY_SOURCE = {
    "common/prepared.py": ("tests/common/test_prepared.py", *RESULTS),
    "common/search_backend.py": ("tests/home/test_search.py",),
    "edusite/demo/outgrown.py": ("tests/edusite/test_outgrown.py",),
    "edusite/middleware/health.py": ("tests/edusite/test_health.py",),
    "enrolment/results/asking.py": RESULTS,
    "enrolment/results/services/loading.py": RESULTS,
    "enrolment/results/services/publishing.py": RESULTS,
    "enrolment/tries.py": (*RESULTS, "tests/enrolment/certificates"),
    "enrolment/waiting_room/services.py": ("tests/enrolment/waiting_room",),
    "home/search.py": ("tests/home/test_search.py",),
    "network/health.py": ("tests/network/test_health.py",),
    "privacy/services/rotation.py": ("tests/privacy/retention",),
    "privacy/services/sent.py": ("tests/privacy/test_short_road.py", "tests/privacy/faults"),
    "privacy/services/taking.py": ("tests/privacy/test_short_road.py", "tests/privacy/faults"),
    "privacy/short_road.py": ("tests/privacy/test_short_road.py", "tests/privacy/faults"),
    "sections/lifting.py": RULES,
    "sections/lists/folding.py": ("tests/sections/lists",),
    "sections/triggers.py": RULES,
}
"""The rooms in which the tests of such a file are."""

WAYS = (
    "tests/assessment/test_overview.py",
    "tests/common/test_migration_operations.py",
    "tests/common/test_page_tree.py",
    "tests/editorial/test_around_chain.py",
    "tests/editorial/test_board.py",
    "tests/editorial/test_two_at_once.py",
    "tests/edusite/sign_in/test_sessions.py",
    "tests/edusite/test_demo_build.py",
    "tests/edusite/test_tables.py",
    "tests/enrolment/allocation/test_runs.py",
    "tests/enrolment/applications/test_applying.py",
    "tests/enrolment/campaigns/test_data.py",
    "tests/enrolment/processing",
    "tests/feedback/test_cases.py",
    "tests/feedback/test_polls.py",
    "tests/network/test_jobs.py",
    "tests/network/test_letters.py",
    "tests/network/test_provisioning.py",
    "tests/network/test_selectors.py",
    "tests/network/test_timers.py",
    "tests/privacy/guard/test_lookup.py",
    "tests/privacy/retention",
    "tests/privacy/rights/test_desk.py",
    "tests/privacy/test_audit.py",
    "tests/privacy/test_models.py",
    "tests/resources/test_search.py",
    "tests/sections/documents/test_documents_exchange.py",
    "tests/sections/documents/test_documents_status.py",
    "tests/sections/exchange/test_batches.py",
    "tests/sections/statistics/test_numbers.py",
    "tests/sections/test_provisioning.py",
)
"""Tables, triggers, locks, sums, JSON, order and transactions in the ordinary work of each package, where no journey in the
browser goes the same way on SQLite as the approval chain, the status of an application or the rights of a person do."""

ROOMS = tuple(sorted({*WAYS, *(room for rooms in BY_SOURCE.values() for room in rooms)}))
