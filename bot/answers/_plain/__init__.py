"""How a question in plain words is read: its grammar, its names and dates, and what it asks for."""
