"""Articles that were kept of one page, taken up again: their parts as they are now, to be split otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.articles.article import Article, Paragraph
from reader.articles.importing.draft import Block, Chapter, Draft
from reader.articles.importing.identity import Identity, identity_of

#: An article that shares so much of its text with one that was kept is that one, changed.
_SAME_ARTICLE = 0.3


def kept_drafts(
    kept: Iterable[tuple[Article, Mapping[str, Any]]], found: Sequence[Draft]
) -> list[tuple[str, Draft]]:
    """Return slug and draft of each kept article, in the order of the page.

    ``kept`` are the articles with the values of their files; ``found`` is what is found in the original
    today, which tells what their paragraphs are: headings are kept as paragraphs.
    """
    blocks = [block for draft in found for chapter in draft.chapters for block in chapter.blocks]
    kinds = {block.text: block.kind for block in blocks}
    places = {block.text: place for place, block in reversed(list(enumerate(blocks)))}

    def place(draft: Draft) -> int:
        texts = [block.text for chapter in draft.chapters for block in chapter.blocks]
        return min((places[text] for text in texts if text in places), default=len(blocks))

    drafts = [(article.slug, _draft(article, values, kinds)) for article, values in kept]
    return sorted(drafts, key=lambda one: place(one[1]))


def _draft(article: Article, values: Mapping[str, Any], kinds: Mapping[str, str]) -> Draft:
    origin = values.get("origin", {})
    version = article.versions[-1]
    blocks = tuple(_block(paragraph, kinds) for paragraph in version.paragraphs)
    return Draft(
        headline=version.title,
        kicker=str(origin.get("kicker", "")),
        dateline=str(origin.get("dateline", "")),
        byline=str(origin.get("byline", "")),
        captions=tuple(map(str, origin.get("captions", ()))),
        chapters=(Chapter("", blocks),),
        source=article.source,
        date=article.date,
        tags=tuple(map(str, values.get("tags", ()))),
    )


def _block(paragraph: Paragraph, kinds: Mapping[str, str]) -> Block:
    text = "".join(sentence.text for sentence in paragraph.sentences)
    english = paragraph.sentences[0].translation if len(paragraph.sentences) == 1 else ""
    return Block(kinds.get(text, "body"), text, english)


def matched(drafts: Sequence[Draft], kept: Sequence[tuple[str, Draft]]) -> list[tuple[str, bool]]:
    """Return for each draft the slug of the article that it was, and whether it is unchanged.

    The slug is "" for a draft that was none; no article is two.
    """
    left = dict(kept)
    found: list[tuple[str, bool]] = [("", False)] * len(drafts)
    for number, draft in enumerate(drafts):
        slug = next((slug for slug, was in left.items() if was == draft), "")
        if slug:
            del left[slug]
            found[number] = (slug, True)
    known = {slug: identity_of(was) for slug, was in left.items()}
    for number, draft in enumerate(drafts):
        if found[number][0] or not known:
            continue
        slug = _likest(identity_of(draft), known)
        if slug:
            del known[slug]
            found[number] = (slug, False)
    return found


def _likest(draft: Identity, known: Mapping[str, Identity]) -> str:
    def share(slug: str) -> float:
        return known[slug].share(draft) + (known[slug].title == draft.title)

    slug = max(known, key=share)
    return slug if share(slug) >= _SAME_ARTICLE else ""
