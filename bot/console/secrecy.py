"""Whether the secrets among the settings look like what they are, and are kept from others."""

from __future__ import annotations

import re
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic import SecretStr

# The bot's id in Base64, when it was made, and a signature.
# https://discord.com/developers/docs/reference#authentication
_TOKEN = re.compile(r"[\w-]{18,}\.[\w-]{6,}\.[\w-]{27,}", re.ASCII)


def remark_on_token(token: SecretStr) -> str | None:
    """Return what is odd about a token, without a part of it; None where it looks like one."""
    if _TOKEN.fullmatch(token.get_secret_value()):
        return None
    return (
        "the token does not look like a bot's, which has three parts with dots between; copy it "
        "from the Bot page of your application (https://discord.com/developers/applications)"
    )


def remarks_on_files(files: Iterable[Path]) -> list[str]:
    """Return a sentence for each file with secrets that other users of the machine may read."""
    if sys.platform == "win32":
        return []  # rights are no part of a file's mode there
    return [
        f"{file} holds a secret, and every user of this machine may read it; close it to them: "
        f"chmod 600 {file}"
        for file in files
        if file.stat().st_mode & stat.S_IROTH
    ]


def remark_on_state(state: Path) -> str | None:
    """Return a sentence where other users of the machine may read what people asked, else None."""
    if sys.platform == "win32":
        return None
    try:
        is_open = state.stat().st_mode & stat.S_IXOTH
        kept = [*state.glob("*.sqlite3*"), *(state / "backups").glob("*")] if is_open else []
        if not any(file.stat().st_mode & stat.S_IROTH for file in kept):
            return None
    except OSError:
        return None  # there is none; or whoever asks is another user, who may not read it
    return (
        f"every user of this machine may read what people asked; close the folder to them: "
        f"chmod 700 {state}"
    )
