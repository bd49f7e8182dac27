"""Validity of HTML documents, judged by the Nu HTML Checker in one run of Java for all of them."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

VNU = Path(__file__).resolve().parents[2] / "qa" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECK_SECONDS = 600


class CheckerError(Exception):
    """The checker itself failed, so nothing is known about the documents."""


def _run_checker(directory: Path) -> list[dict]:
    command = ["java", "-Xss2m", "-jar", str(VNU), "--format", "json", "--exit-zero-always", str(directory)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=CHECK_SECONDS)
    try:
        return json.loads(result.stderr)["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise CheckerError(
            f"exit code {result.returncode}: {(result.stderr or result.stdout)[:2000]}"
        ) from error


def _describe(message: dict) -> str:
    place = f"{message.get('lastLine', '?')}:{message.get('lastColumn', '?')}"
    extract = " ".join(message.get("extract", "").split())
    return f"line {place}: {message['message']} | {extract[:200]}"


def html_errors(documents: Mapping[str, str]) -> dict[str, list[str]]:
    """Errors by the names of `documents` ({name: html}); valid documents are not in the answer."""
    if not documents:
        raise ValueError("no document to check")
    names = list(documents)
    errors: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="edusite-html-") as folder:
        for number, name in enumerate(names):
            Path(folder, f"{number:05d}.html").write_text(documents[name], encoding="utf-8")
        for message in _run_checker(Path(folder)):
            if message["type"] == "non-document-error":
                raise CheckerError(message.get("message", "the checker could not read a document"))
            if message["type"] == "error":
                name = names[int(Path(urlsplit(message["url"]).path).stem)]
                errors.setdefault(name, []).append(_describe(message))
    return errors
