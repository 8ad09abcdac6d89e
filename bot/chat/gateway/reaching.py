"""Why Discord cannot be reached, in words that say what to mend."""

from __future__ import annotations

API = "ATTACHE_DISCORD_API_URL"
GATEWAY = "ATTACHE_DISCORD_GATEWAY_URL"


def why_not(error: BaseException, _setting: str) -> str:
    """Return why Discord was not reached at the address that may stand in this ``_setting``."""
    return str(error) or type(error).__name__
