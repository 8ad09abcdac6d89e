"""Telling who wants to read briefings by their numbers: "#5", "show me briefing 5", "#5 and #7"."""

from __future__ import annotations

import re

from bot.search.text import OTHER_CASES

_MOST_DIGITS = 9
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
_BEFORE = (
    r"(?:(?:please|pls|can you|could you|show|give|open|read|see|get|display|tell|explain"
    r"|summari[sz]e|what(?:['’]?s| is| was)?|what do(?:es)?|about|in|me|us|the|bitte|zeige?|lies"
    r"|öffne|erzähle?|was|steht|worum|geht|es|in|über|von|mir|das|montre|montrez|affiche|ouvre|lis"
    r"|parle|de quoi|que|dit|moi|le|la|de|muestra|muéstrame|abre|lee|háblame|qué|dice|el|sobre"
    r"|покажи|открой|прочти|расскажи|что|в|о|про|мне)[\s-]+)*"
)
_NAMED = (
    r"(?:briefings?|briefs?|numbers?|nummern?|numéros?|numeros?|números?|номера?|meldung|informe"
    r"|dépêche|depeche|брифинг|сводка|сводку)"
)
_SHORT = r"(?:num\.?|nos?\.?|nr\.?|n\.?[°º]\.?|№)"
_DIGITS = rf"\d{{1,{_MOST_DIGITS}}}"
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
# A number spelt out only after a whole word: "no one" and "show me one" ask for none.
_ONE = (
    rf"(?:#\s*{_DIGITS}|(?:{_NAMED}|{_SHORT})\s*(?:number|nummer|numéro|numero|número|номер"
    rf"|{_SHORT})?\s*#?\s*{_DIGITS}|{_NAMED}\s+(?:{_WORD}))"
)
_FURTHER = rf"(?:\s*(?:,|;|&|\+|and|und|et|y|и)\s*|\s+)(?:{_ONE}|{_DIGITS})"
_AFTER = r"(?:[\s,]+(?:about|say|says|please|pls|bitte|svp|por favor|пожалуйста|parle))*\s*[.?!]*"
_WANTED = re.compile(
    rf"[¿\s]*{_BEFORE}(?P<numbers>{_ONE}(?:{_FURTHER})*){_AFTER}|(?P<bare>{_DIGITS})[.?!]*",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{_DIGITS}|\b(?:{_WORD})\b", re.IGNORECASE)


def is_bare(text: str) -> bool:
    """Tell whether a text is a number and nothing else, so that it depends on what there is."""
    return text.strip().rstrip(".?!").isdecimal()


def numbers_wanted(text: str, highest: int = 0) -> tuple[int, ...]:
    """Return the numbers of the briefings that are asked for, none where something else is.

    A number that stands for itself asks for a briefing up to the ``highest``: "2024" is a year.
    """
    found = _WANTED.fullmatch(text.strip().translate(OTHER_CASES))
    if found is None:
        return ()
    if found["bare"]:
        number = int(found["bare"])
        return (number,) if 0 < number <= highest else ()
    written = (each[0].lower() for each in _EACH.finditer(found["numbers"]))
    return tuple(dict.fromkeys(_VALUES.get(each) or int(each) for each in written))
