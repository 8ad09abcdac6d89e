"""Making the index of one edition: everything that a question needs, in one folder."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.search.index import forward, manifest, neighbours, presence
from bot.search.index.analysis import Analyser, version
from bot.search.index.documents import Stems
from bot.search.index.fields import terms_in, values_in
from bot.search.index.forward import Collected, Forward
from bot.search.index.ghosts import MAX_GHOSTS, Ghosts
from bot.search.index.listing import list_titles, list_topics, relist_topics
from bot.search.index.neighbours import Layered
from bot.search.index.postings import Postings
from bot.search.index.topics import Directory
from bot.search.index.writing import IndexWriter
from bot.search.words.english import English

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.model import Briefing
    from bot.search.index.analysis import Analysis
    from bot.search.words.aliases import Aliases

FORMAT = 22
"""Raised whenever what is written changes, so that older folders are built anew."""
PRESENCE = "presence.npy"
_LINKED = ("postings", "forward/base", "neighbours/base")
"""What an index shares with the one that it was made from."""
_EVERY = 1_000
_LARGEST_SHARE = 10
"""An index takes changes up to a tenth of its briefings."""


@dataclass(frozen=True, slots=True)
class About:
    """What an index folder says of itself; ``changes`` is how many it took since it was built."""

    format: int
    edition: int
    briefings: int
    aliases: str
    changes: int


def read_about(folder: Path) -> About:
    """Return what the folder says of itself; raise ``OSError``, ``ValueError``, ``TypeError``."""
    return About(*_read_json(folder / "about.json"))


def may_update(folder: Path, aliases: Aliases) -> int:
    """Return how many changes the index in ``folder`` can take before it is better built anew.

    That is 0 for one that is missing, damaged, or made by another version or with other aliases.
    """
    try:
        about = read_about(folder)
    except (OSError, ValueError, TypeError):
        return 0
    if about.format != FORMAT or about.aliases != aliases.digest:
        return 0
    return min(MAX_GHOSTS, about.briefings // _LARGEST_SHARE) - about.changes


def build(
    folder: Path,
    briefings: Iterable[Briefing],
    edition: int,
    aliases: Aliases,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write the index of ``edition`` to ``folder``, which appears only when it is complete.

    The ``briefings`` come in the order of their numbers. ``progress`` is told the number indexed
    now and then. Raises ``OSError`` when the folder cannot be written.
    """
    with _appearing(folder) as making:
        (making / "postings").mkdir()
        writer = IndexWriter(making / "postings", anew=True)
        analyser = Analyser(Stems().__getitem__)
        held = Collected()
        titles: list[tuple[int, str]] = []
        count = 0
        for batch in _batches(briefings):
            for briefing in batch:
                _add(analyser.analyse(briefing, version(briefing, edition)), writer, held)
            count += len(batch)
            titles = list_titles(batch, titles, ())
            if progress:
                progress(count)
        writer.commit()
        postings = writer.open({}, Ghosts({}))
        forward.write(making / "forward", held.layer())
        del held
        vocabulary = postings.vocabulary()
        presence.write(making / PRESENCE, vocabulary)
        neighbours.write(making / "neighbours" / "base", _with_forms(vocabulary, postings))
        del vocabulary
        neighbours.write(making / "neighbours" / "patch", ())
        _write_json(making / "topics.json", list_topics(Directory(postings, aliases), postings))
        _write_json(making / "titles.json", titles)
        _write_about(making, About(FORMAT, edition, count, aliases.digest, 0))
        postings.close()


def update(
    folder: Path,
    before: Path,
    changed: Sequence[Briefing],
    gone: Sequence[int],
    edition: int,
    aliases: Aliases,
) -> None:
    """Write the index of ``edition`` to ``folder`` from the one in ``before``, which stays.

    ``changed`` are the briefings that are new or different, ``gone`` the numbers of those that are
    no more. It costs what these cost: what stays the same is linked, not copied. Raises ``OSError``
    when a folder cannot be read or written, ``ValueError`` when the one before is damaged.
    """
    about = read_about(before)
    with closing(Postings.open(before / "postings")) as old, _appearing(folder, before) as making:
        for part in _LINKED:
            _link(before / part, making / part)
        writer = IndexWriter(making / "postings", anew=False)
        analyser = Analyser(Stems().__getitem__)
        stale = {*gone, *(briefing.number for briefing in changed)}
        ghosts, removed = _remove(stale, old, writer, analyser)
        held, mentioned, words = _add_all(changed, edition, writer, analyser)
        writer.commit()
        postings = writer.open(ghosts, old.ghosts)
        forward.write_patch(
            making / "forward", *Forward.open(before / "forward").patched(held, gone)
        )
        presence.write_more(making / PRESENCE, before / PRESENCE, words)
        _write_words(making, before, words, postings)
        directories = Directory(old, aliases), Directory(postings, aliases)
        touched = removed | mentioned
        topics = relist_topics(_read_json(before / "topics.json"), touched, *directories, postings)
        _write_json(making / "topics.json", topics)
        titles = list_titles(changed, _read_json(before / "titles.json"), stale)
        _write_json(making / "titles.json", titles)
        changes = about.changes + len(stale)
        _write_about(making, About(FORMAT, edition, postings.size, aliases.digest, changes))
        postings.close()


