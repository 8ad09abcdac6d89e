"""What administering asks back keeps to Discord's limits; forms are taken however late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.chat.admin.admin_forms import confirmation
from bot.chat.admin.reload_text import reload_text
from bot.chat.languages.languages import NAMES, Languages
from bot.chat.people.permissions import Admins
from bot.editions import Change, ReloadReport
from bot.model import Origin
from bot.problems import LeftOut, Problem, Said
from tests.chat.checking import check_message
from tests.chat.reading import text_of

if TYPE_CHECKING:
    from tests.chat.conftest import World


@pytest.mark.parametrize("code", list(NAMES))
async def test_a_confirmation_fits_however_many_problems_were_left_out(code: str) -> None:
    problems = tuple(
        Problem(
            Origin(f"reports/2025/europe/the-weekly-summary-of-all-that-was-{at}.jsonl", 1234),
            Said(
                "The text has {count} characters; at most {most} are allowed",
                {"count": 5_123, "most": 4_000},
            ),
            Said("Shorten it, or raise ATTACHE_MAX_CHARACTERS in the settings"),
        )
        for at in range(12)
    )
    report = ReloadReport(
        3, False, False, 100, 5, 5, 5, 80, problems, 0.1, tuple(map(LeftOut, problems)), True,
        digest="a" * 64,
        preview=tuple(Change(1, "removed", "word " * 40) for _ in range(15)),
    )  # fmt: skip
    lang = Languages().of(code)

    message = confirmation(reload_text(report, lang), report.digest, lang)

    components: list[dict[str, Any]] = message.to_components()  # type: ignore[no-untyped-call]
    check_message({"components": components, "flags": 1 << 15})
    said = components[0]["components"][0]["content"]
    assert said.startswith("### ")
    assert said.endswith("\n…")


async def test_a_briefing_that_was_written_for_an_hour_and_over_a_restart_is_taken(
    world: World,
) -> None:
    asked = await world.operator.slash(world.channel, "admin add")
    await world.env.advance_time(3_600)
    await world.restart()

    result = await world.operator.submit_modal(asked, {"text": "A bridge in Ruritania."})

    assert "Edition 2 is in service" in text_of(result.response)


async def test_a_form_is_for_who_still_runs_the_bot_when_it_is_sent(world: World) -> None:
    asked = await world.operator.slash(world.channel, "admin add")
    world.bot.admins = Admins(frozenset(), frozenset())

    result = await world.operator.submit_modal(asked, {"text": "A bridge in Ruritania."})

    assert "This is for whoever runs the bot" in text_of(result.response)
    (denied,) = await world.community.audit.entries()
    assert denied.detail.startswith("attache:add:")
