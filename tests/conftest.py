"""Fixtures that several test modules share, and how hypothesis runs."""

from __future__ import annotations

from hypothesis import settings

pytest_plugins = ["standin.fixtures"]

# a deadline measures how busy the machine is, and whether a rule holds does not depend on that
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
