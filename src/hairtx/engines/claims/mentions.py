"""Finds every name of the knowledge base in a text: the longest match wins, decoys and ordinary words are let pass."""

from __future__ import annotations

import re
from typing import NamedTuple

from hairtx.engines.claims.lexicon import LONGEST, START, Entry, Lexicon
from hairtx.engines.claims.ordinary import HAIR, WORDS
from hairtx.engines.claims.records import Mention
from hairtx.model.naming import CORPORATE, fold

_TOKEN = re.compile(r"\[[^\W\d_]\][^\W\d_]+|[^\W_]+(?:['’][^\W_]+)?")
"""A word; “[T]opical” is one, too."""
_NUMBERED = re.compile(r"[-‐‑–]\d\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_TRADE = HAIR | {"oil", "extract", "supplement", "supplements", "deficiency", "levels", "shampoo", "mg", "dose", "tablets", "topical", "oral"}
_STUDY = {"trial", "trials", "study", "studies", "phase", "results", "data", "program", "programme"}


class Token(NamedTuple):
    """A word of the text with its folded form and place."""

    text: str
    folded: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text; a possessive ending does not belong to the word."""
    found = []
    for match in _TOKEN.finditer(text):
        said = match[0]
        bare = said[1] + said[3:] if said[0] == "[" else said
        if "'" in said or "’" in said:
            bare = _POSSESSIVE.sub("", said).replace("'", "").replace("’", "")
        found.append(Token(said, bare.lower() if bare.isascii() else fold(bare), match.start(), match.end()))
    return found


def mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """Every mention in order of place."""
    said = tokens(text)
    found: list[Mention] = []
    seen_companies: set[str] = set()
    slips: dict[str, str | None] = {}
    at = 0
    while at < len(said):
        length, entry = _longest(said, at, text, lexicon) if said[at].folded[:START] in lexicon.starts else (1, None)
        if entry is None:
            mention = _short_company(said, at, text, lexicon, seen_companies) if said[at].text[0].isupper() else None
            mention = mention or _slip(said, at, text, lexicon, slips)
            if mention:
                found.append(mention)
            at += 1
            continue
        first, last = said[at], said[at + length - 1]
        if entry.what == "company":
            seen_companies.add(entry.text)
        if entry.what != "decoy":
            near = {token.folded for token in (*said[max(0, at - 3) : at], *said[at + length : at + length + 3]) if _close(text, token, first, last)}
            end = last.end - (2 if last.text.endswith(("'s", "’s")) else 0)
            found.append(Mention(text[first.start : end], first.start, end, entry.what, lexicon.by_route(entry, near)))
        at += length
    for start, entry in lexicon.in_other_script(text):
        if not any(one.start <= start < one.end for one in found[-50:]):
            found.append(Mention(entry.text, start, start + len(entry.text), entry.what, entry.ids))
    return sorted(found, key=lambda one: one.start)


def _close(text: str, token: Token, first: Token, last: Token) -> bool:
    """Whether no sentence or clause ends between a word and the name."""
    between = text[token.end : first.start] if token.end <= first.start else text[last.end : token.start]
    return not any(sign in between for sign in ".;:,\n") and "(" not in between


def _longest(said: list[Token], at: int, text: str, lexicon: Lexicon) -> tuple[int, Entry | None]:
    joined = ""
    best: tuple[int, Entry | None] = (1, None)
    for length in range(1, min(LONGEST, len(said) - at) + 1):
        token = said[at + length - 1]
        if length > 1 and ("\n\n" in text[said[at + length - 2].end : token.start] or token.start - said[at + length - 2].end > 4):
            break
        joined += token.folded
        if len(joined) > 80 or joined[:START] not in lexicon.starts:
            break
        entry = lexicon.entry(joined)
        if entry is None and joined.endswith("s") and len(joined) > 5:
            entry = lexicon.entry(joined[:-1])
            if entry and entry.strict not in {"free", "trade"}:
                entry = None
        if entry and _fits(entry, said, at, length, text):
            best = (length, entry)
    return best


def _fits(entry: Entry, said: list[Token], at: int, length: int, text: str) -> bool:
    """Whether the words are written as that name must be."""
    written = text[said[at].start : said[at + length - 1].end]
    run = said[at : at + length]
    # “no vel” is not Novel, nor “makes hair grow” a Hairgrow: words may run together only in longer names, in codes and over hyphens.
    runs_together = length not in {1, entry.length} and "-" not in written + entry.text and not any(token.folded.isdigit() for token in run)
    if runs_together and (min(len(token.folded) for token in run) < 4 or (entry.text[:1].isupper() and written == written.lower())):
        return False
    between = text[said[at].end : said[at + length - 1].start] if length > 1 else ""
    if any(sign in between for sign in ".,;:!?()\n") and "." not in entry.text and "," not in entry.text and "(" not in entry.text:
        return False
    if entry.what == "trial" and _NUMBERED.match(text, said[at + length - 1].end):
        # COMB-2 is another trial than COMB.
        return False
    if entry.what == "trial" and length == 1 and written.isalpha():
        return _is_trial(entry, written, said, at)
    if entry.strict == "exact":
        if length > entry.length and all(len(token.text) == 1 for token in run):
            # “F-D-A” spells no FD.
            return False
        plain = [letter for letter in written if letter.isalnum()]
        return written.isupper() and [letter for letter in entry.text if letter.isalnum()] == plain
    if entry.strict == "capital":
        small = {"of", "at", "and", "for", "the", "de", "e", "y"}
        return all(token.text[:1].isupper() or token.text[:1].isdigit() or token.text in small for token in run) or not written.isascii()
    if entry.strict == "trade":
        around = {token.folded for token in (*said[max(0, at - 4) : at], *said[at + length : at + length + 4])}
        return bool(around & _TRADE)
    return True


def _is_trial(entry: Entry, written: str, said: list[Token], at: int) -> bool:
    """A trial's short name in capitals among words that are not, or with its capital beside a word such as “trial”."""
    around = [*said[max(0, at - 4) : at], *said[at + 1 : at + 5]]
    beside = bool({token.folded for token in (*said[max(0, at - 1) : at], *said[at + 1 : at + 3])} & _STUDY)
    if written.isupper() and len(written) > 1:
        shouting = bool(around) and sum(token.text.isupper() and len(token.text) > 1 for token in around) > len(around) / 2
        return beside or (not shouting and entry.text.isupper())
    return beside and written[:1].isupper() and written.lower() not in {"scalp", "up", "fast"}


def _short_company(said: list[Token], at: int, text: str, lexicon: Lexicon, seen: set[str]) -> Mention | None:
    """A company by its short name: Lilly, Concert (once Concert Pharmaceuticals was named), Sun Pharmaceutical Industries."""
    token = said[at]
    if token.text.isupper() and len(token.text) > 5 and text[token.end : token.end + 1] == ",":
        # “LEXINGTON, Mass.” is where a release was written, not who wrote it.
        return None
    for length in (3, 2, 1):
        run = said[at : at + length]
        if len(run) < length or not all(one.text[:1].isupper() for one in run):
            continue
        entry = lexicon.company("".join(one.folded for one in run))
        if entry is None:
            continue
        follows = said[at + length : at + length + 3]
        tail = 0
        for one in follows:
            if one.folded not in CORPORATE or not one.text[:1].isupper() or one.start - said[at + length + tail - 1].end > 3:
                break
            tail += 1
        if length == 1 and token.folded in WORDS and entry.text not in seen and not tail:
            return None
        seen.add(entry.text)
        end = said[at + length + tail - 1].end
        shown = _POSSESSIVE.sub("", text[token.start : end])
        return Mention(shown, token.start, token.start + len(shown), "company", entry.ids)
    return None


def _slip(said: list[Token], at: int, text: str, lexicon: Lexicon, known: dict[str, str | None]) -> Mention | None:
    token = said[at]
    word = token.folded
    if len(word) < 6 or lexicon.entry(word):
        return None
    quoted = token.start > 0 and text[token.start - 1] in "'\"‘“"
    named = quoted or (token.text[:1].isupper() and at > 0 and text[said[at - 1].end : token.start] == " ")
    asked = word if named else f"-{word}"
    if asked not in known:
        known[asked] = lexicon.slips.find(word, named=named)
    close = known[asked]
    if close is None or close == word.removesuffix("s"):
        return None
    entry = lexicon.entry(close)
    assert entry is not None
    end = token.start + len(_POSSESSIVE.sub("", token.text))
    near = {one.folded for one in (*said[max(0, at - 2) : at], *said[at + 1 : at + 3])}
    return Mention(text[token.start : end], token.start, end, "treatment", lexicon.by_route(entry, near), "slip")
