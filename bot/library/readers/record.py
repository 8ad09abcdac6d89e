"""One record of a source: which fields it may have, and what their values must be."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.library.readers.wording import of_jiter
from bot.model import Draft, Origin
from bot.problems import Problem, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.library.readers.limits import Limits

_MAX_FIELD = 500
_MAX_URL = 2_000
_MAX_TAGS = 50
_MOST_SAID = 5
_LONGEST_INTEGER = 100
_MOST_LOOKED_AT = 100
# The flags of England, Scotland and Wales are spelt with characters that are unseen anywhere else.
_FLAG_OR_UNSEEN = re.compile(
    r"(?P<flag>\U0001F3F4[\U000E0030-\U000E0039\U000E0061-\U000E007A]{1,6}\U000E007F)"
    r"|[\0-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E007F\ud800-\udfff]"
)
# Nor is anything seen of a text that has nothing but these, such as Hangul's fillers.
_BLANK = re.compile(
    r"[\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2800\u3164\ufe00-\ufe0f\uffa0]*"
)
_IN_NO_ADDRESS = frozenset('<>"\\^`{|}')
_HALF = re.compile(r"[\ud800-\udfff]")
# How the time of a date is continued by what the standard library passes over in RFC 2822, so that
# it would take the time for that of UTC, or of the morning.
_OFFSET = re.compile(r"(?<=:\d\d) ?(?:GMT|UTC)?([+-])(\d\d?)(?::?(\d\d))?(?=\s|\Z)")
_NAMED_ZONE = re.compile(r"(?<=:\d\d )[A-Z]{3,4}\b")
_ZONES = {
    "WET": "+0000", "WEST": "+0100", "BST": "+0100", "CET": "+0100", "CEST": "+0200",
    "MEZ": "+0100", "MESZ": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300",
}  # fmt: skip
_HALF_OF_DAY = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
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
TOO_LONG = Said("Shorten it, or raise max_characters in the settings")
"""What to do about a text with too many characters, or what it is made from."""


class _Refused(ValueError):
    """A value is not as its field must be; ``said`` lacks the name of the field alone."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.sentence)
        self.said = said


def clean(text: str) -> str:
    """Return ``text`` in NFC, with white space folded and what nobody sees removed.

    Removed are control characters, those that turn the direction of writing, and those without a
    width. The joiners that some scripts and emoji need are kept, and so is what this version of
    Unicode does not know: a text, and with it its key, must not change with Python's version.
    """
    folded = " ".join(text.split())
    if folded.isascii() and folded.isprintable():
        return folded
    seen = _FLAG_OR_UNSEEN.sub(lambda found: found["flag"] or "", folded)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _whole(value: str) -> str:
    if half := _HALF.search(value):
        raise _Refused(
            Said(
                'The field "{field}" has half a character in it, in place {number}',
                {"number": half.start() + 1},
            )
        )
    return value


def _short(value: str) -> str:
    text = clean(value)
    if len(text) > _MAX_FIELD:
        raise _Refused(
            Said('The field "{field}" must have at most {most} characters', {"most": _MAX_FIELD})
        )
    return "" if _BLANK.fullmatch(text) else text


def _identifier(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _absent_if_blank(value: object) -> object:
    """Return None for a text in which nothing is seen, as other programs write what they lack."""
    if isinstance(value, str) and not _HALF.search(value) and _BLANK.fullmatch(clean(value)):
        return None
    return value


def _filled(value: str) -> str:
    if _BLANK.fullmatch(value):
        raise _Refused(Said('The field "{field}" must not be empty'))
    return value


def iso_date(value: str) -> str:
    """Return an ISO 8601 or RFC 2822 date as ``YYYY-MM-DD`` or a UTC time; raise ``ValueError``."""
    text = value.strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = _mailed(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            raise _Refused(
                Said(
                    'The field "{field}" must be a date such as {example} or {other}, and not '
                    '"{given}"',
                    {
                        "example": "2024-12-08, 2024-12-08T09:30:00Z",
                        "other": "Sun, 08 Dec 2024 09:30:00 GMT",
                        "given": clean(text)[:40],
                    },
                )
            ) from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        raise _Refused(Said('The field "{field}" must be a date that exists in UTC too')) from None


def _mailed(text: str) -> datetime:
    """Return the moment of an RFC 2822 date; raise what `parsedate_to_datetime` does.

    An offset may have a colon, or follow "GMT", as in the dates of many programs.
    """
    if _HALF_OF_DAY.search(text):
        raise ValueError(text)
    offset = _OFFSET.sub(
        lambda found: f" {found[1]}{found[2]:0>2}{found[3] or '00'}", " ".join(text.split())
    )
    return parsedate_to_datetime(
        _NAMED_ZONE.sub(lambda found: _ZONES.get(found[0], found[0]), offset)
    )


def web_address(value: str) -> str:
    """Return an http or https address as it is; raise ``ValueError`` for anything else."""
    address = value.strip()
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        has_host = False
    if not has_host or parts.scheme not in {"http", "https"}:
        raise _Refused(
            Said(
                'The field "{field}" must be an address that begins with http:// or https://, and '
                "names a host"
            )
        )
    if odd := next((char for char in address if char in _IN_NO_ADDRESS), None):
        raise _Refused(
            Said(
                'The field "{field}" has "{mark}" in it, which stands in no address; write {code} '
                "there",
                {"mark": odd, "code": quote(odd)},
            )
        )
    if len(address) > _MAX_URL or not address.isprintable() or " " in address:
        raise _Refused(
            Said(
                'The field "{field}" must be an address of at most {most} characters without '
                "spaces",
                {"most": _MAX_URL},
            )
        )
    return address


Whole = Annotated[str, AfterValidator(_whole)]
Short = Annotated[Whole, AfterValidator(_short)]
Tags = Annotated[tuple[Short, ...], Field(max_length=_MAX_TAGS)]
_OR_BLANK = BeforeValidator(_absent_if_blank)


class Record(BaseModel):
    """The fields of a record; all but ``text`` may be left out, null or blank."""

    # What checks a record is made when the first is read, which most starts do not do.
    model_config = ConfigDict(extra="forbid", defer_build=True)

    text: Annotated[Whole, AfterValidator(clean), AfterValidator(_filled)]
    id: Annotated[Short | None, _OR_BLANK, BeforeValidator(_identifier)] = None
    title: Short | None = None
    date: Annotated[Annotated[Whole, AfterValidator(iso_date)] | None, _OR_BLANK] = None
    source: Short | None = None
    url: Annotated[Annotated[Whole, AfterValidator(web_address)] | None, _OR_BLANK] = None
    tags: Annotated[Tags | None, _OR_BLANK] = None


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
    if isinstance(refused, _Refused):
        return refused.said.having(field=field)
    if kind == "string_type" and len(error["loc"]) > 1:
        return _NO_TEXT_IN_LIST.having(field=field)
    if kind in _KINDS:
        return _KINDS[kind].having(field=field)
    what = Said('The field "{field}" is not as it should be ({reason})')
    return what.having(field=field, reason=error["msg"])
