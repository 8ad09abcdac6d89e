"""Reading a question: its telling words, what each may mean, and which are found nowhere."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.search.index.names import is_office
from bot.search.languages.tongues import FOREIGN_IN_NAMES
from bot.search.reading.acronyms import Acronyms
from bot.search.reading.beside import Beside
from bot.search.reading.everyday import is_noun
from bot.search.reading.framing import NEWS_WORDS
from bot.search.reading.geography import Geography
from bot.search.reading.meaning import Meanings
from bot.search.reading.naming import without_possessive
from bot.search.reading.other_names import OtherNames
from bot.search.reading.phrasing import phrased
from bot.search.reading.regional import NOWHERE, Regional
from bot.search.reading.spaces import Spaces
from bot.search.reading.spelling import as_function_word, sounds_the_same
from bot.search.reading.terms import Reading, Term, stems_of
from bot.search.words.adjectives import country
from bot.search.words.english import REAL_WORD_ZIPF
from bot.search.words.given_names import GIVEN_NAMES
from bot.search.words.irregular import is_past
from bot.search.words.spellings import as_abbreviated
from bot.search.words.stopwords import STOP_WORDS
from bot.search.words.synonyms import synonyms
from bot.search.words.text import fold, function_words

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping, Sequence

    from bot.search.words.aliases import Aliases
    from bot.search.words.english import Frequencies
    from bot.search.words.lexicon import Lexicon
    from bot.search.words.phrases import Phrase
    from bot.search.words.text import Word

MAX_TERMS = 64
# What is new in an English sentence, and so what is asked about, stands towards its end.
_END_EMPHASIS = 0.2
_LOOSE_WEIGHT = 0.4
_PLACE_WEIGHT = 0.8
"""What is trusted that means nearly the same as a word which briefings have."""
_FAR_RARER = 1.0
_RARE_NAME = 3.5
"""The Zipf frequency in English below which a name is no common noun besides."""
_ASKING_KIND = frozenset({"which", "what", "whose", "how"})
_CALLING = frozenset({"name", "names"})
_ASKING_NAME = re.compile(r"(?:.* )?what(?:['’]?s| is| was| are| were)(?: the)?")
_DENIALS = frozenset("no not never without cannot cant isnt arent wasnt dont doesnt wont".split())
_VERY_SHORT = 3
_FARTHEST = 2
"""Letters that a name may be away from what it is a slip for."""
_ARABIC_ARTICLES = frozenset("al el ad an ar as ash at az".split())


class Reader:
    """Reads questions against the words of one edition."""

    def __init__(self, lexicon: Lexicon, english: Frequencies, aliases: Aliases) -> None:
        self._lexicon = lexicon
        self._english = english
        self._aliases = aliases
        self._other_names = OtherNames(aliases, Acronyms(lexicon, english))
        self._meanings = Meanings(lexicon, english)
        self._geography = Geography(lexicon, english, aliases, self._meanings)
        self._regional = Regional(lexicon, english, self._geography, self._meanings)
        self._beside = Beside(lexicon, english, self._meanings)
        self._meaning = self._meanings.of
        self.kin = self._meanings.kin
        self.names_in = self._geography.names_in
        self._spaces = Spaces(lexicon, english, self._meanings)

    def read(self, question: str) -> Reading:
        """Return how ``question`` is understood; at most `MAX_TERMS` words of it, the first."""
        terms: dict[str, Term] = {}
        as_written: list[str] = []
        question = _unshouted(question)
        everything, wholes = self._spaces.mended(question)
        function = dict.fromkeys(_function_words(question, everything))
        found = [word for word in everything if not word.stop]
        named = self._other_names.of(question, found, wholes)
        found, others, regions = self._regional.read(question, everything, found, named)
        named_at = {word.start for place, word in enumerate(found) if place in others}
        phrases = phrased(everything, named_at)
        has_capitals = _has_capitals(question, found)
        is_cased = any(map(str.islower, question.split()))
        has_compounds = len({word.start for word in found}) < len(found)
        end, previous = 0, None
        for place, word in enumerate(found):
            if len(terms) >= MAX_TERMS:
                break
            if word.form in terms or (has_compounds and self._is_spare_compound(found, place)):
                continue
            written = question[word.start : word.end]
            region = regions.get(word.start, NOWHERE)
            phrase = phrases.get(word.start)
            term = region.term or self._meant(found, place, others, phrase)
            if not region.term and (slip := self._slip(term, word, written)):
                function[slip] = None
                continue
            if not term.alternatives and (
                word.form in NEWS_WORDS
                or _is_arabic_article(word.form, written)
                or self._is_article(found, place)
            ):
                continue
            before = question[end : word.start].strip().lower()
            if not region.term:
                term = self._not_far_fetched(term, word, written) if is_cased else term
                term = self._reconsidered(term, word, written, before, previous)
            is_kind = not region.name and self._is_kind(word, written, before, previous)
            is_name = not is_kind and self._is_name(word, written, term, has_capitals)
            is_everyday = term.is_everyday and not is_noun(word.form, before)
            previous = terms[word.form] = term._replace(
                is_name=is_name or region.term is not None, before=before, is_kind=is_kind,
                is_everyday=is_everyday, region=region.name,
            )  # fmt: skip
            end = word.end
            is_part = has_compounds and self._shares_its_token(found, place)
            as_written.append(word.form if is_part else without_possessive(written))
        said = _each_for_itself(list(terms.values()))
        return Reading(_emphasised(said, as_written), tuple(function))

    def _meant(
        self,
        found: Sequence[Word],
        place: int,
        others: Mapping[int, tuple[tuple[str, ...], ...]],
        phrase: Phrase | None,
    ) -> Term:
        """Return the term for the word at a ``place``, which may be of a ``phrase``."""
        term = self._meaning(found[place].form, others.get(place, ()))
        if phrase:
            term = self._meanings.phrasal(term, phrase.means)
        return term if term.alternatives else self._beside.of(term, found, place)

    def loosely(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """Return ``terms``, of which common words also mean what means nearly the same.

        Each word of a text stands for one of them: who won something else won no election.
        """
        taken = stems_of(terms)
        return tuple(term if term.is_everyday else self._loosely(term, taken) for term in terms)

    def with_places(self, terms: Sequence[Term]) -> tuple[Term, ...]:
        """Return ``terms``, of which countries and regions also mean what lies in them."""
        return tuple(map(self._with_places, terms))

    def _with_places(self, term: Term) -> Term:
        if term.readings:
            return term
        places = self._geography.within(term.region) or self._geography.seated(fold(term.written))
        return term if places is None else _widened(term, places, _PLACE_WEIGHT)

    def _loosely(self, term: Term, taken: Collection[str]) -> Term:
        if term.readings and not term.edits:
            return term  # it is read as something else already
        if term.region:
            lying_there = self._geography.within(term.region)
            return term if lying_there is None else _widened(term, lying_there, _PLACE_WEIGHT)
        said = term.corrected or fold(term.written)
        if term.is_name:
            meant = self._geography.governed(said) or self._geography.seated(said)
        else:
            meant = self._meanings.synonymous(said, said)
        return term if meant is None else _widened(term, meant, _LOOSE_WEIGHT, taken)

    def _in_other_words(self, term: Term, word: Word, written: str) -> Term:
        """Return what else a word found nowhere may mean; what people say is no slip either.

        "Raze" is a word, and so is not "race".
        """
        if term.alternatives and not (term.edits and self._is_word(word.form)):
            return term
        otherwise = None if term.alternatives else self._otherwise(word.form)
        return otherwise or self._synonymous(word, written) or term

    def _reconsidered(
        self, term: Term, word: Word, written: str, before: str, previous: Term | None
    ) -> Term:
        """Return what a word means besides by its place: no surname, but what is denied."""
        if before or not _is_unknown_person(previous):
            term = self._in_other_words(term, word, written)
        return self._meanings.denied(term, word.form) if _denies(before) else term

    def _not_far_fetched(self, term: Term, word: Word, written: str) -> Term:
        """Return the term for what may be a name, which is no other word but for a letter.

        "Hause" is no "house", and so no "dwelling".
        """
        meant = term.corrected
        if meant is None or not _is_capital(word, written):
            return term
        is_near = OSA.distance(word.form, meant) <= _FARTHEST or sounds_the_same(word.form, meant)
        is_name = self._lexicon.is_name(meant)
        # "Parents" may have its capital as it opens each sentence that has it.
        is_meant = (is_name or term.edits == 1) if is_near else self.is_rare_name(meant)
        return term if is_meant else self._meanings.unread(word.form)

    def _is_word(self, form: str) -> bool:
        return self._english.zipf(form) > 0 or bool(synonyms(form))

    def _otherwise(self, form: str) -> Term | None:
        """Return what a word found nowhere stands for: a misspelt alias, a capital, a country."""
        name = form if self._english.zipf(form) else self._aliases.near(form) or form
        others = self._aliases.meant.get((name,), ())
        if name != form:
            term = self._meanings.misspelt(form, name, others)
            if term.alternatives:
                return term
        names = [name, *(other[0] for other in others if len(other) == 1)]
        governed = map(self._geography.governed, names)
        seated = map(self._geography.seated, names)
        regional = map(self._geography.regional, names)
        return next((term for term in chain(governed, seated, regional) if term), None)

    def _synonymous(self, word: Word, written: str) -> Term | None:
        """Return what means the same as a word found nowhere; a name is none: "Rose", "COP"."""
        one = written.removesuffix("s")
        is_acronym = len(one) > 1 and one.isupper()  # "MPs", too
        if _is_capital(word, written) and not is_acronym:
            return None
        return self._meanings.synonymous(word.form, one if is_acronym else word.form)

    def is_rare_name(self, form: str) -> bool:
        """Tell whether a folded word is nothing but a name: "what brandt said" asks for no kind."""
        return self._lexicon.is_name(form) and self._english.zipf(form) < _RARE_NAME

    def _is_name(self, word: Word, written: str, term: Term, has_capitals: bool) -> bool:
        # Nor is a weekday or a month.
        if word.form.isdigit() or as_abbreviated(word.form) or is_office(word.form):
            return False
        is_capital = _is_capital(word, written)
        if not term.alternatives:
            return is_capital or word.form in GIVEN_NAMES or country(word.form) is not None
        if term.is_everyday and written.islower():
            return False  # nor is "take", where briefings have only "take-off"
        # The briefings may have only "Danish", where Denmark is asked for.
        if term.is_name or term.is_derived or self._lexicon.is_name(term.corrected or word.form):
            # Those that begin with "Strong winds" make no name of what is strong.
            is_word = has_capitals and self._english.zipf(word.form) >= REAL_WORD_ZIPF
            return not (is_word and written.islower())
        # "Physics" is not what is "physical".
        may_be = has_capitals and is_capital and not term.corrected
        return may_be and not self._lexicon.has_word(word.form)

    def _is_kind(self, word: Word, written: str, before: str, previous: Term | None) -> bool:
        """Tell whether a word that is no name only names the kind of answer."""
        is_kind = _names_kind(word.form, before, previous)
        return is_kind and not (_is_capital(word, written) or self.is_rare_name(word.form))

    def _slip(self, term: Term, word: Word, written: str) -> str | None:
        """Return the function word that a word found nowhere is a slip for, if it is one."""
        is_name = word.start > 0 and written[:1].isupper()
        if term.is_exact or is_name:
            return None
        slip = as_function_word(word.form, self._english)
        if slip and term.corrected not in STOP_WORDS and term.corrected and term.edits == 1:
            # "empire of leis": "lies" is hardly rarer than "lets", and the briefings have it.
            rarer = self._english.zipf(slip) - self._english.zipf(term.corrected)
            # "king oto": the first letter of so short a word is seldom the wrong one.
            begun = len(word.form) > _VERY_SHORT or slip[0] == word.form[0]
            return slip if rarer >= _FAR_RARER and begun else None
        return slip

    def _is_spare_compound(self, found: list[Word], place: int) -> bool:
        """Tell whether the word is the joined form of a hyphenated one and adds nothing."""
        word = found[place]
        joins = place > 0 and found[place - 1].start == word.start
        last = place + 1 == len(found) or found[place + 1].start != word.start
        return joins and last and not self._lexicon.has_word(word.form)

    def _is_article(self, found: Sequence[Word], place: int) -> bool:
        """Tell whether a word is "the" or "of" of another language before a name: "le Louvre"."""
        after = found[place + 1 : place + 2]
        is_foreign = found[place].form in FOREIGN_IN_NAMES
        return is_foreign and any(self._lexicon.is_name(word.form) for word in after)

    @staticmethod
    def _shares_its_token(found: list[Word], place: int) -> bool:
        start = found[place].start
        follows = place > 0 and found[place - 1].start == start
        return follows or (place + 1 < len(found) and found[place + 1].start == start)


def _function_words(question: str, everything: Sequence[Word]) -> Iterator[str]:
    """Yield the function words of a question, those that were joined to others behind them."""
    yield from function_words(question)
    yield from (word.form for word in everything if word.stop and word.form in STOP_WORDS)


def _each_for_itself(terms: list[Term]) -> list[Term]:
    """Return ``terms``, none of which is told by what another one of them says itself.

    Who asks who won the election is not told of it by who won.
    """
    if not any(term.is_said_otherwise for term in terms):
        return terms
    own = {stem for term in terms if not term.readings for stem in stems_of((term,))}
    return [_without(term, own) if term.is_said_otherwise else term for term in terms]


def _without(term: Term, own: Container[str]) -> Term:
    """Return a ``term`` without the alternatives that are other words' ``own`` stems."""
    left = tuple(each for each in term.alternatives if each.stem not in own)
    if len(left) == len(term.alternatives):
        return term
    return term._replace(alternatives=left, readings=term.readings if left else ())


