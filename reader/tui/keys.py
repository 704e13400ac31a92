"""Key bindings with an id and a tooltip; letters and signs work with a Chinese input method on, too."""

from __future__ import annotations

import unicodedata

from textual.binding import Binding

_FULL_WIDTH = 0xFEE0  # from "!" to "！", and so on for all of ASCII


def twin(sign: str) -> str:
    """Return the full-width twin of one printable ASCII character: ``?`` gives ``？``."""
    return chr(ord(sign) + _FULL_WIDTH)


def plain_key(name: str) -> str:
    """Return the key that a full-width twin stands for, any other key as it is."""
    if len(name) == 1:
        return unicodedata.normalize("NFKC", name)
    return name.removeprefix("fullwidth_")


def key(
    keys: str,
    action: str,
    description: str,
    tooltip: str,
    id: str,
    *,
    show: bool = True,
    priority: bool = False,
    key_display: str | None = None,
) -> Binding:
    """Return a binding of ``keys`` (comma-separated) and the full-width twins of single characters."""
    named = keys.split(",")
    twins = [twin(name) for name in named if len(name) == 1]
    twins += [twin(_SIGNS[name]) for name in named if name in _SIGNS]
    return Binding(
        ",".join([*named, *twins]),
        action,
        description,
        show=show,
        priority=priority,
        tooltip=tooltip,
        id=id,
        key_display=key_display,
    )


_SIGNS = {"question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]"}
