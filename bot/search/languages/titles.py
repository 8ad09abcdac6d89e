"""Names and sayings of other languages that English has as they are, and that stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLES = """
    a la carte; agence france presse; al fresco; ancien regime; art nouveau; banco santander;
    bayern munchen; belle epoque; bete noire; bon voyage; carte blanche; casa de papel; cinco de
    mayo; cirque du soleil; costa brava; costa del sol; cote d azur; coup de grace; credit
    agricole; credit mutuel; creme de la creme; das boot; das kapital; deja vu; der spiegel;
    deutsche bahn; deutsche bank; deutsche borse; deutsche telekom; deutsche welle; dia de los
    muertos; die linke; el clasico; el dorado; el nino; el pais; el paso; enfant terrible; fait
    accompli; femme fatale; frankfurter allgemeine zeitung; gilets jaunes; grand prix; guardia
    civil; haute couture; ile de france; joie de vivre; la nina; le figaro; les bleus; les
    miserables; mano a mano; mar a lago; mardi gras; medecins sans frontieres; mein kampf; mont
    blanc; nord stream; notre dame; nouvelle vague; pain au chocolat; palme d or; paris match;
    petite bourgeoisie; pinot noir; prix goncourt; raison d etat; raison d etre; real madrid;
    real sociedad; reporters sans frontieres; sagrada familia; sierra nevada; societe generale;
    sturm und drang; suddeutsche zeitung; tierra del fuego; tour de force; tour de france;
    wiener schnitzel
"""
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in (tuple(title.split()) for title in _TITLES.split(";")):
    _BY_FIRST.setdefault(_words[0], []).append(_words)


def titled(words: Sequence[str]) -> frozenset[int]:
    """Return the places among folded ``words`` where such a name stands: "Cirque du Soleil"."""
    return frozenset(
        place
        for start, word in enumerate(words)
        for title in _BY_FIRST.get(word, ())
        if tuple(words[start : start + len(title)]) == title
        for place in range(start, start + len(title))
    )
