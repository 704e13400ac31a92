"""Units and measure words: which names mean the same, and which turn into another exactly."""

from __future__ import annotations

from fractions import Fraction

_ALIASES = """
元 块 块钱 圆 人民币 元人民币 rmb cny yuan kuai kwai renminbi ¥ 块人民币
美元 美金 刀 usd $ us$ dollar dollars 美刀
欧元 eur € euro euros
英镑 gbp £ pound pounds
日元 jpy yen
港元 港币 hkd hk$
角 毛 jiao mao
米 公尺 m metre metres meter meters
公里 千米 km kilometre kilometres kilometer kilometers kms
厘米 公分 cm centimetre centimetres centimeter centimeters
毫米 mm millimetre millimetres millimeter millimeters
里 华里 li
海里 nmi
英里 mile miles mi
平方米 平米 平方 平 ㎡ m2 m² sqm sq.m. square-metre square-metres square-meter square-meters
平方公里 平方千米 km2 km² square-kilometre square-kilometres square-kilometer square-kilometers sqkm
公顷 ha hectare hectares
亩 mu mus mou
立方米 方 立方 m3 m³ cubic-metre cubic-metres cubic-meter cubic-meters
升 公升 l litre litres liter liters
毫升 ml millilitre millilitres milliliter milliliters
吨 公吨 t ton tons tonne tonnes
公斤 千克 kg kilo kilos kilogram kilograms kgs
斤 市斤 jin catty catties
两
克 g gram grams
毫克 mg milligram milligrams
秒 秒钟 s sec secs second seconds
分钟 分 min mins minute minutes
小时 钟头 个小时 个钟头 h hr hrs hour hours
天 日 day days
周 星期 个星期 礼拜 week weeks
个月 月 month months
年 year years yr yrs
岁 周岁 years-old year-old
人 个人 名 位 口 person persons people
户 households household 家住户
人次 person-times visits visit
倍 times x fold ×
个 ge
家 jia
项 xiang
次 time
个百分点 百分点 percentage-point percentage-points pp ppt pps
% 百分之 percent per-cent pct
℃ °c 摄氏度 度 degrees degree c celsius
千瓦时 度电 kwh kilowatt-hours kilowatt-hour
"""

_SAME = {name: line.split()[0] for line in _ALIASES.strip().splitlines() for name in line.split()}

_SIZES: dict[str, tuple[str, Fraction]] = {
    "米": ("length", Fraction(1)),
    "公里": ("length", Fraction(1000)),
    "厘米": ("length", Fraction(1, 100)),
    "毫米": ("length", Fraction(1, 1000)),
    "里": ("length", Fraction(500)),
    "海里": ("length", Fraction(1852)),
    "英里": ("length", Fraction(1609344, 1000)),
    "平方米": ("area", Fraction(1)),
    "公顷": ("area", Fraction(10_000)),
    "平方公里": ("area", Fraction(1_000_000)),
    "亩": ("area", Fraction(2000, 3)),
    "升": ("volume", Fraction(1)),
    "毫升": ("volume", Fraction(1, 1000)),
    "立方米": ("volume", Fraction(1000)),
    "公斤": ("mass", Fraction(1)),
    "吨": ("mass", Fraction(1000)),
    "斤": ("mass", Fraction(1, 2)),
    "两": ("mass", Fraction(1, 20)),
    "克": ("mass", Fraction(1, 1000)),
    "毫克": ("mass", Fraction(1, 1_000_000)),
    "秒": ("time", Fraction(1)),
    "分钟": ("time", Fraction(60)),
    "小时": ("time", Fraction(3600)),
    "天": ("time", Fraction(86400)),
    "周": ("time", Fraction(604800)),
    "个月": ("months", Fraction(1)),
    "年": ("months", Fraction(12)),
    "元": ("yuan", Fraction(1)),
    "角": ("yuan", Fraction(1, 10)),
}


def canonical(unit: str) -> str:
    """Return the one name for a unit or measure word: 块 and yuan are 元, km is 公里; unknown ones stay."""
    name = "-".join(unit.strip().lower().split())
    return _SAME.get(name, unit.strip())


def is_known(unit: str) -> bool:
    """Tell whether the name is one of the table's."""
    return "-".join(unit.strip().lower().split()) in _SAME


def factor(unit: str, other: str) -> Fraction | None:
    """Return what one ``unit`` is in ``other``, exactly (1 公里 is 1000 米); None if it can't be."""
    one, two = canonical(unit), canonical(other)
    if one == two:
        return Fraction(1)
    if one in _SIZES and two in _SIZES and _SIZES[one][0] == _SIZES[two][0]:
        return _SIZES[one][1] / _SIZES[two][1]
    return None
