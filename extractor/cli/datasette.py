"""Titles, facets and ready-made queries of a store for Datasette."""

from __future__ import annotations

from typing import Any

from extractor.report.words import Lang

_TABLES: dict[str, tuple[str, str, list[str], dict[str, Any]]] = {
    "articles": ("Bài viết", "Articles", ["extractor"], {"sort_desc": "alarms", "label_column": "title"}),
    "findings": ("Cần xem lại", "To look at", ["kind", "severity"], {"sort_desc": "severity"}),
    "findings_to_review": ("Chưa ai xem", "Not reviewed yet", ["kind", "severity"], {}),
    "alarms": ("Cảnh báo", "Alarms", ["kind", "severity", "is_head"], {}),
    "alarms_by_severity": ("Cảnh báo theo mức độ", "Alarms by severity", [], {}),
    "cross_findings": ("Mâu thuẫn giữa các bài", "Between articles", ["kind", "severity"], {}),
    "documents": ("Văn bản được nêu", "Documents cited", ["type", "symbol", "year"], {"label_column": "text"}),
    "documents_by_number": ("Văn bản theo số", "Documents by number", [], {}),
    "figures": ("Số liệu", "Figures", ["kind", "unit", "place", "modifier"], {"label_column": "text"}),
    "figures_once": ("Số liệu, không tính bài đăng lại", "Figures, copies left out", ["kind", "unit", "place"], {}),
    "figures_by_unit_and_place": ("Số liệu theo đơn vị và tỉnh", "Figures by unit and province", ["kind"], {}),
    "claims": ("Phép tính bài nêu", "Claims", ["kind", "basis"], {}),
    "checks": ("Phép tính đã kiểm tra", "Checks", ["verdict", "severity"], {}),
    "derived": ("Số suy ra", "Implied figures", ["role", "unit"], {}),
    "marks": ("Quyết định của người duyệt", "Decisions of reviewers", ["verdict", "who"], {"sort_desc": "at"}),
    "problems": ("Vấn đề khi đọc", "Problems in reading", ["code"], {}),
    "rejects": ("Đầu vào không đọc được", "Rejected inputs", ["code"], {}),
    "rejects_by_reason": ("Vì sao không đọc được", "Why inputs were rejected", [], {}),
    "runs": ("Các lần chạy", "Runs", ["status"], {"sort_desc": "id"}),
}
_HIDDEN = ("articles_folded", "bands", "figures_folded", "groups", "inputs", "meta", "records")
_QUERIES: dict[str, tuple[str, str, str]] = {
    "alarms_to_read": (
        "Cảnh báo nặng chưa ai xem",
        "Severe alarms that nobody has decided about",
        "SELECT f.id, f.message_vi, f.message_en, f.text, a.title, a.published, coalesce(a.url, a.source) AS address"
        " FROM findings f JOIN articles a ON a.id = f.article LEFT JOIN marks m ON m.key = f.key"
        " WHERE f.severity = 'high' AND m.key IS NULL ORDER BY a.published DESC, f.id",
    ),
    "search_articles": (
        "Tìm bài theo chữ, không cần dấu (viết d thay cho đ)",
        "Articles by words, without marks (write d for đ)",
        "SELECT a.id, a.title, a.published, a.alarms, snippet(articles_fts, 1, '', '', '…', 30) AS found"
        " FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid WHERE articles_fts MATCH :words ORDER BY rank",
    ),
    "figures_of": (
        "Một nội dung qua các bài và thời gian",
        "One concept over articles and time",
        "SELECT x.text, x.concept, x.period, x.place, x.value, a.title, a.published FROM figures_fts"
        " JOIN figures x ON x.id = figures_fts.rowid JOIN articles a ON a.id = x.article"
        " WHERE figures_fts MATCH :words ORDER BY coalesce(x.period, a.published)",
    ),
    "one_document": (
        "Một văn bản được nêu ra sao",
        "How one document is cited",
        "SELECT d.text, d.type, d.number, d.date, d.issuer, a.title, a.published FROM documents d"
        " JOIN articles a ON a.id = d.article WHERE d.number LIKE :number || '%' ORDER BY a.published",
    ),
    "diagnoses": (
        "Chẩn đoán hay gặp",
        "Most frequent diagnoses",
        "SELECT coalesce(json_extract(k.diagnosis, '$[0].kind'), 'none') AS diagnosis, count(*) AS alarms"
        " FROM checks k JOIN claims c ON c.id = k.id WHERE k.verdict = 'inconsistent' AND c.basis = 'stated'"
        " GROUP BY 1 ORDER BY 2 DESC",
    ),
    "checkable": (
        "Tỷ lệ phần trăm kiểm tra được, theo tháng",
        "Share of percentages that could be checked, by month",
        "SELECT substr(published, 1, 7) AS month, sum(checked) AS checked, sum(percentages) AS percentages,"
        " round(100.0 * sum(checked) / nullif(sum(percentages), 0), 1) AS percent FROM heads GROUP BY 1 ORDER BY 1",
    ),
    "decisions": (
        "Ai đã quyết định gì",
        "Who decided what",
        "SELECT m.at, m.who, m.verdict, m.note, coalesce(f.message_vi, x.message_vi) AS message FROM marks m"
        " LEFT JOIN findings f ON f.key = m.key LEFT JOIN cross_findings x ON x.key = m.key ORDER BY m.at DESC",
    ),
}


def metadata(database: str, lang: Lang) -> dict[str, Any]:
    """The settings of Datasette for a store.

    Args:
        database: the name that Datasette gives the store: that of its file, without the ending.
        lang: the language of titles.
    """
    at = 0 if lang == "vi" else 1
    about = (
        "Số là chuỗi thập phân; vị trí tính theo ký tự Unicode của nội dung bài.",
        "Numbers are decimal strings; positions count code points of the article's text.",
    )
    tables: dict[str, Any] = {
        name: {"title": (vi, en)[at], **({"facets": facets} if facets else {}), **more}
        for name, (vi, en, facets, more) in _TABLES.items()
    }
    tables |= {name: {"hidden": True} for name in _HIDDEN}
    return {
        "title": "soát số",
        "description": about[at],
        "databases": {
            database: {
                "tables": tables,
                "queries": {name: {"title": (vi, en)[at], "sql": sql} for name, (vi, en, sql) in _QUERIES.items()},
            }
        },
    }