@contextmanager
def _appearing(folder: Path, before: Path | None = None) -> Iterator[Path]:
    """Give a new folder beside ``folder``, which takes that name once it is complete.

    It may hold links to files of the folder ``before``.
    """
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    try:
        yield making
        manifest.write(making, before)
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _remove(
    numbers: Iterable[int], old: Postings, writer: IndexWriter, analyser: Analyser
) -> tuple[dict[str, dict[str, Sequence[str]]], set[str]]:
    """Remove briefings from the index; return what was counted for each, and whom they mention."""
    ghosts: dict[str, dict[str, Sequence[str]]] = {}
    mentioned: set[str] = set()
    for number in numbers:
        if (hit := old.numbered(number)) is None:
            continue
        removed = analyser.analyse(hit.briefing, hit.version)
        ghosts[hit.version] = {
            "term": terms_in(removed.terms), "stem": sorted(set(removed.stems.split())),
        }  # fmt: skip
        mentioned.update(values_in(removed.terms, "mention"))
        writer.remove(number)
    return ghosts, mentioned


def _add_all(
    changed: Iterable[Briefing], edition: int, writer: IndexWriter, analyser: Analyser
) -> tuple[Collected, set[str], set[str]]:
    """Add briefings to the index; return their terms, whom they mention, and their words."""
    held = Collected()
    mentioned: set[str] = set()
    words: set[str] = set()
    for briefing in sorted(changed, key=lambda each: each.number):
        analysis = analyser.analyse(briefing, version(briefing, edition))
        _add(analysis, writer, held)
        mentioned.update(values_in(analysis.terms, "mention"))
        words.update(values_in(analysis.terms, "word"))
    return held, mentioned, words


def _add(analysis: Analysis, writer: IndexWriter, held: Collected) -> None:
    """Add a briefing to both indexes."""
    writer.add(analysis)
    held.add(analysis.number, analysis.key, analysis.hashes, analysis.telling)


def _write_words(making: Path, before: Path, words: set[str], postings: Postings) -> None:
    """File the words that neither the old vocabulary nor its patch has."""
    old = Layered.open(before / "neighbours")
    new = {word for word in _with_forms(words, postings) if len(word) < 3 or not old.has(word)}
    neighbours.write(making / "neighbours" / "patch", {*old.patch.words(), *new})


def _with_forms(words: Iterable[str], postings: Postings) -> set[str]:
    """Return the words, and the English words that have the stem of one of them."""
    found = set(words)
    english = _english_by_stem()
    stems = {postings.stem(word) for word in found}
    return found.union(*(english.get(stem, ()) for stem in stems))


@cache
def _english_by_stem() -> Mapping[str, Sequence[str]]:
    # All of them are stemmed in half the time that a small index takes.
    found: defaultdict[str, list[str]] = defaultdict(list)
    stems = Stems()
    for word in English().words():
        found[stems[word]].append(word)
    return found


def _link(source: Path, target: Path) -> None:
    """Link the files of a folder that are never written again, and copy those that are."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        if path.suffix == ".json":
            shutil.copyfile(path, target / path.name)
        elif path.suffix != ".lock":
            (target / path.name).hardlink_to(path)


def _batches(briefings: Iterable[Briefing]) -> Iterator[list[Briefing]]:
    batch: list[Briefing] = []
    for briefing in briefings:
        batch.append(briefing)
        if len(batch) == _EVERY:
            yield batch
            batch = []
    if batch:
        yield batch


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _read_json(path: Path) -> Any:
    return json.loads(path.read_bytes())


def _write_about(making: Path, about: About) -> None:
    _write_json(making / "about.json", astuple(about))
