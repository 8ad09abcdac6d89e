"""The topics worth browsing, and the titles, as they are listed and completed while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.search.index.analysis import topic_key
from bot.search.index.topics import is_useful
from bot.search.words.adjectives import relatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Briefing
    from bot.search.index.postings import Postings
    from bot.search.index.topics import Directory

MOST = 20_000
"""Topics and titles that are listed; all others are found by asking."""
_RELIST_UP_TO = 20_000
_LONGEST_TITLE = 100

Topics: TypeAlias = "list[tuple[str, str, int]]"
"""Key, label and number of briefings of each topic, the largest first."""
Titles: TypeAlias = "list[tuple[int, str]]"
"""Number and title of briefings, by number."""


def list_topics(directory: Directory, postings: Postings) -> Topics:
    """Return the topics worth browsing."""
    return _ordered(_useful(directory, postings, _all_names(postings)))


def relist_topics(
    listed: Topics,
    touched: Iterable[str],
    before: Directory,
    after: Directory,
    postings: Postings,
) -> Topics:
    """Return the topics worth browsing, of those ``listed`` before and of the names ``touched``.

    In a small collection a briefing changes what is worth it everywhere, and all are told anew.
    """
    if postings.size <= _RELIST_UP_TO:
        return list_topics(after, postings)
    names = {near for name in touched for near in _near(name, after)}
    labels = (before.label(before.root(name)) for name in names)
    gone = {topic_key(label) for label in labels if label}
    found = {key: (label, count) for key, label, count in listed if key not in gone}
    return _ordered(found | _useful(after, postings, names))


def list_titles(briefings: Iterable[Briefing], before: Titles, gone: Iterable[int]) -> Titles:
    """Return the newest titles: those ``before`` without the numbers ``gone``, and these."""
    found = dict(before)
    for number in gone:
        found.pop(number, None)
    found.update({each.number: _shortened(each.title) for each in briefings if each.title})
    return sorted(found.items())[-MOST:]


def _useful(
    directory: Directory, postings: Postings, names: Iterable[str]
) -> dict[str, tuple[str, int]]:
    """Return label and count, by key, of the topics of ``names`` that are worth browsing."""
    found: dict[str, tuple[str, int]] = {}
    for root in dict.fromkeys(directory.root(name) for name in names):
        label = directory.label(root)
        if label and is_useful(count := directory.size(root), postings.size):
            found.setdefault(topic_key(label), (label, count))
    return found


def _all_names(postings: Postings) -> Iterator[str]:
    """Yield every name, tag and theme, a letter at a time: there may be millions of themes."""
    for field in ("sure", "tag"):
        yield from (name for name, _ in postings.terms(field))
    letters = sorted({word[:1] for word, _ in postings.terms("lower")})
    for letter in letters:
        yield from (theme for theme, count in postings.terms("theme", letter) if count > 1)


def _near(name: str, directory: Directory) -> set[str]:
    """Return the names whose topics may change when there is one ``name`` more or less."""
    near = {name, *relatives(name), *directory.names(directory.root(name))}
    near.update(directory.possible_names(name))
    parts = name.split(" ")
    near.update(" ".join(parts[first:]) for first in range(1, len(parts)))
    return near


def _ordered(found: dict[str, tuple[str, int]]) -> Topics:
    topics = [(key, label, count) for key, (label, count) in found.items()]
    return sorted(topics, key=lambda topic: (-topic[2], topic[1]))[:MOST]


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
