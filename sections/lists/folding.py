"""Vietnamese text compared without its marks inside the database, alike on PostgreSQL and SQLite (W12.4).

"Quyết định" is found with "quyet dinh", and a number by any part of it, which no index of whole words can do. Nothing is
stored twice: the text is folded while it is read, so the rows must first be narrowed to one section. Stored text is NFC.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from django.db.models import BooleanField, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from common.text import ONSETS_BEFORE_Y, clean_line, fold, one_i

MAX_QUERY = 100
"""Letters of a search that are looked at."""
MAX_WORDS = 10

_D = str.maketrans("đĐ", "dd")
_BARE = (
    "regexp_replace(lower(regexp_replace(normalize(replace(replace(%(expressions)s, 'Đ', 'D'), 'đ', 'd'), NFD),"
    f" '[\\u0300-\\u036f]', '', 'g')), '\\m({ONSETS_BEFORE_Y})y\\M', '\\1i', 'g')"
)


def bare(text: str | None) -> str:
    """The letters of one text in lower case, without marks and with one spelling of y and i, as the database compares them."""
    plain = unicodedata.normalize("NFD", (text or "").translate(_D))
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not "\u0300" <= letter <= "\u036f")
    return one_i(plain.lower())


def has_words(text: str | None, words: str) -> bool:
    """Whether a text contains each of the (bare) words, in any order."""
    plain = bare(text)
    return all(word in plain for word in words.split())


def teach_sqlite(sender, connection, **kwargs) -> None:
    """``connection_created``: SQLite has no ``normalize()``, so it asks this process."""
    if connection.vendor == "sqlite":
        make = connection.connection.create_function
        make("edusite_bare", 1, bare, deterministic=True)
        make("edusite_has_words", 2, has_words, deterministic=True)


class Folded(Func):
    """A text without its marks and in lower case: to order by, with the text itself behind it."""

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="edusite_bare", **extra)

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, template=_BARE, **extra)


class HasWords(Func):
    """Whether the texts, taken together, contain each of the words. The words are folded here."""

    output_field = BooleanField()

    def __init__(self, *texts, words: str = "", **extra):
        self.words = words
        joined: list = []
        for text in texts:
            if hasattr(text, "as_sql") or hasattr(text, "resolve_expression"):
                joined.append(text)
            else:
                joined.append(Coalesce(Cast(F(text), TextField()), Value("")))
        super().__init__(*joined, **extra)

    def _joined(self, compiler, connection):
        pieces, params = [], []
        for expression in self.get_source_expressions():
            sql, values = compiler.compile(expression)
            pieces.append(sql)
            params.extend(values)
        return " || ' ' || ".join(pieces), params

    def as_sqlite(self, compiler, connection, **extra):
        sql, params = self._joined(compiler, connection)
        return f"edusite_has_words({sql}, %s)", [*params, self.words]

    def as_postgresql(self, compiler, connection, **extra):
        sql, params = self._joined(compiler, connection)
        patterns = [f"%{_escaped(word)}%" for word in self.words.split()]
        return f"({_BARE % {'expressions': sql}} LIKE ALL (%s))", [*params, patterns]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def words_in(text: str) -> str:
    """What a reader typed, as bare words: invisible letters left out, what is too long cut."""
    words = fold(clean_line(text)[:MAX_QUERY]).split()[:MAX_WORDS]
    return " ".join(bare(word) for word in words)


def with_words(queryset: QuerySet, text: str, fields: Iterable[str]) -> QuerySet:
    """The rows whose fields, taken together, have all the words; all rows where nothing but spaces was typed."""
    words = words_in(text)
    return queryset.filter(HasWords(*fields, words=words)) if words else queryset
