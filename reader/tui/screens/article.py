"""The article: text, popup, English, versions."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import ProgressBar, Static

from reader.articles.article import Article, Sentence, Version
from reader.chinese.token import AnnotatedText, Kind, Span, Token
from reader.errors import DubaoError
from reader.quiz.item import Proof
from reader.tui.ahead import prepare_ahead
from reader.tui.article_head import status_line, title_line
from reader.tui.explaining import Look, characters, explanation
from reader.tui.familiarity import Familiarity, above_level
from reader.tui.keys import key
from reader.tui.place_keeper import PlaceKeeper
from reader.tui.plain_page import plain_page
from reader.tui.rows import styled
from reader.tui.screens.base import BaseScreen, too_small
from reader.tui.screens.keeps_place import KeepsPlace
from reader.tui.screens.word_keys import WordKeys
from reader.tui.turning import turned
from reader.tui.widgets.article_view import PINYIN_MODES, ArticleView
from reader.tui.widgets.gloss_panel import GlossPanel
from reader.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from reader.study import Study
    from reader.study.vocabulary import Knowledge


class Progressed(Message):
    """The text being prepared is so far done, 0 to 1."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share


REMAKES = ("script", "tone_change", "hsk_standard")  # settings for which a text is made anew


class ArticleScreen(WordKeys, KeepsPlace, BaseScreen[None]):
    """Reads one article, by default where it was left; ``proof`` lights up words and begins there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "english", "English", "Show the sentence in English, or hide it", "article.english"),
        key(
            "p", "pinyin", "Pinyin", "Pinyin over all words, new ones, at the cursor, none", "article.pinyin"
        ),
        key("v", "version(1)", "Version", "The next version, or chapter", "article.version"),
        key("V", "version(-1)", "Version before", "The one before", "article.version_before", show=False),
        key("q", "quiz", "Quiz", "Be quizzed on this version", "article.quiz"),
        key("w", "word_state", "Word state", "New, learning, known, ignored", "article.word_state"),
        key("x", "peek", "Peek", "The pinyin over this word; counts as help", "article.peek", show=False),
        key("r,m", "repair", "Mend", "Split it, join it, mend its reading", "article.repair", show=False),
        key(
            "c",
            "characters",
            "Characters",
            "Take the word apart: other words with its characters",
            "article.characters",
            show=False,
        ),
        key("n", "notes", "Notes", "Background, key words and glossary", "article.notes"),
        key("s", "settings", "Settings", "Your level, pinyin, colours", "article.settings", show=False),
        key("right_square_bracket", "gloss(1)", "Popup down", "Scroll the popup", "gloss.down", show=False),
        key("left_square_bracket", "gloss(-1)", "Popup up", "Scroll the popup back", "gloss.up", show=False),
        key("question_mark", "app.help", "Help", "Explain this screen and its keys", "article.help"),
        key("escape", "back", "Back", "Close what is open, or go back", "article.back", show=False),
    ]

    def __init__(
        self, study: Study, slug: str, level: str | None = None, *, proof: Proof | None = None
    ) -> None:
        super().__init__()
        self._study = study
        self._slug = slug
        self._level = level
        self._proof = proof
        self._is_visit = proof is not None  # a look at a proof leaves the reading place alone
        self._article: Article | None = None
        self._version: Version | None = None  # the one shown,
        self._coming: Version | None = None  # and the one that is being prepared,
        self._offset = 0  # from here on
        self._sentences: tuple[Sentence, ...] = ()
        self._shown_token: Token | None = None
        self._look: Look = explanation  # and what the popup says of it
        self._mode = study.settings.pinyin
        self._english = False
        self._title = ""
        self._places = PlaceKeeper(study, slug)
        self._knowledge: Knowledge | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal(classes="head"):
            yield Static("", id="title", classes="head-left", markup=False)
            yield Static("", id="status", classes="head-right", markup=False)
        with Vertical(id="preparing"):
            yield Static("", id="preparing-text", markup=False)
            yield Static("", id="preparing-words", markup=False)
            yield ProgressBar(total=1.0, show_eta=False, id="preparing-bar")
        yield ArticleView(id="text")
        yield Static("", id="english", markup=False)
        yield GlossPanel(id="panel")
        yield too_small()
        yield KeyBar()

    # --- opening

    def on_mount(self) -> None:
        """Fetch the article and the place in it."""
        self.in_background(self._fetch, self._fetched, group="open", otherwise=self._give_up)

    def _fetch(self) -> tuple[Article, Version, int]:
        article = self._study.article(self._slug)
        version = self._study.version(article, self._level)
        place = self._study.place(self._slug)
        return article, version, place.offset if place and place.level == version.level else 0

    def _fetched(self, found: tuple[Article, Version, int]) -> None:
        self._article, version, offset = found
        self._open(version, self._proof.start if self._proof else offset)

    def _give_up(self, error: DubaoError) -> None:
        self.say(str(error))
        self.dismiss()

    def _open(self, version: Version, offset: int) -> None:
        article = self._article
        assert article is not None
        self._coming, self._offset = version, offset
        self._title = ""
        self._show_head()
        self.in_background(
            partial(self._annotate, article, version),
            partial(self._show_text, version, offset),
            group="annotate",
            otherwise=self._give_up,
        )

    def _annotate(self, article: Article, version: Version) -> tuple[AnnotatedText, AnnotatedText]:
        if not self._study.is_ready(article, version):
            self._tell_progress(0.0)
        self._knowledge = self._study.vocabulary.knowledge()
        annotated = self._study.annotated(article, version, self._tell_progress)
        self._title = self._study.shown_title(article, version)
        return annotated, self._study.shown(annotated)

    def _tell_progress(self, share: float) -> None:
        self.post_message(Progressed(share))

    def on_progressed(self, message: Progressed) -> None:
        """Say that the text is being prepared, and how far it is."""
        if not self.has_class("-preparing"):
            self.add_class("-preparing")
            words = "Preparing words and readings. Next time it opens at once."
            self.query_one("#preparing-words", Static).update(words)
            if self._coming is not None:
                page = plain_page(self._coming.text, self._offset, self.size.width, self.size.height)
                self.query_one("#preparing-text", Static).update(page)
        self.query_one(ProgressBar).update(progress=message.share)

    def _show_text(self, version: Version, offset: int, texts: tuple[AnnotatedText, AnnotatedText]) -> None:
        if version not in (self._coming, self._version):
            return
        self._version, self._coming = version, None
        self._sentences = version.sentences
        self._level = version.level
        self.remove_class("-preparing")
        settings = self._study.settings
        view = self.query_one(ArticleView)
        annotated, drawn = texts
        view.show(
            annotated,
            drawn=drawn,
            known=self._familiarity(),
            mode=self._mode,
            numbers=settings.pinyin_style == "numbers",
            wide_ambiguous=settings.wide_ambiguous,
            offset=offset,
        )
        view.focus()
        self._show_head()
        if self._proof is not None:
            view.show_proof(self._proof.start, self._proof.end)
            self._proof = None
        self.remember_place()
        self._follow()
        if self._article is not None:
            ahead = partial(prepare_ahead, self._study, self._article, version)
            self.in_background(ahead, lambda _: None, group="ahead")

    def _familiarity(self) -> Familiarity:
        knowledge = self._knowledge
        if knowledge is None:
            return above_level(self._study.settings.level)
        return Familiarity(knowledge.is_unknown, knowledge.fade)

    def on_screen_resume(self) -> None:
        """Learn what is known by now: a quiz or a review may have come between."""
        if self.query_one(ArticleView).annotated is not None:
            self._learn_knowledge()

    def _learn_knowledge(self, _: object = None) -> None:
        self.in_background(self._study.vocabulary.knowledge, self._use_knowledge, group="knowledge")

    def _use_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.query_one(ArticleView).set_known(self._familiarity())
        self._show_head()

    def _show_head(self) -> None:
        version = self._coming or self._version
        if version is None:
            return
        view = self.query_one(ArticleView)
        share = self._share() if view.annotated is not None else None
        status = status_line(version, self._mode, view.new_count, share, self.size.width)
        self.query_one("#title", Static).update(title_line(version, self._title))
        self.query_one("#status", Static).update(status)

    def _share(self) -> float:
        view = self.query_one(ArticleView)
        if view.annotated is None or view.token is None:
            return 0.0
        return min(1.0, (view.token.end + 1) / max(1, len(view.annotated.text)))

    def on_article_view_measured(self, message: ArticleView.Measured) -> None:
        """Keep title, English and popup in line with the text."""
        margin = message.margin
        self.query_one(".head").styles.padding = (1, margin, 0, margin)
        self.query_one("#english").styles.padding = (0, margin)
        self.query_one("#gloss").styles.padding = (0, margin)

    # --- the word under the cursor

    def on_article_view_chosen(self, message: ArticleView.Chosen) -> None:
        """Pop up the word chosen; chosen again, put it away."""
        view = self.query_one(ArticleView)
        panel = self.query_one(GlossPanel)
        if panel.is_open and self._shown_token == view.token:
            panel.close()
            return
        self._explain(message.index)

    def on_article_view_cursor_moved(self, message: ArticleView.CursorMoved) -> None:
        """Keep popup, English and status with the cursor."""
        if self.query_one(GlossPanel).is_open:
            self._explain(message.index)
        self._follow()
        self.remember_place()

    def _follow(self) -> None:
        self._show_head()
        bar = self.query_one("#english", Static)
        sentence = self._sentence() if self._english else None
        bar.set_class(sentence is not None, "-open")
        view = self.query_one(ArticleView)
        view.show_sentence(Span(sentence.start, sentence.end) if sentence else None)
        if sentence is not None:
            bar.update(
                styled(sentence.translation) if sentence.translation else styled(("No English.", "$quiet"))
            )

    def _sentence(self) -> Sentence | None:
        token = self.query_one(ArticleView).token
        if token is None or self._version is None:
            return None
        at = bisect_right(self._sentences, token.start, key=lambda sentence: sentence.start) - 1
        return self._sentences[at] if at >= 0 and token.start < self._sentences[at].end else None

    def action_characters(self) -> None:
        """Show the word's characters and other words with them; again, the word itself."""
        view = self.query_one(ArticleView)
        if view.token is None or view.token.kind not in (Kind.WORD, Kind.NAME):
            self.app.notify("Put the cursor on a word first.", timeout=3)
            return
        is_apart = self._look is characters and self.query_one(GlossPanel).is_open
        self._explain(view.cursor, explanation if is_apart else characters)

    def _explain(self, index: int, look: Look = explanation) -> None:
        annotated = self.query_one(ArticleView).annotated
        assert annotated is not None
        token = annotated.tokens[index]
        self._shown_token = token
        self._look = look
        look_up = partial(look, self._study, self._article, annotated, token)
        self.in_background(look_up, partial(self._show_gloss, token), group="gloss")

    def _show_gloss(self, token: Token, gloss: Content) -> None:
        if token == self._shown_token:
            self.query_one(GlossPanel).show(gloss)

    # --- keys

    def action_english(self) -> None:
        """Show or hide the sentence's English."""
        self._english = not self._english
        self._follow()

    def action_pinyin(self) -> None:
        """Show pinyin over other words."""
        at = PINYIN_MODES.index(self._mode)
        self._mode = PINYIN_MODES[(at + 1) % len(PINYIN_MODES)]
        self.query_one(ArticleView).set_mode(self._mode)
        self._show_head()

    def action_version(self, by: int) -> None:
        """Open another version of the story, at about the same place, or another chapter of the book."""
        now = self._coming or self._version
        if self._article is None or now is None:
            return
        is_shown = self.query_one(ArticleView).annotated is not None
        found = turned(self._article, now, by, self._share() if is_shown else 0.0)
        if isinstance(found, str):
            self.app.notify(found, timeout=3)
            return
        self.query_one(GlossPanel).close()
        self.query_one(ArticleView).hide_proof()
        self._open(*found)

    def action_quiz(self) -> None:
        """Start a quiz on this version."""
        from reader.tui.screens.quiz import QuizScreen

        if version := self._coming or self._version:
            self.keep_place_now()
            self.app.push_screen(QuizScreen(self._study, self._slug, version.level))

    def action_notes(self) -> None:
        """Show the background notes, key words and glossary."""
        from reader.tui.screens.notes import NotesScreen

        if self._article is not None:
            self.app.push_screen(NotesScreen(self._article))

    def action_settings(self) -> None:
        """Open the settings and use what is changed."""
        from reader.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self._study), self._use_settings)

    def _use_settings(self, changed: object) -> None:
        view = self.query_one(ArticleView)
        if changed and self._version is not None and view.annotated is not None:
            token = view.token
            self._mode = self._study.settings.pinyin if changed == "pinyin" else self._mode
            self._learn_knowledge()
            offset = token.start if token else 0
            if changed in REMAKES:
                self.query_one(GlossPanel).close()
                self._open(self._version, offset)
            else:
                self._show_text(self._version, offset, (view.annotated, view.drawn or view.annotated))

    def action_gloss(self, by: int) -> None:
        """Scroll the popup."""
        self.query_one(GlossPanel).scroll_relative(y=by * 3, animate=False)

    def action_back(self) -> None:
        """Close the popup, the lights, the English, or the article: the topmost first."""
        if self.close_help() or self.query_one(GlossPanel).close():
            return
        if self._english:
            self.action_english()
            return
        self.keep_place_now()
        if len(self.app.screen_stack) > 1:
            self.dismiss()
