"""How each kind of claim is worded: patterns as data, each with sentences that it must and must not find."""
