"""Several processes that are one bot: who leads, what is news, whose turn it is."""
