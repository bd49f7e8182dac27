"""The addresses of the admin, from the resolver: each view with an object that exists, where one can be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

NOT_WALKED = {
    "wagtailadmin_error_test",  # raises on purpose
    "wagtailadmin_logout",  # ends the walk
    "wagtailadmin_sprite",  # pictures
    "wagtailadmin_javascript_catalog",  # a script, checked by tests/tooling/test_overlay.py
    "account_logout",
}


@dataclass(frozen=True)
class Route:
    """One named view: `parameters` are the names of what its address carries, `model` what it is about, if said."""

    name: str
    parameters: tuple[str, ...]
    model: Any


def routes(prefix: str = "admin/") -> list[Route]:
    """Every named view below a prefix of the address."""
    found = _with_paths(get_resolver().url_patterns, "", ())
    return [route for path, route in found if path.startswith(prefix)]


def _with_paths(patterns: list, path: str, spaces: tuple[str, ...]) -> Iterator[tuple[str, Route]]:
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _with_paths(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            names = tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)
            yield here, Route(":".join((*spaces, pattern.name)), names, _model(pattern.callback))


def _model(callback: Any) -> Any:
    """The model of a class-based view, looked for where Django and Wagtail put it."""
    while hasattr(callback, "__wrapped__") and not hasattr(callback, "view_class"):
        callback = callback.__wrapped__
    model = getattr(callback, "view_initkwargs", {}).get("model")
    return model or getattr(getattr(callback, "view_class", None), "model", None)


def addresses(route: Route, known: dict[str, list[Any]]) -> list[str]:
    """The addresses of a view with the objects of the world: `known` maps parameters, or "name parameter", to values."""
    choices: list[dict[str, Any]] = [{}]
    for parameter in route.parameters:
        values = known.get(f"{route.name} {parameter}") or known.get(parameter) or _first(route, parameter)
        choices = [choice | {parameter: value} for choice in choices for value in values]
    found = []
    for choice in choices:
        try:
            found.append(reverse(route.name, kwargs=choice))
        except NoReverseMatch:
            continue
    return found


def _first(route: Route, parameter: str) -> list[Any]:
    """The newest object that a parameter may mean: of the view's model, or of the model that the parameter names."""
    model = route.model
    if parameter not in ("pk", "id", "uid", "uuid", "object_id"):
        name = parameter.removesuffix("_id").removesuffix("_pk").replace("_", "")
        model = next((m for m in apps.get_models() if m._meta.model_name == name), model)
    if not (isinstance(model, type) and issubclass(model, Model)):
        return []
    newest = model._default_manager.order_by("-pk").first()
    if newest is None:
        return []
    return [getattr(newest, parameter) if hasattr(newest, parameter) and parameter != "id" else newest.pk]
