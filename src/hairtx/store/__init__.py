"""Where it is kept: YAML in, an index out. The only door to yaml, sqlite3 and the disk."""
