"""What is known of words, whatever the briefings: how text is cut, and what words may mean."""
