"""What a notice of news looks like, whatever is new."""

from __future__ import annotations

from dataclasses import replace

import pytest
from discord import ui

from bot.chat.languages.languages import Languages
from bot.chat.messages import limits
from bot.chat.news.notices import news_message
from bot.community.follows import Follow, FollowerKind
from bot.model import Briefing, Origin

BRIEFING = Briefing(
    key="ab", text="word " * 900, origin=Origin("briefings/of/this/year.jsonl", 1234),
    date="2024-12-08", source="The news agency of Ruritania", number=1,
)  # fmt: skip
TOPICS = [Follow(f"k{place}", f"A topic that is followed {place}", 0) for place in range(5)]
GERMAN = Languages().of("de")


@pytest.mark.parametrize("kind", list(FollowerKind))
@pytest.mark.parametrize("title", [None, "Words of a title " * 7])
@pytest.mark.parametrize("address", [20, 120, 225])
def test_a_notice_tells_of_as_many_briefings_as_fit_and_how_many_more_there_are(
    title: str | None, address: int, kind: FollowerKind
) -> None:
    given = replace(BRIEFING, title=title, url=f"https://example.org/{'y' * address}")
    news = [replace(given, number=number) for number in range(1, 7)]

    message, fitting = news_message(news, 9, TOPICS, GERMAN, kind)

    assert message.content_length() <= limits.TEXT
    parts = message.walk_children()
    said = "".join(part.content for part in parts if isinstance(part, ui.TextDisplay))
    shown = [each.number for each in news if f"#{each.number} " in said]
    assert shown == list(range(1, len(shown) + 1))
    assert len(shown) == fitting >= 4
    assert f"… und {9 - len(shown)} weitere" in said
