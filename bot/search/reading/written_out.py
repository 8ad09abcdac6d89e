"""An English question as it is meant, before its words are looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.search.reading.numbering import as_numbered
from bot.search.reading.opening_word import with_asking_word
from bot.search.reading.ourselves import without_us
from bot.search.reading.short_names import with_whole_names
from bot.search.reading.shorthand import spelt_out
from bot.search.reading.stands_for import with_what_it_stands_for
from bot.search.words.numbers import in_digits

if TYPE_CHECKING:
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon


_MAX_QUESTION = 2_000
_CUT_WORD = re.compile(r"(?<=\s)\S{1,100}$")


def beginning(question: str) -> str:
    """Return as much of a question as is read: no half word, which no briefing would have."""
    read = question[:_MAX_QUESTION]
    goes_on = question[_MAX_QUESTION : _MAX_QUESTION + 1].strip()
    return _CUT_WORD.sub("", read) if goes_on else read


def written_out(question: str, lexicon: Lexicon, english: Frequencies) -> str:
    """Return an English ``question`` with its slips at the start, short forms and numbers mended.

    What letters and short names stand for takes their place as far as the briefings tell it.
    """
    is_known = lexicon.has_word
    meant = with_asking_word(question, is_known, english)
    meant = in_digits(spelt_out(meant, is_known, english), is_known)
    meant = as_numbered(meant, lexicon)
    meant = with_whole_names(without_us(meant), lexicon)
    return with_what_it_stands_for(meant, lexicon)
