"""From terms to scored briefings."""
