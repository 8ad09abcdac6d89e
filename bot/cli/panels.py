"""The headings under which ``attache --help`` lists the commands."""

from __future__ import annotations

RUN = "Run"
ASK = "Ask"
BRIEFINGS = "Briefings"
CHECK = "Check"
EDITIONS = "Editions"
DATABASES = "Backups and databases"
