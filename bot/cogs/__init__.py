"""The Discord front end: each cog parses an interaction, asks, and draws the answer."""
