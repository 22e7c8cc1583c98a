"""What is known: the records, their dates, and how a folder of YAML becomes a fact base."""
