"""The language helper: a process that loads jieba and pypinyin, so that the screen never has to.

It reads parts of texts from standard input and writes them back annotated. It ends when its input does:
when the program that started it goes away, so does it.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from reader.chinese.wire import Building, Done, Failed, Message, Part, Ready, Setup, receive, send
from reader.errors import DubaoError


def serve() -> None:
    """Answer messages on standard input and output until the input ends."""
    # Ctrl-C goes to every process of the terminal; the program decides what it means and closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = _take_pipes()
    try:
        _converse(source, sink)
    except BrokenPipeError:
        return


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for messages alone: whatever a library prints goes to standard error."""
    source = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return source, sink


def _converse(source: BinaryIO, sink: BinaryIO) -> None:
    setup = receive(source)
    if not isinstance(setup, Setup):
        return
    try:
        worker = Worker(setup, sink)
    except DubaoError as error:
        send(sink, Failed(str(error)))
        return
    send(sink, Ready())
    while isinstance(message := receive(source), Part):
        send(sink, worker.answer(message))


class Worker:
    """What the helper keeps loaded. Also used in this process by who has no screen to keep quick."""

    def __init__(self, setup: Setup, sink: BinaryIO | None = None) -> None:
        from reader.chinese.dictionary import open_dictionary
        from reader.chinese.dictionary.building import IndexBuild

        def tell(done: int, total: int) -> None:
            if sink is not None:
                send(sink, Building(done, total))

        # On a fresh machine the index and the word list take about a second each: make them side by side.
        build = IndexBuild(setup.paths)
        try:
            from reader.chinese.annotate import load_resources
            from reader.chinese.segment import load_tables

            load_tables()
            build.wait(tell)
        except BaseException:
            build.stop()
            raise
        self._resources = load_resources(open_dictionary(setup.paths, tell))

    def answer(self, part: Part) -> Message:
        """Annotate one part."""
        from reader.chinese.annotate import annotate
        from reader.chinese.packing import pack

        try:
            self._resources.use_standard(part.standard)
            made = annotate(
                part.text, glossary=part.glossary, repairs=part.repairs, resources=self._resources
            )
        except DubaoError as error:
            return Failed(str(error))
        return Done(pack(made))
