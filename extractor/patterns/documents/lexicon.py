"""The lexicon of documents, read once and turned into what the grammar asks for.

The facts live in ``lexicon/data``: ``document_types`` (what documents are called), ``document_symbols`` (what
the letters of a number stand for), ``document_context`` (what may and may not stand beside a number).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extractor.lexicon import entries
from extractor.lexicon.finder import Finder, PrintedFinder
from extractor.lexicon.patterns import compiled, escaped
from extractor.tokens.anchors import matches_at

Bare = Literal["noun", "verb", "weak", "verb-weak", "label", "never"]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document and how it may be cited.

    Attributes:
        name: with its standard capitals.
        bare: what it takes for a number without a code to name one ("Nghị định 98"): ``noun`` little, ``verb``
            more, for the word is a verb as well, ``weak`` an issuer or a date, ``label`` the word "số", for without it
            the number is part of a name ("Chương trình 135"), ``never`` nothing does.
        named: cited by its own name and a year (laws).
        treaty: cited by its parties and the date of signature.
        dated: cited by a full date without a number.
        short: the word was an abbreviation.
        whole: the word is a name by itself, and a year makes it a citation ("Hiến pháp", "BLHS").
    """

    name: str
    bare: Bare
    named: bool = False
    treaty: bool = False
    dated: bool = False
    short: bool = False
    whole: bool = False

    @property
    def weak(self) -> bool:
        """A bare number alone never names one."""
        return self.bare in ("weak", "verb-weak")

    @property
    def verb(self) -> bool:
        """The word is a verb as well."""
        return self.bare in ("verb", "verb-weak")


_OF_ASSEMBLY = re.compile(r"QH\d\d?")
_OF_ITS_COMMITTEE = re.compile(r"UBTVQH\d\d?")


def spelled(form: str) -> str:
    """A pattern for a form whose words may start with a capital, or be all capitals.

    >>> spelled("tờ trình")
    '(?:[tT]ờ [tT]rình|TỜ TRÌNH)'
    """
    return f"(?:{_in_words(form)}|{escaped(form.upper())})"


def _in_words(form: str) -> str:
    words = " ".join(f"[{word[0].lower()}{word[0].upper()}]{re.escape(word[1:])}" for word in form.split(" "))
    # A capital before an old-style tone mark ("Uỷ ban") comes as it was printed.
    return words.replace("[ủỦ]y", "(?:[ủỦ]y|Uỷ)")


def any_spelled(forms: Iterable[str]) -> str:
    """A pattern for any of the forms as they may be spelled, the longest first; those of one first letter together.

    None may begin with "ủy", whose capital is printed in two ways.

    >>> any_spelled(["lệnh", "luật"])
    '[lL](?:uật|ệnh)|L(?:UẬT|ỆNH)'
    """
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        initial = f"[{form[0].lower()}{form[0].upper()}]"
        found[initial].append(_in_words(form).removeprefix(initial))
        found[form[0].upper()].append(escaped(form[1:].upper()))
    return "|".join(f"{initial}(?:{'|'.join(rests)})" for initial, rests in found.items())


