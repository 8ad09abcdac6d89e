"""One briefing: whatever it holds no limit is passed; where it is gone, it is said why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord.ui import TextDisplay
from hypothesis import given, settings

from bot.chat.browsing.briefing import briefing_message, missing_line
from bot.model import Briefing, NotInService, Origin, Why
from tests.chat.checking import check_message
from tests.chat.reading import sent
from tests.chat.strategies import ENGLISH, briefings, languages

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language


@settings(max_examples=100, deadline=None)
@given(briefings(), languages)
async def test_no_briefing_passes_a_limit(briefing: Briefing, lang: Language) -> None:
    message, attached = briefing_message(briefing, lang)

    check_message(sent(message))
    assert attached is None or attached == briefing.text


def test_a_briefing_that_nobody_sees_is_shown_as_one() -> None:
    unseen = Briefing("a" * 16, "\u3164", Origin("a.txt", 1), "\u2800", number=7)
    message, attached = briefing_message(unseen, ENGLISH)

    check_message(sent(message))
    assert [part.content for part in message.walk_children() if isinstance(part, TextDisplay)] == [
        "…", "-# #7 · a.txt:1",
    ]  # fmt: skip
    assert attached is None


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (NotInService(12, Why.WITHDRAWN, 3), "#12 was withdrawn."),
        (NotInService(12, Why.WITHDRAWN), "#12 was withdrawn a long time ago."),
        (NotInService(12, Why.GONE, 3), "#12 is no longer among the briefings."),
        (NotInService(12, Why.GONE), "#12 was removed a long time ago."),
        (NotInService(12, Why.COMING), "#12 is only just coming in; ask again"),
    ],
)
def test_of_a_briefing_that_is_not_in_service_it_is_said_why(
    missing: NotInService, said: str
) -> None:
    line = missing_line(missing, ENGLISH)

    assert said in line
    assert "edition" not in line  # a word that members do not know
