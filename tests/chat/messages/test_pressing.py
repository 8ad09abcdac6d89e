"""The ids of what is pressed: each leads back to what it was made by."""

from __future__ import annotations

import asyncio
import string
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.admin.admin_forms import AmendButton, ConfirmButton, WithdrawButton
from bot.chat.asking.controls import Controls, TurnButton, VoteButton
from bot.chat.asking.sharing import ShareButton
from bot.chat.browsing.choosing import TopicChoice, TopicsButton
from bot.chat.client import DYNAMIC_ITEMS
from bot.chat.commands.helping import HelpMenu, Page
from bot.chat.languages.languages import Languages
from bot.chat.messages import limits
from bot.chat.messages.buttons import (
    LatestButton,
    ReadButton,
    RelatedButton,
    TimelineButton,
    TopicButton,
)
from bot.chat.news.following import StopButton
from bot.chat.people.privacy import ForgetButton, What
from bot.chat.servers.server_panel import ChannelsMenu, SettingMenu, SwitchButton
from bot.community.follows import FollowerKind
from bot.model import Topic

if TYPE_CHECKING:
    from discord import ui

ENGLISH = Languages().english
CHARACTERS = string.digits + string.ascii_lowercase
LABELS = st.text(max_size=limits.LABEL)
KEYS = st.text(CHARACTERS, min_size=1, max_size=32)
QUESTIONS = st.text(CHARACTERS, min_size=12, max_size=12)
NUMBERS = st.integers(0, 10**12)
OFFSETS = st.integers(0, 10**6 - 1)
PRESSED: Any = None
"""No class asks the interaction for anything."""
SNOWFLAKES = st.integers(0, 2**64 - 1)
# Small ones are short, so that very many of them have room.
RANGES = st.builds(range, st.integers(0, 2_000) | NUMBERS, st.just(10**12 + 500))
LISTS = st.builds(lambda numbers, count: tuple(numbers[:count]), RANGES, st.integers(1, 500))
CONTROLS = st.builds(
    Controls, question=QUESTIONS, numbers=LISTS, page=st.integers(1, 5), votes=st.booleans()
)
TOPICS = st.builds(Topic, key=KEYS, label=LABELS, size=st.integers(1, 10**6))
MADE: dict[type[ui.DynamicItem[Any]], st.SearchStrategy[Any]] = {
    ReadButton: st.builds(ReadButton, NUMBERS, LABELS),
    RelatedButton: st.builds(RelatedButton, NUMBERS, LABELS),
    TopicButton: st.builds(TopicButton, KEYS, LABELS, st.none() | OFFSETS),
    TimelineButton: st.builds(TimelineButton, KEYS, LABELS, st.none() | OFFSETS),
    LatestButton: st.builds(LatestButton, LABELS, OFFSETS),
    TopicsButton: st.builds(TopicsButton, OFFSETS, LABELS),
    TurnButton: st.builds(TurnButton, CONTROLS, st.integers(0, 99), LABELS),
    TopicChoice: st.builds(
        TopicChoice, st.lists(TOPICS, min_size=1, max_size=25), st.just(ENGLISH)
    ),
    HelpMenu: st.builds(HelpMenu, st.permutations(list(Page)), st.just(ENGLISH)),
    VoteButton: st.builds(VoteButton, QUESTIONS, helpful=st.booleans()),
    ShareButton: st.builds(ShareButton, LABELS),
    StopButton: st.builds(StopButton, st.sampled_from(FollowerKind), SNOWFLAKES, KEYS, LABELS),
    ForgetButton: st.builds(ForgetButton, st.sampled_from(What), LABELS, sure=st.booleans()),
    SwitchButton: st.builds(
        SwitchButton,
        st.sampled_from(["private", "mentions", "feedback"]),
        st.booleans(),
        LABELS,
        is_on=st.booleans(),
    ),
    SettingMenu: st.builds(
        SettingMenu, st.sampled_from(["language", "person", "channel"]), st.just(())
    ),
    ChannelsMenu: st.builds(
        ChannelsMenu, st.lists(SNOWFLAKES, max_size=30, unique=True), st.just("All channels")
    ),
    ConfirmButton: st.builds(
        ConfirmButton, st.from_regex("[0-9a-f]{64}", fullmatch=True), LABELS, agrees=st.booleans()
    ),
    WithdrawButton: st.builds(
        WithdrawButton,
        st.integers(0, 10**10 - 1),
        st.from_regex("[0-9a-f]{16}", fullmatch=True),
        LABELS,
        agrees=st.booleans(),
    ),
    AmendButton: st.builds(AmendButton, QUESTIONS, LABELS),
}


@pytest.mark.parametrize("kind", DYNAMIC_ITEMS)
def test_what_is_made_is_found_again_by_its_id(kind: type[ui.DynamicItem[Any]]) -> None:
    @settings(deadline=None)
    @given(MADE[kind])
    def found_again(item: ui.DynamicItem[Any]) -> None:
        # discord.py makes what only begins as the template has it, and finds no class for it.
        found = kind.__discord_ui_compiled_template__.fullmatch(item.custom_id)

        assert found
        assert len(item.custom_id) <= limits.CUSTOM_ID
        again = asyncio.run(kind.from_custom_id(PRESSED, item.item, found))
        assert again.custom_id == item.custom_id

    found_again()


@given(CONTROLS, st.integers(0, 99))
def test_a_page_that_can_be_turned_to_shows_something(controls: Controls, offset: int) -> None:
    row = controls.row(offset, ENGLISH)

    for turn in row.children if row else ():
        if isinstance(turn, TurnButton) and int(turn.held["offset"]) > offset:
            assert len(turn.held["numbers"].split(".")) > int(turn.held["offset"])
