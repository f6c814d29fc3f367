"""Plain records for programs: the JSON contract, schema 1. Every key is always there, null where nothing is known."""

SCHEMA = 1
