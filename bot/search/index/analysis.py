"""What an index keeps of a briefing: its words, and the names and themes it mentions."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from itertools import chain, starmap
from typing import TYPE_CHECKING, NamedTuple

from bot.search.index.documents import recency, to_record
from bot.search.index.fields import PAIR, as_terms
from bot.search.index.forward import HASH_BYTES
from bot.search.index.names import (
    bodies,
    capital_places,
    expansions,
    is_headline,
    names,
    runs,
    themes,
)
from bot.search.index.numbering import numbered
from bot.search.index.tokens import CUT, Tokens, ends_otherwise
from bot.search.words.sentences import sentences
from bot.search.words.text import fold, index_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.model import Briefing
    from bot.search.index.tokens import Token

_KEPT = 1 << 15
_DIRECTIONS = frozenset("north south east west new united central great saint san los el".split())
_LONGEST_PERSON = 4


class Analysis(NamedTuple):
    """What an index keeps of one briefing.

    ``stems`` are those of its telling words, as often as each stands there, parted by spaces,
    ``terms`` what `bot.search.index.fields` lists, a line each. ``hashes`` are the words of the
    forward index, of which the first ``telling`` are stems. ``record`` is what is stored.
    """

    number: int
    key: str
    recency: int
    stems: str
    terms: str
    hashes: bytes
    telling: int
    record: bytes


class _Mentioned(NamedTuple):
    """Folded names, and the terms of their mention."""

    names: tuple[str, ...]
    terms: str


class Analyser:
    """Analyses briefings, and remembers what their words and names mean."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._tokens = Tokens(stem)
        self._names_in = lru_cache(_KEPT)(_names_in)

    def analyse(self, briefing: Briefing, version: str) -> Analysis:
        """Return what an index keeps of ``briefing``, whose document has this `version`."""
        written, mentioned = self._read(briefing.text)
        if ends_otherwise(briefing.text):
            written = self._tokens.searched(briefing.text)
        before, behind = self._beside(briefing)
        searched = [*before, *written, *behind]
        terms = dict.fromkeys([token.written for token in written])
        terms.update(dict.fromkeys([token.terms for token in (*before, *behind)]))
        terms.update(dict.fromkeys([each.terms for each in mentioned]))
        besides = *_terms_of_tags(briefing.tags), *_terms_of_expansions(briefing.text)
        own = as_terms([*besides, ("version", version)])
        names = dict.fromkeys(chain.from_iterable([each.names for each in mentioned]))
        telling = b"".join([token.telling for token in searched])
        return Analysis(
            number=briefing.number,
            key=briefing.key,
            recency=recency(briefing),
            stems=" ".join([token.stems for token in searched]),
            terms="\n".join([*terms, own]),
            hashes=telling + b"".join([token.function for token in searched]),
            telling=len(telling) // HASH_BYTES,
            record=json.dumps([to_record(briefing), [*names], version]).encode(),
        )

    def _read(self, text: str) -> tuple[list[Token], list[_Mentioned]]:
        """Return the tokens of a text, and what its sentences mention, in order."""
        told, names_in = self._tokens, self._names_in
        written: list[Token] = []
        mentioned: list[_Mentioned] = []
        for stretch in sentences(text):
            pieces = CUT.split(text[stretch.start : stretch.end])
            gaps = pieces[::2]
            sentence = [told[raw] for raw in pieces[1::2]]
            written += sentence
            capital = capital_places(sentence)
            if not is_headline(sentence, capital):
                mentioned += [names_in(*run) for run in runs(sentence, gaps, capital)]
                mentioned += map(_body, bodies(sentence, gaps, capital))
                mentioned += map(_theme, themes(sentence, gaps))
            mentioned += starmap(_numbered, numbered(sentence, gaps))
        return written, mentioned

    def _beside(self, briefing: Briefing) -> tuple[list[Token], list[Token]]:
        """Return what is searched before a briefing's text, and behind it: title; tags, source."""
        title, behind = briefing.title, " ".join([*briefing.tags, briefing.source or ""])
        searched = self._tokens.searched
        return searched(title) if title else [], searched(behind) if behind else []


