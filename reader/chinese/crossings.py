"""Single words that jieba finds across a boundary: 喘|口气 is 喘|口|气. Each rule is a :data:`Rule`."""

from __future__ import annotations

from reader.chinese.spot import Rule, Spot
from reader.chinese.word import Word

_BREATHES = frozenset("喘叹松吸出歇缓舒")
_SAYS = frozenset("说 说了 讲 听".split())  # noqa: SIM905
_IFS = frozenset("如果 要是 若 若是 假如 要 倘若 不然".split())  # noqa: SIM905
_THEIRS = (["他"], ["她"], ["他们"], ["她们"], ["它"])
_BEFORE_WITH = frozenset("在 并 也 曾 将 可 能 可以 再 已 均 都 会 不 想 要 须 应".split())  # noqa: SIM905
_THEN = frozenset("就 也 能 会 可以 要 应该 必须 可能 可".split())  # noqa: SIM905
_BEFORE_AGAIN = frozenset("没 没有 不 别 要 想 敢 不敢 不想 不要 又".split())  # noqa: SIM905
_COUNTED_DAYS = frozenset("第二 第一 第三 二 两 三 几 每 一 整 当 次".split())  # noqa: SIM905
# A word, its parts, and what stands behind it where it is in parts: 天下|大雨 is 天|下|大雨.
_APART_BEFORE = {
    word.replace("|", ""): (tuple(word.split("|")), frozenset(following.split()))
    for word, following in (
        ("天|下", "大雨 雨 大雪 雪 暴雨"),
        ("风|钻", "过 进 出 到 入 过来 进来"),
        ("几|点", "星光 灯光 火光 亮光 泪痕 雨 雨滴 意见 建议 看法 感想 体会 要求 原因 好处"),
        ("对|家", "的 人 里"),
    )
}


def _before(word: Word, spot: Spot) -> int:
    parts, following = _APART_BEFORE[word.text]
    return spot.put(*parts) if spot.next.text in following else 0


def _breath(_: Word, spot: Spot) -> int:
    """喘|口气 is 喘|口|气."""
    return spot.put("口", "气") if spot.last in _BREATHES else 0


def _words_of(_: Word, spot: Spot) -> int:
    """余下|的话|挡住 is 余下|的|话|挡住; behind 的话 that says "if" there is a pause."""
    is_thing = bool(spot.found) and spot.found[-1].flag[:1] in ("v", "r", "n", "m")
    is_subject = spot.next.flag[:1] in ("v", "p") and spot.next.text not in _THEN
    nearby = [word.text for word in spot.found[-6:]]
    is_said = bool(_SAYS.intersection(nearby[-4:])) and _IFS.isdisjoint(nearby)  # 说|半天|的|话
    if not spot.next.text and nearby in _THEIRS:
        return spot.put("的", "话")  # 她|的|话，像|针
    return spot.put("的", "话") if is_thing and (is_subject or is_said) else 0


def _behind(word: Word, spot: Spot) -> int:
    """下|高铁|后坐|车 is 下|高铁|后|坐|车."""
    return spot.put(*word.text) if spot.next.text[:1] not in ("", "力") else 0


def _half_a_day(_: Word, spot: Spot) -> int:
    """说|上半天|的|话 is 说|上|半天|的|话."""
    is_act = len(spot.last) == 1 and bool(spot.found) and spot.found[-1].flag[:1] == "v"
    return spot.put("上", "半天") if is_act and spot.last not in "是有在" else 0


def _in_the_field(_: Word, spot: Spot) -> int:
    """第二|天地|里 is 第二|天|地|里."""
    is_day = spot.last in _COUNTED_DAYS or not spot.last
    return spot.put("天", "地") if is_day and spot.next.text in ("里", "裡", "头") else 0


def _plants(word: Word, spot: Spot) -> int:
    """一个|人种|八亩 is 一个|人|种|八亩, 山地|多种|茶 is 山地|多|种|茶."""
    if word.text == "人种":
        is_one = spot.last[-1:] in ("个", "個") or (bool(spot.found) and spot.found[-1].flag == "q")
        return spot.put("人", "种") if is_one else 0
    is_ground = spot.last[-1:] in ("地", "田", "坡", "园") and len(spot.last) > 1
    return spot.put("多", "种") if is_ground and len(spot.next.text) == 1 else 0


