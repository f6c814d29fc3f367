"""Leave to test, and what else comes before a filing: IND and IDE, designations, licences to handle tissue, advice, what more is wanted."""

from __future__ import annotations

from hairtx.engines.claims.patterns.authorities import WATCHDOG
from hairtx.engines.claims.patterns.pattern import Pattern

_TRIAL = (
    r"(?:(?:clinical|human|pivotal|first|the|a|an|its|their|phase|early|in|larger?|new|further"
    r"|proof-of-concept|ii|iii|i|1|2|3|2a|2b|safety)[\s-]+){0,5}(?:trials?|stud(?:y|ies)|tests?\b"
    r"|testing)"
)
_LEAVE = (
    r"(?:approv\w+|clear(?:ed|ance|s)|permi(?:t\w*|ssion)|leave|go-ahead|green[- ]light\w*"
    r"|authori[sz]\w+|allow\w*|licen[sc]e\w*|nod|consent|okay(?:ed)?|thumbs[- ]up"
    r"|wav(?:ed?|es|ing) through|sign(?:s|ed)? off on|rubber-stamp\w*)"
)
_DOES = (
    r"(?:start|begin|run|conduct|do|carry out|commence|initiate|proceed (?:with|to)|launch"
    r"|perform|undertake|test|enter|move into|try|hold|go ahead with|advance (?:in)?to|continue"
    r"|resume)"
)

