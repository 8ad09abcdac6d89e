"""How words are written in chats: "wat", "abt", "gimme", "pleeease"; and interjections.

Counts of English have these as words, and many are further from what they stand for than a slip
is, so that neither tells them from names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.search.words.english import Frequencies

# What is meant stands before the colon, nothing for what only tells how somebody feels. What may
# well be a part of a name is left out: "tel", "den".
_WRITTEN = """
    what: wat wut wot whut wht; what's: wats wuts; the: teh da tha; that: dat tht; this: dis;
    about: abt bout; give me: gimme gimmie; let me: lemme; where: wer whr; when: wen whn; why: y;
    how: hw; who: hoo; are: r; you: u ya; your: ur; you are: youre; with: wit wid; have: hav hv;
    though: tho; through: thru; because: cuz coz cos bcoz bcz bc; should: shud shld;
    would: wud wld; could: cud cld; can: cn; will: wil; want to: wanna; going to: gonna;
    got to: gotta; trying to: tryna; know: kno; do not know: dunno; they: dey; there: ther;
    from: frm; than: thn; something: smth sth; anything: anythin; nothing: nothin; out of: outta;
    kind of: kinda; sort of: sorta; please: plz plss plox; thanks: thx thnx tnx; is not: aint;
    said: sed; and: n nd vs; is: iz; was: wuz; just: jus; does: duz; really: rly; someone: sum1;
    everyone: every1; number: nr; until: till til; them: em; think: thnk thk; anyone: any1;
    why did: whyd; up to: upto; as well: aswell; a lot: alot; at least: atleast; in front: infront;
    even though: eventhough; instead of: insteadof; each other: eachother; people: ppl;
    years: yrs; year: yr; government: govt; president: pres prez;
    : lol lmao lmfao rofl haha hahaha hehe omg omfg wow whoa bruh tbh ngl btw imo imho idk smh fyi
    ikr nah yeah yea yep yup nope hmm umm uhh ugh jk xd
"""
_MEANT = {
    short: meant.strip()
    for meant, _, written in (entry.partition(":") for entry in _WRITTEN.split(";"))
    for short in written.split()
}
# No letter of "U.S." is a word: "u" is "you".
_WORD = re.compile(r"(?<![\w'’.-])[a-z]+\d?(?![\w'’-]|\.[a-z]\b)", re.IGNORECASE)
_LENGTHENED = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)


def spelt_out(question: str, is_known: Callable[[str], bool], english: Frequencies) -> str:
    """Return ``question`` with what is written as in chats spelt out.

    What the briefings have, by ``is_known`` of the word in small letters, stays, and so do names:
    what is capitalised after the first word, unless everything is in capitals. Of a word with a
    letter three times on end, "cooool", the commoner of the two shorter forms counts.
    """
    # Most questions have nothing of it, and cost no more than this.
    asked = map(str.lower, _WORD.findall(question))
    if _MEANT.keys().isdisjoint(asked) and not _LENGTHENED.search(question):
        return question
    shouted = question.isupper()

    def meant(match: re.Match[str]) -> str:
        written = match[0]
        word = spelt = written.lower()
        if _LENGTHENED.search(word) and len(set(word)) > 1:
            shorter = (_LENGTHENED.sub(fewer, word) for fewer in (r"\1", r"\1\1"))
            spelt = max(shorter, key=english.zipf)
            # No word but a numeral ends so: "WWIII" is not the war before.
            spelt = word if spelt.endswith("ii") else spelt
        spelt = _MEANT.get(spelt, spelt)
        if spelt == word or is_known(word):
            return written
        opens = not question[: match.start()].strip()
        is_name = not shouted and written not in {word, word.capitalize() if opens else word}
        return written if is_name else spelt

    return _WORD.sub(meant, question)
