"""Settings: where they come from, and which source is the stronger."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

import pytest

from bot.app import make_shelf
from bot.search.words.aliases import read_aliases
from bot.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an empty config folder."""
    (tmp_path / "config").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_environment_is_stronger_than_env_file_and_toml(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "config" / "attache.toml").write_text('answers = 1\ndata = "a"\nstate = "s"\n')
    (folder / ".env").write_text("ATTACHE_ANSWERS=2\nATTACHE_DATA=b\nUNRELATED=1\n")
    monkeypatch.setenv("ATTACHE_ANSWERS", "4")
    settings = load_settings().settings

    assert (settings.answers, str(settings.data), str(settings.state)) == (4, "b", "s")


def test_a_secret_may_lie_in_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "token").write_text("abc\n")
    monkeypatch.setenv("ATTACHE_TOKEN_FILE", str(folder / "token"))
    settings = load_settings().settings

    assert settings.token is not None
    assert settings.token.get_secret_value() == "abc"
    assert "abc" not in repr(settings)


def test_the_mark_that_begins_a_file_is_no_part_of_a_secret(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "token").write_bytes(b"\xef\xbb\xbfabc\r\n")
    monkeypatch.setenv("ATTACHE_TOKEN_FILE", str(folder / "token"))

    token = load_settings().settings.token
    assert token is not None
    assert token.get_secret_value() == "abc"


def test_a_wrong_address_of_a_database_is_not_repeated_as_it_may_hold_a_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTACHE_DATABASE_URL", "mysql://attache:hunter2@db.example")

    with pytest.raises(SettingsError, match="postgresql://user:password@host") as found:
        load_settings()
    assert "hunter2" not in str(found.value)


@pytest.mark.parametrize("written", ["1,2", "1 2", "1, 2,"])
def test_ids_are_separated_by_commas_or_spaces(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("ATTACHE_ADMIN_USERS", written)

    assert load_settings().settings.admin_users == {1, 2}


def test_ids_in_toml_are_a_list(folder: Path) -> None:
    (folder / "config" / "attache.toml").write_text("admin_roles = [5, 6]\n")

    assert load_settings().settings.admin_roles == {5, 6}


def test_a_name_in_toml_that_is_no_setting_is_refused(folder: Path) -> None:
    (folder / "config" / "attache.toml").write_text("answer = 1\n")

    with pytest.raises(SettingsError, match='has "answer", which is no setting'):
        load_settings()


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (".env", "ATTACHE_ANSWRES=1"),
        (".env", "attache_answer=1"),
        ("config/attache.toml", "anwers=1"),
    ],
)
def test_a_misspelt_name_in_a_file_is_refused_with_the_one_that_is_meant(
    folder: Path, file: str, line: str
) -> None:
    (folder / file).write_text(line)

    with pytest.raises(SettingsError) as raised:
        load_settings()
    name = line.partition("=")[0]
    meant = "answers" if file.endswith("toml") else "ATTACHE_ANSWERS"
    said = f'"{name if file.endswith("toml") else name.upper()}", which is no setting; did you mean'
    assert f'{said} "{meant}"?' in str(raised.value)


def test_a_misspelt_name_in_the_environment_is_told_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ATTACHE_POLICI", "ATTACHE_OPENAPI", "ATTACHE_TOKEN_FILE", "ATTACHE_CONFIG"):
        monkeypatch.setenv(name, "")

    assert load_settings().unknown == (
        'The environment has "ATTACHE_POLICI", which is no setting; did you mean "ATTACHE_POLICY"?',
    )


def test_a_name_that_is_like_no_setting_lists_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_SERVICE_HOST", "10.0.0.1")

    assert "no setting; the settings are ATTACHE_ADMIN_ROLES, " in load_settings().unknown[0]


def test_all_that_is_wrong_is_told_at_once_with_where_it_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml = '# ours\nanswers = 9\nadmin_users = ["ada"]\nwatch = "maybe"\nanswer = 1\n'
    (folder / "config" / "attache.toml").write_text(toml)
    (folder / ".env").write_text("OTHER=1\nexport attache_watch=perhaps\nATTACHE_EDITIONS=two\n")
    (folder / "token").write_text("0.x")
    monkeypatch.setenv("ATTACHE_MAY_REMOVE_FILE", "token")
    monkeypatch.setenv("ATTACHE_ADMIN_ROLES", "5,team")
    monkeypatch.setenv("ATTACHE_DATABASE_URL", "mysql://ada:secret@host")
    with pytest.raises(SettingsError) as raised:
        load_settings()

    assert sorted(str(raised.value).split("\n")) == [
        ".env:2: ATTACHE_WATCH is 'perhaps': should be true or false.",
        ".env:3: ATTACHE_EDITIONS is 'two': should be a whole number.",
        "ATTACHE_ADMIN_ROLES is 'team': should be numeric ids, with commas between them.",
        "ATTACHE_DATABASE_URL: should be like postgresql://user:password@host/database.",
        "ATTACHE_MAY_REMOVE_FILE names a file that has '0.x': should be a number.",
        'config/attache.toml has "answer", which is no setting; did you mean "answers"?',
        "config/attache.toml:2: answers is 9: should be less than or equal to 5.",
        "config/attache.toml:3: admin_users is 'ada': should be numeric ids, with commas between "
        "them.",
    ]


