"""One sentence for a command that was used wrongly, in the language that was asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import typer

from extractor.records import Message
from extractor.report.words import Lang, pick

_NO_COMMAND = Message(vi="không có lệnh {name}", en="there is no command {name}")
_NO_OPTION = Message(vi="không có tùy chọn {name}", en="there is no option {name}")
_PERHAPS = Message(vi="; có phải {name}?", en="; did you mean {name}?")
_MISSING = Message(vi="thiếu {name}", en="{name} is missing")
_NEEDS_VALUE = Message(vi="{name} cần một giá trị đi kèm", en="{name} needs a value")
_TOO_MANY = Message(vi="thừa {name}", en="{name} is too much")
_NOT_ONE_OF = Message(
    vi="{name} không nhận {given}; hãy chọn {choices}", en="{name} does not take {given}; choose {choices}"
)
_OR = Message(vi=" hoặc ", en=" or ")
_INTEGER = Message(vi="{name} cần một số nguyên", en="{name} takes a whole number")
_TOO_SMALL = Message(vi="{name} phải từ {least} trở lên", en="{name} must be {least} or more")
_NO_FOLDER = Message(vi="{name}: không có thư mục {given}", en="{name}: there is no folder {given}")
_UNUSABLE = Message(vi="{name} có giá trị không dùng được: {said}", en="{name} has a value that cannot be used: {said}")
_SEE = Message(vi="xem {command} --help", en="see {command} --help")

_QUOTED = re.compile(r"'([^']*)'")
_BRACKETED = re.compile(r" \((.*)\)$")
_LEAST = re.compile(r"greater than or equal to (\d+)")


class WrongUse(typer.BadParameter):
    """A value that an option cannot have, with the reason in both languages.

    Args:
        option: the option, as it is written: ``--output``.
        reason: what is wrong and what to do.
        values: what the reason's blanks stand for.
    """

    def __init__(self, option: str, reason: Message, /, **values: object) -> None:
        vi, en = reason.vi.format(**values), reason.en.format(**values)
        super().__init__(en, param_hint=option)
        self.told = Message(vi=f"{option}: {vi}", en=f"{option}: {en}")


def language_of(arguments: Sequence[str]) -> Lang:
    """The language that the arguments ask for; they may be ones that could not be read."""
    asked = os.environ.get("SOATSO_LANG", "vi")
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return "en" if asked == "en" else "vi"


def usage_line(error: BaseException, lang: Lang) -> str:
    """What is wrong with a command line, and where its help is, in one line without the command's name.

    Args:
        error: what the command line parser, or a command, raised.
        lang: the language of the sentence.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "soatso"
    see = pick(_SEE, lang).format(command=command)
    return f"{command}: {_sentence(error, lang)} ({see})"


def _sentence(error: BaseException, lang: Lang) -> str:
    told = getattr(error, "told", None)
    if isinstance(told, Message):
        return pick(told, lang)
    said = " ".join(str(getattr(error, "message", "") or error).split()).rstrip(".")
    kind = type(error).__name__
    name = _name(error)
    if kind == "NoSuchOption":
        near: list[str] = list(getattr(error, "possibilities", None) or ())
        perhaps = pick(_PERHAPS, lang).format(name=near[0]) if near else ""
        return pick(_NO_OPTION, lang).format(name=name) + perhaps
    if kind == "MissingParameter":
        return pick(_MISSING, lang).format(name=name)
    if kind == "BadOptionUsage":
        return pick(_NEEDS_VALUE, lang).format(name=name)
    if said.startswith("No such command"):
        return pick(_NO_COMMAND, lang).format(name=_first(_QUOTED, said))
    if "unexpected extra argument" in said:
        return pick(_TOO_MANY, lang).format(name=_first(_BRACKETED, said))
    if name and "is not one of" in said:
        given, *choices = _QUOTED.findall(said)
        listed = ", ".join(choices[:-1]) + pick(_OR, lang) + choices[-1] if len(choices) > 1 else "".join(choices)
        return pick(_NOT_ONE_OF, lang).format(name=name, given=given, choices=listed)
    least = _LEAST.search(said)
    if name and least is not None:
        return pick(_TOO_SMALL, lang).format(name=name, least=least[1])
    if name and "valid integer" in said:
        return pick(_INTEGER, lang).format(name=name)
    if name and said.endswith("does not exist"):
        return pick(_NO_FOLDER, lang).format(name=name, given=_first(_QUOTED, said))
    return pick(_UNUSABLE, lang).format(name=name, said=said) if name else said


def _name(error: BaseException) -> str:
    """The option or argument an error is about, as it is written; empty where it is about none."""
    written = getattr(error, "option_name", None)
    if written:
        return str(written)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "")
    options = [option for option in parameter.opts if option.startswith("-")]
    return max(options, key=len) if options else str(parameter.metavar or parameter.name)


def _first(pattern: re.Pattern[str], said: str) -> str:
    found = pattern.search(said)
    return found[1] if found is not None else said
