"""What good data looks like: one small named rule each; every rule sees the whole knowledge base."""
