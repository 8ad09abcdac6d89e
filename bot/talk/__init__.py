"""What people write besides questions: small talk, how a bot works, the number of a briefing."""
