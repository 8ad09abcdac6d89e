"""What is none of a message's words is left out of a question, and the rest stays as it is."""

from __future__ import annotations

import pytest

from bot.talk.marks import without_marks, without_references


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("grain https://example.org/a?b=malta imports", "grain   imports"),
        ("grain <https://example.org>", "grain"),
        ("<:duck:1234567890123> grain", "grain"),
        ("<@!123> <@&45> <#67> grain <t:1700000000:R>", "grain"),
        ("</latest:1234> of grain", "of grain"),
        ("```py\ngrain\n```", "``` grain\n```"),
        ("`grain` **imports** #5 <3 a:b:c 10:30", "`grain` **imports** #5 <3 a:b:c 10:30"),
        ("https://example.org", "https://example.org"),
        ("<:duck:1234567890123>", "<:duck:1234567890123>"),
        ("", ""),
    ],
)
def test_only_the_words_are_left(text: str, said: str) -> None:
    assert without_marks(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thanks <@123>", "thanks"),
        ("<@!123> <@&45> #5", "#5"),
        ("what is said in <#67>?", "what is said in  ?"),
        ("</latest:1234>", "/latest"),
        ("</admin status:1234>now", "/admin status now"),
        ("<@123>", ""),
        (
            " <:duck:1234567890123>  https://example.org <3 ",
            " <:duck:1234567890123>  https://example.org <3 ",
        ),
    ],
)
def test_whom_somebody_mentions_is_none_of_what_they_say(text: str, said: str) -> None:
    assert without_references(text) == said
