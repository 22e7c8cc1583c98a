"""The command line: its commands, the chat, and what they need on a machine."""
