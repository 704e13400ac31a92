"""What the words around a word say of its part of speech there: before an object, behind 很."""

from __future__ import annotations

from collections.abc import Sequence

from reader.chinese.dictionary.forms import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMPLEMENT,
    LINK,
    MEASURE,
    NOUN,
    PLACE,
    PREPOSITION,
    VERB,
)
from reader.chinese.word import Word

Evidence = dict[str, float]
"""Points for each part of speech."""


EDGE = Word("", "")
# What ends the stretch that says anything of a word: punctuation but for the mark of a list.
_ENDS = frozenset("，。！？；：“”‘’（）《》「」『』【】〈〉…—,.!?;:()\n \u3000\"'·")
_REACH_BACK, _REACH_ON = 5, 7


def around(words: Sequence[Word], place: int) -> tuple[list[Word], list[Word]]:
    """Return the words before word ``place``, the nearest last, and those behind it, up to punctuation."""
    before: list[Word] = []
    for word in reversed(words[max(0, place - _REACH_BACK) : place]):
        if word.text[0] in _ENDS:
            break
        before.insert(0, word)
    after: list[Word] = []
    for word in words[place + 1 : place + 1 + _REACH_ON]:
        if word.text[0] in _ENDS:
            break
        after.append(word)
    return before, after


_MODAL = frozenset(
    """
    请 能 会 可以 能够 要 想 应 应该 应当 必须 愿意 不要 别 不能 不会 不想 得以 需 需要 可 可能 敢 肯 打算
    准备 继续 开始 来 去 一起 共同 帮 帮助 让 使 正 正在 已 已经 曾 曾经 未 没 没有 将 必 并 互相 相互 加以
    予以 难以 以便 用来 是否 不断 努力 大力 积极 全力 重新 再 才 一直 所 無法 无法 不得不 不必 不用 不许
    不准 禁止 允许
    """.split()  # noqa: SIM905
)
_DEGREE = frozenset(
    """
    很 太 非常 更 更加 最 挺 十分 比较 特别 这么 那么 真 极其 越 越来越 多么 相当 格外 有点 有点儿 有些 较
    极 过于 不太 如此 尤其 稍 稍微 还算 蛮 最为 颇 愈 分外 异常 不够
    """.split()  # noqa: SIM905
)
_COUNTS = frozenset(
    """
    这 那 哪 每 某 几 两 半 各 多少 数 一 二 三 四 五 六 七 八 九 十 百 千 万 第一 第二 第三 头 整
    好几 十几 几十 首 前 后 另 另一 這 兩 幾
    """.split()  # noqa: SIM905
)
_DETERMINED = frozenset(
    """
    另 另一边
    这个 那个 一个 哪个 某个 每个 各个 整个 这种 那种 各种 一种 某种 这些 那些 一些 有些 某些 哪些 这项 那项
    各项 多项 任何 什么 其他 另外 许多 很多 不少 大量 所有 一切 全部 各类 多种 这样 同一 這個 那個 一個 這種
    這些 此 该 本 它 其
    """.split()  # noqa: SIM905
)
# Verbs with an object that is an act or a state: 进行|研究, 受|影响, 提出|要求.
_TAKES_ACT = frozenset(
    """
    有 没有 进行 作出 做出 提出 提 得到 受到 受 产生 造成 成为 作为 是 加强 提高 通过 根据 按照 由于 为了
    关于 对于 取得 举行 发生 存在 带来 充满 缺乏 缺少 接受 遵守 违反 扩大 促进 推动 推进 发表 开展 展开 增加
    减少 给予 表示 引起 起 起到 发挥 失去 受 遭受 遭到 符合 满足 达到 完成 保持 获得 签订 达成 经过 随着
    参加 参与 写 做 做好 听 按 据 从事 热爱 喜欢 爱 爱好 重视 实现 支持 影响 改变 改善 不受 没 下 作 建立
    制定 执行 面对 面临 出现
    """.split()  # noqa: SIM905
)
_PREDICATES = frozenset(
    """
    是 很 都 也 不 在 已 已经 将 会 能 最 更 太 比 要 没 没有 就 却 还 正在 十分 非常
    """.split()  # noqa: SIM905
)
_BEHIND_VERBS = frozenset(
    """
    到 成 出 起 起来 下去 下来 过来 出来 完 好
    """.split()  # noqa: SIM905
)
_LINKS = frozenset(
    """
    和 与 及 以及 或 、 跟 同
    """.split()  # noqa: SIM905
)
_ASPECTS = frozenset(
    """
    了 着 过 著 過
    """.split()  # noqa: SIM905
)
_HAS_SOME = frozenset("有来买写借找养种是当做换挑选送盖唱吃喝")
_GIVES = frozenset(
    """
    被 让 使 令 叫 请 要求 希望 帮 帮助 让 讓 請 给 由 为
    """.split()  # noqa: SIM905
)


