"""What the values of fields must be: texts in which something is seen, and addresses of the web."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BeforeValidator

from bot.problems import Said

_MAX_FIELD = 500
_MAX_URL = 2_000
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


class Refused(ValueError):
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
        raise Refused(
            Said(
                'The field "{field}" has half a character in it, in place {number}',
                {"number": half.start() + 1},
            )
        )
    return value


def _short(value: str) -> str:
    text = clean(value)
    if len(text) > _MAX_FIELD:
        raise Refused(
            Said('The field "{field}" must have at most {most} characters', {"most": _MAX_FIELD})
        )
    return "" if _BLANK.fullmatch(text) else text


def _absent_if_blank(value: object) -> object:
    """Return None for a text in which nothing is seen, as other programs write what they lack."""
    if isinstance(value, str) and not _HALF.search(value) and _BLANK.fullmatch(clean(value)):
        return None
    return value


def _filled(value: str) -> str:
    if _BLANK.fullmatch(value):
        raise Refused(Said('The field "{field}" must not be empty'))
    return value


def web_address(value: str) -> str:
    """Return an http or https address as it is; raise ``ValueError`` for anything else."""
    address = value.strip()
    try:
        parts = urlsplit(address)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        has_host = False
    if not has_host or parts.scheme not in {"http", "https"}:
        raise Refused(
            Said(
                'The field "{field}" must be an address that begins with http:// or https://, and '
                "names a host"
            )
        )
    if odd := next((char for char in address if char in _IN_NO_ADDRESS), None):
        raise Refused(
            Said(
                'The field "{field}" has "{mark}" in it, which stands in no address; write {code} '
                "there",
                {"mark": odd, "code": quote(odd)},
            )
        )
    if len(address) > _MAX_URL or not address.isprintable() or " " in address:
        raise Refused(
            Said(
                'The field "{field}" must be an address of at most {most} characters without '
                "spaces",
                {"most": _MAX_URL},
            )
        )
    return address


Whole = Annotated[str, AfterValidator(_whole)]
Short = Annotated[Whole, AfterValidator(_short)]
Filled = Annotated[Whole, AfterValidator(clean), AfterValidator(_filled)]
OR_BLANK = BeforeValidator(_absent_if_blank)
