"""Names and themes: what a sentence speaks of, as far as its own words tell."""

from __future__ import annotations

import re
from bisect import bisect
from itertools import compress, count
from typing import TYPE_CHECKING

from bot.search.index.tokens import bare, is_abbreviation
from bot.search.words.days import DAYS, MONTHS
from bot.search.words.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.search.index.tokens import Token

# Words of office and address: they are no part of a person's name.
_OFFICES = frozenset(
    """
    Acting Admiral Ambassador Archbishop Baroness Bishop Brigadier CEO CFO CM COO CTO Captain
    Cardinal Chancellor Chief Colonel Commander Commissioner Congressman Congresswoman Coach Count
    Deputy Detective Director Doctor Dr Emperor Envoy Ex-President Executive Former General Governor
    Judge Justice King Lady Leader Lieutenant Lord MEP MLA MP Major Mayor Minister Mr Mrs Ms Officer
    PM Pope Premier President Prince Princess Prof Professor Queen Rep Representative Secretary Sen
    Senator Sergeant Sheikh Sir Speaker Spokesman Spokesperson Spokeswoman VP
    """.split()
)
# These are so only before such a word: the Foreign Minister, but the Foreign Office.
_KINDS_OF_OFFICE = frozenset(
    """
    Attorney Defence Defense Finance First Foreign Health Home Interior Opposition Prime Special
    Supreme Vice
    """.split()
)
# What is headed so is no person: the Justice Department, Major League Baseball.
_INSTITUTIONS = frozenset(
    """
    Agency Association Bank Board Bureau Center Centre College Commission Committee Company Council
    Court Department Institute League Ministry Museum Office Organisation Organization Party School
    Service Services University
    """.split()
)
# What may be named by its initials, with small words inside: an Institute for the Study of War.
_BODIES = _INSTITUTIONS | frozenset(
    """
    Academy Administration Alliance Authority Conference Congress Convention Corporation Council
    Federation Forum Foundation Front Fund Group Institution Mission Movement Network Programme
    Program Society Treaty Union
    """.split()
)
_INSIDE_BODIES = frozenset("& and for in of on the to".split())
_MOST_INSIDE = 2
_FEWEST_OF_A_BODY = 3
_LONGEST_OF_A_BODY = 12
"""Words, small ones included; without a bound a text of capitals would have names without end."""
# Offices that are also last names, as which they end a name.
_LAST_NAMES = frozenset("Bishop Cardinal Judge King Major Pope Prince".split())
_NO_NAMES = frozenset(map(str.lower, _OFFICES | _KINDS_OF_OFFICE | _INSTITUTIONS))
_FOLDED_BODIES = frozenset(map(str.lower, _BODIES))
# Small words that may stand inside a name, between two capitalised words.
_LINKS = frozenset(
    {"of", "de", "del", "della", "da", "do", "dos", "bin", "ibn", "van", "von", "al"}
)
_IN_NAMES = frozenset({"st", "mt", "jr", "sr"})
_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9]{1,7})\)")
_ACRONYM_FIRST = re.compile(r"\b([A-Z][A-Z0-9]{1,7}) \(([^\W\d_][^()]{3,80})\)")
_CALENDAR = frozenset(map(str.capitalize, (*MONTHS, *DAYS)))
_QUOTES = "\"“‘'«"
_LONGEST_NAME = 6
_FEWEST_OF_A_HEADLINE = 4


def is_office(word: str) -> bool:
    """Tell whether a folded word is an office or an institution, and alone names nobody."""
    return word in _NO_NAMES


def is_body(word: str) -> bool:
    """Tell whether a folded word says that what it begins or ends is the name of a body."""
    return word in _FOLDED_BODIES


def capital_places(sentence: Sequence[Token]) -> list[int]:
    """Return the places of the capitalised words of a sentence."""
    return list(compress(count(), [token.is_capital for token in sentence]))


def is_headline(sentence: Sequence[Token], capitals: Sequence[int]) -> bool:
    """Tell whether a sentence is set as a headline, where capitals tell nothing."""
    if len(capitals) < _FEWEST_OF_A_HEADLINE:
        return False
    telling = sum([len(token.text) > 3 for token in sentence])
    capital = sum([len(sentence[place].text) > 3 for place in capitals])
    return telling >= _FEWEST_OF_A_HEADLINE and capital > 0.8 * telling


def runs(
    sentence: Sequence[Token], gaps: Sequence[str], capitals: Sequence[int]
) -> list[tuple[str, bool]]:
    """Return the stretches of capitalised words of a sentence, small linking words included.

    With each stands whether it opens the sentence or a quote, where a capital tells less. Before
    each token stands what of ``gaps`` is at its place.
    """
    found: list[tuple[str, bool]] = []
    run: list[str] = []
    opened, end = False, -1
    for place in capitals:
        token = sentence[place]
        opens = place == 0 or gaps[place][-1] in _QUOTES
        if opens and token.is_function:
            continue
        if run and place == end and _adjoins(sentence, gaps, place):
            run.append(token.text)
        elif run and place == end + 1 and _is_linked(sentence, gaps, place):
            run += (sentence[end].text, token.text)
        else:
            if run:
                found.append((" ".join(run), opened))
            run, opened = [token.text], opens
        # What belongs to somebody is no part of his name.
        end = place + 1 if token.bare == token.text else -1
    if run:
        found.append((" ".join(run), opened))
    return found


