"""What may be a name or a thing is looked for first, and is talk only where nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Verdict
from bot.talk.asides import aside
from bot.talk.kinds import Talk
from bot.talk.phrases import lines_of
from bot.talk.smalltalk import small_talk, unasked

if TYPE_CHECKING:
    from bot.library.library import Library
    from bot.library.shelf import Shelf

_TOLD = """\
UPS will cut 20,000 jobs this year and close 73 buildings in the United States.
Indonesia stopped exports of nickel, and the price rose by a tenth.
Thick mist closed the harbour of Bergen for two days.
Vale must pay for the dam that burst at Brumadinho, a court ruled.
Johnny Depp opened the film festival in Jeddah.
The president signed a pardon for eleven miners.
"""


@pytest.mark.parametrize("word", sorted(lines_of("names.txt")))
def test_a_word_of_talk_that_may_name_something_is_looked_for_first(word: str) -> None:
    assert small_talk(word) is None
    assert small_talk(word.upper()) is None
    assert small_talk(word, sought=True) is not None


@pytest.mark.parametrize(
    "text",
    [
        "UPS?", "Nickel!", "the toll", "a pardon", "hello UPS, please", "hi, nickel",
        "Nickel, bitte", "UPS and Vale", "hey vale", "Bravo Vale", "Prima Klasse", "NTM", "MCI",
        "TG", "Top",
    ],
)  # fmt: skip
def test_it_is_looked_for_beside_what_tells_nothing_of_it(text: str) -> None:
    assert small_talk(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ups, sorry", Talk.NOD),
        ("ups, falscher Kanal", Talk.NOD),
        ("das ist klasse", Talk.NOD),
        ("ok, vale", Talk.NOD),
        ("very nice", Talk.NOD),
        ("echt toll", Talk.NOD),
        ("top bot", Talk.NOD),
        ("so ein Mist", Talk.FEEDBACK),
        ("nickel, merci", Talk.THANKS),
        ("ty so much", Talk.THANKS),
        ("moin bot", Talk.GREETING),
    ],
)
def test_it_is_talk_where_what_stands_beside_it_tells_so(text: str, kind: Talk) -> None:
    assert small_talk(text) is kind


async def test_briefings_about_it_are_found(library: Library, shelf: Shelf) -> None:
    (shelf.data / "told.txt").write_text(_TOLD)
    await library.reload(by="a test", reason="more is told")
    for question in ("UPS", "nickel", "mist", "Vale", "Depp", "pardon?"):
        assert await aside(library, question) is None
        answer = await library.ask(question)
        assert unasked(question, answer) is None
        assert answer.verdict is Verdict.ANSWERED
        assert question.strip("?") in answer.citations[0].briefing.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ups!", Talk.NOD),
        ("Vale, top", Talk.NOD),
        ("Mist", Talk.FEEDBACK),
        ("ty", Talk.THANKS),
        ("ade", Talk.FAREWELL),
        ("hey vale", Talk.GREETING),
        ("sup", Talk.HOW_ARE_YOU),
    ],
)
async def test_it_is_talk_where_no_briefing_has_it(library: Library, text: str, kind: Talk) -> None:
    assert unasked(text, await library.ask(text)) is kind


async def test_it_is_talk_where_a_talk_has_only_what_means_the_same(library: Library) -> None:
    before = await library.ask("who fled Syria?")
    answer = await library.ask("top", 3, before.context)
    assert answer.verdict is Verdict.CLOSEST
    assert unasked("top", answer) is Talk.NOD


@pytest.mark.parametrize(
    "text", ["true?", "Correct ?", "solved？", "so really true?!", "ok?", "UPS?"]
)
async def test_a_word_that_asks_gets_no_nod(library: Library, text: str) -> None:
    assert small_talk(text) is None
    assert unasked(text, await library.ask(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello?", Talk.GREETING),
        ("wtf?", Talk.FEEDBACK),
        ("makes sense?", Talk.NOD),
        ("👍 <https://example.org/?a=b>", Talk.LINK),
    ],
)
def test_what_asks_and_is_no_nod_or_several_words_is_talk(text: str, kind: Talk) -> None:
    assert small_talk(text) is kind
