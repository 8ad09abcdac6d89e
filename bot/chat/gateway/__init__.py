"""The connection with Discord: making and keeping it, and what to do with too much from it."""
