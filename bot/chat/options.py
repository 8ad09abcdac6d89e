"""How the Discord client behaves, as whoever runs it set."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.chat.people.cooldowns import Pace

if TYPE_CHECKING:
    from pathlib import Path

    from bot.shards import Shards


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """How the client behaves.

    ``drawing`` is a folder for what the charts need; ``notices`` is the least time between two
    notices to one follower.
    """

    answers: int
    admin_users: frozenset[int]
    admin_roles: frozenset[int]
    admin_servers: tuple[int, ...]
    drawing: Path
    identify_record: Path
    log_words: bool = False
    show_withdrawn: bool = False
    pace: Pace = field(default_factory=lambda: Pace(person=0, channel=0))
    notices: timedelta = timedelta(hours=1)
    shards: Shards | None = None
