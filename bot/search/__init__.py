"""Finding: from a question to an answer over one edition; no Discord, no SQLite, no asyncio."""
