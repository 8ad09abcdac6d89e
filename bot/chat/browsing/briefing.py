"""One briefing, whole; or why it is not in service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import ui

from bot.chat.messages.buttons import RelatedButton
from bot.chat.messages.citing import meta, title_of
from bot.chat.messages.escaping import ELLIPSIS, plain, plain_cut, quoted
from bot.chat.messages.message import INFORMATION, Message
from bot.model import Why

if TYPE_CHECKING:
    from bot.chat.languages.languages import Language
    from bot.model import Briefing, NotInService

_WHOLE_ROOM = 3_300


def briefing_message(briefing: Briefing, lang: Language) -> tuple[Message, str | None]:
    """Return one briefing whole; where it does not fit, its text to attach as a file too."""
    shown = quoted(briefing.text, _WHOLE_ROOM)
    parts: list[ui.Item[Any]] = []
    if title := title_of(briefing, 250):
        parts.append(ui.TextDisplay(f"### {title}"))
    parts.append(ui.TextDisplay(shown))
    source = meta(briefing, lang, with_title=False, with_origin=True)
    parts.append(ui.TextDisplay(f"-# {source}"))
    related: RelatedButton = RelatedButton(briefing.number, lang.gettext("Related"))
    parts.append(ui.ActionRow(related))
    attached = shown != (plain(briefing.text) or ELLIPSIS)
    if attached:
        parts.append(ui.File(f"attachment://{attachment_name(briefing.number)}"))
    return Message(INFORMATION, parts), briefing.text if attached else None


def unattached(message: Message, lang: Language) -> Message:
    """Return what is said with a file, for where none may be attached: how to get it there."""
    said = lang.gettext(
        "I may not attach files here, so that the end is missing: **/briefing** has all of it."
    )
    (box,) = message.children
    assert isinstance(box, ui.Container)
    parts = [part for part in box.children if not isinstance(part, ui.File)]
    return Message(INFORMATION, [*parts, ui.TextDisplay(f"-# {said}")])


def attachment_name(number: int) -> str:
    """Return the name of the file that holds a briefing too long for a message."""
    return f"briefing-{number}.txt"


def missing_line(missing: NotInService, lang: Language, *, with_text: bool = False) -> str:
    """Return why a briefing is not in service, and, where wanted and kept, what it said."""
    number, is_long_ago = missing.number, missing.last_edition is None
    if missing.why is Why.COMING:
        return lang.gettext(
            "Briefing #{number} is only just coming in; ask again in a moment.", number=number
        )
    if missing.why is Why.WITHDRAWN:
        line = lang.gettext("Briefing #{number} was withdrawn.", number=number)
        if is_long_ago:
            line = lang.gettext("Briefing #{number} was withdrawn a long time ago.", number=number)
    else:
        line = lang.gettext("Briefing #{number} is no longer among the briefings.", number=number)
        if is_long_ago:
            line = lang.gettext("Briefing #{number} was removed a long time ago.", number=number)
    if with_text and missing.text:
        line += f" {lang.gettext('It said:')}\n\n{plain_cut(missing.text, _WHOLE_ROOM)}"
    return line
