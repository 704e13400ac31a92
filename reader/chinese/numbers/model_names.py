"""Digits that belong to a name in Latin letters or to a model: B2B, G20, 波音777, 沪深300."""

from __future__ import annotations

import re

_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")
_CODE_BEFORE = re.compile(
    r"(?:[A-Za-zＡ-Ｚａ-ｚ_@#/&+×✕*^·•∙\\]|(?<![<>])=)[-－–—.:]?$|[歼轰运直苏米图伊波音空客强风鹰霹][-－–—]$"
)
_MODEL_BEFORE = re.compile(
    "(?:歼|轰|运|直|苏|米格|波音|空客|东风|红旗|霹雳|鹰击|巨浪|翼龙|彩虹|麒麟|骁龙)[-－–—]?$"
)
_BRAND_BEFORE = re.compile(
    "(?:小米|红米|荣耀|华为|魅族|诺基亚|马自达|奥迪|宝马|标致|雪铁龙|沃尔沃|问界|理想|极氪|极狐|锐龙|酷睿|"
    "天玑|安卓|鸿蒙|塞斯纳|"
    "伊尔|爱克发|大力神|阿里安|猎鹰|龙飞船|一加|索尼|三星盖乐世)[-－–—]?$"
)
_INDEX_BEFORE = re.compile(
    "(?:沪深|上证|深证|中证|科创|创业板|国证|标普|标准普尔|日经|富时|纳斯达克|纳指|罗素|道琼斯|法兰克福|"
    "巴黎)(?:指数)?$"
)
_MODEL_BEHIND = re.compile(
    "[A-Za-z]{0,2}(?:型(?![男女])|系列|客机|班机|战机|战斗机|轰炸机|直升机|运输机|轿车|越野车|手机|相机|"
    "处理器|芯片|火箭|潜艇|"
    "医院|师(?![傅生范资])|旅(?![行游馆社客店途程])|飞机|榴弹炮|驱逐舰|护卫舰|坦克)"
)
_CURRENCY_BEFORE = re.compile("(?<![A-Za-z])(?:RMB|CNY|USD|HKD|EUR|GBP|JPY) ?$")
_TICKER = re.compile(r"\.[A-Z]{2}\b")  # 688222.SH
_WORD_CHARACTER = re.compile("[A-Za-z0-9]")
_PLUS = re.compile(r"(?:^|[^A-Za-z0-9_+])[+＋]$")  # +6.1%, but 1+X and C++11
_SET_BEFORE = re.compile(r"(?<![\d-])\d{1,2}[-－]\d{1,2}[/／]$")  # 6-4/7-5
_STORAGE = re.compile(r"\d[KMGT]B?\+$")  # 12GB+256GB
# 140/90毫米汞柱 and 80毫克/100毫升 are two figures each.
_AFTER_SLASH = re.compile(r"[米克寸尺\d]×$|[%％\u4e00-\u9fff]/$|(?:\d|[克升米]|\d[mkμ]?(?:g|L|l|m|mol))/$")
_CODE_TAIL = re.compile(r"[0-9][-－]$")
_WORD_SPACE = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9.]*[ \u00a0]$")


def is_code(text: str, start: int, end: int, *, counted: bool, sure: bool) -> bool:
    """Tell whether Latin letters make digits at ``text[start:end]`` a name (B2B, G20, 5G, AI 2.0).

    ``counted`` says that a scale, a sign or a measure word stands behind, so that a Latin word and a space
    before are no obstacle; ``sure`` that it is a scale, a sign or a unit, so that not even touching letters
    are (GDP3000亿元, but G20峰会 and T3站).
    """
    before = text[max(0, start - 16) : start]
    if _TICKER.match(text, end):
        return True
    if _CURRENCY_BEFORE.search(before) or _SET_BEFORE.search(before):
        return False
    if not counted and (
        _BRAND_BEFORE.search(before) or _INDEX_BEFORE.search(before) or _MODEL_BEHIND.match(text, end)
    ):
        return True
    if sure and _STORAGE.search(before):
        return False
    signed = _PLUS.search(before) is not None and (sure or not _WORD_CHARACTER.match(text, end))
    if signed or (sure and _AFTER_SLASH.search(before)):
        return False
    if before and (_CODE_BEFORE.search(before) or before[-1].isdigit()):
        return not (
            sure and _LATIN.match(before[-1]) and not _LATIN.match(text[end : end + 1]) and end - start > 1
        )
    if not counted and (
        _WORD_SPACE.search(before) or _CODE_TAIL.search(before) or _MODEL_BEFORE.search(before)
    ):
        return True
    if not counted and _LATIN.match(text[end : end + 1]):
        return True
    # 表1, 如图2所示.
    if not counted and before.endswith(("表", "图", "附件", "附录", "脚注")):
        return True
    # 007 is no seven, nor 00715L so many litres.
    nought = text[start] == "0" and text[start + 1 : start + 2].isdigit()
    return nought and (not counted or _LATIN.match(text[end : end + 1]) is not None)
