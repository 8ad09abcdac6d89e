"""Lists: whatever they hold, no page passes a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.browsing import pages
from bot.chat.languages.languages import Languages
from bot.model import Answer, Briefing, Citation, Listing, Origin, Topic
from tests.chat.checking import check_message, walk
from tests.chat.reading import sent
from tests.chat.strategies import answers, keys, languages, long_texts

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language


def _listing(count: int, day: str | None) -> Listing:
    """Return a list of so many briefings."""
    origin = Origin("a.txt", 1)
    held = [
        Briefing(f"k{number}", "A bridge was built.", origin, date=day, number=number)
        for number in range(1, count + 1)
    ]
    shown = (Citation(place, 1.0, each, ()) for place, each in enumerate(held, start=1))
    return Listing(tuple(shown), (), title="Bridges")


@pytest.mark.parametrize("day", ["2026-05-01", None])
def test_a_page_with_one_briefing_is_of_no_several(day: str | None) -> None:
    lang = Languages().english
    listing = _listing(7, day)

    for message in (
        pages.topic_message(listing, "bridges", 6, lang),
        pages.latest_message(listing, 6, lang),
        pages.timeline_message(listing, "bridges", 6, lang),
    ):
        said = "\n".join(part.get("content", "") for part in walk(sent(message)["components"]))
        assert "The last of 7" in said
        assert "7 to 7" not in said


@settings(max_examples=25, deadline=None)
@given(answers(most=12), keys, st.integers(0, 3), languages)
async def test_no_page_of_a_topic_passes_a_limit(
    answer: Answer, key: str, offset: int, lang: Language
) -> None:
    listing = Listing(answer.citations, answer.topics, title=answer.question)
    check_message(sent(pages.topic_message(listing, key, offset, lang)))
    check_message(sent(pages.timeline_message(listing, key, offset, lang)))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.builds(Topic, keys, long_texts, st.just(()), st.integers(0, 10**7)), max_size=30),
    st.sampled_from([0, 25]),
    languages,
)
async def test_no_list_of_topics_passes_a_limit(
    topics: list[Topic], offset: int, lang: Language
) -> None:
    distinct = list({topic.key: topic for topic in topics}.values())
    check_message(sent(pages.topics_message(distinct, lang, offset=offset)))
