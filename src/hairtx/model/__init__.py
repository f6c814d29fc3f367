"""What is true: typed records, partial dates and the closed words. No input or output, no clock."""
