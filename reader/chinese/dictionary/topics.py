"""What a text is about, as far as it tells two senses of a word apart: 板块 a slab, or a sector of shares."""

from __future__ import annotations

import re
from functools import lru_cache

_FIELDS = {
    r"sports?|ball|tennis|team|match|games?|goal|score|referee|athlete|opponent": (
        "球 赛 队 局 冠军 选手 运动员 比分"
    ),
    r"stocks?|shares?|dividends?|investors?|(?:of|in) (?:the )?market|currency|quoted|securities": (
        "股 市场 银行 基金 涨 跌 利率 债券 收盘 投资"
    ),
    r"medicine|medical|patients?|disease|tablets?|clinic|pills?|illness": "药 病 患者 医生 服用 治疗 手术 血",
    r"cooking|sauce|pot|cook|dish|boil|food|stir-fry": "锅 油 盐 煮 炒 糖 酱 面粉 切",
    r"law|court|legal|prison|judge|trial|crime": "法院 被告 判 案 律师 罪",
    r"computing|software|website|computer|Internet|online": "网 电脑 软件 数据 手机 程序",
    r"trains?|bus|traffic|rail\w*|vehicles?|passengers?|cars?": "车 站 线路 地铁 铁路 公路 列车 公交",
    r"metabolism|biology|telescope|aperture|caliber|lens|cells?|animals?": (
        "细胞 生物 望远镜 镜 冬眠 科学 研究"
    ),
    r"typhoon|rain|wind|storm|weather|snow": "台风 雨 风 气温 天气 雪",
    r"crops?|field|farm\w*|seedlings?|harvest": "田 庄稼 苗 亩 农 收成",
    r"school|exam\w*|students?|class(?:room)?|grade": "学校 考试 学生 老师 大学 成绩",
    r"film|movie|TV|theater|stage|actor|audience": "电影 演员 导演 观众 节目 剧",
    r"coins?|dollars?": "银 钱 块 买 卖",
}
_TOPICS = [(re.compile(rf"\b(?:{words})\b"), tuple(cues.split())) for words, cues in _FIELDS.items()]


@lru_cache(maxsize=8192)
def cues_of(sense: str) -> tuple[str, ...]:
    """Return what stands near where a sense of a certain field is meant, nothing for a sense of any field."""
    return next((cues for words, cues in _TOPICS if words.search(sense)), ())
