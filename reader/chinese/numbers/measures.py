"""Measure words and units that stand behind a figure, with their English.

Two tables: classifiers (个, 家, 户, 人次), which say what sort of thing is counted, and units (元, 亩,
公里, ℃), which say how much. A unit has a canonical form, so that 平米 and 平方米, 块 and 元 can be compared.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit of measurement: its canonical Chinese form and its English (plural)."""

    canonical: str
    english: str


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text with spaces between them, as a set."""
    return frozenset(words.split())


def _table(lines: str) -> dict[str, str]:
    """Read ``word english words; word english words`` into a mapping."""
    pairs = (entry.strip().split(" ", 1) for entry in lines.replace("\n", " ").split(";"))
    return {pair[0]: pair[1].strip() for pair in pairs if len(pair) == 2}


CLASSIFIERS: dict[str, str] = _table("""
个 items; 家 companies or places; 户 households; 名 people; 位 people; 人 people; 人次 visits;
人份 portions; 条 items; 项 items; 处 places; 套 sets; 辆 vehicles; 部 units; 座 buildings;
所 institutions; 栋 buildings; 幢 buildings; 间 rooms; 台 machines; 架 aircraft; 艘 ships; 列 trains;
节 sections; 件 items; 只 animals; 头 head; 匹 horses; 棵 trees; 株 plants; 颗 grains; 粒 grains;
朵 flowers; 枝 stems; 片 pieces; 张 sheets; 份 copies; 本 books; 册 volumes; 卷 volumes; 篇 articles;
幅 pictures; 封 letters; 页 pages; 字 characters; 句 sentences; 段 passages; 行 lines; 章 chapters;
枚 pieces; 块 pieces; 瓶 bottles; 杯 cups; 碗 bowls; 盘 plates; 盆 basins; 盒 boxes; 箱 boxes; 袋 bags;
包 packs; 桶 buckets; 罐 cans; 壶 pots; 锅 potfuls; 勺 spoonfuls; 大勺 large spoons; 小勺 small spoons;
汤匙 tablespoons; 茶匙 teaspoons; 匙 spoonfuls; 滴 drops; 次 times; 回 times; 遍 times; 趟 trips;
场 events; 场次 performances; 轮 rounds; 届 sessions; 期 issues; 批 batches; 批次 batches; 班 shifts;
班次 runs; 航次 voyages; 车次 trains; 架次 flights; 辆次 vehicle trips; 列次 trains; 件次 cases;
例 cases; 起 cases; 宗 cases; 桩 matters; 笔 payments; 单 orders; 票 votes; 户次 household visits;
家次 visits to firms; 台次 uses; 台套 sets; 台班 shifts; 种 kinds; 类 categories; 款 models;
门 subjects; 层 floors; 级 levels; 步 steps; 道 items; 扇 doors; 把 handfuls; 支 units; 根 sticks;
顶 hats; 口 mouths; 双 pairs; 对 pairs; 副 sets; 组 groups; 队 teams; 队次 teams; 股 shares; 手 lots;
排 rows; 串 strings; 堆 heaps; 群 groups; 团 groups; 滩 pools; 摊 stalls; 顿 meals; 剂 doses;
剂次 doses; 针 jabs; 针次 jabs; 服 doses; 味 ingredients; 床 beds; 席 seats; 桌 tables; 盏 lamps;
面 flags; 尊 statues; 樽 statues; 眼 wells; 孔 openings; 车 truckloads; 船 shiploads; 车皮 wagons;
标箱 TEU; 标准箱 TEU; 集装箱 containers; 部门 departments; 国 countries; 省 provinces; 市 cities;
县 counties; 区 districts; 乡 townships; 镇 towns; 村 villages; 校 schools; 地 places;
篮板 rebounds; 助攻 assists; 抢断 steals; 盖帽 blocks; 大 big ones;
方面 aspects; 部委 ministries; 男 men; 女 women; 关 rounds; 堵 walls; 刻 quarters;
省市 provinces and cities; 省份 provinces; 代 generations; 辈 generations; 胎 births;
连胜 wins in a row; 连涨 rises in a row; 连降 falls in a row; 连跌 falls in a row;
连阳 rises in a row; 连板 limits in a row; 连增 rises in a row;
死 dead; 伤 injured; 重伤 badly injured;
轻伤 slightly injured; 连败 losses in a row; 连冠 titles in a row; 胜 wins; 平 draws; 负 losses; 球 goals;
罚 free throws; 金 gold medals; 银 silver medals; 铜 bronze medals; 局 games; 记 shots; 杆 strokes;
环 rings; 圈 laps; 题 questions; 课时 lessons; 学时 lessons; 学分 credits; 集 episodes; 声 sounds;
下 strokes; 刀 cuts; 枪 shots; 发 rounds; 炮 shots; 丛 clumps; 束 bunches; 捆 bundles; 卡车 truckloads;
员 members; 席位 seats; 床位 beds; 车位 parking places; 网点 outlets; 站 stops; 号 number; 号线 line;
号楼 building; 号院 compound; 室 room; 号店 shop; 号桌 table; 号门 gate; 号馆 hall; 号厅 hall;
车道 lanes; 回合 rounds; 打 dozens; 响 salutes; 房 rooms; 厅 living rooms; 卫 bathrooms;
号机组 unit; 号高炉 furnace; 单元 unit; 楼 floor; 版 page; 路 bus line; 路公交 bus line; 年级 grade;
季度 quarter; 世纪 century; 集团军 group army; 频道 channel; 周目 rounds; 阶段 stages;
等奖 prize; 等功 merit class; 星 stars; 星级 stars; 码 yards or sizes; 人家 households; 梯队 echelons;
缕 wisps; 阵 bursts; 幕 acts; 出 plays; 通 calls; 帧 frames; 垄 ridges; 畦 plots; 窝 litters; 提 packs;
扎 bundles; 叠 stacks; 摞 stacks; 进 courtyards; 丝 traces; 任 terms; 撮 pinches; 瓣 cloves;
首 songs or poems; 则 news items; 曲 tunes; 拨 groups; 伙 gangs; 丸 pills; 贴 plasters; 板 sheets;
筐 baskets; 篮 baskets; 坛 jars; 缸 vats; 笼 steamers; 屉 steamers; 挂 strings; 栏 columns; 格 squares;
档 programmes; 茬 crops; 挺 guns; 具 sets; 点位 points; 个点位 points; 位次 ranks; 个位次 ranks;
地市 cities; 学年 school years; 公斤级 kilogram class; 截 lengths; 管 tubes; 撇 strokes; 尾 fish;
号人 people; 处所 places; 家庭 families; 亩次 mu treated; 网格 grid cells; 步骤 steps; 指 fingers;
波 waves; 波儿 waves; 碟 small plates; 沓 wads; 坨 lumps; 绺 locks; 锭 ingots; 盅 small cups;
帖 plasters; 捧 double handfuls; 箩 baskets; 篓 baskets; 兜 pocketfuls; 筒 tubes; 钵 bowls; 匣 cases;
餐 meals; 轴 axles; 梯 lifts; 居室 rooms; 居 rooms; 注 bets; 战 games;
核 cores; 速 gears; 簇 clusters; 穗 ears; 遭 times;
盒儿 boxes; 口袋 bags;
荤 meat dishes;
素 vegetable dishes; 汤 soups; 菜 dishes;
""")

_UNITS: dict[str, str] = _table("""
元 yuan; 人民币=元 yuan; 圆=元 yuan; 角 jiao; 毛=角 jiao; 分 points; 美元 US dollars;
美金=美元 US dollars; 欧元 euros; 日元 Japanese yen; 日圆=日元 Japanese yen; 英镑 pounds sterling;
港仙 Hong Kong cents; 公吨=吨 tonnes; 西西=毫升 millilitres; 坪 ping;
港元 Hong Kong dollars; 港币=港元 Hong Kong dollars; 韩元 Korean won; 卢布 roubles;
新台币 New Taiwan dollars; 台币=新台币 New Taiwan dollars; 澳元 Australian dollars;
加元 Canadian dollars; 瑞士法郎 Swiss francs; 法郎 francs; 泰铢 baht; 卢比 rupees;
新元 Singapore dollars; 比索 pesos; 雷亚尔 reais; 林吉特 ringgit; 马克 marks; 先令 shillings;
第纳尔 dinars; 里拉 lira; 银元 silver dollars; 大洋 silver dollars; 贯 strings of cash; 米 metres;
公尺=米 metres; 千米=公里 kilometres; 公里 kilometres; 里 li; 华里=里 li; 英里 miles;
海里 nautical miles; 分米 decimetres; 厘米 centimetres; 公分=厘米 centimetres; 毫米 millimetres;
微米 micrometres; 纳米 nanometres; 奈米=纳米 nanometres; 丈 zhang; 尺 chi; 寸 cun;
英寸 inches; 英尺 feet; 光年 light years;
延米 running metres; 车公里 vehicle kilometres; 平方米 square metres; 平米=平方米 square metres;
平=平方米 square metres; 平方公里 square kilometres; 平方千米=平方公里 square kilometres;
平方厘米 square centimetres; 平方英里 square miles; 平方英尺 square feet; 公顷 hectares; 亩 mu;
英亩 acres; 顷 qing; 垧 shang; 立方米 cubic metres; 立方=立方米 cubic metres; 方=立方米 cubic metres;
立方厘米 cubic centimetres; 立方千米 cubic kilometres; 标方 standard cubic metres;
标准立方米 standard cubic metres; 升 litres; 公升=升 litres; 毫升 millilitres; 加仑 gallons; 斗 dou;
斛 hu; 石 dan; 克 grams; 千克=公斤 kilograms; 公斤 kilograms; 斤 jin; 市斤=斤 jin; 两 liang; 钱 qian;
毫克 milligrams; 微克 micrograms; 吨 tons; 万吨级 ten thousand tons; 吨级 tons; 磅 pounds; 盎司 ounces;
克拉 carats; 担 dan; 载重吨 deadweight tons; 总吨 gross tons; 吨公里 ton kilometres;
人公里 passenger kilometres; 标准煤 standard coal; 吨标准煤 tons of standard coal; 标煤 standard coal;
年 years; 周年 years; 载 years; 岁 years of age; 周岁=岁 years of age; 虚岁 years of age; 个月 months;
月 months; 月龄 months of age; 天 days; 日 days; 昼夜 days and nights; 夜 nights; 晚 nights; 周 weeks;
个星期=周 weeks; 星期=周 weeks; 个礼拜=周 weeks; 礼拜=周 weeks; 个周=周 weeks; 小时 hours;
个小时=小时 hours; 钟头=小时 hours; 个钟头=小时 hours; 分钟 minutes; 秒 seconds; 秒钟=秒 seconds;
毫秒 milliseconds; 微秒 microseconds; 刻钟 quarters of an hour; 个季度 quarters; 个世纪=世纪 centuries;
个年头=年 years; 年头=年 years; 个工作日 working days; 工作日 working days; 个交易日 trading days;
交易日 trading days; 个学期 terms; 学期 terms; 个昼夜 days and nights;
个百分点=百分点 percentage points; 百分点 percentage points;
个千分点=千分点 per-mille points; 千分点 per-mille points; 英里/小时 miles per hour; 个基点=基点 basis points;
基点 basis points; 点 points; 度 degrees; 摄氏度 degrees Celsius; ℃=摄氏度 degrees Celsius;
°C=摄氏度 degrees Celsius; 华氏度 degrees Fahrenheit; ℉=华氏度 degrees Fahrenheit; °=度 degrees;
千瓦时 kilowatt hours; 千瓦 kilowatts; 兆瓦 megawatts; 毫瓦 milliwatts; 吉瓦 gigawatts; 瓦 watts;
瓦时 watt hours;
兆瓦时 megawatt hours; 吉瓦时 gigawatt hours; 伏 volts; 千伏 kilovolts; 安时 ampere hours; 安培 amperes;
伏特 volts; 马力 horsepower; 千伏安 kilovolt amperes; 赫兹 hertz; 兆赫 megahertz; 千赫 kilohertz;
吉赫 gigahertz; 帕 pascals; 千帕 kilopascals; 兆帕 megapascals; 百帕 hectopascals;
毫米汞柱 millimetres of mercury; 卡路里 calories; 千卡 kilocalories; 大卡=千卡 kilocalories;
卡 calories; 焦耳 joules; 千焦 kilojoules; 分贝 decibels; 流明 lumens; 摩尔 moles; 毫摩尔 millimoles;
国际单位 international units; 单位 units; 牛顿 newtons; 牛米 newton metres; 字节 bytes;
兆字节 megabytes; 兆比特 megabits; 兆位 megabits; 比特 bits; 兆 megabytes; 像素 pixels;
迈 miles an hour; 转 revolutions; 公里/小时 kilometres an hour; 米/秒 metres a second; 当量 equivalents;
km=公里 kilometres; m=米 metres; cm=厘米 centimetres; mm=毫米 millimetres; nm=纳米 nanometres;
μm=微米 micrometres; kg=公斤 kilograms; g=克 grams; mg=毫克 milligrams; μg=微克 micrograms;
ml=毫升 millilitres; mL=毫升 millilitres; L=升 litres; l=升 litres; t=吨 tons; h=小时 hours;
s=秒 seconds; ms=毫秒 milliseconds; min=分钟 minutes; km²=平方公里 square kilometres;
km2=平方公里 square kilometres; m²=平方米 square metres; m2=平方米 square metres;
㎡=平方米 square metres; m³=立方米 cubic metres; m3=立方米 cubic metres; ha=公顷 hectares;
kW=千瓦 kilowatts; kw=千瓦 kilowatts; KW=千瓦 kilowatts; MW=兆瓦 megawatts; GW=吉瓦 gigawatts;
W=瓦 watts; kWh=千瓦时 kilowatt hours; GWh=吉瓦时 gigawatt hours; MWh=兆瓦时 megawatt hours; V=伏 volts;
kV=千伏 kilovolts; 毫安时 milliampere hours; mAh=毫安时 milliampere hours;
Hz=赫兹 hertz; MHz=兆赫 megahertz; GHz=吉赫 gigahertz;
kHz=千赫 kilohertz; Pa=帕 pascals; hPa=百帕 hectopascals; kPa=千帕 kilopascals; MPa=兆帕 megapascals;
dB=分贝 decibels; GB=吉字节 gigabytes; MB=兆字节 megabytes; TB=太字节 terabytes; KB=千字节 kilobytes;
kB=千字节 kilobytes; PB=拍字节 petabytes; Mbps=兆比特/秒 megabits a second;
Gbps=吉比特/秒 gigabits a second; kcal=千卡 kilocalories; mmHg=毫米汞柱 millimetres of mercury;
km/h=公里/小时 kilometres an hour; m/s=米/秒 metres a second; mmol=毫摩尔 millimoles;
IU=国际单位 international units; ppm=百万分率 parts per million; ㎞=公里 kilometres;
㎝=厘米 centimetres; ㎜=毫米 millimetres; ㎏=公斤 kilograms; cc=毫升 millilitres; px=像素 pixels;
㎥=立方米 cubic metres; KM=公里 kilometres; Km=公里 kilometres; CM=厘米 centimetres; MM=毫米 millimetres;
KG=公斤 kilograms; Kg=公斤 kilograms; ML=毫升 millilitres; KWh=千瓦时 kilowatt hours;
KWH=千瓦时 kilowatt hours;
""")


def _units() -> dict[str, Unit]:
    units = {}
    for key, english in _UNITS.items():
        word, _, canonical = key.partition("=")
        units[word] = Unit(canonical or word, english)
    return units


UNITS: dict[str, Unit] = _units()

# Counters that number things instead of counting them: 3号楼 is the building called three.
NUMBERING = word_set(
    """
    号 号线 号楼 号院 号店 号桌 号门 号馆 号厅 号机组 号高炉 单元 楼 版 路 路公交 年级 季度 世纪 频道
    等奖 等功 集团军
    """
)
TIME_UNITS = word_set(
    """
    年 周年 载 个月 月 天 日 周 星期 个星期 个礼拜 小时 个小时 钟头 个钟头 分钟 秒 秒钟 刻钟 个季度
    个工作日 工作日 个交易日 交易日 昼夜 夜 晚 个学期
    """
)
LENGTHS = word_set(
    """
    米 公里 千米 里 海里 厘米 毫米
    """
)
MONEY = frozenset(
    word
    for word, unit in UNITS.items()
    if "dollar" in unit.english or unit.canonical in ("元", "欧元", "日元", "英镑", "韩元")
)
# 两年半, 一斤半: units that can be halved behind the number.
HALVED = word_set(
    """
    年 天 岁 斤 里 米 小时 钟头 亩 公里 两 层 圈 周 吨 公斤 块 元 角 毛 丈 尺 碗 杯 分钟 秒 月 个 勺 大勺 小勺
    汤匙 度 瓶 盘 袋 包 盆 页 张 桶 集 场 局 篇 本 茶匙 寸 顿 夜
    """
)

_BY_FIRST: dict[str, tuple[str, ...]] = {}
for _word in sorted({*CLASSIFIERS, *UNITS}, key=len, reverse=True):
    _BY_FIRST[_word[0]] = (*_BY_FIRST.get(_word[0], ()), _word)
_LATIN = re.compile(r"[A-Za-z]")

# A measure that another word behind it swallows: 3部门 is no 部, 30元旦 no 元.
_NOT_A_MEASURE = {
    "个": re.compile("个[性别体税案]"),
    # 两死一伤 of an accident, but not 九死一生.
    "死": re.compile("死(?![、，]?[0-9一二两三四五六七八九十百]+余?(?:[轻重]?伤|失踪))"),
    **dict.fromkeys(("伤", "重伤", "轻伤"), re.compile("(?<!死.)(?<!死..)(?<!死...)[轻重]?伤")),
    "元": re.compile("元[旦宵首帅素件]"),
    "分": re.compile("分[别配布类析公享支局线院校店](?!$)|分之(?![内间差])"),
    "年": re.compile("年[级代轻味糕货画夜度级]"),
    "日": re.compile("日[元圆本常程报记益期]"),
    "处": re.compile("处(?:[置罚长境]|理(?!厂|场|站))"),
    "回": re.compile("回[扣报升落]"),
    "天": re.compile("天才(?=[！，。？的少]|$)|天[然津气府桥坛安空线河涯地子使][^内]?"),
    "周": re.compile("周[年岁边围刊末一二三四五六日转期]"),
    "人": re.compile("人[民类均口工大才物才格生间家(]"),
    "家": re.compile("家[长务电具族园属教禽畜常]|家乡(?![镇卫村级企])"),
    "个星期": re.compile("个星期[一二三四五六日天末]"),
    "星期": re.compile("星期[一二三四五六日天末]"),
    "个礼拜": re.compile("个礼拜[一二三四五六日天]"),
    "名": re.compile("名[称牌单胜誉气字]"),
    "注": re.compile("注[册意重射入解明销定资目视释脚音水塑]"),
    # 三战全胜, 五战四胜, but 二战.
    "战": re.compile("战(?!全[胜败]|皆|均|[一二两三四五六七八九零十0-9]+[胜捷败负平]|不[败胜])"),
    "居": re.compile("居[民住委士所家高首多留留功安]"),
    "位": re.compile("位[于置数移列居]"),
    "部": re.compile("部[分队门署委长]"),
    "条": re.compile("条[件例款]|条约(?![0-9一二三四五六七八九十百])"),
    "月": re.compile("月[亮球饼份供嫂薪租收均]"),
    "地": re.compile("地[区方铁震带级面块址图势点质下产缘]"),
    "市": re.compile("市[场民值政]"),
    "国": re.compile("国[庆道家际内有债产务土库旗]|国企(?!业)"),
    "省": re.compile("省[道级会委内长]"),
    "县": re.compile("县[道级城委长]"),
    "乡": re.compile("乡[道镇村]"),
    "号": re.compile("号[称召文令]"),
    # 三大运营商 and 五大造船厂; 三大碗 is a size, 八大湖街道 a name, 八大以来 a congress.
    "大": re.compile(
        "大(?![\u4e00-\u9fff]{2}|[题类奖项块国州省市党行](?![\u4e00-\u9fff]))|"
        "大几|大[把碗杯勺块片瓶盘盆袋包桶堆群段截捧锅壶盒箱匙摞圈罐缸筐会中以上召报精代开前后时选通胜闭期人年夫"
        "步批早屋桌册卷篇半寒暑夏洋洲湖米号口个帮把道路街叔伯爷妈姑舅婶嫂哥姐本]|大队(?!伍)"
    ),
    # Behind hours: 三小时三刻.
    "刻": re.compile("刻(?![，。、；才的就]|左右|$)"),
    "方面": re.compile("方面[军队]"),
    "关": re.compile("关[系于注键心联口税闭门节爱怀头东机停押掉卡灯窗上了到中山羽公白]"),
    "堵": re.compile("堵[车塞住在了得着点就]"),
    # 二男二女 and 三男一女.
    "男": re.compile("男(?![一二两三四五六七八九十0-9]+女)"),
    "女": re.compile("女(?![，。、；）)（(等共被同中皆均都]|$)"),
    "门": re.compile("门[槛口诊票铃牌卫外前框]"),
    "星": re.compile("星[期级球座岩湖河]"),
    "区": re.compile("区[域别块间]"),
    "方": re.compile("方[面向式案法便针程言]"),
    "单": re.compile("单[位元价项独一曲身车]"),
    "分钟": re.compile("分钟爱"),
    "行": re.compile("行[业动政为人使程走]"),
    "点": re.compile("点[击评赞亮燃头名滴]"),
    "股": re.compile("股[票东份权市价民]"),
    "级": re.compile("级[别]"),
    "平": re.compile("平[均方台安原等衡时稳米常静息]"),
    "下": re.compile("下[降跌滑午面个一月周来去列]"),
    "出": re.compile("出[头现口发生席台去来租售境版]"),
    "进": re.compile("进[行入口出展步球一来制位0-9二三四五六七八九十]"),
    "枪": re.compile("枪(?:击案|支|械|手|口)"),
    "通": re.compile("通[过知报车信缉牒]"),
    "手": re.compile("手[机术工段续里中]"),
    "发": re.compile("发[展现生布起电放行出达]"),
    "起": re.compile("起[来到价步点售跳]"),
    "所": re.compile("所[示以需谓属在列得述指]"),
    "响": re.compile("响[应声亮彻当水]"),
    "打": re.compile("打(?!鸡蛋|啤酒|鲜花|玫瑰|铅笔|袜子|毛巾)"),
    "群": re.compile("群[众体落岛]"),
    "队": re.compile("队[员伍长]"),
    "对": re.compile("对[于比象策手话]"),
    "组": re.compile("组[织成合长]"),
    "级地": re.compile("级地"),
    "任": re.compile("任[务何命意]"),
    "胜": re.compile("胜[利任诉]"),
    "负": re.compile("负[责担债]"),
    "面": re.compile("面[积向对临前包粉]"),
    "服": re.compile("服[务装从饰]"),
    "提": re.compile("提[高升出供前]"),
    "环": re.compile("环[境保节比]"),
    "集": re.compile("集[团中体合市]"),
    "站": re.compile("站[点在]"),
    "卡": re.compile("卡[车片]"),
    "转": re.compile("转[型移变让0-9]"),
    "篮": re.compile("篮[板球筐]"),
    "载": re.compile("载[客货]"),
    "夜": re.compile("夜[间市]"),
    "晚": re.compile("晚[上间会报]"),
    "字": re.compile("字[节符幕]"),
    "升": re.compile("升[至到级高值温起]"),
    "两": re.compile("两[个年家名条项位人座种次会岸地国者侧边犯男女嫌]"),
    "金": re.compile("金[额融属牌]"),
    "银": re.compile("银[行牌]"),
    "层": re.compile("层[面次级]"),
    "道": re.compile("道[路理德]"),
    "度": re.compile("度[过假日]"),
    "步": re.compile("步[行入伐兵骤]"),
    "段": re.compile("段[落]"),
    "题": re.compile("题[目]"),
    "车": re.compile("车[站道间辆祸位次主]"),
    "团": re.compile("团[队员结体购委]"),
    "记": re.compile("记[者录住忆得]"),
    "阵": re.compile("阵[地营风雨]"),
    "节": re.compile("节[目日约气能水]"),
    "路": re.compile("路[口上面程过段灯]|路线(?!路)"),
    "楼": re.compile("楼[市宇盘道]"),
    "版": re.compile("版[本权图]"),
    "校": re.compile("校[园长区]"),
    "口": re.compile("口[岸号罩腔径味]"),
    "首": re.compile("首[批次届家都先席页创任]"),
    "则": re.compile("则[是会有将不]"),
    "具": re.compile("具[有备体]"),
    "管": re.compile("管[理道线网]"),
    "板": re.compile("板[块]"),
    "挂": re.compile("挂零"),
    "素": re.compile("素[质材养描食菜颜]"),
    "汤": re.compile("汤[圆包姆池山]"),
    "菜": re.compile("菜[市园地场单刀谱农价篮]"),
    "核": re.compile("核[心实算准查电武桃酸能定对减]"),
    "速": re.compile("速[度率递成战效冻溶写]"),
    "梯": re.compile("梯(?![一二两三四五六七八九十0-9]户)"),
    "轴": re.compile("轴[心线承]"),
    "帖": re.compile("帖子"),
    "捧": re.compile("捧[场着起回红]"),
    "筒": re.compile("筒[子裤]"),
    "兜": re.compile("兜[售里底圈]"),
    "餐": re.compile("餐[厅馆饮桌具券费]"),
    "簇": re.compile("簇[新拥]"),
    "穗": re.compile("穗[花]"),
    "遭": re.compile("遭[到受遇殃]"),
    "沓": re.compile("沓[来至]"),
    "点位": re.compile("点位[于置]"),
    "地市": re.compile("地市[民场政值]"),
    "档": re.compile("档[次案]"),
    "格": re.compile("格[外局]"),
    "曲": re.compile("曲[折线]"),
    "伙": re.compile("伙[伴计]"),
    "尾": re.compile("尾[声款号]"),
    "石": re.compile("石[头油块材窟刻榴膏墙像桥狮碑化灰子器板英墨阶柱门雕滩堆]"),
    "指": re.compile("指(?!来?[宽厚长深高]|[，。；、左])"),
    "波": re.compile("波[动及折浪澜长段特兰士音儿形纹罗]"),
    # Rooms of a flat: 两房一厅, 三室两厅一卫.
    "房": re.compile("房(?![一二两三四1-4][厅卫室]|[太姨妻媳夫亲儿]|老婆)"),
    "厅": re.compile("厅(?![一二两三四1-4][卫厨]|[，。、）的及以影型与和\\s]|$)"),
    "卫": re.compile("卫(?![，。、）的\\s]|$)"),
}  # fmt: skip


# What holds or heaps is told large or small: 一小把, 两大碗, 一整箱.
_SIZED = re.compile(
    "[大小满整]([本把碗杯勺块片瓶盘盆袋包桶堆群段截捧锅壶盒箱匙摞圈罐缸筐])(?![手子柄脸型队体区面])"
)


def measure_at(text: str, position: int) -> str | None:
    """Return the longest measure word or unit of ``text`` that begins at ``position``, or None."""
    for word in _BY_FIRST.get(text[position : position + 1], ()):
        if not text.startswith(word, position):
            continue
        swallowed = _NOT_A_MEASURE.get(word)
        if swallowed is not None and swallowed.match(text, position):
            continue
        if _LATIN.match(word[-1]) and _LATIN.match(text[position + len(word) : position + len(word) + 1]):
            continue
        return word
    sized = _SIZED.match(text, position)
    return sized.group() if sized else None


def unit_of(measure: str | None) -> str | None:
    """Return a unit's canonical form (平米: 平方米); None for a classifier or for no measure."""
    unit = UNITS.get(measure or "")
    return unit.canonical if unit else None


def english_of(measure: str) -> str:
    """Return the English of a measure word or unit, in the plural; an empty string for an unknown one."""
    unit = UNITS.get(measure)
    base = measure[1:] if _SIZED.fullmatch(measure) else measure
    return unit.english if unit else CLASSIFIERS.get(measure) or CLASSIFIERS.get(base, "")
