"""The Textual app: small on purpose. Looks, keys for everywhere, errors; the rest is in the screens."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome
from textual.screen import Screen

from reader.errors import DubaoError
from reader.study.keeping import SECOND, TAKEN_OVER
from reader.tui import colourless
from reader.tui.keys import plain_key
from reader.tui.screens.base import NEEDED
from reader.tui.screens.library import LibraryScreen
from reader.tui.themes import INK, PAPER, own_variables

if TYPE_CHECKING:
    from reader.quiz.plan import QuizPlan
    from reader.study import Study
    from reader.study.drilling import DrillPlan
    from reader.study.reviewing import ReviewPlan

OF_TEXTUAL = ("Theme", "Quit", "Screenshot")  # its commands that say more than ours
LOOK_EVERY = 1.0  # seconds
INTERRUPTED = 130  # the shell's exit status for Ctrl-C


class DubaoApp(App[None]):
    """读报 on the screen.

    It opens the library, or where ``slug`` is given that article (its quiz with ``quiz``).
    """

    TITLE = "读报 dubao"
    CSS_PATH = "dubao.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (NEEDED[0], "-wide"),
        (110, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (NEEDED[1], "-scant"),
        (20, "-high"),
        (34, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+c", "interrupt", "Stop", show=False, priority=True, id="app.stop", tooltip="Leave at once"
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            "Menu",
            priority=True,
            id="app.menu",
            tooltip="Find any command by its name",
        ),
        Binding("f1", "help", "Help", show=False, id="app.help", tooltip="Explain this screen and its keys"),
    ]

    def __init__(
        self,
        study: Study,
        *,
        slug: str | None = None,
        level: str | None = None,
        quiz: bool = False,
        plan: QuizPlan | None = None,
        review: ReviewPlan | None = None,
        drill: DrillPlan | None = None,
    ) -> None:
        no_colour = colourless.is_wanted()
        super().__init__(css_path=[self.CSS_PATH, colourless.CSS_PATH] if no_colour else None)
        self.no_color = no_colour
        self._study = study
        self._start = (slug, level, quiz)
        self._plan = plan
        self._review = review
        self._drill = drill
        self.register_theme(INK)
        self.register_theme(PAPER)
        wanted = study.settings.theme
        self.theme = wanted if wanted in self.available_themes else INK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the tone colours and the other colours of ours."""
        return own_variables(self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let no colour through where none is wanted; an empty NO_COLOR asks for nothing."""
        if self.no_color:
            look = self.theme_variables
            return (colourless.colourless(look["quiet"], look["foreground"]),)
        return [one for one in super().get_line_filters() if not isinstance(one, Monochrome)]

    # What is typed behind the key that leaves opens nothing: Textual would open it without its parts.

    async def run_action(self, *action: Any, **more: Any) -> bool:
        """Run an action, unless the program is leaving."""
        return self.return_code is None and await super().run_action(*action, **more)

    def push_screen(self, *screen: Any, **more: Any) -> Any:
        """Open a screen, unless the program is leaving."""
        return super().push_screen(*screen, **more) if self.return_code is None else AwaitComplete()

    def get_default_screen(self) -> Screen[None]:
        """Begin with the library."""
        return LibraryScreen(self._study)

    def on_mount(self) -> None:
        """Go on to the article or the quiz that was asked for."""
        self._heed_endings()
        self.set_interval(LOOK_EVERY, self._look_after_progress)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        slug, level, quiz = self._start
        if self._review is not None:
            from reader.tui.screens.review import ReviewScreen

            self.push_screen(ReviewScreen(self._study, self._review))
        if self._drill is not None:
            from reader.tui.screens.drill import DrillScreen

            self.push_screen(DrillScreen(self._study, self._drill))
        if slug is None:
            return
        if quiz:
            from reader.tui.screens.quiz import QuizScreen

            self.push_screen(QuizScreen(self._study, slug, level, plan=self._plan))
        else:
            from reader.tui.screens.article import ArticleScreen

            self.push_screen(ArticleScreen(self._study, slug, level))

    def get_key_display(self, binding: Binding) -> str:
        """Write keys as words, and a full-width twin as the key it stands for.

        The sign for Enter is drawn over its neighbour by many fonts.
        """
        plain = binding.with_key(plain_key(binding.key), binding.key_display)
        return {"enter": "enter", "escape": "esc"}.get(plain.key) or super().get_key_display(plain)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every key of the screen in the command palette, too."""
        offered, titles = set(), set()
        for node, binding, enabled, tooltip in screen.active_bindings.values():
            known = binding.description and binding.action not in offered and not binding.system
            if known and enabled and node is not self:
                offered.add(binding.action)
                titles.add(binding.description)
                yield SystemCommand(
                    binding.description,
                    tooltip or binding.tooltip,
                    lambda action=binding.action, node=node: self._run_binding(action, node),
                    discover=binding.show,
                )
        for command in super().get_system_commands(screen):
            if command.title in OF_TEXTUAL and command.title not in titles:
                yield command

    def action_command_palette(self) -> None:
        """Show the menu."""
        from reader.tui.screens.menu import Menu

        if not isinstance(self.screen, Menu):
            self.push_screen(Menu(id="--command-palette"))

    async def _run_binding(self, action: str, node: object) -> None:
        await self.run_action(action, node)

    def action_help(self) -> None:
        """Show the help panel, or hide it."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_interrupt(self, status: int = INTERRUPTED) -> None:
        """Leave at once; all that was answered is on disk already, unless nothing can be kept at all."""
        kept = "Nothing new was kept." if self._study.keeps_nothing else "What you read and answered is kept."
        self.exit(return_code=status, message=f"Stopped. {kept}")

    def _heed_endings(self) -> None:
        """Leave in order when ended from outside, too: else the terminal would stay full-screen."""
        if os.name == "nt":
            return
        # Only a program's main thread may heed signals.
        with suppress(RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.action_interrupt, 128 + signal.SIGTERM)
            loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    def _hung_up(self) -> None:
        """Leave; where the terminal is gone, what is still drawn would wait for it for ever."""
        if self._driver is not None and not os.isatty(0):
            self._driver.write = _unseen  # type: ignore[assignment]
        self.action_interrupt(128 + signal.SIGHUP)

    def let_go(self) -> None:
        """Let no thread that reads keys outlive the app, should it have ended halfway."""
        ended = getattr(self._driver, "exit_event", None)
        if ended is not None:
            ended.set()

    def on_unmount(self) -> None:
        """Close the desk while threads may still wait for it, so that none holds up the end."""
        try:
            self._study.close()
        except DubaoError as error:
            self._study.notices.append(str(error))

    def _look_after_progress(self) -> None:
        """Take the progress over once another program lets go of it, and say what there is to say."""
        if self._study.keeps_nothing:
            self.run_worker(self._study.retake, thread=True, group="retake", exclusive=True)
        while self._study.notices:
            notice = self._study.notices.pop(0)
            if notice == TAKEN_OVER:
                self._forget_that_nothing_is_kept()
                if (show_anew := getattr(self.screen, "on_screen_resume", None)) is not None:
                    show_anew()
            self.notify(notice, severity="warning", markup=False, timeout=12)

    def _forget_that_nothing_is_kept(self) -> None:
        for told in list(self._notifications):
            if told.message.startswith(SECOND):
                self._unnotify(told)

    def _keep_theme(self, _: object) -> None:
        """Remember a theme chosen from the palette."""
        from dataclasses import replace

        settings = replace(self._study.settings, theme=self.theme)
        if self.is_running and settings != self._study.settings:
            try:
                self._study.save_settings(settings)
            except DubaoError as error:
                self.notify(str(error), severity="error", markup=False)


def _unseen(_: str) -> None:
    """What is written where no terminal is."""


def run(
    study: Study,
    slug: str | None = None,
    level: str | None = None,
    *,
    quiz: bool = False,
    plan: QuizPlan | None = None,
    review: ReviewPlan | None = None,
    drill: DrillPlan | None = None,
) -> int:
    """Run the app until the learner leaves; close the desk and return the exit status.

    What could not be told on the screen any more is left in ``study.notices``.
    """
    app = DubaoApp(study, slug=slug, level=level, quiz=quiz, plan=plan, review=review, drill=drill)
    try:
        app.run()
    finally:
        app.let_go()
    if app.return_code is None:
        # Nobody asked it to end: Ctrl-C came before the terminal was ours, or was sent from outside.
        raise KeyboardInterrupt
    return app.return_code
