"""Building the index of one edition: everything that a question needs, in one folder."""

from __future__ import annotations

import json
import pickle
import shutil
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from bot.search import neighbours, postings
from bot.search.english import English
from bot.search.topics import Census, is_useful, mentions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bot.model import Briefing
    from bot.search.aliases import Aliases
    from bot.search.english import Frequencies
    from bot.search.topics import Directory, Mentions

FORMAT = 2
"""Raised whenever what `build` writes changes, so that older folders are built anew."""
_MAX_SUGGESTION = 100


@dataclass(frozen=True, slots=True)
class About:
    """What an index folder says of itself."""

    format: int
    edition: int
    briefings: int
    aliases: str


def read_about(folder: Path) -> About:
    """Return what the folder says of itself; raise ``OSError``, ``ValueError``, ``TypeError``."""
    return About(*json.loads((folder / "about.json").read_bytes()))


def build(
    folder: Path,
    briefings: Iterable[Briefing],
    edition: int,
    aliases: Aliases,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the index of ``edition`` to ``folder``, which appears only when it is complete.

    ``progress`` is told the number of briefings indexed now and then. Raises ``OSError`` or
    ``ValueError`` when the folder cannot be written.
    """
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    for part in ("postings", "neighbours", "forward"):
        (making / part).mkdir(parents=True)
    try:
        _build(making, briefings, edition, aliases, progress)
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _build(
    making: Path,
    briefings: Iterable[Briefing],
    edition: int,
    aliases: Aliases,
    progress: Callable[[int], None] | None,
) -> None:
    # Which mentions are topics is known only when all briefings were seen, so they are set aside
    # in a file and read again: memory stays the same for a million of them.
    spool = making / "spool"
    census = Census()
    count = 0
    titles: dict[str, None] = {}
    with spool.open("wb") as file:
        for briefing in briefings:
            mentioned = mentions_of(briefing)
            pickle.dump((briefing, mentioned), file, pickle.HIGHEST_PROTOCOL)
            census.add(briefing, mentioned)
            count += 1
            if briefing.title:
                titles[_shortened(briefing.title)] = None
    directory = census.directory(aliases)
    index = postings.write(
        making / "postings",
        (
            (briefing, directory.of(briefing, mentioned))
            for briefing, mentioned in _spooled(spool, count)
        ),
        making / "forward",
        progress,
    )
    spool.unlink()
    neighbours.write(making / "neighbours", _correctable(index, English()))
    _write_json(making / "topics.json", _useful(index, directory))
    _write_json(making / "titles.json", list(titles))
    about = About(FORMAT, edition, count, aliases.digest)
    _write_json(making / "about.json", astuple(about))


def _spooled(spool: Path, count: int) -> Iterator[tuple[Briefing, Mentions]]:
    with spool.open("rb") as file:
        for _ in range(count):
            # The file was written by this very call; nothing else can have put anything there.
            briefing, mentioned = pickle.load(file)  # noqa: S301
            yield briefing, mentioned


def _correctable(index: postings.Postings, english: Frequencies) -> set[str]:
    """Return the words that a misspelt one may be read as.

    Those of the briefings, and the base form of each where that is an English word: "boycot" is
    one edit from "boycott", but two from the "boycotts" that a briefing has.
    """
    found = set(index.vocabulary())
    bases = {stem for word in found if word.startswith(stem := index.stem(word))}
    return found | {base for base in bases if english.zipf(base) > 0}


def _useful(index: postings.Postings, directory: Directory) -> list[tuple[str, str]]:
    """Return key and label of the topics worth browsing, the largest first."""
    labels = directory.by_key()
    counted = [
        (count, labels[key], key)
        for key, count in index.topic_counts()
        if is_useful(count, index.size)
    ]
    counted.sort(key=lambda topic: (-topic[0], topic[1]))
    return [(key, label) for _, label, key in counted]


def _shortened(title: str) -> str:
    if len(title) <= _MAX_SUGGESTION:
        return title
    return title[: _MAX_SUGGESTION - 1].rsplit(" ", 1)[0] + "…"


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
