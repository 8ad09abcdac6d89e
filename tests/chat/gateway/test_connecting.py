"""A client connects again soon, and has nothing more to tell when it was closed."""

from __future__ import annotations

import discord

from bot.chat.gateway.connecting import PersistentClient, SoonAgain


class Listening(PersistentClient):
    """Takes down what it is told of."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none())
        self.told = 0

    async def on_ready(self) -> None:
        self.told += 1


async def test_what_comes_about_after_a_client_was_closed_is_let_go() -> None:
    client = Listening()
    await client.close()

    client.dispatch("ready")

    assert client.told == 0


def test_the_pauses_between_two_attempts_do_not_grow_beyond_sixteen_seconds() -> None:
    pauses = SoonAgain()

    assert 8 < max(pauses.delay() for _ in range(200)) <= 16
