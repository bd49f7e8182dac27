"""Lists of words that the guard knows people by, one file each."""

from pathlib import Path

__all__ = ["lines_of", "words_of"]


def lines_of(name: str) -> list[str]:
    """The entries of a list whose entries are of several words: one a line."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line]


def words_of(name: str) -> list[str]:
    """The entries of a list of single words."""
    return " ".join(lines_of(name)).split()