PATTERNS = (
    Pattern(
        "trial-authorised",
        rf"\b{_LEAVE}\b(?:\W+(?:\w+\W+){{0,6}}?to\W+{_DOES}\W+(?:\w+\W+){{0,3}}?|\W+(?:\w+\W+){{0,3}}?(?:for|of)\W+){_TRIAL}"
        rf"|\b{_LEAVE}\b\W+(?:\w+\W+){{0,6}}?to\W+(?:advance|move|bring|take|progress)\W+(?:\w+\W+){{0,4}}?(?:in)?to\W+(?:\w+\W+){{0,5}}?"
        rf"(?:phase|trials?|stud(?:y|ies))\b"
        rf"|\b{_LEAVE} for (?:its|the|a|their|this)\W+(?:(?!after|following|based|with|in|from|and|to|on|of|treatment)[^\W_][\w'-]*\W+){{0,4}}?"
        rf"(?:trial|study)\b"
        rf"|\bclinical (?:trial|study|research) (?:approval|clearance|permission|permit|licen[sc]e)\b"
        rf"|\b(?:let|lets|letting)\W+(?:\w+\W+){{0,4}}?{_DOES}\W+(?:\w+\W+){{0,2}}?{_TRIAL}"
        rf"|\b{_LEAVE} was (?:only |merely )?(?:an?|the) {_TRIAL}|\bagreed (?:that|to)\W+(?:[\w-]+\W+){{0,12}}?clinical (?:trial|study)\b"
        rf"|\b{_LEAVE} (?:only )?(?:an?|the|its|their|this|one) {_TRIAL}|\b{_LEAVE}\b\W+(?:\w+\W+){{0,4}}?to (?:test"
        rf"|try|be tested|study)\b|\b{_TRIAL}\W+(?:\w+\W+){{0,3}}?(?:was|were|has been|have been"
        rf"|been|gets?|got|receiv\w+|won) (?:given )?(?:the )?(?:approved|cleared|authori[sz]ed"
        rf"|green[- ]lit|approval|go-ahead|clearance)\b"
        r"|\b(?:gets?|got|wins?|won|receiv\w+|given|gives?|gave|secur\w+|obtain\w*)\W+(?:\w+\W+){0,2}?(?:go-ahead|green[- ]light"
        r"|nod|permission|leave|consent|okay|OK) for (?:(?!after|following|based|the|with|in|from|and|to)\w+[- ]){0,4}?(?:stud(?:y|ies)|trials?)\b"
        r"|\b(?:trial|study)\W+(?:[\w-]+\W+){0,8}?(?:get|got|gets|receive[ds]?|w[io]ns?|obtain(?:ed|s)?|granted|given|awaits?"
        r"|awaiting)\W+(?:\w+\W+){0,2}?"
        r"(?:permission|leave|go-ahead|green[- ]light|consent)\b",
        (
            "Acme got permission to start a clinical trial of its gel.",
            "Regulators gave permission for a human study.",
            "The FDA has cleared the company to begin a phase 2 trial.",
            "Its phase 3 trial was approved by the agency.",
            "Officials signed off on the firm's plan to start a trial.",
            "Acme wins green light for comb trial",
            "The trial of the foam has not received permission.",
            "It won clinical trial approval for the gel.",
            "Clearance to advance the foam to a phase 3 trial",
            "It gained clearance for its 'COMB' trial.",
        ),
        (
            "The FDA approved the tablet for men.",
            "It was approved after two trials.",
            "The trial was completed last year.",
            "It won approval for the treatment after a trial.",
        ),
    ),
    Pattern(
        "ind",
        r"\bIND\b|\binvestigational new drug\b(?: application)?|\bIDE\b|\binvestigational device exemption\b"
        r"|\bclinical trial (?:application|authori[sz]ation)\b|\bCTA\b(?= (?:application|approval"
        r"|filing|to))",
        ("The firm filed an IND with the FDA.", "It holds an investigational device exemption."),
        ("It is behind the wind.",),
    ),
    Pattern(
        "designated",
        r"\b(?:breakthrough[- ](?:therapy|device|drug|therapeutic)(?: device)?(?: designation"
        r"| status)?|breakthrough designation|fast[- ]track(?:ed)?(?: designation| status)?|orphan[- ](?:drug )?(?:designation"
        r"|status|drug)"
        r"|priority review|RMAT|sakigake|accelerated (?:review|assessment)|PRIME (?:status|designation))\b",
        ("The FDA granted it breakthrough therapy designation.", "It has fast track status.", "The agency gave priority review."),
        ("A breakthrough for men with thin hair.",),
    ),
    Pattern(
        "tissue-licence",
        r"\b(?:tissue[- ](?:bank(?:ing)?|establishment)?\s?licen[sc]e\w*|(?:Human Tissue Authority"
        r"|HTA)(?:'s)? licen[sc]e\w*|licen[sc]ed (?:by|from) the Human Tissue Authority"
        r"|authori[sz]ation\W+(?:\w+\W+){0,4}?(?:Human Tissue Authority|HTA)\b|licen[sc]e\w*\W+(?:\w+\W+){0,3}?(?:Human"
        r" Tissue Authority|HTA)\b"
        r"|(?:Human Tissue Authority|HTA)\W+(?:\w+\W+){0,4}?(?:licen[sc]ed|authori[sz]ed|approved)"
        r"|authori[sz]ed\W+(?:the|its|a|this|their)\W+(?:\w+\W+){0,2}?(?:bank|storage|biobank)\b"
        r"|licen[sc]e\w*\W+(?:\w+\W+){0,9}?(?:store"
        r"|bank|procure|process|freeze|keep|hold)\w*\W+(?:\w+\W+){0,3}?(?:follicles?|tissue|cells"
        r"|hair)"
        r"|licen[sc]e\w*\W+(?:[\w']+\W+){0,8}?(?:follicles?|tissue|cells?|hair) (?:bank\w*|storage)\b"
        r"|FDA[- ]registered|registered (?:with|by) the FDA|GMP[- ](?:certified|licen[sc]ed?)|manufacturing licen[sc]e)\b",
        (
            "The clinic holds a tissue bank licence.",
            "It is made in an FDA-registered facility.",
            "It got a licence to store follicles.",
            "The agency has authorised the bank.",
            "It was granted a licence to launch a follicle banking service.",
        ),
        ("The drug was licensed for hair loss.",),
    ),
    Pattern(
        "meeting",
        rf"\b(?:end[- ]of[- ]phase[- ](?:2|ii|1|i|two|one)|pre-?(?:IND|NDA|BLA|submission)|scientific advice"
        rf"|type [ABC])\b(?: meeting| procedure)?|\bmeeting with (?:the )?{WATCHDOG}",
        ("It had an end-of-phase 2 meeting last week.", "It asked for a type C meeting."),
        ("The company held a meeting of shareholders.",),
    ),
    Pattern(
        "more-needed",
        r"\b(?:another|one more|further|additional|a second|more)\W+(?:\w+\W+){0,2}?(?:trials?"
        r"|stud(?:y|ies))\W+(?:\w+\W+){0,4}?(?:need\w*|requir\w*|necessary|before)|\b(?:needs?"
        r"|requires?|wants?|asked for|will take)\W+(?:\w+\W+){0,4}?(?:another|one more|one trial more"
        r"|one study more|additional|a second|further)\b(?:\W+(?:\w+\W+){0,3}?(?:trials?|stud(?:y"
        r"|ies)))?",
        ("The FDA wants a second pivotal study.", "Further trials are needed before it can be sold."),
        ("One more patient was seen.",),
    ),
)
