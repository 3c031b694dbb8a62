"""The findings of an article for a person at a terminal, or in a pipe."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn

from rich.console import Console
from rich.style import Style
from rich.text import Text

from extractor.article import Article
from extractor.record import CheckedClaim
from extractor.records import Check, Coverage, Derived, Finding, Verdict
from extractor.report.layout import Block, Far, Piece, blocks, paragraphs
from extractor.report.safe import printable
from extractor.report.summary import Summary
from extractor.report.words import MARKS, Lang, pick, say, thousands

_PIPED_WIDTH = 80
_WIDEST = 100
_TEXT_INDENT = 2
_FINDING_INDENT = 4
_STYLES: dict[Verdict, str] = {
    "consistent": "green",
    "truncated": "yellow",
    "inconsistent": "bold red",
    "undetermined": "cyan",
}
# "undetermined" is the word for a verdict.
_REASONS = {"undetermined": "vague"}
_LONGEST_QUOTE = 100
_LONGEST_CONTEXT = 600
_TEXT_FILES = (".txt", ".text")
_ORDER: tuple[Verdict, ...] = ("inconsistent", "truncated", "undetermined", "consistent")


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leaves it to the caller what a closed pipe means, where rich would exit with status 1."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def console_for(file: IO[str]) -> Console:
    """A console that prints what it is given and nothing else: no markup, no emoji codes, no highlighting."""
    width = None if file.isatty() else _PIPED_WIDTH
    console = _Console(file=file, width=width, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, _WIDEST)
    return console


@dataclass(frozen=True, slots=True)
class Also:
    """What is told of an article besides its claims: other findings, what its figures imply, and what was covered."""

    others: Sequence[Finding] = ()
    derived: Sequence[Derived] = ()
    coverage: Coverage | None = None


class Place:
    """Where something stands in the file that an article was read from, for editors and terminals to go there.

    Args:
        article: of a text file, whose lines are those of the file; no place is told of any other.
    """

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._source = article.source if article.source.lower().endswith(_TEXT_FILES) else None
        self._at = (0, 1)

    def of(self, position: int) -> Text | None:
        """``file:line`` of a position, as a link where the terminal has links."""
        if self._source is None:
            return None
        start, line = self._at if self._at[0] <= position else (0, 1)
        line += self._text.count("\n", start, position)
        self._at = (position, line)
        link = Path(self._source).absolute().as_uri()
        return Text(f"{printable(self._source)}:{line}", Style(dim=True, link=f"{link}#L{line}"))


class TerminalReport:
    """Prints articles with their findings.

    Args:
        console: where to; figures are coloured if it has colours and bracketed if not.
        lang: the language of all that is not quoted.
        context: how many paragraphs are shown before and after each one that has a finding.
    """

    def __init__(self, console: Console, lang: Lang, context: int = 0) -> None:
        self._console = console
        self._lang = lang
        self._context = context
        self._coloured = console.color_system is not None and not console.no_color
        self._articles = 0

    def article(self, article: Article, findings: Sequence[CheckedClaim], also: Also | None = None) -> None:
        """One article: a header, then each paragraph that has a finding, or a line that there is none.

        Args:
            article: the article.
            findings: its checked claims that are to be shown.
            also: what else is told of it.
        """
        also = also or Also()
        if self._articles:
            self._console.print()
        self._articles += 1
        self._header(article)
        if not findings and not also.others:
            self._lines(Text(say("no_claims", self._lang), "dim"), _TEXT_INDENT)
        place = Place(article)
        shown_blocks = blocks(article.text, findings)
        around = self._around(article.text, [block.paragraph for block in shown_blocks])
        for i, block in enumerate(shown_blocks):
            if i:
                self._console.print()
            before, after = around[block.paragraph]
            self._paragraphs(before, after=False)
            if (where := place.of(block.pieces[0].start)) is not None:
                self._lines(where, _TEXT_INDENT)
            self._block(article.text, block)
            self._paragraphs(after, after=True)
        shown = bool(findings)
        others = [self._other(finding, place) for finding in also.others]
        for title, lines in (("others", others), ("derived", map(self._implied, also.derived))):
            shown = self._list(title, list(lines), after=shown)
        if also.coverage is not None and also.coverage.percentages:
            self._console.print()
            self._lines(Text(_covered(also.coverage, self._lang), "dim"), _TEXT_INDENT)

    def _list(self, title: str, lines: list[tuple[Text, Text]], *, after: bool) -> bool:
        """A list under its title; returns whether anything has been shown by now."""
        if not lines:
            return after
        if after:
            self._console.print()
        self._lines(Text(say(title, self._lang)), _TEXT_INDENT)
        for mark, line in lines:
            self._lines(line, _FINDING_INDENT, mark)
        return True

    def _around(self, text: str, shown: Sequence[int]) -> dict[int, tuple[list[str], list[str]]]:
        """For each paragraph that is shown, those before and after it that are shown around it, each once."""
        taken = set(shown)
        around: dict[int, tuple[list[str], list[str]]] = {}
        spans = paragraphs(text) if self._context else []
        for number in shown:
            before: list[str] = []
            after: list[str] = []
            for held, numbers in (
                (before, range(number - self._context, number)),
                (after, range(number + 1, number + 1 + self._context)),
            ):
                for other in numbers:
                    if 1 <= other <= len(spans) and other not in taken:
                        taken.add(other)
                        start, end = spans[other - 1]
                        held.append(printable(text[start : min(end, start + _LONGEST_CONTEXT)]))
                        held[-1] += " …" if end - start > _LONGEST_CONTEXT else ""
            around[number] = (before, after)
        return around

    def _paragraphs(self, shown: Sequence[str], *, after: bool) -> None:
        for i, paragraph in enumerate(shown):
            if after and i == 0:
                self._console.print()
            self._lines(Text(paragraph, "dim"), _TEXT_INDENT)
            if not after or i < len(shown) - 1:
                self._console.print()

    def _other(self, finding: Finding, place: Place) -> tuple[Text, Text]:
        style = "yellow" if finding.severity == "low" else _STYLES["inconsistent"]
        line = Text("“").append(printable(_quoted(finding.text)), style).append("”: ")
        line.append(printable(pick(finding.message, self._lang)))
        if finding.severity == "low":
            line.append(f" ({say('low', self._lang)})", "dim")
        if (where := place.of(finding.span[0])) is not None:
            line.append(" (", "dim").append_text(where).append(")", "dim")
        return Text(MARKS["inconsistent"] + " ", style), line

    def _implied(self, derived: Derived) -> tuple[Text, Text]:
        return Text("→ "), Text(printable(pick(derived.message, self._lang)))

    def summary(self, summary: Summary) -> None:
        """The closing line."""
        if self._articles:
            self._console.print()
        self._lines(Text(summary.sentence(self._lang), "bold"), 0)

    def _header(self, article: Article) -> None:
        self._lines(Text(printable(article.title or article.id), "bold"), 0)
        self._lines(Text(printable(article.source), "dim"), 0)
        self._console.print(Text("─" * self._console.width, "dim"), soft_wrap=True)

    def _block(self, text: str, block: Block) -> None:
        shown = Text()
        styles = _figure_styles(finding for finding, _ in block.findings)
        for i, piece in enumerate(block.pieces):
            if i or not block.whole[0]:
                shown.append("… " if not i else " … ")
            shown.append_text(self._piece(text, piece, styles))
        if not block.whole[1]:
            shown.append(" …")
        self._lines(shown, _TEXT_INDENT)
        self._console.print()
        for finding, far in block.findings:
            self._finding(text, finding, far)

    def _piece(self, text: str, piece: Piece, styles: dict[str, str]) -> Text:
        out = Text()
        at = piece.start
        for figure in piece.figures:
            start, end = figure.span
            if start < at:
                continue
            out.append(printable(text[at:start]))
            quoted = printable(text[start:end])
            if self._coloured:
                out.append(quoted, styles.get(figure.id, "bold"))
            else:
                out.append(f"[{quoted}]")
            at = end
        out.append(printable(text[at : piece.end]))
        return out

    def _finding(self, text: str, finding: CheckedClaim, far: Sequence[Far]) -> None:
        check = finding.check
        line = Text(printable(self._sentence(check)))
        for note in _notes(finding):
            line.append(f" ({say(note, self._lang)})", "dim")
        self._lines(line, _FINDING_INDENT, Text(MARKS[check.verdict] + " ", _style(finding)))
        for diagnosis in check.diagnosis:
            said = Text(printable(pick(diagnosis.message, self._lang)))
            self._lines(said, _FINDING_INDENT + 2, Text("→ "))
        for other in far:
            where = Text(say("elsewhere", self._lang, n=other.paragraph), "dim")
            quoted = self._piece(text, other.piece, {})
            self._lines(where + Text("“") + quoted + Text("”"), _FINDING_INDENT + 2, Text("· "))

    def _sentence(self, check: Check) -> str:
        """The check's sentence, without the diagnosis that is listed below it anyway."""
        sentence = pick(check.message, self._lang)
        for diagnosis in check.diagnosis[:1]:
            sentence = sentence.removesuffix(pick(diagnosis.message, self._lang)).rstrip("; ")
        return sentence

    def _lines(self, text: Text, indent: int, mark: Text | None = None) -> None:
        """Prints wrapped text with a hanging indent, without the trailing blanks that padding would leave."""
        mark = mark or Text()
        width = max(self._console.width - indent - mark.cell_len, 20)
        for i, line in enumerate(text.wrap(self._console, width)):
            line.rstrip()
            lead = Text(" " * indent) + (mark if i == 0 else Text(" " * mark.cell_len))
            self._console.print(lead + line, soft_wrap=True)


