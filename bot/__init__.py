"""Attaché: a Discord bot that answers questions from briefings and cites every one it uses."""