def _put_in(_: Word, spot: Spot) -> int:
    """面粉|里加|少许 is 面粉|里|加|少许; 里加 is Riga."""
    return spot.put("里", "加") if spot.found and spot.found[-1].flag[:1] == "n" else 0


def _wakes(_: Word, spot: Spot) -> int:
    """一|觉醒|来 is 一|觉|醒来."""
    if spot.next.text != "来" or len(spot.last) > 1:
        return 0
    spot.put("觉", "醒来")
    return 2


def _thinks_back(_: Word, spot: Spot) -> int:
    """回|想起 is 回想|起."""
    if spot.last != "回":
        return 0
    spot.found[-1] = Word("回想", "v")
    return spot.put("起")


def _minister(_: Word, spot: Spot) -> int:
    """宰|相关|入 is 宰相|关|入."""
    if spot.last != "宰":
        return 0
    spot.found[-1] = Word("宰相", "n")
    return spot.put("关")


def _just_now(word: Word, spot: Spot) -> int:
    """小|方正|在 is 小方|正在: someone called so is doing something."""
    if spot.last not in ("小", "老") or spot.next.text != "在":
        return 0
    spot.found[-1] = Word(spot.last, "nr", is_name=True)
    spot.found.extend([Word(word.text[0], "nr", is_name=True), Word("正在", "d")])
    return 2


def _always_can(_: Word, spot: Spot) -> int:
    """清晨|总能|看到 is 清晨|总|能|看到."""
    return spot.put("总", "能") if spot.next.flag[:1] in ("v", "p", "d") else 0


def _field(_: Word, spot: Spot) -> int:
    """小菜|地|里 is 小|菜地|里."""
    if spot.next.text != "地":
        return 0
    spot.put("小", "菜地")
    return 2


def _eyes(_: Word, spot: Spot) -> int:
    """睁|开眼 is 睁开|眼."""
    if spot.last not in ("睁", "睜"):
        return 0
    spot.found[-1] = Word(spot.last + "开", "v")
    return spot.put("眼")


def _with_it(_: Word, spot: Spot) -> int:
    """在|与其|擦肩而过 is 在|与|其|擦肩而过."""
    return spot.put("与", "其") if spot.last in _BEFORE_WITH else 0


def _say_again(_: Word, spot: Spot) -> int:
    """没|再说|什么 is 没|再|说|什么."""
    return spot.put("再", "说") if spot.last in _BEFORE_AGAIN else 0


def _in_a_trance(word: Word, spot: Spot) -> int:
    """看得出|神 is 看|得|出神."""
    if spot.next.text != "神":
        return 0
    spot.put(word.text[0], "得", "出神")
    return 2


def _underground(_: Word, spot: Spot) -> int:
    """挤进|地|铁|门 is 挤进|地铁|门."""
    text = spot.next.text
    is_act = bool(spot.found) and spot.found[-1].flag == "v" and len(spot.last) > 1
    if not text or len(text) > 2 or not is_act or not spot.known("地" + text[0]):
        return 0
    spot.put("地" + text[0], *text[1:])
    return 2


CROSSINGS: dict[str, Rule] = {
    **dict.fromkeys(_APART_BEFORE, _before),
    "口气": _breath,
    "的话": _words_of,
    "后坐": _behind,
    "上半天": _half_a_day,
    "天地": _in_the_field,
    "人种": _plants,
    "多种": _plants,
    "里加": _put_in,
    "觉醒": _wakes,
    "想起": _thinks_back,
    "相关": _minister,
    "方正": _just_now,
    "总能": _always_can,
    "小菜": _field,
    "开眼": _eyes,
    "与其": _with_it,
    "再说": _say_again,
    "看得出": _in_a_trance,
    "听得出": _in_a_trance,
    "地": _underground,
}
"""The rule for a word."""
