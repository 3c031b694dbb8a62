"""Every lexicon file is canonical, and every entry proves itself by its examples.

Run with ``FIX_LEXICON=1`` to rewrite the files canonically: one entry a line, sorted, composed.
"""

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import regex

import extractor.lexicon
from extractor.record import extract

DATA = Path(extractor.lexicon.__file__).parent / "data"
FILES = sorted(DATA.glob("*.json"))

Entry = dict[str, Any]

KINDS = {"measure", "money", "duration"}
CLASSES = {"classifier", "person", "institution", "event", "thing", "animal", "admin", "document", "abstract"}
MODIFIERS = {"about", "more_than", "nearly", "less_than", "at_least", "at_most", None}
ROLES = {
    "label_before", "label_after", "class_before", "model_before", "no_label", "name", "slogan", "score_before",
    "vague", "vague_pair", "vague_word", "no_number", "calendar_before",
}  # fmt: skip
# "ủy", "hòa" are the spellings the text is normalised to; "uỷ", "hoà" would never match.
OLD_TONE_MARKS = regex.compile(r"(?<!q)u[ỳýỷỹỵ](?!\p{L})|o[àáảãạ](?!\p{L})|o[èéẻẽẹ](?!\p{L})", regex.IGNORECASE)
NUMBER = (
    r"(?:\d[\d.,/]*+(?: ?- ?\d[\d.,]*+)?|(?<!\p{L})(?:nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))"
    r"(?: ?(?:nghìn|ngàn|vạn|triệu|trệu|tỷ|tỉ|Tr\.))*"
)


def load(name: str) -> list[Entry]:
    entries: list[Entry] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return entries


def canonical(entries: list[Entry]) -> str:
    """The one way a lexicon file is written."""
    ordered = sorted(entries, key=lambda entry: str(entry["name"]))
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in ordered)
    return unicodedata.normalize("NFC", f"[\n{lines}\n]\n")


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def spellings(entry: Entry) -> list[str]:
    found: list[str] = entry.get("spellings") or [entry["name"], *entry.get("aliases", [])]
    return found


def folded(text: str, entry: Entry) -> str:
    return text if entry.get("case") else text.lower()


def proven(entry: Entry, example: str, pattern: str) -> bool:
    """Whether ``pattern``, with one of the entry's spellings for ``SPELLING``, is in the example."""
    flags = regex.V0 if entry.get("case") else regex.IGNORECASE
    spelled = "|".join(regex.escape(s) for s in sorted(spellings(entry), key=len, reverse=True))
    return regex.search(pattern.replace("SPELLING", f"(?:{spelled})"), example, flags) is not None


