"""Lists: whatever they hold, no page passes a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.browsing import pages
from bot.model import Answer, Listing, Topic
from tests.chat.checking import check_message
from tests.chat.reading import sent
from tests.chat.strategies import answers, keys, languages, long_texts

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language


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
