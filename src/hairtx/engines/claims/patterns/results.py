"""What a treatment is said to do: figures of trials, proof, harms, comparisons."""

from __future__ import annotations

from hairtx.engines.claims.patterns.pattern import NUMBER, Book, Pattern

_GROWS = (
    r"(?:regr\w+|re-?gr(?:ow|ew)\w*|grow(?:n|th|s|ing)?|grew|improve\w*|increase\w*|respon\w+"
    r"|hair|scalp|coverage|count|density|SALT|thicker|eyebrow\w*|eyelash\w*|lash\w*|kept|retain\w*"
    r"|keep|lost|loss|shed\w*|success\w*|achiev\w+|reach\w*|satisf\w*|gain\w*|side[- ]effects?|adverse|DHT"
    r"|dihydrotestosterone|serum|power|efficacy|potency)"
)
_BETTER = (
    r"(?:better(?! (?:known|heard|off|late|than nothing|understood|life))|faster|quicker|more effective(?:ly)?"
    r"|superior|more robust(?:ly)?|stronger|safer|denser|thicker|more (?:\w+ ){0,2}?hairs?|outperform\w*|beats?|surpass\w*|more (?:potent"
    r"|powerful|hair)|as (?:well|effective|good|safe) as|no (?:better|worse)|less effective"
    r"|equal(?:ly)? (?:to|effective)|comparable to|not inferior|inferior)"
)