def _emphasised(terms: list[Term], as_written: list[str]) -> tuple[Term, ...]:
    last = max(len(terms) - 1, 1)
    return tuple(
        term._replace(written=written, emphasis=1.0 + _END_EMPHASIS * place / last)
        for place, (term, written) in enumerate(zip(terms, as_written, strict=True))
    )  # fmt: skip


def _denies(before: str) -> bool:
    """Tell whether what stands ``before`` a word denies it: "without any", "can't be"."""
    return bool(before) and any(
        each in _DENIALS or each.endswith(("n't", "n’t")) for each in before.split()
    )


def _is_capital(word: Word, written: str) -> bool:
    """Tell whether a word that does not open the question has a capital: "Lavrov", "iPhone"."""
    return word.start > 0 and written != written.lower()


def _is_arabic_article(form: str, written: str) -> bool:
    """Tell whether a word is "the" of an Arabic name, which many leave out: "ar-Raqqa"."""
    article, _, name = written.partition("-")
    return form in _ARABIC_ARTICLES and fold(article) == form and name[1:].islower()


def _is_unknown_person(term: Term | None) -> bool:
    """Tell whether a term is a given name that no briefing has; behind it stands a surname."""
    return term is not None and not term.alternatives and fold(term.written) in GIVEN_NAMES


