"""What the bot says, in each of its languages: gettext catalogues, and Babel's rules."""

from __future__ import annotations

import gettext
import io
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import babel
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.search.words.keeping import file_of, made_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENGLISH = "en"
NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
}
"""The languages by their ISO 639-1 codes, each under its own name."""


class Language:
    """One language: translates what stands in the code in English, and writes numbers and dates.

    What has no translation is said in English. Values are put into a text by their names in
    braces; they stand for themselves and are not translated.
    """

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self._catalogue = catalogue
        self._locale = babel.Locale.parse(code)

    def gettext(self, message: str, /, **values: Any) -> str:
        """Return ``message`` in this language, with its values."""
        return str(self._catalogue.gettext(message)).format(**values)

    def ngettext(self, one: str, many: str, count: int, /, **values: Any) -> str:
        """Return ``one`` or ``many`` in the form that ``count`` asks for; it is a value too."""
        said = self._catalogue.ngettext(one, many, count)
        return str(said).format(count=self.number(count), **values)

    def number(self, number: float) -> str:
        """Return a number with the separators of this language."""
        return str(format_decimal(number, locale=self._locale))

    def decimal(self, number: float, places: int) -> str:
        """Return a number with so many places after the point, or comma, of this language."""
        return str(format_decimal(number, f"#,##0.{'0' * places}", locale=self._locale))

    def listed(self, items: Sequence[str], *, every: bool = True) -> str:
        """Return "a, b and c", or "a, b or c" unless ``every`` one is meant."""
        return format_list(items, "standard" if every else "or", locale=self._locale)

    def day(self, day: date) -> str:
        """Return a day: "Dec 8, 2024"."""
        return format_date(day, "medium", locale=self._locale)

    def days(self, first: date, last: date) -> str:
        """Return days from one to another: "Nov 16 – 22, 2026", or "November 2026" for all of it.

        From the first day of all on it is "until Nov 22, 2026", to the last "from Nov 16, 2026".
        Spaces are ordinary ones.
        """
        return " ".join(self._days(first, last).split())

    def _days(self, first: date, last: date) -> str:
        if first == date.min:
            return self.gettext("until {day}", day=self.day(last))
        if last == date.max:
            return self.gettext("from {day}", day=self.day(first))
        if first == last:
            return self.day(first)
        until = last + timedelta(days=1)
        if first.day == until.day == 1 and (first.year, first.month) == (last.year, last.month):
            return str(format_skeleton("yMMMM", first, locale=self._locale))
        if first.day == first.month == until.day == until.month == 1 and first.year == last.year:
            return str(first.year)
        return str(format_interval(first, last, "yMMMd", locale=self._locale))


class Languages:
    """The languages, each read when it is first spoken."""

    def __init__(self) -> None:
        self._languages = cache(_read)

    def load(self) -> None:
        """Read every language, so that nobody waits for it later."""
        for code in NAMES:
            self._languages(code)

    @property
    def english(self) -> Language:
        """Return the language of last resort."""
        return self._languages(ENGLISH)

    def of(self, locale: str | None) -> Language:
        """Return the language of a Discord locale ("es-419"), English for one not spoken.

        https://discord.com/developers/docs/reference#locales
        """
        code = (locale or ENGLISH).partition("-")[0].lower()
        return self._languages(code if code in NAMES else ENGLISH)


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Return ``message``, which is translated where it is used; here it is only collected."""
    return message


def catalogue_of(code: str) -> bytes:
    """Return the catalogue of a language as it is written; raise ``OSError``."""
    return _written(code).read_bytes()


def _written(code: str) -> Path:
    return Path(__file__).parent / "locales" / code / "LC_MESSAGES" / "attache.po"


def catalogues() -> Iterator[bytes]:
    """Yield what every language but English has to say, as it is written; raise ``OSError``."""
    return (catalogue_of(code) for code in NAMES if code != ENGLISH)


def _read(code: str) -> Language:
    if code == ENGLISH:
        return Language(code, gettext.NullTranslations())
    of = str(_written(code)), __file__, file_of("babel")
    (compiled,) = made_once(code, of, lambda: (_compiled(code),))
    return Language(code, gettext.GNUTranslations(io.BytesIO(compiled)))


def _compiled(code: str) -> bytes:
    """Return a catalogue in the form that gettext reads, which takes some fifteen milliseconds."""
    # Imported here: where what they made is kept, nobody needs them.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(catalogue_of(code)), locale=code))
    return compiled.getvalue()