def test_the_config_folder_and_files_of_secrets_may_be_named_in_the_env_file(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "attache.toml").write_text("answers = 2")
    (folder / "token").write_text("abc")
    (folder / ".env").write_text("ATTACHE_CONFIG=elsewhere\nATTACHE_TOKEN_FILE=token")
    settings = load_settings().settings

    assert settings.answers == 2
    assert settings.token is not None
    assert settings.token.get_secret_value() == "abc"


def test_a_broken_toml_file_is_named(folder: Path) -> None:
    (folder / "config" / "attache.toml").write_text("answers = = 1\n")

    with pytest.raises(SettingsError, match=r"attache\.toml is not TOML"):
        load_settings()


_NO_SETTING = "this is no NAME=value"
_LEAVE_OUT = "; correct it, or begin the line with # to leave it out."
_NOT_CLOSED = ".env:{}: a quotation mark is not closed on this line; close it."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('ATTACHE_STATE="/srv/dorn', ["1: {} (a quotation mark is not closed)"]),
        ("# ours\n\n  ATTACHE_TOKEN='abc\nOTHER=1\n", ["3: {} (a quotation mark is not closed)"]),
        (
            'export ATTACHE_DATA="a"b',
            ["1: {} (something stands behind the closing quotation mark)"],
        ),
        ("ATTACHE_ANSWERS: 9\r\nATTACHE_DATA=a\r\njust words\r\n", ["1: {}", "3: {}"]),
        ("ATTACHE_WATCH\n", ["1: {} (it has no value)"]),
        ('ATTACHE_DATA="data\nATTACHE_ANSWERS="9"\n', ["1: {} (a quotation mark is not closed)"]),
    ],
)
def test_a_line_of_the_env_file_that_is_no_setting_stops_the_start(
    folder: Path, written: str, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    (folder / ".env").write_bytes(written.encode())

    with pytest.raises(SettingsError) as raised:
        load_settings()
    expected = [f".env:{each.format(_NO_SETTING)}{_LEAVE_OUT}" for each in told]
    assert str(raised.value).split("\n") == expected
    assert not caplog.records


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ('\nATTACHE_STATE="/srv/dorn\nATTACHE_ANSWERS=9\nOTHER="\n', 2),
        ('ATTACHE_DATA="/srv/dorn\nOTHER="\n', 1),
        ("OTHER='a\nexport attache_answers=9\n'\n", 1),
    ],
)
def test_a_quotation_mark_that_swallows_settings_below_stops_the_start(
    folder: Path, written: str, line: int
) -> None:
    (folder / ".env").write_text(written)

    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value) == _NOT_CLOSED.format(line)


def test_what_the_env_file_may_hold_besides_is_left_alone(folder: Path) -> None:
    key = 'OTHER="-----BEGIN\nQUJD=\n-----END"\nBARE\n'
    ours = "# ATTACHE_ANSWERS: 9\nATTACHE_ADMIN_USERS='1,\n2'\nATTACHE_TOKEN=\n"
    (folder / ".env").write_text(f"{key}{ours}ATTACHE_DATA='it is here' # Dorn\n")
    settings = load_settings().settings

    assert settings.admin_users == {1, 2}
    assert settings.token is None
    assert str(settings.data) == "it is here"


@pytest.mark.parametrize("name", [".env", "config/attache.toml"])
def test_a_file_that_is_not_utf_8_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes("# Bjørn's\n".encode("latin-1"))

    with pytest.raises(SettingsError, match=rf"Byte 5 of {name} is not UTF-8; save it as UTF-8\."):
        load_settings()


def test_the_mark_that_begins_a_file_is_no_part_of_its_first_setting(folder: Path) -> None:
    """As editors on Windows write it."""
    toml = folder / "config" / "attache.toml"
    toml.write_text("answers = 2\nlog_words = true\n", encoding="utf-8-sig")
    (folder / ".env").write_text("ATTACHE_POLICY=lenient\n", encoding="utf-8-sig")
    aliases = folder / "config" / "aliases.toml"
    aliases.write_text('same = [["Ruritania", "Strelsa"]]\n', encoding="utf-8-sig")
    settings = load_settings().settings

    assert (settings.answers, settings.log_words, settings.policy) == (2, True, "lenient")
    assert read_aliases(aliases) != read_aliases(None)
    toml.write_text("answers = 9\n", encoding="utf-8-sig")
    with pytest.raises(SettingsError, match=r"attache\.toml:1: answers is 9"):
        load_settings()


