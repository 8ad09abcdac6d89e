"""Reading a question: its terms, what they may mean, and which kind of thing it asks for."""
