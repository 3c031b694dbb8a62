"""What is said of a command that was used wrongly: one line, in the language asked for, and status 2."""

from __future__ import annotations

import pytest

from extractor.cli import main

WRONG = [
    (["kiem-tra"], "không có lệnh kiem-tra", "there is no command kiem-tra"),
    (["check"], "thiếu PATH", "PATH is missing"),
    (["extract", "--formt", "x"], "tùy chọn --formt; có phải --format?", "no option --formt; did you mean --format?"),
    (["check", "--sai", "x"], "không có tùy chọn --sai", "there is no option --sai"),
    (["extract", "x", "--format", "csv"], "không nhận csv; hãy chọn jsonl hoặc", "take csv; choose jsonl or parquet"),
    (["extract", "x", "--output"], "--output cần một giá trị", "--output needs a value"),
    (["extract", "x", "-o", "/khong/co/r.jsonl"], "không có thư mục /khong/co", "there is no folder /khong/co"),
    (["extract", "x", "--format", "parquet"], "cần một tệp: --output", "needs a file: --output"),
    (["check", "x", "--registry", "/khong/co.csv"], "không đọc được /khong/co.csv", "/khong/co.csv cannot be read"),
    (["schema", "thua"], "thừa thua", "thua is too much"),
    (["eval", "/khong/co"], "DIR: không có thư mục /khong/co", "DIR: there is no folder /khong/co"),
    (["eval", ".", "--mutate", "0"], "--mutate phải từ 1 trở lên", "--mutate must be 1 or more"),
    (["eval", ".", "--mutate", "ba"], "--mutate cần một số nguyên", "--mutate takes a whole number"),
    (["eval", ".", "--raise-floors"], "--raise-floors: cần thêm --floors", "--raise-floors: needs --floors"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "vi", "en"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else None
)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str], vi: str, en: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang, sentence, see in (("vi", vi, "(xem soatso"), ("en", en, "(see soatso")):
        monkeypatch.setenv("SOATSO_LANG", lang)
        assert main(arguments) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert sentence in told.err
        assert see in told.err


def test_the_option_wins_over_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOATSO_LANG", "vi")
    assert main(["check", "--lang", "en"]) == 2
    assert "is missing" in capsys.readouterr().err
    assert main(["check", "--lang=en"]) == 2
    assert "is missing" in capsys.readouterr().err


def test_a_language_there_is_not_is_told_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x", "--lang", "fr"]) == 2
    assert "không nhận fr; hãy chọn vi hoặc en" in capsys.readouterr().err
