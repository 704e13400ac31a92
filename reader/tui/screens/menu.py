"""The menu of all commands: Textual's command palette."""

from __future__ import annotations

from contextlib import suppress

from textual.command import CommandList, CommandPalette

from reader.tui.screens.base import ClosesOnce


class Menu(ClosesOnce, CommandPalette):
    """The palette, that a second click on a command leaves alone: it would close the screen below."""

    def _watch__list_visible(self) -> None:
        # The last commands can be found when the menu is being closed, and its list is gone.
        if self.query(CommandList):
            super()._watch__list_visible()

    def _action_command_list(self, action: str) -> None:
        # The key can come sooner than the list has been laid out.
        with suppress(KeyError):
            super()._action_command_list(action)
