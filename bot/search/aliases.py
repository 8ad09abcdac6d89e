"""Other names of the same thing, from ``config/aliases.toml``: data that an operator extends."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.text import index_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


_SHORTEST = 5


class AliasesError(Exception):
    """The table of aliases cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """For the words of each name, the other names' words; ``digest`` tells two tables apart."""

    others: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    digest: str = ""
    longest: int = 0
    words: Sequence[str] = ()
    """The names of one word, where it is long enough to be told when it is misspelt."""

    def near(self, word: str) -> str | None:
        """Return the name of one word that is one edit away from ``word``, if one is."""
        found = process.extractOne(word, self.words, scorer=OSA.distance, score_cutoff=1)
        return found[0] if found else None


def make_aliases(groups: Iterable[Iterable[str]]) -> Aliases:
    """Return the table in which every name of a group stands for every other of that group."""
    others: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    digest = hashlib.sha256()
    for group in groups:
        names = [words for name in group if (words := tuple(index_terms(name)))]
        digest.update(repr(names).encode())
        for name in names:
            known = others.setdefault(name, [])
            known.extend(other for other in names if other != name and other not in known)
    return Aliases(
        others={name: tuple(found) for name, found in others.items()},
        digest=digest.hexdigest()[:16],
        longest=max(map(len, others), default=0),
        words=[name[0] for name in others if len(name) == 1 and len(name[0]) >= _SHORTEST],
    )


def read_aliases(path: Path | None) -> Aliases:
    """Return the table in ``path``, an empty one for None; raise `AliasesError`."""
    if path is None:
        return Aliases()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise AliasesError(
            f"The aliases file {path} does not exist; correct the setting."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise AliasesError(f"The aliases file {path} cannot be read: {error}.") from None
    except tomllib.TOMLDecodeError as error:
        raise AliasesError(f"The aliases file {path} is not TOML: {error}.") from None
    groups: Any = table.get("same")
    if set(table) != {"same"} or not _is_groups(groups):
        raise AliasesError(
            f'The aliases file {path} must hold one list, same = [["Kyiv", "Kiev"], …], '
            "and nothing else."
        )
    return make_aliases(groups)


def _is_groups(groups: object) -> bool:
    return isinstance(groups, list) and all(
        isinstance(group, list) and all(isinstance(name, str) for name in group) for group in groups
    )
