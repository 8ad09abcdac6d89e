"""``python -m bot`` is the same as ``attache``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that the command line names."""
    try:
        # Imported here, and all else below it, so that Ctrl-C finds somebody who waits for it.
        from bot.console.streams import open_closed  # noqa: PLC0415

        open_closed()
        from bot.pauses import uncollected  # noqa: PLC0415

        with uncollected():
            _import_structlog()
            from bot.cli.commands import app  # noqa: PLC0415 - so that nothing is collected meanwhile
            from bot.console.failures import room_for_what_is_printed  # noqa: PLC0415
            from bot.console.printing import replace_unknown  # noqa: PLC0415
    except KeyboardInterrupt:
        sys.exit(130)  # nothing has begun yet
    replace_unknown()
    with room_for_what_is_printed():
        app()


def _import_structlog() -> None:
    """Import structlog without rich, which it would have at hand to show tracebacks.

    The log holds them as plain text, and a bot that prints nothing else can do without some
    megabytes. What is None among the modules cannot be imported:
    https://docs.python.org/3/reference/import.html#the-module-cache
    """
    sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        import structlog  # noqa: F401, PLC0415
    finally:
        del sys.modules["rich"]


if __name__ == "__main__":
    main()
