"""What Discord accepts, as its documentation of messages and components gives it.

https://discord.com/developers/docs/components/reference and
https://discord.com/developers/docs/interactions/application-commands. discord.py checks only some
of these, so rendering keeps to them itself.
"""

TEXT = 4_000
"""Characters of all text displays of a message together."""
COMPONENTS = 40
"""Components of a message, nested ones included."""
LABEL = 80
"""Characters of a button's label."""
CUSTOM_ID = 100
"""Characters of a custom id."""
ROW = 5
"""Buttons in an action row."""
CHOICES = 25
"""Choices of an autocompletion."""
CHOICE = 100
"""Characters of an autocompletion choice's name and value."""
QUESTION = 6_000
"""Characters of a string option, the most that Discord allows."""
