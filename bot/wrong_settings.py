"""What is wrong with the value of a setting, and which file or variable it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

SECRET = frozenset({"token", "database_url"})
"""What may hold a password, so that it is not repeated."""
UTF_8 = "utf-8-sig"
"""What files of settings are in; some editors begin one with a mark, which is no part of it."""
_TIME = 'should be a time of day in UTC, like "03:30"'
_ADDRESS = "should be a whole address, like https://proxy:3000/api/v10"
_SAID = {
    "bool_parsing": "should be true or false",
    "bool_type": "should be true or false",
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "time_parsing": _TIME,
    "time_type": _TIME,
    "url_parsing": _ADDRESS,
    "url_type": _ADDRESS,
    "path_type": "should be a path in quotation marks",
    "string_type": "should be a text in quotation marks",
}
_OF_FILE = "_file"
"""How a variable ends that names a file with the value."""
_IDS = "should be numeric ids, with commas between them"


@dataclass(frozen=True, slots=True)
class SettingsSource:
    """A place that settings come from: the names it has, and its file where it is one."""

    names: Collection[str]
    prefix: str
    file: Path | None = None

    def parted(self) -> list[SettingsSource]:
        """Return the source of its values, and that of the files it names, which has another rank.

        A file is stronger than a value of ``.env``, whichever of both names it.
        """
        files = {name for name in self.names if name.lower().endswith(_OF_FILE)}
        values = set(self.names) - files
        return [replace(self, names=each) for each in (values, files)]

    def names_of(self, setting: str) -> list[str]:
        """Return what this source calls a setting, or the file that holds its value."""
        name = f"{self.prefix}{setting}".lower()
        return sorted(each for each in self.names if each.lower() in {name, f"{name}{_OF_FILE}"})

    def called(self, name: str) -> str:
        """Return a name with where it stands, by file and line."""
        if self.file is None:
            return name
        begins = re.compile(rf"\s*(?:export\s+)?[\"']?{re.escape(name)}[\"']?\s*=", re.IGNORECASE)
        lines = self.file.read_text(encoding=UTF_8).split("\n")
        # Of several the last one counts.
        number = max(
            (at for at, line in enumerate(lines, start=1) if begins.match(line)), default=0
        )
        return f"{self.file}:{number}: {name}" if number else f"{self.file}: {name}"


def sentences(
    errors: Sequence[ErrorDetails], sources: Sequence[SettingsSource], prefix: str
) -> list[str]:
    """Return a sentence for each wrong value; the ``sources`` are the strongest first."""
    return list(dict.fromkeys(_sentence(each, sources, prefix) for each in errors))


def _sentence(error: ErrorDetails, sources: Sequence[SettingsSource], prefix: str) -> str:
    setting = str(error["loc"][0]) if error["loc"] else "?"
    found = ((source, name) for source in sources for name in source.names_of(setting))
    source, name = next(found, (SettingsSource((), ""), f"{prefix}{setting}".upper()))
    has = "names a file that has" if name.lower().endswith(_OF_FILE) else "is"
    value = "" if setting in SECRET else f" {has} {error['input']!r}"
    said = str(error["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    begins = said[:1] if said[:2].isupper() else said[:1].lower()
    said = _SAID.get(error["type"], f"{begins}{said[1:]}")
    if setting.startswith("admin_"):
        said = _IDS
    return f"{source.called(name)}{value}: {said}."
