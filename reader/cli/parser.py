"""Which commands there are, and how their words are read.

A command is a module of ``reader.cli.commands`` with ``add_arguments(parser)``
and ``run(arguments, context) -> int``. Only the command that is asked for is imported.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from reader import __version__
from reader.cli.context import Context

#: Command names in the order of the help page; a hyphen in the name is an underscore in the module's.
COMMANDS: dict[str, str] = {
    "list": "list the articles",
    "read": "open an article on the screen",
    "show": "print an article",
    "quiz": "be quizzed on an article",
    "questions": "print the questions an article gives",
    "review": "review what is due",
    "import": "bring a text of your own into the library",
    "edit": "change title, source, date, tags and notes of your own text",
    "delete": "delete a text of your own, or bring it back",
    "facts": "list the facts found in a text of your own, and confirm them",
    "export": "write an article as a folder that others can use",
    "annotate": "print a text with pinyin over its words",
    "define": "look a word up",
    "number": "explain a figure, or compare two",
    "figures": "list the figures of a text",
    "drill": "train figures",
    "check": "check articles you wrote",
    "words": "see and change what you know of each word",
    "repairs": "see, make and undo your repairs of words, readings and glosses",
    "stats": "show your progress",
    "backup": "write all your progress to one file",
    "restore": "take your progress from a backup",
    "dictionary": "use a newer dictionary file",
}

Run = Callable[[argparse.Namespace, Context], int]


def parse(words: Sequence[str]) -> tuple[Run, argparse.Namespace, Context]:
    """Return what to run, its arguments and its context; exits (0 or 2) for help and wrong words."""
    parser = _Parser(
        prog="dubao",
        description="读报: read Chinese news with pinyin and a glossary, and be quizzed on it.",
        epilog="Without a command the library opens on the screen.",
        formatter_class=_OneLineEach,
    )
    parser.add_argument("--version", action="version", version=f"dubao {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    modules = {name: _add(subparsers, name, words) for name in available()}
    arguments = parser.parse_args(list(words))
    if arguments.command is None:
        from reader.cli.screen import open_library

        return open_library, arguments, Context()
    module = modules[arguments.command]
    assert module is not None, "the command named in the words is always imported"
    run: Run = module.run
    return run, arguments, Context()


class _Parser(argparse.ArgumentParser):
    """Quotes wrong words without what a terminal would obey; the parsers of the commands are of its kind."""

    def error(self, message: str) -> NoReturn:
        from reader.text import clean_line

        super().error(clean_line(message))


class _OneLineEach(argparse.HelpFormatter):
    """Leaves room for the longest command: argparse forgets that commands are indented once more."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            self._action_max_length += self._indent_increment


def available() -> list[str]:
    """Return the commands this build has, in the order of the help page."""
    from importlib.util import find_spec

    return [name for name in COMMANDS if find_spec(_module_name(name)) is not None]


def _module_name(name: str) -> str:
    suffix = "_" if name == "import" else ""
    return f"reader.cli.commands.{name}{suffix}"


def _add(
    subparsers: argparse._SubParsersAction[_Parser], name: str, words: Sequence[str]
) -> ModuleType | None:
    # A command's module is imported only if its name is among the words, so that start-up stays quick.
    parser = subparsers.add_parser(name, help=COMMANDS[name], description=COMMANDS[name].capitalize() + ".")
    if name not in words:
        return None
    module = import_module(_module_name(name))
    module.add_arguments(parser)
    return module
