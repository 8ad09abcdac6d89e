"""Markdown: a briefing a file, or several parted by ``---``, each with front matter or without."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from bot.library.readers.encoding import whole_text
from bot.library.readers.markdown_text import plain
from bot.library.readers.record import TOO_LONG, Record, checked, first_twice, split_tags, twice
from bot.model import Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft

_PARTING = re.compile(r"-{3,}\s*")
_HEADING = re.compile(r"#{1,6}\s+")
_UNDERLINE = re.compile(r"=+|-+")
# Shorter dashes part briefings, however short what stands above them.
_SHORTEST_UNDERLINE = 4
_FIELD = re.compile(r"\s*(?:#.*\n)*[\"']?(\w+)[\"']?\s*:(?:\s|$)")
_SMALL_FIELD = re.compile(r"[a-z][\w-]*:(?:\s.*)?")
# What may stand below one: lines that are set in, items of a list, remarks, and nothing.
_BELOW_FIELD = re.compile(r"(?:(?:\s|-\s|#).*)?")
_TOML = re.compile(r"\s*\+{3}[ \t]*\n(?:.*\n)*?\+{3}[ \t]*(?:\n|\Z)")
_REMEDY = Said("Correct the front matter, or take it out")
_QUOTE = Said(
    "Correct the front matter; a value with a colon in it, or a mark first, belongs in quotation "
    "marks"
)
# Reading YAML takes long, and seven fields do not.
_LONGEST = 50_000
# Markdown that is so many times longer than its text may be is not looked at.
_MARKUP = 8


class _Unreadable(Exception):
    """What should be front matter is none, as is ``said``; the ``remedy`` mends it.

    Where the file ends in it, it may have been ``cut`` short, and that is what to do then.
    """

    def __init__(self, said: Said, remedy: Said = _REMEDY, cut: Said | None = None) -> None:
        super().__init__(said)
        self.said = said
        self.remedy = remedy
        self.cut = cut


class _Loader(yaml.BaseLoader):
    """Leaves every value as it is written: a date is checked like any other."""

    doubled = ""
    """The first name that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the fields, of which the last of one name counts, and note that."""
        names = (key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        self.doubled = self.doubled or first_twice(names)
        return super().construct_mapping(node, deep)


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two lines of dashes, and the line that it begins on."""

    text: str
    line: int
    is_opened: bool
    """Whether a line of dashes stands above it."""


