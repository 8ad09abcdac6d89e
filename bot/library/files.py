"""What is done with files as wholes, on any file system."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What the system says where there is no room left, or none for this user."""


def keep_as(kept: Path, present: Path) -> None:
    """Give a file a second name, which keeps its content when another takes the first one.

    It is copied where the file system knows no second names (exFAT, many network shares), or
    allows the owner of the file alone to give them. Raises ``OSError``.
    """
    try:
        kept.hardlink_to(present)
    except FileExistsError:
        raise
    except OSError:
        try:
            shutil.copyfile(present, kept)
        except OSError:
            kept.unlink(missing_ok=True)
            raise