# Behind these no verb says what they come to: 是|走|的, 在|住.
_NO_RESULTS = frozenset(
    """
    是 有 在 来 去 叫 让 使 令 像 如 属 姓 等 该 当
    决定 选择 喜欢 希望 同意 坚持 拒绝 允许 知道 觉得 认为 打算
    回去 回来 过去 过来 进去 进来 出去 出来 上去 上来 下去 下来 起来
    """.split()  # noqa: SIM905
)
# Of these jieba's list says that they are numbers.
_MEASURES = frozenset("号款艘卷丝票辈")
_ON_THE_WAY = frozenset("去来到在用坐骑回上进让请帮使叫令派教陪送")
# What closes the frame that a preposition opens: 在|交谈|中.
_CLOSING = frozenset(
    """
    中 时 后 前 下 上 里 内 间 之间 之中 之后 之前 过程 期间 时候 以后 以前 之时 同时
    """.split()  # noqa: SIM905
)


def _points(noun: float, verb: float, adjective: float, adverb: float = 0.0) -> Evidence:
    return {NOUN: noun, VERB: verb, ADJECTIVE: adjective, ADVERB: adverb}


_COUNTED: Evidence = {MEASURE: 6.5, NOUN: 1.5}
_BEHIND_WORDS: dict[str, Evidence] = {
    **dict.fromkeys(_TAKES_ACT, _points(2.0, 0, 0)),
    **dict.fromkeys(_MODAL, _points(0, 2.5, 0)),
    **dict.fromkeys(_DETERMINED, _points(2.5, -1, 0.8)),
    **dict.fromkeys(_DEGREE, _points(-1, 0, 3, -1)),
    **dict.fromkeys(("的", "之"), _points(2, -1, 0)),
    "得": _points(0, 0, 2.5, -1),
    "地": _points(0, 2, 0),
    "被": _points(0.5, 2, 0),
    "不": _points(-2, 1.2, 1.8),
    **dict.fromkeys(_ASPECTS, _points(1.5, 0, 0)),
    **dict.fromkeys(_COUNTS, _COUNTED),
}
"""What a word says of the one behind it."""
_BEHIND_FLAGS: dict[str, Evidence] = {
    "m": _COUNTED,
    "q": _points(2.5, -1, 0.8),
    "d": _points(-1, 1.5, 1, -0.5),
    "r": _points(0, 1.2, 0.3, 0.6),
    "p": _points(1, 0, 0),
    "a": _points(1, 0, 0),
    "v": _points(0.6, 0, 0),
    "n": _points(0.5, 0.5, 0),
}
"""What the part of speech of a word says of the one behind it."""
_BEFORE_WORDS: dict[str, Evidence] = {
    **dict.fromkeys(_LINKS, _points(1, 0, 0)),
    **{word: {VERB: 2.5, ADJECTIVE: 0.8, ADVERB: -2.0, PLACE: -4.0} for word in _ASPECTS},
    "一下": _points(0, 3, 0),
    "在": _points(0.5, 2, 0, 1),
    "于": _points(0, 2, 0.5),
    "得": _points(0, 2, 1),
    "的": _points(0.5, 0, 1.2, -2),
    "地": _points(0, 0, 1.5),
    **{word: {VERB: 2.0, ADVERB: -1.0, PLACE: -4.0} for word in _BEHIND_VERBS},
}
"""What a word says of the one before it."""


def evidence(before: Sequence[Word], after: Sequence[Word]) -> Evidence:
    """Weigh what stands before a word and behind it, as :func:`around` gives them."""
    found = {NOUN: 0.0, VERB: 0.0, ADJECTIVE: 0.0, ADVERB: 0.0, MEASURE: -2.5, PREPOSITION: 0.0, PLACE: -1.0}
    found |= {COMPLEMENT: -4.0, LINK: 0.0, AUXILIARY: 0.0}
    last = before[-1] if before else EDGE
    following = after[0] if after else EDGE
    if last is EDGE and following is EDGE:
        found[NOUN] += 1
    if last is not EDGE:
        found[PLACE] = (
            3.0 if _is_thing(last) or last.flag[:1] == "q" else 1.0 if last.flag[:1] == "m" else 0.0
        )
        _add(found, _BEHIND_FLAGS["r"] if last.is_name else _behind(last))
        if last.text in _HAS_SOME and _is_thing(following):
            found[MEASURE] = 4.5  # 有|条|河
    if len(before) > 1 and before[-2].text in _GIVES and _is_thing(last):
        found[VERB] += 2
    if following is EDGE:
        _at_the_end(found, before, last)
    elif following.text in _BEFORE_WORDS:
        _add(found, _BEFORE_WORDS[following.text])
    else:
        _before(found, last, following)
    if following.flag[:1] in ("n", "r", "s", "t", "m", "f") or following.is_name:
        found[PREPOSITION] += 1.5
    if len(after) > 1:
        _as_preposition(found, last, after)
    if last.flag[:1] == "v":
        _behind_verb(found, before, following)
    _before_another(found, last, after)
    return found


