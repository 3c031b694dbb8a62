"""Asks for known vulnerabilities of what CI installs; says so plainly where there is nobody to ask.

python tools/audit.py LOCK
"""

from __future__ import annotations

import json
import subprocess
import sys


def audited(report: str) -> tuple[list[str], int, int]:
    """What pip-audit found: a line for each vulnerability, how many packages it knew of, and how many it did not."""
    found, asked, passed_over = [], 0, 0
    for each in json.loads(report)["dependencies"]:
        if "skip_reason" in each:
            passed_over += 1
            continue
        asked += 1
        for known in each["vulns"]:
            mended = ", ".join(known["fix_versions"]) or "nowhere yet"
            found.append(f"{each['name']} {each['version']}: {known['id']}, mended in {mended}")
    return found, asked, passed_over


def main() -> None:
    """Runs pip-audit over a lock file; exit status 1 where it knows of a vulnerability."""
    call = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", sys.argv[1]]
    call += ["--format", "json", "--progress-spinner", "off", "--timeout", "20"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    try:
        found, asked, passed_over = audited(done.stdout)
    except (ValueError, KeyError):
        reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"audit: LEFT OUT: the list of vulnerabilities could not be asked ({reason[:200]})")
        return
    for line in found:
        print(f"audit: {line}")
    if passed_over:
        print(f"audit: LEFT OUT: {passed_over} of {asked + passed_over} packages are unknown where it was asked")
    print(f"audit: {asked} packages asked about, {len(found)} vulnerabilities known")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