def read_markdown(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each briefing; its origin is its first line."""
    text = whole_text(path, name)
    if isinstance(text, Problem):
        yield text
        return
    if _TOML.match(text):
        what = Said(
            "It begins with fields between lines of +++, which is TOML, and nothing of it was read"
        )
        remedy = Said("Write them as YAML, such as title: Bridge, between lines of ---")
        yield Problem(Origin(name, 1), what, remedy, unread=True)
        return
    parts = list(_parts(text))
    place = 0
    while place < len(parts):
        part = parts[place]
        place += 1
        if not part.text.strip():
            continue
        origin = Origin(name, part.line)
        try:
            if place == len(parts):
                _refuse_open(part)
            first = place == 2 and not parts[0].text
            fields = _front_matter(part.text, first=first) if place < len(parts) else None
        except _Unreadable as error:
            yield Problem(origin, error.said, error.remedy, cut=error.cut)
            place += 1
            continue
        body = part
        if fields is not None:
            body = parts[place]
            place += 1
        yield _briefing(fields or {}, body.text, origin, limits)


def _parts(text: str) -> Iterator[_Part]:
    first = 1
    held: list[str] = []
    is_opened = False
    for number, line in enumerate(text.split("\n"), start=1):
        if _PARTING.fullmatch(line) and not _underlines(line, held):
            yield _Part("\n".join(held), first, is_opened)
            first, held, is_opened = number + 1, [], True
        else:
            if not held and not line.strip():
                first = number + 1
                continue
            held.append(line)
    yield _Part("\n".join(held), first, is_opened)


def _underlines(dashes: str, above: list[str]) -> bool:
    """Tell whether a line of dashes makes a heading of the line above it.

    Such a line stands alone and is no field, and the dashes are as many as its characters.
    """
    line = above[-1].strip() if above else ""
    if not _SHORTEST_UNDERLINE <= len(line) == len(dashes.rstrip()):
        return False
    field = _FIELD.match(line)
    is_field = field is not None and field[1].lower() in Record.model_fields
    return not is_field and (len(above) == 1 or not above[-2].strip())


def _front_matter(text: str, *, first: bool) -> dict[str, Any] | None:
    """Return the fields that a part names, None where it is a briefing's text.

    Text may look like a field ("Note: ..."), so one field at least must be a known one, or all of
    them where they are capitalised; where a part begins with one in small letters, what is wrong
    with it raises `_Unreadable`. What the ``first`` line of the file opens, and has no line that is
    not of a field in small letters, is what other programs write, and needs no known one.
    """
    begins = _FIELD.match(text)
    is_all_fields = first and _is_all_fields(text)
    if not begins and not is_all_fields:
        return None
    is_meant = is_all_fields or (begins is not None and begins[1] in Record.model_fields)
    if len(text) > _LONGEST:
        if is_meant:
            raise _Unreadable(
                Said("The front matter is longer than {most} characters", {"most": _LONGEST})
            )
        return None
    try:
        found, doubled = _loaded(text)
    except (yaml.YAMLError, RecursionError) as error:
        if is_meant:
            raise _Unreadable(_said(error), _QUOTE) from None
        return None
    if not isinstance(found, dict):
        return None
    fields = {field for field in found if isinstance(field, str)}
    known = set(Record.model_fields)
    are_known = fields & known or (fields and {field.lower() for field in fields} <= known)
    if not are_known and not is_all_fields:
        return None
    if doubled:
        raise _Unreadable(twice(doubled))
    return {_named(str(field), fields): value for field, value in found.items() if value != ""}


def _is_all_fields(text: str) -> bool:
    """Tell whether a text has only fields in small letters, and what may stand below them."""
    first, *others = text.rstrip().split("\n")
    return _SMALL_FIELD.fullmatch(first) is not None and all(
        _SMALL_FIELD.fullmatch(line) or _BELOW_FIELD.fullmatch(line) for line in others
    )


def _loaded(text: str) -> tuple[Any, str]:
    """Return what YAML holds, and the first name that stands twice; raise ``yaml.YAMLError``."""
    loader = _Loader(text)
    try:
        return loader.get_single_data(), loader.doubled
    finally:
        loader.dispose()


def _refuse_open(last: _Part) -> None:
    """Raise `_Unreadable` where the last part begins as front matter, which nothing closes."""
    begins = _FIELD.match(last.text)
    if last.is_opened and begins and begins[1] in Record.model_fields:
        raise _Unreadable(
            Said(
                'The front matter that begins with "{name}:" is not closed by a line of ---',
                {"name": begins[1]},
            ),
            cut=Said("Put the whole file there, or correct the front matter"),
        )


def _named(field: str, fields: set[str]) -> str:
    """Return a field under the name that is known, unless that stands among the ``fields``, too."""
    small = field.lower()
    return small if small in Record.model_fields and small not in fields else field


def _briefing(fields: dict[str, Any], body: str, origin: Origin, limits: Limits) -> Draft | Problem:
    if isinstance(fields.get("tags"), str):
        fields = {**fields, "tags": split_tags(fields["tags"])}
    lines = body.strip().split("\n")
    title, taken = _title(lines)
    if title is not None and "title" not in fields and len(lines) > taken:
        fields, body = {**fields, "title": plain(title)}, "\n".join(lines[taken:])
    if "text" in fields:
        what, remedy = Said('The front matter has a "text"'), Said("Write the text below it")
        return Problem(origin, what, remedy)
    most = limits.characters * _MARKUP
    if len(body) > most:
        what = Said("It has more than {most} characters of Markdown", {"most": most})
        return Problem(origin, what, TOO_LONG)
    return checked({**fields, "text": plain(body)}, origin, limits)


def _title(lines: list[str]) -> tuple[str | None, int]:
    """Return what stands first as a heading, and on how many lines; None and 0 for no heading."""
    first = lines[0].strip()
    if opening := _HEADING.match(first):
        return first[opening.end() :].rstrip("#").rstrip(), 1
    if first and len(lines) > 1 and _UNDERLINE.fullmatch(lines[1].strip()):
        return first, 2
    return None, 0


def _said(error: Exception) -> Said:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is no YAML"
    where = f", line {mark.line + 1} of it" if mark else ""
    return Said("The front matter cannot be read ({reason})", {"reason": f"{problem}{where}"})
