"""The door: one file to a command; the only place that knows typer, the environment, the clock and exit codes."""
