"""One finder for each kind of claim: a scene in, findings out."""
