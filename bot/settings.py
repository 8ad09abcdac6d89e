"""The settings: environment, ``.env``, ``config/attache.toml`` and secrets in files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import time  # noqa: TC003 - pydantic reads the annotations
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    UrlConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import Url
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.env_file import wrong_lines
from bot.misspelt import unknown
from bot.settings_files import (
    ENV_FILE,
    PREFIX,
    aliases_beside,
    config_folder,
    env_file,
    environment,
    named_folder,
    toml_file,
    value_in,
    wrong_with,
)
from bot.shards import Shards, parse_shards
from bot.wrong_settings import SECRET, UTF_8, SettingsSource, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

_OF_TESTS = frozenset({"OPENAPI", "CHROMIUM", "POSTGRES"})
"""What the tests take from the environment, after the prefix."""
_GatewayUrl = Annotated[Url, UrlConstraints(allowed_schemes=["ws", "wss"])]
_Ids = Annotated[frozenset[Annotated[int, Field(gt=0, lt=1 << 64)]], NoDecode]


def _none_if_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _path(value: object) -> object:
    if isinstance(value, str) and "\0" in value:
        raise ValueError("should have no NUL in it, which is in no path")
    # Only a shell does it otherwise; a folder that is called "~" is what nobody wants.
    return os.path.expanduser(value) if isinstance(value, str) else value  # noqa: PTH111


_Path = Annotated[Path, BeforeValidator(_path)]


class SettingsError(Exception):
    """A setting has a value that is not allowed; the message names each in a line of its own."""


class LogFormat(StrEnum):
    """How the log is written."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"


class Policy(StrEnum):
    """What a reload does with a record that is wrong."""

    STRICT = "strict"
    LENIENT = "lenient"


class Settings(BaseSettings):
    """Every setting with its default; README.md and config/attache.toml explain them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, env_file_encoding=UTF_8, extra="ignore", frozen=True
    )

    token: Annotated[SecretStr | None, BeforeValidator(_none_if_blank)] = None
    data: _Path = Path("data")
    database_url: Annotated[SecretStr | None, BeforeValidator(_none_if_blank)] = None
    state: _Path = Path("var")
    admin_users: _Ids = frozenset()
    admin_roles: _Ids = frozenset()
    admin_servers: _Ids = frozenset()
    answers: int = Field(default=3, ge=1, le=5)
    answered_from: float = Field(default=0.42, ge=0, le=1)
    closest_from: float = Field(default=0.22, ge=0, le=1)
    max_characters: int = Field(default=4_000, ge=100, le=100_000)
    max_file_bytes: int = Field(default=2_000_000_000, ge=1_000)
    max_briefings: int = Field(default=2_000_000, ge=1)
    policy: Policy = Policy.STRICT
    may_remove: float = Field(default=0.3, ge=0, le=1)
    editions: int = Field(default=20, ge=1, le=10_000)
    watch: bool = False
    show_withdrawn: bool = False
    questions_a_minute: int = Field(default=20, ge=0, le=10_000)
    channel_questions_a_minute: int = Field(default=120, ge=0, le=100_000)
    spare_moderators: bool = True
    keep_questions_days: int = Field(default=90, ge=0, le=3_650)
    notice_minutes: int = Field(default=60, ge=1, le=10_080)
    aliases: Annotated[_Path | None, BeforeValidator(_none_if_blank)] = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    backup_at: Annotated[time | None, BeforeValidator(_none_if_blank)] = None
    backups_kept: int = Field(default=7, ge=1, le=1_000)
    log_words: bool = False
    shards: Annotated[Shards | None, NoDecode] = None
    health_port: int = Field(default=0, ge=0, le=65_535)
    log_format: LogFormat = LogFormat.AUTO
    discord_api_url: Annotated[HttpUrl | None, BeforeValidator(_none_if_blank)] = None
    discord_gateway_url: Annotated[_GatewayUrl | None, BeforeValidator(_none_if_blank)] = None

    @field_validator("*", mode="before")
    @classmethod
    def _is_no_switch(cls, value: object, info: ValidationInfo) -> object:
        kind = cls.model_fields[info.field_name or ""].annotation
        if isinstance(value, bool) and kind in {int, float}:
            raise ValueError("should be a number")  # true would be 1
        return value

    @field_validator("admin_users", "admin_roles", "admin_servers", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, bool) or (isinstance(value, list) and bool in map(type, value)):
            raise ValueError("should be ids")  # true would be the id 1
        if isinstance(value, str):
            return value.replace(",", " ").split()
        return [value] if isinstance(value, int) else value

    @field_validator("data", "state", mode="before")
    @classmethod
    def _is_named(cls, value: object) -> object:
        if _none_if_blank(value) is None:
            raise ValueError("should not be empty, which would be the working directory")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not value.get_secret_value().startswith(("postgresql://", "postgres://")):
            # The value may hold a password, so it is not repeated.
            raise ValueError("should be like postgresql://user:password@host/database")
        return value

    @field_validator("backup_at", mode="before")
    @classmethod
    def _is_time_of_day(cls, value: object) -> object:
        if isinstance(value, int | float) or (isinstance(value, str) and value.strip().isdigit()):
            raise ValueError('should be a time of day in UTC, like "03:30"')
        return value

    @field_validator("backup_at")
    @classmethod
    def _is_in_utc(cls, value: time | None) -> time | None:
        if value and value.tzinfo:
            raise ValueError("should be in UTC and name no time zone, like 03:30")
        return value

    @field_validator("shards", mode="before")
    @classmethod
    def _parse_shards(cls, value: object) -> object:
        if value is None or isinstance(value, Shards):
            return value
        return parse_shards(str(value)) if str(value).strip() else None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - ours read *_FILE
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, the strongest first."""
        toml = InitSettingsSource(settings_cls, toml_file(config_folder() / "attache.toml"))
        secrets = _SecretFiles(settings_cls)
        return init_settings, env_settings, secrets, dotenv_settings, toml


