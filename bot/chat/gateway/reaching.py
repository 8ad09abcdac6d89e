"""Why Discord cannot be reached, in words that say what to mend."""

from __future__ import annotations

import aiohttp

API = "ATTACHE_DISCORD_API_URL"
GATEWAY = "ATTACHE_DISCORD_GATEWAY_URL"
_ITS_OWN = ("discord.com", "discord.gg")


def why_not(error: BaseException, setting: str) -> str:
    """Return why Discord was not reached at the address that may stand in this ``setting``."""
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        name, said = error.host, error.os_error.strerror or "unknown"
        remedy = f"correct {setting}, if it is misspelt there"
        if name.endswith(_ITS_OWN):
            remedy = "look at the network and the name servers of this machine"
        return f"the host name {name} cannot be resolved ({said}); {remedy}"
    return str(error) or type(error).__name__
