"""The least a bot can be: one command that sends a constant. The measure of `benchmarks.wire`."""

from __future__ import annotations

import os

import discord
import yarl
from discord import app_commands


def main() -> None:
    """Run until killed."""
    discord.http.Route.BASE = os.environ["ATTACHE_DISCORD_API_URL"]
    gateway = yarl.URL(os.environ["ATTACHE_DISCORD_GATEWAY_URL"])
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
    client = discord.Client(intents=discord.Intents.none())
    tree = app_commands.CommandTree(client)

    @tree.command()
    async def ask(interaction: discord.Interaction[discord.Client], question: str) -> None:  # noqa: ARG001
        await interaction.response.send_message("The answer.")

    client.run(os.environ["ATTACHE_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
