"""Thanks, farewells, reactions and feedback are known however they are put together."""

from __future__ import annotations

import pytest

from bot.talk.kinds import Talk
from bot.talk.smalltalk import small_talk


@pytest.mark.parametrize(
    "text",
    [
        "thank you so much for your help", "cheers mate", "thx a lot bot", "tysm", "Thanks man!",
        "thanks, that's all for now", "that's everything thanks", "okay, got it, thanks",
        "thankssss", "thanks for the quick reply, see you tomorrow", "no thanks",
        "thank you <:heart:123456789>", "danke schön", "danke für die Info",
        "super, danke dir", "merci beaucoup pour votre aide", "c'est tout pour aujourd'hui merci",
        "gracias por la ayuda, hasta luego", "спасибо за помощь, пока",
    ],
)  # fmt: skip
def test_thanks_are_known_with_what_is_said_after_them(text: str) -> None:
    assert small_talk(text) is Talk.THANKS


@pytest.mark.parametrize(
    "text",
    [
        "that will be all", "no more questions", "I'm done", "brb", "gtg", "see you tomorrow",
        "ok byeee 👋", "have a nice day everyone", "bis später", "tschüss, bis morgen",
        "à bientôt", "bonne journée", "nos vemos", "hasta mañana", "до завтра",
    ],
)  # fmt: skip
def test_who_leaves_is_known(text: str) -> None:
    assert small_talk(text) is Talk.FAREWELL


@pytest.mark.parametrize(
    "text",
    [
        "nvm", "forget it", "ignore that", "oops wrong button", "sorry, wrong channel", "huh",
        "understood", "noted", "that was helpful", "perfect that's what i needed",
        "great, that answers it", "wow, that is really interesting", "never mind, found it",
        "vergiss es", "stimmt", "laisse tomber", "nada, olvídalo", "неважно",
    ],
)  # fmt: skip
def test_reactions_and_what_is_taken_back_are_known(text: str) -> None:
    assert small_talk(text) is Talk.NOD


@pytest.mark.parametrize(
    "text",
    [
        "wrong", "that's wrong", "that’s still wrong", "not helpful", "bad answer", "useless",
        "that's not what I asked", "no that's not it", "that doesn't answer my question",
        "you misunderstood me", "thanks, but that is not what I was looking for", "bad bot",
        "huh?", "hmm?", "I don't understand", "you suck", "fuck off", "falsch",
        "das habe ich nicht gefragt",
        "das hilft mir nicht weiter", "halt die Klappe", "c'est faux", "mauvaise réponse",
        "ce n'est pas ce que j'ai demandé", "eso está mal", "no es lo que pregunté",
        "это неправильно", "ты не ответил на мой вопрос",
    ],
)  # fmt: skip
def test_who_says_that_an_answer_was_wrong_or_calls_the_bot_names_gives_feedback(
    text: str,
) -> None:
    assert small_talk(text) is Talk.FEEDBACK


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Great, thanks! What can you do?", Talk.ABOUT_BOT),
        ("good morning, how are you, thanks again", Talk.HOW_ARE_YOU),
        ("hi, thanks and goodbye", Talk.THANKS),
        ("hello and goodbye", Talk.FAREWELL),
    ],
)
def test_of_several_things_the_one_that_wants_most_of_an_answer_counts(
    text: str, kind: Talk
) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "thanks for the info on Gaza", "what was wrong with the bridge", "wrong runway landing",
        "is that all the EU said", "useless vaccines", "thank you letter from the king",
        "see you in court case", "goodbye to coal", "Cheers finale", "canal", "GM", "deal",
        "right now", "so what", "is that all?", "thanks, who else?", "no, Malta", "i meant Malta",
        "wrong, it was Malta", "any good news", "true cost", "perfect storm", "insane asylum",
        "what does that mean", "who is wrong", "for now", "and then", "falsche Angaben",
        "UPS", "nickel", "mist", "TG", "NTM", "Prima", "MCI", "Klasse", "Top", "Vale", "Claro",
        "Nice", "fine", "pardon", "Danke Merkel", "adieu Macron", "gracias a Maduro",
        "пока Путин", "thankssss Obama",
        " ".join(["that was wrong"] * 20),
    ],
)  # fmt: skip
def test_what_names_anything_else_is_looked_for(text: str) -> None:
    assert small_talk(text) is None
