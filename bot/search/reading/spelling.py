"""Guarded correction: which words of the edition a question's word may have meant."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.search.words.adjectives import country
from bot.search.words.english import COMMON_ZIPF, REAL_WORD_ZIPF
from bot.search.words.listed import by_length
from bot.search.words.numbers import ends_in_number
from bot.search.words.places import is_place
from bot.search.words.respellings import respellings
from bot.search.words.skeleton import skeleton
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.synonyms import is_listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon

MAX_CANDIDATES = 3
_KEPT = 1 << 11
_FAR_COMMONER = 2.0
_SOUNDING_DISTANCE = 2
_SOUNDING_SIMILARITY = 0.8
_SIMILARITY_OF_NAMES = 0.76
"""Names are written in other letters farther apart: "Usaynu" is "Ousseynou"."""
_SHORT_STOP_WORDS = sorted(word for word in STOP_WORDS if len(word) == 3 and word.isalpha())
_SHORTEST_BASE = 5
_SHORTEST_OWNER = 4
_SHORTEST_FORM = 6
"""Shorter words are near too many others."""
_SHORTEST_MISSPELT = 3
_LONG = 7
"""Letters from which a word may be two edits away."""
_VOWELS = re.compile("[aeiouy]")
_SHORTEST_RESPELT = 4
_MOST_RESPELT = 8
"""Spellings by whose sound names are looked up, which takes longest."""
_SHORTEST_CLIPPED = 5
_FEWEST_CLIPPED = 3
"""Letters that are left out of a name whose first part is given; fewer are an ending."""
_ENDINGS = ("ing", "ed", "es", "ly", "er", "s")


_LONGER_STOP_WORDS = by_length(
    sorted(word for word in STOP_WORDS if len(word) >= 4 and word.isalpha())
)


class Candidate(NamedTuple):
    """A word of the edition that may be meant, and how many edits away it is."""

    word: str
    distance: int


def edits_allowed(word: str) -> int:
    """Return how many edits ``word`` may be away from what was meant: none, one or two."""
    letters = sum(map(str.isalpha, word))
    if ends_in_number(word):
        return 1 if letters < _LONG else 2
    # One digit may be a letter that was misread or mistyped: "c0urt".
    if letters < max(_SHORTEST_MISSPELT, len(word) - 1):
        return 0
    return 1 if len(word) < _LONG else 2


@lru_cache(_KEPT)
def as_function_word(word: str, english: Frequencies) -> str | None:
    """Return the function word that an unknown ``word`` must be a slip for: "whcih" is "which".

    These are far more common than any name; a real English word is none of them.
    """
    if (whole := f"{word}g") in STOP_WORDS and word.endswith("in"):
        return whole  # "doin" is so common that it counts as a word
    if not edits_allowed(word) or english.zipf(word) >= REAL_WORD_ZIPF:
        return None
    longer = _LONGER_STOP_WORDS.get(len(word), ())
    near = process.extract(word, longer, scorer=OSA.distance, score_cutoff=1)
    if not near and len(word) == _SHORTEST_MISSPELT:
        near = process.extract(word, _SHORT_STOP_WORDS, scorer=OSA.distance, score_cutoff=1)
    if not near:
        return None
    found = [each for each, _, _ in near]
    # Letters are left out more often than put in: "bejing" lacks one of "beijing".
    no_shorter = [each for each in found if len(each) >= len(word)]
    if not no_shorter and _lacks_a_letter(word, english):
        return None
    return max(no_shorter or found, key=english.zipf)


def _lacks_a_letter(word: str, english: Frequencies) -> bool:
    """Tell whether one letter more makes an English word of ``word``."""
    return any(
        english.zipf(word[:place] + letter + word[place:]) >= REAL_WORD_ZIPF
        for place in range(len(word) + 1)
        for letter in ascii_lowercase
    )


def is_of_place(word: str) -> bool:
    """Tell whether a folded word is a city, a region, a country or a people, and so no slip."""
    return is_place(word) or country(word) is not None


def is_known(word: str, lexicon: Lexicon, english: Frequencies) -> bool:
    """Tell whether a word is in the briefings, or is the English base of one that is.

    "boycot" is one edit from "boycott", but two from the "boycotts" that a briefing has.
    """
    if lexicon.has_word(word):
        return True
    if not english.zipf(word):
        return False
    stem = lexicon.stem(word)
    return word in (stem, stem + stem[-1:]) and lexicon.stem_frequency(stem) > 0


def _is_form(word: str, lexicon: Lexicon, english: Frequencies) -> bool:
    """Tell whether a word is English, and the briefings have another form of it.

    They may have only "collectively" where "colective" is asked for.
    """
    return english.zipf(word) > 0 and lexicon.stem_frequency(lexicon.stem(word)) > 0


def candidates(
    word: str, lexicon: Lexicon, english: Frequencies, *, is_name: bool = False
) -> tuple[Candidate, ...]:
    """Return up to three words that ``word`` may have meant, the likeliest first.

    They are ordered by distance (optimal string alignment), Jaro-Winkler similarity and document
    frequency. A real English word is only read as a far commoner one, so that "bread" is not
    taken for a name that happens to be near; or, where it is a rare one, as a name that sounds the
    same: "Sergey" is "Sergei". A word that ``is_name``, as a table of names has it, is read as such
    alone: "Zelenskyy" is "Zelenskiy".
    """
    allowed = edits_allowed(word)
    if not allowed:
        return ()
    found = _near(word, allowed, lexicon)
    if len(word) == _SHORTEST_MISSPELT:
        # Of so short a word a letter may be missing ("Oto"); with another one it is another word.
        found = [near for near in found if len(near.word) > len(word)]
    if not any(is_known(near.word, lexicon, english) for near in found):
        is_english = max(english.zipf(word), english.zipf(lexicon.stem(word))) > 0
        if not is_english and len(word) >= _SHORTEST_FORM:
            forms = _likeliest(word, found, lexicon, english, _is_form)
            if forms:
                return forms
        found = _sounding(word, lexicon, english) or _uninflected(word, lexicon)
        if not (found or is_english):
            found = _respelt(word, lexicon, english) or _clipped(word, lexicon)
    if is_of_place(word):
        found = [near for near in found if lexicon.is_name(near.word)]  # Herat is no heart
    if is_name:
        found = [near for near in found if is_same_name(word, near.word, lexicon)]
    least = english.zipf(word) or (REAL_WORD_ZIPF if is_listed(word) else 0.0)
    if least >= REAL_WORD_ZIPF:
        found = [
            near
            for near in found
            if english.zipf(near.word) >= least + _FAR_COMMONER
            or (least < COMMON_ZIPF and is_same_name(word, near.word, lexicon))
        ]
    return _likeliest(word, found, lexicon, english)


def fitting(
    word: str, fits: Callable[[str], bool], lexicon: Lexicon, english: Frequencies
) -> Candidate | None:
    """Return the likeliest near word that ``fits`` what stands beside ``word``, if one does.

    That is taken for meant even where ``word`` is a real one: "kahn" beside "Younis" is "Khan".
    """
    near = [each for each in _near(word, edits_allowed(word), lexicon) if fits(each.word)]
    near = near or [Candidate(each, 1) for each in respellings(word) if fits(each)]
    return next(iter(_likeliest(word, near, lexicon, english)), None)


def misheard(
    first: str, second: str, lexicon: Lexicon, english: Frequencies
) -> tuple[Candidate, Candidate] | None:
    """Return the name of two words that these sound like, neither of which a briefing has, if any.

    Only vowels may differ, one of them in the first word: "wong yee" is "Wang Yi". Common words
    are no name: "live bend".
    """
    if max(english.zipf(first), english.zipf(second)) >= COMMON_ZIPF:
        return None
    for near in lexicon.near(first, 1):
        if _consonants(near) != _consonants(first):
            continue
        for behind in lexicon.names_after(near):
            if _consonants(behind) == _consonants(second):
                return Candidate(near, 1), Candidate(behind, OSA.distance(second, behind))
    return None


def _consonants(word: str) -> str:
    return word[:1] + _VOWELS.sub("", word[1:])


def is_same_name(word: str, near: str, lexicon: Lexicon) -> bool:
    """Tell whether a word of the briefings is a name, of which ``word`` is another spelling."""
    return sounds_the_same(word, near) and lexicon.is_name(near)


def sounds_the_same(word: str, near: str) -> bool:
    """Tell whether two words share their consonants, and are long enough to be told by these."""
    heard = skeleton(word)
    return heard != "" and heard == skeleton(near)


def _likeliest(
    word: str,
    found: Sequence[Candidate],
    lexicon: Lexicon,
    english: Frequencies,
    is_meant: Callable[[str, Lexicon, Frequencies], bool] = is_known,
) -> tuple[Candidate, ...]:
    """Return the likeliest of those ``found`` that are known.

    What is less like the ``word`` is not even looked up once there are enough, as each look-up
    costs more than a comparison.
    """
    likeness = {
        near: (near.distance, -round(JaroWinkler.similarity(word, near.word), 3)) for near in found
    }.__getitem__

    def rarity(near: Candidate) -> tuple[int, str]:
        return -lexicon.stem_frequency(lexicon.stem(near.word)), near.word

    likeliest: list[Candidate] = []
    for _, alike in groupby(sorted(found, key=likeness), key=likeness):
        known = [near for near in alike if is_meant(near.word, lexicon, english)]
        likeliest.extend(sorted(known, key=rarity))
        if len(likeliest) >= MAX_CANDIDATES:
            break
    return tuple(likeliest[:MAX_CANDIDATES])


def _near(word: str, allowed: int, lexicon: Lexicon) -> list[Candidate]:
    """Return the words within the edits ``allowed``, known to the edition or not."""
    filed = lexicon.near(word, allowed)
    matches = process.extract(word, filed, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    # "Iphone15" is no "iPhone14", but "c0urt" is "court".
    digits = ("", _digits(word))
    return [
        Candidate(near, int(distance)) for near, distance, _ in matches if _digits(near) in digits
    ]


def _digits(word: str) -> str:
    return "" if word.isalpha() else "".join(filter(str.isdigit, word))


def _sounding(word: str, lexicon: Lexicon, english: Frequencies) -> list[Candidate]:
    may_be_name = not (english.zipf(word) or is_listed(word))
    return [
        Candidate(near, _SOUNDING_DISTANCE)
        for near in lexicon.sounding(word)
        if is_known(near, lexicon, english)
        and JaroWinkler.similarity(word, near)
        >= (_SIMILARITY_OF_NAMES if may_be_name and lexicon.is_name(near) else _SOUNDING_SIMILARITY)
    ]


def _respelt(word: str, lexicon: Lexicon, english: Frequencies) -> list[Candidate]:
    """Look for what somebody heard, or writes as another language does: "Jruschov"."""
    if len(word) < _SHORTEST_RESPELT:
        return []
    spelt = respellings(word)
    known = [each for each in spelt if lexicon.is_name(each) or english.zipf(each)]
    if held := [each for each in known if lexicon.has_word(each)]:
        return [Candidate(each, 1) for each in held]
    return [
        Candidate(near, 1)
        for each in spelt[:_MOST_RESPELT]
        for near in lexicon.sounding(each)
        if lexicon.is_name(near) and JaroWinkler.similarity(each, near) >= _SOUNDING_SIMILARITY
    ]


def _clipped(word: str, lexicon: Lexicon) -> list[Candidate]:
    """Look for the one name of which this is the first part: "Arcelor" of "ArcelorMittal"."""
    if len(word) < _SHORTEST_CLIPPED:
        return []
    least = len(word) + _FEWEST_CLIPPED
    found = [name for name in lexicon.names_beginning(word) if len(name) >= least]
    stems = {lexicon.stem(name) for name in found}
    return [Candidate(name, 1) for name in found[:1]] if len(stems) == 1 else []


def _uninflected(word: str, lexicon: Lexicon) -> list[Candidate]:
    """Look for the base of a misspelt inflected word, where the briefings have only that."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    base = word.removesuffix(ending)
    allowed = edits_allowed(base)
    if not ending or len(base) < _SHORTEST_OWNER or not allowed:
        return []
    # What is of somebody is often typed without an apostrophe: "Mertas" is of "Meerta".
    is_short = len(base) < _SHORTEST_BASE
    return [
        Candidate(near.word, near.distance + 1)
        for near in _near(base, 1, lexicon)
        if not is_short or (ending == "s" and lexicon.is_name(near.word))
    ]
