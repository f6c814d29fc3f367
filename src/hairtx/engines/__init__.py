"""What follows: pure functions, records in, results out."""
