"""What the commands of the store say on standard error, in both languages."""

from __future__ import annotations

from extractor.records import Message

NOW = Message(
    vi="{read} đầu vào · {stored} lưu · {duplicate} đã có · {rejected} bị loại · {alarms} cảnh báo · {rate}/s",
    en="{read} inputs · {stored} stored · {duplicate} known · {rejected} rejected · {alarms} alarms · {rate}/s",
)
REPORT = Message(
    vi="Đã đọc {read} đầu vào = {stored} bài lưu mới + {duplicate} bài đã có + {rejected} bị loại"
    " ({seconds} giây, {rate} đầu vào/giây).",
    en="Read {read} inputs = {stored} stored + {duplicate} known + {rejected} rejected ({seconds} s, {rate} inputs/s).",
)
RESUMED = Message(
    vi="Tiếp tục lượt chạy bị ngắt trước đó; những đầu vào đã xong được tính như lúc đó.",
    en="This went on with an earlier run that was stopped; inputs done then are counted as then.",
)
REFRESHED = Message(
    vi="Xử lý lại {refreshed} bài theo phiên bản hiện tại.",
    en="{refreshed} stored articles were extracted anew by this version.",
)
HOLDS = Message(
    vi="Kho {store}: {articles} bài trong {groups} nhóm, {figures} số liệu, {findings} điều cần xem"
    " ({alarms} cảnh báo), {cross} mâu thuẫn giữa các bài.",
    en="{store} holds {articles} articles in {groups} groups, {figures} figures, {findings} findings"
    " ({alarms} alarms), {cross} contradictions across articles.",
)
REASON = Message(vi="  {count} × {code}, như {source}: {message}", en="  {count} × {code}, such as {source}: {message}")
STOPPED = Message(
    vi="Đã dừng; những gì đã ghi vẫn còn. Chạy lại đúng lệnh này để tiếp tục.",
    en="Stopped; what was written is kept. Give the same command again to go on.",
)
NEEDS_EXTRA = Message(
    vi="lệnh này cần phần mở rộng: pip install 'soatso[{extra}]'",
    en="this needs an extra: pip install 'soatso[{extra}]'",
)
NEEDS_STORE = Message(vi="cần thêm --store TỆP", en="needs --store FILE")
NEEDS_OUTPUT = Message(vi="--engine ray cần thêm --output THƯ_MỤC", en="--engine ray needs --output DIR")
NEEDS_SOURCES = Message(
    vi="cần ít nhất một nguồn (tệp, thư mục, mẫu hoặc -)", en="needs a source (a file, folder, glob or -)"
)
NOT_WITH = Message(vi="không dùng cùng --engine {engine}", en="does not go with --engine {engine}")
NOT_EMPTY = Message(
    vi="{path} đã có sẵn thứ khác; hãy chọn một thư mục chưa có hoặc trống",
    en="{path} holds something already; choose a folder that is empty or not there yet",
)
NO_CLUSTER = Message(vi="không nối được với cụm Ray ({reason})", en="the Ray cluster cannot be reached ({reason})")
NO_RECORDS = Message(
    vi="{path} không phải thư mục Parquet do soatso ghi ({reason})",
    en="{path} holds no Parquet files that soatso wrote ({reason})",
)
UNFINISHED = Message(
    vi="{path} không có tệp _SUCCESS: lượt chạy đã ghi nó chưa xong; đang nạp phần có được",
    en="{path} has no file _SUCCESS: the run that wrote it did not end; loading what is there",
)
WORKERS_FAIL = Message(
    vi="tiến trình con không khởi động được (mã {status}); hãy xem lỗi ở trên",
    en="worker processes cannot be started (status {status}); see the error above",
)
NO_TABLE = Message(vi="kho không có bảng {table}; có: {tables}", en="the store has no table {table}; it has {tables}")
ONE_TABLE = Message(
    vi="ra màn hình chỉ xuất được một bảng, dạng jsonl hoặc csv; hãy thêm --output THƯ_MỤC",
    en="standard output takes one table, as jsonl or csv; add --output DIR",
)
EXPORTED = Message(vi="{file}: {rows} dòng", en="{file}: {rows} rows")
