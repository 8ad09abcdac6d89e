"""``/admin``: what whoever runs the bot can see and do on Discord."""
