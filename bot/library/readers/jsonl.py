"""JSON Lines: an object a line, with the fields of `bot.library.readers.record.Record`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from pydantic_core import from_json

from bot.library.readers.lines import lines
from bot.library.readers.record import Record, checked, problem_of, to_draft
from bot.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft


def read_jsonl(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for each line that holds something; raise ``OSError``."""
    for each in lines(path, name, limits):
        if isinstance(each, Problem):
            yield each
            continue
        origin, line = each
        try:
            yield to_draft(Record.model_validate_json(line.rstrip("\r\n")), origin, limits)
        except ValidationError as error:
            if any(each["type"] == "extra_forbidden" for each in error.errors(include_url=False)):
                yield checked(from_json(line), origin, limits)
            else:
                yield problem_of(error, origin)
