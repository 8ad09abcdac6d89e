"""Printing where the terminal's encoding may have no place for what is printed."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from typing import TextIO

import typer


def replace_unknown() -> None:
    """Let a question mark stand for what the terminal's encoding lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def output_in_utf_8() -> TextIO:
    """Return standard output, which is read by another program, in UTF-8 from now on."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def print_json(found: object, *, indent: int | None = 2) -> None:
    """Print an object as JSON, which is UTF-8 whatever the terminal's encoding."""
    output_in_utf_8()
    typer.echo(json.dumps(found, ensure_ascii=False, indent=indent))