def _quoted(text: str) -> str:
    """A quotation on one line, its middle left out where it is long."""
    words = " ".join(text.split())
    return (
        words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE // 2]} … {words[-_LONGEST_QUOTE // 3 :]}"
    )


def _covered(coverage: Coverage, lang: Lang) -> str:
    """As in "Kiểm tra được 2/7 con số phần trăm; không công bố tổng số: 4, …: 1"."""
    counts = {"checked": thousands(coverage.checked, lang), "percentages": thousands(coverage.percentages, lang)}
    reasons = Counter(each.reason for each in coverage.unchecked)
    why = [f"{say(_REASONS.get(reason, reason), lang)}: {thousands(n, lang)}" for reason, n in reasons.most_common()]
    return "; ".join([say("coverage", lang, **counts), *([", ".join(why)] if why else [])]) + "."


def _figure_styles(findings: Iterable[CheckedClaim]) -> dict[str, str]:
    """The style of each figure: that of the gravest verdict it takes part in."""
    gravest: dict[str, Verdict] = {}
    for finding in findings:
        for figure in finding.figures:
            held = gravest.get(figure.id, finding.check.verdict)
            gravest[figure.id] = min(held, finding.check.verdict, key=_ORDER.index)
    return {name: "bold " + _STYLES[verdict].removeprefix("bold ") for name, verdict in gravest.items()}


def _style(finding: CheckedClaim) -> str:
    if finding.check.verdict == "inconsistent" and (not finding.alarm or _is_low(finding.check)):
        return "yellow"
    return _STYLES[finding.check.verdict]


def _notes(finding: CheckedClaim) -> list[str]:
    if finding.check.verdict != "inconsistent":
        return []
    if not finding.alarm:
        return ["inferred"]
    return ["low"] if _is_low(finding.check) else []


def _is_low(check: Check) -> bool:
    return check.severity == "low"
