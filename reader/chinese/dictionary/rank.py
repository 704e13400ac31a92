"""Which of several entries of one headword comes first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from reader.chinese.dictionary.senses import find_reference, split_senses
from reader.chinese.dictionary.source import Record

# The everyday reading of characters whose compounds mostly have another one.
_USUAL_READINGS = """
的:de5 了:le5 着:zhe5 得:de5 地:di4 都:dou1 还:hai2 只:zhi3 为:wei4 会:hui4 好:hao3 长:chang2 行:xing2
重:zhong4 少:shao3 上:shang4 中:zhong1 大:da4 过:guo4 看:kan4 没:mei2 说:shuo1 给:gei3 把:ba3 吗:ma5
呢:ne5 吧:ba5 啊:a5 和:he2 几:ji3 干:gan4 当:dang1 发:fa1 种:zhong3 分:fen1 教:jiao4 觉:jue2 便:bian4
相:xiang1 间:jian1 应:ying1 要:yao4 数:shu4 量:liang4 空:kong1 难:nan2 倒:dao4 差:cha4 处:chu4 什:shen2
兴:xing4 假:jia4 降:jiang4 乐:le4 调:diao4 转:zhuan3 背:bei4 担:dan1 更:geng4 将:jiang1 血:xue4 朝:chao2
正:zheng4 之:zhi1 子:zi3 儿:er2 头:tou2 里:li3 面:mian4 后:hou4 传:chuan2 切:qie4 似:si4 宿:su4 散:san4
省:sheng3 盛:sheng4 石:shi2 属:shu3 系:xi4 校:xiao4 压:ya1 与:yu3 载:zai4 占:zhan4
"""
_USUAL = dict(pair.split(":") for pair in _USUAL_READINGS.split())
# Of words that are one in simplified characters and two in traditional ones, the everyday ones.
_COMMONER = frozenset(
    """
    颱風 複合 歷年 匯報 匯集 贊同 悠閒 哪裡 那裡 這裡 復甦 發布
    """.split()  # noqa: SIM905
)
_SET_ASIDE = re.compile(r"^\((?:archaic|old|dialect|literary|Japanese|Tw|Internet)\b", re.IGNORECASE)
_SIDE_READING = re.compile(r"\b(?:dialect|archaic|unofficial|ancient)\b")

COMMON, SIDE, PROPER, SURNAME, REFERENCE = range(5)


def standing(record: Record) -> int:
    """Return how common an entry is by its looks alone: 0 common … 4 nothing but ``variant of``."""
    senses = split_senses(record.senses)
    if not senses:
        return REFERENCE
    first = senses[0]
    if _says_nothing(first) and all(_says_nothing(sense) for sense in senses[1:]):
        return REFERENCE
    if record.syllables[:1].isupper():
        return SURNAME if first.startswith("surname ") else PROPER
    aside = first.startswith("(") and all(_SET_ASIDE.match(sense) for sense in senses)
    if aside or _SIDE_READING.search(first):
        return SIDE
    return COMMON


def _says_nothing(sense: str) -> bool:
    reference = find_reference(sense)
    return reference is not None and reference.alone and not reference.how.startswith("abbr")


class Compounds:
    """How often each character is read in each way inside the longer words of the dictionary."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        for record in records:
            if len(record.traditional) < 2:
                continue
            syllables = record.syllables.lower().split()
            if len(syllables) == len(record.traditional):
                self._counts.update(zip(record.traditional, syllables, strict=True))

    def weight(self, record: Record) -> int:
        """Return 0 to 9999, more for the commoner entry of a headword."""
        if _USUAL.get(record.simplified) == record.syllables:
            return 9000 + min(999, self._counts[record.traditional, record.syllables])
        if len(record.simplified) > 1:
            if record.traditional in _COMMONER:
                return 200
            # 东西 dōngxi before dōngxī, 地方 dìfang before dìfāng: the word worn smooth is the common one.
            return 100 if record.syllables.endswith("5") else 0
        return min(8999, self._counts[record.traditional, record.syllables])
