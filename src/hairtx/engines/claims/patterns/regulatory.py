"""Approvals and all that is taken for one: the narrower reading comes first and keeps its words."""

from __future__ import annotations

from hairtx.engines.claims.patterns.pattern import Book, Pattern

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
_WATCHDOG = (
    r"(?:FDA|agency|regulators?|EMA|MHRA|MFDS|PMDA|TGA|Health Canada|authorit(?:y|ies)|Food and Drug Administration"
    r"|commission|ministry|NMPA|Swissmedic)"
)

PATTERNS = (
    Pattern(
        "trial-authorised",
        rf"\b{_LEAVE}\b(?:\W+(?:\w+\W+){{0,6}}?to\W+{_DOES}\W+(?:\w+\W+){{0,3}}?|\W+(?:\w+\W+){{0,3}}?(?:for|of)\W+){_TRIAL}"
        rf"|\b(?:let|lets|letting)\W+(?:\w+\W+){{0,4}}?{_DOES}\W+(?:\w+\W+){{0,2}}?{_TRIAL}"
        rf"|\b{_LEAVE} (?:only )?(?:an?|the|its|their|this|one) {_TRIAL}|\b{_LEAVE}\b\W+(?:\w+\W+){{0,4}}?to (?:test"
        rf"|try|be tested|study)\b|\b{_TRIAL}\W+(?:\w+\W+){{0,3}}?(?:was|were|has been|have been"
        rf"|been|gets?|got|receiv\w+|won) (?:given )?(?:the )?(?:approved|cleared|authori[sz]ed"
        rf"|green[- ]lit|approval|go-ahead|clearance)\b"
        r"|\b(?:gets?|got|wins?|won|receiv\w+|given|gives?|gave|secur\w+|obtain\w*)\W+(?:\w+\W+){0,2}?(?:go-ahead|green[- ]light"
        r"|nod|permission|leave|consent|okay|OK) for (?:(?!after|following|based|the|with|in|from|and|to)\w+[- ]){0,4}?(?:stud(?:y|ies)|trials?)\b"
        r"|\b(?:trial|study)\W+(?:[\w-]+\W+){0,8}?(?:get|got|gets|receive[ds]?|w[io]ns?|obtain(?:ed|s)?|granted|given|awaits?|awaiting)\W+(?:\w+\W+){0,2}?"
        r"(?:permission|leave|go-ahead|green[- ]light|consent)\b",
        (
            "Acme got permission to start a clinical trial of its gel.",
            "Regulators gave permission for a human study.",
            "The FDA has cleared the company to begin a phase 2 trial.",
            "Its phase 3 trial was approved by the agency.",
            "Officials signed off on the firm's plan to start a trial.",
            "Acme wins green light for comb trial",
            "The trial of the foam has not received permission.",
        ),
        ("The FDA approved the tablet for men.", "It was approved after two trials.", "The trial was completed last year."),
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
        r"|HTA)(?:'s)? licen[sc]e\w*|licen[sc]ed (?:by|from) the Human Tissue Authority|licen[sc]e\w*\W+(?:\w+\W+){0,3}?(?:Human"
        r" Tissue Authority|HTA)\b"
        r"|licen[sc]e\w*\W+(?:\w+\W+){0,9}?(?:store"
        r"|bank|procure|process|freeze|keep|hold)\w*\W+(?:\w+\W+){0,3}?(?:follicles?|tissue|cells"
        r"|hair)"
        r"|FDA[- ]registered|registered (?:with|by) the FDA|GMP[- ](?:certified|licen[sc]ed?)|manufacturing licen[sc]e)\b",
        ("The clinic holds a tissue bank licence.", "It is made in an FDA-registered facility.", "It got a licence to store follicles."),
        ("The drug was licensed for hair loss.",),
    ),
    Pattern(
        "recommended",
        r"\bNICE\b\W+(?:\w+\W+){0,6}?(?:recommend\w*|reject\w*|approv\w*|back\w*|draft guidance|guidance|appro\w+|turn\w+ down|said no|endors\w*)"
        r"|\b(?:recommend(?:s|ed|ation)?|positive opinion|negative opinion|adopted a (?:positive"
        r"|negative) opinion)\b\W+(?:\w+\W+){0,6}?(?:NHS|NICE|CHMP|approval|authori[sz]ation|marketing)"
        r"|\b(?:CHMP|EMA'?s? (?:committee|panel)|advisory (?:committee|panel))\b\W+(?:\w+\W+){0,6}?(?:recommend\w*"
        r"|positive|negative|back\w*|endors\w*|vot\w+|opinion)|\breimburs\w+\b"
        r"|\b(?:recommended|rejected|backed|endorsed|turned down|approved|refused)\W+(?:\w+\W+){0,2}?by NICE\b",
        ("NICE has recommended the capsule for the NHS.", "The CHMP adopted a positive opinion.", "It will be reimbursed."),
        ("Doctors recommend a gentle shampoo.",),
    ),
    Pattern(
        "meeting",
        rf"\b(?:end[- ]of[- ]phase[- ](?:2|ii|1|i|two|one)|pre-?(?:IND|NDA|BLA|submission)|scientific advice"
        rf"|type [ABC])\b(?: meeting| procedure)?|\bmeeting with (?:the )?{_WATCHDOG}",
        ("It had an end-of-phase 2 meeting last week.", "It asked for a type C meeting."),
        ("The company held a meeting of shareholders.",),
    ),
    Pattern(
        "ce-marked",
        r"\bCE(?:[- ](?:mark\w*|certif\w*|approv\w*|clear\w*|label\w*|sign))|\bEurope\w*\W+(?:\w+\W+){0,3}?(?:safety"
        r"|conformity|health|quality)\W+(?:\w+\W+)?mark\b|\b(?:carr(?:y|ies)|bears?|has) the CE\b",
        ("The device has CE marking.", "It carries a European conformity mark."),
        ("The European market is large.",),
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
    Pattern(
        "decision-due",
        r"\b(?:decision|verdict|ruling|answer|action date|target date)\b\W+(?:\w+\W+){0,6}?(?:expected|due|anticipated|awaited"
        r"|slated|scheduled|likely|probable)\b"
        r"|\bexpected to (?:decide|rule|act)\b|\b(?:expects?|awaits?|awaiting)\W+(?:\w+\W+){0,2}?(?:decision|verdict|ruling)\b",
        ("A decision is expected by late July 2024.", "A ruling is probable by autumn.", "It awaits a decision from the agency."),
        ("Her decision was hard.",),
    ),
    Pattern(
        "undecided",
        rf"\b{_WATCHDOG}\b\W+(?:\w+\W+){{0,3}}?(?:yet to|not yet|still to) (?:decide\w*|rule\w*|answer\w*|pronounce\w*|act(?:ed)?)\b"
        rf"|\b(?:weigh(?:s|ing|ed)?|mull(?:s|ing|ed)|consider(?:s|ing|ed)?|examin(?:es?|ing|ed)|assess(?:es|ing|ed)?|evaluat(?:es?|ing|ed))\W+"
        rf"(?:\w+\W+){{0,4}}?(?:application|filing|submission|dossier)\b"
        rf"|\baccept(?:s|ed|ing)?\W+(?:\w+\W+){{0,3}}?(?:for|to) (?:\w+ )?(?:review|evaluation|assessment|examination)\b",
        ("The agency has yet to rule.", "Regulators are examining the dossier.", "Its file was accepted for priority evaluation."),
        ("He has yet to decide on a comb.", "A paper was weighed."),
    ),
    Pattern(
        "widened",
        r"\b(?:clearance|approval|licen[sc]e|label|indications?|authori[sz]ation)\W+(?:(?:of|for)\W+(?:the\W+)?\w+\W+)?(?:was"
        r"|were|has been|have been|is|got|been)\W+(?:\w+\W+)?"
        r"(?:widened|broadened|extended|expanded|enlarged)\b"
        r"|\b(?:widen(?:s|ed)|broaden(?:s|ed)|extend(?:s|ed)|expand(?:s|ed))\W+(?:the|its|that|this)\W+(?:\w+\W+){0,2}?(?:clearance|approval|licen[sc]e"
        r"|label|indications?|authori[sz]ation)\b"
        r"|\b(?:given|granted|got|won|received|obtained|allowed)\W+(?:an?\W+|the\W+|its\W+)?(?:wider|broader|extended|expanded|further|second|additional)\W+"
        r"(?:use|indication|label|clearance|licen[sc]e|approval)\b",
        ("The licence was broadened to teenagers.", "The agency extended its approval.", "The comb was granted a broader indication."),
        ("The bald patch widened.", "The trial was extended."),
    ),
    Pattern(
        "refused",
        rf"\b(?:was|were|been|being|got)\W+(?:\w+\W+)?(?:turned down|refused|rejected|denied|knocked back)\W+(?:(?:in|by"
        rf"|there)\W+(?:\w+\W+){{0,2}}?)?"
        rf"(?:as an?|for (?:use|approval|marketing|registration|sale))\b|\bcomplete response letter|\bCRL\b|\b(?:reject(?:s|ed"
        rf"|ion)|refus(?:es|ed|al)|turn(?:s"
        rf"|ed) down|declin(?:es|ed) to approve|den(?:ied|ies) approval|knock(?:s|ed) back)\b(?=.{{0,80}}(?:{_WATCHDOG}"
        rf"|approval|application|licen[sc]e|filing|drug|tablet|capsule|device))|\b{_WATCHDOG}\b\W+(?:\w+\W+){{0,4}}?(?:reject(?:s"
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
        rf"\b{_WATCHDOG}(?:'s|’s)?\b\W+(?:\w+\W+){{0,4}}?(?:warn(?:s|ed|ing)?|cautioned|alert(?:s"
        rf"|ed)?|safety (?:notice|alert|communication))\b|\bwarning letters?\b|\b(?:required|ordered"
        rf"|requires|added|adds|adding)\W+(?:\w+\W+){0, 3}?(?:label(?:ling)? changes?|warnings?)\b"
        rf"",
        ("The FDA warned clinics about the injections.", "It received a warning letter."),
        ("She warned her sister about the salon.",),
    ),
    Pattern(
        "filing-planned",
        r"\b(?:NDA|BLA|MAA|application|submission|filing)\W+(?:will|would|could|may|is to|to)\W+be\W+(?:filed"
        r"|submitted|made|sent)\b"
        rf"|\b(?:application|submission|filing|dossier)\W+(?:\w+\W+){{0,7}}?(?:to|with|at)\W+(?:the )?{_WATCHDOG}\W+(?:could|may"
        rf"|might|will|would|should)\b"
        r"|\b(?:application|submission|filing|dossier)\W+(?:to|with|in|at)\W+(?:\w+\W+){0,3}?(?:could|may|might|will|would|should"
        r"|is planned|is expected|is due)\b"
        r"|\b(?:will|plans?|expects?|intends?|hopes?|aims?|wants?|could|may|might)\W+(?:to\W+)?(?:\w+\W+){0,2}?file (?:in|there|next|by|with)\b"
        r"(?!.{0,40}(?:court|lawsuit|suit|bankruptcy|patent|appeal|complaint|police|tax))|\b(?:will|to|plans?|expects?|intends?|hopes?|aims?|would|could"
        r"|may|might|going|preparing"
        r"|ready|readying|until|planned)\W+(?:\w+\W+){0,4}?(?:fil(?:e|ing)|submit|submission|apply(?:ing)?"
        r"|seek)\b(?=.{0,80}(?:approv\w*|FDA|EMA|NDA|BLA|MAA|application|authori[sz]ation|regulat\w*"
        r"|licen[sc]e|clearance|marketing))"
        r"|\bsupport\w*\W+(?:\w+\W+){0,3}?(?:marketing|licen[sc]e|approval|new drug|registration)\W+(?:\w+\W+)?(?:application|filing|submission)\b",
        (
            "They will file for approval next year.",
            "The results may support a licence application.",
            "It plans to submit an NDA.",
            "A submission to the agency may follow.",
            "It hopes to file in Peru next May.",
        ),
        ("He filed his nails.", "It will file with the court."),
    ),
    Pattern(
        "in-review",
        r"\bapproval\b\W+(?:\w+\W+){0,5}?(?:being\W+)?sought\b|\b(?:filed|files|submitted|submits"
        r"|sent|lodged|appli(?:ed|es)|has asked|asks|asked|seek(?:s"
        r"|ing)|sought|accepted|accepts|put in)\b(?=.{0,90}(?:approv\w*|\bNDA\b|\bsNDA\b|\bBLA\b"
        r"|\bMAA\b|new drug application|marketing authori[sz]ation|application|licen[sc]e|\b510"
        r"|clearance|permission))"
        r"|\b(?:under (?:regulatory |active )?review|PDUFA|review(?:ing|ed)? (?:of )?(?:the|its"
        r"|their) (?:application|filing)|(?:application|filing|submission)\W+(?:\w+\W+){0,3}?(?:is"
        r"|was|has been|are|were) (?:\w+ )?(?:pending|accepted|filed|submitted|made))\b",
        ("The firm has filed for approval with the FDA.", "The tablet is under review.", "It applied in May for 510(k) clearance."),
        ("She applied the lotion twice a day.", "He was seeking thicker hair."),
    ),
    Pattern(
        "cleared",
        r"\b(?:cleared|clearances?|clears|510\s?\(?k\)?|substantial(?:ly)?[ -]equivalen(?:t|ce)"
        r"|de novo(?! hair)|allow(?:s|ed) (?:the )?marketing|permitted (?:the )?marketing|granted marketing (?:permission|clearance))\b",
        ("The comb is FDA-cleared for men.", "It got 510(k) clearance.", "The agency allowed marketing of the cap."),
        ("The trial was clear.", "His scalp is clear."),
    ),
    Pattern(
        "off-label",
        r"\boff[- ]?label(?:led)?\b",
        ("Doctors prescribe it off label.",),
        ("The label is off.",),
    ),
    Pattern(
        "unapproved",
        r"\b(?:unapproved|unlicen[sc]ed|not licen[sc]ed|illegal(?:ly)?|banned|outlawed)\b",
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
        r"|es|al(?! (?:process|rating|procedure))|als|ing|e)|authori[sz](?:ed|es|ation)|licen[sc]ed(?! (?:by|from|to (?!treat)"
        r"|the rights|rights|doctor|physician|practitioner|pharmac|dermatolog|clinic|professional"
        r"|surgeon|out|it from))(?!.{0,40}\bfrom\b)|(?:marketing|product) licen[sc]e|"
        r"(?:FDA|regulatory|official|agency'?s?|agency’s|federal|European)\W+(?:nod|green[- ]light"
        r"|go-ahead|thumbs[- ]up|okay|OK|blessing|backing|seal)|(?:gets?|got|wins?|won|gave|gives?"
        r"|given|receiv\w+|granted|has|have|had|holds?|lacks?|without|obtain\w*|secur\w+|earn(?:s|ed)|no"
        r"|with)\W+(?:\w+\W+){0,3}?(?:green[- ]light|go-ahead|nod"
        r"|thumbs[- ]up|(?<!driving )(?<!medical )licen[sc]e(?! (?:to (?!market|sell|treat)|agreement|deal|fee|number|from)))"
        r"|indicated for|green-?lights?|green-?lit|greenlighted|okay(?:s|ed)|OKs|OK'd|(?:is|are"
        r"|was|were|been) registered (?:for|in|as)|sanctioned"
        r"|recogni[sz]e[sd]?(?= (?:it|them|the|this|that|its)\b)|passed (?:the )?(?:FDA|KFDA|MFDS))\b",
        (
            "The FDA approved the pill for adults.",
            "It won approval in Japan.",
            "The tablet is indicated for hair loss.",
            "It got the agency's nod.",
            "It is licensed for men.",
            "The firm secured the Peruvian nod.",
            "It has no licence for hair.",
            "The ministry does not recognise it for baldness.",
        ),
        (
            "A doctor-approved routine.",
            "She nodded.",
            "He has a driving licence.",
            "They had no licence to guess.",
            "an approval process for bloggers",
            "The proven method works.",
        ),
    ),
)

NOT_SELLING = (
    "ethics", "institutional review", " irb", "review board", "shareholder", "stockholder", "merger", "acquisition", "patent", "insurance",
    "insurer", "parental", "board of directors", "court approv", "judge approv", "settlement approv", "customer approval", "budget",
    "congress approv", "facial approval",
)  # fmt: skip
"""Words beside “approved” that make it another approval than leave to sell."""

BOOK = Book(PATTERNS)
