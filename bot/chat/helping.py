"""What ``/help`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.chat.languages import Language


def help_text(briefings: int, edition: int, lang: Language) -> str:
    """Return how to ask and what else there is, as Markdown."""
    count = lang.ngettext("{count} briefing", "{count} briefings", briefings)
    known = lang.gettext("edition {edition}", edition=edition)
    only = lang.gettext("Only what they say is used; nothing is made up.")
    return "\n".join([*_for_all(lang), *_for_some(lang), f"-# {count}, {known}. {only}"])


def _for_all(lang: Language) -> list[str]:
    said = lang.gettext
    return [
        f"### {said('How to ask')}",
        said(
            "**/ask** a question, send me a direct message or mention me. Where I answered a "
            "message, reply to my answer to ask more. Use your own words; misspelt names are fine. "
            "A message of somebody can be the question, too: choose *Apps*, *Ask the briefings* in "
            "the menu of that message. I answer with the briefings that cover it, the sentence "
            "that matters in **bold**, and where each comes from. When none covers it, I say so. "
            "A number alone, as *#5*, opens that briefing."
        ),
        said(
            "With *private*, only you see the answer, and can share it. 👍 and 👎 under an answer "
            "tell whether it helped."
        ),
        f"### {said('Looking around')}",
        said(
            "**/topics** shows what the briefings are about, **/latest** the newest, **/timeline** "
            "a topic in order of date, **/briefing** opens one, **/related** what is like it, "
            "**/random** any. The buttons under an answer lead on to related topics."
        ),
        f"### {said('Staying up to date')}",
        said(
            "**/follow** a topic, and I tell you when something new comes in; **/following** lists "
            "what you follow. **/privacy** shows what I keep of you, and deletes it."
        ),
    ]


def _for_some(lang: Language) -> list[str]:
    said = lang.gettext
    return [
        f"### {said('For moderators')}",
        said(
            "**/settings** says where and how I answer on your server. **/follow** can tell a "
            "channel, too."
        ),
        f"### {said('For whoever runs me')}",
        said(
            "**/admin** looks after the briefings: it reads them again, takes files and single "
            "ones in and out, goes back to an earlier edition, and shows what people ask in vain."
        ),
    ]
