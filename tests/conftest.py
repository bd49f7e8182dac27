"""What every test shares: strictness, transactional tests apart, the browser, the demonstration server."""

pytest_plugins = [
    "pytester",
    "tests.support.strict",
    "tests.support.transactional",
    "tests.support.browser",
    "tests.support.demo_server",
]
