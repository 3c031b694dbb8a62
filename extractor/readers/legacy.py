"""Vietnamese in fonts and encodings older than Unicode, and UTF-8 that was misread, turned into Unicode.

TCVN3 (ABC) and VNI text reaches us as Latin-1 letters ("Céng hoµ", "COÄNG HOØA"), misread UTF-8 as "Viá»‡t".
A line is converted only where that turns what are no Vietnamese syllables into Vietnamese syllables; lines
that hold too little to judge by go with the rest of the text. Ordinary Unicode text is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection

from extractor.lexicon.patterns import compiled
from extractor.readers.model import Warn, problem
from extractor.readers.syllables import is_syllable, weigh

# --- TCVN3: one letter for one letter ------------------------------------------------------------------------
_TCVN3_CODES = (
    "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ "
    "c7ầ c8ẩ c9ẫ caấ cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ "
    "e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ"
)
_TCVN3 = {int(code[:2], 16): code[2] for code in _TCVN3_CODES.split()}
_ASCII_LOWER = compiled("[a-z]")
_ASCII_UPPER = compiled("[A-Z]")


def from_tcvn3(line: str) -> str:
    """TCVN3 shown as Latin-1, in Unicode.

    The font has no marked capitals: a line whose plain letters are all capitals was set in a font of capitals.

    >>> from_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam")
    'Cộng hoà xã hội chủ nghĩa Việt Nam'
    """
    out = line.translate(_TCVN3)
    if not _ASCII_LOWER.search(line) and len(_ASCII_UPPER.findall(line)) >= 3:
        return out.upper()
    return out


# --- VNI: a plain letter, then a letter that stands for its marks -------------------------------------------
_PLAIN_MARKS = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX_MARKS = dict(zip("âáàåãä", ["", *_PLAIN_MARKS.values()], strict=True))
_BREVE_MARKS = dict(zip("êéèúüë", ["", *_PLAIN_MARKS.values()], strict=True))


def _vni_table() -> dict[str, str]:
    from unicodedata import normalize

    pairs = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    for letter, shown in {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ơ": "ô", "ư": "ö"}.items():
        pairs |= {shown + mark: normalize("NFC", letter + tone) for mark, tone in _PLAIN_MARKS.items()}
    for letter in "aeo":
        pairs |= {letter + mark: normalize("NFC", f"{letter}\u0302{tone}") for mark, tone in _CIRCUMFLEX_MARKS.items()}
    return pairs | {f"a{mark}": normalize("NFC", f"a\u0306{tone}") for mark, tone in _BREVE_MARKS.items()}


_VNI = _vni_table()
_VNI_PIECE = compiled("|".join(sorted(_VNI, key=lambda piece: (-len(piece), piece))), re.IGNORECASE)


def from_vni(line: str) -> str:
    """VNI shown as Latin-1, in Unicode; the case of the plain letter decides.

    >>> from_vni("COÄNG HOØA, Ñoäc laäp")
    'CỘNG HÒA, Độc lập'
    """

    def letter(match: re.Match[str]) -> str:
        shown = match.group()
        out = _VNI[shown.lower()]
        return out.upper() if shown[0].isupper() else out

    return _VNI_PIECE.sub(letter, line)


# --- UTF-8 read as Windows-1252 or Latin-1 ------------------------------------------------------------------
def _bytes_by_letter() -> dict[str, int]:
    letters = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        letters[bytes([byte]).decode("cp1252", "ignore") or chr(byte)] = byte
    return letters


_BYTE = _bytes_by_letter()


def _letters(first: int, last: int) -> str:
    return "".join(re.escape(letter) for letter, byte in _BYTE.items() if first <= byte <= last)


_TAIL = f"[{_letters(0x80, 0xBF)}]"
_MISREAD = compiled(
    f"[{_letters(0xC2, 0xDF)}]{_TAIL}|[{_letters(0xE1, 0xEF)}]{_TAIL}{_TAIL}|[{_letters(0xF0, 0xF4)}]{_TAIL}{{3}}"
)
# What Vietnamese text is written with: Latin letters, tone marks, punctuation, signs, bullets of fonts, emoji.
_WANTED = compiled(
    r"[\u00a0-\u024f\u0300-\u0323\u1ea0-\u1ef9\u2000-\u206f\u20ab\u20ac\u2100-\u27bf\ue000-\uf8ff\ufeff\ufffd\U0001f300-\U0001faff]"
)
# The second byte of "à" is a no-break space, which many programs turn into a plain one.
_LOST_SPACE = compiled("Ã (?= )|Ã(?= )|Ã$")


def from_misread_utf8(line: str) -> str:
    """UTF-8 that was read as Windows-1252 or Latin-1, also twice, in Unicode.

    >>> from_misread_utf8("Viá»‡t Nam")
    'Việt Nam'
    """

    def letter(match: re.Match[str]) -> str:
        try:
            out = bytes(_BYTE[shown] for shown in match.group()).decode("utf-8")
        except UnicodeDecodeError:
            return match.group()
        return out if _WANTED.fullmatch(out) else match.group()

    for _ in range(2):
        repaired = _MISREAD.sub(letter, line)
        if repaired == line:
            break
        line = _LOST_SPACE.sub("à", repaired)
    return line


# --- which, and where ---------------------------------------------------------------------------------------
CONVERTERS: dict[str, Callable[[str], str]] = {"UTF-8": from_misread_utf8, "TCVN3": from_tcvn3, "VNI": from_vni}
# Latin-1 letters and signs that Vietnamese does not use, and C1 controls: without one of them nothing is to convert.
_FOREIGN_LETTERS = "".join(map(chr, (*range(0x80, 0xA0), *range(0xA1, 0xC0)))) + "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ"
_FOREIGN = compiled(f"[{_FOREIGN_LETTERS}]")
_USUAL = bytes({*range(0x100)}.difference(_FOREIGN_LETTERS.encode("latin-1")))
_BROKEN_HORN = compiled("[yY][ợỢ]\u0301")
_INNER_SIGN = compiled(r"(?<!\p{L})\p{L}{1,8}[\u00a1-\u00bf\u0080-\u009f][\p{L}\u00a1-\u00bf]{0,8}")
# Of a longer line only so much is weighed.
_SAMPLE = 100_000


def _judge(line: str, names: Collection[str]) -> tuple[str, str] | None:
    """The encoding a line is in and the line in Unicode, or None where its own letters don't tell."""
    sample = line[:_SAMPLE]
    good, bad = weigh(sample)
    best: tuple[int, str] | None = None
    for name in names:
        # Well-formed UTF-8 of Vietnamese letters is a sign by itself; the fonts need wrong words to speak for them.
        if name != "UTF-8" and good > 2 * bad:
            continue
        out = CONVERTERS[name](sample)
        if out == sample:
            continue
        good_out, bad_out = weigh(out)
        evidence = good_out - good + len(_FOREIGN.findall(sample)) - len(_FOREIGN.findall(out))
        if good_out > good and evidence >= 2 and good_out >= 3 * bad_out:
            score = good_out - bad_out
            if best is None or score > best[0]:
                best = score, name
    return None if best is None else (best[1], CONVERTERS[best[1]](line))


