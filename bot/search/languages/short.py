"""Short questions of which each word is of one language: "Der Fuchs in Europa"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.languages.dictionary import dictionary
from bot.search.languages.territories import territories
from bot.search.languages.tongues import FOREIGN_IN_NAMES, small_change
from bot.search.languages.translating import is_compound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.languages.detecting import AskedWord

_ENOUGH = 2
_LONGEST = 6
# No name of English news begins with these alone, as "Le Monde" and "El Salvador" do.
_GERMAN_ARTICLES = frozenset("das dem der des".split())


def is_wholly(language: str, found: Sequence[AskedWord], is_strange: Callable[[str], bool]) -> bool:
    """Tell whether all words of a short question are of a ``language``, and not of English as well.

    It begins with a function word that English has in names at most; ``is_strange`` tells of what
    neither English nor the briefings have. Such function words and strange words count, of which
    there have to be two; one does where it is a German article before German words.
    """
    first = found[0].folded if found else ""
    if not _is_foreign(first, language) or len(found) > _LONGEST:
        return False
    rest = [word for word in found if not _is_small(word, language)]
    if not rest or not all(_is_of(word, language) for word in rest):
        return False
    foreign = sum(_is_foreign(word.folded, language) for word in found)
    # English has "elephants", but none with an accent.
    strange = sum(is_strange(word.lower) for word in rest)
    return foreign + strange >= _ENOUGH or (language == "de" and first in _GERMAN_ARTICLES)


def _is_small(word: AskedWord, language: str) -> bool:
    table = small_change(language)
    return (word.lower,) in table or (word.folded,) in table


def _is_foreign(word: str, language: str) -> bool:
    """Tell whether a folded word is small change of a language that English has in names alone."""
    return word in FOREIGN_IN_NAMES and (word,) in small_change(language)


def _is_of(word: AskedWord, language: str) -> bool:
    """Tell whether a word is in the lists of a language, and may not be a name for its capital."""
    if territories(language).find([word.lower]):
        return True
    if word.is_capital and language != "de":
        return False
    # Of stems there are too many: "santis" has that of French "santé".
    is_listed = dictionary(language).listed(word.folded) is not None
    return is_listed or (language == "de" and is_compound(word.folded))
