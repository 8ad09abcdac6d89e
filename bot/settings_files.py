"""The files that settings come from: where they are, what they hold, and why not."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot.wrong_settings import UTF_8

PREFIX = "ATTACHE_"
"""How the name of every variable begins."""
ENV_FILE = ".env"
_MOST_BYTES = 65_536
"""What a file with one value may have: a device never ends."""
_AND_THEN = "put the file there, or move away what stands in its place"


def config_folder() -> Path:
    """Return where ``attache.toml`` and ``aliases.toml`` are looked for.

    ``ATTACHE_CONFIG`` of the environment or of ``.env``, else ``config`` in the working directory,
    else the one beside this package, so that commands work from any directory.
    """
    if named := named_folder():
        return Path(named)
    here = Path("config")
    return here if here.is_dir() else Path(__file__).resolve().parent.parent / "config"


def aliases_beside() -> Path:
    """Return where the names that mean the same are where no setting names another file."""
    return config_folder() / "aliases.toml"


def named_folder() -> str | None:
    """Return the folder of settings that is named by whoever runs this, None where none is."""
    name = f"{PREFIX}CONFIG"
    return environment().get(name) or env_file().get(name)


def environment() -> dict[str, str]:
    """Return the environment by names in capitals, as those of settings may be small too."""
    return {**{name.upper(): value for name, value in os.environ.items()}, **os.environ}


def env_file() -> dict[str, str]:
    """Return what ``.env`` holds, by names in capitals, as those of settings may be small too."""
    found = dotenv_values(ENV_FILE, encoding=UTF_8)
    return {name.upper(): value or "" for name, value in found.items()}


def toml_file(path: Path) -> dict[str, Any]:
    """Return what ``attache.toml`` holds, nothing where there is none; raise ``ValueError``."""
    return tomllib.loads(path.read_text(encoding=UTF_8)) if path.is_file() else {}


def wrong_with(path: Path) -> str | None:
    """Return why a file cannot be read and what to do, None where it can, or is not there.

    It would be taken for what another source, or nothing, holds.
    """
    try:
        if path.is_dir():
            # Docker makes one where a file that is mounted is missing.
            return f"{path} is a folder and no file; {_AND_THEN}."
        if path.is_file():
            path.read_text(encoding="utf-8")
        elif path.is_symlink() and not path.exists():
            return f"{path} is a link to {path.readlink()}, which is not there; {_AND_THEN}."
        elif path.exists() and str(path.resolve()) != os.devnull:
            return f"{path} is a device or a pipe and no file; {_AND_THEN}."
    except UnicodeDecodeError as error:
        return f"Byte {error.start + 1} of {path} is not UTF-8; save it as UTF-8."
    except OSError as error:
        return (
            f"{path} cannot be read ({error.strerror}); give the user that runs the bot the right "
            "to read it, or move it away."
        )
    return None


def value_in(path: Path) -> str:
    """Return the value that a file holds, without blanks around it.

    Raises ``ValueError`` with what is wrong where it cannot be read, or is too long for one.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from None
    if len(content) > _MOST_BYTES:
        raise ValueError(f"has more than {_MOST_BYTES:,} bytes, and is no value of a setting")
    try:
        return content.decode(UTF_8).strip()
    except UnicodeDecodeError:
        raise ValueError("cannot be read: it is not UTF-8") from None
