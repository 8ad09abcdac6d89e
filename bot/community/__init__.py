"""What people leave with the bot: settings, questions, votes, follows. No Discord here."""
