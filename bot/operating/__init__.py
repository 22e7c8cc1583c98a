"""A running bot as its operator sees it: start and stop, logs, counts, health and metrics."""