class _SecretFiles(PydanticBaseSettingsSource):
    """``ATTACHE_TOKEN_FILE`` and the like: the value is what the named file holds."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls)
        self._named = {**env_file(), **environment()}

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """Return the value in the file that is named for this one, None where none is."""
        variable = f"{PREFIX}{field_name.upper()}_FILE"
        path = self._named.get(variable)
        if not path:
            return None, field_name, False
        try:
            value = value_in(Path(path))
        except ValueError as error:
            raise SettingsError(f"{variable} names {path}, which {error}.") from None
        if not value and field_name in SECRET:
            # Without it the bot would have no token, or begin a database of its own.
            raise SettingsError(
                f"{variable} names {path}, which is empty; write the value into it, or take the "
                "setting away."
            )
        return value, field_name, False

    def __call__(self) -> dict[str, Any]:
        """Return the values of all fields whose file is named."""
        values = {
            name: self.get_field_value(field, name)[0]
            for name, field in self.settings_cls.model_fields.items()
        }
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, with the aliases file that they name or that lies beside them.

    ``unknown`` has a sentence for each variable of the environment that is named like a setting and
    is none. It may be another program's, so that it stops nothing.
    """

    settings: Settings
    aliases: Path | None
    unknown: tuple[str, ...] = ()


def load_settings() -> Loaded:
    """Return the settings; raise `SettingsError` with a line for each thing that is wrong."""
    _refuse_unreadable(Path(ENV_FILE))
    _refuse_wrong_lines(Path(ENV_FILE))
    named = named_folder()
    if named and not Path(named).is_dir():
        raise SettingsError(f"{PREFIX}CONFIG names {named}, which is no folder.")
    toml = config_folder() / "attache.toml"
    _refuse_unreadable(toml)
    try:
        in_toml = toml_file(toml)
    except ValueError as error:
        raise SettingsError(f"{toml} is not TOML: {error}.") from None
    wrong = unknown(in_toml, Settings.model_fields.keys(), str(toml))
    wrong += _unknown(env_file(), ENV_FILE)
    try:
        settings = Settings()
    except ValidationError as error:
        places = [
            *SettingsSource(os.environ, PREFIX).parted(),
            *reversed(SettingsSource(env_file(), PREFIX, Path(ENV_FILE)).parted()),
            SettingsSource(in_toml, "", toml),
        ]
        wrong += sentences(error.errors(), places, PREFIX)
        raise SettingsError("\n".join(wrong)) from None
    if settings.closest_from > settings.answered_from:
        wrong.append(
            f"{PREFIX}CLOSEST_FROM is {settings.closest_from}; it must not be above "
            f"{PREFIX}ANSWERED_FROM, which is {settings.answered_from}."
        )
    if wrong:
        raise SettingsError("\n".join(wrong))
    beside = aliases_beside()
    aliases = settings.aliases or (beside if os.path.lexists(beside) else None)
    if aliases:
        _refuse_unreadable(aliases)
    return Loaded(settings, aliases, tuple(_unknown(os.environ, "The environment")))


def files_with_secrets() -> list[Path]:
    """Return those of ``.env`` and ``attache.toml`` that hold a secret themselves."""
    env, toml = Path(ENV_FILE), config_folder() / "attache.toml"
    in_env, in_toml = env_file(), toml_file(toml)
    held = {
        env: any(in_env.get(f"{PREFIX}{name.upper()}") for name in SECRET),
        toml: any(in_toml.get(name) for name in SECRET),
    }
    return [file for file, holds in held.items() if holds]


def _unknown(names: Iterable[str], where: str) -> list[str]:
    """Return a sentence for each name that begins like a setting's and is none."""
    settings = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    rest = [f"{PREFIX}CONFIG", *(f"{name}_FILE" for name in settings)]
    others = {f"{PREFIX}{name}" for name in _OF_TESTS}
    ours = {name.upper() for name in names if name.upper().startswith(PREFIX)}
    return unknown(ours - {*rest} - others, settings, where, PREFIX)


def _refuse_unreadable(path: Path) -> None:
    if wrong := wrong_with(path):
        raise SettingsError(wrong)


def _refuse_wrong_lines(path: Path) -> None:
    """Raise where ``.env`` has lines that would be left out, before anything in it is believed."""
    text = path.read_text(encoding=UTF_8) if path.is_file() else ""
    if wrong := wrong_lines(text, str(path), PREFIX):
        raise SettingsError("\n".join(wrong))
