"""Collect what the bot says, and bring the catalogues up to date with it: ``make translations``."""

from __future__ import annotations

import ast
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

BOT = Path(__file__).resolve().parent.parent / "bot"
LOCALES = BOT / "chat" / "languages" / "locales"
# What the chat says, and what the library says of a source and of what somebody asked for.
_FOLDERS = (BOT / "chat", BOT / "library")
# "said" is what functions with much to say call gettext.
_ONE, _MANY = frozenset({"gettext", "said", "N_", "Said", "Unfit", "AlreadyThere"}), "ngettext"
# Lines that would change with every day, or that nobody fills in.
_IDLE = re.compile(
    rb'"(Project-Id|Report-M|POT-Creat|PO-Rev|Last-Trans|Language-Team|Generated).*\n', re.MULTILINE
)
_HEADER = "# What the bot says, in another language; brought up to date by: make translations\n#"


def collected() -> Catalog:
    """Return what stands in the code, in its order.

    Modules come in the order of their names, so that a move to another package changes no
    catalogue. Babel's own extraction does not look into f-strings, so that Python's parser is
    asked.
    """
    catalogue = Catalog(project="Attaché", charset="utf-8", fuzzy=False)
    for path in (path for folder in _FOLDERS for path in _modules(folder)):
        for message in _messages(ast.parse(path.read_text(encoding="utf-8"))):
            catalogue.add(message, locations=[(path.name, 0)])
    return catalogue


def _modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"), key=lambda path: (path.name, path))


def _messages(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda each: (each.lineno, each.col_offset)):
        name = getattr(call.func, "attr", getattr(call.func, "id", None))
        said = [each.value for each in call.args[:2] if isinstance(each, ast.Constant)]
        texts = [each for each in said if isinstance(each, str)]
        if name in _ONE and texts:
            yield texts[0]
        elif name == _MANY and len(texts) == 2:
            yield texts[0], texts[1]


def updated(path: Path, template: Catalog) -> bytes:
    """Return a catalogue with the messages of the template, and its own translations of them."""
    code = path.parent.parent.name
    catalogue = Catalog(locale=code, project="Attaché", charset="utf-8", fuzzy=False)
    present = read_po(BytesIO(path.read_bytes()), locale=code) if path.exists() else catalogue
    for message in template:
        if message.id:
            known = present.get(message.id)
            catalogue.add(message.id, known.string if known else "", locations=message.locations)
    catalogue.header_comment = _HEADER
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False)
    return _IDLE.sub(b"", written.getvalue())


def left(catalogue: Catalog) -> list[str]:
    """Return what is not translated in a catalogue."""
    return [str(each.id) for each in catalogue if each.id and not all(_strings(each.string))]


def _strings(string: str | list[str] | tuple[str, ...]) -> list[str]:
    return [string] if isinstance(string, str) else list(string)


def main() -> None:
    """Write every catalogue, and say what is left to translate."""
    template = collected()
    for code in sys.argv[1:] or [folder.name for folder in sorted(LOCALES.iterdir())]:
        path = LOCALES / code / "LC_MESSAGES" / "attache.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(updated(path, template))
        count = len(left(read_po(BytesIO(path.read_bytes()), locale=code)))
        print(f"{code}: {count} of {len(template)} left to translate")


if __name__ == "__main__":
    main()
