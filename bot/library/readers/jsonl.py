"""JSON Lines: an object a line, with the fields of `bot.library.readers.record.Record`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.library.readers.limits import cut_short
from bot.library.readers.lines import has_end, lines
from bot.library.readers.record import Record, checked, of_pairs, problem_of, to_draft, whole_number
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
            record = Record.model_validate_json(line.rstrip("\r\n"))
        except ValidationError as error:
            kinds = {each["type"] for each in error.errors(include_url=False)}
            if "extra_forbidden" in kinds:
                yield checked(_fields(line), origin, limits)
                continue
            problem = problem_of(error, origin)
            is_cut = "json_invalid" in kinds and not has_end(line)
            yield cut_short(problem) if is_cut else problem
            continue
        # What reads it so fast takes the last of those that have one name.
        names = record.model_fields_set
        if line.count(":") > len(names) and any(line.count(f'"{name}"') > 1 for name in names):
            yield checked(_fields(line), origin, limits)
        else:
            yield to_draft(record, origin, limits)


def _fields(line: str) -> object:
    """Return what stands on a line that is known to be JSON."""
    return json.loads(line, parse_int=whole_number, object_pairs_hook=of_pairs)
