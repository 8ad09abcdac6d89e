"""What messages are made of, and how they are sent: text, buttons, citations, and limits."""
