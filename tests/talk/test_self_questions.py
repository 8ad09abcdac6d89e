"""Questions about the bot are told from those that the briefings are asked."""

from __future__ import annotations

import pytest

from bot.talk.self_questions import asks_about_bot


@pytest.mark.parametrize(
    "text",
    [
        "what can you do?", "How does this work?", "who are you", "ok so what can you do please",
        "what cna you do?", "What's your name?", "Hi! How do I use this bot?", "help me",
        "was kannst du eigentlich alles?", "Wie funktioniert das?", "wer bist du",
        "que peux-tu faire ?", "Comment ca marche", "qui es-tu ?", "Qu’est-ce que tu sais faire ?",
        "¿Qué puedes hacer?", "quien eres", "como funciona esto", "Что ты умеешь?",
        "как это работает", "Кто ты?", "can I ask you something?", "May I ask a question",
        "hi, I have a question", "Quick question!", "I would like to ask something",
        "i've got a question for you", "Darf ich dich etwas fragen?", "Ich hab mal eine Frage",
        "Puis-je vous poser une question ?",
        "j'ai une question", "¿Puedo hacerte una pregunta?", "tengo una pregunta", "Можно вопрос?",
        "у меня есть вопрос", "can i ask somthing",
        "how many briefings are there?", "How many briefings do you have", "what are your sources?",
        "where do you get your data?", "where do your briefings come from", "Wie viele Meldungen "
        "gibt es?", "combien de dépêches y a-t-il ?", "¿Cuántos informes hay?", "сколько сводок",
        "Was sind deine Quellen?", "откуда у тебя информация?",
    ],
)  # fmt: skip
def test_who_asks_what_the_bot_is_or_does_asks_about_it(text: str) -> None:
    assert asks_about_bot(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "🦆", "who are they?", "what can he do?", "what can NATO do?", "how does NATO work?",
        "how did this work?", "what do you know about Malta?", "what can you tell me about Assad",
        "are you Israel", "what did they do", "wer sind die", "was kann die OSZE",
        "qué puede hacer la OTAN", "что умеет НАТО", "who is he", "please", "help Ukraine",
        "what can you do " * 300, "can I ask you something about the ferries",
        "I have a question about Karlsheim", "a question of trust", "who asked a question",
        "the question", "he has a question",
        "a quick strike", "can I ask Norway", "Ich habe eine Frage zu Karlsheim",
        "j'ai une question sur le blé", "вопрос о зерне",
        "how many briefings mention Malta?", "how many buildings are there?",
        "what are the sources",
        "where does the gas come from?", "how many articles are there?", "сколько сводок о Сирии",
    ],
)  # fmt: skip
def test_who_asks_of_anything_else_does_not(text: str) -> None:
    assert not asks_about_bot(text)
