"""Telling who wants to read one briefing by its number: "#5", "show me briefing 5"."""

from __future__ import annotations

import re

_MOST_DIGITS = 9
# In English, German, French, Spanish and Russian; nothing else may stand there, so that
# "10-point plan" and "briefing 5 on Syria" stay questions.
_WANTED = re.compile(
    r"(?:(?:please|pls|can you|could you|show|give|open|read|see|get|display|me|the|bitte|zeige?"
    r"|lies|öffne|mir|das|montre|montrez|affiche|ouvre|lis|moi|le|la|muestra|muéstrame|abre|lee"
    r"|el|покажи|открой|прочти|мне)[\s-]+)*"
    r"(?:#|(?:briefings?|brief|number|num\.?|no\.?|nr\.?|nummer|numéro|numero|número|n\.?[°º]\.?|№"
    r"|номер|meldung|informe|dépêche|depeche|брифинг|сводка|сводку)\s*(?:number|no\.?|nr\.?|nummer|numéro|numero|número|n\.?[°º]\.?"
    r"|№|номер)?\s*#?)"
    rf"\s*(?P<number>\d{{1,{_MOST_DIGITS}}})"
    r"(?:[\s,]+(?:please|pls|bitte|svp|por favor|пожалуйста))?\s*[.?!]*",
    re.IGNORECASE,
)


def number_wanted(text: str) -> int | None:
    """Return the number of the briefing that is asked for by it, None where something else is."""
    found = _WANTED.fullmatch(text.strip())
    return int(found["number"]) if found else None