def bodies(
    sentence: Sequence[Token], gaps: Sequence[str], capitals: Sequence[int]
) -> Iterator[str]:
    """Yield what may be the name of a body with small words inside: Food and Drug Administration.

    It begins or ends with what says that it is one, and has at least three words in capitals.
    """
    if not any(sentence[place].bare in _BODIES for place in capitals):
        return
    for stretch in _stretches(sentence, gaps, capitals):
        for nth, first in enumerate(stretch):
            reach = bisect(stretch, first + _LONGEST_OF_A_BODY - 1)
            for length, place in enumerate(stretch[nth + 1 : reach], start=2):
                named = sentence[first].text in _BODIES or sentence[place].bare in _BODIES
                if not named or not _FEWEST_OF_A_BODY <= length <= place - first:
                    continue
                yield " ".join(token.bare for token in sentence[first : place + 1])


def _stretches(
    sentence: Sequence[Token], gaps: Sequence[str], capitals: Sequence[int]
) -> Iterator[list[int]]:
    """Yield the places of capitalised words that at most small words part."""
    stretch: list[int] = []
    for place in capitals:
        inside = range(stretch[-1] + 1, place) if stretch else range(0)
        if stretch and not (
            len(inside) <= _MOST_INSIDE
            and all(sentence[each].text in _INSIDE_BODIES for each in inside)
            and all(_adjoins(sentence, gaps, each) for each in (*inside, place))
        ):
            yield stretch
            stretch = []
        stretch.append(place)
    if stretch:
        yield stretch


def _adjoins(sentence: Sequence[Token], gaps: Sequence[str], place: int) -> bool:
    """Tell whether a token stands right behind the one before."""
    return gaps[place] == " " and not sentence[place - 1].is_stopped


def _is_linked(sentence: Sequence[Token], gaps: Sequence[str], place: int) -> bool:
    """Tell whether the token before stands between two words of a name, and links them."""
    link = place - 1
    return (
        sentence[link].text in _LINKS
        and _adjoins(sentence, gaps, link)
        and _adjoins(sentence, gaps, place)
    )


def names(run: str, *, opens: bool) -> Iterator[tuple[str, bool]]:
    """Yield the names in a stretch of capitalised words, and whether each is surely one.

    It is not where it may be a capital only because it ``opens`` a sentence.
    """
    words = run.split(" ")
    for first, piece in _without_offices(words):
        label = " ".join(map(bare, piece))
        single = len(piece) == 1
        word = piece[0]
        if single and (len(label) < 2 or label in _CALENDAR or word.lower() in STOP_WORDS):
            continue
        # "The Organisation for" what, this does not tell.
        if single and (is_abbreviation(word) or word in _INSTITUTIONS):
            continue
        if not label.isalpha() and sum(map(str.isalpha, label)) < 2:
            continue
        yield label, not (single and opens and first == 0) or label[1:2].isupper()


def themes(sentence: Sequence[Token], gaps: Sequence[str]) -> list[str]:
    """Return the pairs of lower-case words that may be a theme ("grain imports")."""
    return [
        f"{left.text} {right.text}"
        for left, right, gap in zip(sentence, sentence[1:], gaps[1:], strict=False)
        if right.may_name and left.may_qualify and gap == " "
    ]


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Yield (acronym, name) for each "Name In Full (NIF)" or "NIF (Name In Full)" of ``text``."""
    for match in _ACRONYM.finditer(text):
        acronym = match[1]
        before = text[: match.start()].split()[-2 * len(acronym) - 2 :]
        for first in range(len(before)):
            if name := _spelt_out(acronym, before[first:]):
                yield acronym, name
                break
    for match in _ACRONYM_FIRST.finditer(text):
        if name := _spelt_out(match[1], match[2].split()):
            yield match[1], name


def _spelt_out(acronym: str, words: Sequence[str]) -> str | None:
    """Return the name that these ``words`` are, if it has the initials."""
    name = [word.strip(',;:"“”') for word in words]
    initials = "".join(word[0] for word in name if word[:1].isupper())
    is_one = name[0][:1].isupper() and len(name) > 1 and initials == acronym
    return " ".join(name) if is_one else None


def _without_offices(words: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the names in a run, each with its place in it.

    "Russian Foreign Minister Sergei Lavrov" holds two.
    """
    start = 0
    for place in (*_offices(words), len(words)):
        if start < place:
            yield _trimmed(words, start, place)
        start = place + 1


def _offices(words: Sequence[str]) -> list[int]:
    """Return the places of the words that belong to an office."""
    found: list[int] = []
    for place in reversed(range(len(words))):
        word = words[place].rstrip(".")
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in _KINDS_OF_OFFICE:
            is_one = bool(found) and found[-1] == place + 1
        elif word in _LAST_NAMES and not after:
            is_one = place == 0 or words[place - 1].rstrip(".") in _OFFICES
        else:
            is_one = word in _OFFICES and after not in _INSTITUTIONS
        if is_one or _is_no_part_of_a_name(words[place]):
            found.append(place)
    return found[::-1]


def _is_no_part_of_a_name(word: str) -> bool:
    """Tell whether a word is short for an office or a company's form: "Gov." and "Inc."."""
    return is_abbreviation(word) and word[:-1].lower() not in _IN_NAMES


def _trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, Sequence[str]]:
    while end - start > 1 and words[end - 1] in _LINKS:
        end -= 1
    while end - start > 1 and words[start] in _LINKS - {"al"}:
        start += 1
    return start, words[start : min(end, start + _LONGEST_NAME)]
