"""Every package that is installed, direct or not, has its version pinned."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from tests.conftest import ROOT

PINS = {
    canonicalize_name(pin.name): pin
    for pin in map(Requirement, (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines())
}


def needed(requirement: Requirement, seen: dict[tuple[NormalizedName, str], Requirement]) -> None:
    """Add a requirement and whatever it needs, as far as that is installed."""
    for extra in ["", *requirement.extras]:
        key = (canonicalize_name(requirement.name), extra)
        if key in seen:
            continue
        seen[key] = requirement
        try:
            requires = distribution(requirement.name).requires or []
        except PackageNotFoundError:  # of an extra that is not installed here
            continue
        for each in map(Requirement, requires):
            if each.marker is None or each.marker.evaluate({"extra": extra}):
                needed(each, seen)


def test_every_package_that_any_extra_brings_is_pinned() -> None:
    seen: dict[tuple[NormalizedName, str], Requirement] = {}
    needed(Requirement("attache[dev,bench]"), seen)
    found = {name: requirement for (name, _), requirement in seen.items() if name != "attache"}

    assert len(found) > 60
    assert sorted(found.keys() - PINS.keys()) == []
    for name, requirement in found.items():
        (pin,) = PINS[name].specifier
        assert requirement.specifier.contains(pin.version, prereleases=True), requirement


def test_every_pin_is_one_version_for_tools_that_audit_them() -> None:
    for pin in PINS.values():
        assert [each.operator for each in pin.specifier] == ["=="]
        assert pin.url is None
        assert pin.marker is None


def test_what_is_installed_is_what_is_pinned() -> None:
    for name, pin in PINS.items():
        try:
            version = distribution(name).version
        except PackageNotFoundError:
            continue
        assert pin.specifier.contains(version, prereleases=True), name
