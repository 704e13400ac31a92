"""How often running text has a reading, by hand: what is learned from has the seldom ones far oftener.

In hundredths, of a character that is a word by itself; what is left goes to its other readings.
"""

from __future__ import annotations

from collections.abc import Mapping

_SHARES = """
没mei2:99.5 将jiang1:98.5 还hai2:96 看kan4:98.5 率lü4:50 和he2:99.7 与yu3:99.6 中zhong1:98.5 都dou1:97.5
只zhi3:70 会hui4:99.8 要yao4:99.7 为wei2:62 地de5:72 得de5:80 得de2:12 长chang2:55 着zhe5:97 着zhao2:2
了le5:99.5 过guo5:60 好hao3:96 当dang1:93 种zhong3:75 行xing2:60 重zhong4:70 数shu4:65 分fen1:95 间jian1:97
发fa1:98 教jiao1:75 转zhuan3:65 倒dao4:55 干gan4:65 空kong1:65 处chu4:80 难nan2:93 应ying1:80 背bei4:50
号hao4:98.5 传chuan2:88 朝chao2:97 藏cang2:75 相xiang1:90 少shao3:92 更geng4:98.5 几ji3:99.5 作zuo4:99.5
给gei3:99.5 打da3:99.5 大da4:99.8 论lun4:99 解jie3:97 任ren4:95 华hua2:97 色se4:98.5 片pian4:99 参can1:90
称cheng1:97 曾ceng2:95 石shi2:99 说shuo1:99.8 别bie2:99 把ba3:99.7 占zhan4:99 冲chong1:90 观guan1:85
校xiao4:90 省sheng3:95 切qie1:75 量liang4:60 差cha4:60 差cha1:30 累lei4:80 落luo4:90 露lu4:70 卷juan4:60
降jiang4:92 弹dan4:50 扎zha1:60 涨zhang3:95 正zheng4:98.5 待dai4:65 横heng2:92 划hua2:55 便bian4:98 似si4:95
兴xing1:80 尽jin4:80 宁ning2:60 曲qu3:75 塞sai1:60 塞sai4:35 圈quan1:93 供gong1:80 假jia3:80 夹jia1:95
角jiao3:80 血xue4:85 血xie3:10 吐tu3:60 结jie2:80 磨mo2:75 泡pao4:95 漂piao1:90 旋xuan2:80 晕yun1:70
挑tiao1:60 踏ta4:99 铺pu1:70 宿su4:60 斗dou4:70 载zai4:70 散san4:75 折zhe2:95 压ya1:99 混hun4:93 禁jin4:97
强qiang2:90 薄bao2:65 系xi4:60 乐le4:60 炸zha4:60 喝he1:97 喷pen1:97 凉liang2:97 撒sa3:70 挣zheng4:97
奇qi2:98 佛fo2:98 哈ha1:98 卡ka3:80 蒙meng2:75 蒙meng1:15 答da2:95 钻zuan1:75 粘zhan1:80 劲jin4:95
脏zang1:90 鲜xian1:92 咽yan4:80 壳ke2:90 盖gai4:98 查cha2:97 区qu1:98 单dan1:95 仇chou2:90 伯bo2:98
监jian1:70 阿a1:97 约yue1:99 涌yong3:70 济ji4:80 弄nong4:95 夫fu1:90 创chuang4:90 乘cheng2:97 隆long2:95
字zi4:99.8 车che1:99.5 通tong1:95 汗han4:90
"""


def _read() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for pair, share in (item.split(":") for item in _SHARES.split()):
        found.setdefault(pair[0], {})[pair[1:]] = float(share) / 100
    return found


PRIORS: Mapping[str, Mapping[str, float]] = _read()
"""The share of each reading named, by character."""


def shares(character: str, learned: Mapping[str, float]) -> Mapping[str, float]:
    """Return the share of each reading in running text, given its share in what is learned from."""
    named = PRIORS.get(character, {})
    others = sum(share for reading, share in learned.items() if reading not in named)
    left = max(0.0, 1 - sum(share for reading, share in named.items() if reading in learned))
    if not named or not others:
        return learned
    return {
        reading: named[reading] if reading in named else left * share / others
        for reading, share in learned.items()
    }
