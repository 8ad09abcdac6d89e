"""The Discord front; nothing outside this package knows Discord."""
