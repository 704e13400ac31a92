"""What the screens that change word states share: the sentence said after it, and taking it back."""

from __future__ import annotations

from typing import Any


class ChangesWords:
    """Mixed into a screen with a ``_study``, which shows anew what it has in ``gather()``."""

    def say_changed(self: Any, count: int, one: str, many: str) -> None:
        """Say that one word (``one``) or so many (``many``) changed, and how to take it back."""
        said = f"1 word {one}" if count == 1 else f"{count:,} words {many}"
        self.app.notify(f"{said} now. u takes it back.", timeout=4, markup=False)

    def action_undo(self: Any) -> None:
        """Take the last step back."""
        self.in_background(self._study.vocabulary.undo, self._undone, group="change")

    def _undone(self: Any, label: str | None) -> None:
        self.app.notify(f"Undone: {label}." if label else "There is nothing to undo.", markup=False)
        self.gather()
