"""Telling who wants to read briefings by their numbers: "#5", "show me briefing 5", "#5 and #7"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from bot.search.words.text import OTHER_CASES
from bot.talk.marks import EMOJI

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_DIGITS = 9
_LONGEST = 200
"""Characters of a message that may ask for nothing but briefings."""
# From one to twenty in English, German, French, Spanish and Russian.
_SPELT = (
    "one eins un uno один",
    "two zwei deux dos два",
    "three drei trois tres три",
    "four vier quatre cuatro четыре",
    "five fünf cinq cinco пять",
    "six sechs seis шесть",
    "seven sieben sept siete семь",
    "eight acht huit ocho восемь",
    "nine neun neuf nueve девять",
    "ten zehn dix diez десять",
    "eleven elf onze once одиннадцать",
    "twelve zwölf douze doce двенадцать",
    "thirteen dreizehn treize trece тринадцать",
    "fourteen vierzehn quatorze catorce четырнадцать",
    "fifteen fünfzehn quinze quince пятнадцать",
    "sixteen sechzehn seize dieciséis шестнадцать",
    "seventeen siebzehn dix-sept diecisiete семнадцать",
    "eighteen achtzehn dix-huit dieciocho восемнадцать",
    "nineteen neunzehn dix-neuf diecinueve девятнадцать",
    "twenty zwanzig vingt veinte двадцать",
)
_VALUES = {word: value for value, words in enumerate(_SPELT, start=1) for word in words.split()}
# In English, German, French, Spanish and Russian; nothing else may stand there, so that
# "10-point plan" and "briefing 5 on Syria" stay questions.
_BEFORE = frozenset(
    "please pls can could you show give open read see get display tell explain summarise"
    " summarize what what's what’s whats is was do does about in me us the full text contents"
    " summary gist of on more a bitte zeig zeige lies öffne erzähl erzähle steht worum geht"
    " es über von mir das zusammenfassung inhalt montre montrez affiche ouvre lis parle de quoi"
    " que dit moi le la résumé contenu du muestra muéstrame abre lee háblame qué dice el sobre del"
    " resumen contenido compare comparing difference differences between source date where when who"
    " wrote vergleich vergleiche unterschied zwischen quelle datum ist der die wer wann woher"
    " comparer comparez différence entre est date d'où compara comparar diferencia fuente fecha"
    " dónde cuándo сравни разница между источник дата покажи открой прочти расскажи что"
    " в о про мне".split()
)
_NAMED = frozenset(
    "briefing briefings brief briefs number numbers nummer nummern numéro numéros numero numeros"
    " número números номер номера meldung informe dépêche depeche брифинг сводка сводку".split()
)
_SHORT = frozenset("no nos nr num n №".split())
_JOINING = frozenset(", ; & + and und et y и with mit avec con".split())
_AFTER = frozenset(
    "about say says from published written please pls bitte svp por favor пожалуйста parle"
    " ,".split()
)
# "#1 to 3", "#1-#3"; but "no. 5-10" is a score or part of an address.
_THROUGH = frozenset("to through thru bis à a hasta до".split())
_DASHES = frozenset("-–—")
_MOST_IN_ROW = 10
_END = "\n"
_MARKS = frozenset([*".?!…", _END])
_SEAT = re.compile(r"\b(?:no\b\.?|number)\s*(?:\d|[a-z])", re.IGNORECASE)
_BRIEFING = re.compile(r"#|\bbrief", re.IGNORECASE)
# What only adorns a number, as Markdown does, or thanks for it.
_PICTURES = regex.compile(r"[\p{Extended_Pictographic}\p{EMod}\p{RI}\u200d\ufe0f]++", regex.V1)
_AROUND = "*_~|`\"'“”„«»()[] \t\n"
# Each character belongs to one token, so that no text is read a second time.
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")


def is_bare(text: str) -> bool:
    """Tell whether a text is a number and nothing else, so that it depends on what there is."""
    return _unadorned(text).rstrip(".?!…").isdecimal()


def number_of(text: str) -> int | None:
    """Return the number that a text is, with "#" or without, else None; none is of 10 digits."""
    text = text.strip().removeprefix("#").strip()
    return int(text) if _is_number(text) else None


def numbers_wanted(text: str, highest: int = 0) -> tuple[int, ...]:
    """Return the numbers of the briefings that are asked for, none where something else is.

    A number that stands for itself asks for a briefing up to the ``highest``: "2024" is a year.
    """
    if len(text) > _LONGEST:
        return ()
    lowered = _unadorned(text).translate(OTHER_CASES).lower().replace("º", "°")
    tokens = [*_TOKEN.findall(lowered), _END]
    if is_bare(text) and _is_number(tokens[0]):
        number = int(tokens[0])
        return (number,) if 0 < number <= highest else ()
    found: list[int] = []
    place = _past_beginning(tokens)
    while one := _one(tokens, place, is_further=bool(found)):
        first, place = one
        last, place = _through(tokens, place, first)
        found.extend(range(first, last + 1))
    while tokens[place] in _AFTER:
        place += 1
    return tuple(dict.fromkeys(found)) if found and set(tokens[place:]) <= _MARKS else ()


def as_written(text: str, numbers: Sequence[int]) -> re.Pattern[str] | None:
    """Return how briefings write what may be a name with the number that is asked for: "No 10".

    None where nothing but a briefing can be meant.
    """
    if len(numbers) > 1 or not _SEAT.search(text) or _BRIEFING.search(text):
        return None
    (number,) = numbers
    spelt = _SPELT[number - 1].split()[0] if 0 < number <= len(_SPELT) else str(number)
    return re.compile(rf"\b(?:No\.?|Number) ?(?:{number}|{spelt}|{spelt.title()})\b")


def _unadorned(text: str) -> str:
    """Return a text without emoji, and without marks around it: "**#5** 🙏"."""
    return _PICTURES.sub(" ", EMOJI.sub(" ", text)).strip(_AROUND)


def _past_beginning(tokens: Sequence[str]) -> int:
    """Return the place after what may come before a number."""
    start = next(place for place, each in enumerate(tokens) if each != "¿")
    place = start
    while tokens[place] in _BEFORE or (tokens[place] == "-" and place > start):
        place += 1
    return place


def _one(tokens: Sequence[str], place: int, *, is_further: bool) -> tuple[int, int] | None:
    """Return the number that is named at a place, and the place after it; None where none is.

    A further one needs nothing before it but what joins it: "#5 and 6".
    """
    while is_further and tokens[place] in _JOINING:
        place += 1
    after = _past_name(tokens, place)
    if tokens[place] in _NAMED and (spelt := _spelt(tokens, after)):
        return spelt
    if after > place:
        after = _past_name(tokens, after)
    after += tokens[after] == "#"
    if not _is_number(tokens[after]) or (after == place and not is_further):
        return None
    return int(tokens[after]), after + 1


def _through(tokens: Sequence[str], place: int, first: int) -> tuple[int, int]:
    """Return the last number of a row that goes on from the ``first``, and the place after it.

    That is the ``first`` itself where none goes on, or by too many.
    """
    has_sign = tokens[place + 1 : place + 2] == ["#"]
    if tokens[place] in _THROUGH or (has_sign and tokens[place] in _DASHES):
        after = place + 1 + has_sign
        if _is_number(tokens[after]) and first < int(tokens[after]) < first + _MOST_IN_ROW:
            return int(tokens[after]), after + 1
    return first, place


def _past_name(tokens: Sequence[str], place: int) -> int:
    """Return the place after a word for a number, such as "briefing" or "no."; else the place."""
    if tokens[place] in _NAMED:
        return place + 1
    if tokens[place] not in _SHORT:
        return place
    after = place + 1
    after += tokens[after] == "."
    is_degree = tokens[after] == "°"
    if tokens[place] == "n" and not is_degree:  # "N5" is a name
        return place
    after += is_degree
    return after + (tokens[after] == ".")


def _spelt(tokens: Sequence[str], place: int) -> tuple[int, int] | None:
    """Return the number that is spelt out at a place, and the place after it, else None.

    Only after a whole word for it: "no one" and "show me one" ask for none.
    """
    for after in (place + 3, place + 1):  # "dix-sept" is in three pieces
        if value := _VALUES.get("".join(tokens[place:after])):
            return value, after
    return None


def _is_number(token: str) -> bool:
    return token.isdecimal() and len(token) <= _MOST_DIGITS
