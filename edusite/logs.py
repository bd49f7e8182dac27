"""One JSON object a line. Only the fields named here are written: no request bodies, no query strings, no people."""

import json
import logging
import traceback
from datetime import UTC, datetime

WITH_ADDRESS = ("django.request", "django.security", "django.server")
OWN = ("editorial.", "edusite.", "network.", "sections.")
EXTRA = ("timer", "kind", "model", "id", "account", "error")
"""What events of our own say besides their name: names of timers, kinds of letters and models, ids, classes of errors."""


def audit_handler(target: str) -> dict:
    """The handler for the record of access: ``stdout``, ``syslog:/dev/log``, ``syslog:host:port`` or the path of a file; nothing
    for an empty text."""
    handler: dict = {"formatter": "line"}
    scheme, _colon, rest = target.partition(":")
    if not target:
        return {"class": "logging.NullHandler"}
    if target == "stdout":
        return handler | {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}
    if scheme == "syslog":
        host, _colon, port = rest.rpartition(":")
        address = (host, int(port)) if port.isdecimal() else rest
        return handler | {"class": "logging.handlers.SysLogHandler", "address": address}
    return handler | {
        "class": "logging.handlers.WatchedFileHandler",
        "filename": target,
        "encoding": "utf-8",
        "delay": True,
    }


class JsonFormatter(logging.Formatter):
    """An exception is written as its type and the lines it passed, without its message: messages quote what people wrote
    (a form field, the values of a refused row)."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.name.startswith(WITH_ADDRESS):
            message = message.partition("?")[0]
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message,
        }
        if record.name.startswith(OWN):
            entry |= {name: getattr(record, name) for name in EXTRA if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            kind, _error, trace = record.exc_info
            entry["exception"] = f"{kind.__module__}.{kind.__qualname__}"
            entry["trace"] = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return json.dumps(entry, ensure_ascii=False)
