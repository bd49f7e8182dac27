"""Everything that can be said about the sources without running the product: check.py [STEP…]

Every step runs, two at a time, so that one call shows all there is to mend; the exit code is 1 where one of them failed.
"""

import base64
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from calls import environment_of

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION_EXAMPLE = ROOT / "deploy" / "edusite.env.example"
AT_ONCE = 2
TEST_SETTINGS = {"DJANGO_SETTINGS_MODULE": "edusite.settings.test"}


@dataclass(frozen=True)
class Step:
    """One checker: `module` run by this Python with `arguments`."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def production_environment(example: Path = PRODUCTION_EXAMPLE) -> dict[str, str]:
    """The documented example of a production environment, so that the example itself is checked.

    Its secrets are empty: these get invented ones. DJANGO_SETTINGS_MODULE is that of production.
    """
    pairs = {"DJANGO_SETTINGS_MODULE": "edusite.settings.production"}
    for line in example.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            name, _, value = line.partition("=")
            pairs[name.strip()] = value.strip()
    invented = {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "EDUSITE_FIELD_KEYS": f"check:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    }
    return pairs | {name: value for name, value in invented.items() if not pairs.get(name)}


def steps(data_dir: str) -> list[Step]:
    python = sys.executable
    bin_directory = Path(python).parent
    manage = (python, "manage.py")
    test = {
        **TEST_SETTINGS,
        "EDUSITE_DATA_DIR": data_dir,
        "DATABASE_URL": f"sqlite:///{data_dir}/check.sqlite3",
    }
    production = {**production_environment(), "EDUSITE_DATA_DIR": data_dir}
    return [
        Step("format", (python, "-m", "ruff", "format", "--check", ".")),
        Step("lint", (python, "-m", "ruff", "check", ".")),
        Step("templates", (python, "-m", "djlint", "--lint", "--quiet", "templates")),
        Step("layers", (str(bin_directory / "lint-imports"), "--no-cache")),
        Step("system", (*manage, "check", "--fail-level", "WARNING"), test),
        Step("production", (*manage, "check", "--deploy", "--fail-level", "WARNING"), production),
        Step("migrations", (*manage, "makemigrations", "--check", "--dry-run"), test),
        Step("messages", (python, "scripts/check_messages.py")),
    ]


def run(step: Step) -> tuple[bool, str]:
    """Whether the step found nothing, and what there is to print about it."""
    started = time.monotonic()
    result = subprocess.run(
        step.command,
        cwd=ROOT,
        env=environment_of(step.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    text = f"== {step.name}\n{result.stdout}"
    if result.returncode:
        text += f"   {step.name} FAILED ({time.monotonic() - started:.1f} s)\n"
    return result.returncode == 0, text


def main(names: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="edusite-check-") as data_dir:
        known = {step.name: step for step in steps(data_dir)}
        unknown = [name for name in names if name not in known]
        if unknown:
            print(f"unknown step {unknown[0]}; known: {', '.join(known)}", file=sys.stderr)
            return 2
        chosen = [known[name] for name in (names or known)]
        failed = []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for step, (is_good, text) in zip(chosen, pool.map(run, chosen), strict=True):
                print(text, end="", flush=True)
                failed += [] if is_good else [step.name]
    print(f"check: {', '.join(failed)} failed" if failed else "check: everything in order")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
