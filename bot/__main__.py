"""``python -m bot`` is the same as ``attache``."""

from bot.cli import main

if __name__ == "__main__":
    main()
