"""Helpers for whoever keeps the project."""
