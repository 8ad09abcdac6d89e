"""One record of a source: which fields it may have, and what is wrong with it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.library.readers.dates import iso_date
from bot.library.readers.values import (
    OR_BLANK,
    Filled,
    Refused,
    Short,
    Whole,
    clean,
    web_address,
)
from bot.library.readers.wording import of_jiter
from bot.model import Draft, Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.library.readers.limits import Limits

_MAX_TAGS = 50
_MOST_SAID = 5
_LONGEST_INTEGER = 100
_MOST_LOOKED_AT = 100
_NO_OBJECT = Said('A record must be an object, such as {{"text": "…"}}')
_TWICE = Said('The field "{field}" stands there twice')
_NO_TEXT_IN_LIST = Said('Each entry of the field "{field}" must be a text in quotation marks')
_UNKNOWN_FIELD = Said('The field "{field}" is unknown')
_KINDS = {
    "missing": Said('The field "{field}" is missing'),
    "too_long": Said('The field "{field}" has more than {most} entries', {"most": _MAX_TAGS}),
    "string_type": Said('The field "{field}" must be a text in quotation marks'),
    "tuple_type": Said('The field "{field}" must be a list, such as ["one", "two"]'),
    "extra_forbidden": _UNKNOWN_FIELD,
    "model_type": _NO_OBJECT,
    "model_attributes_type": _NO_OBJECT,
}
"""By what pydantic calls them."""
_WHAT_TO_DO = Said("Correct the record, or take it out")
TOO_LONG = Said("Shorten it, or raise ATTACHE_MAX_CHARACTERS in the settings")
"""What to do about a text with too many characters, or what it is made from."""


def _identifier(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


Tags = Annotated[tuple[Short, ...], Field(max_length=_MAX_TAGS)]


class Record(BaseModel):
    """The fields of a record; all but ``text`` may be left out, null or blank."""

    # What checks a record is made when the first is read, which most starts do not do.
    model_config = ConfigDict(extra="forbid", defer_build=True)

    text: Filled
    id: Annotated[Short | None, OR_BLANK, BeforeValidator(_identifier)] = None
    title: Short | None = None
    date: Annotated[Annotated[Whole, AfterValidator(iso_date)] | None, OR_BLANK] = None
    source: Short | None = None
    url: Annotated[Annotated[Whole, AfterValidator(web_address)] | None, OR_BLANK] = None
    tags: Annotated[Tags | None, OR_BLANK] = None


class Doubled(dict[str, object]):
    """The fields of a record in which one of this ``name`` stands twice."""

    name = ""


def of_pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON by its pairs, as one of `Doubled` where a name stands twice."""
    fields = dict(pairs)
    if len(fields) == len(pairs):
        return fields
    doubled = Doubled(fields)
    doubled.name = first_twice(name for name, _ in pairs)
    return doubled


def whole_number(digits: str) -> int | float:
    """Return a number; what no id is as long as need not be exact, and would take long."""
    return int(digits) if len(digits) <= _LONGEST_INTEGER else float(digits)


def twice(field: str) -> Said:
    """Return what is said of a ``field`` that is named twice; its name may be any text."""
    return _TWICE.having(field=clean(field)[:80])


def first_twice(names: Iterable[str]) -> str:
    """Return the first name that stands there more than once, an empty one where none does."""
    return next((name for name, count in Counter(names).items() if count > 1), "")


UNKNOWN = Said("Delete it, or name it one of {names}", {"names": ", ".join(Record.model_fields)})
"""What to do about a field or column of another name."""


def to_draft(record: Record, origin: Origin, limits: Limits) -> Draft | Problem:
    """Return the draft of a checked ``record``, or the problem of one that is too long."""
    if len(record.text) > limits.characters:
        return Problem(
            origin,
            Said(
                "The text has {count} characters; at most {most} are allowed",
                {"count": len(record.text), "most": limits.characters},
            ),
            TOO_LONG,
        )
    tags = tuple(dict.fromkeys(tag for tag in record.tags or () if tag))
    return Draft(
        key=record.id or text_key(record.text),
        text=record.text,
        origin=origin,
        title=record.title or None,
        date=record.date,
        source=record.source or None,
        url=record.url,
        tags=tags,
    )


