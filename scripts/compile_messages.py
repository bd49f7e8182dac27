"""Compile the message catalogues locale/*/LC_MESSAGES/*.po to the .mo files that Django reads.

Needs no gettext, so that a machine with Python alone can run the product. A catalogue whose .mo is newer is
left alone.
"""

import os
import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def catalogues(root: Path = LOCALE) -> list[Path]:
    """Every .po file below `root`, in a stable order."""
    return sorted(root.glob("**/LC_MESSAGES/*.po"))


def compile_catalogue(source: Path) -> bool:
    """Write the .mo beside `source` in one step; False where it is newer already."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return False
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(partial))
    os.replace(partial, target)
    return True


def main() -> int:
    compiled = [str(path.relative_to(LOCALE.parent)) for path in catalogues() if compile_catalogue(path)]
    if compiled:
        print(f"== Messages compiled: {', '.join(compiled)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
