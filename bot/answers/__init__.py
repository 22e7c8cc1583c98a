"""Saying it: one module per question, each returning an Answer."""
