"""Changing the collection by hand: going back, withdrawing briefings, letting them in again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.editions import Ahead, Change
from bot.errors import AttacheError, Unfit
from bot.library.wanted import Wanted
from bot.model import Why

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.editions import ReloadReport
    from bot.library.shelf import Shelf
    from bot.library.store import Store


class Editing:
    """Has editions made of what was in service before, whatever the sources hold."""

    def __init__(
        self, shelf: Shelf, store: Store, make: Callable[[Wanted], Awaitable[ReloadReport]]
    ) -> None:
        self._shelf = shelf
        self._store = store
        self._make = make

    async def roll_back(self, edition: int, *, by: str) -> ReloadReport:
        """Put what an earlier edition held in service again, as a new edition.

        Briefings withdrawn since stay out. Raises `AttacheError` where there is no such edition,
        and what `reload` raises.
        """
        wanted = Wanted(by, f"rollback to edition {edition}", self._shelf.data, back_to=edition)
        return await self._looking_ahead(await self._make(wanted))

    async def withdrawals(self) -> int:
        """Return how many briefings are withdrawn for good."""
        return await self._store.withdrawals()

    async def to_withdraw(self, number: int) -> Change:
        """Return what withdrawing a briefing would take out, and its last text where it is kept.

        One that is not in service can be withdrawn too, as a reload may take it in again. Raises
        `Unfit` where there never was such a briefing, or it is withdrawn already.
        """
        if found := await self._store.present(number):
            return Change(number, "removed", found.text, found.title)
        gone = await self._store.not_in_service(number)
        if gone is None:
            raise Unfit("There is no briefing #{number} in service.", number=number)
        if gone.why is Why.WITHDRAWN:
            raise Unfit("#{number} is withdrawn already.", number=number)
        return Change(number, "kept out", gone.text or "")

    async def withdraw(self, number: int, *, by: str) -> ReloadReport:
        """Take one briefing out of service, for good: no later edition holds it.

        Raises what `to_withdraw` and `reload` raise.
        """
        await self.to_withdraw(number)
        return await self._make(
            Wanted(by, f"withdraw #{number}", self._shelf.data, withdraws=number)
        )

    async def readmit(self, number: int, *, by: str) -> ReloadReport:
        """Let a withdrawn briefing in again, with the text that it had, as far as that is kept.

        Raises `Unfit` where it is not withdrawn, and what `reload` raises.
        """
        if not await self._store.is_withdrawn(number):
            raise Unfit("#{number} is not withdrawn.", number=number)
        wanted = Wanted(by, f"readmit #{number}", self._shelf.data, readmits=number)
        return await self._looking_ahead(await self._make(wanted))

    async def _looking_ahead(self, report: ReloadReport) -> ReloadReport:
        """Return a report that says, too, what the next reload would make of the edition."""
        if not report.swapped:
            return report
        look = Wanted(report.by, "look ahead", self._shelf.data, dry_run=True, may_remove=1.0)
        try:
            found = await self._make(look)
        except AttacheError:
            return report  # what was done stands; only what comes next is not known
        if found.blocked:
            return report  # nor does a reload change anything while the sources are wrong
        return replace(report, ahead=Ahead(found.added, found.changed, found.removed))
