"""The command line as a person or a script meets it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import __version__
from extractor.cli import main
from extractor.records import Record

FITS = "Tỉnh đã tinh giản 649 trường hợp, đạt 52,34% so với kế hoạch (649/1.240).\n"
FAILS = "Tỉnh đã tinh giản 649 trường hợp, đạt 62,34% so với kế hoạch (649/1.240).\n"


@pytest.fixture
def soatso(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in this process; gives its status, output and errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "tốt.txt"
    path.write_text(FITS, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "sai.txt"
    path.write_text(FAILS, encoding="utf-8")
    return path


Soatso = Callable[..., tuple[int, str, str]]


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, timeout=180, check=False, **options)  # type: ignore[call-overload, no-any-return]


# --- usage ---------------------------------------------------------------------------------------------------


def test_version(soatso: Soatso) -> None:
    assert soatso("--version") == (0, f"soatso {__version__}\n", "")


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    script = (
        "import sys; from extractor.cli import main; main(['check', '--help']);"
        "sys.exit(any(m in sys.modules for m in ('underthesea', 'trafilatura', 'regex', 'rich.console')))"
    )
    started = time.perf_counter()
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("arguments", [(), ("--help",), ("check", "--help"), ("eval", "--help")])
def test_help_names_what_there_is(soatso: Soatso, arguments: tuple[str, ...]) -> None:
    status, out, err = soatso(*arguments)
    assert status == (0 if arguments else 2)
    assert "Usage: soatso" in out + err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("chek",), "chek"),
        (("check",), "PATH"),
        (("check", "--loud", "a.txt"), "--loud"),
        (("check", "--lang", "fr", "a.txt"), "fr"),
        (("check", "--format", "xml", "a.txt"), "xml"),
        (("extract", "--input-format", "pdf", "a.txt"), "pdf"),
        (("extract", "--format", "parquet", "a.txt"), "parquet"),
        (("extract", "--output", "/nowhere/at/all.jsonl", "a.txt"), "/nowhere/at"),
        (("extract", "--output", "/", "a.txt"), "--output"),
        (("eval", "/nowhere"), "/nowhere"),
        (("eval", ".", "--raise-floors"), "--floors"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(soatso: Soatso, arguments: tuple[str, ...], named: str) -> None:
    status, out, err = soatso(*arguments)
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert named in err
    assert err.startswith("soatso")


# --- extract -------------------------------------------------------------------------------------------------


def test_extract_writes_one_record_a_line(soatso: Soatso, good: Path, bad: Path) -> None:
    status, out, err = soatso("extract", good, bad)
    assert (status, err) == (0, ""), "alarms are the business of check"
    records = [Record.model_validate_json(line) for line in out.splitlines()]
    assert [record.article.source for record in records] == [str(good), str(bad)]
    assert [f.text for f in records[0].figures] == ["649 trường hợp", "52,34%", "649/1.240"]
    assert "trường hợp" in out, "letters are written as letters"


def test_spans_point_into_the_text_as_read(soatso: Soatso, good: Path) -> None:
    _, out, _ = soatso("extract", good)
    record = json.loads(out)
    for found in (*record["figures"], *record["documents"]):
        assert FITS[slice(*found["span"])] == found["text"]
    assert record["article"]["length"] == len(FITS)
    for claim in record["claims"]:
        assert FITS[slice(*claim["span"])].strip("()") in FITS


def test_extract_to_a_file(soatso: Soatso, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    status, out, _ = soatso("extract", good, "--output", target)
    assert (status, out) == (0, "")
    assert Record.model_validate_json(target.read_text(encoding="utf-8"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", good.name], "nothing unfinished is left"


def test_a_run_that_breaks_off_leaves_the_old_file(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.record.build_record", broken)
    assert main(["extract", str(good), "--output", str(target)]) == 130
    assert target.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", good.name]


def test_a_rewritten_file_keeps_its_mode_and_its_link(soatso: Soatso, good: Path, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "out.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    assert soatso("extract", good, "-o", link)[0] == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_text(encoding="utf-8").startswith('{"schema":"1"')


def test_output_may_be_a_device(soatso: Soatso, good: Path) -> None:
    assert soatso("extract", good, "--output", os.devnull)[0] == 0


def test_standard_input() -> None:
    lines = "\n".join(json.dumps({"id": f"a{i}", "text": FITS, "section": "tin"}) for i in range(3))
    done = process("extract", "-", input=lines.encode())
    assert done.returncode == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["article"]["id"] for r in records] == ["a0", "a1", "a2"]
    assert records[0]["article"]["extra"] == {"section": "tin"}


@pytest.mark.parametrize("command", ["extract", "check"])
def test_a_closed_pipe_is_quiet(tmp_path: Path, command: str) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"a{i}", "text": FITS}) for i in range(400)))
    call = f"{sys.executable} -c 'import sys; from extractor.cli import main; sys.exit(main())' {command} {path}"
    done = subprocess.run(
        ["bash", "-c", f"{call} | head -n 1; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[1] == "141"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["extract"], ["check"], ["check", "--format", "json"], ["schema"]])
def test_a_full_disk_is_one_line(good: Path, arguments: list[str]) -> None:
    paths = [] if arguments == ["schema"] else [str(good)]
    call = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())", *arguments, *paths]
    with open("/dev/full", "w") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, timeout=180, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "không ghi được kết quả" in done.stderr


def test_a_full_disk_under_output_is_one_line(soatso: Soatso, good: Path) -> None:
    status, _, err = soatso("extract", good, "--output", "/dev/full")
    assert (status, err.count("\n")) == (2, 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_utf8_and_text_stops_at_nothing_whatever_the_locale(good: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    assert "trường hợp" in process("extract", str(good), env=environment).stdout.decode("utf-8")
    shown = process("check", str(good), env=environment)
    assert shown.returncode == 0
    assert b"649/1.240" in shown.stdout


# --- check ---------------------------------------------------------------------------------------------------


def test_nothing_inconsistent_is_status_0(soatso: Soatso, good: Path) -> None:
    status, out, err = soatso("check", good)
    assert (status, err) == (0, "")
    assert "đạt [52,34%] so với kế hoạch ([649/1.240])." in " ".join(out.split())
    assert "✓" in out
    assert "Cảnh báo: 0." in out


def test_an_alarm_is_status_1(soatso: Soatso, good: Path, bad: Path) -> None:
    status, out, err = soatso("check", good, bad)
    assert (status, err) == (1, "")
    assert "✗ 649 / 1.240 = 52,33" in out
    assert "→" in out, "the diagnosis"
    assert "Cảnh báo: 1." in out


def test_only_alarms_hides_the_rest_and_still_counts_it(soatso: Soatso, good: Path, bad: Path) -> None:
    _, out, _ = soatso("check", good, bad, "--only", "alarms")
    assert str(good) not in out
    assert str(bad) in out
    assert "✓ 649" not in out
    assert "2 bài" in out


def test_another_finding_is_status_1_too(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Theo Nghị định số 16/2015/NĐ-CP ngày 14/02/2014, xã có 12 thôn.", encoding="utf-8")
    for only in ("all", "alarms"):
        status, out, _ = soatso("check", path, "--only", only)
        assert status == 1
        assert "Điều khác cần xem lại:\n    ✗ “Nghị định số 16/2015/NĐ-CP" in out
    _, out, _ = soatso("check", path, "--format", "json")
    assert [finding["kind"] for finding in json.loads(out)["others"]] == ["registry_date"]


def test_derived_on_request(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Xã bồi dưỡng 274 lượt cán bộ, đạt 26,47% so với kế hoạch.", encoding="utf-8")
    _, plain, _ = soatso("check", path)
    _, asked, _ = soatso("check", path, "--derived")
    assert "1.035" not in plain
    assert "tức 1.035" in asked
    for out in (plain, asked):
        assert "Kiểm tra được 0/1 con số phần trăm; không công bố tổng số: 1." in out


def test_english(soatso: Soatso, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, by_option, _ = soatso("check", bad, "--lang", "en")
    monkeypatch.setenv("SOATSO_LANG", "en")
    _, by_environment, _ = soatso("check", bad)
    assert "Alarms: 1." in by_option
    assert by_option == by_environment


def test_json_is_one_object_per_article(soatso: Soatso, good: Path, bad: Path) -> None:
    status, out, _ = soatso("check", good, bad, "--format", "json")
    assert status == 1
    fits, fails = map(json.loads, out.splitlines())
    assert fits["counts"]["alarms"] == 0
    (finding,) = [f for f in fails["findings"] if f["alarm"]]
    assert finding["check"]["verdict"] == "inconsistent"
    assert {f["text"] for f in finding["figures"]} == {"62,34%", "649/1.240"}
    _, out, _ = soatso("check", good, "--format", "json", "--only", "alarms")
    assert json.loads(out)["findings"] == []


def test_published_text_cannot_steer_the_terminal(soatso: Soatso, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[red]Tỉnh[/red] \x1b[2J đã tinh giản 649/1.240 người, đạt 52,34%.", encoding="utf-8")
    _, out, _ = soatso("check", path)
    assert "\x1b" not in out
    assert "[red]Tỉnh[/red] ␛[2J" in out


# --- input that cannot be read -------------------------------------------------------------------------------


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


BAD: dict[str, tuple[str, bytes]] = {
    "empty": ("x.txt", b""),
    "blank": ("x.txt", b" \r\n\t"),
    "binary": ("x.txt", bytes(range(256)) * 40),
    "picture": ("x.html", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "page without text": ("x.html", b"<html><body><nav><a href='/'>Trang</a></nav></body></html>"),
    "no json": ("x.jsonl", b"{'id': 1}\n"),
    "no object": ("x.jsonl", b"[1, 2]\n"),
    "no text": ("x.jsonl", b'{"id": "a", "title": "b"}\n'),
    "text is no string": ("x.jsonl", b'{"id": "a", "text": 12}\n'),
}


@pytest.mark.parametrize("command", ["extract", "check"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_the_rest_is_read(
    soatso: Soatso, good: Path, tmp_path: Path, name: str, command: str
) -> None:
    file, data = BAD[name]
    path = _write(tmp_path / file, data)
    status, out, err = soatso(command, path, good)
    assert status == 3
    first, *rest = err.splitlines()
    assert first.startswith(str(path))
    assert len(first) > len(f"{path}: ")
    assert rest == ["Đã đọc 1 bài, 1 đầu vào không đọc được."]
    assert "649/1.240" in out


def test_a_missing_path(soatso: Soatso, good: Path, tmp_path: Path) -> None:
    status, out, err = soatso("check", tmp_path / "không có.txt", good, "--lang", "en")
    assert status == 3
    assert f"{tmp_path}/không có.txt: There is no such file" in err
    assert "[649/1.240]" in out


def test_unreadable_input_wins_over_alarms(soatso: Soatso, bad: Path, tmp_path: Path) -> None:
    status, out, _ = soatso("check", bad, tmp_path / "missing.txt")
    assert status == 3
    assert "✗" in out


def test_good_lines_between_bad_ones_are_read(soatso: Soatso, tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": FITS})
    path = tmp_path / "x.jsonl"
    path.write_text(f'{line}\n{{"id": 3\n\n{line}\n{{"id": "c"}}\n', encoding="utf-8")
    status, out, err = soatso("extract", path)
    assert status == 3
    assert len(out.splitlines()) == 2
    assert [line.split(": ")[0] for line in err.splitlines()[:2]] == [f"{path}:2", f"{path}:5"]


def test_broken_utf8_is_read_told_and_recorded(soatso: Soatso, tmp_path: Path) -> None:
    data = FITS.encode() + b"\xe1\xbb d\xc3\xa2n \xff\xfe\n" + FITS.encode()
    status, out, err = soatso("extract", _write(tmp_path / "x.txt", data))
    assert status == 3
    (record,) = map(json.loads, out.splitlines())
    assert [p["code"] for p in record["problems"]] == ["broken_utf8"]
    assert len(record["figures"]) == 6
    assert err.startswith(str(tmp_path / "x.txt"))


@pytest.mark.timing
@pytest.mark.slow
@pytest.mark.parametrize("letter", ["a", "1", "ấ"])
def test_fifty_megabytes_on_one_line(good: Path, tmp_path: Path, letter: str) -> None:
    path = _write(tmp_path / "x.txt", letter.encode() * (50_000_000 // len(letter.encode())))
    done = process("extract", str(path), str(good))  # a minute at most
    assert done.returncode == (0 if letter == "ấ" else 3), "20 million characters are read, no more"
    told = done.stderr.decode()
    assert told == "" if letter == "ấ" else told.startswith(f"{path}: ")
    assert json.loads(done.stdout.splitlines()[-1])["figures"]


def test_a_fault_of_the_program_costs_one_article(
    soatso: Soatso, good: Path, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor import record as room

    sound = room.build_record

    def faulty(article: object, *arguments: object) -> Record:
        if "62,34" in getattr(article, "text", ""):
            raise ZeroDivisionError("oh")
        return sound(article, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "build_record", faulty)
    status, out, err = soatso("extract", bad, good)
    assert status == 3
    assert "ZeroDivisionError" in err
    failed, fine = map(json.loads, out.splitlines())
    assert [p["code"] for p in failed["problems"]] == ["extraction_failed"]
    assert fine["figures"]


def test_records_can_be_written_as_parquet(
    soatso: Soatso, good: Path, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.distributed.rows import Stored, stored

    target = tmp_path / "out.parquet"
    _, lines, _ = soatso("extract", bad, good)
    status, out, err = soatso("extract", bad, good, "--format", "parquet", "--output", target)
    assert (status, out, err) == (0, "", "")
    found = [each for each in stored(target) if isinstance(each, Stored)]
    assert [each.record.to_json() for each in found] == lines.splitlines()
    assert [each.article.text for each in found] == [path.read_text(encoding="utf-8") for path in (bad, good)]
    # What is written can be read again, as any Parquet with a text column.
    again = [json.loads(line) for line in soatso("extract", target)[1].splitlines()]
    assert [record["figures"] for record in again] == [json.loads(line)["figures"] for line in lines.splitlines()]
    assert soatso("extract", good, "--format", "parquet")[0] == 2
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    status, _, err = soatso("extract", good, "--format", "parquet", "--output", target)
    assert status == 2
    assert "soatso[batch]" in err


# --- schema and eval -----------------------------------------------------------------------------------------


def test_schema_describes_records(soatso: Soatso) -> None:
    status, out, _ = soatso("schema")
    described = json.loads(out)
    assert status == 0
    assert described["properties"]["schema"]["const"] == "1"
    assert {"article", "documents", "figures", "claims", "checks", "problems"} <= set(described["properties"])
    assert "value" in described["$defs"]["Figure"]["properties"]


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "annotations").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(FITS, encoding="utf-8")
    annotation = {
        "id": "a",
        "figures": [
            {"id": "f1", "quote": "649 trường hợp", "kind": "count", "value": "649", "unit": "trường hợp"},
            {"id": "f2", "quote": "52,34%", "kind": "percent", "value": "52.34"},
            {"id": "f3", "quote": "649/1.240", "kind": "ratio", "numerator": "649", "denominator": "1240"},
        ],
        "claims": [{"kind": "share", "part": "f3.numerator", "whole": "f3.denominator", "percent": "f2"}],
    }
    (tmp_path / "annotations" / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    return tmp_path


def test_eval_prints_scores(soatso: Soatso, annotated: Path) -> None:
    status, out, err = soatso("eval", annotated)
    assert status == 0
    assert "figures.ratio          P 1.000  R 1.000  F1 1.000" in out
    assert "articles/s" in err
    _, out, _ = soatso("eval", annotated, "--json")
    assert json.loads(out)["figures"]["tp"] == 3


def test_eval_holds_floors(soatso: Soatso, annotated: Path) -> None:
    floors = annotated / "floors.json"
    floors.write_text('{"figures.f1": 1.0, "documents.f1": 0.5}')
    status, _, err = soatso("eval", annotated, "--floors", floors)
    assert status == 1
    assert "documents.f1: not measured, floor 0.5000" in err
    assert "figures.f1" not in err


def test_eval_raises_floors_and_never_lowers_them(soatso: Soatso, annotated: Path) -> None:
    floors = annotated / "floors.json"
    assert soatso("eval", annotated, "--floors", floors, "--raise-floors")[0] == 0
    reached = json.loads(floors.read_text())
    assert reached["figures.f1"] == 1.0
    (annotated / "articles" / "a.txt").write_text(FITS + "Xã có 12 hộ.", encoding="utf-8")
    status, _, _ = soatso("eval", annotated, "--floors", floors, "--raise-floors")
    assert status == 1
    assert json.loads(floors.read_text()) == reached


def test_eval_plants_errors(soatso: Soatso, annotated: Path) -> None:
    status, out, _ = soatso("eval", annotated, "--mutate", "8", "--seed", "2", "--list")
    assert status == 0
    (row,) = [line for line in out.splitlines() if line.startswith("claim: share")]
    assert row.split()[2:4] == ["8", "8"]
    _, out, _ = soatso("eval", annotated, "--mutate", "8", "--seed", "2", "--json")
    assert json.loads(out)["mutation"]["planted"]["claim: share"]["found"] == 8
    assert soatso("eval", annotated, "--mutate", "0")[0] == 2


def test_eval_holds_floors_of_planted_errors_only_when_it_plants_some(soatso: Soatso, annotated: Path) -> None:
    floors = annotated / "floors.json"
    floors.write_text('{"planted.found": 1.0, "planted_stated.named": 1.01}')
    assert soatso("eval", annotated, "--floors", floors)[0] == 0
    status, _, err = soatso("eval", annotated, "--floors", floors, "--mutate", "5")
    assert status == 1
    assert "planted_stated.named: 1.0000, floor 1.0100" in err
    assert "planted.found" not in err


def test_eval_names_what_is_wrong_with_an_annotation(soatso: Soatso, annotated: Path) -> None:
    path = annotated / "annotations" / "a.json"
    path.write_text('{"figures": [{"id": "f1", "quote": "12 hộ", "kind": "count", "value": "12"}]}')
    status, _, err = soatso("eval", annotated)
    assert status == 3
    assert str(path) in err
    assert "12 hộ" in err
    assert soatso("eval", annotated / "articles")[0] == 3


# --- register ------------------------------------------------------------------------------------------------

CITES = "Theo Nghị định 115/2020/NĐ-CP ngày 18/9/2020 và Thông tư 21/2018/TT-BYT ngày 1/11/2018.\n"


def test_documents_are_held_against_a_register(soatso: Soatso, tmp_path: Path) -> None:
    article, register = tmp_path / "a.txt", tmp_path / "danh mục.csv"
    article.write_text(CITES, encoding="utf-8")
    register.write_text("Số hiệu;Ngày ban hành\nx;\n21/2018/TT-BYT;12/9/2018\n", encoding="utf-8")

    def found(*options: object) -> list[str]:
        status, out, err = soatso("extract", *options, article)
        assert (status, bool(err)) == (0, "--registry" in options and register in options)
        return [finding["text"] for finding in json.loads(out)["findings"]]

    assert found() == ["Nghị định 115/2020/NĐ-CP ngày 18/9/2020"]
    assert found("--registry", "none") == []
    assert found("--registry", register) == ["Thông tư 21/2018/TT-BYT ngày 1/11/2018"]
    _, _, err = soatso("extract", "--registry", register, "--lang", "en", article)
    assert err.startswith(f"{register}:2: ")


@pytest.mark.parametrize("command", ["extract", "check"])
def test_what_is_no_register_is_wrong_usage(soatso: Soatso, good: Path, tmp_path: Path, command: str) -> None:
    for register in (tmp_path / "nowhere.csv", good):
        status, out, err = soatso(command, "--registry", register, good)
        assert (status, out) == (2, "")
        assert register.name in err
