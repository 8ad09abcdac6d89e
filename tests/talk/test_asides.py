"""What is written to the bot besides questions: numbers, small talk, and commands as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.library.library import Library
from bot.model import Context
from bot.talk.asides import Aside, aside, question_in
from bot.talk.kinds import Talk

if TYPE_CHECKING:
    from bot.library.shelf import Shelf


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("/briefing 5", Aside(numbers=(5,))),
        ("/briefing #5", Aside(numbers=(5,))),
        ("/admin status", Aside(Talk.COMMAND, words="admin")),
        ("/Latest", Aside(Talk.COMMAND, words="latest")),
        ("/briefing Malta", Aside(Talk.COMMAND, words="briefing")),
        ("/topics", Aside(Talk.TOPICS)),
        ("/topics query: China", Aside(Talk.COMMAND, words="topics")),
        ("/help", Aside(Talk.HELP)),
        ("follow China", Aside(Talk.FOLLOW, words="China")),
        ("Please subscribe me to the West Bank.", Aside(Talk.FOLLOW, words="West Bank")),
        ("folge China bitte", Aside(Talk.FOLLOW, words="China bitte")),
        ("unfollow China", Aside(Talk.FOLLOWING)),
        ("please stop following China", Aside(Talk.FOLLOWING)),
        ("Unsubscribe!", Aside(Talk.FOLLOWING)),
        ("STOP", Aside(Talk.FOLLOWING)),
        ("please stop!", Aside(Talk.FOLLOWING)),
        ("stop sending me messages", Aside(Talk.FOLLOWING)),
        ("No more notifications, please.", Aside(Talk.FOLLOWING)),
        ("what do I follow?", Aside(Talk.FOLLOWING)),
        ("am I following anything?", Aside(Talk.FOLLOWING)),
        ("Abbestellen", Aside(Talk.FOLLOWING)),
        ("arrête les notifications", Aside(Talk.FOLLOWING)),
        ("¿Qué sigo?", Aside(Talk.FOLLOWING)),
        ("отписаться", Aside(Talk.FOLLOWING)),
        ("notify me about China", Aside(Talk.FOLLOW, words="China")),
        ("Tell me when there is news on the West Bank!", Aside(Talk.FOLLOW, words="West Bank")),
        (
            "let me know as soon as something new happens in Malta",
            Aside(Talk.FOLLOW, words="Malta"),
        ),
        ("keep me posted on China", Aside(Talk.FOLLOW, words="China")),
        ("what did I ask?", Aside(Talk.DATA)),
        ("follow", Aside(Talk.COMMAND, words="follow")),
        ("related", Aside(Talk.COMMAND, words="related")),
        ("Settings!", Aside(Talk.COMMAND, words="settings")),
        ("privacy", Aside(Talk.COMMAND, words="privacy")),
        ("can I add you to my server?", Aside(Talk.INVITATION)),
        ("Comment t’ajouter à mon serveur ?", Aside(Talk.INVITATION)),
        ("¿Cómo te agrego a mi servidor?", Aside(Talk.INVITATION)),
        ("как добавить тебя на сервер", Aside(Talk.INVITATION)),
        ("14", Aside(numbers=(14,))),
    ],
)
async def test_what_is_no_question_is_told(library: Library, text: str, wanted: Aside) -> None:
    assert await aside(library, text) == wanted


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        ("Can I read the full article?", True),
        ("I'd like to read the whole story", True),
        ("zeig mir den ganzen Artikel", True),
        ("montrez-moi le texte intégral", True),
        ("muéstrame el informe completo", True),
        ("покажи полный текст", True),
        ("the full story of Malta", False),
        ("open Malta", False),
    ],
)
async def test_what_was_shown_may_be_opened(library: Library, text: str, is_meant: bool) -> None:
    before = Context("Malta", (7,))
    assert (await aside(library, text, before=before) == Aside(numbers=(7,))) is is_meant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("open the second one", Aside(numbers=(5,))),
        ("the second one", None),
        ("the fifth one", Aside(Talk.BEYOND, count=3)),
    ],
)
async def test_one_of_what_was_shown_is_opened_if_it_is_there(
    library: Library, text: str, wanted: Aside | None
) -> None:
    assert await aside(library, text, before=Context("", (7, 5, 2))) == wanted
    assert await aside(library, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "/etc/passwd", "/lavrov", "/adminstatus", "follow up on Malta",
        "tell me about China", "tell me when there is news on China?", "stop the war",
        "stop the war in Ukraine", "when did the talks stop", "let me know about Poland",
        "inform me of the news from Malta", "following the summit", "settings of the talks",
        "what happened once there was news on Malta", "who wants to stop it",
        "follow China?", "who did China follow", "15",
        "follow the long road of the grain that Poland and others import from Ukraine",
    ],
)  # fmt: skip
async def test_what_may_be_a_question_is_looked_for(library: Library, text: str) -> None:
    assert await aside(library, text) is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/ask Lavrov", "Lavrov"),
        (" /ASK question: Who fled?", "Who fled?"),
        ("!ask who fled?", "who fled?"),
        ("/ask", ""),
        ("/asked", "/asked"),
        ("who may /ask Lavrov", "who may /ask Lavrov"),
    ],
)
def test_a_question_may_be_written_as_the_command(text: str, question: str) -> None:
    assert question_in(text) == question


_TOLD = (
    "No 9 said that the mayor of Ostra would stay. Aides blamed the press.\n\n"
    "The flat at Number Twelve was sold to a dentist from Velden.\n\n"
    "A ferry sank off Ostra with no 3 boats near."
)


async def test_what_briefings_call_so_is_looked_for_before_a_briefing_is_opened(
    shelf: Shelf,
) -> None:
    (shelf.data / "told.txt").write_text(_TOLD)
    library = await Library.open(shelf)
    try:
        for name in ("No 9", "What does No 9 say?", "number nine", "Number Twelve"):
            assert await aside(library, name) is None
        for numbers in ("#9", "briefing 9", "briefing nine"):
            assert await aside(library, numbers) == Aside(numbers=(9,))
        assert await aside(library, "no 3") == Aside(numbers=(3,))
        assert await aside(library, "number two") == Aside(numbers=(2,))
    finally:
        await library.close()
