"""Findings shown to people: on a terminal, in a pipe, or as JSON."""

from extractor.report.findings_json import findings_json
from extractor.report.summary import Summary, other_findings
from extractor.report.terminal import Also, TerminalReport, console_for
from extractor.report.words import Lang, pick, say

__all__ = ["Also", "Lang", "Summary", "TerminalReport", "console_for", "findings_json", "other_findings", "pick", "say"]
