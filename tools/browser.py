"""Sees to it that there is a Chromium for the browser tests, where it may; says plainly where there will be none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 600


def main() -> None:
    """Installs Debian's chromium as root with apt; else says what is missing and goes on."""
    if any(map(shutil.which, NAMES)):
        return
    if not shutil.which("apt-get"):
        left_out("there is no chromium, and no apt-get to install it with")
    elif os.geteuid() != 0:
        left_out("there is no chromium; as root: apt-get install chromium")
    else:
        print("Installing chromium for the browser tests …", file=sys.stderr)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (("update",), ("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core")):
            try:
                subprocess.run(
                    ["apt-get", "-qq", *command], env=quiet, check=True, timeout=SECONDS, stdout=subprocess.DEVNULL
                )
            except (OSError, subprocess.SubprocessError) as error:
                left_out(f"chromium could not be installed ({error})")
                return


def left_out(why: str) -> None:
    """Says that the browser tests are left out."""
    print(f"BROWSER TESTS LEFT OUT: {why}.", file=sys.stderr)


if __name__ == "__main__":
    main()
