"""Readout: a Discord bot of record that answers from a curated, cited fact base."""

__version__ = "0.1.0"
