"""One judge for each kind of claim: a finding and a day in, a verdict out, from the record alone."""
