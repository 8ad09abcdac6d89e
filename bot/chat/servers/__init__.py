"""A server: the greeting when the bot is added to it, and ``/settings`` for its moderators."""