def _behind_verb(found: Evidence, before: Sequence[Word], following: Word) -> None:
    """控制|住, 骑|走: what a verb comes to; 在|他|帮助|下: the end of a frame; 有|一定|影响: of a thing."""
    verb = before[-1].text
    is_last = following is EDGE or following.text in _ASPECTS
    if any(word.text in ("在", "从") for word in before[:-1]):
        found[PLACE] = 3.5
        if not is_last and following.flag[:1] != "v":
            return
    elif following is EDGE and len(verb) > 1 and any(word.text == "的" for word in before[:-1]):
        found[PLACE] = 4.0
        return
    if (verb not in _MODAL or (verb == "准备" and is_last)) and verb not in _NO_RESULTS:
        found[PLACE] = max(found[PLACE], 2.0)  # 公布|后
        found[ADVERB] -= 1.5 * (following is EDGE)
        found[COMPLEMENT] = found[VERB] + (2.5 if len(verb) == 1 else 1.5)
    if _is_thing(following) or verb in _TAKES_ACT:
        found[ADVERB] -= 2.0


def _before_another(found: Evidence, last: Word, after: Sequence[Word]) -> None:
    """影响|与|变化: between two alike; 想|把|它: before another verb."""
    following = after[0] if after else EDGE
    flag = following.flag[:1]
    if (
        last is not EDGE
        and following is not EDGE
        and ((_is_thing(last) and _is_thing(following)) or last.flag[:1] == flag)
    ):
        is_with = flag == "r" and len(after) > 1 and after[1].flag[:1] == "v"
        found[LINK] = 0.0 if is_with else 8.0
    if flag in ("v", "d", "p", "a") and flag:
        found[AUXILIARY] = found[VERB] + 2.0
    elif following is EDGE or (_is_thing(following) and last.flag[:1] != "d"):  # 会|客, but 就|会|感觉
        found[AUXILIARY] = -2.0
    if following is EDGE and (last.flag[:1] == "n" or last.is_name):
        found[LINK] = 4.0  # 盐、|糖|等


def _add(found: Evidence, more: Evidence) -> None:
    for part, points in more.items():
        found[part] += points


def _behind(word: Word) -> Evidence:
    if word.text in _MEASURES:
        return _BEHIND_FLAGS["q"]
    return _BEHIND_WORDS.get(word.text) or _BEHIND_FLAGS.get(word.flag[:1]) or {}


def _is_thing(word: Word) -> bool:
    return word.is_name or word.flag[:1] in ("n", "r", "s", "t") or word.flag in ("vn", "an", "eng")


def _before(found: Evidence, last: Word, following: Word) -> None:
    """Weigh the word behind, by its part of speech."""
    text, flag = following.text, following.flag
    is_free = last.text not in ("的", "之") and last.flag != "q" and last.text not in _DETERMINED
    if flag == "f":
        found[NOUN] += 1.5
    elif flag in ("m", "t"):
        _add(found, _points(0, 1.2 * is_free, 0, 1.8))
    elif text in _MODAL and _is_thing(last):
        _add(found, _points(1, 1.6, 0))
    elif text in _PREDICATES or flag[:1] in ("d", "p"):
        is_subject = last is EDGE or _is_thing(last) or last.text == "的"
        _add(found, _points(1.5 * is_subject, flag[:1] == "p", 0, 1.5))
    elif flag in ("v", "a", "vd", "ad", "vg"):
        _add(found, _points(0.8, 0.3, 0, 2))
    elif following.is_name or flag == "r":
        _add(found, _points(0, 2 * is_free, 0, 0.4))
    elif _is_thing(following):
        _add(found, _points(0.4, 1.5 * is_free, 0.8, 1.0 * (last is EDGE)))


def _at_the_end(found: Evidence, before: Sequence[Word], last: Word) -> None:
    found[ADVERB] -= 2
    found[PREPOSITION] -= 2
    if last.flag[:1] == "v" and last.text not in _MODAL:
        found[NOUN] += 1
    elif last.flag[:1] == "n" or last.is_name or last.flag == "r":
        _add(found, _points(0.6, 0, 0.8))
    if _is_thing(last) and any(word.flag[:1] == "p" or word.text == "在" for word in before[:-1]):
        found[VERB] += 1.5
    elif last.flag[:1] == "n" and any(_is_act(word) for word in before[:-1]):
        found[NOUN] += 1.0  # 是|国际|组织
    elif len(before) > 1 and last.text in _BEHIND_VERBS and before[-2].flag[:1] == "v":
        found[NOUN] += 1.0  # 做|好|准备


def _is_act(word: Word) -> bool:
    """Tell whether a word is a verb that takes one thing, and no further verb behind it: not 去|学校|学习."""
    return word.flag == "v" and word.text not in _ON_THE_WAY and word.text not in _MODAL


def _as_preposition(found: Evidence, last: Word, after: Sequence[Word]) -> None:
    """对|历史|感, 给|我|买, 将|一|面|锦旗|送: something, then a verb or an adjective."""
    if any(word.text in _CLOSING for word in after[1:]):
        found[PREPOSITION] += 4
        return
    if last.flag[:1] == "p":
        return
    for place, word in enumerate(after[:5]):
        if _is_thing(word):
            if any(more.flag[:1] in ("v", "a", "d") for more in after[place + 1 : place + 4]):
                found[PREPOSITION] += 4
            return
        if word.flag[:1] not in ("m", "q", "a", "b", "u"):
            return
