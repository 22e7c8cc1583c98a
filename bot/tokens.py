"""The token: where it comes from, and what copying leaves around it."""

from __future__ import annotations


def bare_token(token: str) -> str:
    """Return a token without the spaces and quotes that copying leaves around it."""
    return token.strip().strip("\"'").strip().removeprefix("Bot ").strip()
