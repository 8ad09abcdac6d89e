"""Standard input, output and error where whoever started this closed them."""

from __future__ import annotations

import os
import sys


def open_closed() -> None:
    """Open the null device in place of each standard stream that whoever started this closed.

    What is opened next would take its number, and be written what is printed or logged.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, open(number, mode, encoding="utf-8", errors="replace"))  # noqa: SIM115, PTH123
