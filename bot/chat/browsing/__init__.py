"""Looking around without a question: single briefings, topics, and lists of them."""
