"""What is wrong in a source, and what mends it, in the language of whoever handed it in.

The readers, which know no languages, say it in English; here their sentences are recognised, and
what is not is shown as it is. Parts of them are told one by one, without their full stops.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.chat.languages.languages import ENGLISH, N_

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language
    from bot.model import Problem

_SENTENCES = (
    # Those that hold others stand first.
    N_("Record {number}: {what}"),
    N_("Entry {number}: {what}"),
    N_('The field "{field}" is missing'),
    N_('The field "{field}" must not be empty'),
    N_('The field "{field}" must be a text in quotation marks'),
    N_('The field "{field}" must be a list, such as ["one", "two"]'),
    N_('The field "{field}" has more than {most} entries'),
    N_('The field "{field}" must have at most {most} characters'),
    N_('The field "{field}" must be a date such as {example} or {other}, and not "{given}"'),
    N_('The field "{field}" must be a date that exists in UTC too'),
    N_(
        'The field "{field}" must be an address that begins with http:// or https://, and '
        "names a host"
    ),
    N_('The field "{field}" must be an address of at most {most} characters without spaces'),
    N_('The field "{field}" is unknown'),
    N_('A record must be an object, such as {{"text": "…"}}'),
    N_("The text has {count} characters; at most {most} are allowed"),
    N_('The id "{key}" stands for something else at {place}'),
    N_("and more is wrong"),
    N_("the rest was not read"),
    N_("This is not JSON: {reason}"),
    N_("Here the file stops being JSON: {reason}"),
    N_("{reason} (character {number})"),
    N_("{reason} on line {number}"),
    N_(
        "a quotation mark is opened and never closed, or a tab, or another character that is "
        "not seen, stands in a text; take it out"
    ),
    N_("a quotation mark is opened and never closed"),
    N_('the name of a field needs quotation marks, as in "text"'),
    N_("a tab, or another character that is not seen, stands in a text; take it out"),
    N_("a backslash that is meant as one must be doubled"),
    N_("a text in quotation marks, a list or an object is missing"),
    N_("it ends before it is whole"),
    N_("a comma or }} is missing"),
    N_("a comma or ] is missing"),
    N_("a comma is missing"),
    N_("a colon is missing"),
    N_("nothing stands after a comma"),
    N_("something stands after its end"),
    N_("a number is not written as one"),
    N_("lists and objects stand too deep in each other"),
    N_("Lists and objects stand too deep in each other here"),
    N_("It holds no list"),
    N_("Something stands after the end of the list"),
    N_("A comma is missing before this"),
    N_("Nothing stands after this comma"),
    N_("The list is not closed"),
    N_("Record {number} is longer than {most} characters"),
    N_("The line is longer than {most} bytes"),
    N_("Byte {number} of the line is not {encoding}"),
    N_("Byte {number} of the file is not {encoding}"),
    N_("Byte {number} of the line is a NUL, which is in no text"),
    N_("Byte {number} of the file is a NUL, which is in no text"),
    N_("Byte 1 of the file begins UTF-32"),
    N_("The file is {kind}, whatever its name says"),
    N_("a ZIP archive or an office document"),
    N_("a PDF document"),
    N_("an office document"),
    N_("a database"),
    N_("a {name} archive"),
    N_("an {name} archive"),
    N_('The first line has no column "text"'),
    N_("Column {number} has no name"),
    N_("A column stands there twice"),
    N_('The column "{name}" is unknown'),
    N_("The row has {count} cells, the header {header}"),
    N_("The row has 1 cell, the header {header}"),
    N_("The row is longer than {most} characters"),
    N_("A quotation mark is opened here and never closed"),
    N_("A cell is too long"),
    N_("a quotation mark may be left open"),
    N_("Something stands here after the quotation mark that ends a cell"),
    N_('The front matter has a "text"'),
    N_("The front matter is longer than {most} characters"),
    N_('The front matter that begins with "{name}:" is not closed by a line of ---'),
    N_("The front matter cannot be read ({reason})"),
    N_("It has more than {most} characters of Markdown"),
    N_("Entry {number} has more than {most} characters of HTML"),
    N_("This is no XML ({reason})"),
    N_("It declares a document type or entities, which no feed needs and none may"),
    N_("The file is XML, but no feed"),
    N_("The file holds no briefing"),
    N_("The folder holds no file with briefings ({formats})"),
    N_("A file without an ending is no format that can be read"),
    N_("{ending} is no format that can be read"),
    N_("{data} does not exist"),
    N_("The file has {count} bytes; at most {most} are allowed"),
    N_("It is a link that leads nowhere"),
    N_("It is a device or a pipe, and no file"),
    N_("It cannot be read ({reason})"),
    N_("It was not read: {reason}"),
    N_("There are more than {most} briefings"),
    N_("There are more than {most} problems"),
    N_("Correct the record, or take it out"),
    N_("Delete it, or name it one of {names}"),
    N_("Give each briefing an id of its own"),
    N_("Shorten it, or raise max_characters in the settings"),
    N_("Take some out, or raise max_briefings in the settings"),
    N_("Split it, give it as JSON Lines, or raise max_file_bytes in the settings"),
    N_('Write the briefings as a list of objects: [{{"text": "…"}}, …]'),
    N_("Put one briefing on a line"),
    N_("Save the file as UTF-8"),
    N_("Save the file as plain text in UTF-8, or in UTF-16 with its mark"),
    N_("Unpack it, or save what it holds as text"),
    N_("Name the columns on the first line; they may be {names}"),
    N_("Give each row as many cells as the header has; put cells with commas or breaks in quotes"),
    N_('End each cell that begins with a quotation mark with one, and double those inside it: ""'),
    N_("Write the text below it"),
    N_("Correct the file"),
    N_("Take the declaration out"),
    N_("Give it as RSS or Atom, or as CSV"),
    N_("Fill it, or take it out"),
    N_("Make it one of {formats}, or take it out"),
    N_("Mend or remove it"),
    N_("Take it out"),
    N_("Put one there"),
    N_("Create it, or point ATTACHE_DATA at the briefings"),
    N_("Give the bot access to it, or take it out"),
    N_("Try again"),
    N_("Mend these first"),
    N_("Correct the front matter, or take it out"),
    N_("{number} of {count} are listed"),
)
_IN_A_FORM = N_("the briefing")
_DIGITS = frozenset({"number", "count", "most", "header"})
_UNQUOTED = frozenset({"field", "name"})
_HELD = frozenset({"what", "reason", "kind"})
"""Values that are sentences of ours themselves."""


def problem_text(problem: Problem, lang: Language) -> tuple[str, str]:
    """Return where something is wrong, and what is, with what mends it."""
    where = str(problem.origin)
    told = (sentence(each, lang) for each in (problem.what, problem.remedy) if each)
    return lang.gettext(where) if where == _IN_A_FORM else where, " ".join(told)


def sentence(said: str, lang: Language) -> str:
    """Return a sentence of the readers in another language, or as it is."""
    if lang.code == ENGLISH:
        return said
    told = _told(said.removesuffix("."), lang)
    return f"{told}." if told else said


def _told(said: str, lang: Language) -> str | None:
    """Return what is said in another language, None where it is not recognised."""
    for known, pattern in _patterns():
        if found := pattern.fullmatch(said):
            values = found.groupdict()
            return lang.gettext(
                known, **{name: _value(name, value, lang) for name, value in values.items()}
            )
    parts = said.split("; ")
    if len(parts) == 1:
        return None
    told = [_told(part, lang) for part in parts]
    return "; ".join(each or part for each, part in zip(told, parts, strict=True))


def _value(name: str, value: str, lang: Language) -> str:
    if name in _HELD:
        return _told(value, lang) or value
    return lang.number(int(value.replace(",", ""))) if name in _DIGITS else value


def _pattern(known: str) -> re.Pattern[str]:
    """Return what matches a sentence with whatever values stand at its places."""
    parts = re.split(r"\{(\w+)\}", known)
    pattern = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            pattern += re.escape(part.replace("{{", "{").replace("}}", "}"))
        elif part in _DIGITS:
            pattern += rf"(?P<{part}>[\d,]+)"
        else:
            value = '[^"]+' if part in _UNQUOTED else ".+?"
            pattern += f"(?P<{part}>{value})"
    return re.compile(pattern, re.DOTALL)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each sentence with its pattern; to make these takes long, and few runs need them."""
    return tuple((known, _pattern(known)) for known in _SENTENCES)
