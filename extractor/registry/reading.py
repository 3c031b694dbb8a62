"""A register out of a CSV file.

The columns are found by their headings, in English or Vietnamese (lexicon ``register_columns``), in any order; only
the number's is needed. Fields are parted by commas, semicolons or tabs. Dates are ISO or day/month/year. A row that
cannot be used is told with its line and left out; a date or an issuer that contradicts the row's own number is told
and left out of the row.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

from extractor.lexicon import entries as lexicon_entries
from extractor.lexicon.patterns import compiled
from extractor.patterns.documents.authorities import authority_of, may_be, symbol_authorities
from extractor.patterns.documents.folding import folded
from extractor.patterns.documents.numbers import read_number
from extractor.records import Message
from extractor.registry.model import Entry, Register, RowProblem, without_doubt

_DAY = compiled(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})$")
_ISO = compiled(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ][\d:.+Z-]*)?$")
_BUILTIN = "builtin"


class RegisterError(ValueError):
    """A file that is no register; ``message`` says why, in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def read_register(path: str | Path) -> Register:
    """The register in a CSV file, in UTF-8 with or without a byte order mark; "builtin" is the one of the package.

    Raises:
        OSError: the file cannot be read.
        RegisterError: it is not UTF-8, or no heading names the number.
    """
    if path == _BUILTIN:
        return builtin_register()
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RegisterError(
            Message(
                vi=f"{path} không phải UTF-8: hãy lưu lại danh mục dạng CSV UTF-8",
                en=f"{path} is not UTF-8: save the register as CSV UTF-8",
            )
        ) from error
    return parse_register(text, str(path))


@cache
def builtin_register() -> Register:
    """The register that comes with the package: the national documents that news cites most."""
    data = resources.files(__package__).joinpath("data", "national.csv").read_text("utf-8")
    return parse_register(data, _BUILTIN)


def parse_register(text: str, source: str = "-") -> Register:
    """The register in the text of a CSV file.

    Args:
        text: with a line of headings first.
        source: where it is from, for messages.

    Raises:
        RegisterError: no heading names the number.

    >>> register = parse_register("Số hiệu;Loại;Ngày ban hành\\n16/2015/NĐ-CP;Nghị định;14/02/2015\\n;;\\n")
    >>> register.entries[0].number, register.entries[0].issued, len(register.problems)
    ('16/2015/NĐ-CP', datetime.date(2015, 2, 14), 0)
    """
    rows, columns = _columns(text, source)
    entries: list[Entry] = []
    problems: list[RowProblem] = []
    for line, row in rows:
        fields = {name: " ".join(row[at].split()) for name, at in columns.items() if at < len(row)}
        if not any(fields.values()):
            continue
        entry = _entry(line, fields, problems)
        if entry is not None:
            entries.append(entry)
    entries, contradictions = without_doubt(entries)
    problems = sorted([*problems, *contradictions], key=lambda problem: problem.line)
    return Register(tuple(entries), tuple(problems), source)


def _columns(text: str, source: str) -> tuple[Iterator[tuple[int, list[str]]], dict[str, int]]:
    """The rows after the headings, with their lines, and where each known column stands."""
    names = {folded(h): e["name"] for e in lexicon_entries("register_columns") for h in e["headings"]}
    for mark in ",;\t":
        rows = _rows(text, mark)
        _, headings = next(rows, (0, []))
        columns: dict[str, int] = {}
        for at, heading in enumerate(headings):
            name = names.get(folded(heading))
            if name is not None:
                columns.setdefault(name, at)
        if "number" in columns:
            return rows, columns
    raise RegisterError(
        Message(
            vi=f"{source} không có cột số hiệu: hãy đặt dòng đầu là tên cột, trong đó có “số hiệu” hoặc “number”",
            en=f'{source} has no column of numbers: let the first line name the columns, "number" among them',
        )
    )


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A field beyond the module's limit; the reader goes on with the next line.
            row = []
        yield line, row


def _entry(line: int, fields: dict[str, str], problems: list[RowProblem]) -> Entry | None:
    def tell(vi: str, en: str) -> None:
        problems.append(RowProblem(line, Message(vi=vi, en=en)))

    # What a list adds in brackets is no part of the number.
    printed = fields.get("number", "").partition(" (")[0]
    number = read_number(printed, 0)
    if number is None or number.end != len(printed) or number.symbol is None:
        tell(f"không đọc được số hiệu “{printed}”; bỏ qua dòng này", f'cannot read number "{printed}"; row left out')
        return None
    dates: dict[str, datetime.date | None] = {}
    for name in ("issued", "effective"):
        value = fields.get(name, "")
        dates[name] = read_date(value)
        if value and dates[name] is None:
            tell(f"không đọc được ngày “{value}”; bỏ qua ngày này", f'cannot read date "{value}"; date left out')
    issued = dates["issued"]
    if issued is not None and number.year is not None and issued.year != number.year:
        tell(
            f"số {printed} mang năm {number.year} mà ngày ban hành là {issued.isoformat()}; bỏ qua ngày này",
            f"number {printed} is of {number.year}, its date is {issued.isoformat()}; date left out",
        )
        issued = None
    issuer = fields.get("issuer") or None
    authority, lettered = authority_of(issuer), symbol_authorities(number.symbol)
    if authority is not None and lettered and not any(may_be(authority, each) for each in lettered):
        tell(
            f"ký hiệu {number.symbol} không phải của {issuer}; bỏ qua cơ quan ban hành",
            f"the letters {number.symbol} are not those of {issuer}; issuer left out",
        )
        issuer = None
    return Entry(
        number=number.text,
        type=fields.get("type", ""),
        issued=issued,
        issuer=issuer,
        effective=dates["effective"],
        title=fields.get("title", ""),
        core=number.core,
        year=number.year,
        symbol=number.symbol,
        line=line,
    )


def read_date(text: str) -> datetime.date | None:
    """A date of a register: ISO, or day, month and year.

    >>> read_date("2015-02-14"), read_date("14/2/2015"), read_date("14.02.2015") == read_date("14-02-2015")
    (datetime.date(2015, 2, 14), datetime.date(2015, 2, 14), True)
    >>> read_date("31/2/2015"), read_date("2015")
    (None, None)
    """
    match = _ISO.match(text) or _DAY.match(text)
    if match is None:
        return None
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
