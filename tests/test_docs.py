"""The documentation names everything there is, and nothing that is not."""

from __future__ import annotations

import re
import tomllib

import pytest

from bot.cli.commands import app
from bot.console.failures import ExitCode
from bot.settings import Settings
from bot.settings_files import PREFIX
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TOML = (ROOT / "config" / "attache.toml").read_text(encoding="utf-8")
COMMANDS = [
    info.name or info.callback.__name__ for info in app.registered_commands if info.callback
]


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_every_setting_is_in_the_readme_and_in_the_toml_file(name: str) -> None:
    assert f"| `{PREFIX}{name.upper()}` |" in README
    assert re.search(rf"^# {name} = ", TOML, re.MULTILINE)


def test_the_readme_names_no_setting_that_is_none() -> None:
    named = set(re.findall(rf"{PREFIX}([A-Z_]+)", README)) - {"CONFIG"}
    known = {name.upper() for name in Settings.model_fields}

    assert {name.removesuffix("_FILE") for name in named} <= known


def test_the_toml_file_holds_the_defaults() -> None:
    written = tomllib.loads(re.sub(r"^# (?=\w+ = )", "", TOML, flags=re.MULTILINE))
    for name, field in Settings.model_fields.items():
        if field.default is not None:
            default = field.default
            value = (
                type(default)(written[name]) if default != frozenset() else frozenset(written[name])
            )
            assert value == default, name


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`attache {command}" in README


def test_the_readme_names_no_command_that_is_none() -> None:
    assert set(re.findall(r"`attache ([a-z]+)", README)) == set(COMMANDS)


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_in_the_readme(code: ExitCode) -> None:
    assert f"| {code.value} |" in README


def test_every_make_target_that_the_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)\b", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_pinned_package_is_listed_with_its_licence() -> None:
    listed = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        assert f"| {name} | {version} |" in listed


def test_every_problem_that_operating_names_is_one_that_is_told() -> None:
    operating = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    table = operating.partition("| problem | what to do |")[2].partition("\n\n")[0]
    files = (ROOT / "bot" / "library").rglob("*.py")
    told = "".join(path.read_text(encoding="utf-8") for path in files)
    told = re.sub(r'"\s*\n\s*f?"', "", told)  # sentences that go over two lines
    named = re.findall(r"\*(\S[^*]*)\*", table)

    assert len(named) > 15
    for part in (part for each in named for part in re.split(r"…| / |UTF-8|UTF-16|\"tags\"", each)):
        assert part.strip() in told, part


def test_every_place_of_the_code_is_told_of_to_whoever_works_on_it() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    house = contributing.partition("## The house")[2].partition("\n## ")[0]
    files = {f"bot/{path.name}" for path in (ROOT / "bot").glob("*.py")} - {"bot/__init__.py"}
    packages = {f"bot/{path.parent.name}/" for path in (ROOT / "bot").glob("*/__init__.py")}

    named = re.findall(r"`(bot/[^`/]+/?)`", house)
    assert sorted(named) == sorted(files | packages)


def test_the_settings_stand_in_the_same_groups_in_the_readme_and_in_the_toml_file() -> None:
    table = README.partition("| setting | default |")[2].partition("\n\n")[0]
    named = re.findall(rf"^\| (?:\*\*(.+?)\*\*|`{PREFIX}([A-Z_]+)`) \|", table, re.MULTILINE)
    written = re.findall(r"^(?:#{9,} (.+?) #{9,}|# (\w+) = .*)$", TOML, re.MULTILINE)

    assert [heading or name.lower() for heading, name in named] == [
        heading or name for heading, name in written
    ]
    assert [name for _, name in written[1:6]] == [
        "token", "data", "admin_users", "watch", "backup_at",
    ]  # fmt: skip
