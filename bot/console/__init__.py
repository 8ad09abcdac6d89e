"""The terminal's front: the same answers as in Discord, as text or as JSON."""
