"""Files that settings come from, and what is said of those that are none."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from bot.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with a name")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an empty config folder."""
    (tmp_path / "config").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused() -> str:
    """Return what is said of the settings, which are refused."""
    with pytest.raises(SettingsError) as raised:
        load_settings()
    return str(raised.value)


@needs_posix
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "is a folder and no file; put the file there, or move away"),
        (lambda path: path.symlink_to("nowhere"), "is a link to nowhere, which is not there; put"),
        (lambda path: path.symlink_to(path), "is a link to "),
        (os.mkfifo, "is a device or a pipe and no file; put the file there"),
    ],
)
@pytest.mark.parametrize("name", [".env", "config/attache.toml", "config/aliases.toml"])
def test_what_stands_in_the_place_of_a_file_and_is_none_is_refused(
    folder: Path, name: str, make: Callable[[Path], object], said: str
) -> None:
    make(folder / name)

    assert refused().removeprefix(f"{folder}/").startswith(f"{name} {said}")


@needs_posix
def test_a_link_to_a_file_and_one_to_nothing_at_all_are_files(folder: Path) -> None:
    (folder / "elsewhere").write_text("answers = 4")
    (folder / "config" / "attache.toml").symlink_to("../elsewhere")
    (folder / ".env").symlink_to(os.devnull)

    assert load_settings().settings.answers == 4


def test_aliases_that_are_not_utf_8_are_told_as_other_files_are(folder: Path) -> None:
    (folder / "config" / "aliases.toml").write_bytes(b"same = \xff")

    assert refused() == "Byte 8 of config/aliases.toml is not UTF-8; save it as UTF-8."


@pytest.mark.parametrize("name", ["ATTACHE_TOKEN_FILE", "ATTACHE_DATABASE_URL_FILE"])
@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf"])
def test_a_file_for_a_secret_that_is_empty_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (folder / "secret").write_bytes(content)
    monkeypatch.setenv(name, "secret")

    assert refused().startswith(f"{name} names secret, which is empty; write the value into it")


@needs_posix
def test_a_file_without_an_end_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_TOKEN_FILE", "/dev/zero")

    assert refused().startswith("ATTACHE_TOKEN_FILE names /dev/zero, which has more than 65,536 b")


def test_a_wrong_value_in_a_file_is_told_with_the_line_that_names_the_file(folder: Path) -> None:
    (folder / "five").write_text("77\n")
    (folder / ".env").write_text("ATTACHE_ANSWERS=4\nATTACHE_ANSWERS_FILE=five\n")

    assert refused().startswith(".env:2: ATTACHE_ANSWERS_FILE names a file that has '77': ")


def test_the_environment_is_named_before_a_file_that_env_file_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "five").write_text("5")
    (folder / ".env").write_text("ATTACHE_ANSWERS_FILE=five\n")
    monkeypatch.setenv("ATTACHE_ANSWERS", "78")

    assert refused().startswith("ATTACHE_ANSWERS is '78': ")


def test_of_a_setting_that_stands_there_twice_the_line_that_counts_is_named(folder: Path) -> None:
    (folder / ".env").write_text("ATTACHE_ANSWERS=3\nATTACHE_ANSWERS=9\n")

    assert refused().startswith(".env:2: ATTACHE_ANSWERS is '9': ")


def test_an_address_of_another_kind_is_told_in_whole_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_DISCORD_GATEWAY_URL", "http://proxy")

    assert ": URL scheme should be 'ws' or 'wss'." in refused()
