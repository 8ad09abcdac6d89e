"""What is asked of whoever makes the next edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reload is asked to do.

    It reads ``data``, or goes back to the edition ``back_to``, or takes the briefing ``withdraws``
    out of the edition in service, or puts ``readmits`` back into it. ``may_remove`` is the share
    of the briefings that may go unasked, None for the one in the settings; ``confirmed`` is the
    digest of what somebody has seen and agreed to, whatever it removes; where the sources hold
    something else by now, nothing may go unasked. ``takes`` is the file that is handed in, as
    origins call it; with ``replaces`` what stood there before may go in any case.
    """

    by: str
    reason: str
    data: Path
    back_to: int | None = None
    withdraws: int | None = None
    readmits: int | None = None
    dry_run: bool = False
    may_remove: float | None = None
    confirmed: str | None = None
    takes: str | None = None
    replaces: bool = False

    @property
    def decides(self) -> bool:
        """Tell whether later editions differ by it, even where the present one stays the same."""
        return self.withdraws is not None or self.readmits is not None

    @property
    def is_by_hand(self) -> bool:
        """Tell whether something else is wanted than what the sources hold."""
        return self.back_to is not None or self.decides
