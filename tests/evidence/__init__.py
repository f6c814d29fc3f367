"""The evidence engine against answers worked out otherwise, and against laws."""
