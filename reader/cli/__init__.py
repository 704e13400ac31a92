"""Door A: the command line. Arguments in, plain lines and an exit status out.

Exit status: 0 done, 1 something was wrong with a file or the data, 2 the words of the command were
off, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reader.cli.streams import prepare_streams, silence_output

INTERRUPTED = 130  # what a shell reports for Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status; no command opens the library on the screen."""
    try:
        prepare_streams()
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        # What is on disk is whole at any time; a second Ctrl-C ends even the tidying up.
        from signal import SIG_DFL, SIGINT, signal

        signal(SIGINT, SIG_DFL)
        print("dubao: stopped. Everything answered is kept.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`dubao show … | head`); say nothing, also not at exit.
        silence_output()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise  # a file of ours, which should have had its own sentence: a bug
        silence_output()
        print(f"dubao: The output can't be written: {error.strerror}. Free some room there.", file=sys.stderr)
        return 1


def _run(words: list[str]) -> int:
    # Imported here, so that Ctrl-C at start-up meets the same sentence.
    from reader.cli.parser import parse
    from reader.errors import DubaoError
    from reader.text import clean_text

    try:
        run, arguments, context = parse(words)
        with context:
            status = run(arguments, context)
        sys.stdout.flush()
    except DubaoError as error:
        # What was typed or found is quoted in it, whatever it holds.
        print(f"dubao: {clean_text(str(error))}", file=sys.stderr)
        return error.exit_code
    return status
