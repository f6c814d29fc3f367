"""Decisions of authorities: approved, cleared, CE-marked, widened, refused, withdrawn, warned of, recommended."""

from __future__ import annotations

from hairtx.engines.claims.patterns.authorities import WATCHDOG
from hairtx.engines.claims.patterns.pattern import Pattern

PATTERNS = (
    Pattern(
        "recommended",
        r"\b(?:NICE|SMC|PBAC|CADTH|medicines consortium|Excellence)\b\W+(?:\w+\W+){0,6}?(?:recommend\w*|reject\w*|approv\w*|accept(?:ed|s)\b"
        r"|said (?:yes|no) to|back\w*|draft guidance|guidance|appro\w+|turn\w+ (?:\w+ ){0,3}?down|said no|endors\w*)"
        r"|\b(?:recommend(?:s|ed|ation)?|positive opinion|negative opinion|adopted a (?:positive"
        r"|negative) opinion)\b\W+(?:\w+\W+){0,6}?(?:NHS|NICE|CHMP|approval|authori[sz]ation|marketing)"
        r"|\b(?:CHMP|EMA'?s? (?:committee|panel)|advisory (?:committee|panel))\b\W+(?:\w+\W+){0,6}?(?:recommend\w*"
        r"|positive|negative|back\w*|endors\w*|vot\w+|opinion)|\breimburs\w+\b"
        r"|\b(?:recommended|rejected|backed|endorsed|turned down|approved|refused|accepted)\W+(?:\w+\W+){0,2}?by (?:the )?(?:NICE|SMC|PBAC|CADTH"
        r"|National Institute for Health|Scottish Medicines Consortium)\b"
        r"|\b(?:un)?favou?rable opinion\b|\bopinion\b\W+(?:(?!from|of)[\w,]+\W+){0,4}?(?:was|is|came out) (?:negative|positive|favou?rable"
        r"|unfavou?rable)\b",
        (
            "NICE has recommended the capsule for the NHS.",
            "The CHMP adopted a positive opinion.",
            "It will be reimbursed.",
            "Its first opinion, in May, was negative.",
        ),
        ("Doctors recommend a gentle shampoo.",),
    ),
    Pattern(
        "ce-marked",
        r"\bCE(?:[- ](?:mark\w*|certif\w*|approv\w*|clear\w*|label\w*|sign))|\bEurope\w*\W+(?:\w+\W+){0,3}?(?:safety"
        r"|conformity|health|quality)\W+(?:\w+\W+)?mark\b|\b(?:carr(?:y|ies)|bears?|has) the CE\b",
        ("The device has CE marking.", "It carries a European conformity mark."),
        ("The European market is large.",),
    ),
    Pattern(
        "widened",
        r"\b(?:widen(?:s|ed)|broaden(?:s|ed)|extend(?:s|ed)|expand(?:s|ed)) (?:its|the|that) use\b"
        r"|\b(?:clearance|approval|licen[sc]e|label|indications?|authori[sz]ation)\W+(?:(?:of|for)\W+(?:the\W+)?\w+\W+)?(?:was"
        r"|were|has been|have been|is|got|been)\W+(?:\w+\W+)?"
        r"(?:widened|broadened|extended|expanded|enlarged)\b"
        r"|\b(?:widen(?:s|ed)|broaden(?:s|ed)|extend(?:s|ed)|expand(?:s|ed))\W+(?:the|its|that|this)\W+(?:\w+\W+){0,2}?(?:clearance|approval"
        r"|licen[sc]e"
        r"|label|indications?|authori[sz]ation)\b"
        r"|\b(?:given|granted|got|won|received|obtained|allowed)\W+(?:an?\W+|the\W+|its\W+)?(?:wider|broader|extended|expanded|further"
        r"|second|additional)\W+"
        r"(?:use|indication|label|clearance|licen[sc]e|approval)\b"
        r"|\b(?:upper |lower )?age(?: limit)?\b(?: for)?\W+(?:[\w()\"“”]+\W+){0,5}?(?:was|were|has been|is) (?:raised|lowered|extended|widened)\b",
        (
            "The licence was broadened to teenagers.",
            "The agency extended its approval.",
            "The comb was granted a broader indication.",
            "The upper age for the pill was raised to 50.",
        ),
        ("The bald patch widened.", "The trial was extended."),
    ),
    Pattern(
        "refused",
        rf"\b(?:was|were|been|being|got)\W+(?:\w+\W+)?(?:turned down|refused|rejected|denied|knocked back)\W+(?:(?:in|by"
        rf"|there)\W+(?:\w+\W+){{0,2}}?)?"
        rf"(?:as an?|for (?:use|approval|marketing|registration|sale))\b|\bcomplete response letter|\bCRL\b|\b(?:reject(?:s|ed"
        rf"|ion)|refus(?:es|ed|al)|turn(?:s"
        rf"|ed) (?:\w+ ){{0,3}}?down|return(?:s|ed) the|declin(?:es|ed) to approve|den(?:ied|ies) approval|knock(?:s"
        rf"|ed) back)\b(?=.{{0,80}}(?:{WATCHDOG}"
        rf"|approval|application|licen[sc]e|filing|drug|tablet|capsule|device))|\b{WATCHDOG}\b\W+(?:\w+\W+){{0,6}}?(?:reject(?:s"
        rf"|ed)|refus(?:es|ed)|turn(?:s|ed) down|sa(?:ys|id) no)",
        (
            "The FDA rejected the application.",
            "The company received a complete response letter.",
            "Its filing was turned down by the agency.",
            "The tonic was refused in 2014 as a medicine.",
        ),
        ("The body rejected the graft.",),
    ),
    Pattern(
        "withdrawn",
        r"\b(?:withdr[ae]w\w*|revok\w+|suspen\w+|pulled|recall(?:ed|s)?|lapsed)\b(?=.{0,70}(?:approval"
        r"|authori[sz]ation|licen[sc]e|marketing|application|from the market|from sale|from pharmacies"
        r"|clearance))|\b(?:approval|authori[sz]ation|licen[sc]e|clearance|application)\b\W+(?:\w+\W+){0,5}?(?:withdr[ae]wn"
        r"|revoked|suspended|lapsed|expired)\b",
        ("The company withdrew its marketing application.", "The licence was suspended in May."),
        ("He withdrew from the study.",),
    ),
    Pattern(
        "warned",
        rf"\b{WATCHDOG}(?:'s|’s)?\b\W+(?:\w+\W+){{0,4}}?(?:warn(?:s|ed|ing)?|cautioned|alert(?:s"
        rf"|ed)?|safety (?:notice|alert|communication)|(?:put out|issued?|issues|published|posted|sent out)\W+(?:\w+\W+){{0,3}}?"
        rf"(?:warnings?|alerts?|notification|notice|advisory|letters?))\b|\btold\W+(?:\w+\W+){{0,9}}?that\W+(?:\w+\W+){{0,4}}?unapproved\b"
        rf"|\b{WATCHDOG}\b\W+(?:\w+\W+){{0,3}}?(?:stop(?:s|ped)|halt(?:s|ed)|bann?(?:s|ed)|bans|prohibit(?:s|ed)|forb[ai]de?s?)\W+(?:the\W+)?"
        rf"(?:making|manufactur\w+|production|sale|import\w*|distribution)\b"
        rf"|\b{WATCHDOG}\b\W+(?:\w+\W+){{0,3}}?announc\w+\W+(?:\w+\W+){{0,10}}?(?:alert card|patient card|warnings?)\b"
        rf"|\bwarning letters?\b|\b(?:required|ordered"
        rf"|requires|added|adds|adding)\W+(?:\w+\W+){0, 3}?(?:label(?:ling)? changes?|warnings?)\b"
        rf"",
        (
            "The FDA warned clinics about the injections.",
            "It received a warning letter.",
            "The agency stopped the making and the sale of two tonics.",
        ),
        ("She warned her sister about the salon.",),
    ),
    Pattern(
        "cleared",
        r"\b(?:cleared|clearances?|clears|510\s?\(?k\)?|substantial(?:ly)?[ -]equivalen(?:t|ce)"
        r"|de novo(?! hair)|allow(?:s|ed|ing)? (?:the )?marketing|permitted (?:the )?marketing|let (?:in|on)to the (?:\w+ )?market"
        r"|granted marketing (?:permission|clearance))\b",
        ("The comb is FDA-cleared for men.", "It got 510(k) clearance.", "The agency allowed marketing of the cap."),
        ("The trial was clear.", "His scalp is clear."),
    ),
    Pattern(
        "off-label",
        r"\boff[- ]?(?:label(?:led)?|licen[sc]e)\b|\b(?:outside|beyond)(?: of)? (?:the|its|their) (?:product )?(?:licen[sc]e|label)\b",
        ("Doctors prescribe it off label.", "That use is outside the licence."),
        ("The label is off.",),
    ),
    Pattern(
        "unapproved",
        r"\b(?:unapproved|unlicen[sc]ed|not licen[sc]ed|illegal(?:ly)?|banned|outlawed|forbidden|prohibited)\b",
        ("These are unapproved products.",),
        ("He ran a ban.",),
    ),
    Pattern(
        "first",
        r"\b(?:would|could|may|might|will|set to|poised to|stands? to|hopes? to)\W+(?:\w+\W+){0,2}?(?:be"
        r"|become)\W+(?:\w+\W+){0,2}?(?:first|only|sole|second|third)\b",
        ("It could become the first pill for both sexes.",),
        ("She was the first in line.",),
    ),
    Pattern(
        "approved",
        r"(?<!doctor[- ])(?<!celebrity[- ])(?<!dermatologist[- ])\b(?:pre-?approv\w+|approv(?:ed"
        r"|es|al(?! (?:process|rating|procedure|application))|als|ing|e)|authori[sz](?:ed|es"
        r"|ation(?! (?:application|dossier|request)))|licen[sc]ed(?! (?:by|from|to (?!treat)"
        r"|the rights|rights|doctor|physician|practitioner|pharmac|dermatolog|clinic|professional"
        r"|surgeon|out|it from))(?!.{0,40}\bfrom\b)|(?:marketing|product) licen[sc]e|"
        r"(?:FDA(?:'s)?|regulatory|official|agency'?s?|agency’s|federal|European)\W+(?:nod|green[- ]light"
        r"|go-ahead|thumbs[- ]up|okay|OK|blessing|backing|seal)|(?:gets?|got|wins?|won|gave|gives?"
        r"|given|receiv\w+|granted|has|have|had|holds?|lacks?|without|obtain\w*|secur\w+|earn(?:s|ed)|no"
        r"|with)\W+(?:\w+\W+){0,3}?(?:green[- ]light|go-ahead|nod"
        r"|thumbs[- ]up|(?<!driving )(?<!medical )licen[sc]e(?! (?:to (?!market|sell|treat)|agreement|deal|fee|number|from)))"
        r"|indicated for|green-?lights?|green-?lit|greenlighted|okay(?:s|ed)|OKs|OK'd|(?:is|are"
        r"|was|were|been) registered (?:for|in|as|here|there)|(?<=, )registered (?:here|there|in \w+) for|sanctioned"
        r"|recogni[sz]e[sd]?(?= (?:it|them|the|this|that|its)\b)|passed (?:the )?(?:FDA|KFDA|MFDS)"
        r"|(?:is|are|was|were|been|not|yet) recogni[sz]ed (?:in|by the|for|as a (?:medicine|drug|treatment))"
        r"|(?:licen[sc]e|label|approval)\W+(?:(?:does|did|do|has) ?(?:not|n't) |only |now |also )?(?:covers?|extends? to|applies to)"
        r"|carr(?:y|ies) (?:an? |no )?(?:\w+ ){0,2}?label for|indications?\W+(?:was|were|has been) (?:obtained|added|granted)"
        r"|sign(?:s|ed)? off on(?!\W+(?:[\w']+\W+){0,6}?(?:trials?|stud|plans?|protocol|tests?)\b)"
        r"|(?:FDA|EMA|MHRA|agency|ministry|regulators?|authorit(?:y|ies)),? (?:too, )?g[ai]ve[sn]? (?:its|the|their) (?:consent|assent"
        r"|blessing)(?!\W+(?:\w+\W+){0,4}?trials?)"
        r"|(?:FDA|EMA|MHRA|agency|ministry|regulators?) (?:first |also |then |later |finally |has |had )*(?:allowed|permitted) (?=(?:it"
        r"|them|as|the|for)\b)"
        r"|sa(?:id|ys) yes to|wav(?:ed|es) (?:it|them|the \w+) through"
        r"|(?:keeps?|kept|retains?|retained)\W+(?:\w+\W+){0,3}?(?:licen[sc]e|approval)"
        r"|admitted (?:in|for|as|by)|admits?\W+(?:the|this|its|it|that)\W+(?:\w+\W+){0,4}?(?:use|ingredient|drug|medicine|remedy|substance"
        r"|preparation)"
        r"|admission of\W+(?:\w+[\W-]+){0,4}?(?:tablets?|pills?|drug|medicine|minoxidil|finasteride|dutasteride)"
        r"|(?:gave|given|gives|got|obtained|received|granted)\W+(?:[\w']+\W+){0,8}?permission for(?![^.;]{0,40}\b(?:trials?|stud|test))"
        r"|(?:has|have|had|received|receives?|got|gets?|given|without|no|not yet an?|obtained)\W+(?:[\w']+\W+){0,5}?permission (?:of|from|by) "
        r"(?:the )?(?:\w+ ){0,2}?(?:FDA|EMA|authority|authorities|agency|ministry|regulators?)"
        r"|(?:drug|medicine|sales?|import|manufactur\w+(?: and sales?)?) (?:licen[sc]e|permit)(?! (?:to|agreement|deal|fee))"
        r"|licen[sc]ed by (?:the )?(?:MHRA|FDA|EMA|TGA|PMDA|MFDS|NMPA|Swissmedic|Health Canada|agency|regulators?|ministry)"
        r"|(?:entered|listed|included|placed) (?:in|on|into) the (?:\w+ )?(?:register|ARTG)\b|no registration(?= (?:here|there|in|as|for)\b)"
        r"|(?:may|can)\W+(?:not\W+)?be (?:promoted|marketed|advertised|used|offered) (?:for|to|in) (?!the (?:clinic|salon|shop)|clinic"
        r"|salon)|(?:is|are|was|were|be|been) (?:allowed|permitted) (?:for"
        r"|as)\b(?! (?:a|an|its?)? ?(?:trial|stud|test)))\b",
        (
            "The FDA approved the pill for adults.",
            "It won approval in Japan.",
            "The tablet is indicated for hair loss.",
            "It got the agency's nod.",
            "It is licensed for men.",
            "The firm secured the Peruvian nod.",
            "It has no licence for hair.",
            "The ministry does not recognise it for baldness.",
            "The gel keeps its Danish licence.",
            "It is admitted in Peru too.",
            "The agency gave its permission for baldness.",
            "It is entered in the Peruvian register.",
            "It may be marketed for men.",
            "It received in May the permission of the Peruvian authority.",
            "Its licence covers the scalp.",
            "The licence does not cover men.",
            "The 5% liquid is not recognized in Peru.",
            "The hair loss indication was obtained in 2009.",
            "The agency signed off on the pill.",
            "The FDA, too, gave its consent.",
            "It carries no label for hair.",
            "the FDA first allowed as a lotion",
            "It has the FDA's okay for women.",
        ),
        (
            "A doctor-approved routine.",
            "She nodded.",
            "He has a driving licence.",
            "They had no licence to guess.",
            "an approval process for bloggers",
            "The proven method works.",
            "She was admitted to hospital.",
            "He admits that the pill failed.",
            "permission for a small trial",
            "The agency signed off on the firm's plan.",
            "The insurance covers wigs.",
        ),
    ),
)
