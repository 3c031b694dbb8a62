"""Who issued a document: "của UBND tỉnh Cà Mau", "của Bộ trưởng bộ VH, TT & DL", "của Bộ Y tế và Bộ Tài chính".

An issuer is a head of the lexicon (``issuers``) and what that kind of head takes after it: nothing (whole), an area
(UBND tỉnh …), a field of administration (Sở Y tế …), a proper name (Công ty …), a session (Hội nghị lần thứ …) or
another issuer (Chủ tịch …). Each kind stops by itself before the document's title and before verbs, for those are
neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import entries
from extractor.lexicon.patterns import compiled
from extractor.lexicon.trie import Trie
from extractor.patterns.documents.laws import plenum_end
from extractor.patterns.documents.lexicon import break_pattern, follower_pattern, spelled

_CAPITAL = r"(?:\p{Lu}[\p{L}\d]*+(?:[-.]\p{Lu}[\p{L}\d]*+)*+)"
_TERM = compiled(r",? (?P<paren>\()?(?:khóa|nhiệm kỳ)(?: thứ)? (?:[XVI]+(?!\p{L})|\d{1,4}(?: ?- ?\d{4})?)(?(paren)\))")
_JOINED = compiled(r"(?: ?[-&]| và)(?= )")
_LOWER = compiled(r" (?P<word>\p{Ll}+)(?!\p{L})")
_NAME_END = compiled(r" (?:\p{Lu}|[-&] |(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\p{L}))")
_UNDER = compiled(r"(?: ?-| thuộc)(?= )")
_JOINT = compiled(r",? và | ?[-,;/] ?")
_NAME_STEPS = 16
_LONGEST_HEAD = 80
_LOWER_STEPS = 4


@dataclass(frozen=True, slots=True)
class _Grammar:
    heads: Trie[None]
    head: dict[str, re.Pattern[str]]
    roles: dict[str, str]
    area: re.Pattern[str]
    upper_area: re.Pattern[str]
    place: re.Pattern[str]
    field: re.Pattern[str]
    trade: re.Pattern[str]

    def head_at(self, text: str, at: int) -> re.Match[str] | None:
        """The longest head that begins at ``at``."""
        pattern = self.head.get(_key(text[at : at + 2]))
        return None if pattern is None else pattern.match(text, at)


def _key(form: str) -> str:
    return form.casefold().replace("uỷ", "ủy")


def _field(entry: dict[str, list[str]]) -> str:
    parts, letters = entry["parts"], entry.get("letters", [])
    paired = len(letters) == len(parts) > 1
    segments = [
        rf"(?:{spelled(part)}|{re.escape(letters[i])}(?!\p{{L}}))" if paired else spelled(part)
        for i, part in enumerate(parts)
    ]
    full = r"(?: ?[,&-] ?| và | )".join(segments)
    return full + "|" + r"(?: ?[-,&] ?)?".join(map(re.escape, letters)) if letters else full


@cache
def _grammar() -> _Grammar:
    lexicon = entries("issuers")
    forms = {
        form: entry["role"]
        for entry in lexicon
        if entry["role"] in ("whole", "area", "office", "named", "title", "session")
        for form in entry.get("forms", [entry["name"]])
    }
    # By their first letters: one pattern of them all takes long to compile, and few of its branches are ever of use.
    heads: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        heads[_key(form[:2])].append(spelled(form))
    levels = "|".join(
        spelled(form) if form[-1] != "." else re.escape(form)
        for entry in lexicon
        if entry["role"] == "level"
        for form in sorted(entry.get("forms", [entry["name"]]), key=len, reverse=True)
    )
    domains = [entry for entry in lexicon if entry["role"] == "domain"]
    fields = "|".join(map(_field, sorted(domains, key=lambda entry: (-len(entry["parts"]), -len(entry["name"])))))
    trades = "|".join(
        spelled(e["name"]) for e in sorted(lexicon, key=lambda e: -len(e["name"])) if e["role"] == "trade"
    )
    surnames = "|".join(entry["name"] for entry in lexicon if entry["role"] == "surname")
    # A person's name may follow the place's: "Chủ tịch UBND tỉnh Cà Mau Nguyễn Văn A".
    further = rf"(?: ?- ?| )(?!(?:{surnames}) \p{{Lu}}){_CAPITAL}"
    place = rf"(?:\d{{1,2}}(?![\d.,/%])|{_CAPITAL}(?:{further}){{0,3}}+)"
    level = rf"(?:{levels})(?!\p{{Ll}})"
    return _Grammar(
        heads=Trie((form.lower(), None) for form in forms),
        head={key: compiled(rf"(?P<head>{'|'.join(some)})(?!\p{{L}})") for key, some in heads.items()},
        roles={_key(form): role for form, role in forms.items()},
        area=compiled(rf" {level}(?:[ \n]?{place})?+"),
        upper_area=compiled(rf",? (?:tại )?{level}[ \n]?{place}"),
        place=compiled(rf" (?!{level}){place}"),
        field=compiled(rf" (?:{fields})(?!\p{{L}})"),
        trade=compiled(rf" (?:(?:{trades})(?!\p{{L}})|{_CAPITAL})"),
    )


def _area(grammar: _Grammar, text: str, at: int) -> int:
    match = grammar.area.match(text, at) or grammar.place.match(text, at)
    if match is None:
        return at
    upper = grammar.upper_area.match(text, match.end())
    return upper.end() if upper else match.end()


def _proper_name(grammar: _Grammar, text: str, at: int) -> int:
    """Where the proper name that follows ``at`` ends: capitals, words of trade, and what a capital word takes along."""
    for _ in range(_NAME_STEPS):
        head = grammar.head_at(text, at + 1) if text[at : at + 1] == " " else None
        if grammar.area.match(text, at):
            return at
        if head is not None:
            if grammar.roles[_key(head["head"])] != "named":
                return at
            at = head.end()
            continue
        step = grammar.trade.match(text, at)
        if step is None:
            joined = _JOINED.match(text, at)
            step = grammar.trade.match(text, joined.end()) if joined else None
            if joined is None or step is None or grammar.head_at(text, joined.end() + 1):
                return at
        at = step.end()
        if text[at - 1].islower() and text[step.start() + 1].isupper():
            at = _lower_end(grammar, text, at)
    return at


def _lower_end(grammar: _Grammar, text: str, at: int) -> int:
    """The lower-case end of a compound that began with a capital ("Thi hành án"), if nothing but it stands there."""
    end = at
    for _ in range(_LOWER_STEPS):
        word = _LOWER.match(text, at)
        if word is None or follower_pattern().match(text, at) or break_pattern().fullmatch(word["word"]):
            break
        at = word.end()
        if _NAME_END.match(text, at) or follower_pattern().match(text, at) or grammar.trade.match(text, at):
            end = at
    return end


def _one(grammar: _Grammar, text: str, at: int, depth: int = 0) -> int | None:
    # Most places are no issuer's: two letters tell that of most, and of others the trie much faster than the pattern.
    pattern = grammar.head.get(_key(text[at : at + 2])) if depth <= 3 else None
    if pattern is None or grammar.heads.longest(text[at : at + _LONGEST_HEAD].lower(), 0) is None:
        return None
    match = pattern.match(text, at)
    if match is None:
        return None
    role, end = grammar.roles[_key(match["head"])], match.end()
    if role == "area":
        end = _area(grammar, text, end)
    elif role == "office":
        field = grammar.field.match(text, end)
        if field is None:
            return None
        while match["head"][0] in "lL" and (joined := _JOINED.match(text, field.end())) is not None:
            further = grammar.field.match(text, joined.end())
            if further is None:
                break
            field = further
        end = _area(grammar, text, field.end())
    elif role == "named":
        end = _proper_name(grammar, text, end)
        inner = _one(grammar, text, end + 1, depth + 1) if text[end : end + 1] == " " else None
        end = _area(grammar, text, inner or end)
        if end == match.end():
            return None
    elif role == "session":
        plenum = plenum_end(text, at - 1) if at else None
        if plenum is None:
            return None
        end = plenum
    elif role == "title":
        inner = _one(grammar, text, end + 1, depth + 1) if text[end : end + 1] == " " else None
        if inner is None:
            name = _proper_name(grammar, text, end)
            if name > end:
                inner = _one(grammar, text, name + 1, depth + 1) if text[name : name + 1] == " " else None
                inner = inner or name
        end = inner or end
    # An office under another: "tổng cục Quản lý đất đai - bộ Tài nguyên …".
    under = _UNDER.match(text, end)
    if under and role in ("named", "office"):
        inner = _one(grammar, text, under.end() + 1, depth + 1)
        if inner is not None:
            end = inner
    term = _TERM.match(text, end)
    return term.end() if term else end


def issuer_end(text: str, at: int, joint: bool = False) -> int | None:
    """Where the issuer that starts at ``at`` ends; None if none does.

    Args:
        text: the view's text.
        at: where it would start, after "của".
        joint: a document of several issuers: go on over "và" to the next one.

    >>> text = "UBND tỉnh Cà Mau về việc"
    >>> text[:issuer_end(text, 0)]
    'UBND tỉnh Cà Mau'
    """
    grammar = _grammar()
    end = _one(grammar, text, at)
    while joint and end is not None:
        match = _JOINT.match(text, end)
        further = _one(grammar, text, match.end()) if match else None
        if further is None:
            break
        end = further
    return end
