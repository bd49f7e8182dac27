"""What the installation knows already, as far as checking a list needs it; the service fills it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from common.text import fold

__all__ = ["NOTHING_KNOWN", "KnownInstitution", "KnownInstitutions", "KnownTable"]


@dataclass(frozen=True)
class KnownInstitution:
    """A stored institution. `type` is a value of InstitutionType; the top of a tree has no `parent_code`."""

    code: str
    name: str
    type: str
    parent_code: str | None = None


class KnownInstitutions(Protocol):
    """Answers of the installation to the questions a list raises; codes and names without regard to case."""

    def with_code(self, code: str) -> KnownInstitution | None:
        """Return the institution with this code."""

    def with_name(self, name: str) -> Sequence[KnownInstitution]:
        """Return the institutions with this name."""

    def owner_of_host(self, host: str) -> str | None:
        """Return the code of the institution that has the host name, `""` for a site of no institution."""


class KnownTable:
    """KnownInstitutions held in memory; `hosts` gives the code that owns each host name."""

    def __init__(
        self, institutions: Iterable[KnownInstitution] = (), hosts: Mapping[str, str] | None = None
    ) -> None:
        self._by_code: dict[str, KnownInstitution] = {}
        self._by_name: dict[str, list[KnownInstitution]] = {}
        for institution in institutions:
            self._by_code[institution.code.casefold()] = institution
            self._by_name.setdefault(fold(institution.name), []).append(institution)
        self._hosts = {host.lower(): code for host, code in (hosts or {}).items()}

    def with_code(self, code: str) -> KnownInstitution | None:
        """Return the institution with this code."""
        return self._by_code.get(code.casefold())

    def with_name(self, name: str) -> Sequence[KnownInstitution]:
        """Return the institutions with this name."""
        return self._by_name.get(fold(name), ())

    def owner_of_host(self, host: str) -> str | None:
        """Return the code of the institution that has the host name, `""` for a site of no institution."""
        return self._hosts.get(host.lower())


NOTHING_KNOWN = KnownTable()
