"""How an answer is laid out on Discord: text as it was written, pages, limits, buttons."""
