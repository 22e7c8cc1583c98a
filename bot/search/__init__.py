"""Finding it: one form for what people type, an index, and an honest "nothing close enough"."""
