"""Write docs/licences.md: under which licence each pinned package stands, as it says itself."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).resolve().parents[1]
PAGE = _ROOT / "docs" / "licences.md"
_HEAD = """\
# Licences

Attaché is under the MIT licence (`LICENSE`). It is installed with the packages below, each as
pinned in `constraints.txt`; *runs* marks those that the bot itself needs, the others serve the
try-out page, tests, checks and benchmarks. `make licences` writes this page from what the packages
say.

| package | version | licence | |
|---|---|---|---|
"""
_LONGEST = 80


def main() -> None:
    """Write the page."""
    needed = _needed("attache")
    rows = []
    for line in (_ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        runs = "runs" if canonicalize_name(name) in needed else ""
        rows.append(f"| {name} | {version} | {_licence(name)} | {runs} |")
    PAGE.write_text(_HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def _licence(name: str) -> str:
    try:
        told = metadata(name).json
    except PackageNotFoundError:
        return "only builds the package; see its page"
    classified = [
        each.rsplit(" :: ", 1)[-1]
        for each in told.get("classifier", [])
        if each.startswith("License :: ")
    ]
    # Some put the whole text where the name should be.
    written = str(told.get("license", "")).strip().splitlines()
    short = written[0] if len(written) == 1 and len(written[0]) <= _LONGEST else ""
    return (
        str(told.get("license_expression", "")) or short or ", ".join(classified) or "see its files"
    )


def _needed(root: str) -> set[str]:
    """Return the names of what a package needs without extras, and what those need."""
    found: set[str] = set()
    left: list[tuple[str, frozenset[str]]] = [(root, frozenset())]
    while left:
        name, extras = left.pop()
        for line in metadata(name).get_all("Requires-Dist") or []:
            wanted = Requirement(line)
            marker = wanted.marker
            if marker and not any(marker.evaluate({"extra": extra}) for extra in extras or {""}):
                continue
            key = str(canonicalize_name(wanted.name))
            if key not in found:
                found.add(key)
                left.append((key, frozenset(wanted.extras)))
    return found


if __name__ == "__main__":
    main()
