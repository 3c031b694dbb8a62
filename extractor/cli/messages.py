"""What the commands say on standard error, in both languages."""

from __future__ import annotations

from extractor.records import Message

DONE = Message(
    vi="Đã đọc {articles} bài, {rejected} đầu vào không đọc được.",
    en="Articles read: {articles}; inputs that could not be read: {rejected}.",
)
PROGRESS = Message(vi="{articles} bài…", en="{articles} articles…")
UNWRITABLE = Message(vi="không ghi được kết quả: {reason}", en="the output cannot be written: {reason}")
NO_FOLDER = Message(vi="không có thư mục {folder}; hãy tạo trước", en="there is no folder {folder}; make it first")
NEEDS_FILE = Message(vi="parquet cần một tệp: --output TỆP", en="parquet needs a file: --output FILE")
NEEDS_EXTRA = Message(
    vi="parquet cần phần mở rộng: pip install 'soatso[batch]'", en="parquet needs an extra: pip install 'soatso[batch]'"
)
NEEDS_FLOORS = Message(vi="cần thêm --floors TỆP", en="needs --floors FILE")
UNREADABLE = Message(
    vi="không đọc được {path} ({reason}); hãy kiểm tra lại đường dẫn",
    en="{path} cannot be read ({reason}); check the path",
)
UNWRITABLE_FILE = Message(
    vi="không ghi được {path} ({reason}); hãy chọn nơi khác",
    en="{path} cannot be written ({reason}); choose another place",
)
NEEDS_WEB = Message(
    vi="trang web cần phần mở rộng: pip install 'soatso[web]'", en="the desk needs an extra: pip install 'soatso[web]'"
)
NEEDS_TOKEN = Message(
    vi="mở ra ngoài máy này ({host}) thì phải đặt mã truy cập: --token MÃ hoặc biến SOATSO_TOKEN, ít nhất 16 ký tự",
    en="to listen beyond this machine ({host}) set a token: --token TOKEN or SOATSO_TOKEN, of 16 characters or more",
)
SHORT_TOKEN = Message(
    vi="mã truy cập phải có ít nhất {least} ký tự", en="the token must have {least} characters or more"
)
PORT_TAKEN = Message(
    vi="không mở được cổng {port}; hãy chọn cổng khác hoặc --port 0",
    en="port {port} cannot be had; choose another or 0",
)
SERVING = Message(vi="Mở {address} trong trình duyệt. Ctrl-C để dừng.", en="Open {address} in a browser. Ctrl-C stops.")
NEEDS_BROWSE = Message(
    vi="cần phần mở rộng: pip install 'soatso[browse]'", en="this needs an extra: pip install 'soatso[browse]'"
)
NEEDS_OUTPUT = Message(vi="{form} cần thêm --output", en="{form} needs --output")
NEEDS_PATH = Message(vi="hãy chỉ ra tệp cần đọc", en="say what to read")
