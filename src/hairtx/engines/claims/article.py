"""An article taken apart: sentences with the names and places in them, and what each sentence without a name speaks of."""

from __future__ import annotations

import re
from collections import Counter

from hairtx.engines.claims.lexicon import Lexicon
from hairtx.engines.claims.mentions import mentions
from hairtx.engines.claims.narrowing import narrowed
from hairtx.engines.claims.ordinary import ANIMALS, HAIR
from hairtx.engines.claims.places import Place, Places
from hairtx.engines.claims.records import Mention, Sentence
from hairtx.engines.claims.scope import segments
from hairtx.engines.claims.sentences import plainly, sentences
from hairtx.model.dates import PartialDate
from hairtx.model.naming import key
from hairtx.model.value import Draft

_WORD = re.compile(r"[a-z]+")
_PRONOUN = re.compile(
    r"\b(?:it|its|this|these|they|them|their|that|the (?:[\w%]+[- ]){0,3}?(?:drug|pill|tablet"
    r"|capsule|treatment|therapy|medication|medicine|product|device|cap|comb|helmet|robot"
    r"|machine|technology|technique|"
    r"procedure|cream|tonic|tincture|version|form|formulation|strength|capsules?|solution|foam|gel|lotion|formula|compound|molecule|candidate|injections?"
    r"|cells|method|approach|serum|supplement|brand|substance|agent|spray|shampoo|oil|laser"
    r"|helmets?|gummies|patch|kit|drugs|pills|tablets|capsules|stud(?:y|ies)|trials?|compan(?:y"
    r"|ies)|firm|maker|manufacturer|biotech|system))\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|patients|participants|volunteers|placebo|dose|group|results?"
    r"|data|findings|enrol\w*|phase|FDA|EMA|MHRA|NMPA|PMDA|agenc(?:y|ies)|authorit(?:y|ies)|regulat\w+|market|approv\w+"
    r"|treated|dummy|sham|percent|per cent|serious reactions?|side effects?|decision|clearance|tested|take part|took part|launch\w*|joined"
    r"|those (?:who|on|with|taking)|hairs? (?:counts?|per)|label|licen[sc]e\w*"
    r"|permission|indication|prescription|pharmac(?:y|ies)|enough hair)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\bthan|\b(?:comparable|similar|equal|close) to (?:those|that|what|results?)(?: \w+){0,3}? (?:with|by|of|for|from)"
    r"|\bas \w+ as|\bversus|\bvs\.?|\bagainst|\bcompared (?:with|to)|\bover|\bunlike|\bsimilar to|\bwithout(?: an?| any)?"
    r"|\b(?:needs?|needed|wears?|wearing|wore|boxe?s? of)(?: an?)?(?: old)?"
    r"|\brelated drug,?|\bpatent on(?: \w+){0,4},?|\bwith(?: a)? control and(?: \w+){0,4}"
    r"|\b(?:pair|combin|mix|blend)\w*(?: it| them)? (?:with|and)|\btogether with|\balongside|\bnot)(?: \w+-\w+| \w+){0,1}\s*$",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*(?:,|or|and|, or|, and)\s*(?:topical |oral )?", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:it|(?:the|this) (?:drug|pill|tablet|capsule|cream|gel|foam|lotion|spray|treatment|medicine|therapy|device))\b", re.IGNORECASE
)
_GENERIC = re.compile(
    r"\b(?:an?|any|each|every|suppose|no)\W+(?!sham|placebo|dummy|control)(?:(?!sham|placebo|dummy|control)[\w-]+\W+){0,2}?(?:drug|medicine|medication|treatment|therapy|device|company|firm|authority|agency"
    r"|product|pill|thing|clearance)\b|\b(?:one|you) (?:looks?|tries|try|wants?|must|asks?|should)\b|^\W*[“\"'‘]\w+[”\"'’] means\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|its|their|our)\W+(?:[\w-]+\W+){0,2}?(?:drug|medicine|pill|tablets?|capsules?|treatment|device|product|company"
    r"|maker|trial|study)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:the|this|that|these|such an?|an?(?=\W+(?:topical|compounded)))\W+(?:[\w%-]+\W+){0,3}?"
    r"(robot|spray|tablets?|capsules?|pills?|gel|foam|lotion|cream"
    r"|helmet|cap|comb|injections?|serum|shampoo)\b",
    re.IGNORECASE,
)
_OTHER_FORM = re.compile(
    r"\b(?:the|its|an?) (oral|topical|sublingual) (?:form|version|formulation|route|drug|tablets?|pill|solution|foam)\b"
    r"(?!.*\b(?:oral|topical|sublingual)"
    r" (?:form|version|formulation|route)\b)",
    re.IGNORECASE,
)
_ROUTE_OF = {"tablet": "oral", "capsule": "oral", "pill": "oral", "spray": "topical", "foam": "topical", "lotion": "topical", "cream": "topical"}
_LASHES = re.compile(r"\b(?:eye-?\s?)?lash(?:es)?\b", re.IGNORECASE)
_HAIR_WORD = re.compile(r"\b(?:hair|scalp|bald\w*)\b", re.IGNORECASE)
_WITH_IT = re.compile(r"\b(?:it|them) (?:or|and|plus) (?:on |with |by )?$", re.IGNORECASE)
_NONE = re.compile(r"\W*none of (?:these|them|the)\b", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:universit\w+|hospital|institute?|school|college|clinic|academy|foundation)\b", re.IGNORECASE)
_IT_IS = re.compile(r"\W*(?:it|this|they|these)\W+(?:is|was|isn't|wasn't|has|had|are|were|aren't|became|remains?)\b", re.IGNORECASE)
"""“It is the second …, after baricitinib”: whatever is named later, the sentence speaks of the one before."""
_BOTH = re.compile(r"\W*(?:both|neither|the two|all three)\b(?! sexes| men)", re.IGNORECASE)
_ANECDOTE = re.compile(
    r"\b(?:she|he|I|we|they|who|(?-i:[A-Z])\w+)\W+(?:had |has |have |also |then |once |first )?(?:took|taken|tried|used"
    r"|swallowed|stopped|quit|was on|were on|been on"
    r"|was taking|been taking|was given|was prescribed|been prescribed|is on|am on)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
"""What somebody once took is not what the article goes on to speak of."""
_OF_ORIGIN = re.compile(r"(?:['’]s)?\W?$")
_RIVALS = re.compile(
    r"\b(?:not far behind|similar|same (?:sort|kind|class|type)|rivals?|competing|competitors?|also (?:testing|developing|working))\b", re.IGNORECASE
)


class Scene(Draft):
    """A sentence with what stands in it; places are counted from its own start."""

    sentence: Sentence
    text: str
    mentions: list[Mention]
    places: list[Place]
    referred: tuple[str, ...] = ()
    by_anaphor: bool = False
    near: bool = False
    beside: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    jurisdiction: str | None = None

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The places of its clauses."""
        return segments(self.text)

    def named(self, what: str) -> list[Mention]:
        """The mentions of a kind."""
        return [one for one in self.mentions if one.what == what]

    def compared(self, one: Mention) -> bool:
        """Whether a mention is only what something else is held against."""
        if _COMPARED.search(self.text[max(0, one.start - 40) : one.start]):
            return True
        led = next((other for other in reversed(self.named("treatment")) if other.end <= one.start), None)
        return led is not None and bool(_OR.fullmatch(self.text[led.end : one.start])) and self.compared(led)


class Article:
    """The scenes of a text in order, with what the whole of it is about."""

    def __init__(self, text: str, lexicon: Lexicon, places: Places, published: PartialDate | None, added: tuple[Mention, ...] = ()) -> None:
        self.text = text
        self.lexicon = lexicon
        self.places = places
        self.published = published
        self.mentions = sorted((*narrowed(text, mentions(text, lexicon), lexicon), *added), key=lambda one: one.start)
        self.about_hair, self.about_animals = _subject(text)
        self.about_lashes = len(_LASHES.findall(text)) > max(2, len(_HAIR_WORD.findall(text)))
        self.about_hair = self.about_hair or any(one.what == "treatment" and self._only_for_hair(one) for one in self.mentions)
        self.scenes = self._scenes(places)
        self.counts = Counter(one.ids[0] for one in self.mentions if one.what == "treatment")
        self.topic = self._topic()
        self.conditions = tuple(dict.fromkeys(one.ids[0] for one in self.mentions if one.what == "condition"))
        self.main_condition = next(
            (id_ for id_, _ in Counter(one.ids[0] for one in self.mentions if one.what == "condition").most_common() if lexicon.is_hair(id_)), None
        )
        self._refer()

    def _scenes(self, places: Places) -> list[Scene]:
        found = []
        at = 0
        self.home = places.home(self.text)
        for sentence in sentences(self.text):
            raw = plainly(self.text[sentence.start : sentence.end])
            inside = []
            while at < len(self.mentions) and self.mentions[at].start < sentence.end:
                one = self.mentions[at]
                if one.start >= sentence.start:
                    inside.append(Mention(one.text, one.start - sentence.start, one.end - sentence.start, one.what, one.ids, one.how))
                at += 1
            there = [one for one in places.find(raw) if not _of_origin(raw, one, inside)]
            found.append(Scene(sentence, raw, inside, places.at_home(raw, there, self.home)))
        return found

    def _topic(self) -> str | None:
        """The treatment that the article is about: named in its head, or most often."""
        weights = Counter(self.counts)
        for scene in self.scenes[:2]:
            for one in scene.named("treatment"):
                weights[one.ids[0]] += 3
        if weights:
            return weights.most_common(1)[0][0]
        return None

    def _refer(self) -> None:
        """Gives each sentence without a treatment of its own the one it speaks of, by the paragraph, then by the article."""
        focus: tuple[str, ...] = (self.topic,) if self.topic else ()
        paragraph = -1
        place = next((one.code for scene in self.scenes for one in scene.places if one.authority), None) or self.home
        local: tuple[str, ...] = ()
        several: tuple[str, ...] = ()
        seen: list[str] = []
        for scene in self.scenes:
            if scene.sentence.paragraph != paragraph:
                paragraph, local = scene.sentence.paragraph, ()
            authorities = [one.code for one in scene.places if one.authority]
            place = authorities[-1] if authorities else place
            scene.jurisdiction = place
            named = scene.named("treatment")
            own = [one for one in named if not scene.compared(one)]
            if named and not own and (local or focus):
                scene.referred, scene.by_anaphor = local or focus, True
                continue
            own = own or named
            if own and (local or focus) and _IT_IS.match(scene.text):
                scene.led = local or focus
            if own and focus and own[0].ids[0] not in focus and _ANECDOTE.search(scene.text[max(0, own[0].start - 40) : own[0].start]):
                continue
            if own:
                if (local or focus) and _WITH_IT.search(scene.text[max(0, own[0].start - 20) : own[0].start]):
                    scene.beside = local or focus
                focus = local = (own[0].ids[0],)
                several = tuple(dict.fromkeys(one.ids[0] for one in own))
                seen = [*(id_ for id_ in seen if id_ not in several), *several]
                continue
            scene.by_anaphor = bool(_PRONOUN.search(scene.text))
            if _GENERIC.search(scene.text) and not _DEFINITE.search(scene.text) and not scene.places and not scene.named("company"):
                # “A medicine may be approved for the joints”: said of medicines, not of the one spoken of.
                scene.by_anaphor = False
                continue
            fitting = self._of_that_form(scene, seen)
            if fitting and fitting not in (local or focus):
                focus = local = (fitting,)
            if _NONE.match(scene.text) and len(seen) > 1:
                scene.referred, scene.by_anaphor = tuple(seen[-4:]), True
                continue
            if _BOTH.match(scene.text) and len(several) == (3 if "three" in scene.text[:12].lower() else 2):
                scene.referred, scene.by_anaphor = several, True
                continue
            through = self._through(scene, local or focus)
            if through:
                scene.referred, scene.by_anaphor = through, True
                if not _RIVALS.search(scene.text):
                    focus = local = through[:1]
            elif scene.by_anaphor or _STUDY.search(scene.text):
                scene.referred, scene.near = local or focus, bool(local)

    def _of_that_form(self, scene: Scene, seen: list[str]) -> str | None:
        """The treatment last named whose form a phrase such as “the spray” or “the robot” names; None where there is none."""
        for said in _FORM.finditer(scene.text):
            if _COMPARED.search(scene.text[max(0, said.start() - 40) : said.start()]):
                continue
            noun = said[1].lower().removesuffix("s")
            for id_ in reversed(seen):
                one = self.lexicon.treatments[id_]
                named = " ".join(
                    [one.name, one.route or "", *(product.form or "" for product in one.products), *(name for _, name in one.names.all())]
                )
                if re.search(rf"\b{noun}s?\b", named, re.IGNORECASE):
                    return id_
            if seen and (other := self._sibling(seen[-1], _ROUTE_OF.get(noun))):
                return other
        return None

    def in_form(self, id_: str, words: str) -> str:
        """The treatment, or that of the same substance in the form that words right before a claim name: “the oral form is …”."""
        said = _OTHER_FORM.search(words)
        return (said and self._sibling(id_, said[1].lower())) or id_

    def _sibling(self, id_: str, route: str | None) -> str | None:
        """The treatment of the same substance by another route: `finasteride-oral` for the tablets in a text on the spray."""
        held = self.lexicon.treatments[id_].route or ""
        other = f"{id_.rsplit('-', 1)[0]}-{route}"
        return other if route and route not in held and other in self.lexicon.treatments else None

    def _through(self, scene: Scene, focus: tuple[str, ...]) -> tuple[str, ...]:
        """The treatment that a sentence means by naming its trial or its company."""
        for one in scene.named("trial"):
            studied = self.lexicon.trials[one.ids[0]].treatments
            return tuple(id_ for id_ in studied if id_ in focus)[:1] or tuple(id_ for id_ in studied if id_ in self.counts)[:1] or tuple(studied[:1])
        found: list[str] = []
        if focus and _OPENS.match(scene.text) and not any(id_ in focus for one in scene.named("company") for id_ in one.ids):
            return ()
        for one in scene.named("company"):
            if _SCHOOL.search(one.text) and not any(id_ in focus or id_ in self.counts for id_ in one.ids):
                # A university tries more than the one thing on record as its own.
                continue
            made = [id_ for id_ in one.ids if self._for_hair(id_)]
            held = [id_ for id_ in made if id_ in focus] or [id_ for id_ in made if id_ in self.counts]
            if not held:
                held = made if len(made) == 1 else []
            found += held[:1]
        return tuple(dict.fromkeys(found))

    def _only_for_hair(self, mention: Mention) -> bool:
        """Whether a treatment has no use on record but for hair: who speaks of it speaks of hair."""
        one = self.lexicon.treatments[mention.ids[0]]
        product = {
            decision.condition for decision in one.decisions if decision.product and key(decision.product) == key(mention.text) and decision.condition
        }
        if product and all(self.lexicon.is_hair(use) for use in product):
            return True
        if not all(self.lexicon.is_hair(use) for use in one.conditions):
            return False
        others = any(decision.condition and not self.lexicon.is_hair(decision.condition) for decision in one.decisions)
        return not (others and any(held.what == "condition" and not self.lexicon.is_hair(held.ids[0]) for held in self.mentions))

    def _for_hair(self, id_: str) -> bool:
        return any(self.lexicon.is_hair(condition) for condition in self.lexicon.treatments[id_].conditions)


def _of_origin(text: str, place: Place, mentions: list[Mention]) -> bool:
    """Whether a place only says where a product or a company is from: “the Swedish DigniCap”, “Canada's RepliCel”."""
    if place.authority is not None or re.search(r"\b(?:in|of|from|to|for|by) (?:the )?$", text[max(0, place.start - 9) : place.start], re.IGNORECASE):
        return False
    return any(
        one.what in {"treatment", "company"} and 0 < one.start - place.end <= 3 and _OF_ORIGIN.fullmatch(text[place.end : one.start])
        for one in mentions
    )


def _subject(text: str) -> tuple[bool, bool]:
    """Whether a text speaks of hair, and whether it speaks of animals' hair."""
    counted = Counter(_WORD.findall(text.lower()))
    hair = sum(counted[word] for word in HAIR)
    animals = sum(counted[word] for word in ANIMALS)
    foreign = bool(re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text[:5000]))
    return hair > 0 or foreign, animals >= 3 and animals * 2 > hair
