"""Counts over a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

from extractor.records import Finding, Record, Verdict
from extractor.report.words import MARKS, Lang, say, thousands


def other_findings(record: Record) -> tuple[Finding, ...]:
    """The findings of a record that are no alarms: figures that cannot be, documents cited wrongly."""
    return tuple(finding for finding in record.findings if finding.kind != "inconsistent_claim")


@dataclass(slots=True)
class Summary:
    """How much was found and how it came out; ``others`` are the findings that are no alarms."""

    articles: int = 0
    documents: int = 0
    figures: int = 0
    claims: int = 0
    alarms: int = 0
    others: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Counts one record in."""
        self.articles += 1
        self.documents += len(record.documents)
        self.figures += len(record.figures)
        self.claims += len(record.claims)
        self.alarms += len(record.alarms)
        self.others += len(other_findings(record))
        self.verdicts.update(check.verdict for check in record.checks)

    def as_json(self) -> dict[str, Any]:
        """The counts by name, every verdict named."""
        return {**asdict(self), "verdicts": {verdict: self.verdicts[verdict] for verdict in get_args(Verdict)}}

    def sentence(self, lang: Lang) -> str:
        """The counts in a line, and under it those of the verdicts.

        >>> print(Summary(articles=1, figures=13, claims=2, verdicts=Counter(consistent=2)).sentence("en"))
        Articles 1, documents 0, figures 13, claims 2. Alarms: 0.
        ✓ consistent 2
        """
        names = ("articles", "documents", "figures", "claims", "alarms")
        total = say("summary", lang, **{name: thousands(getattr(self, name), lang) for name in names})
        if self.others:
            total += say("more", lang, others=thousands(self.others, lang))
        verdicts = " · ".join(
            f"{MARKS[verdict]} {say(verdict, lang)} {thousands(self.verdicts[verdict], lang)}"
            for verdict in get_args(Verdict)
            if self.verdicts[verdict]
        )
        return f"{total}\n{verdicts}".rstrip()
