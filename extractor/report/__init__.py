"""Findings shown to people: on a terminal, in a pipe, or as JSON."""

from extractor.report.findings_json import findings_json
from extractor.report.summary import Summary
from extractor.report.terminal import TerminalReport, console_for
from extractor.report.words import Lang, pick, say

__all__ = ["Lang", "Summary", "TerminalReport", "console_for", "findings_json", "pick", "say"]