def _kept_words(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first sign of a legacy encoding that is still in the text, if it is no accident."""
    if horn := _BROKEN_HORN.search(text):
        return "“ượ” → “yợ́”", horn.span()
    spans = []
    for match in _INNER_SIGN.finditer(text):
        if any(is_syllable(CONVERTERS[name](match.group())) for name in ("TCVN3", "VNI")):
            spans.append(match.span())
            if len(spans) == 3:
                return "TCVN3/VNI", spans[0]
    return None


def repair(text: str, warn: Warn, names: Collection[str] = tuple(CONVERTERS)) -> str:
    """The text with legacy and misread lines in Unicode; every conversion is told to ``warn``.

    Args:
        text: as decoded.
        warn: is given one problem for each encoding that was found.
        names: which of :data:`CONVERTERS` to try.

    >>> repair("Tù do - H¹nh phóc\\n§éc lËp", lambda problem: print(problem.message.en))
    2 lines are in the legacy encoding TCVN3; they were converted to Unicode when read.
    'Tự do - Hạnh phúc\\nĐộc lập'
    """
    foreign = _has_foreign(text)
    if foreign:
        lines = text.split("\n")
        found = [_judge(line, names) if _FOREIGN.search(line) else None for line in lines]
        if any(found):
            text = _convert(lines, found, warn)
            foreign = _has_foreign(text)
    if (foreign or ("\u0301" in text and _BROKEN_HORN.search(text))) and (kept := _kept_words(text)):
        warn(problem("legacy_encoding_kept", encoding=kept[0], span=kept[1], text=text[slice(*kept[1])]))
    return text


def _has_foreign(text: str) -> bool:
    # Half as long as a search, which looks each character up.
    return bool(text.encode("latin-1", "ignore").translate(None, _USUAL))


def _convert(lines: list[str], found: list[tuple[str, str] | None], warn: Warn) -> str:
    weights = Counter[str]()
    rest = 0
    for line, judged in zip(lines, found, strict=True):
        if judged:
            weights[judged[0]] += len(line)
        elif not line.isascii():
            rest += len(line)
    main, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
    out: list[str] = []
    counts = Counter[str]()
    firsts: dict[str, str] = {}
    for line, judged in zip(lines, found, strict=True):
        if judged is None and weight > rest and not line.isascii():
            # Too little to judge by: it goes with the rest, unless it is plainly worse for it.
            converted = CONVERTERS[main](line)
            if converted != line and weigh(converted)[1] <= weigh(line)[1]:
                judged = main, converted
        if judged:
            counts[judged[0]] += 1
            firsts.setdefault(judged[0], line)
        out.append(judged[1] if judged else line)
    for name, count in sorted(counts.items()):
        sample = firsts[name].strip()[:80]
        code = "mojibake" if name == "UTF-8" else "legacy_encoding"
        warn(problem(code, count=count, encoding=name, text=sample))
    return "\n".join(out)
