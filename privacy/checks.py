"""House rules on personal information as system checks.

E001  a model of ours says nothing about personal information, or names a field that it does not have
E002  a page type of ours collects something and does not derive from ``AbstractFormPage``
E003  a public view accepts POST, does not derive from ``CollectingView`` and is not declared
E004  a page with a form names a kind of form that is not registered
E005  EDUSITE_FIELD_KEYS is malformed; with ``--deploy``, also where it is empty
E006  code of ours opens something sealed outside of the services, which put each opening on record
E007  with ``--deploy``: libmagic is missing; I001, I002: no virus scanner, or one that does not answer
W001  a library of PDF files is missing: certificates, reports and the regulation cannot be made as documents

How E002 decides: the type derives from Wagtail's form mixins, or a class of ours in its line defines
``get_form`` or ``form_class``, or its code reads ``request.POST``, ``FILES`` or ``body``. How E003 decides:
everything in the URL configuration outside ``admin/``, ``documents/`` and the sign-in of staff, ``tai-khoan/``;
a class-based view accepts POST
where it has one of the writing methods among its handlers, a function unless Django's ``require_safe``,
``require_GET`` or ``require_http_methods`` limits it.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.core.checks import Warning as DjangoWarning
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.contrib.forms.models import AbstractForm, FormMixin
from wagtail.models import Page, get_page_models

from common.personal_data import PersonalData
from privacy import encryption, pdf
from privacy.models import AbstractFormPage
from privacy.registry import declared_exceptions, declared_openers, form_kind, is_family, own_apps, own_models
from privacy.uploads import scanner, seen
from privacy.views import CollectingView

WRITING = frozenset({"post", "put", "patch", "delete"})
STAFF_PREFIXES = ("admin/", "documents/", "tai-khoan/")
READS_INPUT = frozenset({"POST", "FILES", "body"})


@register("privacy")
def check_models(app_configs=None, **kwargs) -> list[Error]:
    return [error for model in own_models() for error in model_errors(model)]


def model_errors(model: type[Model]) -> list[Error]:
    statement = getattr(model, "personal_data", None)
    if not isinstance(statement, PersonalData):
        return [
            Error(
                f"{model.__name__} does not say whether it holds personal information.",
                hint="Give it personal_data = PersonalData(…) or PersonalData.none().",
                obj=model,
                id="privacy.E001",
            )
        ]
    return [
        Error(
            f"{model.__name__} states the field {name}, which it does not have.",
            hint="Correct the name in personal_data.",
            obj=model,
            id="privacy.E001",
        )
        for name in statement.fields
        if not _has_field(model, name)
    ]


def _has_field(model: type[Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


@register("privacy")
def check_pages(app_configs=None, **kwargs) -> list[Error]:
    names = {config.name for config in own_apps()}
    ours = [model for model in get_page_models() if model._meta.app_config.name in names]
    return [error for model in ours for error in page_errors(model)]


def page_errors(model: type[Page]) -> list[Error]:
    if issubclass(model, AbstractFormPage):
        return _form_code_errors(model)
    reason = _collects(model)
    if not reason:
        return []
    return [
        Error(
            f"{model.__name__} collects information outside of privacy: it {reason}.",
            hint="Derive it from privacy.models.AbstractFormPage.",
            obj=model,
            id="privacy.E002",
        )
    ]


def _form_code_errors(model: type[AbstractFormPage]) -> list[Error]:
    if model.form_family and is_family(model.form_family):
        return []
    try:
        form_kind(model.form_code)
    except KeyError:
        return [
            Error(
                f"{model.__name__} names the form {model.form_code!r}, which is not registered.",
                hint="Call privacy.registry.register_form() in the AppConfig.ready() of its package.",
                obj=model,
                id="privacy.E004",
            )
        ]
    return []


def _collects(model: type[Page]) -> str:
    if issubclass(model, (FormMixin, AbstractForm)):
        return "derives from Wagtail's form pages"
    for cls in model.__mro__:
        if cls is Page or cls.__module__.split(".")[0] in ("wagtail", "django", "builtins", "modelcluster"):
            continue
        if found := {"get_form", "form_class"} & set(vars(cls)):
            return f"defines {sorted(found)[0]}"
        if _reads_input(cls):
            return "reads what a request brings"
    return ""


def _reads_input(cls: type) -> bool:
    return cls.__qualname__ in _classes_reading_input(cls.__module__)


@cache
def _classes_reading_input(module: str) -> frozenset[str]:
    """Names of the classes of a module whose code reads what a request brings, as ``__qualname__`` has them."""
    try:
        source = inspect.getsource(sys.modules[module])
        return frozenset(_reading(ast.parse(source), ())) if "request" in source else frozenset()
    except (KeyError, OSError, TypeError, SyntaxError):
        return frozenset()


def _reading(node: ast.AST, within: tuple[str, ...]) -> Iterator[str]:
    """The names of the classes around each place below `node` that reads a request; `within`: the names around `node`."""
    if isinstance(node, ast.Attribute) and node.attr in READS_INPUT:
        if "request" in ast.unparse(node.value).rpartition(".")[2]:
            yield from (".".join(within[: end + 1]) for end in range(len(within)))
    elif isinstance(node, ast.ClassDef):
        within = (*within, node.name)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        within = (*within, node.name, "<locals>")
    for child in ast.iter_child_nodes(node):
        yield from _reading(child, within)


@register("privacy")
def check_views(app_configs=None, **kwargs) -> list[Error]:
    return view_errors(get_resolver().url_patterns)


def view_errors(patterns: Iterable[URLPattern | URLResolver]) -> list[Error]:
    declared = declared_exceptions()
    errors = {}
    for route, callback in _public_views(patterns):
        view = getattr(callback, "view_class", None) or inspect.unwrap(callback)
        name = f"{view.__module__}.{view.__qualname__}"
        if name in declared or not _accepts_post(callback):
            continue
        errors[name] = Error(
            f"The public view {name} at “{route}” accepts POST and collects outside of privacy.",
            hint="Derive it from privacy.views.CollectingView, limit it with require_safe, or declare it "
            "with privacy.registry.not_public_form(view, reason).",
            obj=name,
            id="privacy.E003",
        )
    return list(errors.values())


def _public_views(patterns, prefix: str = "") -> Iterator[tuple[str, object]]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if route.removeprefix("en/").startswith(STAFF_PREFIXES):
            continue
        if isinstance(entry, URLResolver):
            yield from _public_views(entry.url_patterns, route)
        else:
            yield route, entry.callback


def _accepts_post(callback) -> bool:
    view = getattr(callback, "view_class", None)
    if view is not None:
        if issubclass(view, CollectingView):
            return False
        allowed = {name for name in view.http_method_names if hasattr(view, name)}
        return bool(allowed & WRITING)
    return not _is_limited(callback)


def _is_limited(function) -> bool:
    """Whether one of Django's method decorators lets only safe methods through. They keep their list in a
    closure."""
    while function is not None:
        code, cells = getattr(function, "__code__", None), getattr(function, "__closure__", None)
        if code and cells and "request_method_list" in code.co_freevars:
            methods = cells[code.co_freevars.index("request_method_list")].cell_contents
            return not {method.lower() for method in methods} & WRITING
        function = getattr(function, "__wrapped__", None)
    return False


OPENERS = frozenset({"unseal", "unseal_field", "unseal_bytes"})
OPENING_PLACES = ("services", "encryption.py", "models")
"""Parts of a path in which something sealed may be opened: services record who did and why, models and encryption offer it."""
NEVER_OPENING = frozenset({"views.py", "urls.py", "wagtail_hooks.py", "hooks.py"})
"""Modules that open nothing, whatever was declared about their package."""


@register("privacy")
def check_openings(app_configs=None, **kwargs) -> list[Error]:
    """Nobody comes to what people sent but through a service (P6.1)."""
    known = declared_openers()
    found = []
    for config in own_apps():
        root = Path(config.path)
        for path in sorted(root.rglob("*.py")):
            inner = path.relative_to(root)
            module = ".".join((config.name, *inner.with_suffix("").parts)).removesuffix(".__init__")
            if _may_open(module, inner.parts, known):
                continue
            found += opening_errors(module, path.read_text(encoding="utf-8"))
    return found


def _may_open(module: str, parts: tuple[str, ...], known: Iterable[str]) -> bool:
    if any(part in OPENING_PLACES or part == "services.py" for part in parts):
        return True
    declared = any(module == name or module.startswith(f"{name}.") for name in known)
    return declared and parts[-1] not in NEVER_OPENING


def opening_errors(module: str, source: str) -> list[Error]:
    """One error for each call in `source` that opens something sealed."""
    if not any(name in source for name in OPENERS):
        return []
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = ((getattr(c.func, "attr", None) or getattr(c.func, "id", None), c.lineno) for c in calls)
    return [
        Error(
            f"{module} opens something sealed at line {line} ({name}), outside of the services.",
            hint="Call a service that names the purpose and puts the opening on record, or declare the module with "
            "privacy.registry.opens_sealed(module, reason).",
            obj=module,
            id="privacy.E006",
        )
        for name, line in names
        if name in OPENERS
    ]


@register(Tags.security)
def check_keys(app_configs=None, **kwargs) -> list[Error]:
    if not settings.EDUSITE_FIELD_KEYS:
        return []
    return _key_errors()


@register(Tags.security, deploy=True)
def check_uploads_for_deployment(app_configs=None, **kwargs) -> list[CheckMessage]:
    """What the checks of uploads need stands on the machine."""
    found: list[CheckMessage] = []
    if not seen.is_installed():
        found.append(
            Error(
                "libmagic is missing: no file is taken.",
                hint="Install libmagic1 (Debian) or the library of that name.",
                id="privacy.E007",
            )
        )
    if not scanner.is_set_up():
        found.append(
            Info(
                "Files are not scanned for viruses.",
                hint="Install clamav-daemon and set EDUSITE_CLAMD.",
                id="privacy.I001",
            )
        )
    elif not scanner.ping():
        found.append(
            Info(
                "The virus scanner does not answer: no file is taken.",
                hint="Start clamd, or correct EDUSITE_CLAMD.",
                id="privacy.I002",
            )
        )
    return found


@register(Tags.security)
def check_documents(app_configs=None, **kwargs) -> list[CheckMessage]:
    """Certificates and reports can be made: said at each start, not to the person who asks for one."""
    missing = pdf.missing_libraries()
    if not missing:
        return []
    return [
        DjangoWarning(
            f"No PDF can be made, because the machine lacks {', '.join(missing)}.",
            hint="Install libpango-1.0-0 and libpangoft2-1.0-0 (Debian) or the libraries of that name.",
            id="privacy.W001",
        )
    ]


@register(Tags.security, deploy=True)
def check_keys_for_deployment(app_configs=None, **kwargs) -> list[Error]:
    return [] if settings.EDUSITE_FIELD_KEYS else _key_errors()


def _key_errors() -> list[Error]:
    try:
        encryption.key_ring()
    except encryption.KeyRingError as error:
        return [
            Error(
                str(error),
                hint="Set it to id:base64 entries of 32 random bytes, the one in use first.",
                id="privacy.E005",
            )
        ]
    return []
