"""One file to a command."""
