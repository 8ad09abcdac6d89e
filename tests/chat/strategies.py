"""Briefings and answers of any data that the readers let through, for Hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from bot.chat.languages.languages import NAMES, Languages
from bot.library.readers.values import clean
from bot.model import Answer, Briefing, Citation, Correction, Origin, Span, SpanKind, Topic, Verdict

_LETTERS = "*_~`|<>[]()#@\\-1. \u202e\u200b\u3164🦆a"
texts = st.text(max_size=80) | st.text(alphabet=_LETTERS, max_size=600)
# What readers let through: it holds something, and no control characters.
filled = texts.map(clean).filter(bool)
long_texts = st.builds(lambda text, times: text * times, filled, st.integers(1, 60))
ENGLISH = Languages().english
languages = st.sampled_from(list(NAMES)).map(Languages().of)
keys = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Return a briefing of any data that the readers let through."""
    return Briefing(
        key=draw(keys),
        text=draw(long_texts)[: draw(st.sampled_from([200, 900, 4000]))],
        origin=Origin(draw(filled), draw(st.integers(0, 10**7))),
        title=draw(st.none() | long_texts),
        date=draw(st.none() | st.just("2024-12-08") | st.just("2024-12-08T09:30:00Z")),
        source=draw(st.none() | filled),
        url=draw(
            st.none()
            | st.just("https://example.org/a_(b)?q=[x]" + "y" * draw(st.integers(0, 1900)))
        ),
        number=draw(st.integers(1, 10**12)),
    )


@st.composite
def citations(draw: st.DrawFn, rank: int) -> Citation:
    """Return a citation with an answering sentence anywhere in its text."""
    # An answer cites a briefing once.
    briefing = replace(draw(briefings()), number=100 * draw(st.integers(1, 10**10)) + rank)
    start = draw(st.integers(0, len(briefing.text) - 1))
    end = draw(st.integers(start + 1, len(briefing.text)))
    spans = draw(st.sampled_from([(), (Span(start, end, SpanKind.ANSWER),)]))
    return Citation(rank, draw(st.floats(0, 50)), briefing, spans)


@st.composite
def answers(draw: st.DrawFn, most: int = 5) -> Answer:
    """Return any answer."""
    count = draw(st.integers(0, most))
    topic = st.builds(Topic, key=keys, label=long_texts, keys=st.just(("a",)), size=st.just(1))
    return Answer(
        question=draw(long_texts),
        verdict=draw(st.sampled_from(Verdict)) if count else Verdict.NOTHING,
        confidence=0.5,
        corrections=tuple(draw(st.lists(st.builds(Correction, filled, filled), max_size=30))),
        unknown=tuple(draw(st.lists(filled, max_size=30))),
        citations=tuple(draw(citations(rank)) for rank in range(1, count + 1)),
        topics=tuple(draw(st.lists(topic, max_size=5, unique_by=lambda each: each.key))),
        edition=1,
        elapsed_ms=1.0,
        deserving=draw(st.integers(0, count)) if count else 0,
        elsewhere=tuple(draw(st.lists(filled, max_size=30))),
    )
