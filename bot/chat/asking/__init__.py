"""Questions, whichever way they come in, and everything that stands under their answers."""
