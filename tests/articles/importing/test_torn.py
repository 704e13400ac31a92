"""A sentence torn anywhere by a picture's caption is joined again, and the caption lifted out of it."""

import random
from collections.abc import Iterator
from pathlib import Path

from reader.articles.importing.newspaper import PageArticle, split_page

DATA = Path(__file__).resolve().parents[2] / "data"
PAGES = [
    DATA / "newspaper-page.txt",
    *(DATA / "pages" / f"{name}.txt" for name in ("44-scissors", "45-canteen", "46-coupons")),
]
CAPTIONS = (
    "市民在公园里散步。",
    "志愿者正在为老人量血压。",
    "图为施工现场。",
    "晚霞中的跨江大桥。 本报记者 林远 摄",
    "新开通的地铁站内景。资料图片",
    "工人们在生产线上忙碌",
    "（受访者供图）",
    "记者 周一帆 摄",
    "老街夜景。（市文旅局供图）",
)
BREAKS = ("\n\n\n\n{}\n\n", "\n\n{}\n\n", "\n{}\n")
#: No reader could tell each of them either: 食堂的账本贴在墙上: / caption / 买了多少米….
SHARE = 0.95


def torn(count: int, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """A page, the same torn once, and the caption that tears it."""
    found = 0
    while found < count:
        text = rng.choice(PAGES).read_text(encoding="utf-8")
        lines = text.split("\n")
        at = rng.choice([n for n, line in enumerate(lines) if len(line) > 50 and line.endswith(("。", "”"))])
        cut = rng.randrange(12, len(lines[at]) - 6)
        before, after = lines[at][:cut], lines[at][cut:]
        is_between = before[-1] in "。？！“（" or after[0] in "，。、：；？！,.:;?!”）" or "讯" in before[:14]
        if is_between or (before[-1].isascii() and after[0].isascii()):
            continue
        caption = rng.choice(CAPTIONS)
        lines[at] = before + rng.choice(BREAKS).format(caption) + after
        yield text, "\n".join(lines), caption
        found += 1


def bodies(articles: list[PageArticle]) -> list[list[str]]:
    return [article.paragraphs for article in articles]


def test_a_sentence_torn_by_a_caption_is_joined_again() -> None:
    rng = random.Random(15)
    right = whole = 0
    for text, page, caption in torn(200, rng):
        articles = split_page(page)
        lifted = any(caption in one for article in articles for one in article.captions)
        right += lifted and bodies(articles) == bodies(split_page(text))
        whole += 1
    assert right >= SHARE * whole, f"{right} of {whole}"
