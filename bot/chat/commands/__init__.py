"""What all commands share: where they are open, what happens when they fail, their help."""