def without_longer(words: Set[str]) -> list[str]:
    """The words less those that begin with another, which are found where that is.

    >>> without_longer({"luật sư", "luật", "lệnh"})
    ['luật', 'lệnh']
    """
    return sorted(word for word in words if not any(word != other and word.startswith(other) for other in words))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(escaped(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def _key(form: str) -> str:
    return form.casefold()


@cache
def document_types() -> dict[str, DocumentType]:
    """Every type under its forms (casefolded) and its abbreviations (as they are)."""
    types: dict[str, DocumentType] = {}
    for entry in entries("document_types"):
        flags = {flag: bool(entry.get(flag)) for flag in ("named", "treaty", "dated")}
        for form in entry["forms"]:
            types[_key(form)] = DocumentType(entry["name"], entry["bare"], **flags, whole=bool(entry.get("whole")))
        for short in entry.get("abbreviations", ()):
            types[short] = DocumentType(entry["name"], entry["bare"], **flags, short=True)
        for name in entry.get("names", ()):
            types[name] = DocumentType(entry["name"], entry["bare"], **flags, whole=True)
    return types


def document_type(word: str) -> DocumentType:
    """The type that a matched word names."""
    types = document_types()
    return types[word] if word in types else types[_key(word)]


@cache
def type_pattern() -> re.Pattern[str]:
    """Finds type words; group ``short`` holds an abbreviation, which only counts right before a number."""
    forms = any_spelled(form for entry in entries("document_types") for form in entry["forms"])
    shorts = [short for entry in entries("document_types") for short in entry.get("abbreviations", ())]
    names = [name for entry in entries("document_types") for name in entry.get("names", ())]
    return compiled(
        rf"(?<!\p{{L}})(?:(?:{forms}|{alternatives(names)})(?!\p{{L}})"
        rf"|(?<![\d/.&-])(?P<short>{alternatives(shorts)})(?= (?:số:? ?)?\d))"
    )


@cache
def _anchors() -> tuple[Finder[None], PrintedFinder]:
    """What to look for first: forms, less those that begin with another, and abbreviations before a space."""
    forms = {form for entry in entries("document_types") for form in entry["forms"]}
    kinds = entries("document_types")
    shorts = {f"{short} " for entry in kinds for short in entry.get("abbreviations", ())}
    names = {name for entry in kinds for name in entry.get("names", ())}
    return Finder((form, None) for form in without_longer(forms)), PrintedFinder(sorted(shorts | names))


def type_words(text: str, lower: str) -> list[re.Match[str]]:
    """The type words of a text from left to right, the longest where two begin together.

    Args:
        text: the view's text.
        lower: the same in lower case.
    """
    forms, shorts = _anchors()
    starts = sorted({*forms.starts(lower), *(start for start, _ in shorts.find(text, lower))})
    return list(matches_at(type_pattern(), text, starts))


@cache
def qualifier_pattern(name: str) -> re.Pattern[str] | None:
    """What may stand between a type word and its number ("Bản án hình sự sơ thẩm số …")."""
    for entry in entries("document_types"):
        if entry["name"] == name and "qualifiers" in entry:
            forms = "|".join(map(spelled, sorted(entry["qualifiers"], key=len, reverse=True)))
            return compiled(rf" (?:{forms})(?!\p{{L}})")
    return None


@cache
def _symbols(role: str) -> dict[str, tuple[str, ...]]:
    return {_key(e["name"]): tuple(e.get("types", ())) for e in entries("document_symbols") if e["role"] == role}


def type_codes() -> Iterable[str]:
    """The letters that stand for a type ("QĐ"), casefolded."""
    return _symbols("type")


def agencies() -> Iterable[str]:
    """The letters that stand for who issued it ("UBND"), as they are printed."""
    return tuple(e["name"] for e in entries("document_symbols") if e["role"] == "agency")


@lru_cache(maxsize=4096)
def hinted_types(symbol: str | None) -> tuple[str, ...]:
    """The types that a symbol allows, the likeliest first; empty where it says nothing.

    A symbol is a hint only: the word before the number decides.

    >>> hinted_types("QĐ-UBND"), hinted_types("BGTVT-TC"), hinted_types("HS-ST")
    (('Quyết định', 'Quy định'), (), ('Bản án',))
    """
    if not symbol:
        return ()
    head, *rest = symbol.replace("/", "-").split("-")
    if rest and rest[0] in ("ST", "PT"):
        return _symbols("court").get(_key(head), ())
    if _OF_ASSEMBLY.fullmatch(head):
        return ("Luật", "Nghị quyết", "Bộ luật")
    if _OF_ITS_COMMITTEE.fullmatch(head):
        return ("Nghị quyết", "Pháp lệnh")
    types = _symbols("type")
    return types.get(_key(head), ()) or types.get(_key(head.replace("D", "Đ")), ())


@cache
def _context(role: str) -> str:
    return alternatives(e["name"] for e in entries("document_context") if e["role"] == role)


@cache
def counter_pattern() -> re.Pattern[str]:
    """What a number counts or measures, right after it: then it is no document's."""
    return compiled(rf" ?(?:(?:{_context('counter')})(?!\p{{L}})|%|[$€°])")


@cache
def follower_pattern() -> re.Pattern[str]:
    """What goes on after a document's bare number: the sentence's end, or a word that follows a noun phrase."""
    return compiled(rf" ?(?:[,;:.)\]\"'\n?!…]|$)|[ ](?:[(\"'\[]|(?:{_context('follower')})(?!\p{{L}}))")


@cache
def break_pattern() -> re.Pattern[str]:
    """A word that no law's name holds: the clause has gone on."""
    return compiled(rf"(?<!\p{{L}})(?:{_context('break')})(?!\p{{L}})")


@cache
def law_name_pattern() -> re.Pattern[str]:
    """What laws' names hold although a word of it would break others off ("người có công với cách mạng")."""
    held = (e["name"] for e in entries("document_context") if e["role"] == "law name")
    names = "|".join(spelled(name) for name in sorted(held, key=lambda name: (-len(name), name)))
    return compiled(rf"(?:,? )(?:{names})(?!\p{{L}})")


@cache
def demonstrative_pattern() -> re.Pattern[str]:
    """What points back at a document cited before ("này", "nói trên"); "trên" alone only where the phrase ends."""
    words = [e for e in entries("document_context") if e["role"] == "demonstrative"]
    plain = alternatives(e["name"] for e in words if not e.get("closing"))
    closing = alternatives(e["name"] for e in words if e.get("closing"))
    return compiled(
        rf" (?:(?:{plain})(?!\p{{L}})(?! là(?!\p{{L}}))|(?:{closing})(?!\p{{L}})(?={follower_pattern().pattern}))"
    )


@cache
def covering_types(name: str) -> tuple[str, ...]:
    """The words that may name a document of a type later on: its own, and those that cover it.

    >>> covering_types("Công văn"), covering_types("Nghị định")
    (('Công văn', 'Văn bản'), ('Nghị định',))
    """
    return (name, *(e["name"] for e in entries("document_types") if name in e.get("covers", ())))


@cache
def series(name: str) -> str | None:
    """Whether all documents of a type are normative, or all individual; None where there are both, or it is open."""
    return next((e.get("series") for e in entries("document_types") if e["name"] == name), None)


@cache
def full_names() -> dict[str, str]:
    """What the abbreviated names of laws stand for ("BLHS")."""
    return {k: v for e in entries("document_types") for k, v in e.get("stands_for", {}).items()}


@lru_cache(maxsize=4096)
def symbol_type(name: str, symbol: str | None) -> str | None:
    """The type that a symbol stands for where it is not the type word's: the two disagree. None where they do not.

    A code that serves several types ("QĐ") agrees with each; a general word ("Văn bản") and the more general of two
    ("Thông tư" with "TTLT") agree as well. In an official letter's symbol the letters are its writer's, not a type's
    ("1234/CT-TTHT" is a tax department's), unless an authority follows them ("77/TB-UBND").

    >>> symbol_type("Kết luận", "TB-TTCP"), symbol_type("Quy định", "QĐ/TW"), symbol_type("Công văn", "CT-TTHT")
    ('Thông báo', None, None)
    """
    if not symbol or name == "Văn bản":
        return None
    head, *rest = symbol.replace("/", "-").split("-")
    if rest and rest[0] in ("ST", "PT"):
        return None
    if name in ("Công văn", "Công thư") and not (rest and _key(rest[0]) in {_key(a) for a in agencies()}):
        return None
    officially = _stands_for()
    meant = officially.get(_key(head)) or officially.get(_key(head.replace("D", "Đ"))) or hinted_types(symbol)
    if not meant or any(name in covering_types(each) for each in meant):
        return None
    return meant[0]


@cache
def _stands_for() -> dict[str, tuple[str, ...]]:
    """By type code: the types it officially stands for."""
    return {
        _key(e["name"]): tuple(e.get("stands_for") or e["types"]) for e in entries("document_symbols") if "types" in e
    }