@pytest.mark.parametrize("name", ["DISCORD_API_URL", "DISCORD_GATEWAY_URL"])
def test_an_empty_address_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"ATTACHE_{name}", " ")

    assert getattr(load_settings().settings, name.lower()) is None


def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_TOKEN", " ")

    assert load_settings().settings.token is None


@pytest.mark.parametrize("name", ["ATTACHE_DATA", "ATTACHE_STATE"])
@pytest.mark.parametrize("value", ["", " "])
def test_a_folder_without_a_name_is_not_the_working_directory(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=f"{name} is '{value}': should not be empty"):
        load_settings()


def test_aliases_without_a_name_are_those_beside_the_settings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_ALIASES", "")
    (folder / "config" / "aliases.toml").touch()

    assert str(load_settings().aliases) == "config/aliases.toml"


@pytest.mark.parametrize("value", ["03:00+02:00", "03:00Z", "3", "0330", "3:30", "25:00", "soon"])
def test_a_time_of_a_backup_that_would_be_taken_for_another_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("ATTACHE_BACKUP_AT", value)

    with pytest.raises(SettingsError, match=rf"'{re.escape(value)}': should be .* UTC.*03:30"):
        load_settings()


def test_a_time_of_a_backup_is_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHE_BACKUP_AT", "03:30")

    assert load_settings().settings.backup_at == time(3, 30)


def test_a_named_file_that_cannot_be_read_is_told_of_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTACHE_TOKEN_FILE", "token")
    with pytest.raises(SettingsError, match=r"names token, which cannot be read: No such file or"):
        load_settings()
    (tmp_path / "token").write_bytes(b"\xffsecret")
    with pytest.raises(
        SettingsError, match=r"names token, which cannot be read: it is not UTF-8\."
    ):
        load_settings()


def test_names_in_small_letters_count_for_files_and_folders_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "token").write_text("abc")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "attache.toml").write_text("answers = 2")
    monkeypatch.setenv("attache_token_file", "token")
    monkeypatch.setenv("attache_config", "elsewhere")
    settings = load_settings().settings

    assert settings.token is not None
    assert settings.token.get_secret_value() == "abc"
    assert settings.answers == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('data = "a\\u0000b"', "should have no NUL in it, which is in no path."),
        ('state = "a\\u0000b"', "should have no NUL in it, which is in no path."),
        ('aliases = "a\\u0000b"', "should have no NUL in it, which is in no path."),
        ("data = 5", "data is 5: should be a path in quotation marks."),
        ("token = 5", "token: should be a text in quotation marks."),
        ("answers = true", "answers is True: should be a number."),
        ("may_remove = true", "may_remove is True: should be a number."),
        ("admin_servers = true", "True: should be numeric ids, with commas between them."),
        ("admin_users = [true]", "[True]: should be numeric ids, with commas between them."),
        ("shards = [1]", "shards is [1]: should be like 4 (all of four), 0-1/4 or 3/4."),
        ("shards = true", "shards is True: should be like 4 (all of four), 0-1/4 or 3/4."),
        ("backup_at = 2026-01-01", 'should be a time of day in UTC, like "03:30".'),
        ('discord_api_url = "proxy"', "should be a whole address, like https://proxy:3000/"),
    ],
)
def test_a_value_of_another_kind_is_named_with_what_it_should_be(
    folder: Path, line: str, said: str
) -> None:
    (folder / "config" / "attache.toml").write_text(line)

    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert str(raised.value).startswith("config/attache.toml:1: ")
    assert said in str(raised.value)


def test_aliases_that_are_not_there_are_told_with_the_setting_that_names_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTACHE_ALIASES", "nowhere.toml")

    with pytest.raises(
        SettingsError, match=r"ATTACHE_ALIASES: The aliases file nowhere\.toml does"
    ):
        make_shelf(load_settings())


def test_a_tilde_in_a_file_of_settings_is_the_home_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    lines = "ATTACHE_STATE=~/state\nATTACHE_DATA=~\nATTACHE_ALIASES=~/aliases.toml\n"
    (folder / ".env").write_text(lines)
    settings = load_settings().settings

    assert [str(each) for each in (settings.state, settings.data, settings.aliases)] == [
        "/home/ada/state", "/home/ada", "/home/ada/aliases.toml",
    ]  # fmt: skip
