"""Speed as ratios taken in one run; never a bound in a test."""
