"""The formats that sources are in, by the endings of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.readers.json_list import read_json
from bot.library.readers.jsonl import read_jsonl
from bot.library.readers.table import read_table
from bot.library.readers.txt import read_txt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.library.readers.limits import Limits
    from bot.model import Draft
    from bot.problems import Problem


def _read_markdown(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    # Imported where there is such a file: YAML takes as long to import as all other formats.
    from bot.library.readers.markdown import read_markdown  # noqa: PLC0415

    return read_markdown(path, name, limits)


def _read_feed(path: Path, name: str, limits: Limits) -> Iterator[Draft | Problem]:
    # Imported where there is such a file, because what reads feeds brings an HTTP client with it.
    from bot.library.readers.feed import read_feed  # noqa: PLC0415

    return read_feed(path, name, limits)


READERS = {
    ".txt": read_txt,
    ".jsonl": read_jsonl,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
    ".md": _read_markdown,
    ".xml": _read_feed,
    ".rss": _read_feed,
    ".atom": _read_feed,
}
FORMATS = ", ".join(READERS)
