"""Every address of the installation, from the URL resolver: name, parameters, whether it lies below the admin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

ADMIN = "admin/"


@dataclass(frozen=True)
class Address:
    """One pattern. `name` carries its namespaces; a pattern without a name is called by its route."""

    name: str
    route: str
    parameters: tuple[str, ...]

    @property
    def is_admin(self) -> bool:
        return self.route.startswith(ADMIN)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.parameters)})"


def addresses() -> list[Address]:
    """All of them, each name with each set of parameters once, in the order of their names."""
    found = {(address.name, address.parameters): address for address in _walk(get_resolver())}
    return [found[key] for key in sorted(found)]


def _walk(resolver: URLResolver, route: str = "", names: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, here, names + ((pattern.namespace,) if pattern.namespace else ()))
        elif isinstance(pattern, URLPattern):
            name = ":".join((*names, pattern.name)) if pattern.name else here
            yield Address(name, here, tuple(sorted(pattern.pattern.converters or _groups(pattern))))


def _groups(pattern: URLPattern) -> list[str]:
    regex = getattr(pattern.pattern, "regex", None)
    return sorted(regex.groupindex) if regex is not None else []
