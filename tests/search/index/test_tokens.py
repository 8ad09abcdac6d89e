"""Tokens: cutting a text once tells the same words and names as going through it step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.index.fields import values_in
from bot.search.index.names import capital_places, runs
from bot.search.index.tokens import CUT, Tokens
from bot.search.words.text import fold, function_words, index_terms, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.search.index.tokens import Token

# What texts are made of where words begin, go on and end in other ways than at a space.
parts = st.sampled_from(
    [
        *"abAB .,'’`-‐_&()\"“”«;:!?\n01éßØıN北。ʼ\u0301´$\u202f",
        "000",
        "U.S.",
        "Mr. ",
        "of ",
        "Kim ",
        "al-Assad ",
    ]
)
texts = st.lists(parts, max_size=30).map("".join) | st.text()


def as_written(word: str) -> str:
    """Stand in for a stemmer, so that stems are the words themselves."""
    return word


@given(texts)
def test_the_words_of_the_tokens_are_the_words_of_the_text(text: str) -> None:
    found = Tokens(as_written).searched(text)

    assert " ".join(token.stems for token in found if token.stems) == " ".join(index_terms(text))
    functions = [word for token in found for word in values_in(token.terms, "function")]
    assert set(functions) == set(function_words(text))


@given(texts)
def test_words_in_lower_case_are_those_that_the_text_writes_so(text: str) -> None:
    found = Tokens(as_written).searched(text)

    lower = {word for token in found for word in values_in(token.written, "lower")}
    assert lower == {fold(token) for token in tokens(text) if token.islower()}


@given(texts)
@example("a$000")
def test_names_are_found_from_capital_to_capital_as_from_word_to_word(text: str) -> None:
    pieces = CUT.split(text)
    told = Tokens(as_written)
    sentence = [told[raw] for raw in pieces[1::2]]

    found = runs(sentence, pieces[::2], capital_places(sentence))
    assert found == list(slowly(sentence, pieces[::2]))


def slowly(sentence: list[Token], gaps: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of capitalised words, looking at one word after another."""
    run: list[str] = []
    opened = False

    def adjoins(place: int) -> bool:
        return 0 < place < len(sentence) and f"{stop(place)}{gaps[place]}" == " "

    def stop(place: int) -> str:
        return "." if sentence[place - 1].is_stopped else ""

    for place, token in enumerate(sentence):
        opens = place == 0 or gaps[place].endswith(tuple("\"“‘'«"))
        links = token.text in "of de del della da do dos bin ibn van von al".split()
        if token.is_capital and not (opens and token.is_function):
            if run and not adjoins(place):
                yield " ".join(run), opened
                run = []
            opened = opened if run else opens
            run.append(token.text)
        elif run and not (
            links and adjoins(place) and adjoins(place + 1) and sentence[place + 1].is_capital
        ):
            yield " ".join(run), opened
            run = []
        elif run:
            run.append(token.text)
        if run and token.bare != token.text:
            yield " ".join(run), opened
            run = []
    if run:
        yield " ".join(run), opened