def _names_kind(form: str, before: str, previous: Term | None) -> bool:
    """Tell whether a word only names the kind of answer: "which country", "how strong".

    So does "name" of "what is the name of". Of two words that follow "which" the second does, too,
    and "river" of "which kind of river", unless it tells what was done: "which river froze".
    """
    if before.rpartition(" ")[2] in _ASKING_KIND or (
        form in _CALLING and _ASKING_NAME.fullmatch(before)
    ):
        return True
    if previous is None or before not in ("", "of") or is_past(form):
        return False
    return previous.before.rpartition(" ")[2] in _ASKING_KIND - {"how"}


def _has_capitals(question: str, found: Sequence[Word]) -> bool:
    """Tell whether a question writes names with a capital and other words without one."""
    firsts = [question[word.start] for word in found if word.start]
    return any(map(str.islower, firsts)) and any(map(str.isupper, firsts))


def _widened(term: Term, meant: Term, trust: float, taken: Collection[str] = ()) -> Term:
    """Return a term that also means what another one does, which is trusted so much.

    Stems that are ``taken`` are left out.
    """
    taken = {*taken, *stems_of([term])}
    others = (each for each in meant.alternatives if each.stem not in taken)
    added = (each._replace(weight=trust) for each in others)
    return term._replace(alternatives=(*term.alternatives, *added))


def _unshouted(question: str) -> str:
    """Return a question typed in capitals in lower case: there "WHO" is no name."""
    return question.lower() if question.isupper() and len(question.split()) > 2 else question
