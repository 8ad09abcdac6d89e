"""How often people may ask: so many questions a minute, of one person and in one channel.

Token buckets (https://en.wikipedia.org/wiki/Token_bucket): each holds as many questions as may be
asked in a minute, and fills again evenly, so that who asked too many waits for one, not for all.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cachetools import TTLCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.languages.languages import Language
    from bot.chat.people.places import Place

_SECONDS = 60.0
_MOST = 20_000
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Pace:
    """Questions a minute of one person, and in one channel of all together; 0 for no limit."""

    person: int
    channel: int
    spares_moderators: bool = True


@dataclass(slots=True)
class _Bucket:
    """Holds up to ``rate`` tokens, as many as come in within a minute; full at first."""

    rate: int
    tokens: float
    at: float

    def seconds_left(self, now: float) -> float:
        """Return in how many seconds there is a token, 0 where there is one."""
        filled = max(now - self.at, 0.0) * self.rate / _SECONDS
        self.tokens, self.at = min(self.tokens + filled, float(self.rate)), now
        return max(1.0 - self.tokens, 0.0) * _SECONDS / self.rate

    def take(self) -> None:
        """Take a token out."""
        self.tokens -= 1.0


class Cooldowns:
    """Counts questions, of 20,000 people and channels at the most."""

    def __init__(self, pace: Pace, clock: Callable[[], float] = time.time) -> None:
        self._pace = pace
        self._clock = clock
        self._buckets: TTLCache[tuple[str, tuple[int, int | None]], _Bucket] = TTLCache(
            _MOST, 2 * _SECONDS, clock
        )
        self._told: TTLCache[int, bool] = TTLCache(_MOST, _SECONDS, clock)

    def seconds_left(self, place: Place) -> int:
        """Return in how many seconds a person may ask again there, 0 for at once, which counts.

        A server's own paces go before those of the operator.
        """
        allowed = place.permissions
        if self._pace.spares_moderators and allowed and allowed.manage_messages:
            return 0
        now = self._clock()
        own = place.settings
        rate = self._pace.person if own.person_pace is None else own.person_pace
        buckets = [self._bucket("person", (place.person, place.server), rate)]
        if place.channel is not None:
            rate = self._pace.channel if own.channel_pace is None else own.channel_pace
            buckets.append(self._bucket("channel", (place.channel, None), rate))
        limited = [each for each in buckets if each]
        wait = max((each.seconds_left(now) for each in limited), default=0.0)
        if wait > _ROUNDING:
            return max(1, math.ceil(wait - _ROUNDING))
        for each in limited:
            each.take()
        return 0

    def is_told(self, person: int) -> bool:
        """Tell whether a person was told lately, and remember that they are now."""
        told = person in self._told
        self._told[person] = True
        return told

    def _bucket(self, kind: str, key: tuple[int, int | None], rate: int) -> _Bucket | None:
        if not rate:
            return None
        found = self._buckets.get((kind, key))
        # A moderator may have set another rate meanwhile.
        if found is None or found.rate != rate:
            found = _Bucket(rate, float(rate), self._clock())
        # Set anew, as it is forgotten so long after it was set: only then has it filled again.
        self._buckets[kind, key] = found
        return found


def slower(seconds: int, lang: Language) -> str:
    """Return what to say to somebody who asks too fast."""
    return lang.ngettext(
        "That was a lot of questions. Please ask again in {count} second.",
        "That was a lot of questions. Please ask again in {count} seconds.",
        seconds,
    )
