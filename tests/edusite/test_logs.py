"""What a log line says, and what it never says."""

from __future__ import annotations

import json
import logging
import sys

from edusite.logs import JsonFormatter


def line(name: str, message: str, *args, exc_info=None) -> dict:
    record = logging.LogRecord(name, logging.WARNING, "x.py", 1, message, args, exc_info)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_one_object_with_time_level_and_logger():
    entry = line("network", "%s sites", 3)
    assert (entry["level"], entry["logger"], entry["message"]) == ("WARNING", "network", "3 sites")
    assert entry["time"].endswith("+00:00")


def test_the_question_of_an_address_is_left_out():
    for name in ("django.request", "django.security.csrf", "django.server"):
        assert line(name, "Not Found: /tim-kiem/?q=Nguyễn")["message"] == "Not Found: /tim-kiem/"


def test_an_exception_is_told_without_its_message():
    try:
        raise ValueError("Nguyễn Văn An, 0912 345 678")
    except ValueError:
        info = sys.exc_info()
    entry = line("django.request", "Internal Server Error: /", exc_info=info)
    assert entry["exception"] == "builtins.ValueError"
    assert "test_logs.py" in entry["trace"][0]
    assert "Nguyễn" not in json.dumps(entry, ensure_ascii=False)


def test_a_line_stays_one_line():
    record = logging.LogRecord("a", logging.INFO, "x.py", 1, "first\nsecond", (), None)
    assert "\n" not in JsonFormatter().format(record)


def test_an_event_of_ours_says_what_it_is_about_and_nothing_else():
    for name, expected in (("network.services.letters", "TimeoutError"), ("smtplib", None)):
        record = logging.LogRecord(name, logging.ERROR, "x.py", 1, "network.letter_not_sent", (), None)
        record.error, record.address = "TimeoutError", "an@example.edu.vn"
        entry = json.loads(JsonFormatter().format(record))
        assert entry.get("error") == expected
        assert "address" not in entry
