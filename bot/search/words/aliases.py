"""Other names of the same thing, from ``config/aliases.toml``: data that an operator extends."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.words import numbers, stopwords, text
from bot.search.words.keeping import keep_at, kept_at, source
from bot.search.words.listed import by_length
from bot.search.words.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


_SHORTEST = 5
_MADE_BY = (__file__, numbers.__file__, stopwords.__file__, text.__file__)
"""The modules by which words are told in a name."""


class AliasesError(Exception):
    """The table of aliases cannot be used; the message says why and what to do."""


_Names: TypeAlias = "Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]"


@dataclass(frozen=True, slots=True)
class Aliases:
    """For the words of each name, the words of other names; ``digest`` tells two tables apart.

    Those in ``others`` are names of the same; a question is read by ``meant``, which has them too.
    """

    others: _Names = field(default_factory=dict)
    meant: _Names = field(default_factory=dict)
    digest: str = ""
    lengths: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """How many words the names in ``meant`` have, in order, by the first word of these."""
    words: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """The names of one word, where it is long enough to be told when it is misspelt, by length."""

    def near(self, word: str) -> str | None:
        """Return the name of one word that is one edit away from ``word``, if one is."""
        found = process.extractOne(
            word, self.words.get(len(word), ()), scorer=OSA.distance, score_cutoff=1
        )
        return found[0] if found else None


def make_aliases(
    groups: Iterable[Iterable[str]], also: Mapping[str, Iterable[str]] | None = None
) -> Aliases:
    """Return the table in which every name of a group stands for every other of that group.

    A name in ``also`` stands for those given there and their other names, but not these for it.
    """
    read = [_read(group) for group in groups]
    read_also = [(_read([typed]), _read(given)) for typed, given in (also or {}).items()]
    others: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for names in read:
        for name in names:
            _add(others.setdefault(name, []), name, names)
    meant = {name: list(found) for name, found in others.items()}
    for typed, targets in read_also:
        for name in typed:
            for target in targets:
                _add(meant.setdefault(name, []), name, [target, *others.get(target, ())])
    told = {name: tuple(found) for name, found in others.items()}
    return Aliases(
        others=told,
        # Most are the same, and kept once.
        meant={
            name: told[name] if found == others.get(name) else tuple(found)
            for name, found in meant.items()
        },
        digest=hashlib.sha256(repr((read, read_also)).encode()).hexdigest()[:16],
        lengths=_lengths(meant),
        words=by_length(name[0] for name in meant if len(name) == 1 and len(name[0]) >= _SHORTEST),
    )


def _read(names: Iterable[str]) -> list[tuple[str, ...]]:
    return [words for name in names if (words := tuple(index_terms(name)))]


def _lengths(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[0], set()).add(len(name))
    # Most are the same, and kept once.
    same: dict[tuple[int, ...], tuple[int, ...]] = {}
    in_order = {first: tuple(sorted(lengths)) for first, lengths in found.items()}
    return {first: same.setdefault(lengths, lengths) for first, lengths in in_order.items()}


def _add(
    known: list[tuple[str, ...]], name: tuple[str, ...], more: Iterable[tuple[str, ...]]
) -> None:
    known.extend(other for other in more if other != name and other not in known)


def read_aliases(path: Path | None, keep: Sequence[Path] = ()) -> Aliases:
    """Return the table in ``path``, an empty one for None; raise `AliasesError`.

    To understand it takes twenty times as long as to load what was understood, which is kept in the
    first of the files ``keep`` that can be written, for as long as the table stays the same.
    """
    if path is None:
        return Aliases()
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        raise AliasesError(
            f"The aliases file {path} does not exist; correct the setting."
        ) from None
    except OSError as error:
        raise AliasesError(f"The aliases file {path} cannot be read ({error.strerror}).") from None
    made_of = source(written, _MADE_BY)
    kept = next(filter(None, (kept_at(each, made_of) for each in keep)), None)
    if kept is not None:
        return Aliases(*kept)
    aliases = _understood(path, written)
    made = tuple(getattr(aliases, each.name) for each in fields(aliases))
    any(keep_at(each, made_of, made) for each in keep)
    return aliases


def _understood(path: Path, written: bytes) -> Aliases:
    """Return the table that a file at ``path`` has in these bytes; raise `AliasesError`."""
    try:
        # Some editors begin a file with a mark, which is no part of it.
        table = tomllib.loads(written.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise AliasesError(
            f"Byte {error.start + 1} of the aliases file {path} is not UTF-8; save it as UTF-8."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise AliasesError(f"The aliases file {path} is not TOML: {error}.") from None
    groups: Any = table.get("same", [])
    also: Any = table.get("also", {})
    is_also = isinstance(also, dict) and _is_groups(list(also.values()))
    if not table.keys() <= {"same", "also"} or not _is_groups(groups) or not is_also:
        raise AliasesError(
            f'The aliases file {path} must hold a list, same = [["Kyiv", "Kiev"], …], and after it '
            'may have a table [also] with lines such as America = ["US"], and nothing else.'
        )
    return make_aliases(groups, also)


def _is_groups(groups: object) -> bool:
    return isinstance(groups, list) and all(
        isinstance(group, list) and all(isinstance(name, str) for name in group) for group in groups
    )
