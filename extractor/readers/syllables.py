"""What can be a Vietnamese syllable: the evidence by which encodings are told apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from extractor.lexicon.patterns import compiled

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOP_TONES = "\u0301\u0323"

_ONSETS = "ngh|ng|nh|n|gh|gi|g|ch|c|kh|k|ph|p|th|tr|t|b|d|đ|h|l|m|r|s|v|x|"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu êng êt êc êm ên êu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
"""
_QU_RHYMES = """\\
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê ên êt êch ênh êu
i in inh it ich y ynh yt yên yêt ych ơ ôc
"""
_SYLLABLE = compiled(rf"(?:(?:{_ONSETS})(?:{'|'.join(_RHYMES.split())})|qu(?:{'|'.join(_QU_RHYMES.split())}))")
_STOP = compiled(r"(?:c|ch|p|t|k)$")
_VOWEL = compiled(r"[aăâeêioôơuưy]")

# Runs between spaces, digits and ordinary punctuation: signs such as "«" stay, in a legacy text they are letters.
_WHITE = r" \t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = compiled(rf"[^{_WHITE}\d!-/:-@\[-`{{-~\u2010-\u2027\u2030-\u203a\u20ac\ufffd]+|\ufffd+")
# Signs that stand before or after a word in ordinary text.
_BEFORE = "«·\u200b\ufeff"
_AFTER = "»°·®©²³\u200b\ufeff"


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the word is spelled as a Vietnamese syllable, in whatever normal form and case.

    >>> [is_syllable(word) for word in ("Việt", "nghiêng", "Ðồng", "ViÖt", "vòt")]
    [True, True, True, False, False]
    """
    decomposed = unicodedata.normalize("NFD", word.lower().replace("ð", "đ"))
    bare = decomposed.translate(_TONES)
    tones = [c for c in decomposed if ord(c) in _TONES]
    if len(tones) > 1 or not _SYLLABLE.fullmatch(base := unicodedata.normalize("NFC", bare)):
        return False
    return not _STOP.search(base) or not tones or tones[0] in _STOP_TONES


def _has_vowel(word: str) -> bool:
    return _VOWEL.search(unicodedata.normalize("NFD", word.lower())) is not None


def weigh(text: str) -> tuple[int, int]:
    """How many words with letters beyond ASCII are Vietnamese syllables, and how many are not.

    Abbreviations without a vowel ("QĐ") are left out.

    >>> weigh("Quyết định số 245/QĐ-UBND")
    (3, 0)
    """
    good = bad = 0
    for word in _WORD.findall(text):
        if word.isascii() or (word := word.lstrip(_BEFORE).rstrip(_AFTER)).isascii():
            continue
        if is_syllable(word):
            good += 1
        elif not (word.isalpha() and word.isupper() and len(word) <= 5 and not _has_vowel(word)):
            bad += 1
    return good, bad
