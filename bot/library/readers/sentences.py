"""Text of several pieces, each of which stands apart from the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")


def ended(pieces: Iterable[str]) -> str:
    """Return pieces that stand apart, such as headings, paragraphs and list items, as one text.

    Each ends with a full stop where it ends with no mark of its own, but for the last.
    """
    blocks = [block for block in map(str.strip, pieces) if block]
    stopped = [block if _ENDS.search(block) else f"{block}." for block in blocks[:-1]]
    return "\n\n".join([*stopped, *blocks[-1:]])
