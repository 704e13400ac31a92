"""The menu of all commands: Textual's command palette."""

from __future__ import annotations

from textual.command import CommandPalette

from reader.tui.screens.base import ClosesOnce


class Menu(ClosesOnce, CommandPalette):
    """The palette, that a second click on a command leaves alone: it would close the screen below."""
