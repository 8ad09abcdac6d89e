"""What in ``.env`` is no setting at all, as it would be left out without a word."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from dotenv.parser import parse_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dotenv.parser import Binding

_BREAK = re.compile(r"\r\n|\n|\r")
_OPENED = re.compile(r"(?:export\s+)?[^=#\s]+[^\S\r\n]*=[^\S\r\n]*([\"'])")
_NAME = r"\s*(?:export\s+)?"
_NO_SETTING = "this is no NAME=value"
_REMEDY = "correct it, or begin the line with # to leave it out"


def wrong_lines(text: str, file: str, prefix: str) -> list[str]:
    """Return a sentence for each line of ``.env`` that is not read as what it is meant for.

    That is one that is no NAME=value, or that a quotation mark opened on a line above has
    swallowed. Names of settings begin with the ``prefix``. What stands there is not repeated, as it
    may be a secret.
    """
    return list(_wrong_lines(text, file, prefix))


def _wrong_lines(text: str, file: str, prefix: str) -> Iterator[str]:
    for binding in parse_stream(StringIO(text)):
        written = binding.original.string
        begun = written.lstrip()
        # White space before it belongs to it there.
        blank = written[: len(written) - len(begun)]
        where = f"{file}:{binding.original.line + len(_BREAK.findall(blank))}"
        if binding.error:
            yield f"{where}: {_NO_SETTING}{_why(begun)}; {_REMEDY}."
        elif binding.key and binding.value is None and _is_ours(binding.key, prefix):
            yield f"{where}: {_NO_SETTING} (it has no value); {_REMEDY}."
        elif _swallows(binding, begun, prefix):
            yield f"{where}: a quotation mark is not closed on this line; close it."


def _why(begun: str) -> str:
    """Return what keeps a line from being NAME=value, in brackets, nothing where that is plain."""
    opened = _OPENED.match(begun)
    if opened is None:
        return ""
    line = _BREAK.split(begun, maxsplit=1)[0]
    if opened[1] in line[opened.end() :]:
        return " (something stands behind the closing quotation mark)"
    return " (a quotation mark is not closed)"


def _is_ours(name: str, prefix: str) -> bool:
    return name.upper().startswith(prefix)


def _swallows(binding: Binding, begun: str, prefix: str) -> bool:
    """Tell whether a value goes on over lines that look like settings of their own.

    That of another program may be a key of many lines.
    """
    ours = binding.key and _is_ours(binding.key, prefix)
    name = r"[A-Za-z_]\w*" if ours else rf"{re.escape(prefix)}\w+"
    setting = re.compile(rf"{_NAME}{name}\s*=", re.IGNORECASE)
    return any(setting.match(line) for line in _BREAK.split(begun)[1:])
