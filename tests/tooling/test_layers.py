"""The contract of the layers covers every package of the project and excuses nothing."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NO_PACKAGES = {"tests", "scripts", "docs", "deploy", "qa", "templates", "static", "locale"}


def settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]


def contract() -> dict:
    return next(contract for contract in settings()["contracts"] if contract["type"] == "layers")


def packages() -> set[str]:
    """Directories at the top of the project that hold Python and are not hidden."""
    return {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir()
        and not path.name.startswith(".")
        and path.name not in NO_PACKAGES
        and any(path.glob("**/*.py"))
    }


def layered() -> list[str]:
    return [name.strip() for layer in contract()["layers"] for name in layer.split("|")]


def test_every_package_of_the_project_has_its_layer() -> None:
    assert packages() == set(layered())


def test_every_layer_is_a_root_package_once() -> None:
    assert sorted(layered()) == sorted(settings()["root_packages"])
    assert len(layered()) == len(set(layered()))


def test_every_directory_with_python_in_a_package_is_seen_by_the_linter() -> None:
    """import-linter follows packages only: a directory without __init__.py would escape the contract."""
    sources = {path.parent for name in packages() for path in (ROOT / name).glob("**/*.py")}
    assert [
        str(path.relative_to(ROOT)) for path in sorted(sources) if not (path / "__init__.py").exists()
    ] == []


def test_nothing_is_excused() -> None:
    assert contract().get("ignore_imports", []) == []
    assert not settings().get("exclude_type_checking_imports", False)
    assert not any("(" in layer or ":" in layer for layer in contract()["layers"])
