"""The Vietnamese overlay for the texts of Wagtail, Wagtail Localize and Django (rule: Vietnamese first).

The libraries' own Vietnamese is incomplete and uneven, so ``locale/overlay`` holds ours. These tests keep it
compilable, faithful to the placeholders of the source, and complete against the installed libraries: an
update that brings new English strings fails here and names them.
"""

import gettext
import importlib.util
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.utils.translation.trans_real import DjangoTranslation

OVERLAY = Path(__file__).resolve().parents[2] / "locale" / "overlay" / "vi" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")

# Packages whose every English string an author, an editor or a chief may meet.
PACKAGES = (
    "django.conf",
    "django.contrib.auth",
    "taggit",
    "wagtail",
    "wagtail.admin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.documents",
    "wagtail.embeds",
    "wagtail.images",
    "wagtail.locales",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail_localize",
    "wagtail_localize.locales",
)

# Of allauth, which has no Vietnamese at all, the parts in use; of axes, which has no English catalogue, any other.
ALLAUTH_NOT_IN_USE = {"headless", "idp", "openid", "socialaccount"}

PLACEHOLDER = re.compile(r"%\(\w+\)[#0\- +]?[a-zA-Z]|%[sdrif]|\{\w*\}")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")

# Other words for things that have one name here: đăng, quy trình duyệt, đồng ý, trang thông tin.
FOREIGN_TERMS = ("xuất bản", "luồng công việc", "phê chuẩn", "phê duyệt", "trang web", "website", "tiếng tàu")


def catalogue(directory: Path, domain: str) -> list[polib.POEntry]:
    """The live entries of one catalogue; none where the package has no such file."""
    path = directory / f"{domain}.po"
    if not path.exists():
        return []
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def installed(package: str, language: str) -> Path:
    """The messages directory of an installed package."""
    spec = importlib.util.find_spec(package)
    assert spec is not None, f"{package} is not installed"
    assert spec.origin is not None, f"{package} has no file"
    return Path(spec.origin).parent / "locale" / language / "LC_MESSAGES"


def text_of(entry: polib.POEntry) -> str:
    """The Vietnamese text; the language has one form for every number."""
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def key_of(entry: polib.POEntry) -> tuple[str | None, str, str]:
    """What gettext looks a message up by, and its plural."""
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


def compiled(domain: str, root: Path) -> Path:
    """The overlay of one domain as a .mo file below a fresh locale directory."""
    directory = root / "vi" / "LC_MESSAGES"
    directory.mkdir(parents=True, exist_ok=True)
    target = directory / f"{domain}.mo"
    source = polib.pofile(str(OVERLAY / f"{domain}.po"), check_for_duplicates=True)
    source.save_as_mofile(str(target))
    return target


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_passes_the_strict_compiler(domain, tmp_path):
    result = subprocess.run(
        ["msgfmt", "-c", "--check-format", "-o", tmp_path / f"{domain}.mo", OVERLAY / f"{domain}.po"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_compiles_to_a_catalogue_with_one_plural_form(domain, tmp_path):
    with compiled(domain, tmp_path).open("rb") as stream:
        translations = gettext.GNUTranslations(stream)
    assert translations.info()["plural-forms"] == "nplurals=1; plural=0;"
    for entry in catalogue(OVERLAY, domain):
        if entry.msgid_plural and entry.msgctxt is None:
            assert translations.ngettext(entry.msgid, entry.msgid_plural, 1) == text_of(entry)
            assert translations.ngettext(entry.msgid, entry.msgid_plural, 2) == text_of(entry)


def test_overlay_is_stronger_than_the_catalogues_of_the_installed_packages(settings, tmp_path):
    compiled("django", tmp_path)
    settings.LOCALE_PATHS = [tmp_path]
    translations = DjangoTranslation("vi")
    assert translations.gettext("Publish") == "Đăng"
    assert translations.gettext("Unpublish") == "Gỡ bài"
    assert translations.gettext("Enter a whole number.") == "Hãy nhập số nguyên."
    assert translations.gettext("Password reset unsuccessful") == "Không đặt lại được mật khẩu"
    assert translations.ngettext("%(count)s image", "%(count)s images", 1) == "%(count)s hình ảnh"


def test_settings_read_our_own_messages_before_the_overlay(settings):
    paths = [Path(path) for path in settings.LOCALE_PATHS]
    assert paths.index(OVERLAY.parents[2]) < paths.index(OVERLAY.parents[1])


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_is_wholly_translated_in_composed_letters(domain):
    entries = catalogue(OVERLAY, domain)
    assert entries
    assert not [entry.msgid for entry in entries if entry.fuzzy or not entry.translated()]
    assert not [entry.msgid for entry in entries if not unicodedata.is_normalized("NFC", text_of(entry))]


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_keeps_placeholders_tags_and_outer_space_of_the_source(domain):
    wrong = []
    for entry in catalogue(OVERLAY, domain):
        source, text = entry.msgid_plural or entry.msgid, text_of(entry)
        same_placeholders = set(PLACEHOLDER.findall(source)) == set(PLACEHOLDER.findall(text))
        same_tags = Counter(TAG.findall(source)) == Counter(TAG.findall(text))
        same_space = [source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]] == [
            text[: len(text) - len(text.lstrip())],
            text[len(text.rstrip()) :],
        ]
        if not (same_placeholders and same_tags and same_space):
            wrong.append((source, text))
    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_uses_one_word_for_one_thing(domain):
    wrong = [
        (term, text_of(entry))
        for entry in catalogue(OVERLAY, domain)
        for term in FOREIGN_TERMS
        if term in text_of(entry).lower()
    ]
    assert not wrong


@pytest.mark.parametrize("domain", DOMAINS)
def test_overlay_has_each_message_once(domain):
    counts = Counter((entry.msgctxt, entry.msgid) for entry in catalogue(OVERLAY, domain))
    assert not [key for key, count in counts.items() if count > 1]


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_every_english_string_of_the_package_has_a_vietnamese_text(domain, package):
    known = {key_of(entry) for entry in catalogue(OVERLAY, domain)}
    known |= {key_of(entry) for entry in catalogue(installed(package, "vi"), domain) if entry.translated()}
    source = catalogue(installed(package, "en"), domain)
    if domain == "django":
        assert source, f"no English catalogue found for {package}"
    missing = [entry.msgid for entry in source if key_of(entry) not in known]
    assert not missing, f"{len(missing)} strings of {package} have no Vietnamese: {missing}"


def parts_of(entry: polib.POEntry) -> set[str]:
    """The parts of allauth that say a message: account, mfa, …"""
    paths = [Path(name).parts for name, _line in entry.occurrences]
    return {path[1] if path[0] == "templates" else path[0] for path in paths}


def test_every_english_string_of_the_sign_in_has_a_vietnamese_text():
    known = {key_of(entry) for entry in catalogue(OVERLAY, "django")}
    known_ids = {key[:2] for key in known}
    source = catalogue(installed("allauth", "en"), "django")
    used = [entry for entry in source if not parts_of(entry) <= ALLAUTH_NOT_IN_USE]
    assert len(used) > 200
    assert [entry.msgid for entry in used if key_of(entry)[:2] not in known_ids] == []
    axes = catalogue(installed("axes", "fr"), "django")
    assert axes
    assert [entry.msgid for entry in axes if key_of(entry)[:2] not in known_ids] == []
