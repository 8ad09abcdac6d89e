"""Whether the briefings that were found answer the question, and by which sentence."""
