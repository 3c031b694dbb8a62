"""Web pages in the manner of provincial papers, written for these tests."""

from __future__ import annotations

from html import escape

PARAGRAPHS = (
    "Cải cách hành chính: Kỳ vọng từ đổi mới lề lối làm việc",
    "Thực hiện Quyết định số 245/QĐ-UBND, ngày 16/2/2016 của UBND tỉnh, đến nay toàn tỉnh đã tinh giản 274 "
    "lượt biên chế, đạt 26,47% so với kế hoạch giai đoạn 2015 – 2018.",
    "Đội ngũ cán bộ, công chức cấp tỉnh có trình độ đại học trở lên chiếm tỷ lệ 97,71%; cấp huyện là 99,6%.",
    "Trong đó, số biên chế thuộc khối Nhà nước là 649 trường hợp, đạt 52,34% (649/1.240) kế hoạch năm.",
    "Kinh nghiệm được tỉnh rút ra là công tác cán bộ phải đi trước một bước, người đứng đầu phải nêu gương.",
    "Nhiều mục tiêu, nhiệm vụ, giải pháp được đặt ra trong thời gian tới, đáp ứng yêu cầu, nhiệm vụ mới.",
)

FORM = """
<div id="respond" class="comment-respond">
  <h3 id="reply-title" class="comment-reply-title">Trả lời <small><a href="#" id="cancel">Hủy</a></small></h3>
  <form action="/wp-comments-post.php" method="post" id="commentform">
    <p class="comment-notes"><span>Email của bạn sẽ không được hiển thị công khai.</span>
      <span>Các trường bắt buộc được đánh dấu <span class="required">*</span></span></p>
    <p><label>Bình luận <textarea></textarea></label></p><p><label>Tên * <input></label></p>
    <p><label>Lưu tên của tôi, email, và trang web trong trình duyệt này cho lần bình luận kế tiếp của tôi.</label></p>
  </form>
</div>"""

BARE_FORM = """
<h3>Trả lời</h3>
<p>Email của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *</p>"""

NAVIGATION = "".join(f'<li><a href="/muc-{i}">Chuyên mục thời sự số {i}</a></li>' for i in range(12))
RELATED = "".join(
    f'<li><a href="/tin-{i}.html">Tin liên quan về đời sống người dân trong tỉnh số {i}</a></li>' for i in range(6)
)


def page(
    body: str,
    *,
    title: str = PARAGRAPHS[0],
    head: str = '<meta property="article:published_time" content="2018-09-21T08:15:00+07:00">',
) -> str:
    """A whole page around the body of an article: navigation, the article, related news, a footer."""
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{escape(title)} - Báo Ngọc Sơn</title>
{head}</head>
<body><header><nav><ul>{NAVIGATION}</ul></nav></header>
<main><article><h1 class="entry-title">{escape(title)}</h1>
<div class="entry-content">
{body}
</div></article>
</main>
<aside><h4>Tin liên quan</h4><ul>{RELATED}</ul></aside>
<footer><p>Bản quyền thuộc Báo Ngọc Sơn. Tổng biên tập: Trần Văn A. Điện thoại: 0290 3831 111.</p></footer>
</body></html>"""


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS[1:]) -> str:
    """The texts as HTML paragraphs."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)


def section_page(count: int = 12) -> str:
    """A section page: a row of teasers, each below the link of its article."""
    teasers = "".join(
        f'<article><h3><a href="/bai-{i}.html">Huyện vùng sâu thứ {i} hoàn thành kế hoạch làm đường nông thôn</a></h3>'
        f"<p>Trong năm {2000 + i}, huyện đã làm thêm {i + 10} km đường, giúp bà con đi lại dễ dàng hơn.</p></article>"
        for i in range(count)
    )
    links = "".join(
        f'<li><a href="/cu-{i}.html">Bài cũ hơn về chuyện làm đường nông thôn số {i}</a></li>' for i in range(60)
    )
    return f"""<!DOCTYPE html><html><head><title>Kinh tế - Báo Ngọc Sơn</title></head>
<body><nav><ul>{NAVIGATION}</ul></nav><main>{teasers}</main><ul>{links}</ul></body></html>"""
