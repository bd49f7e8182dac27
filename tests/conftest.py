"""What every test shares: strictness, transactional tests apart, the browser, the demonstration server."""

from hypothesis import HealthCheck, settings

# A shared machine is slow at times; how long a case takes is no property of ours (cost is measured by make bench).
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

pytest_plugins = [
    "pytester",
    "tests.support.strict",
    "tests.support.caches",
    "tests.support.deletion_log",
    "tests.support.garbage",
    "tests.support.transactional",
    "tests.support.migrated",
    "tests.support.browser",
    "tests.support.demo_server",
]
