"""A client that was closed has nothing more to tell."""

from __future__ import annotations

import discord

from bot.chat.connecting import PersistentClient


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
