"""``soatso serve`` as it is started."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from extractor.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "set a token"),
        (["--host", "192.168.1.2", "--token", "short"], "16 characters"),
        (["--token", "short"], "16 characters"),
        (["--store", "no-such.db"], "no-such.db"),
        (["--port", "99999999"], "--port"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *arguments, "--lang", "en"]) == 2
    assert said in capfd.readouterr().err


@pytest.mark.slow
def test_it_serves_this_machine_until_it_is_stopped(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; from extractor.cli import main; sys.exit(main())"]
    with subprocess.Popen([*command, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", line)
            with urllib.request.urlopen(address, timeout=60) as answer:
                assert "Dán bài viết" in answer.read().decode("utf-8")
        finally:
            process.terminate()
            process.wait(30)
