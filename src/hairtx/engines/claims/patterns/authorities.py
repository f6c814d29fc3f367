"""Who decides, in the words of articles."""

WATCHDOG = (
    r"(?:FDA|agency|regulators?|EMA|MHRA|MFDS|PMDA|TGA|Health Canada|authorit(?:y|ies)|Food and Drug Administration"
    r"|commission|ministry|NMPA|Swissmedic|PRAC|SCCS|Anvisa|CDSCO|AEMPS|ANSM|ANSES|BfArM|HSA|Brussels|watchdogs?|scientific committee"
    r"|consumer commission)"
)