def ids(entries: list[Entry]) -> list[str]:
    return [str(entry["name"]) for entry in entries]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEveryFile:
    def test_is_canonical(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        wanted = canonical(json.loads(text))
        if os.environ.get("FIX_LEXICON") == "1" and text != wanted:
            path.write_text(wanted, encoding="utf-8")
            text = wanted
        assert text == wanted, f"{path.name} is not canonical; FIX_LEXICON=1 rewrites it"

    def test_entries_have_a_name_and_examples(self, path: Path) -> None:
        for entry in load(path.stem):
            assert entry["name"].strip() == entry["name"] != ""
            assert entry["examples"], entry["name"]
            assert all(isinstance(e, str) and e.strip() == e != "" for e in entry["examples"]), entry["name"]

    def test_no_list_repeats_itself(self, path: Path) -> None:
        for entry in load(path.stem):
            for key in ("spellings", "aliases", "forms", "examples", "followed_by", "not_followed_by"):
                value = entry.get(key, [])
                assert len(value) == len(set(value)), (entry["name"], key)


@pytest.mark.parametrize("name", ["units", "magnitudes", "counted_nouns", "provinces", "modifiers", "not_counted"])
class TestQuantityFiles:
    def test_names_differ(self, name: str) -> None:
        counted = Counter((entry["name"], entry.get("role")) for entry in load(name))
        assert [key for key, times in counted.items() if times > 1] == []

    def test_tone_marks_are_new_style(self, name: str) -> None:
        for entry in load(name):
            for text in strings(entry):
                assert not OLD_TONE_MARKS.search(text), (entry["name"], text)

    def test_each_example_holds_a_spelling(self, name: str) -> None:
        for entry in load(name):
            for example in entry["examples"]:
                assert any(folded(s, entry) in folded(example, entry) for s in spellings(entry)), (
                    entry["name"],
                    example,
                )


class TestUnits:
    def test_there_are_enough(self) -> None:
        assert len(load("units")) >= 280

    def test_fields(self) -> None:
        for unit in load("units"):
            assert unit["kind"] in KINDS
            assert unit["dimension"], unit["name"]
            assert unit["base"], unit["name"]
            assert unit["source"], unit["name"]
            assert unit["name"] in unit["spellings"]
            assert isinstance(unit["case"], bool)
            assert isinstance(unit["glued"], bool)

    def test_factors_are_exact_decimals(self) -> None:
        for unit in load("units"):
            if unit["factor"] is not None:
                assert regex.fullmatch(r"\d+(?:\.\d*[1-9])?", unit["factor"]), unit["name"]
                assert Decimal(unit["factor"]) > 0

    def test_each_dimension_has_one_base(self) -> None:
        bases: dict[str, set[str]] = {}
        for unit in load("units"):
            if unit["dimension"] != "currency":
                bases.setdefault(unit["dimension"], set()).add(unit["base"])
        assert {dimension: found for dimension, found in bases.items() if len(found) > 1} == {}

    def test_no_spelling_is_shared(self) -> None:
        exact = Counter(s for unit in load("units") if unit["case"] for s in unit["spellings"])
        loose = Counter(s.lower() for unit in load("units") if not unit["case"] for s in unit["spellings"])
        assert [s for s, times in (exact + loose).items() if times > 1] == []

    def test_each_example_measures_in_this_unit(self) -> None:
        units = load("units")
        for unit in units:
            for example in unit["examples"]:
                gap = " ?" if unit["glued"] else " "
                assert proven(unit, example, NUMBER + gap + r"SPELLING(?![\p{L}\d])"), (unit["name"], example)

    def test_no_longer_unit_takes_the_example(self) -> None:
        units = load("units")
        owner = {(s if u["case"] else s.lower(), u["case"]): u["name"] for u in units for s in u["spellings"]}
        for unit in units:
            for example in unit["examples"]:
                names = set()
                for match in regex.finditer(NUMBER + " ?", example, regex.IGNORECASE):
                    rest = example[match.end() :]
                    ends = [
                        (len(s), name)
                        for (s, case), name in owner.items()
                        if (rest if case else rest.lower()).startswith(s)
                        and not (s[-1].isalnum() and rest[len(s) : len(s) + 1].isalnum())
                    ]
                    if ends:
                        names.add(max(ends)[1])
                assert unit["name"] in names, (unit["name"], example, names)

    def test_conditions_are_met_by_the_examples(self) -> None:
        for unit in load("units"):
            follow = unit.get("followed_by")
            if follow:
                after = "|".join(regex.escape(word) for word in follow)
                assert all(proven(unit, e, f"SPELLING (?:{after})") for e in unit["examples"]), unit["name"]


class TestMagnitudes:
    def test_values_are_powers_of_ten(self) -> None:
        for magnitude in load("magnitudes"):
            assert regex.fullmatch("10+", magnitude["value"])
            assert magnitude["unit"] in (None, "đồng")
            assert magnitude["name"] in magnitude["spellings"]

    def test_no_spelling_is_shared(self) -> None:
        counted = Counter(s for magnitude in load("magnitudes") for s in magnitude["spellings"])
        assert [s for s, times in counted.items() if times > 1] == []

    def test_each_example_follows_a_number(self) -> None:
        for magnitude in load("magnitudes"):
            for example in magnitude["examples"]:
                pattern = r"(?:\d|hai|ba|bốn|năm) ?SPELLING(?!\p{L})"
                assert proven(magnitude, example, pattern), (magnitude["name"], example)


class TestCountedNouns:
    def test_there_are_enough(self) -> None:
        assert len(load("counted_nouns")) >= 900

    def test_fields(self) -> None:
        for noun in load("counted_nouns"):
            assert noun["class"] in CLASSES, noun["name"]
            if noun.get("short_for"):
                assert noun["case"], noun["name"]

    def test_names_differ_in_any_case(self) -> None:
        counted = Counter(noun["name"].lower() for noun in load("counted_nouns"))
        assert [name for name, times in counted.items() if times > 1] == []

    def test_each_example_counts_this_noun(self) -> None:
        names = {noun["name"].lower() for noun in load("counted_nouns")}
        for noun in load("counted_nouns"):
            for example in noun["examples"]:
                match = regex.match(r"\d[\d.]*+ ", example)
                assert match, (noun["name"], example)
                rest = example[match.end() :].lower()
                heads = [h for h in names if rest == h or (rest.startswith(h) and not rest[len(h)].isalnum())]
                assert max(heads, key=len, default="") == noun["name"].lower(), (noun["name"], example)

    def test_a_noun_that_is_also_a_unit_says_when(self) -> None:
        units = {s.lower(): u for u in load("units") if not u["case"] for s in u["spellings"]}
        for noun in load("counted_nouns"):
            unit = units.get(noun["name"].lower())
            if unit is not None and not noun.get("case"):
                says = (unit.get("followed_by"), unit.get("not_preceded_by"), noun.get("followed_by"))
                assert any(says), noun["name"]

    def test_what_must_not_follow_makes_no_counted_noun(self) -> None:
        names = {noun["name"] for noun in load("counted_nouns") if not noun.get("also_verb")}
        for noun in load("counted_nouns"):
            for word in noun.get("not_followed_by", ()):
                assert word not in noun.get("followed_by", ()), noun["name"]
                assert not any(e.startswith(f"{noun['name']} {word}") for e in noun["examples"])
        assert "trường hợp" in names


class TestProvinces:
    def test_there_were_sixty_three_and_are_thirty_four(self) -> None:
        provinces = load("provinces")
        today = [p for p in provinces if p["until"] is None]
        assert len(today) == 34
        assert sum(p["level"] == "thành phố" for p in today) == 6
        # Before 1/7/2025: Huế has stood for Thừa Thiên Huế since 1/1/2025.
        assert len([p for p in provinces if p["name"] != "Huế"]) == 63

    def test_successors_exist_and_last(self) -> None:
        today = {p["name"] for p in load("provinces") if p["until"] is None}
        for province in load("provinces"):
            assert (province["successor"] is None) == (province["until"] is None), province["name"]
            if province["successor"] is not None:
                assert province["successor"] in today, province["name"]

    def test_both_directions_agree(self) -> None:
        provinces = load("provinces")
        gone = {p["name"]: p["successor"] for p in provinces if p["until"] == "2025-06-30"}
        absorbed = {old: p["name"] for p in provinces for old in p.get("absorbed", ())}
        assert gone == absorbed

    def test_no_alias_is_shared(self) -> None:
        counted = Counter(s for p in load("provinces") for s in [p["name"], *p["aliases"]])
        assert [s for s, times in counted.items() if times > 1] == []


class TestCurrencies:
    @pytest.mark.parametrize("mark", sorted(m for unit in load("units") for m in unit.get("before", ())))
    def test_each_is_read_in_front_of_a_number(self, mark: str) -> None:
        (figure,) = extract(f"Dự án trị giá {mark} 1,2 triệu.").figures
        assert (figure.kind, figure.value, figure.unit) == ("money", 1_200_000, mark)
        assert any(mark in unit["spellings"] for unit in load("units") if mark in unit.get("before", ()))


class TestModifiers:
    def test_fields(self) -> None:
        for modifier in load("modifiers"):
            assert modifier["modifier"] in MODIFIERS, modifier["name"]
            assert modifier["position"] in ("before", "after")
            assert modifier["name"] in modifier["spellings"]

    def test_no_spelling_is_shared(self) -> None:
        counted = Counter((m["position"], s) for m in load("modifiers") for s in m["spellings"])
        assert [s for s, times in counted.items() if times > 1] == []

    def test_each_example_holds_it_by_a_number(self) -> None:
        for modifier in load("modifiers"):
            number = r"(?:\d|nửa|một |hai |ba )"
            pattern = "SPELLING " + number if modifier["position"] == "before" else number + r".* SPELLING(?!\p{L})"
            for example in modifier["examples"]:
                assert proven(modifier, example, pattern), (modifier["name"], example)

    def test_the_longest_spelling_of_each_example_has_its_meaning(self) -> None:
        before = {s: m["modifier"] for m in load("modifiers") if m["position"] == "before" for s in m["spellings"]}
        for modifier in load("modifiers"):
            if modifier["position"] == "before":
                for example in modifier["examples"]:
                    heads = [example[: n.start()].lower() for n in regex.finditer(r" (?=\d|nửa|một )", example)]
                    longest = [
                        max((s for s in before if h == s or h.endswith(" " + s)), key=len, default="") for h in heads
                    ]
                    assert modifier["modifier"] in [before.get(s) for s in longest if s], (modifier["name"], example)


class TestNotCounted:
    def test_roles(self) -> None:
        for entry in load("not_counted"):
            assert entry["role"] in ROLES, entry["name"]
            assert entry["name"] in entry["spellings"]
            assert ("firm" in entry) == (entry["role"] in ("label_before", "calendar_before")), entry["name"]
            assert not (entry.get("firm") and entry.get("place")), entry["name"]

    def test_no_spelling_is_shared_within_a_role(self) -> None:
        counted = Counter(
            (e["role"], s if e.get("case") else s.lower()) for e in load("not_counted") for s in e["spellings"]
        )
        assert [s for s, times in counted.items() if times > 1] == []

    def test_labels_stand_before_their_number(self) -> None:
        for entry in load("not_counted"):
            if entry["role"] == "label_before":
                for example in entry["examples"]:
                    pattern = r"(?<!\p{L})SPELLING:? ?(?:\d|\p{Lu}?[\d-])"
                    assert proven(entry, example, pattern), (entry["name"], example)

    def test_a_vague_word_is_a_quantifier(self) -> None:
        first = {s.split()[0] for e in load("not_counted") if e["role"] == "vague" for s in e["spellings"]}
        assert first == {"hàng", "vài", "mấy", "cả", "dăm", "nhiều", "một"}


class TestConceptWords:
    ROLES = (
        "stop", "open", "pass", "head", "predicate", "before", "place", "dimension", "no_head", "no_head_behind",
            "no_other_clause",
        "compound", "no_before", "action", "leading", "listed", "vessel", "ascribes", "narrows",
        "finite", "when", "when_link", "goes_on", "lone", "closing",
        "pointing", "leads_in", "other_clause", "of_several", "not_for", "noun_too",
        "brings_in", "no_bringing", "takes_up", "narrows_noun", "worth", "moves",
        "no_action", "label", "index", "no_item",
    )  # fmt: skip
    PHRASE_ROLES = ("stop", "open", "pass")

    def test_roles(self) -> None:
        assert {entry["role"] for entry in load("concept_stops")} == set(self.ROLES)

    def test_a_word_does_one_thing_to_a_phrase(self) -> None:
        counted = Counter(s for e in load("concept_stops") if e["role"] in self.PHRASE_ROLES for s in e["spellings"])
        assert [s for s, times in counted.items() if times > 1] == []

    def test_spellings_are_lower_case_for_they_are_matched_so(self) -> None:
        for entry in load("concept_stops"):
            assert all(s == s.lower() for s in entry["spellings"]), entry["name"]

    def test_each_example_holds_its_word(self) -> None:
        for entry in load("concept_stops"):
            for example in entry["examples"]:
                assert proven(entry, example, r"(?<!\p{L})SPELLING(?!\p{L})"), (entry["name"], example)

    def test_a_longer_word_that_is_no_quantity_begins_like_one(self) -> None:
        heads = tuple(s + " " for e in load("concept_stops") if e["role"] == "head" for s in e["spellings"])
        for entry in load("concept_stops"):
            if entry["role"] == "no_head":
                assert all((s + " ").startswith(heads) for s in entry["spellings"]), entry["name"]
