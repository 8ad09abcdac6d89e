"""Text from data and people, made safe to stand in a message, and cut where it may be cut."""

from __future__ import annotations

import re

import regex

# Discord takes a backslash before any of its marks as "not meant": emphasis, code, spoilers,
# links, quotes, mentions of all kinds, timestamps and custom emoji (which begin with "<").
_MARKS = re.compile(r"([\\*_~`|<>\[\]()@])")
_LINK = re.compile(r"(?<=[A-Za-z]):(?=//)")
# Of addresses that invite Discord makes links, and shows what they lead to, without a scheme too.
_INVITE = re.compile(r"\.(?=gg/|com/invite/)", re.IGNORECASE)
# And of these it makes emoji.
_SHORTCODE = re.compile(
    r":(?=(?:(?![a-z])[+\-\w])*+[a-z][+\-\w]*+:|[+\-]1:|100:|1234:)", re.IGNORECASE
)
# And of these, at the start, it makes headings and lists.
_START = re.compile(r"^(?:[#+\-]|\d+(?=[.)]))")
_ORDINARY = re.compile(r"[^\W\d_][^\W_]*+(?: [^\W_]++)*+")
# Of Latin, Greek and Cyrillic letters, and of the usual marks, none is unseen or stacks.
_USUAL = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*+"
)
_GRAPHEMES = regex.compile(r"\X")
# What nobody sees goes: controls, what is ignorable by default (https://unicode.org/reports/tr44/),
# and the empty Braille cell. White space stays, which is folded; so do the two that join letters,
# where the script before them needs joining, and those that choose how an emoji looks.
_UNSEEN = regex.compile(
    r"[[\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]--[\u200c\u200d\ufe0e\ufe0f\s]]+", regex.VERSION1
)
_JOINERS = "\u200c\u200d"
_IDLE_JOINERS = regex.compile(
    rf"(?:(?<=[\p{{Latin}}\p{{Greek}}\p{{Cyrillic}}\p{{N}}\p{{P}}\p{{Z}}])|^)[{_JOINERS}]+"
)
# No script stacks more marks on a letter; more would reach into the lines above and below.
_STACKED = regex.compile(r"(\p{M}{4})\p{M}+")
ELLIPSIS = "…"


def plain(text: str) -> str:
    """Return ``text`` so that Discord shows it as it is, on one line.

    No mark of it takes effect, nothing in it becomes a link, and characters that turn the
    direction of writing or have no width are gone.
    """
    seen = _seen(text)
    if _ORDINARY.fullmatch(seen):  # as nearly every name is; what follows takes longer
        return seen
    escaped = _MARKS.sub(r"\\\1", seen)
    if "/" in escaped:
        escaped = _INVITE.sub(r"\\.", _LINK.sub(r"\\:", escaped))
    if escaped.count(":") > 1:
        escaped = _SHORTCODE.sub(r"\\:", escaped)
    return _START.sub(_escape_start, escaped)


def label(text: str, room: int) -> str:
    """Return ``text`` for a button or a choice, which show no marks; never empty."""
    return cut(_seen(text), room) or ELLIPSIS


def cut(text: str, room: int) -> str:
    """Return ``text`` in at most ``room`` characters, cut between words, else between graphemes."""
    if len(text) <= room:
        return text
    if room < 1:
        return ""
    head = _whole_graphemes(text, room - len(ELLIPSIS))
    at_word = head.rsplit(" ", 1)[0] if not text[len(head) :].startswith(" ") else head
    # A single very long word is cut inside rather than left out.
    kept = at_word if len(at_word) >= len(head) // 2 else head
    return kept.rstrip(" .,;:") + ELLIPSIS


def plain_cut(text: str, room: int) -> str:
    """Return ``text`` made `plain`, in at most ``room`` characters with its escapes."""
    wanted = min(len(text), room)
    shown = plain(cut(text, wanted))
    while len(shown) > room:
        wanted = min(wanted - 1, wanted * room // len(shown))
        if wanted < 1:
            return ""
        shown = plain(cut(text, wanted))
    return shown


def whole_lines(text: str, room: int) -> str:
    """Return as many of the first lines of our own Markdown as fit, so that no mark is torn."""
    if len(text) <= room:
        return text
    head = text[: room - len(ELLIPSIS) - 1]
    kept, _, _ = head.rpartition("\n")
    return f"{kept or head}\n{ELLIPSIS}"


def quoted(text: str, room: int) -> str:
    """Return ``text`` as `plain_cut` does, but never nothing, to stand between marks of ours."""
    return plain_cut(text, room) or ELLIPSIS


def _escape_start(match: re.Match[str]) -> str:
    mark = match[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _seen(text: str) -> str:
    """Return ``text`` on one line, without characters that nobody sees."""
    is_usual = (text.isascii() and text.isprintable()) or _USUAL.fullmatch(text)
    if not is_usual:  # which is quicker to find out
        text = _STACKED.sub(r"\1", _UNSEEN.sub("", text))
        if any(joiner in text for joiner in _JOINERS):
            text = _IDLE_JOINERS.sub("", text)
    return " ".join(text.split())


def _whole_graphemes(text: str, room: int) -> str:
    """Return as many of the first graphemes as fit into ``room`` characters."""
    if text[: room + 1].isascii():  # each character is one, white space having been folded
        return text[:room]
    end = 0
    for grapheme in _GRAPHEMES.finditer(text, endpos=room + 50):
        if grapheme.end() > room:
            break
        end = grapheme.end()
    return text[:end]