def checked(
    fields: object, origin: Origin, limits: Limits, which: Said | None = None
) -> Draft | Problem:
    """Return the draft of a record as a source gives it, or what is wrong with it.

    ``which`` names the record where its line may not tell, as when all stand on one; ``what`` is
    wrong with it is a value of it.
    """
    found: Draft | Problem
    if isinstance(fields, Doubled):
        found = Problem(origin, twice(fields.name), _WHAT_TO_DO)
    else:
        found = _checked(fields, origin, limits)
    if which and isinstance(found, Problem):
        return replace(found, what=which.having(what=found.what))
    return found


def _checked(fields: object, origin: Origin, limits: Limits) -> Draft | Problem:
    try:
        return to_draft(Record.model_validate(fields), origin, limits)
    except ValidationError as error:
        return _otherwise(fields, origin, limits) or problem_of(error, origin)


def _otherwise(fields: object, origin: Origin, limits: Limits) -> Draft | Problem | None:
    """Return what a record is by the names of its fields in small letters, and without others.

    None where that mends nothing.
    """
    if not isinstance(fields, dict) or not fields.keys() - Record.model_fields.keys():
        return None
    small = {str(name).strip().lower(): value for name, value in fields.items()}
    if small.keys() != fields.keys() and len(small) == len(fields):
        return checked(small, origin, limits)
    known = {name: value for name, value in fields.items() if name in Record.model_fields}
    found = checked(known, origin, limits)
    if isinstance(found, Problem):
        return None
    names = dict.fromkeys(clean(str(name))[:80] for name in fields if name not in known)
    said = [_UNKNOWN_FIELD.having(field=name) for name in names]
    return Problem(origin, _first_of(said), UNKNOWN, minor=True, draft=found)


def split_tags(text: str) -> list[str]:
    """Return the tags of a cell or line that holds several, parted by semicolons or commas."""
    return [tag.strip() for tag in re.split(r"[;,]", text) if tag.strip()]


def text_key(text: str) -> str:
    """Return the key of a briefing without an id: 16 hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def problem_of(error: ValidationError, origin: Origin) -> Problem:
    """Return what is wrong with a record that did not pass, each of the first fields named."""
    errors = error.errors(include_url=False, include_input=False)
    said: list[Said] = []
    for each in map(_said, islice(errors, _MOST_LOOKED_AT)):
        if each not in said:
            said.append(each)
    remedy = _WHAT_TO_DO
    if any(error["type"] == "extra_forbidden" for error in errors):
        remedy = UNKNOWN
    return Problem(origin, _first_of(said), remedy)


def _first_of(said: list[Said]) -> Said:
    first, *others = said
    more = [Said("and more is wrong")] if len(said) > _MOST_SAID else []
    return first.then(*others[: _MOST_SAID - 1], *more)


def _said(error: object) -> Said:
    assert isinstance(error, dict)
    kind, place = error["type"], ".".join(str(part) for part in error["loc"][:1])
    if kind == "json_invalid":
        reason = of_jiter(error["ctx"]["error"])
        return Said("This is not JSON: {reason}", {"reason": reason})
    field = clean(place)[:80]
    refused = error.get("ctx", {}).get("error")
    if isinstance(refused, Refused):
        return refused.said.having(field=field)
    if kind == "string_type" and len(error["loc"]) > 1:
        return _NO_TEXT_IN_LIST.having(field=field)
    if kind in _KINDS:
        return _KINDS[kind].having(field=field)
    what = Said('The field "{field}" is not as it should be ({reason})')
    return what.having(field=field, reason=error["msg"])
