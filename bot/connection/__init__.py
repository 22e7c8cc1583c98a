"""Living with Discord: staying connected, answering once and in time, and holding back floods."""
