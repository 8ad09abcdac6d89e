"""The list of commands that `attache --help` shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.cli.commands import app
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Run

NAMES = {info.name or info.callback.__name__ for info in app.registered_commands if info.callback}


def groups(help_text: str) -> dict[str, list[str]]:
    """Return the commands under each heading of the help, as whole lines."""
    found: dict[str, list[str]] = {}
    for line in help_text.splitlines():
        if heading := re.match(r"[╭+][─-] (.+?) [─-]+[╮+]", line):
            found[heading[1]] = []
        elif found and (row := re.match(r"[│|] (.+?) *[│|]$", line)):
            found[next(reversed(found))].append(row[1])
    return {heading: lines for heading, lines in found.items() if heading != "Options"}


def test_the_commands_stand_under_headings_each_with_one_line_that_tells(attache: Run) -> None:
    found = groups(attache("--help", COLUMNS="80").stdout)

    assert list(found) == ["Run", "Ask", "Briefings", "Check", "Editions", "Backups and databases"]
    lines = [line for group in found.values() for line in group]
    assert {line.split()[0] for line in lines} == NAMES
    assert len(lines) == len(NAMES), "a line is too long for a terminal of 80 columns"
    assert all(line.endswith(".") for line in lines)


def test_the_readme_has_the_commands_under_the_same_headings(attache: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## In the terminal")[2].partition("\n## ")[0]
    named: dict[str, list[str]] = {}
    for row in re.finditer(r"^\| (?:\*\*(.+?)\*\*|`attache ([a-z]+))", table, re.MULTILINE):
        if row[1]:
            named[row[1]] = []
        elif row[2] not in named[next(reversed(named))]:
            named[next(reversed(named))].append(row[2])

    told = groups(attache("--help", COLUMNS="80").stdout)
    assert named == {head: [line.split()[0] for line in lines] for head, lines in told.items()}
