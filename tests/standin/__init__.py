"""A stand-in for Discord: its REST API and its gateway on this machine, as its documents have them.

``StandIn`` is the server, ``Discord`` what tests do with it: ask, press and write as members would.
The bot runs against it as a process of its own, started with its own command (``BotProcess``).
"""
