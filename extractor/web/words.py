"""What the desk says, in both languages, beside what its article pages say."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.records import Message
from extractor.report.page import both as page_words

_WORDS: Mapping[str, tuple[str, str]] = {
    "nav": ("Các trang", "Pages"),
    "nav.home": ("Soát bài", "Check"),
    "nav.queue": ("Hàng chờ", "Queue"),
    "nav.articles": ("Bài đã lưu", "Articles"),
    "nav.documents": ("Văn bản", "Documents"),
    "nav.figures": ("Số liệu", "Figures"),
    "nav.overview": ("Tổng quan", "Overview"),
    "nav.api": ("API", "API"),
    # home
    "home.title": ("Dán bài viết để soát số", "Paste an article to check its numbers"),
    "home.text": ("Nội dung bài viết", "Text of the article"),
    "home.hint": (
        "Bài chỉ được đọc trên máy này, không lưu lại, không gửi đi đâu.",
        "The article is read on this machine alone; it is not kept and not sent anywhere.",
    ),
    "home.file": ("hoặc chọn tệp .txt, .html, .docx", "or choose a file: .txt, .html, .docx"),
    "home.headline": ("Tiêu đề (không bắt buộc)", "Headline (optional)"),
    "home.published": ("Ngày đăng (không bắt buộc)", "Published (optional)"),
    "home.go": ("Soát bài", "Check"),
    "home.again": ("Soát bài khác", "Check another"),
    "home.store": ("Trong kho", "In the store"),
    "home.no_store": (
        "Muốn có hàng chờ và tổng quan, hãy mở với một kho: soatso serve --store news.db",
        "For a queue and an overview, serve a store: soatso serve --store news.db",
    ),
    "pasted": ("Bài vừa dán", "Pasted article"),
    # queue
    "queue.title": ("Hàng chờ xem lại", "Queue"),
    "queue.count": ("mục", "items"),
    "queue.none": ("Không có mục nào như vậy.", "Nothing like that."),
    "queue.filter": ("Lọc", "Filter"),
    "queue.clear": ("Bỏ lọc", "Clear"),
    "queue.search": ("Tìm trong bài", "Search articles"),
    "queue.keys": (
        "Phím: j mục sau, k mục trước, c xác nhận, d bỏ qua, n ghi chú, u hoàn tác, a bỏ qua các mục giống, o mở bài.",
        "Keys: j next, k previous, c confirm, d dismiss, n note, u undo, a dismiss look-alikes, o open the article.",
    ),
    "queue.who": ("Người duyệt", "Your name"),
    "queue.who_set": ("Ghi tên", "Set"),
    "queue.open": ("Mở bài", "Open"),
    "queue.note": ("Ghi chú", "Note"),
    "queue.save_note": ("Lưu ghi chú", "Save note"),
    "queue.alike": ("mục chưa xem giống mục vừa bỏ qua.", "unseen items look like the one just dismissed."),
    "queue.dismiss_alike": ("Bỏ qua tất cả", "Dismiss all"),
    "queue.show_alike": ("Xem các mục đó", "Show them"),
    "queue.keep_alike": ("Để lại", "Keep"),
    "queue.alike_title": ("Các mục giống nhau", "Look-alikes"),
    "queue.others": ("Giữa các bài", "Across articles"),
    "queue.saved": ("Đã lưu", "Saved"),
    "queue.unsaved": ("Chưa lưu được", "Not saved"),
    "mark.confirm": ("Xác nhận lỗi", "Confirm"),
    "mark.dismiss": ("Bỏ qua", "Dismiss"),
    "mark.undo": ("Hoàn tác", "Undo"),
    "mark.note": ("Ghi chú", "Note"),
    "marked.confirm": ("Đã xác nhận", "Confirmed"),
    "marked.dismiss": ("Đã bỏ qua", "Dismissed"),
    "state.open": ("Chưa xem", "Unseen"),
    "state.confirm": ("Đã xác nhận", "Confirmed"),
    "state.dismiss": ("Đã bỏ qua", "Dismissed"),
    "state.all": ("Tất cả", "All"),
    "filter.state": ("Tình trạng", "State"),
    "filter.severity": ("Mức độ", "Severity"),
    "filter.kind": ("Loại", "Kind"),
    "filter.claim": ("Phép tính", "Arithmetic"),
    "filter.verdict": ("Kết quả", "Verdict"),
    "filter.source": ("Nguồn", "Source"),
    "filter.province": ("Tỉnh, thành", "Province"),
    "filter.document": ("Văn bản", "Document"),
    "filter.period": ("Thời gian", "Period"),
    "filter.unit": ("Đơn vị", "Unit"),
    "filter.any": ("Tất cả", "Any"),
    "page.next": ("Trang sau", "Next page"),
    "page.previous": ("Trang trước", "Previous page"),
    # articles, documents, figures
    "articles.title": ("Bài đã lưu", "Stored articles"),
    "articles.copies": ("bài đăng lại", "copies"),
    "documents.title": ("Văn bản được nêu", "Documents cited"),
    "documents.search": ("Số văn bản", "Number"),
    "documents.conflicts": ("Mâu thuẫn", "Conflicts"),
    "documents.no_conflicts": ("Không thấy mâu thuẫn giữa các bài.", "No conflict between articles was found."),
    "documents.citations": ("Bài nêu văn bản này", "Articles that cite it"),
    "documents.given": ("Được nêu là", "Given as"),
    "documents.times": ("lần", "times"),
    "figures.title": ("Số liệu", "Figures"),
    "figures.search": ("Tìm theo nội dung được đếm", "Search what is counted"),
    "figures.topics": ("Được nêu nhiều nhất", "Published most often"),
    "figures.same": ("Cùng nội dung ở các bài khác", "The same elsewhere"),
    "figures.alone": ("Chưa thấy bài nào khác nêu số này.", "No other article prints this."),
    "figures.over_time": ("Theo thời gian", "Over time"),
    "figures.in_article": ("trong bài", "in"),
    "col.article": ("Bài", "Article"),
    "col.published": ("Ngày đăng", "Published"),
    "col.source": ("Nguồn", "Source"),
    "col.alarms": ("Cảnh báo", "Alarms"),
    "col.figures": ("Số liệu", "Figures"),
    "col.articles": ("Bài", "Articles"),
    "col.month": ("Tháng", "Month"),
    "col.count": ("Số lượng", "Count"),
    "col.context": ("Trích", "Quote"),
    "col.base": ("So với", "Base"),
    # overview
    "overview.title": ("Tổng quan", "Overview"),
    "overview.by_source": ("Theo nguồn", "By source"),
    "overview.by_province": ("Theo tỉnh, thành", "By province"),
    "overview.by_month": ("Theo tháng", "By month"),
    "overview.diagnoses": ("Chẩn đoán hay gặp", "Most frequent diagnoses"),
    "overview.kinds": ("Loại cần xem lại", "What there is to look at"),
    "overview.checkable": ("tỷ lệ % kiểm tra được", "of the percentages could be checked"),
    "overview.marked": ("đã duyệt", "reviewed"),
    "overview.groups": ("tin khác nhau", "different stories"),
    "overview.table": ("Bảng số", "As a table"),
    "overview.figures_and_alarms": ("số liệu (cột) và cảnh báo (số đỏ)", "figures (bars) and alarms (red numbers)"),
    "overview.unknown": ("không rõ", "not known"),
    "diagnosis.other_base": ("tính trên tổng khác", "another base"),
    "diagnosis.digit": ("sai một chữ số", "one digit wrong"),
    "diagnosis.separator": ("dấu chấm, dấu phẩy", "full stop or comma"),
    "diagnosis.magnitude": ("nghìn, triệu, tỷ", "magnitude"),
    "diagnosis.percent_vs_points": ("% và điểm %", "per cent and points"),
    "diagnosis.increase_vs_multiple": ("tăng và gấp", "increase and multiple"),
    "diagnosis.swapped": ("hai số đổi chỗ", "two figures swapped"),
    "diagnosis.none": ("chưa rõ vì sao", "none found"),
    # between articles
    "finding.copy_differs": ("Bản đăng lại khác bản đầu", "A copy differs"),
    "finding.document_dates": ("Một văn bản, hai ngày", "One document, two dates"),
    "finding.document_types": ("Một văn bản, hai loại", "One document, two types"),
    "finding.figure_values": ("Hai bài, hai con số", "Two articles, two values"),
    # take away
    "export": ("Tải về", "Download"),
    "export.csv": ("CSV", "CSV"),
    "export.xlsx": ("Excel", "Excel"),
    "export.annotations": ("Chú thích W3C", "W3C annotations"),
    "export.label_studio": ("Label Studio", "Label Studio"),
    "export.claimreview": ("Nháp ClaimReview", "ClaimReview draft"),
    "export.json": ("Bản ghi JSON", "Record as JSON"),
    # refusals
    "refused": ("Không thực hiện được", "Not done"),
    "refused.back": ("Về trang đầu", "Back to the first page"),
    "refused.wrong_host": (
        "Yêu cầu gọi máy chủ này bằng một tên mà nó không biết. Hãy mở bằng địa chỉ in ra khi khởi động, hoặc thêm tên"
        " ấy bằng --name.",
        "The request calls this server by a name that it does not know. Open the address that was printed at the start,"
        " or add the name with --name.",
    ),
    "refused.wrong_method": ("Máy chủ không nhận cách gọi này.", "The server does not take this method."),
    "refused.wrong_origin": (
        "Yêu cầu đến từ một trang web khác nên bị từ chối. Hãy làm việc đó ngay trên trang của soát số.",
        "The request comes from another web page and was refused. Do it on a page of this desk.",
    ),
    "refused.too_large": (
        "Nội dung gửi lên quá lớn (giới hạn {limit}). Hãy gửi từng bài một, hoặc dùng soatso check với tệp lớn.",
        "What was sent is too large (the limit is {limit}). Send one article at a time, or use soatso check for it.",
    ),
    "refused.too_slow": (
        "Nội dung gửi lên quá lâu nên bị dừng. Hãy thử lại.",
        "What was sent took too long to arrive and was stopped. Try again.",
    ),
    "refused.no_token": (
        "Cần mã truy cập mà người mở máy chủ đã đặt.",
        "This needs the token that was set by who started the server.",
    ),
    "refused.too_long": (
        "Bài này xử lý quá {seconds} giây nên đã dừng. Hãy thử phần ngắn hơn, hoặc dùng soatso check.",
        "This article took longer than {seconds} seconds and was stopped. Try a shorter part, or use soatso check.",
    ),
    "refused.broken": (
        "Chương trình hỏng khi xử lý bài này; các bài khác không bị ảnh hưởng. Xin báo lỗi kèm theo bài.",
        "The program broke on this article; others are not affected. Please report it with the article.",
    ),
    "refused.busy": (
        "Đang có nhiều bài được xử lý cùng lúc. Hãy thử lại sau ít giây.",
        "Many articles are being read at this moment. Try again in a few seconds.",
    ),
    "refused.nothing": (
        "Chưa có bài nào: hãy dán chữ hoặc chọn một tệp.",
        "There is no article: paste text or choose a file.",
    ),
    "refused.not_text": (
        "Loại tệp này không đọc được; hãy dùng .txt, .html hoặc .docx.",
        "This kind of file cannot be read; use .txt, .html or .docx.",
    ),
    "refused.not_found": ("Không có trang này.", "There is no such page."),
    "refused.no_store": (
        "Trang này cần một kho: soatso serve --store news.db",
        "This page needs a store: soatso serve --store news.db",
    ),
    "refused.bad_form": ("Biểu mẫu gửi lên không đọc được.", "The form that was sent cannot be read."),
    "refused.not_confirmed": (
        "Chỉ lập nháp ClaimReview cho mục đã được xác nhận.",
        "A ClaimReview draft is made of confirmed findings only.",
    ),
    "refused.failed": ("Máy chủ gặp lỗi; xin báo lỗi.", "The server failed; please report it."),
    "login.title": ("Mã truy cập", "Token"),
    "login.hint": (
        "Nhập mã truy cập mà người mở máy chủ đã đặt.",
        "Enter the token that was set by who started the server.",
    ),
    "login.go": ("Vào", "Enter"),
    "login.wrong": ("Mã truy cập không đúng.", "This is not the token."),
    # API page
    "api.title": ("Giao diện cho chương trình", "For programs"),
    "api.intro": (
        "Mọi số là chuỗi thập phân, mọi vị trí tính theo ký tự Unicode của nội dung bài như đã đọc.",
        "Numbers are decimal strings; positions count Unicode code points of the article's text as read.",
    ),
    "api.schema": ("Mô tả OpenAPI (JSON)", "OpenAPI description (JSON)"),
    "api.parameters": ("Tham số", "Parameters"),
    "api.body": ("Nội dung gửi", "Body"),
    "api.answers": ("Trả lời", "Answers"),
}


def both(key: str, **values: object) -> Message:
    """A phrase of the desk in both languages; what the desk has no phrase for is one of its article pages.

    >>> both("nav.queue").en, both("verdict.truncated").en
    ('Queue', 'truncated')
    """
    if key not in _WORDS:
        return page_words(key, **values)
    vi, en = _WORDS[key]
    if values:
        vi, en = vi.format(**values), en.format(**values)
    return Message(vi=vi, en=en)
