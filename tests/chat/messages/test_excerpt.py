"""An excerpt shows the sentence that answers, and as much of the rest as fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.messages.escaping import plain_cut
from bot.chat.messages.excerpt import excerpt
from bot.model import Span, SpanKind
from tests.chat.strategies import long_texts


@given(long_texts, st.data())
def test_an_excerpt_keeps_to_its_room_and_shows_the_sentence(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = excerpt(text, Span(start, end, SpanKind.ANSWER), 300)
    assert len(shown.first) + len(shown.rest) <= 300
    assert plain_cut(text[start:end], 296) in shown.first
    assert shown.is_whole or "…" in shown.first + shown.rest or len(shown.first) > 220


def test_an_excerpt_of_what_is_cut_puts_the_sentence_first() -> None:
    text = "It rained. The dam broke at noon. Nobody was hurt. Repairs begin."
    broke = Span(11, 33, SpanKind.ANSWER)

    whole = excerpt(text, broke, 300)
    cut_short = excerpt(text + " More is known tomorrow" * 10, broke, 130)

    assert (whole.first, whole.rest) == (
        "It rained. **The dam broke at noon.** Nobody was hurt. Repairs begin.",
        "",
    )
    assert whole.is_whole
    far = excerpt("More was known yesterday. " * 10 + text, Span(271, 293, SpanKind.ANSWER), 140)
    assert cut_short.rest.startswith("It rained. … Nobody was hurt.")
    assert (far.first, far.rest) == (
        "**The dam broke at noon.**",
        "… Nobody was hurt. Repairs begin.",
    )
    assert cut_short.rest.endswith("…")
    assert not cut_short.is_whole
