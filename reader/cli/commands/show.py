"""``dubao show SLUG``: print an article."""

from __future__ import annotations

import argparse
from typing import Any

from rich.text import Text

from reader.articles.article import Article, Version
from reader.chinese.packed import packed
from reader.chinese.token import AnnotatedText, Token
from reader.cli.context import Context
from reader.cli.wrapping import wrap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own words."""
    parser.add_argument("slug", help="the article; `dubao list` shows them")
    parser.add_argument("--version", dest="level", metavar="V", help="3, 5 or news")
    parser.add_argument("--pinyin", action="store_true", help="with pinyin over the words")
    parser.add_argument("--english", action="store_true", help="with the English under each paragraph")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print one version of the article."""
    article = context.study.article(arguments.slug)
    version = context.study.version(article, arguments.level)
    if arguments.json:
        context.print_json(_as_json(article, version, context, arguments.pinyin))
        return 0
    context.console.print(Text(context.study.shown_title(article, version), style="bold"))
    context.console.print(Text(version.title_en, style="dim"))
    is_plain = not arguments.pinyin and context.settings.script == "original"
    shown = None if is_plain else context.study.shown(context.study.annotated(article, version))
    _print_paragraphs(version, shown, context, arguments)
    return 0


def _print_paragraphs(
    version: Version, shown: AnnotatedText | None, context: Context, arguments: argparse.Namespace
) -> None:
    width = context.console.width
    text = shown.text if shown else version.text
    for paragraph in version.paragraphs:
        context.print()
        start, end = paragraph.sentences[0].start, paragraph.sentences[-1].end
        if shown is not None and arguments.pinyin:
            _print_ruby(packed(shown.tokens).between(start, end), context)
        else:
            for line in wrap(text[start:end], width):
                context.print(line)
        if arguments.english:
            translation = " ".join(sentence.translation for sentence in paragraph.sentences)
            for line in wrap(translation, max(20, width - 2), is_english=True):
                context.console.print(Text("  " + line, style="italic"))


def _print_ruby(tokens: tuple[Token, ...], context: Context) -> None:
    from reader.chinese.pinyin.syllable import restyle
    from reader.chinese.ruby import as_is, ruby_lines

    def restyled(pinyin: str) -> str:
        return restyle(pinyin, "numbers")

    spell = restyled if context.settings.pinyin_style == "numbers" else as_is
    for line in ruby_lines(tokens, context.console.width, spell):
        context.print(line)


def _as_json(article: Article, version: Version, context: Context, pinyin: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "schema": 1,
        "slug": article.slug,
        "level": version.level,
        "title": version.title,
        "title_en": version.title_en,
        "summary": article.summary,
        "date": article.date,
        "source": article.source,
        "section": article.section,
        "characters": version.characters,
        "text": version.text,
        "paragraphs": [
            [
                {"text": s.text, "english": s.translation, "start": s.start, "end": s.end}
                for s in paragraph.sentences
            ]
            for paragraph in version.paragraphs
        ],
        "glossary": {e.headword: [e.pinyin, e.gloss] for e in article.glossary.values()},
        "notes": [{"title": note.title, "text": note.text} for note in article.notes],
        "key_words": list(article.key_words),
    }
    if pinyin:
        annotated = context.study.annotated(article, version)
        shown["tokens"] = [
            {"text": t.surface, "start": t.start, "end": t.end, "kind": t.kind, "pinyin": t.pinyin}
            for t in annotated.tokens
        ]
    return shown
