"""The languages that the bot speaks, and what the library says in them."""
