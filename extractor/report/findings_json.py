"""The findings of an article for a machine: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable

from extractor.record import CheckedClaim
from extractor.records import Record
from extractor.report.summary import Summary, other_findings


def findings_json(record: Record, findings: Iterable[CheckedClaim]) -> str:
    """One line: the article, the counts of its whole record, its problems, and the claims asked for as ``findings``."""
    counts = Summary()
    counts.add(record)
    numbers = counts.as_json()
    del numbers["articles"]
    return json.dumps(
        {
            "schema": record.schema_version,
            "article": record.article.model_dump(mode="json"),
            "counts": numbers,
            "findings": [
                {
                    "alarm": finding.alarm,
                    "claim": finding.claim.model_dump(mode="json"),
                    "check": finding.check.model_dump(mode="json"),
                    "figures": [figure.model_dump(mode="json") for figure in finding.figures],
                }
                for finding in findings
            ],
            "others": [finding.model_dump(mode="json") for finding in other_findings(record)],
            "derived": [each.model_dump(mode="json") for each in record.derived],
            "coverage": record.coverage.model_dump(mode="json"),
            "problems": [problem.model_dump(mode="json") for problem in record.problems],
        },
        ensure_ascii=False,
    )
