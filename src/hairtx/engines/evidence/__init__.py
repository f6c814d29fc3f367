"""Network meta-analysis of the trials held, or of anybody's arms in a file.

Contrast-based and frequentist, written from the papers: Rücker 2012 for the network as a weighted graph, Jackson 2012
for the heterogeneity of multi-arm trials, Rücker & Schwarzer 2015 for P-scores. Needs numpy, which nothing else here
does: its modules are imported when the command runs.
"""
