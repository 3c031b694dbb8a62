"""What the pages say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.records import Message
from extractor.report.words import Lang, pick

_WORDS: Mapping[str, tuple[str, str]] = {
    # what is looked at
    "brand": ("soát số", "soát số"),
    "tagline": ("đọc lại con số trước bạn đọc", "reads the numbers before your readers do"),
    "report_title": ("Báo cáo soát số", "Proofreading report"),
    "articles": ("bài", "articles"),
    "article": ("Bài viết", "Article"),
    "documents": ("văn bản", "documents"),
    "figures": ("số liệu", "figures"),
    "claims": ("phép tính", "claims"),
    "findings": ("Cần xem lại", "To look at"),
    "findings_none": (
        "Không có gì cần xem lại trong những phép tính đã kiểm tra được.",
        "Nothing to look at in the arithmetic that could be checked.",
    ),
    "findings_caution": (
        "Không có cảnh báo không có nghĩa là mọi con số đều đúng.",
        "No alarm does not mean that every figure is right.",
    ),
    "severity.high": ("Nặng", "High"),
    "severity.low": ("Nhẹ", "Low"),
    "alarms": ("cảnh báo", "alarms"),
    "checked_share": ("tỷ lệ % kiểm tra được", "percentages checked"),
    "other_checks": ("Các phép tính khác", "Other arithmetic"),
    "unchecked": ("Tỷ lệ chưa kiểm tra được", "Percentages that could not be checked"),
    "derived": ("Số suy ra, bài không nêu", "Implied, not printed"),
    "problems": ("Vấn đề khi đọc bài", "Problems in reading"),
    "all_documents": ("Mọi văn bản được nêu", "All documents cited"),
    "all_figures": ("Mọi số liệu trong bài", "All figures printed"),
    "legend": ("Chú giải", "Legend"),
    "legend.kinds": ("Loại", "Kinds"),
    "legend.verdicts": ("Kết quả", "Verdicts"),
    "legend.unchecked": ("chưa có phép tính", "no arithmetic"),
    "legend.hint": (
        "Rê chuột hoặc dùng phím Tab tới một số liệu để thấy phép tính nối các số với nhau.",
        "Point at a figure, or tab to it, to see the arithmetic drawn between the figures.",
    ),
    "keys": (
        "Phím: n mục sau, p mục trước, Enter tới chỗ trong bài.",
        "Keys: n next, p previous, Enter goes to the place in the text.",
    ),
    "skip": ("Tới danh sách cần xem lại", "Skip to what to look at"),
    "source": ("Nguồn", "Source"),
    "published": ("Ngày đăng", "Published"),
    "address": ("Địa chỉ", "Address"),
    "places": ("Trong bài", "In the text"),
    "expected": ("Có thể là", "Perhaps"),
    "inferred": ("phép tính suy ra, không tính là cảnh báo", "inferred claim, no alarm"),
    "contents": ("Các bài", "Articles"),
    "unseen": ("ký tự không nhìn thấy", "a character that cannot be seen"),
    "print": ("In", "Print"),
    "theme": ("Sáng / tối", "Light / dark"),
    "language": ("Ngôn ngữ", "Language"),
    "footer": (
        "Không khớp nghĩa là các con số in trong bài không hợp với nhau; hãy đối chiếu với nguồn trước khi kết luận.",
        "Inconsistent says that the figures as printed do not fit each other; hold them against the source before"
        " you conclude.",
    ),
    "made_by": ("Lập bằng soatso {version}", "Made by soatso {version}"),
    # columns
    "col.kind": ("Loại", "Kind"),
    "col.text": ("In trong bài", "As printed"),
    "col.value": ("Giá trị", "Value"),
    "col.unit": ("Đơn vị", "Unit"),
    "col.concept": ("Nói về", "Of what"),
    "col.period": ("Thời gian", "Period"),
    "col.place": ("Nơi", "Place"),
    "col.number": ("Số", "Number"),
    "col.date": ("Ngày", "Date"),
    "col.issuer": ("Nơi ban hành", "Issuer"),
    "col.type": ("Loại văn bản", "Type"),
    # kinds of marks
    "kind.document": ("văn bản", "document"),
    "kind.count": ("số đếm", "count"),
    "kind.percent": ("phần trăm", "percentage"),
    "kind.points": ("điểm phần trăm", "points"),
    "kind.money": ("tiền", "money"),
    "kind.measure": ("đo lường", "measure"),
    "kind.ratio": ("tỷ số", "ratio"),
    "kind.multiple": ("số lần", "multiple"),
    "kind.duration": ("thời lượng", "duration"),
    # verdicts
    "verdict.consistent": ("khớp", "consistent"),
    "verdict.truncated": ("cắt số", "truncated"),
    "verdict.inconsistent": ("không khớp", "inconsistent"),
    "verdict.undetermined": ("không xác định", "undetermined"),
    # claims and their operands
    "claim.share": ("Tỷ lệ", "Share"),
    "claim.change": ("Tăng giảm", "Change"),
    "claim.difference": ("Chênh lệch", "Difference"),
    "claim.sum": ("Tổng", "Sum"),
    "claim.mean": ("Bình quân", "Mean"),
    "claim.product": ("Tích", "Product"),
    "claim.multiple": ("Gấp lần", "Multiple"),
    "claim.equal": ("Nhắc lại", "Restated"),
    "claim.percent_sum": ("Cơ cấu 100%", "Shares of 100%"),
    "role.part": ("phần", "part"),
    "role.whole": ("tổng", "whole"),
    "role.percent": ("tỷ lệ", "percent"),
    "role.old": ("trước", "before"),
    "role.new": ("sau", "after"),
    "role.larger": ("lớn hơn", "larger"),
    "role.smaller": ("nhỏ hơn", "smaller"),
    "role.difference": ("chênh lệch", "difference"),
    "role.parts": ("thành phần", "part"),
    "role.total": ("tổng", "total"),
    "role.count": ("số lượng", "count"),
    "role.mean": ("bình quân", "mean"),
    "role.factors": ("thừa số", "factor"),
    "role.result": ("kết quả", "result"),
    "role.multiple": ("số lần", "multiple"),
    "role.a": ("lần này", "here"),
    "role.b": ("lần khác", "there"),
    # findings
    "finding.inconsistent_claim": ("Phép tính không khớp", "Arithmetic does not fit"),
    "finding.infeasible_percentage": ("Tỷ lệ không thể có", "Impossible percentage"),
    "finding.part_exceeds_whole": ("Phần lớn hơn tổng", "Part exceeds whole"),
    "finding.shares_exceed_whole": ("Các phần vượt 100%", "Shares exceed the whole"),
    "finding.inconsistent_rise": ("Mức tăng giảm không khớp", "Rise does not fit"),
    "finding.fractional_count": ("Số đếm lẻ", "Fractional count"),
    "finding.impossible_date": ("Ngày không có thật", "Impossible date"),
    "finding.date_after_article": ("Ngày sau ngày đăng bài", "Date after the article"),
    "finding.year_mismatch": ("Lệch năm", "Year mismatch"),
    "finding.term_mismatch": ("Lệch khóa", "Term mismatch"),
    "finding.issuer_cannot_issue": ("Sai thẩm quyền", "Issuer cannot issue it"),
    "finding.abolished_issuer": ("Cơ quan không còn", "Issuer abolished"),
    "finding.conflicting_dates": ("Ngày mâu thuẫn", "Conflicting dates"),
    "finding.conflicting_issuers": ("Nơi ban hành mâu thuẫn", "Conflicting issuers"),
    "finding.registry_date": ("Khác ngày trong sổ văn bản", "Date differs from the register"),
    "finding.registry_type": ("Khác loại trong sổ văn bản", "Type differs from the register"),
    "finding.registry_issuer": ("Khác nơi ban hành trong sổ văn bản", "Issuer differs from the register"),
    "finding.registry_near_number": ("Số văn bản gần giống", "Near number in the register"),
    "finding.other": ("Cần xem lại", "To look at"),
}

KIND_SIGNS: Mapping[str, str] = {
    "document": "§",
    "count": "#",
    "percent": "%",
    "points": "±",
    "money": "đ",
    "measure": "m",
    "ratio": "/",
    "multiple": "×",
    "duration": "◷",
}
"""A sign for each kind of mark, so that no kind is told by its colour or line alone."""


def both(key: str, **values: object) -> Message:
    """A phrase of the pages in both languages; a finding kind nobody has named yet is called by its general name.

    >>> both("severity.high").vi, both("finding.brand_new").en
    ('Nặng', 'To look at')
    """
    vi, en = _WORDS["finding.other" if key.startswith("finding.") and key not in _WORDS else key]
    if values:
        vi, en = vi.format(**values), en.format(**values)
    return Message(vi=vi, en=en)


def say(key: str, lang: Lang, **values: object) -> str:
    """A phrase of the pages in one language.

    >>> say("made_by", "en", version="1.0")
    'Made by soatso 1.0'
    """
    return pick(both(key, **values), lang)
