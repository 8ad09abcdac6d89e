"""Writing files, and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.library.readers import read
from bot.model import Draft
from bot.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path


def problems(path: Path) -> list[str]:
    """Return what is wrong in a source, each as a sentence with its place."""
    return [str(each) for each in read(path) if isinstance(each, Problem)]


def drafts(path: Path) -> list[Draft]:
    """Return the drafts of a source."""
    return [each for each in read(path) if isinstance(each, Draft)]


def write(path: Path, content: str | bytes) -> Path:
    """Write a file, and return its path."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
