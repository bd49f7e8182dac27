"""Check the message catalogues against the sources: check_messages.py [--update [--from FILE.po …]]

The sources speak English, the catalogue locale/vi holds the Vietnamese. The check fails where a message of
the sources is missing from it, untranslated, fuzzy or no longer in the sources, where a translation's
placeholders differ from its source's, where a catalogue does not compile, and where a source calls a
function of translation by a name that the collector does not know. `--update` brings new messages
in, takes old ones out and fills in translations from the given files. What other packages say is translated
in locale/overlay and is no business of ours.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = "vi"
SOURCE = "en"
DOMAINS = {"django": "html,txt,py", "djangojs": "js"}
NO_SOURCES = {
    "tests",
    "docs",
    "qa",
    "scripts",
    "deploy",
    "locale",
    "var",
    "staticfiles",
    "node_modules",
    "migrations",
    "overridden",
}
MARKING = ("gettext", "gettext_lazy", "gettext_noop")
"""How the functions end that mark a message."""
SEEN_NAMES = {"_", "WAGTAIL"}
"""`_` is seen; WAGTAIL (edusite/admin_words.py) is not, on purpose: its words are Wagtail's own."""
SOURCE_SUFFIXES = {".py", ".html", ".txt", ".js"}
HEADER = {
    "Project-Id-Version": "edusite",
    "Language": TRANSLATED,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
# %(name)s, %s and {name}; a doubled %% or {{ is a sign, not a place.
PERCENT_PLACE = re.compile(r"%(?:\((\w+)\))?[#0\- +]*\d*(?:\.\d+)?([sdifrgx%])")
BRACE_PLACE = re.compile(r"\{\{|\}\}|\{(\w*)[^{}]*\}")

Key = tuple[str | None, str]


class ExtractionError(Exception):
    """The messages of the sources could not be collected."""


def key(entry: polib.POEntry) -> Key:
    """What identifies a message: its context and its source text."""
    return entry.msgctxt, entry.msgid


def show(entry: polib.POEntry) -> str:
    text = entry.msgid if len(entry.msgid) <= 70 else f"{entry.msgid[:69]}…"
    return f'"{text}"' if entry.msgctxt is None else f'"{text}" (context {entry.msgctxt})'


def live(catalogue: Iterable[polib.POEntry]) -> list[polib.POEntry]:
    return [entry for entry in catalogue if not entry.obsolete]


def placeholders(text: str) -> list[str]:
    """The places that a program fills in, in a stable order, each as often as it occurs by name."""
    places = {match[0] for match in PERCENT_PLACE.finditer(text) if match[2] != "%" and match[1]}
    bare = [match[0] for match in PERCENT_PLACE.finditer(text) if match[2] != "%" and not match[1]]
    braces = {"{" + match[1] + "}" for match in BRACE_PLACE.finditer(text) if match[1] is not None}
    return sorted([*places, *bare, *braces])


def translations(entry: polib.POEntry) -> list[str]:
    """Every text of the translation: one, or one for each plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def has_same_places(entry: polib.POEntry) -> bool:
    """True where each text of the translation fills the places of the source (of either of its two forms)."""
    sources = [placeholders(entry.msgid)]
    if entry.msgid_plural:
        sources.append(placeholders(entry.msgid_plural))
    return all(placeholders(text) in sources for text in translations(entry) if text)


def faults(
    catalogue: Iterable[polib.POEntry], extracted: Iterable[polib.POEntry], complete: bool
) -> Iterator[str]:
    """One sentence for each fault of a catalogue, compared with the messages of the sources."""
    entries = {key(entry): entry for entry in live(catalogue)}
    wanted = {key(entry): entry for entry in extracted}
    if complete:
        for name, entry in wanted.items():
            if name not in entries:
                yield f"missing: {show(entry)}"
            elif entry.msgid_plural != entries[name].msgid_plural:
                yield f"its plural is another one in the sources: {show(entry)}"
    for name, entry in entries.items():
        if name not in wanted:
            yield f"no longer in the sources: {show(entry)}"
        if complete and not (entry.fuzzy or all(translations(entry))):
            yield f"not translated: {show(entry)}"
        if entry.fuzzy:
            yield f"fuzzy: {show(entry)}"
        if not has_same_places(entry):
            yield f"placeholders differ: {show(entry)}"


def _copy_sources(root: Path, target: Path) -> None:
    """Copy what may hold messages: the packages and templates of the project, nothing that was built."""

    def leave_out(directory: str, names: list[str]) -> set[str]:
        paths = {name: Path(directory, name) for name in names}
        return {
            name
            for name, path in paths.items()
            if name.startswith(".")
            or (path.is_dir() and name in NO_SOURCES)
            or (path.is_file() and path.suffix not in SOURCE_SUFFIXES)
        }

    shutil.copytree(root, target, ignore=leave_out, ignore_dangling_symlinks=True)


def extract(root: Path, domain: str) -> list[polib.POEntry]:
    """The messages of the sources below `root`, collected by Django's makemessages in a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix="edusite-messages-") as folder:
        tree = Path(folder, "tree")
        _copy_sources(root, tree)
        tree.joinpath("locale").mkdir(exist_ok=True)
        arguments = [
            "makemessages",
            "--locale",
            TRANSLATED,
            "--domain",
            domain,
            "--extension",
            DOMAINS[domain],
        ]
        # --keep-pot leaves what was extracted; no settings, so that only the tree in hand is read.
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        result = subprocess.run(
            [sys.executable, "-m", "django", *arguments, "--keep-pot", "--no-location"],
            cwd=tree,
            env=environment,
            capture_output=True,
            text=True,
        )
        if result.returncode:
            raise ExtractionError((result.stderr or result.stdout).strip().splitlines()[-1])
        template = tree / "locale" / f"{domain}.pot"
        return live(polib.pofile(str(template), encoding="utf-8")) if template.exists() else []


def catalogue_path(root: Path, language: str, domain: str) -> Path:
    return root / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def compile_fault(path: Path) -> str | None:
    """What gettext's own check says about a catalogue."""
    result = subprocess.run(
        ["msgfmt", "--check-format", "--check-header", "--output-file", os.devnull, str(path)],
        capture_output=True,
        text=True,
    )
    return f"does not compile: {result.stderr.strip()}" if result.returncode else None


def unseen_names(root: Path) -> Iterator[str]:
    """One sentence for each import that gives a function of translation a name which xgettext does not know: the messages that
    it marks are not collected, and nobody misses them."""
    for path in sorted(root.rglob("*.py")):
        inner = path.relative_to(root)
        if any(part.startswith(".") or part in NO_SOURCES for part in inner.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
                for name in node.names:
                    if name.name.endswith(MARKING) and name.asname not in {None, *SEEN_NAMES}:
                        yield f"{inner}:{node.lineno}: xgettext does not see {name.name} as {name.asname}"


def check(root: Path) -> list[str]:
    """Every fault of every catalogue, each beginning with the file's name."""
    found = list(unseen_names(root))
    for domain in DOMAINS:
        extracted = extract(root, domain)
        for language in (TRANSLATED, SOURCE):
            path = catalogue_path(root, language, domain)
            if not path.exists():
                if language == TRANSLATED and extracted:
                    found.append(f"{path.relative_to(root)}: missing, {len(extracted)} messages want it")
                continue
            catalogue = polib.pofile(str(path), encoding="utf-8")
            texts = list(faults(catalogue, extracted, complete=language == TRANSLATED))
            compiling = compile_fault(path)
            found += [
                f"{path.relative_to(root)}: {text}" for text in [*texts, *([compiling] if compiling else [])]
            ]
    for path in sorted(root.glob("locale/overlay/*/LC_MESSAGES/*.po")):
        compiling = compile_fault(path)
        if compiling:
            found.append(f"{path.relative_to(root)}: {compiling}")
    return found


def _translated(entry: polib.POEntry, sources: Sequence[polib.POEntry | None]) -> polib.POEntry:
    """A new entry for the message, with the first whole translation that one of the sources has."""
    new = polib.POEntry(
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgctxt=entry.msgctxt,
        comment=entry.comment,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
    )
    if entry.msgid_plural:
        new.msgstr_plural = {0: ""}
    for source in sources:
        if source is None or source.fuzzy:
            continue
        text = next((text for text in translations(source) if text), "")
        if text and entry.msgid_plural:
            new.msgstr_plural = {0: text}
        else:
            new.msgstr = text
        if text:
            new.tcomment = source.tcomment
            break
    return new


def update(root: Path, offered: Sequence[Path]) -> None:
    """Write the Vietnamese catalogues anew: what is translated stays, `offered` fills gaps."""
    supply: dict[Key, polib.POEntry] = {}
    for path in offered:
        for entry in live(polib.pofile(str(path), encoding="utf-8")):
            if all(translations(entry)):
                supply.setdefault(key(entry), entry)
    for domain in DOMAINS:
        path = catalogue_path(root, TRANSLATED, domain)
        extracted = extract(root, domain)
        if not extracted and not path.exists():
            continue
        known = {key(e): e for e in live(polib.pofile(str(path), encoding="utf-8"))} if path.exists() else {}
        catalogue = polib.POFile(wrapwidth=110)
        catalogue.metadata = dict(HEADER)
        for entry in sorted(extracted, key=lambda entry: (entry.msgid, entry.msgctxt or "")):
            catalogue.append(_translated(entry, [known.get(key(entry)), supply.get(key(entry))]))
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        open_entries = [entry for entry in catalogue if not all(translations(entry))]
        gone = len(set(known) - {key(entry) for entry in extracted})
        counts = f"{len(catalogue)} messages, {len(open_entries)} to translate, {gone} removed"
        print(f"{path.relative_to(root)}: {counts}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Check the message catalogues against the sources.")
    parser.add_argument("--update", action="store_true", help="bring new messages in and take old ones out")
    parser.add_argument("--from", dest="offered", nargs="+", type=Path, default=[], metavar="FILE.po")
    options = parser.parse_args(arguments)
    try:
        if options.update:
            update(ROOT, options.offered)
            return 0
        found = check(ROOT)
    except (ExtractionError, OSError) as error:
        print(f"messages: {error}", file=sys.stderr)
        return 2
    for text in found:
        print(text)
    print(f"messages: {len(found)} faults" if found else "messages: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
