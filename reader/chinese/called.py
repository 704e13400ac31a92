"""Names that a text tells by itself: whom a letter is to, who is called so, and foreign names with a dot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.chinese.names import CLEAR_GIVEN

_SOUNDS = (
    "阿埃艾安奥巴芭贝比彼波伯勃布本宾茨查达戴黛丹道德迪蒂丁东杜顿多厄恩尔法菲费夫弗福冈盖戈格根古哈海汉亨赫胡华惠霍"
    "基吉加贾简杰卡凯康考科克肯库拉莱兰朗劳勒雷里理力利丽莉列林琳隆卢鲁路露罗洛伦马玛迈麦曼梅门蒙米密摩莫默姆穆"
    "纳奈娜内南尼妮努诺宁欧帕佩皮普奇齐乔切琼丘热日荣瑞若萨塞桑瑟沙莎山舍圣盛施史什斯司思丝苏索塔泰坦汤特图托吐瓦"
    "万威韦维温沃乌武文翁西希夏香肖谢辛逊兴休雪雅亚扬耶伊因英尤约泽詹珍芝治兹佐"
)
_DOTTED = re.compile(f"[{_SOUNDS}]{{1,6}}(?:[·•・‧][{_SOUNDS}]{{1,6}}){{1,3}}")
_CALLED = re.compile(
    '(?:^|\n)[ \u3000“"]*((?:小|阿)[一-鿿])[：:]'
    f"|(?:亲爱的|名叫|名字叫|叫做|叫|给|我是)((?:小|阿)[{''.join(sorted(CLEAR_GIVEN))}])(?![一-鿿]?[子儿])"
)
_NO_ONE = frozenset("小说 小计 小结 小注 小样 小组 小题 小节 小写 小名 小字 阿姨 小费".split())  # noqa: SIM905


def called_names(text: str) -> frozenset[str]:
    """Return the familiar names (小雨, 阿强) that a simplified text gives as such."""
    if "小" not in text and "阿" not in text:
        return frozenset()
    return frozenset(one or other for one, other in _CALLED.findall(text)) - _NO_ONE


def dotted_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of foreign names that are written with a dot: 马克·吐温."""
    if any(dot in text for dot in "·•・‧"):
        for found in _DOTTED.finditer(text):
            yield found.span()
