"""Following topics, and telling followers of news."""
