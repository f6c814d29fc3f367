"""Rich renderables for people; the only other place besides the desk that knows rich."""
