"""New editions beside the old one: read in a process of their own, checked, and swapped whole."""
