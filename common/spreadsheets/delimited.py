"""Delimited text (CSV, tab separated) in every encoding and with every separator that Excel writes."""

import codecs
import csv
import io
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

from django.utils.translation import gettext_lazy as _

from common.spreadsheets.table import (
    CellIssue,
    Limits,
    Row,
    Table,
    TableError,
    Watch,
    assemble,
    header_key,
    names_in,
)
from common.text import Message, looks_legacy

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = re.compile(
    rb"\s*(?:%PDF|\{\\rtf|<!DOCTYPE|<html|<\?xml|<svg|<table|ID;P|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|Rar!|7z\xbc\xaf|\x1f\x8b)",
    re.IGNORECASE,
)
_SEPARATORS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_AS_TEXT = re.compile(r'=\s*"([^"]*)"')
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
_SAMPLE_RECORDS = 50
_END = "\x00end of file"


def read_delimited(
    data: bytes, limits: Limits, header_names: Collection[str], watch: Watch | None = None
) -> Table:
    """Read delimited text. Raises TableError."""
    if _OTHER_FORMATS.match(data):
        raise _not_a_list()
    text, encoding = _decode(data)
    if _has_controls(text[:4000]):
        raise _not_a_list()
    notes: list[Message] = []
    first_line = 1
    if declared := _SEPARATOR_LINE.match(text):
        delimiter, text, first_line = declared[1], text[declared.end() :], 2
    else:
        delimiter = _guess_delimiter(text, header_names)
    if encoding in {"cp1258", "cp1252"}:
        notes.append(
            Message(
                _("The file is not in Unicode; it was read as %(encoding)s."),
                {"encoding": encoding.replace("cp", "Windows-")},
            )
        )
    return assemble(
        _rows(text, delimiter, first_line),
        limits=limits,
        header_names=header_names,
        notes=notes,
        kind="csv",
        encoding=encoding,
        delimiter=delimiter,
        watch=watch,
        expected=text.count("\n"),
    )


def _has_controls(sample: str) -> bool:
    controls = sum(letter < " " and letter not in "\t\n\r\v\f" for letter in sample)
    return controls > 8 or controls * 10 > len(sample)


def _not_a_list() -> TableError:
    return TableError("not_a_list", _("The file is not a list: it is neither XLSX nor CSV text."))


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\x00" in data:
        encoding = _unmarked_utf16(data)
        text = _strict(data, encoding)
        if "\x00" in text:
            raise _not_a_list()
        return text, encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise TableError(
            "bad_encoding",
            _(
                "The text cannot be read as %(encoding)s: byte %(position)s is wrong. "
                "Save the list as “CSV UTF-8”."
            ),
            encoding=encoding,
            position=error.start + 1,
        ) from error


def _unmarked_utf16(data: bytes) -> str:
    sample = data[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.15 and not even:
        return "utf-16-le"
    if even > len(sample) * 0.15 and not odd:
        return "utf-16-be"
    raise _not_a_list()


def _decode_legacy(data: bytes, utf8_error: UnicodeDecodeError) -> tuple[str, str]:
    # A file that is UTF-8 but for a few bytes was cut or joined; as Windows text every letter would be wrong.
    if _mostly_utf8(data):
        raise TableError(
            "bad_encoding",
            _(
                "The text cannot be read as %(encoding)s: byte %(position)s is wrong. "
                "Save the list as “CSV UTF-8”."
            ),
            encoding="UTF-8",
            position=utf8_error.start + 1,
        ) from utf8_error
    western = data.decode("cp1252", "replace")
    if any(looks_legacy(line) for line in western.splitlines()) and not _is_cp1258(data):
        raise TableError(
            "legacy_encoding",
            _(
                "The letters are in an old Vietnamese font encoding (TCVN3 or VNI). "
                "Convert the list to Unicode and save it as “CSV UTF-8”."
            ),
        ) from utf8_error
    if _is_cp1258(data):
        return unicodedata.normalize("NFC", data.decode("cp1258")), "cp1258"
    if "\ufffd" in western:
        raise _not_a_list() from utf8_error
    return western, "cp1252"


def _mostly_utf8(data: bytes) -> bool:
    lenient = data.decode("utf-8", "replace")
    wrong = lenient.count("\ufffd")
    right = sum(ord(letter) > 127 for letter in lenient) - wrong
    return right > 3 * wrong


def _is_cp1258(data: bytes) -> bool:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return False
    marks = sum(bool(unicodedata.combining(letter)) for letter in text)
    left = sum(bool(unicodedata.combining(letter)) for letter in unicodedata.normalize("NFC", text))
    return marks > 0 and left <= marks // 20


def _guess_delimiter(text: str, header_names: Collection[str]) -> str:
    lines = list(itertools.islice(io.StringIO(text, newline=""), 2000))

    names = {header_key(name) for name in header_names}

    def score(delimiter: str) -> tuple[int, float, int]:
        try:
            reader = csv.reader(lines, delimiter=delimiter)
            sample = [record for record in itertools.islice(reader, _SAMPLE_RECORDS) if any(record)]
        except csv.Error:
            return 0, 0, 0
        widths = [len(record) for record in sample]
        known = max((names_in(record, names) for record in sample), default=0)
        usual, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (known, times / len(widths), usual) if usual > 1 else (0, 0, 0)

    scores = {separator: score(separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=scores.__getitem__)
    return best if scores[best][2] > 1 else ","


def _rows(text: str, delimiter: str, first_line: int) -> Iterator[Row]:
    lines = itertools.chain(io.StringIO(text, newline=""), [_END])
    reader = csv.reader(lines, delimiter=delimiter)
    start, begun = first_line, 0
    try:
        for record in reader:
            if record == [_END]:
                return
            if record and record[-1].endswith(_END):
                raise TableError(
                    "unclosed_quote",
                    _("Row %(row)s: a quotation mark is opened and never closed."),
                    row=start,
                )
            yield _row(start, record)
            begun = reader.line_num
            start = first_line + begun
    except csv.Error as error:
        raise TableError(
            "cell_too_long",
            _("Row %(row)s: a cell is far too long. Perhaps a quotation mark is not closed."),
            row=start,
        ) from error


def _row(number: int, record: list[str]) -> Row:
    issues = []
    for index, cell in enumerate(record):
        text = cell.strip()
        if as_text := _AS_TEXT.fullmatch(text):
            record[index] = as_text[1]
            issues.append(
                CellIssue(
                    index,
                    "as_text",
                    Message(_("The formula around “%(value)s” was left out."), {"value": as_text[1]}),
                    is_repair=True,
                )
            )
        elif _SCIENTIFIC.fullmatch(text):
            issues.append(
                CellIssue(
                    index,
                    "shortened_number",
                    Message(
                        _(
                            "Excel has shortened the number to “%(value)s”. "
                            "Format the column as text and export it again."
                        ),
                        {"value": text},
                    ),
                )
            )
    return Row(number, record, tuple(issues))
