"""The row of keys at the foot of a screen: as many as fit, help and menu always."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

KEPT = ("app.help", "command_palette")  # actions whose keys stay, for they lead to all others
EDGE = 2  # cells left free on either side
GAP = 2  # cells between two keys


def fitting(widths: Sequence[int], is_kept: Sequence[bool], room: int) -> list[bool]:
    """Return which of the keys are shown: the kept ones, then the first ones that fit in ``room`` cells."""
    left = room + GAP - sum(width + GAP for width, kept in zip(widths, is_kept, strict=True) if kept)
    found = []
    for width, kept in zip(widths, is_kept, strict=True):
        left -= 0 if kept else width + GAP
        found.append(kept or left >= 0)
    return found


class KeyBar(Footer):
    """Textual's footer, which would cut off what does not fit."""

    DEFAULT_CSS = """
    KeyBar { padding: 0 2; }
    KeyBar.-compact FooterKey { margin-right: 2; }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._room = 0  # the cells that the keys were chosen for

    def compose(self) -> ComposeResult:
        """Yield the keys that fit."""
        found = [key for key in super().compose() if isinstance(key, FooterKey)]
        self._room = self.size.width or self.app.size.width - 2 * EDGE
        yield from _chosen(found, self._room)

    def on_resize(self, event: Resize) -> None:
        """Choose again where there is more or less room."""
        if event.size.width != self._room and self._bindings_ready:
            self.call_after_refresh(self.recompose)


def _chosen(keys: Sequence[FooterKey], room: int) -> Iterable[FooterKey]:
    widths = [cell_len(f"{key.key_display} {key.description}") for key in keys]
    shown = fitting(widths, [key.action in KEPT for key in keys], room)
    return (key for key, is_shown in zip(keys, shown, strict=True) if is_shown)
