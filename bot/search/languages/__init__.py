"""Questions in other languages than the briefings' English."""
