"""hairtx: hair-loss treatments, their evidence and their approval status, with sources."""

__version__ = "0.1.0"
