"""Whether something can be had: sold, offered, launched, delayed, taken off the market."""

from __future__ import annotations

from hairtx.engines.claims.patterns.pattern import Book, Pattern

_PAYER = (
    r"(?:NHS|SUS|Medicare|Medicaid|insur\w+|sick funds?|health funds?|statutory funds?|provinces?|cantons?|drug plans?|PBS"
    r"|the state|reimbursement list)"
)

PATTERNS = (
    Pattern(
        "paid",
        rf"\b{_PAYER}\b\W+(?:[\w-]+\W+){{0,5}}?(?:pays?|paid|covers?|covered|reimburses?|funds?|funded|subsidi[sz]es?|foots?|picks? up"
        rf"|will supply|supplies)\b"
        rf"|\b(?:paid for|covered|reimbursed|subsidi[sz]ed|funded) (?:by|on|through|under)\W+(?:\w+\W+){{0,4}}?{_PAYER}\b"
        rf"|\b(?:enter(?:s|ed)?|on|in|join(?:s|ed)?) the (?:\w+ )?(?:medical|health|national) insurance (?:directory|list|catalogue|scheme)\b"
        rf"|\b(?:health )?insurance (?:is|was|can be) applied\b|\b(?:pick(?:s|ed)? up|foot(?:s|ed)?) the bill for\b",
        ("No province pays for the tablet.", "It is covered by most insurers.", "The NHS in England funds neither.", "Sick funds pick up the bill."),
        ("She paid for the comb.",),
    ),
    Pattern(
        "brought",
        r"\b(?:com(?:e|es|ing)|came|brought|bring(?:ing|s)?|get(?:ting)?|got|go(?:es|ing)?|went"
        r"|reach(?:es|ed|ing)?)\W+(?:\w+\W+){0,4}?to (?:the )?market\b(?!ing)",
        ("It wants to bring it to market by 2018.", "The gel may come to market soon."),
        ("permission to market the comb",),
    ),
    Pattern(
        "name-only",
        r"\b(?:sold|marketed|available|known|prescribed|branded|launched|distributed)\W+(?:\w+\W+){0,2}?(?:as(?! (?:early|soon|late|of|from|over)\b)"
        r"|under)\b(?!\s+an?\s)(?: the)?(?: (?:brand|trade|name))*|\bname on sale\b|\b(?:to|permission to"
        r"|leave to|cleared? to|clearance to|approval to|for|allow(?:s|ed)? the) market(?:ing)?\b"
        r"|\bmarketing (?:auth\w+|applic\w+|approval|campaign|permission|licen[sc]e)"
        r"|\blaunch\w*\W+(?:(?!(?:in|on|for|of|with|by|at|after|as|and|which)\b)[\w-]+\s+){0,7}?(?:trials?|stud(?:y|ies)|phase|campaign|website|programme?"
        r"|appeal|investigation|lawsuit)\b|\boffer(?:s|ed)?\W+(?:\w+\W+){0,3}?(?:hope|relief|advice"
        r"|results|promise|explanation|new|alternative)\b|\b(?:data|results|findings|figures|information)\W+(?:\w+\W+){0,3}?(?:a"
        r"vailable|on offer)\b|\bavailable (?:evidence|data|information"
        r"|research|literature|treatments?|options?)\b",
        (
            "marketed under the name Zuvia",
            "permission to market the comb",
            "launched a phase 3 trial",
            "has quietly launched its second multi-centre clinical study",
        ),
        ("It was launched in May.",),
    ),
    Pattern(
        "withheld",
        r"\b(?:launch|sale|sales|rollout|roll-out|availability|commerciali[sz]ation|market entry"
        r"|market)\b\W+(?:\w+\W+){0,6}?(?:delay\w*|postponed|on hold|blocked|barred|held up|halted"
        r"|pushed back|put off|stalled|suspended)\b"
        r"|\b(?:delay\w*|postpon\w*|block\w*|bar(?:s|red)|hold(?:s|ing)? (?:up|back)|stall\w*"
        r"|halt\w*|prevent\w*|keep\w*|stop\w*|pushes back|pushed back|wait\w*)\b\W+(?:\w+\W+){0,6}?(?:launch\w*"
        r"|sale\b|sales\b|selling|rollout|market\b|commerciali[sz]\w+)",
        ("The launch was delayed.", "A court blocks the sale.", "A lawsuit stalls the launch of the gel."),
        ("Sales of hats rose.",),
    ),
    Pattern(
        "discontinued",
        r"\b(?:discontinued|no longer (?:available|sold|made|offered|marketed|on sale|on the market"
        r"|produced)|taken off the (?:market|shelves)|(?:pulled|removed|withdrawn) from (?:the )?(?:market"
        r"|sale|shelves|shops|pharmacies)|off the market|stopped (?:selling|making|offering|producing)"
        r"|ceased (?:selling|production))\b",
        ("It is no longer available.", "The foam was discontinued.", "They ceased selling it."),
        ("The trial was long.",),
    ),
    Pattern(
        "available",
        r"\b(?:on|from|off) (?:\w+ )?(?:pharmac\w+|drug-?store|chemist\w*|shop|store|supermarket)(?:['’]s?)? shelves\b"
        r"|\b(?:on the shelves|in stock)\b"
        r"|\b(?:get|obtain|have|buy) (?:it|them|this|one) (?:on prescription|privately|over the counter|online)\b"
        r"|\b(?:in|at) (?:its|the|our|their|all|most|local|\w+ish|\w+an) (?:pharmacies|drug-?stores|chemists)\b"
        r"|\b(?:can(?:not|['’]t)?|could(?:n['’]t| not)?|can not|un?able to|been able to)\W+(?:\w+\W+){0,2}?(?:get|obtain|buy|find"
        r"|purchase|pick up)\W+"
        r"(?:\w+\W+){0,4}?(?:from|at|in) (?:an?|any|the|your|its)\W+(?:[\w-]+\W+)?(?:pharmac(?:y|ies|ist)|drug-?stores?|chemists?"
        r"|shops?|counter|stores?|web-?sites?|sites?|clinics?|doctors?)\b"
        r"|\bcan(?:'t|not| not) (?:yet )?(?:get|buy|have|order) (?:it|one|them|the \w+)\b"
        r"|\bcan(?:'t|not| not) (?:get|buy|order) [\w-]+ (?=(?:yet|anywhere|here|today)\b)"
        r"|\b(?:no prescription is|prescription is(?: not|n't)|no prescription) (?:needed|required|necessary)\b"
        r"|\b(?:buy|find|get|take|have) (?:it|them|one)?\W*(?:[\w%]+\W+){0,3}?(?:in|at|from) (?:any|every|the|your"
        r"|most) (?:\w+ )?(?:pharmac(?:y|ies)|drug-?stores?|chemists?)\b"
        r"|\b(?:has|have) been prescribed\b(?=[^.;]{0,60}\bsince\b)|\b(?:has|have) (?:sold|offered) the (?:\w+ )?(?:injections|cells"
        r"|treatment|therapy|cap|device)\b"
        r"|\b(?:is|are) shipped to\b|\bline up in (?:pharmacies|shops)\b"
        r"|\bbeen able to (?:buy|get|order|purchase)\b|\bproducts? on (?:\w+ )?shelves\b"
        r"|\bable to (?:buy|purchase|order|get|obtain)\b(?=[^.;]{0,50}(?:prescription|counter|pharmac|shop|online))"
        r"|\b(?:is(?:n['’]t)?|are(?:n['’]t)?|was(?:n['’]t)?|were(?:n['’]t)?|be|been|being|become[s]?|became|remain[s]?|already|now|widely"
        r"|commercially"
        r"|currently|also|only|not|make|made|making|not yet|readily)\W+(?:\w+\W+){0,3}?(?:available"
        r"|on sale|on the (?:\w+ )?market|for sale|on offer|sold|marketed|stocked|obtainable|offered"
        r"|dispensed|in (?:wide )?use|used in|had (?:already|now|without|from|at|in))\b"
        r"|\b(?:available|on sale|on the market|on offer)\b(?=\W+(?:\w+\W+){0,1}?(?:in|at|from|since|over|online|without"
        r"|with|by|only|to|for|across|now|on|nationwide|worldwide|\d)\b)"
        r"|\b(?:is|are|was|been|be)\W+(?:\w+\W+){0,2}?in the trade\b|\b(?:free of|without) recipe\b|\bon open shelves\b"
        r"|\b(?:hospitals|clinics|pharmacies|shops)\W+(?:\w+\W+){0,2}?(?:suppl(?:y|ies))\b(?=.{0,40}\b(?:it|them|capsule|tablet|drug|pill"
        r"|spray|lotion)\b)"
        r"|\b(?:over[- ]the[- ]counter|without (?:a )?prescription|prescription[- ]only|by prescription)\b(?=.{0,50}\b(?:availab"
        r"le|bought|sold|sale|buy|get|product|treatment|drug|in)\b)"
        r"|\b(?:can|could|may|cannot|can['’]t|could not|can not)\W+(?:\w+\W+)?(?:buy|purchase|order)\b|\b(?:can|could|may|cannot|can['’]t"
        r"|can not|could not) (?:now "
        r"|already |also |only )?be (?:bought|purchased|ordered|had|prescribed|obtained)\b|\b(?:(?:providers?"
        r"|clinics?|pharmacies|pharmacy|shops?|stores?|retailers?|websites?|doctors)\W+(?:[\w]+\W+){0,4}?(?:have"
        r"|has) (?:it|them)|sells?|selling|offers?|offering|stocks?|markets|ships?|shipping|dispenses?"
        r"|provides?|offered|carry|carries)\b(?=.{0,40}\b(?:it|them|the cells|cells|drug|treatment|therapy|product|pill"
        r"|tablet|cream|foam|device|cap|injections?|gummies|version|form|online|in|at|clinics?"
        r"|sessions?)\b)",
        (
            "It is now available in Peru.",
            "The foam is on sale without a prescription.",
            "Pharmacies stock the tablet; it can be bought online.",
            "The clinic offers the therapy.",
            "It is on drugstore shelves.",
            "Nobody can get the gel at a pharmacy.",
            "Men were able to buy it without a prescription.",
            "The spray has been in Danish pharmacies since May.",
            "It cannot be bought at all.",
            "The lotion is free of recipe.",
            "Nobody can buy the gel yet.",
            "Many clinics already supply the capsule.",
            "You can't get it yet.",
            "You cannot buy Zuvia anywhere.",
            "No prescription is needed in Peru.",
            "You'll find it at any drugstore.",
            "It has been prescribed to men there since 1999.",
            "Hospitals have sold the injections since July.",
        ),
        ("She was unavailable.", "The carrier was late."),
    ),
    Pattern(
        "launch",
        r"\breach(?:es|ed)?\W+(?:[\w-]+\W+){0,2}?(?:pharmacies|shelves|shops|drug-?stores|customers|consumers)\b"
        r"|\bbe in (?:\w+ )?(?:clinics|pharmacies|shops|doctors['’]? offices)\b|\bbring\W+(?:\w+\W+){0,3}?to (?:customers|consumers|patients)\b"
        r"|\bship(?:s|ped|ping)?\W+(?:\w+\W+){0,3}?(?:machines|units|devices|systems|orders)\b"
        r"|\b(?:launch(?:ed|es|ing)?|rolled? out|rollout|hit(?:s|ting)? (?:the )?(?:shelves|market"
        r"|shops|pharmacies)|(?:com(?:e|es|ing)|came|brought|bring|reach(?:es|ed)?|get|got|go(?:es)?"
        r"|went|going|enter(?:s|ed)?)\W+(?:\w+\W+){0,3}?(?:to market|on sale|onto the market|the market"
        r"|on the market|into the clinic|to the public|to pharmacies|to consumers|commercially available)"
        r"|(?<!data )(?<!results )(?:be|been|gets?|got|being) (?:commercially )?released "
        r"(?=(?:in|by|as early|as soon|around|on|next|for sale|commercially"
        r"|before|this|within|at|to the (?:market|public))\b)(?!in (?:the |a )?(?:journal|press|blood|skin|body|scalp))"
        r"|product release|releas(?:e|es|ing) (?:its|the|their|an?)\W+(?:[\w-]+\W+){0,4}?(?:product|treatment|drug|therapy|device|tablet|pill|gel"
        r"|foam|version|solution)\b|practical (?:use|application) (?=(?:in|by|from|as|at|around)\b)"
        r"|market(?:ing)? (?:entry|release|debut)|commerciali[sz]ation|commerciali[sz]e|first (?:sales"
        r"|shipments))\b",
        (
            "The firm launched it in July.",
            "It could hit the market by 2020.",
            "The gel will go on sale next year.",
            "It could be released in Peru in 2018.",
            "The firm aims to release its foam product.",
            "They are to be put into practical use in 2020.",
        ),
        ("She went home.", "a hormone is released in the skin"),
    ),
)

BOOK = Book(PATTERNS)