def _names_in(run: str, opens: bool) -> _Mentioned:
    """Return the names in a stretch of capitalised words."""
    found: list[str] = []
    terms: list[tuple[str, str]] = []
    for label, is_sure in names(run, opens=opens):
        name = folded_name(label)
        found.append(name)
        terms += _terms_of_label(label, name)
        if is_sure:
            terms.append(("sure", name))
        if initials := _initials(label):
            terms.append(("initials", f"{initials}{PAIR}{name}"))
    return _Mentioned(tuple(found), as_terms(terms))


@lru_cache(_KEPT)
def _theme(label: str) -> _Mentioned:
    name = folded_name(label)
    key = f"{topic_key(label)}{PAIR}{name}"
    return _Mentioned((name,), as_terms([("mention", name), ("theme", name), ("key", key)]))


def _body(label: str) -> _Mentioned:
    """Return what a name with small words inside is looked up by, which is no mention of it."""
    name, every = folded_name(label), fold("".join(part[0] for part in label.split()))
    found = dict.fromkeys((_initials(label), every))
    return _Mentioned((), as_terms([("initials", f"{each}{PAIR}{name}") for each in found]))


@lru_cache(_KEPT)
def _numbered(key: str, written: str) -> _Mentioned:
    """Return what goes by a number is looked up by, which is no mention of it."""
    return _Mentioned((), as_terms([("numbered", f"{key}{PAIR}{written}")]))


def _terms_of_label(label: str, name: str) -> list[tuple[str, str]]:
    """Return the terms of a label with its folded name, but for what tells a name from a tag."""
    terms = [
        ("mention", name),
        ("label", f"{name}{PAIR}{label}"),
        ("key", f"{topic_key(label)}{PAIR}{name}"),
    ]
    if last := _last_name(name):
        terms.append(("last", f"{last}{PAIR}{name}"))
    return terms


def _terms_of_tags(tags: Iterable[str]) -> Iterator[tuple[str, str]]:
    for label in map(clean, tags):
        name = folded_name(label)
        yield "tag", name
        yield from _terms_of_label(label, name)


def _terms_of_expansions(text: str) -> Iterator[tuple[str, str]]:
    for acronym, name in expansions(text) if "(" in text else ():
        short, whole = folded_name(acronym), folded_name(name)
        if short != whole:
            yield "acronym", f"{short}{PAIR}{whole}"
            yield "expansion", f"{whole}{PAIR}{short}"


def _last_name(name: str) -> str | None:
    """Return the last word of what may be a person's whole name."""
    parts = name.split()
    if not 1 < len(parts) <= _LONGEST_PERSON or parts[0] in _DIRECTIONS or "of" in parts:
        return None
    return parts[-1].removeprefix("al-")


def _initials(label: str) -> str:
    """Return the folded initials of a name of several words, small linking words left out.

    What has letters for a word already, as Basalt AI has, is not shortened again.
    """
    parts = label.split()
    if not parts[1:] or any(len(part) > 1 and part.isupper() for part in parts):
        return ""
    return fold("".join(part[0] for part in parts if part[0].isupper()))


@lru_cache(maxsize=1 << 15)
def topic_key(label: str) -> str:
    """Return the lasting key of a topic: 16 hexadecimal digits of its folded label's SHA-256."""
    return hashlib.sha256(" ".join(index_terms(label)).encode()).hexdigest()[:16]


@lru_cache(maxsize=1 << 15)
def folded_name(label: str) -> str:
    """Return what is the same in all spellings of a name: "U.S." and "US" are one."""
    return fold(label).replace(".", "")


def version(briefing: Briefing, edition: int) -> str:
    """Return the name of the document that a briefing new or changed in ``edition`` is."""
    return f"{briefing.number}.{edition}"


def clean(label: str) -> str:
    """Return a label with single spaces."""
    return " ".join(label.split())