PATTERNS = (
    Pattern(
        "no-harm",
        r"\b(?:no|zero|without(?: any)?|not a single|not one|free (?:of|from)|never any|hardly any"
            r"|neither)\W+(?:\w+[\s-]+){0,6}?(?:side[- ]effects?|adverse (?:events?|effects?|reactions?)"
            r"|complications?|risks?|(?:serious )?(?:harms?|reactions?)|toxicit(?:y|ies)|safety (?:issues?|concerns?|signals?))\b"
        r"|\bnobody (?:has |had )?(?:ever )?(?:reported|had|saw) (?:an?|any) (?:side[- ]effect|complication|harm)"
        r"|\b(?:side[- ]effects?|adverse events?|complications?)\b\W+(?:\w+\W+){0,5}?(?:not|never)\W+(?:\w+\W+){0,2}?(?:seen"
            r"|reported|observed|occurred|found|recorded)\b|\b(?:completely|100%|100 percent|totally"
            r"|perfectly|entirely) safe\b|\bside[- ]effect[- ]free\b|\b(?:was|were|is|proved|found to be"
            r"|both|deemed) safe\b(?=\W+(?:and|in|,|\.|for|$))",
        ("No side effects were seen by the doctors.", "It has no side effects.", "Not one bad reaction was noted.", "The cream was safe and mild.",
            "Nobody has ever reported a side effect."),
        ("Common side effects were acne and headache.",),
    ),
    Pattern(
        "no-study",
        r"\b(?:no|not a single|never|any|lack of|without)\W+(?:\w+\W+){0,3}?(?:clinical|controlled"
            r"|randomi[sz]ed|scientific|human|large)\W+(?:\w+\W+){0,2}?(?:stud(?:y|ies)|trials?|evidence"
            r"|proof|data)\b"
        r"|\b(?:nobody|no one) (?:has|had) (?:ever |yet )?(?:run|done|made|carried out|conducted|published)\W+(?:[\w-]+\W+){0,4}?(?:trial"
        r"|study|test)\b"
        r"|\bno (?:\w+ ){0,2}?(?:trial|study|stud(?:y|ies)|trials|research|evidence) (?:has |have |had |ever |yet )*(?:shows?"
        r"|showed|shown|proves?|proved|proven"
            r"|demonstrat\w+|finds?|found|backs?|supports?)\b",
        ("There are no controlled trials of it.", "It had done no clinical studies.", "No trial has ever shown that the oil works."),
        ("The clinical study had 70 men.",),
    ),
    Pattern(
        "proven",
        r"\b(?:clinically|scientifically|medically)[\s-]+(?:proven|shown|tested|demonstrated|validated)\b"
            r"|\b(?:been|is|was|were|are)\W+(?:\w+\W+){0,2}?(?:proven|shown|demonstrated|found|confirmed)\W+(?:to\W+)?(?:\w+\W+){0,3"
            r"}?(?:regrow|grow|help|stop|halt|reverse|restore|promote|increase|improve|stimulate|work"
            r"|be effective|prevent|slow|reduce)\w*",
        ("It is clinically proven.", "It has been shown to regrow hair."),
        ("It was shown on television.",),
    ),
    Pattern(
        "endpoint",
        r"\b(?:(?:did|does|do|could|was|were) ?(?:not|n't)(?: able to)? (?:meet|reach|achieve|attain|hit|show|demonstrate)"
        r"|never (?:met|reached|achieved)|met|meets|hit|achiev\w+|reach\w*|miss\w*"
            r"|fail\w*(?: to (?:meet|hit|reach|achieve|attain|show|demonstrate))?|f[ae]ll short of)\W+(?:\w+[\s-]+){0,6}?"
            r"(?:end-?points?|goals?|targets?|statistical significance)\b"
            r"|\bfailed\W+(?:\w+\W+){0,2}?(?:phase|late-stage|mid-stage|trial|study)\b|\bfailed (?:its"
            r"|in|the|a|late)\W+(?:\w+[\s-]+){0,4}?(?:trial|study|test|phase)\b|\bno (?:sign|evidence"
            r"|indication|benefit|significant (?:difference|effect|benefit|improvement))\b(?=.{0,80}\b(?:would"
            r"|work\w*|effect\w*|over|from|between|viable|alternative|help\w*|of|that|in|versus|compared"
            r"|against)\b)"
        r"|\b(?:no better|not better|no more effective|did no better|fared no better|no different"
            r"|did not (?:separate from|stand out from|win against|work|help|differ|outperform|beat|improve|regrow|show)|ineffective"
            r"|not effective)\b"
        r"|\b(?:flop\w*|flunk\w*|bomb(?:s|ed)|fizzl\w*|disappoint(?:s|ed)|came up short|fell flat)\W+(?:\w+\W+){0,4}?(?:phase"
        r"|trials?|stud(?:y|ies)|tests?)\b"
        r"|\b(?:on|for|against) (?:its|the|their) (?:main|primary|chief|co-primary) (?:goal|end-?point|aim|measure"
        r"|target)\b[^.;]{0,40}?\b(?:deliver(?:s|ed)|succeed(?:s|ed)|won"
        r"|fail(?:s|ed)|came up short|fell short|disappoint(?:s|ed))\b"
        r"|\b(?:look(?:s|ed)|did|performed|fared|worked) (?:\w+ )?(?:good|well|promising|encouraging|poorly|badly"
        r"|disappointing) in (?:\w+ ){0,3}?(?:phase|trials?|stud(?:y|ies)|tests?)\b",
        (
            "The trial met its primary endpoint.",
            "It was no better than placebo.",
            "It failed its phase 3 trial.",
            "The foam flunked a mid-stage test.",
            "On its chief aim the study failed.",
            "It did not achieve statistical significance at the primary endpoint.",
            "The foam didn't meet its goal.",
            "The gel fared badly in a small trial.",
        ),
        ("He met his wife.",),
    ),
    Pattern(
        "significant",
        r"\b(?:statistical(?:ly)?|highly)[\s-]+significan(?:t|tly|ce)\b|\bsignificant(?:ly)?\W+(?:\w+\W+){0,2}?(?:more"
            r"|compared|greater|better|higher|increase\w*|improve\w*|regrowth|hair|difference)\b",
        ("There was statistically significant regrowth.", "significantly more hair than placebo"),
        ("her significant other",),
    ),
    Pattern(
        "percent",
        rf"(?<![\w.,$€£])(?P<n>\d{{1,3}}(?:\.\d+)?|{NUMBER})\s?(?:%|percent|per cent)(?=.{{0,110}}\b{_GROWS}\b)"
            rf"|\b{_GROWS}\b(?:[^.]{{0,70}}?)(?:\b(?:by|of|in|to|for|up|down|rose|fell|grew|climbed|gained)\s+|\()(?:about |nearly |almost |over "
            rf"|more than |up to |around |roughly |some )?(?P<n2>\d{{1,3}}(?:\.\d+)?)\s?(?:%|percent|per cent)",
        ("Some 30% of people regrew their hair.", "hair count rose and growth improved by 17%", "serum DHT sank by roughly 62 per cent",
            "hair count was up 40% with the oil"),
        ("minoxidil 5% solution", "a 20% discount on hats"),
    ),
    Pattern(
        "share",
        rf"\b(?P<a>{NUMBER}|one|nine|most)[\s-](?:in|out of|of)[\s-](?:every )?(?P<b>\d{{1,4}}"
            rf"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
            rf"|nineteen|twenty|a hundred)\b(?=.{{0,90}}\b{_GROWS}\b)|\b(?:a third"
            rf"|a quarter|half|two[- ]thirds|three[- ]quarters|nearly half|one[- ]third)\b(?: of)?(?=.{{0,60}}\b(?:patients"
            rf"|people|men|women|participants|them|those|volunteers|users|subjects)\b.{{0,60}}\b{_GROWS}\b)",
        ("One in three people saw regrowth.", "Half of the patients regained hair growth.", "Eight out of fourteen had gained density."),
        ("one of the cats", "two in the row"),
    ),
    Pattern(
        "count",
        r"(?<![\w.,$€£])(?<!phase )(?P<n>\d{1,4}(?:\.\d+)?)\s+(?:(?:more|new|extra|additional|terminal|fewer"
            r"|target|non-?vellus|vellus)\s+){0,4}hairs?\b|\bhairs? per (?:square|cm)",
        ("14 more vellus hairs per cm2", "a gain of 12 hairs"),
        ("10 hairdressers", "its phase 3 hair loss trial"),
    ),
    Pattern(
        "better",
        rf"\bon a par with\b(?=.{{0,40}}\b(?:tablets?|pill|drug|minoxidil|finasteride|placebo|capsule)\b)"
        rf"|\b{_BETTER}\b(?=.{{0,90}}\b(?:than|as|to|over|placebo|PRP|minoxidil|finasteride|its rivals?"
            rf"|competitors?|the others?|any other|existing)\b)|\b(?:did|does|works?|worked|performed?"
            rf"|fared)\W+(?:\w+\W+){0,2}?as (?:well|good|effectively) as\b|\b(?:outperform\w*|beats"
            rf"|beat|surpass\w*)\W+(?:\w+\W+){{0,2}}?(?:placebo|vehicle|minoxidil|finasteride|PRP|rivals?)",
        ("It works faster than placebo.", "as effective as minoxidil", "it outperformed placebo"),
        ("She felt better.",),
    ),
    Pattern(
        "fell",
        r"\b(?:terminal |target |non-?vellus )?hairs?\W+(?:\w+\W+){0,6}?(?:had grown|rose|climbed|grew|were up|fell) by (?:about |some )?\d"
        r"|\b(?:hair|terminal hair|vellus)\W+(?:counts?|density|growth)\b\W+(?:\w+\W+){0,4}?(?:fell"
            r"|climbed|went from|dropped|declined|unchanged|stayed the same|rose|increased|decreased|doubled|tripled"
            r"|grew|improved|went up|went down)\b|\b(?:increase|rise|gain|drop|decline|fall|improvement"
            r"|growth)\W+(?:\w+\W+){0,2}?in\W+(?:\w+\W+){0,4}?hair\W+(?:counts?|density|thickness"
            r"|numbers?)\b"
        r"|\b(?:increas(?:ed?|es)|improv(?:ed?|es)|boost(?:ed|s)?|raised)\W+(?:\w+\W+){0,2}?hair\W+(?:growth|counts?|density|thickness)\b",
        ("Hair density rose in both arms.", "an increase in mean hair count", "The hairs in the area had grown by 20.2 with the spray."),
        ("his hair fell out",),
    ),
)  # fmt: skip

BOOK = Book(PATTERNS)
